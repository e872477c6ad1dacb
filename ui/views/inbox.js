// @ts-check
/** Reminders that wait: a strip for each, with what can be done about it. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').InboxItem} InboxItem */
/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */

/** What can be done, with its message; later is offered only where there is room for it. */
const ACTS = /** @type {const} */ ([
  ['reminder_done', 'inbox-did'],
  ['reminder_snooze', 'inbox-later'],
  ['inbox_dismiss', 'inbox-dismiss'],
]);

/**
 * @param {InboxItem} item
 * @param {'div' | 'li'} tag
 * @param {boolean} later whether "in ten minutes" is offered
 * @param {typeof import('../ipc/host.js').call} ask
 * @param {(plan: Promise<PlanView>) => void} then
 */
export function inboxItem(item, tag, later, ask, then) {
  const about = { kind: item.kind, local_date: item.local_date };
  const buttons = ACTS.filter(([act]) => later || act !== 'reminder_snooze').map(([act, id]) => {
    const name = text(id);
    const button = make('button', { type: 'button', class: act === 'inbox_dismiss' ? 'plain' : '', 'aria-label': text('inbox-act', { act: name, title: item.title }) }, name);
    button.addEventListener('click', () => {
      then(act === 'reminder_snooze' ? ask(act, { ...about, minutes: 10 }) : ask(act, about));
    });
    return button;
  });
  const words = make('p', {}, make('b', {}, item.title), ' ', make('span', { class: 'quiet' }, item.text));
  return make(tag, { class: tag === 'div' ? 'strip' : '' }, words, make('div', { class: 'row' }, ...buttons));
}
