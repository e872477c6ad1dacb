// @ts-check
/** How far a look into files has come, or bringing them in: words, a bar, and a way to stop at any moment. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** What is quick needs no bar: it is shown after so many milliseconds. */
const PATIENCE = 400;

/** How often it is asked how far it has come, in milliseconds. */
const PACE = 250;

/** Whether an error says that the person stopped it. @param {unknown} error */
export const isStopped = (error) => /** @type {{ code?: unknown }} */ (error)?.code === 'cancelled';

/**
 * Does work on files, and shows how far it has come meanwhile.
 *
 * @template Result
 * @param {HTMLElement} room where it is shown
 * @param {Ask} ask
 * @param {AbortSignal} left the view was left: a look is given up, an import goes on
 * @param {boolean} writes whether the work writes
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(room, ask, left, writes, work) {
  // Announced when it changes, which is seldom; the bar itself can be asked for.
  const what = make('p', { role: 'status' });
  const rest = make('span', { class: 'quiet', id: 'import-left' });
  const bar = make('progress', { max: '1', 'aria-label': text('progress-label'), 'aria-describedby': 'import-left' });
  const stop = make('button', { type: 'button', 'data-act': 'stop' }, text('progress-stop'));
  let stopping = false;
  let over = false;

  function halt() {
    stopping = true;
    what.textContent = text('progress-stopping');
    stop.setAttribute('aria-disabled', 'true');
    void ask('import_cancel', {}).catch(() => undefined);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    // A dialog on top of it has its own way out.
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    // Nor does the key lead anywhere else meanwhile.
    event.preventDefault();
    event.stopPropagation();
    if (!stopping) halt();
  }

  async function look() {
    const { phase, part, text: said, left: remaining } = await ask('import_progress', {});
    if (over || phase === 'idle') return;
    // What was asked for before the work began is asked for again.
    if (stopping) void ask('import_cancel', {}).catch(() => undefined);
    else if (what.textContent !== said) what.textContent = said;
    if (part === null) bar.removeAttribute('value');
    else bar.value = part;
    rest.textContent = remaining ?? '';
  }

  function onLeft() {
    if (!writes) halt();
  }

  stop.addEventListener('click', () => !stopping && halt());
  window.addEventListener('keydown', onKey, { capture: true });
  left.addEventListener('abort', onLeft);
  const shown = window.setTimeout(() => {
    room.replaceChildren(what, make('div', { class: 'row' }, bar, rest), make('div', { class: 'row' }, stop));
    room.hidden = false;
    void look().catch(() => undefined);
  }, PATIENCE);
  const asking = window.setInterval(() => void look().catch(() => undefined), PACE);
  try {
    return await work();
  } finally {
    over = true;
    window.clearTimeout(shown);
    window.clearInterval(asking);
    window.removeEventListener('keydown', onKey, { capture: true });
    left.removeEventListener('abort', onLeft);
    room.hidden = true;
    room.replaceChildren();
  }
}
