// @ts-check
/** The experiment on Today: what the day is for, or that it has run to its end. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';
import { experimentLine, keepingFocus } from './experiment-lines.js';

/** @typedef {import('../ipc/bindings.js').ExperimentToday} ExperimentToday */

/**
 * @param {HTMLElement} room
 * @param {ExperimentToday | null} experiment nothing where there is none to tell of
 * @returns {boolean} whether the focus has lost its place
 */
export function showExperiment(room, experiment) {
  const now = JSON.stringify(experiment);
  // A line that is the same stays, so that a button in it keeps the focus.
  if (room.dataset.shown === now) return false;
  room.dataset.shown = now;
  room.hidden = experiment === null;
  room.classList.toggle('is-quiet', experiment !== null && !experiment.ended && experiment.lines.every((line) => line.quiet));
  if (!experiment) return keepingFocus(room, []);
  const head = make('p', { class: 'experiment-head' }, experiment.title);
  const more = experiment.ended
    ? [make('a', { class: 'button', href: '#insights', 'data-go': 'insights' }, icon('experiment'), make('span', {}, text('experiment-see-result')))]
    : experiment.lines.map(experimentLine);
  return keepingFocus(room, [head, ...more]);
}
