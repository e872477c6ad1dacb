// @ts-check
/** Factors: what the person keeps an eye on, by day or by night, as yes or no or as a number. */

import { HostError } from '../ipc/host.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';
import { nameField } from './lists-listing.js';

/** @typedef {import('../ipc/bindings.js').FactorView} FactorView */
/** @typedef {import('../ipc/bindings.js').FactorTiming} FactorTiming */
/** @typedef {{ name: string, timing: FactorTiming, number: boolean, unit: string }} Values */

let made = 0;

/**
 * @param {typeof import('../ipc/host.js').call} ask
 * @returns {import('./lists-listing.js').Kind<FactorView, Values>}
 */
export const factors = (ask) => ({
  name: 'factors',
  says: { add: 'factor-add', done: 'factor-save', away: 'lists-away', awayNamed: 'lists-away-named', aside: 'lists-aside', takeUp: 'lists-take-up' },
  items: (tracked) => tracked.factors,
  row: ({ id, name, timing, unit, retired, idle, measured, use_text }) => {
    const kind = unit === null ? text('factor-yes-no') : unit === '' ? text('factor-number') : text('factor-in', { unit });
    const asked = text(measured ? 'factor-from-device' : timing === 'day' ? 'factor-asked-evening' : 'factor-asked-morning', { kind });
    return { id, name, lines: [asked, use_text], retired, offer: idle && !retired ? text('factor-idle') : undefined };
  },
  values: (factor) => ({ name: factor?.name ?? '', timing: factor?.timing ?? 'day', number: factor !== null && factor.unit !== null, unit: factor?.unit ?? '' }),
  editor: (values, _tracked, isNew) => {
    const name = nameField('factor-name', values.name);
    const unit = nameField('factor-unit', values.unit, 20);
    const timing = choice('factor-when', [['day', 'factor-day'], ['night', 'factor-night']], values.timing, {
      day: 'factor-day-note',
      night: 'factor-night-note',
    });
    const kind = choice('factor-kind', [['yes', 'factor-yes-no'], ['number', 'factor-number']], values.number ? 'number' : 'yes', {
      yes: 'factor-yes-no-note',
      number: 'factor-number-note',
    });
    const unfold = () => (unit.room.hidden = kind.value() !== 'number');
    kind.room.addEventListener('wane-choice', unfold);
    unfold();
    const body = [name.room, timing.room, kind.room, unit.room];
    if (!isNew) body.push(make('p', { class: 'note' }, text('factor-fixed')));
    return {
      body,
      read: () => ({ name: name.input.value.trim(), timing: timing.value() === 'night' ? 'night' : 'day', number: kind.value() === 'number', unit: unit.input.value.trim() }),
      focus: () => name.input.focus(),
    };
  },
  save: async ({ name, timing, number, unit }, id) => {
    if (number && unit === '') throw new HostError('bad-input', text('factor-unit-wanted'));
    return ask('save_factor', { id, name, timing, unit: number ? unit : null });
  },
  away: (id, retired) => ask('retire', { kind: 'factor', id, retired }),
  full: ({ factors: all, factor_limit: limit }) => {
    const used = all.filter(({ retired, measured }) => !retired && !measured).length;
    return used >= limit ? text('factors-full', { limit }) : null;
  },
});

/**
 * One of two, with a sentence about the one that is chosen.
 *
 * @param {string} label its message
 * @param {[value: string, name: string][]} options
 * @param {string} chosen
 * @param {Record<string, string>} notes messages
 */
function choice(label, options, chosen, notes) {
  const id = `choice-${(made += 1)}`;
  let now = chosen;
  const buttons = options.map(([value, name]) => make('button', { type: 'button', role: 'radio', 'data-value': value }, text(name)));
  const note = make('p', { class: 'note', id: `${id}-note` });
  const group = make('div', { class: 'segments', role: 'radiogroup', 'aria-labelledby': id, 'aria-describedby': note.id }, ...buttons);
  const mark = choices(group, ({ dataset: { value } }) => {
    now = value ?? now;
    show();
    group.dispatchEvent(new CustomEvent('wane-choice', { bubbles: true }));
  });
  function show() {
    mark(({ dataset: { value } }) => value === now);
    note.textContent = text(notes[now] ?? '');
  }
  show();
  return { room: make('div', { class: 'field' }, make('span', { class: 'label', id }, text(label)), group, note), value: () => now };
}
