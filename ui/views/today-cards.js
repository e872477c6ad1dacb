// @ts-check
/** What stands around the check-in: worries that are back, two weeks, morning light, tonight. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').Today} Today */
/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {import('../elements/wane-chart.js').WaneChart} WaneChart */

/**
 * @param {HTMLElement} root
 * @param {Today} today
 */
export function showCards(root, today) {
  part(root, 'worries').hidden = today.worries === null;
  part(root, 'worries-text').textContent = today.worries;
  twoWeeks(part(root, 'two-weeks'), today.two_weeks, today.sample);

  part(root, 'light-window').textContent = today.light.window_text;
  part(root, 'light-window').hidden = !today.light.window_text;
  part(root, 'light-text').textContent = today.light.text;
  part(root, 'light-done').hidden = !today.light.done;
  act(root, 'light').hidden = today.light.done;

  const { time_text, text: said, skipped, can_skip } = today.tonight;
  part(root, 'tonight-time').textContent = time_text;
  part(root, 'tonight-time').hidden = !time_text;
  part(root, 'tonight-text').textContent = said;
  act(root, 'not-tonight').hidden = can_skip === null;
  part(root, 'tonight-plan').hidden = can_skip !== null || skipped || time_text !== '';
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function act(root, name) {
  return /** @type {HTMLButtonElement} */ (root.querySelector(`[data-act="${name}"]`));
}

/**
 * @param {HTMLElement} room
 * @param {ChartView | null} view
 * @param {boolean} sample
 */
function twoWeeks(room, view, sample) {
  if (!view || view.empty) {
    room.replaceChildren(make('p', { class: 'note' }, text('two-weeks-empty')));
    if (!sample) room.append(make('button', { type: 'button', 'data-act': 'sample' }, text('two-weeks-sample')));
    return;
  }
  let chart = /** @type {WaneChart | null} */ (room.querySelector('wane-chart'));
  if (!chart) {
    chart = /** @type {WaneChart} */ (document.createElement('wane-chart'));
    chart.setAttribute('small', '');
    chart.setAttribute('labelled-by', 'two-weeks-title');
    room.replaceChildren(chart);
  }
  // The same picture again would only cost the day being read.
  if (chart.view?.svg !== view.svg) chart.view = view;
}
