// @ts-check
/** What a day of an experiment is for: one line, and one tap that says whether it was done. Today and Insights show the same. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').ExperimentLine} ExperimentLine */
/** @typedef {import('../ipc/bindings.js').ExperimentSaid} ExperimentSaid */

/**
 * It fires `wane-experiment-said` (detail: what is said of which day); the button that is pressed already takes the word back.
 *
 * @param {ExperimentLine} line
 */
export function experimentLine(line) {
  const words = make('p', { class: 'with-icon' }, icon(line.with ? 'experiment-with' : 'experiment-without'), make('span', {}, line.text));
  if (!line.asks) return make('div', { class: 'experiment-line', 'data-date': line.date, 'data-quiet': line.quiet }, words);
  const answer = (/** @type {boolean} */ done, /** @type {string} */ id) => {
    const is = line.done === done;
    const button = make('button', { type: 'button', 'data-done': String(done), 'aria-pressed': String(is) }, text(id));
    /** @type {ExperimentSaid} */
    const detail = { date: line.date, done: is ? null : done };
    button.addEventListener('click', () => button.dispatchEvent(new CustomEvent('wane-experiment-said', { bubbles: true, detail })));
    return button;
  };
  return make('div', { class: 'experiment-line', 'data-date': line.date },
    words,
    make('div', { class: 'row', role: 'group', 'aria-label': text('experiment-said-label', { line: line.text }) }, answer(true, 'experiment-did'), answer(false, 'experiment-did-not')));
}

/**
 * Shows lines where others may have been; the focus stays on the button that had it.
 *
 * @param {HTMLElement} room
 * @param {Node[]} nodes
 */
export function keepingFocus(room, nodes) {
  const had = /** @type {HTMLElement | null} */ (room.contains(document.activeElement) ? document.activeElement : null);
  const date = had?.closest('[data-date]')?.getAttribute('data-date');
  const done = had?.dataset.done;
  room.replaceChildren(...nodes);
  if (!had) return false;
  const same = date && done ? room.querySelector(`[data-date="${date}"] [data-done="${done}"]`) : null;
  /** @type {HTMLElement | null} */ (same)?.focus();
  return same === null;
}
