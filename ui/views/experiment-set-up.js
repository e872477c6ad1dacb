// @ts-check
/** Setting an experiment up: what, looked at how, for how long; and what can be expected of it, before anything is fixed. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';
import { opened } from './dialogs.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').ExperimentDesign} ExperimentDesign */
/** @typedef {import('../ipc/bindings.js').ExperimentProposal} ExperimentProposal */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The groups of choices, each with its first one chosen. @type {[keyof ExperimentDesign, string, [string, string][]][]} */
const GROUPS = [
  ['tried', 'experiment-ask-tried', [
    ['wind-down', 'experiment-tried-choice-wind-down'],
    ['morning-light', 'experiment-tried-choice-morning-light'],
    ['movement', 'experiment-tried-choice-movement'],
    ['own', 'experiment-tried-choice-own'],
  ]],
  ['part', 'experiment-ask-part', [
    ['evening', 'experiment-part-choice-evening'],
    ['morning', 'experiment-part-choice-morning'],
    ['day', 'experiment-part-choice-day'],
  ]],
  ['watched', 'experiment-ask-watched', [
    ['morning-pain', 'experiment-watched-choice-morning-pain'],
    ['evening-pain', 'experiment-watched-choice-evening-pain'],
    ['asleep', 'experiment-watched-choice-asleep'],
    ['efficiency', 'experiment-watched-choice-efficiency'],
    ['quality', 'experiment-watched-choice-quality'],
  ]],
  ['weeks', 'experiment-ask-weeks', [['4', 'experiment-four-weeks'], ['2', 'experiment-two-weeks']]],
  ['pace', 'experiment-ask-pace', [['every-day', 'experiment-pace-day'], ['two-or-three-days', 'experiment-pace-days']]],
];

/** The longest name for what is tried, in characters. */
const LONGEST_OWN = 60;

/** After so many milliseconds without a key what is typed is asked about. */
const TYPED = 400;

/**
 * Opens the dialog.
 *
 * @param {Ask} ask
 * @returns {Promise<ExperimentDesign | null>} what to begin; nothing when it was put away
 */
export async function setUp(ask) {
  /** @type {Record<string, string>} */
  const chosen = Object.fromEntries(GROUPS.map(([name, , options]) => [name, options[0]?.[0] ?? '']));
  const own = make('input', { type: 'text', id: 'experiment-own', maxlength: String(LONGEST_OWN), autocomplete: 'off' });
  const first = make('select', { id: 'experiment-first' });
  const begin = make('button', { type: 'submit', class: 'primary' }, text('experiment-begin'));
  const form = make('form', { class: 'stack wide', novalidate: true },
    ...GROUPS.flatMap(([name, question, options]) => [
      group(name, question, options),
      ...(name === 'tried' ? [make('div', { class: 'field', 'data-part': 'own' }, make('label', { for: 'experiment-own' }, text('experiment-ask-own')), own)] : []),
    ]),
    make('div', { class: 'field' }, make('label', { for: 'experiment-first' }, text('experiment-ask-first')), first),
    make('section', { class: 'expected', 'aria-labelledby': 'experiment-expected', 'data-part': 'expected', hidden: true },
      make('h3', { id: 'experiment-expected' }, text('experiment-expected')),
      make('div', { class: 'stack', role: 'status', 'data-part': 'expected-texts' })),
    make('p', { class: 'note' }, text('experiment-fair')),
    make('div', { class: 'trouble', 'data-part': 'trouble', role: 'alert', hidden: true }),
    make('div', { class: 'row' }, begin, make('button', { type: 'button', class: 'plain', 'data-answer': '' }, text('experiment-not-now'))));
  const dialog = make('dialog', { class: 'set-up', 'aria-labelledby': 'experiment-set-up-title' },
    make('div', { class: 'dialog-head' },
      make('h2', { id: 'experiment-set-up-title' }, text('experiment-set-up-title')),
      make('button', { type: 'button', class: 'plain only-icon', 'data-answer': '', 'aria-label': text('close') }, icon('close'))),
    make('p', {}, text('experiment-set-up-lead')),
    form);

  let turn = 0;
  let typing = 0;
  /** @type {Map<string, (is: (button: HTMLButtonElement) => boolean) => void>} */
  const marks = new Map();
  for (const [name] of GROUPS) {
    marks.set(name, choices(part(dialog, `choose-${name}`), (button) => {
      chosen[name] = button.dataset.value ?? '';
      mark();
      void propose();
    }));
  }

  function mark() {
    for (const [name, set] of marks) set((button) => button.dataset.value === chosen[name]);
    const isOwn = chosen.tried === 'own';
    part(dialog, 'own').hidden = !isOwn;
    part(dialog, 'group-part').hidden = !isOwn;
    part(dialog, 'group-pace').hidden = chosen.weeks !== '4';
  }

  /** @returns {ExperimentDesign} */
  const design = () => /** @type {ExperimentDesign} */ ({
    tried: chosen.tried,
    own: chosen.tried === 'own' ? own.value : null,
    part: chosen.tried === 'own' ? chosen.part : null,
    watched: chosen.watched,
    weeks: Number(chosen.weeks),
    pace: chosen.weeks === '4' ? chosen.pace : 'every-day',
    first: first.value || null,
  });

  /** Asks what can be expected, unless there is no name for it yet. */
  async function propose() {
    const mine = (turn += 1);
    calm(part(dialog, 'trouble'));
    const isNamed = chosen.tried !== 'own' || own.value.trim() !== '';
    if (!isNamed) {
      part(dialog, 'expected').hidden = true;
      return;
    }
    try {
      const proposal = await ask('experiment_propose', design());
      if (mine === turn) expected(proposal);
    } catch (error) {
      if (mine === turn) complain(part(dialog, 'trouble'), error);
    }
  }

  /** @param {ExperimentProposal} proposal */
  function expected(proposal) {
    part(dialog, 'expected').hidden = false;
    part(dialog, 'expected-texts').replaceChildren(
      make('p', { class: 'question' }, proposal.question),
      make('p', {}, proposal.plan_text),
      make('p', {}, proposal.expect_text));
    days(proposal);
  }

  /** The days it can begin on; the one that is chosen stays. @param {ExperimentProposal} proposal */
  function days({ first_days: all, first: day }) {
    const now = all.map(({ date }) => date).join();
    if (first.dataset.days !== now) first.replaceChildren(...all.map(({ date, text: said }) => make('option', { value: date }, said)));
    first.dataset.days = now;
    first.value = day;
  }

  own.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => void propose(), TYPED);
  });
  first.addEventListener('change', () => void propose());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // What cannot be begun says why here, where it can be put right.
    try {
      const mine = (turn += 1);
      const proposal = await ask('experiment_propose', design());
      if (mine === turn) days(proposal);
      dialog.close('begin');
    } catch (error) {
      complain(part(dialog, 'trouble'), error);
      if (chosen.tried === 'own' && own.value.trim() === '') own.focus();
    }
  });
  mark();
  const proposed = propose();
  const answer = await opened(dialog);
  await proposed;
  clearTimeout(typing);
  return answer === 'begin' ? design() : null;
}

/**
 * @param {string} name
 * @param {string} question
 * @param {[string, string][]} options
 */
function group(name, question, options) {
  const id = `experiment-label-${name}`;
  return make('div', { class: 'choice', 'data-part': `group-${name}` },
    make('h3', { id }, text(question)),
    make('div', { class: 'segments', role: 'radiogroup', 'aria-labelledby': id, 'data-part': `choose-${name}` },
      ...options.map(([value, said]) => make('button', { type: 'button', role: 'radio', 'data-value': value }, text(said)))));
}
