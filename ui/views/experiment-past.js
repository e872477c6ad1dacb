// @ts-check
/** An experiment that has ended: what came of it, with its range drawn, and what it rests on. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').ExperimentPast} ExperimentPast */
/** @typedef {import('../ipc/bindings.js').ExperimentResult} ExperimentResult */
/** @typedef {import('../ipc/bindings.js').RangePicture} RangePicture */

/**
 * @param {ExperimentPast} past
 * @param {boolean} isOpen its details are unfolded
 * @param {() => unknown} remove
 */
export function pastExperiment(past, isOpen, remove) {
  const button = make('button', { type: 'button', class: 'plain', 'data-act': 'experiment-remove', 'aria-label': text('experiment-remove-named', { title: past.title }) }, icon('trash'), make('span', {}, text('experiment-remove')));
  button.addEventListener('click', remove);
  return make('li', { class: 'finding experiment', 'data-experiment': past.id, 'data-phase': past.phase },
    make('div', { class: 'finding-head' }, make('h4', {}, past.title), make('span', { class: 'quiet' }, past.when_text)),
    make('p', { class: 'note' }, past.question),
    make('p', { class: past.result ? 'experiment-said' : '' }, past.text),
    ...(past.result ? result(past.result, isOpen) : []),
    make('div', { class: 'row' }, button));
}

/**
 * @param {ExperimentResult} came
 * @param {boolean} isOpen
 */
function result(came, isOpen) {
  return [
    ...(came.picture ? [range(came.picture)] : []),
    make('ul', { class: 'experiment-facts' }, ...[came.range_text, came.chance_text, came.said_text].map((said) => make('li', {}, said))),
    make('p', { class: 'note' }, came.limits_text),
    make('details', { open: isOpen }, make('summary', {}, icon('right'), make('span', {}, text('experiment-details'))), make('p', {}, came.days_text)),
  ];
}

/**
 * The range on a line round zero; the words beside it say the same.
 *
 * @param {RangePicture} picture
 */
function range({ reach, low, middle, high, matters, left_text: left, right_text: right, zero_text: zero }) {
  const at = (/** @type {number} */ value) => `${(50 + (50 * value) / reach).toFixed(2)}%`;
  const piece = (/** @type {string} */ name, /** @type {number} */ from, to = from) => {
    const element = make('span', { class: name });
    element.style.setProperty('--from', at(from));
    element.style.setProperty('--to', at(to));
    return element;
  };
  return make('div', { class: 'range', 'aria-hidden': 'true' },
    make('div', { class: 'range-line' }, piece('range-matters', -matters, matters), piece('range-zero', 0), piece('range-span', low, high), piece('range-middle', middle)),
    make('div', { class: 'range-ends' }, make('span', {}, left), make('span', {}, zero), make('span', {}, right)));
}
