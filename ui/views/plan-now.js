// @ts-check
/** What stands above the plan while it lasts: a running pause, and the one question whether a reminder shall rest. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').PauseView} PauseView */
/** @typedef {import('../ipc/bindings.js').QuestionView} QuestionView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */
/** @typedef {(asking: Promise<PlanView>, said?: string) => void} Then */

/**
 * A pause that is on, and its end.
 *
 * @param {PauseView} pause
 * @param {Ask} ask
 * @param {Then} then
 */
export function pauseStrip(pause, ask, then) {
  const end = make('button', { type: 'button' }, text('pause-end'));
  end.addEventListener('click', () => then(ask('pause_end', {}), text('pause-ended')));
  return make('div', { class: 'strip' }, make('p', { class: 'with-icon' }, icon('pause'), make('span', {}, pause.text)), end);
}

/**
 * A question with its two answers; it is asked once.
 *
 * @param {QuestionView} question
 * @param {Ask} ask
 * @param {Then} then
 */
export function questionStrip({ kind, title, text: question, rest_text, keep_text }, ask, then) {
  const answers = /** @type {const} */ ([[rest_text, true], [keep_text, false]]).map(([said, rest]) => {
    const button = make('button', { type: 'button', 'aria-label': text('inbox-act', { act: said, title }) }, said);
    button.addEventListener('click', () => then(ask('answer_question', { kind, rest }), text('saved')));
    return button;
  });
  return make('div', { class: 'strip' }, make('p', { class: 'with-icon' }, icon('question'), make('span', {}, question)), make('div', { class: 'row' }, ...answers));
}
