// @ts-check
/** What becomes of a chart outside of the window: a file, the clipboard, paper. */

import { text, words } from '../model/texts.js';
import { printed } from './trends-print.js';

/** @typedef {import('../ipc/bindings.js').ChartRequest} ChartRequest */
/** @typedef {import('../ipc/bindings.js').CopyForm} CopyForm */
/** @typedef {import('../elements/chart-keeping.js').Keeping} Keeping */
/** @typedef {import('../elements/wane-chart.js').WaneChart} WaneChart */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** What goes into the clipboard, and what is said then. @type {{ [what: string]: [CopyForm, string] | undefined }} */
const COPIES = {
  'copy-picture': ['picture', 'chart-copied-picture'],
  'copy-svg': ['svg', 'chart-copied-svg'],
  'copy-table': ['table', 'chart-copied-table'],
};

/**
 * Does with a chart what its buttons say, and says beside them what became of it.
 *
 * @param {WaneChart} chart
 * @param {Keeping} what
 * @param {ChartRequest} request how the chart is shown now
 * @param {Ask} ask
 */
export async function keep(chart, what, request, ask) {
  chart.say('');
  const copy = COPIES[what];
  try {
    if (what === 'save') chart.say((await ask('save_chart', request)).text ?? '');
    else if (copy) chart.say(await copied(ask, request, ...copy));
    else chart.say(await printed([{ title: titleOf(chart), request }], what === 'print-table', ask));
  } catch (error) {
    chart.say(words(error));
  }
}

/**
 * Copies a chart, and gives the words for what became of it.
 *
 * @param {Ask} ask
 * @param {ChartRequest} chart
 * @param {CopyForm} form
 * @param {string} done the message when it is done
 */
async function copied(ask, chart, form, done) {
  /** @type {unknown} */
  let trouble = null;
  const type = form === 'picture' ? 'image/png' : 'text/plain';
  const content = ask('copy_chart', { chart, form }).then(({ png, text: said }) => new Blob([png === null ? said ?? '' : bytesOf(png)], { type }));
  content.catch((error) => (trouble = error));
  try {
    // The clipboard is opened within the click, or it stays shut: what goes into it comes later.
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
    return text(done);
  } catch {
    return trouble === null ? text('chart-not-copied') : words(trouble);
  }
}

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** What the heading over a chart says. @param {WaneChart} chart */
export function titleOf(chart) {
  return document.getElementById(chart.getAttribute('labelled-by') ?? '')?.textContent ?? '';
}
