// @ts-check
/** A session logged in ten seconds, and the sessions of a day. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { minutesField, scaleField, timeField } from './movement-fields.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').MovementView} MovementView */
/** @typedef {import('../ipc/bindings.js').DoseView} DoseView */
/** @typedef {import('../ipc/bindings.js').MovementSaved} MovementSaved */
/** @typedef {import('../ipc/bindings.js').FeltChoice} FeltChoice */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./movement.js').Doing} Doing */

/** Lengths that can be chosen with one press. */
const LENGTHS = [5, 10, 15, 20, 30, 45];

/** In the order of their buttons. @type {FeltChoice[]} */
export const FELT = ['less', 'right', 'too-much'];

export class LogPart {
  #root;
  #doing;
  #view;
  /** The session that is being changed. @type {string | null} */ #edits = null;

  /** @param {HTMLElement} root @param {Doing} doing @param {MovementView} view */
  constructor(root, doing, view) {
    this.#root = root;
    this.#doing = doing;
    this.#view = view;
    root.append(...this.#made());
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    part(root, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
    part(root, 'kind').addEventListener('input', () => this.#mark());
    this.#minutes.addEventListener('wane-value', () => this.#mark());
    this.#ended.addEventListener('change', () => this.#mark());
    this.#show();
  }

  async refresh() {
    this.#take(await this.#doing.ask('movement', { date: this.#view.is_today ? null : this.#view.date }));
  }

  /** Escape leaves a session that is being changed as it was. */
  back() {
    if (this.#edits === null) return false;
    this.#edit(null);
    return true;
  }

  #made() {
    const form = make('form', { class: 'movement-form', novalidate: true, 'data-part': 'form' },
      make('div', { class: 'field' }, make('label', { for: 'movement-kind' }, text('movement-kind')),
        make('div', { class: 'chips', role: 'group', 'aria-label': text('movement-kind-recent'), 'data-part': 'kinds' }),
        make('input', { type: 'text', id: 'movement-kind', maxlength: '60', autocomplete: 'off', 'data-part': 'kind' })),
      make('div', { class: 'field' }, make('span', { class: 'label', id: 'movement-minutes' }, text('movement-minutes')),
        make('div', { class: 'chips', role: 'group', 'aria-label': text('movement-minutes-quick') },
          ...LENGTHS.map((length) => make('button', { type: 'button', 'data-length': String(length), 'aria-pressed': 'false' }, String(length)))),
        minutesField({ 'labelled-by': 'movement-minutes', stepper: true, 'data-part': 'minutes' })),
      make('div', { class: 'field' }, make('span', { class: 'label', id: 'movement-effort' }, text('movement-effort-label')),
        scaleField({ min: '0', max: '10', low: 'effort-low', high: 'effort-high', clearable: true, 'labelled-by': 'movement-effort', 'data-part': 'effort' }),
        make('p', { class: 'ends note', 'aria-hidden': 'true' }, make('span', {}, text('effort-low')), make('span', {}, text('effort-high')))),
      make('div', { class: 'field' }, make('span', { class: 'label', id: 'movement-felt' }, text('movement-felt')),
        scaleField({ min: '0', max: '2', words: 'felt-less felt-right felt-too-much', clearable: true, 'labelled-by': 'movement-felt', 'data-part': 'felt' })),
      make('div', { class: 'field' }, make('span', { class: 'label' }, text('movement-when')),
        make('div', { class: 'row when' },
          make('label', { class: 'tick', 'data-part': 'ended-room' }, make('input', { type: 'checkbox', 'data-part': 'ended' }), make('span', {}, text('movement-just-ended'))),
          make('span', { class: 'with-unit', 'data-part': 'start-room' }, make('span', { id: 'movement-start' }, text('movement-started')), timeField({ 'labelled-by': 'movement-start', 'data-part': 'start' })))),
      make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary', 'data-part': 'save' }),
        make('button', { type: 'button', class: 'plain', 'data-act': 'close', 'data-part': 'close' }, text('movement-close'))),
      make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }));
    return [
      make('section', { class: 'strip movement-suggestion', 'data-part': 'suggestion', hidden: true },
        make('p', { 'data-part': 'suggestion-text' }), make('button', { type: 'button', 'data-act': 'plan' }, text('movement-ledger-link'))),
      make('div', { class: 'movement-columns' },
        make('section', { class: 'card', 'data-part': 'form-card' }, make('h2', { 'data-part': 'form-title' }), form),
        make('section', { class: 'card entries' },
          make('div', { class: 'row spread day-of' }, make('h2', { 'data-part': 'day-title', tabindex: '-1' }),
            make('span', { class: 'row' },
              make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'previous', 'aria-label': text('today-previous') }, turned('left')),
              make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'next', 'aria-label': text('today-next') }, turned('right')))),
          make('p', { class: 'quiet', 'data-part': 'sum' }),
          make('ul', { class: 'rows', 'data-part': 'sessions', 'data-hold': true }),
          make('div', { class: 'movement-late', 'data-part': 'late', hidden: true }, make('p', { 'data-part': 'late-text' }), make('p', { class: 'note', 'data-part': 'late-why' })),
          make('p', { class: 'status', role: 'status', 'data-part': 'status' }))),
    ];
  }

  get #minutes() {
    return /** @type {WaneMinutes} */ (part(this.#root, 'minutes'));
  }

  get #kind() {
    return /** @type {HTMLInputElement} */ (part(this.#root, 'kind'));
  }

  get #ended() {
    return /** @type {HTMLInputElement} */ (part(this.#root, 'ended'));
  }

  /** @template {HTMLElement} Kind @param {string} name @returns {Kind} */
  #field(name) {
    return /** @type {Kind} */ (part(this.#root, name));
  }

  /** @param {MovementView} view */
  #take(view) {
    if (view.date !== this.#view.date) part(this.#root, 'status').replaceChildren();
    this.#view = view;
    this.#show();
  }

  #show() {
    const { sessions, sessions_text, kinds, late_text, effort_text, suggestion_text, is_today, date_text, next } = this.#view;
    const root = this.#root;
    part(root, 'day-title').textContent = is_today ? text('movement-today-title') : date_text;
    part(root, 'sum').textContent = sessions_text;
    /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="next"]')).disabled = next === null;
    part(root, 'suggestion').hidden = suggestion_text === null;
    part(root, 'suggestion-text').textContent = suggestion_text ?? '';
    part(root, 'late').hidden = late_text === null;
    part(root, 'late-text').textContent = late_text ?? '';
    part(root, 'late-why').textContent = effort_text;
    part(root, 'kinds').replaceChildren(...kinds.map((kind) => make('button', { type: 'button', 'data-kind': kind, 'aria-pressed': 'false' }, kind)));
    part(root, 'sessions').replaceChildren(...sessions.map((session) => this.#row(session)));
    part(root, 'sessions').hidden = sessions.length === 0;
    part(root, 'form-title').textContent = text(this.#edits === null ? 'movement-log-title' : 'movement-log-edit');
    part(root, 'save').textContent = text(this.#edits === null ? 'movement-save' : 'movement-keep');
    part(root, 'close').hidden = this.#edits === null;
    part(root, 'ended-room').hidden = !is_today || this.#edits !== null;
    this.#mark();
  }

  /** @param {DoseView} session */
  #row({ id, text: said, recalled }) {
    const line = make('p', { class: 'said' }, said);
    if (recalled) line.append(' ', make('span', { class: 'note' }, text('checkin-recalled')));
    return make('li', { 'data-id': id }, line, make('span', { class: 'acts' },
      make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'edit', 'aria-label': text('movement-edit', { what: said }) }, icon('edit')),
      make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'remove', 'aria-label': text('movement-remove', { what: said }) }, icon('trash'))));
  }

  /** What is chosen shows on the buttons that choose it. */
  #mark() {
    const kind = this.#kind.value.trim().toLowerCase();
    for (const chip of this.#root.querySelectorAll('[data-kind]')) chip.setAttribute('aria-pressed', String(chip.getAttribute('data-kind')?.toLowerCase() === kind));
    for (const chip of this.#root.querySelectorAll('[data-length]')) chip.setAttribute('aria-pressed', String(Number(chip.getAttribute('data-length')) === this.#minutes.value));
    part(this.#root, 'start-room').hidden = this.#ended.checked && !part(this.#root, 'ended-room').hidden;
  }

  /** @param {Element} target */
  #clicked(target) {
    const chip = target.closest('[data-kind], [data-length]');
    if (chip) {
      const pressed = chip.getAttribute('aria-pressed') === 'true';
      const kind = chip.getAttribute('data-kind');
      if (kind !== null) this.#kind.value = pressed ? '' : kind;
      else this.#minutes.value = pressed ? null : Number(chip.getAttribute('data-length'));
      this.#mark();
      return;
    }
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    const id = target.closest('li[data-id]')?.getAttribute('data-id') ?? '';
    if (act === 'plan') void this.#doing.go('plan');
    else if (act === 'previous' || act === 'next') void this.#to(act === 'previous' ? this.#view.previous : this.#view.next);
    else if (act === 'close') this.#edit(null);
    else if (act === 'edit') this.#edit(id);
    else if (act === 'remove') void this.#remove(id);
  }

  /** @param {string | null} date */
  async #to(date) {
    if (date === null) return;
    this.#edit(null);
    try {
      this.#take(await this.#doing.ask('movement', { date }));
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** The form takes up a session, or is empty again. @param {string | null} id */
  #edit(id) {
    const session = this.#view.sessions.find((one) => one.id === id);
    this.#edits = session ? session.id : null;
    const dose = session?.dose;
    this.#kind.value = dose?.kind ?? '';
    this.#minutes.value = dose?.minutes ?? null;
    /** @type {WaneScale} */ (this.#field('effort')).value = dose?.effort ?? null;
    /** @type {WaneScale} */ (this.#field('felt')).value = dose?.felt ? FELT.indexOf(dose.felt) : null;
    /** @type {WaneTime} */ (this.#field('start')).value = dose?.start ?? null;
    this.#ended.checked = false;
    calm(part(this.#root, 'trouble'));
    this.#show();
    if (session) this.#field('kind').focus();
  }

  async #save() {
    const root = this.#root;
    const start = /** @type {WaneTime} */ (this.#field('start'));
    start.commit();
    this.#minutes.commit();
    const felt = /** @type {WaneScale} */ (this.#field('felt')).value;
    const justEnded = this.#ended.checked && !part(root, 'ended-room').hidden;
    const dose = {
      kind: this.#kind.value.trim() || null,
      start: justEnded ? null : start.value,
      minutes: this.#minutes.value,
      effort: /** @type {WaneScale} */ (this.#field('effort')).value,
      felt: felt === null ? null : FELT[felt] ?? null,
    };
    try {
      const date = this.#view.is_today && this.#edits === null ? null : this.#view.date;
      const saved = await this.#doing.ask('save_dose', { id: this.#edits, date, dose, just_ended: justEnded });
      this.#edits = null;
      this.#took(saved);
      this.#edit(null);
      part(root, 'day-title').focus({ preventScroll: false });
    } catch (error) {
      complain(part(root, 'trouble'), error);
    }
  }

  /** @param {string} id */
  async #remove(id) {
    try {
      const saved = await this.#doing.ask('remove_dose', { id });
      if (this.#edits === id) this.#edit(null);
      this.#took(saved);
      part(this.#root, 'day-title').focus();
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** @param {MovementSaved} saved */
  #took({ text: said, movement }) {
    calm(part(this.#root, 'trouble'));
    this.#take(movement);
    part(this.#root, 'status').replaceChildren(...done(said, this.#doing.frame.turning(movement, 'undo')));
  }
}

/** An arrow that turns round where words are read from the right. @param {string} name */
function turned(name) {
  const arrow = icon(name);
  arrow.classList.add('turns');
  return arrow;
}
