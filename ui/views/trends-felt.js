// @ts-check
/** What devices measured beside what was felt, for the days that the charts show: a sentence, and night by night. */

import { tableOf } from '../elements/table.js';
import { part } from '../model/make.js';

/** @typedef {typeof import('../ipc/host.js').call} Ask */
/** @typedef {import('../ipc/bindings.js').DayRange} DayRange */

/**
 * Fills the card, which stays hidden while there is no night that both tell of.
 *
 * @param {HTMLElement} card
 * @param {Ask} ask
 * @param {DayRange} days
 */
export async function deviceFelt(card, ask, days) {
  const wanted = `${days.from} ${days.to}`;
  card.dataset.days = wanted;
  // The charts say what went wrong with the diary; this card then stays away.
  const view = await ask('device_felt', days).catch(() => null);
  if (card.dataset.days !== wanted) return;
  card.hidden = !view || view.empty;
  if (!view) return;
  part(card, 'device-felt-text').textContent = view.text;
  part(card, 'device-felt-note').textContent = view.note;
  part(card, 'device-felt-room').hidden = view.table.rows.length === 0;
  part(card, 'device-felt-table').replaceChildren(tableOf(view.table));
}
