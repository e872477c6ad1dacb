// @ts-check
/** The week in three facts: on Insights all week, on Today on the day of the look. It can be skipped for the week. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').LookBackView} LookBackView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The facts, with their names and signs. @type {['good' | 'steady' | 'open', string, string][]} */
const FACTS = [['good', 'look-back-good', 'morning'], ['steady', 'look-back-steady', 'minus'], ['open', 'look-back-open', 'question']];

/**
 * Shows the week in a card; the card is hidden where there is nothing to tell.
 *
 * @param {HTMLElement} room with the heading `look-back-title`
 * @param {LookBackView} view
 * @param {Ask} ask
 * @param {(error: unknown) => void} complain
 * @param {Node[]} [more] stands beside the button
 */
export function lookBack(room, view, ask, complain, more = []) {
  room.hidden = !FACTS.some(([name]) => view[name]);
  if (room.hidden) return;
  const act = make('button', { type: 'button', class: view.skipped ? '' : 'plain' }, text(view.skipped ? 'look-back-show' : 'look-back-skip'));
  act.addEventListener('click', () => {
    ask('look_back_skip', { skip: !view.skipped }).then((now) => {
      lookBack(room, now, ask, complain, more);
      room.querySelector('button')?.focus();
    }, complain);
  });
  const head = make('h2', { id: 'look-back-title', tabindex: '-1' }, text('look-back-title'));
  const told = FACTS.flatMap(([name, title, sign]) => {
    const said = view[name];
    return said ? [make('div', { class: 'week-fact' }, make('dt', {}, icon(sign), text(title)), make('dd', {}, said))] : [];
  });
  const body = view.skipped ? make('p', { class: 'quiet' }, text('look-back-skipped')) : make('dl', { class: 'week' }, ...told);
  room.replaceChildren(head, body, make('div', { class: 'row' }, act, ...more));
}

/**
 * The look back as a card of Today, on the day of the look.
 *
 * @param {HTMLElement} room
 * @param {Ask} ask
 * @param {(error: unknown) => void} trouble what could not be done that the person asked for
 * @param {AbortSignal} ended Today is no longer shown
 */
export async function lookBackOnToday(room, ask, trouble, ended) {
  try {
    const week = await ask('look_back', { only_on_its_day: true });
    if (ended.aborted) return;
    lookBack(room, week, ask, trouble, [make('a', { class: 'button plain', href: '#insights', 'data-go': 'insights' }, text('look-back-more'))]);
  } catch {
    // Nobody asked for it; it stands on Insights as well.
  }
}
