// @ts-check
/** The person's own plan: what is suggested and why, the last four weeks, and what their clinician said. */

import { tableOf } from '../elements/table.js';
import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { numbersShown } from '../model/numbers.js';
import { text } from '../model/texts.js';
import { minutesField } from './movement-fields.js';
import { InstructionsCard } from './movement-instructions.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').LedgerView} LedgerView */
/** @typedef {import('../ipc/bindings.js').LedgerDay} LedgerDay */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./movement.js').Doing} Doing */

export class PlanPart {
  #root;
  #doing;
  #instructions;
  /** The kind that is looked at before there is a plan. @type {string | null} */ #kind = null;

  /** @param {HTMLElement} root @param {Doing} doing */
  constructor(root, doing) {
    this.#root = root;
    this.#doing = doing;
    const goal = minutesField({ stepper: true, 'labelled-by': 'plan-goal', 'data-part': 'goal' });
    root.append(
      make('section', { class: 'card plan-now' },
        make('h2', {}, text('plan-title')),
        make('p', { class: 'lead', 'data-part': 'suggestion' }),
        make('p', { class: 'quiet', 'data-part': 'baseline' }),
        make('dl', { class: 'facts', 'data-part': 'today' }),
        make('div', { class: 'strip', 'data-part': 'asks', hidden: true }, make('p', { 'data-part': 'question' }), make('button', { type: 'button', 'data-act': 'agree' }, text('plan-agree'))),
        make('div', { class: 'stack', 'data-part': 'why', hidden: true }, make('h3', {}, text('plan-why')), make('ul', { class: 'reasons', 'data-part': 'reasons' })),
        make('form', { class: 'stack', novalidate: true, 'data-part': 'begin' },
          make('div', { class: 'fields' },
            make('div', { class: 'field', 'data-part': 'kind-room' }, make('label', { for: 'plan-kind' }, text('plan-kind')), make('select', { id: 'plan-kind', 'data-part': 'kind' })),
            make('div', { class: 'field' }, make('span', { class: 'label', id: 'plan-goal' }, text('plan-goal')), goal, make('p', { class: 'note' }, text('plan-goal-note')))),
          make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary' }, text('plan-begin')))),
        make('details', { 'data-part': 'settings' }, make('summary', {}, turned('right'), make('span', {}, text('plan-settings'))),
          make('div', { class: 'row' }, make('button', { type: 'button', 'data-act': 'again' }, text('plan-again')), make('button', { type: 'button', class: 'plain', 'data-act': 'end' }, text('plan-end')))),
        make('p', { class: 'status', role: 'status', 'data-part': 'status' }),
        make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }),
        make('p', { class: 'note', 'data-part': 'about' })),
      make('section', { class: 'card', 'data-part': 'picture-card' },
        make('h2', {}, text('plan-picture')),
        make('div', { class: 'ledger', 'aria-hidden': 'true', 'data-part': 'picture' }),
        make('p', { class: 'note ledger-key', 'aria-hidden': 'true', 'data-part': 'key' },
          make('span', { class: 'key-bar' }, text('plan-picture-bar')), make('span', { class: 'key-line' }, text('plan-picture-line')), make('span', { class: 'key-up' }, text('plan-picture-up'))),
        make('p', { 'data-part': 'days-text' }),
        make('details', { 'data-part': 'table-room' }, make('summary', {}, turned('right'), make('span', {}, text('plan-table'))),
          make('div', { class: 'table-room', tabindex: '0', role: 'region', 'aria-label': text('plan-picture'), 'data-part': 'table' }))));
    const room = make('section', { class: 'card' });
    root.append(room);
    this.#instructions = new InstructionsCard(room, doing, (view) => this.#take(view));
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    part(root, 'begin').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#begin();
    });
    part(root, 'kind').addEventListener('change', () => {
      this.#kind = /** @type {HTMLSelectElement} */ (part(root, 'kind')).value || null;
      void this.#try(this.#doing.ask('ledger', { kind: this.#kind }), false);
    });
  }

  async refresh() {
    this.#take(await this.#doing.ask('ledger', { kind: this.#kind }));
  }

  back() {
    return this.#instructions.back();
  }

  /** @param {LedgerView} view */
  #take(view) {
    const root = this.#root;
    const running = view.state === 'running';
    part(root, 'suggestion').textContent = view.text;
    part(root, 'baseline').textContent = view.baseline_text;
    part(root, 'about').textContent = view.about_text;
    const fact = (/** @type {string} */ id, /** @type {number | null} */ minutes) => (minutes === null ? [] : [make('dt', {}, text(id)), make('dd', {}, text('plan-minutes', { minutes }))]);
    part(root, 'today').replaceChildren(...(running ? [...fact('plan-quota', view.quota_min), ...(numbersShown() ? fact('plan-today', view.today_min) : [])] : []));
    // What is to be done keeps its minutes; what was done is told without them where numbers are not wished for.
    part(root, 'today').hidden = !running;
    part(root, 'asks').hidden = view.asks === null;
    part(root, 'question').textContent = view.asks ?? '';
    part(root, 'why').hidden = view.reasons.length === 0;
    part(root, 'reasons').replaceChildren(...view.reasons.map((reason) => make('li', {}, reason)));
    part(root, 'begin').hidden = view.state !== 'ready';
    part(root, 'settings').hidden = !running;
    const kinds = /** @type {HTMLSelectElement} */ (part(root, 'kind'));
    kinds.replaceChildren(make('option', { value: '' }, text('plan-kind-all')), ...view.kinds.map((kind) => make('option', { value: kind }, kind)));
    kinds.value = view.kind ?? '';
    part(root, 'kind-room').hidden = view.kinds.length === 0;
    part(root, 'picture-card').hidden = view.days.length === 0;
    part(root, 'picture').replaceChildren(...picture(view.days));
    part(root, 'days-text').textContent = view.days_text;
    part(root, 'table').replaceChildren(tableOf(view.table));
    this.#instructions.take(view);
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    if (act === 'agree') void this.#try(this.#doing.ask('ledger_below_floor', {}));
    else if (act === 'end') void this.#try(this.#doing.ask('ledger_end', {}));
    else if (act === 'again') void this.#try(this.#again());
  }

  async #again() {
    const { goal_min, kind } = await this.#doing.ask('ledger', { kind: null });
    return this.#doing.ask('ledger_begin', { goal_min, kind });
  }

  #begin() {
    const goal = /** @type {WaneMinutes} */ (part(this.#root, 'goal'));
    goal.commit();
    return this.#try(this.#doing.ask('ledger_begin', { goal_min: goal.value, kind: this.#kind }));
  }

  /** @param {Promise<LedgerView>} asking @param {boolean} [says] */
  async #try(asking, says = true) {
    try {
      const view = await asking;
      calm(part(this.#root, 'trouble'));
      this.#take(view);
      if (says) part(this.#root, 'status').replaceChildren(...done(view.said ?? '', this.#doing.frame.turning(view, 'undo')));
      if (says) /** @type {HTMLElement | null} */ (document.querySelector('#movement-tab-plan'))?.focus();
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }
}

/** Four weeks as bars, with what was suggested as a line over each. @param {LedgerDay[]} days */
function picture(days) {
  const most = Math.max(10, ...days.map((day) => Math.max(day.minutes ?? 0, day.quota ?? 0)));
  return days.map((day, at) => {
    const column = make('div', { class: 'day', title: day.text });
    if (day.marked) column.classList.add('marked');
    if (day.minutes !== null) {
      const bar = make('span', { class: day.too_much ? 'bar too-much' : 'bar' });
      bar.style.setProperty('--share', String(day.minutes / most));
      column.append(bar);
    }
    if (day.quota !== null) {
      const line = make('span', { class: 'quota' });
      line.style.setProperty('--share', String(day.quota / most));
      column.append(line);
    }
    if (day.response === 'flared') column.append(make('span', { class: 'up' }));
    if (at % 7 === 0) column.append(make('span', { class: 'when' }, day.date_text));
    return column;
  });
}

/** @param {string} name */
function turned(name) {
  const arrow = icon(name);
  arrow.classList.add('turns');
  return arrow;
}
