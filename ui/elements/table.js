// @ts-check
/** A table of ready texts. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').Table} Table */

/**
 * @param {Table} table
 * @returns {HTMLTableElement}
 */
export function tableOf({ columns, rows }) {
  // A corner without a name heads nothing.
  const head = make('tr', {}, ...columns.map((name) => (name ? make('th', { scope: 'col' }, name) : make('td'))));
  const body = rows.map(([name = '', ...cells]) =>
    make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell || missing()))),
  );
  return make('table', { class: 'plain' }, make('thead', {}, head), make('tbody', {}, ...body));
}

/** What stands where nothing was said; a screen reader says so in words. */
function missing() {
  return make('span', { role: 'img', 'aria-label': text('missing') }, '–');
}
