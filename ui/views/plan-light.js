// @ts-check
/** How the morning light is to be had, for those who cannot go out or whom light hurts, and where the sun is asked about. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('./plan.js').Doing} Doing */

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function light(root, { ask, change, say }) {
  const status = part(root, 'light-status');
  const lamp = /** @type {HTMLInputElement} */ (part(root, 'lamp'));
  const room = part(root, 'ways');
  /** @type {HTMLInputElement[]} */
  let ways = [];

  /** @param {PlanView} view */
  function take({ light: { way, choices, dark_winter_lamp, place_text } }) {
    if (ways.length === 0) {
      ways = choices.map((choice) => {
        const input = make('input', { type: 'radio', name: 'light-way', value: choice.way });
        input.addEventListener('change', () => void set({ way: choice.way, dark_winter_lamp: null }));
        room.append(make('label', { class: 'tick' }, input, make('span', {}, choice.text)));
        return input;
      });
    }
    for (const input of ways) input.checked = input.value === way;
    lamp.checked = dark_winter_lamp;
    part(root, 'place').textContent = place_text;
  }

  /** @param {import('../ipc/bindings.js').SetLight} to */
  async function set(to) {
    if (await change(ask('set_light', to), status)) say(status, text('saved'));
  }

  lamp.addEventListener('change', () => void set({ way: null, dark_winter_lamp: lamp.checked }));
  return { take };
}
