// @ts-check
/** Tonight and tomorrow as one line with a station for each thing that lies ahead, and which reminders come, with the reason. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').GlancePart} GlancePart */
/** @typedef {import('../ipc/bindings.js').GlanceLine} GlanceLine */
/** @typedef {import('../ipc/bindings.js').Coming} Coming */
/** @typedef {import('./plan.js').Doing} Doing */

/** The icon of each station. @type {Record<string, string>} */
const ICONS = { 'wind-down': 'evening', bed: 'bed', 'protected-night': 'quiet', light: 'morning', rise: 'today', 'check-in': 'edit' };

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function glance(root, { ask, change, say }) {
  const status = part(root, 'glance-status');
  let shown = '';

  /** @param {PlanView} view */
  function take(view) {
    const now = JSON.stringify([view.glance, view.coming]);
    if (now === shown) return;
    shown = now;
    const parts = view.glance.filter(({ lines }) => lines.length > 0);
    part(root, 'glance').replaceChildren(...parts.map(partItem));
    part(root, 'nothing-ahead').hidden = parts.length > 0;
    part(root, 'nothing-coming').hidden = view.coming.length > 0;
    part(root, 'coming').replaceChildren(...view.coming.map(comingItem));
  }

  /** @param {Coming} item */
  function comingItem(item) {
    const skip = make('button', { type: 'button', class: 'plain', 'aria-label': text('coming-skip-named', { title: item.title, day: item.day_text }) }, text('coming-skip'));
    skip.addEventListener('click', async () => {
      const view = await change(ask('reminder_skip', { kind: item.kind, local_date: item.local_date }), status);
      if (view) say(status, text('coming-skipped', { title: item.title, day: item.day_text }));
    });
    return make('li', {},
      make('span', { class: 'when' }, make('b', {}, item.time_text), make('span', { class: 'quiet' }, item.day_text)),
      make('div', {}, make('p', {}, make('b', {}, item.title)), make('p', { class: 'note' }, item.why)),
      skip);
  }

  return { take };
}

/** @param {GlancePart} part */
function partItem({ id, heading, lines }) {
  const name = `glance-${id}`;
  const room = make('div', { class: 'glance-part' },
    make('h3', { id: name }, heading),
    make('ol', { class: 'stations', 'aria-labelledby': name }, ...lines.map(station)));
  // Each part is as wide as it has stations, so that they stand at even distances.
  room.style.setProperty('--stations', String(lines.length));
  return room;
}

/** @param {GlanceLine} line */
function station({ id, title, time_text, note, reminds }) {
  const said = make('span', { class: 'said' }, make('b', { class: 'time' }, time_text), ' ', make('span', { class: 'what' }, title));
  if (note) said.append(' ', make('span', { class: 'note' }, note));
  return make('li', { 'data-station': id, 'data-reminds': reminds }, make('span', { class: 'mark', 'aria-hidden': 'true' }, icon(ICONS[id] ?? 'note')), said);
}
