// @ts-check
/** What can be done with a chart: save it, copy it, print it; folded away under one button. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {'save' | 'copy-picture' | 'copy-svg' | 'copy-table' | 'print' | 'print-table'} Keeping */

/** In their order, with their icons and words. @type {[Keeping, string, string][]} */
const WAYS = [
  ['save', 'picture', 'chart-save'],
  ['copy-picture', 'copy', 'chart-copy-picture'],
  ['copy-svg', 'copy', 'chart-copy-svg'],
  ['copy-table', 'copy', 'chart-copy-table'],
  ['print', 'print', 'chart-print'],
  ['print-table', 'print', 'chart-print-table'],
];

/**
 * @param {(what: Keeping) => void} chosen
 * @returns {HTMLDetailsElement}
 */
export function keeping(chosen) {
  const turning = icon('right');
  turning.classList.add('turns');
  const room = make('div', { class: 'row' }, ...WAYS.map(([way, sign, words]) =>
    make('button', { type: 'button', 'data-keep': way }, icon(sign), make('span', {}, text(words)))));
  const details = make('details', { class: 'keep' }, make('summary', {}, turning, make('span', {}, text('chart-keep'))), room);
  room.addEventListener('click', (event) => {
    const way = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-keep]'))?.dataset.keep;
    if (way) chosen(/** @type {Keeping} */ (way));
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.preventDefault();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
  return details;
}
