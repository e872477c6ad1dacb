// @ts-check
/** The only door out of the window: everything the diary can do is asked for here. */

/** @typedef {import('./bindings.js').Commands} Commands */

/**
 * @typedef {object} Tauri
 * @property {{ invoke(command: string, payload: object): Promise<unknown> }} core
 * @property {{ listen(event: string, heard: (event: { payload: unknown }) => void): Promise<() => void> }} event
 */

/** What could not be done. The message is ready to show; the code is stable. */
export class HostError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** @returns {Tauri} */
function tauri() {
  return /** @type {{ __TAURI__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__;
}

/**
 * Carries out one command of the table.
 *
 * @template {keyof Commands} Name
 * @param {Name} name
 * @param {Commands[Name]['request']} request
 * @returns {Promise<Commands[Name]['response']>}
 * @throws {HostError} with words for the user; they are empty only if the diary could not be reached at all
 */
export async function call(name, request) {
  try {
    return /** @type {Commands[Name]['response']} */ (await tauri().core.invoke('call', { name, request }));
  } catch (reason) {
    const said = /** @type {{ code?: unknown, message?: unknown } | null} */ (typeof reason === 'object' ? reason : null);
    throw typeof said?.code === 'string' && typeof said.message === 'string'
      ? new HostError(said.code, said.message)
      : new HostError('internal', '');
  }
}

/**
 * Hears an event of the shell from now on.
 *
 * @param {string} event
 * @param {(payload: unknown) => void} heard
 */
export function listen(event, heard) {
  // A shell that sends no events leaves the window quieter, not broken.
  tauri()
    .event.listen(event, ({ payload }) => heard(payload))
    .catch(() => {});
}
