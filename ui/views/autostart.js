// @ts-check
/** The switch for starting with the session, where the desktop can be asked to. */

import { find } from '../model/make.js';

/** @typedef {import('../ipc/bindings.js').AutostartView} AutostartView */

/**
 * Shows how it stands, once that is known, and sets it.
 *
 * @param {HTMLElement} label holds the switch, hidden
 * @param {typeof import('../ipc/host.js').call} ask
 * @param {(wrong: unknown) => void} then it was set, or what went wrong
 */
export async function autostart(label, ask, then) {
  const input = /** @type {HTMLInputElement} */ (find(label, 'input'));
  /** @param {AutostartView} view */
  const take = ({ available, enabled }) => {
    label.hidden = !available;
    input.checked = enabled;
  };
  input.addEventListener('change', async () => {
    const wished = input.checked;
    try {
      take(await ask('set_autostart', { enabled: wished }));
      then(null);
    } catch (error) {
      input.checked = !wished;
      then(error);
    }
  });
  try {
    take(await ask('autostart', {}));
  } catch {
    // Where it cannot be asked about, there is nothing to choose.
  }
}
