// @ts-check
/** Times that are mostly the same on every day of the week, and may differ on some. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */

/** Monday first, as the diary counts. */
const NAMES = ['weekday-1', 'weekday-2', 'weekday-3', 'weekday-4', 'weekday-5', 'weekday-6', 'weekday-7'];

/** @param {(string | null)[]} times */
export function isSame(times) {
  return times.every((time) => time === times[0]);
}

/**
 * The time that most of the days have, to start from when the days become one.
 *
 * @param {(string | null)[]} times
 * @returns {string | null}
 */
export function usual(times) {
  const said = times.filter((time) => time !== null);
  return said.toSorted((a, b) => said.filter((t) => t === b).length - said.filter((t) => t === a).length)[0] ?? null;
}

/**
 * Fields for one time, or for seven.
 *
 * @param {HTMLElement} room takes the seven
 * @param {WaneTime} one
 * @param {HTMLElement} oneRoom
 * @param {HTMLInputElement} differs
 */
export function weekdayTimes(room, one, oneRoom, differs) {
  const fields = NAMES.map((name) => {
    const field = /** @type {WaneTime} */ (document.createElement('wane-time'));
    field.setAttribute('label', name);
    room.append(make('div', { class: 'field' }, make('span', { class: 'label', 'aria-hidden': 'true' }, text(name)), field));
    return field;
  });
  room.append(make('p', { class: 'note' }, text('weekdays-note')));
  const show = () => {
    room.hidden = !differs.checked;
    oneRoom.hidden = differs.checked;
  };
  differs.addEventListener('change', () => {
    if (differs.checked) for (const field of fields) field.value = one.value;
    else one.value = usual(fields.map((field) => field.value));
    show();
  });
  return {
    /** @param {(string | null)[]} times */
    take(times) {
      differs.checked = !isSame(times);
      one.value = usual(times);
      fields.forEach((field, index) => (field.value = times[index] ?? null));
      show();
    },
    /** @returns {(string | null)[]} */
    times: () => fields.map((field) => (differs.checked ? field.value : one.value)),
  };
}
