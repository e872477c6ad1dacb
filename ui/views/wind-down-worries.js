// @ts-check
/** Worries: a place to write them down and put them away, and those that are back. */

import { done } from '../frame.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').WorriesView} WorriesView */
/** @typedef {import('../ipc/bindings.js').WorryView} WorryView */
/** @typedef {import('../ipc/bindings.js').WorryWay} WorryWay */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The longest line, in characters, that the diary takes. */
const LONGEST = '500';

let made = 0;

/** What was typed and not put away; it outlives the view. */
let begun = '';

/** A field for one worry a line. */
export class ParkForm {
  #ask;
  #frame;
  #refresh;
  #field;
  #said = make('p', { class: 'note' });
  #status = make('p', { class: 'status', role: 'status' });
  #trouble = make('div', { class: 'trouble', role: 'alert', hidden: true });

  /**
   * @param {HTMLElement} room
   * @param {Ask} ask
   * @param {Frame | null} frame nothing where undo has no place
   * @param {() => unknown} refresh
   */
  constructor(room, ask, frame, refresh) {
    this.#ask = ask;
    this.#frame = frame;
    this.#refresh = refresh;
    const id = `worries-${(made += 1)}`;
    this.#field = make('textarea', { id, rows: '3', autocomplete: 'off', maxlength: '6000' });
    this.#field.value = begun;
    this.#field.addEventListener('input', () => (begun = this.#field.value));
    const form = make('form', { class: 'stack parking', novalidate: true },
      make('label', { for: id, class: frame ? 'unseen' : '' }, text('worries-label')), this.#field,
      make('div', { class: 'row' }, make('button', { type: 'submit' }, text('worries-park')), this.#status));
    const head = frame ? [make('h2', { id: 'worries-title' }, text('worries-title')), make('p', { class: 'quiet' }, text('worries-note'))] : [];
    room.replaceChildren(...head, form, this.#said, this.#trouble);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#park();
    });
  }

  /** @param {WorriesView} worries */
  take(worries) {
    this.#said.textContent = worries.parked_text;
    this.#said.hidden = !worries.parked_text;
  }

  focus() {
    this.#field.focus();
  }

  async #park() {
    try {
      const view = await this.#ask('park_worries', { texts: this.#field.value.split('\n') });
      this.#field.value = begun = '';
      calm(this.#trouble);
      this.take(view);
      this.#status.replaceChildren(...done(view.text, this.#frame?.turning(view, 'undo') ?? []));
      this.#field.focus();
      await this.#refresh();
    } catch (error) {
      this.#status.replaceChildren();
      complain(this.#trouble, error);
    }
  }
}

/** The worries that are back: each is kept, let go, or given a next step. */
export class GivenBack {
  #room;
  #ask;
  #frame;
  #refresh;
  #list = make('ul', { class: 'rows worries' });
  #status = make('p', { class: 'status', role: 'status' });
  #trouble = make('div', { class: 'trouble', role: 'alert', hidden: true });
  /** Ids of those that are shown. */
  #shown = '';

  /**
   * @param {HTMLElement} room
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {() => unknown} refresh
   */
  constructor(room, ask, frame, refresh) {
    this.#room = room;
    this.#ask = ask;
    this.#frame = frame;
    this.#refresh = refresh;
    room.setAttribute('aria-labelledby', 'worries-back');
    room.replaceChildren(
      make('h2', { id: 'worries-back', tabindex: '-1' }, text('worries-back-title')), make('p', { class: 'quiet' }, text('worries-back-note')),
      this.#list, this.#trouble, this.#status);
  }

  /** @param {WorriesView} worries */
  take(worries) {
    const ids = worries.given.map(({ id }) => id).join(' ');
    if (ids !== this.#shown) {
      this.#shown = ids;
      this.#list.replaceChildren(...worries.given.map((worry) => this.#row(worry)));
    }
    this.#room.hidden = worries.given.length === 0 && !this.#status.textContent;
  }

  /** @param {WorryView} worry */
  #row(worry) {
    const row = make('li', { 'data-worry': worry.id });
    const button = (/** @type {string} */ id, /** @type {() => void} */ then) => {
      const made_ = make('button', { type: 'button', 'aria-label': `${text(id)}: ${worry.text}` }, text(id));
      made_.addEventListener('click', then);
      return made_;
    };
    row.append(
      make('div', { class: 'said' }, make('span', { class: 'worry-text' }, worry.text), make('span', { class: 'note' }, worry.from_text)),
      make('span', { class: 'acts' },
        button('worry-keep', () => void this.#settle(worry, 'keep')),
        button('worry-let', () => void this.#settle(worry, 'let-go')),
        button('worry-plan', () => this.#plan(row, worry))));
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {WorryView} worry
   */
  #plan(row, worry) {
    const old = row.querySelector('form');
    if (old) {
      old.remove();
      return;
    }
    const id = `worry-step-${(made += 1)}`;
    const field = make('input', { type: 'text', id, autocomplete: 'off', maxlength: LONGEST });
    const form = make('form', { class: 'entry-form worry-step', novalidate: true },
      make('div', { class: 'field' }, make('label', { for: id }, text('worry-step-label')), field),
      make('div', { class: 'row' }, make('button', { type: 'submit' }, text('worry-step-save'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#settle(worry, 'plan', field.value);
    });
    row.append(form);
    field.focus();
  }

  /**
   * @param {WorryView} worry
   * @param {WorryWay} way
   * @param {string} [step]
   */
  async #settle(worry, way, step) {
    try {
      const view = await this.#ask('settle_worry', { id: worry.id, way, step: step ?? null });
      calm(this.#trouble);
      this.#status.replaceChildren(...done(view.text, this.#frame.turning(view, 'undo')));
      this.take(view);
      const next = /** @type {HTMLElement | null} */ (this.#list.querySelector('button') ?? this.#status.querySelector('button'));
      next?.focus();
      await this.#refresh();
    } catch (error) {
      complain(this.#trouble, error);
    }
  }
}
