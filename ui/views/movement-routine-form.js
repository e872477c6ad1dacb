// @ts-check
/** The form of a routine of one's own: its name, its movements in order, and how much of each. */

import { movementFigure } from '../elements/movement-figure.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { minutesField } from './movement-fields.js';
import { complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').RoutineView} RoutineView */
/** @typedef {import('../ipc/bindings.js').LibraryView} LibraryView */
/** @typedef {import('../ipc/bindings.js').SaveRoutine} SaveRoutine */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {{ movement: string, amount: number, by: 'minutes' | 'times' }} Step */

/** How much of a movement there is at first. @type {{ amount: number, by: 'times' }} */
const AT_FIRST = { amount: 6, by: 'times' };

/**
 * @param {RoutineView | null} routine what it holds at first
 * @param {boolean} asNew it becomes a new one, whatever it was made from
 * @param {LibraryView} library
 * @param {() => void} close
 * @param {(request: SaveRoutine) => Promise<void>} save
 * @returns {{ element: HTMLFormElement, focus: () => void }}
 */
export function routineForm(routine, asNew, library, close, save) {
  const named = new Map(library.movements.map((item) => [item.code, item.name]));
  /** @type {Step[]} */
  const steps = (routine?.steps ?? []).map(({ movement, minutes, times }) => ({ movement, amount: minutes ?? times ?? AT_FIRST.amount, by: minutes === null ? 'times' : 'minutes' }));
  const name = make('input', { type: 'text', id: 'routine-name', maxlength: '60', autocomplete: 'off' });
  name.value = asNew ? '' : routine?.name ?? '';
  const list = make('ol', { class: 'rows routine-steps', 'data-part': 'steps' });
  const add = make('select', { id: 'routine-add' }, ...library.postures.map(({ code, name: posture }) =>
    make('optgroup', { label: posture }, ...library.movements.filter((item) => item.posture === code && !item.hidden).map((item) => make('option', { value: item.code }, item.name)))));
  const element = make('form', { class: 'card', novalidate: true },
    make('h2', {}, text(routine && !asNew ? 'routine-edit' : 'routine-new')),
    make('div', { class: 'field' }, make('label', { for: 'routine-name' }, text('routine-name')), name),
    make('h3', { id: 'routine-steps' }, text('routine-steps')), list,
    make('div', { class: 'field' }, make('label', { for: 'routine-add' }, text('routine-add')),
      make('div', { class: 'row' }, add, make('button', { type: 'button', 'data-do': 'add' }, icon('plus'), make('span', {}, text('instruction-add'))))),
    make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }),
    make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary' }, text('routine-save')), make('button', { type: 'button', class: 'plain', 'data-do': 'close' }, text('routine-close'))));

  const label = (/** @type {string} */ code) => named.get(code) ?? '';

  /** @param {Step} step @param {number} at */
  function row(step, at) {
    const what = { name: label(step.movement) };
    const amount = minutesField({ count: true, stepper: true, 'labelled-by': `step-${at}` });
    amount.value = step.amount;
    amount.addEventListener('wane-value', () => {
      step.amount = amount.value ?? 1;
    });
    const unit = make('select', { 'aria-label': text('routine-unit', { name: what.name }) },
      make('option', { value: 'times' }, text('routine-unit-times')), make('option', { value: 'minutes' }, text('routine-unit-minutes')));
    unit.value = step.by;
    unit.addEventListener('change', () => {
      step.by = unit.value === 'minutes' ? 'minutes' : 'times';
    });
    const button = (/** @type {string} */ act, /** @type {string} */ picture, /** @type {string} */ id, off = false) =>
      make('button', { type: 'button', class: 'plain only-icon', 'data-do': act, 'data-at': String(at), 'aria-label': text(id, what), disabled: off }, icon(picture));
    return make('li', {},
      make('span', { class: 'thumb' }, movementFigure(step.movement, null)),
      make('span', { class: 'said', id: `step-${at}` }, what.name),
      make('span', { class: 'with-unit' }, amount, unit),
      make('span', { class: 'acts' },
        button('up', 'up', 'routine-step-up', at === 0), button('down', 'down', 'routine-step-down', at === steps.length - 1), button('out', 'close', 'routine-step-out')));
  }

  const show = () => list.replaceChildren(...steps.map(row));

  /** @param {string} act @param {number} at */
  function focusOn(act, at) {
    const buttons = [...list.querySelectorAll(`[data-do="${act}"]`)].map((button) => /** @type {HTMLButtonElement} */ (button));
    const place = buttons[Math.min(Math.max(at, 0), buttons.length - 1)];
    if (place && !place.disabled) place.focus();
    else /** @type {HTMLElement | null} */ (place?.parentElement?.querySelector('button:not(:disabled)') ?? add)?.focus();
  }

  element.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('[data-do]');
    const act = button?.getAttribute('data-do');
    const at = Number(button?.getAttribute('data-at'));
    if (act === 'close') close();
    else if (act === 'add') {
      steps.push({ movement: add.value, ...AT_FIRST });
      show();
    } else if (act === 'out') {
      steps.splice(at, 1);
      show();
      focusOn('out', at);
    } else if (act === 'up' || act === 'down') {
      const to = at + (act === 'up' ? -1 : 1);
      const [moved] = steps.splice(at, 1);
      if (moved) steps.splice(to, 0, moved);
      show();
      focusOn(act, to);
    }
  });
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    for (const field of list.querySelectorAll('wane-minutes')) /** @type {WaneMinutes} */ (field).commit();
    try {
      await save({
        id: asNew ? null : routine?.key ?? null,
        name: name.value,
        steps: steps.map(({ movement, amount, by }) => ({ movement, minutes: by === 'minutes' ? amount : null, times: by === 'times' ? amount : null })),
      });
    } catch (error) {
      complain(part(element, 'trouble'), error);
    }
  });
  show();
  return { element, focus: () => name.focus() };
}
