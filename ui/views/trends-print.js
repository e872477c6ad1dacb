// @ts-check
/**
 * Charts on paper: a sheet beside the page that only a printer sees, drawn anew in the colours for paper.
 *
 * The sheet stays until the next one takes its place, because not every engine says when printing is over.
 */

import { drawing } from '../elements/drawing.js';
import { tableOf } from '../elements/table.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').ChartRequest} ChartRequest */
/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** Width of a picture on a sheet of A4 or Letter within its margins, in CSS pixels. */
const WIDTH = 672;

/**
 * Prints charts: their names, their days, the pictures, the sentences, and the tables if they are wanted.
 * Gives the words for what stood in the way, or none.
 *
 * @param {{ title: string, request: ChartRequest }[]} charts
 * @param {boolean} tables
 * @param {Ask} ask
 */
export async function printed(charts, tables, ask) {
  const views = await Promise.all(charts.map(({ request }) => ask('chart', { ...request, theme: 'print', width: WIDTH, text_scale: 1 })));
  const sheet = make('section', { class: 'print-sheet', 'aria-hidden': 'true' });
  const range = views.find(({ empty }) => !empty)?.range_text ?? '';
  sheet.append(make('h1', {}, text('view-trends')), make('p', { class: 'quiet' }, range));
  views.forEach((view, index) => {
    if (!view.empty) sheet.append(...onPaper(charts[index]?.title ?? '', view, tables));
  });
  document.querySelector('.print-sheet')?.remove();
  document.body.append(sheet);
  try {
    // Some engines leave printing to the program around them, and then this is a promise.
    await window.print();
    return '';
  } catch {
    return text('chart-not-printed');
  }
}

/**
 * @param {string} title
 * @param {ChartView} view
 * @param {boolean} tables
 */
function onPaper(title, view, tables) {
  const picture = drawing(view.svg);
  const parts = [make('div', { class: 'printed' },
    make('h2', {}, title),
    ...(picture ? [picture] : []),
    make('p', {}, view.sentence))];
  if (tables) parts.push(make('div', { class: 'printed-table' }, tableOf(view.table)));
  return parts;
}
