// @ts-check
/**
 * Experiments, below the insights: one at a time, set up before its first day, without a result until its last day is over.
 * The section keeps itself up to date; the view around it need not know what is in it.
 */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { experimentLine, keepingFocus } from './experiment-lines.js';
import { pastExperiment } from './experiment-past.js';
import { setUp } from './experiment-set-up.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').ExperimentsView} ExperimentsView */
/** @typedef {import('../ipc/bindings.js').ExperimentRunning} ExperimentRunning */
/** @typedef {import('../ipc/bindings.js').ExperimentSaid} ExperimentSaid */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * @param {HTMLElement} room an empty section
 * @param {Ask} ask
 * @param {Frame} frame
 * @returns {Promise<void>} ends when it is shown
 */
export function experiments(room, ask, frame) {
  room.classList.add('card', 'experiments');
  room.setAttribute('aria-labelledby', 'experiments-title');
  room.replaceChildren(
    make('h2', { id: 'experiments-title', tabindex: '-1' }, text('experiments-title')),
    make('div', { class: 'stack wide', 'data-part': 'experiment-now' }),
    make('div', { class: 'trouble', 'data-part': 'experiment-trouble', role: 'alert', hidden: true }),
    make('p', { class: 'status', role: 'status', 'data-part': 'experiment-status' }),
    make('div', { class: 'stack wide', 'data-part': 'experiment-past', hidden: true }));
  const trouble = part(room, 'experiment-trouble');
  const now = part(room, 'experiment-now');

  /**
   * @param {Promise<ExperimentsView>} asking
   * @returns {Promise<boolean>} whether it was done
   */
  async function take(asking) {
    try {
      const view = await asking;
      show(view);
      calm(trouble);
      part(room, 'experiment-status').replaceChildren(...(view.text ? done(view.text, turning(view)) : []));
      return true;
    } catch (error) {
      complain(trouble, error);
      return false;
    }
  }

  /** @param {ExperimentsView} view */
  function show(view) {
    const isLost = keepingFocus(now, view.running ? running(view.running) : invitation());
    const past = part(room, 'experiment-past');
    past.hidden = view.past.length === 0;
    const open = new Set([...past.querySelectorAll('details[open]')].map((each) => each.closest('[data-experiment]')?.getAttribute('data-experiment')));
    const hadPast = past.contains(document.activeElement);
    past.replaceChildren(
      make('h3', {}, text('experiments-past')),
      make('ul', { class: 'findings' }, ...view.past.map((each) => pastExperiment(each, open.has(each.id), () => take(ask('experiment_remove', { id: each.id }))))));
    if (isLost || hadPast) part(room, 'experiment-now').parentElement?.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** The way back, where there is one. @param {ExperimentsView} view */
  function turning({ undo_text: undo }) {
    if (!undo) return [];
    const button = make('button', { type: 'button', class: 'in-text', title: undo }, text('undo'));
    button.addEventListener('click', () => void frame.undo());
    return [button];
  }

  function invitation() {
    const begin = make('button', { type: 'button', 'data-act': 'experiment-set-up', 'aria-haspopup': 'dialog' }, icon('experiment'), make('span', {}, text('experiments-set-up')));
    begin.addEventListener('click', () => void open());
    return [make('p', {}, text('experiments-empty')), make('div', { class: 'row' }, begin)];
  }

  /** The question is put in a dialog of its own; it answers with what to begin. */
  async function open() {
    const design = await setUp(ask);
    if (design) await take(ask('experiment_start', design));
    else /** @type {HTMLElement | null} */ (room.querySelector('[data-act="experiment-set-up"]'))?.focus();
  }

  /** @param {ExperimentRunning} is */
  function running(is) {
    const stop = make('button', { type: 'button', class: 'plain', 'data-act': 'experiment-stop' }, text('experiment-stop'));
    stop.addEventListener('click', () => void take(ask('experiment_stop', {})));
    const line = make('div', { class: 'experiment-progress', 'aria-hidden': 'true' }, make('span', {}));
    line.style.setProperty('--done', String((is.phase === 'waiting' ? is.days : is.day ?? 0) / is.days));
    return [
      make('div', { class: 'stack' },
        make('h3', {}, is.title),
        make('p', {}, is.question)),
      make('div', { class: 'stack' }, make('p', {}, is.progress_text), line),
      ...(is.lines.length ? [make('div', { class: 'stack' }, ...is.lines.map(experimentLine))] : []),
      make('div', { class: 'stack' },
        ...(is.phase === 'before' ? [] : [make('p', { class: 'note' }, is.said_text)]),
        make('p', { class: 'note' }, is.no_result_text)),
      make('div', { class: 'row' }, stop),
    ];
  }

  room.addEventListener('wane-experiment-said', (event) => {
    void take(ask('experiment_said', /** @type {CustomEvent<ExperimentSaid>} */ (event).detail));
  });
  return take(ask('experiments', {})).then(() => {});
}
