// @ts-check
/** The user's own times, and the small step towards regular ones that the diary may suggest. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { keepBegun, unsaved } from './begun.js';
import { weekdayTimes } from './weekdays.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').SuggestionView} SuggestionView */
/** @typedef {import('../ipc/bindings.js').TargetsView} TargetsView */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./plan.js').Doing} Doing */

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function targets(root, { ask, change, say, acting }) {
  const form = part(root, 'targets');
  const status = part(root, 'targets-status');
  const one = /** @type {WaneTime} */ (form.querySelector('wane-time[name="bed"]'));
  const rise = /** @type {WaneTime} */ (form.querySelector('wane-time[name="rise"]'));
  const lead = /** @type {WaneMinutes} */ (form.querySelector('wane-minutes[name="lead"]'));
  const beds = weekdayTimes(part(form, 'bed-days'), one, part(form, 'bed-one'), /** @type {HTMLInputElement} */ (part(form, 'bed-differs')));
  /** @type {TargetsView | null} */
  let had = null;

  const begun = keepBegun('targets', form, () => ({ bed: beds.times(), rise: rise.value, lead: lead.value }));

  /** What is being typed stays until the times themselves have changed. @param {PlanView} view */
  function take(view) {
    if (JSON.stringify(view.targets) !== JSON.stringify(had)) {
      if (had) begun.drop();
      had = view.targets;
      const typed = begun.had();
      beds.take(typed?.bed ?? had.bed);
      rise.value = typed ? typed.rise : had.rise;
      lead.value = typed ? typed.lead : had.lead_min;
      if (typed) status.replaceChildren(unsaved());
    }
    suggestion(view.suggestion);
  }

  /** @param {SuggestionView | null} step */
  function suggestion(step) {
    // Where there are no times yet, the card with the step stands on its own.
    const card = part(root, 'targets-card');
    part(root, 'suggestion').hidden = step === null;
    form.hidden = card.hidden;
    if (step === null) return;
    part(root, 'suggestion-text').textContent = step.text;
    part(root, 'suggestion-why').textContent = step.why;
    const shift = /** @type {const} */ ([['bed', 'targets-bed'], ['rise', 'targets-rise']]).flatMap(([which, name]) => {
      const [from, to] = [step.from[which], step.to[which]];
      const arrow = make('span', { 'aria-hidden': 'true' }, make('span', { class: 'quiet' }, from), ' → ', make('b', {}, to));
      return [make('dt', {}, text(name)), make('dd', {}, arrow, make('span', { class: 'unseen' }, text('suggestion-shift', { from, to })))];
    });
    part(root, 'suggestion-shift').replaceChildren(...shift);
    card.hidden = false;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const lead_min = lead.value ?? had?.lead_min ?? 0;
    if (!(await change(ask('set_targets', { bed: beds.times(), rise: rise.value, lead_min }), status))) return;
    begun.drop();
    say(status, text('saved'));
  });

  /** While the card for the first visit takes the place of this one, it is said there. */
  const told = () => (part(root, 'targets-card').hidden ? part(root, 'start-help') : status);

  acting('accept', async () => {
    const before = had;
    if (!(await change(ask('suggestion_accept', {}), part(root, 'suggestion-status')))) return;
    const back = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    back.addEventListener('click', async () => {
      if (before && (await change(ask('set_targets', before), told()))) say(told(), text('suggestion-put-off'));
    });
    say(told(), text('suggestion-taken'), before ? [back] : []);
  });

  acting('not-now', async () => {
    if (await change(ask('suggestion_dismiss', {}), part(root, 'suggestion-status'))) say(told(), text('suggestion-put-off'));
  });

  return { take };
}
