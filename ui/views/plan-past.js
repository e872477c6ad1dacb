// @ts-check
/** What became of the reminders: those that wait, and all of the last two weeks. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { inboxItem } from './inbox.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').InboxItem} InboxItem */
/** @typedef {import('./plan.js').Doing} Doing */

/** The icon of what became of one; all others only tell it in words. @type {Record<string, string>} */
const ICONS = { done: 'done', paused: 'pause', rested: 'pause', snoozed: 'history', skipped: 'minus', quiet: 'quiet' };

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function past(root, { ask, change }) {
  const status = part(root, 'inbox-status');
  let shown = '';

  /** @param {PlanView} view */
  function take(view) {
    const now = JSON.stringify([view.inbox, view.past]);
    if (now === shown) return;
    shown = now;
    part(root, 'inbox-card').hidden = view.inbox.length === 0;
    part(root, 'inbox').replaceChildren(...view.inbox.map((item) => inboxItem(item, 'li', true, ask, (asking) => void change(asking, status))));
    part(root, 'past-card').hidden = view.past.length === 0;
    part(root, 'past-count').textContent = text('past-count', { count: view.past.length });
    part(root, 'past').replaceChildren(...view.past.map(pastItem));
  }

  return { take };
}

/** @param {InboxItem} item */
function pastItem({ title, text: became, state }) {
  return make('li', { 'data-state': state }, icon(ICONS[state] ?? 'note'), make('b', {}, title), make('span', { class: 'note' }, became));
}
