// @ts-check
/** Days that were marked for the charts: a small form to mark one, and the list of those that are. */

import { done } from '../frame.js';
import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').AnnotationView} Mark */
/** @typedef {import('../ipc/bindings.js').Saved} Saved */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The most letters of a mark. */
const MOST = '60';

/** How many marks are listed before the rest is folded away. */
const FEW = 4;

/** What is being written, with its day and the mark it alters; it outlives the view. @type {{ id: string | null, date: string | null, label: string } | null} */
let begun = null;

export class Marks {
  #room;
  #ask;
  #frame;
  #changed;
  /** @type {Mark[]} */ #marks = [];
  #add = make('button', { type: 'button', 'data-mark': 'add' }, icon('mark'), make('span', {}, text('marks-add')));
  #status = make('span', { class: 'status', role: 'status' });
  #trouble = make('div', { class: 'trouble', role: 'alert', hidden: true });
  #day = make('button', { type: 'button', class: 'date', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-describedby': 'mark-day-label' });
  #picker = make('span', { class: 'day-picker from-start' }, this.#day);
  #label = make('input', { type: 'text', id: 'mark-label', maxlength: MOST, autocomplete: 'off' });
  #form = make('form', { class: 'entry-form', novalidate: true, hidden: true, 'aria-label': text('marks-add') },
    make('div', { class: 'fields' },
      make('div', { class: 'field' }, make('span', { class: 'label', id: 'mark-day-label' }, text('marks-day')), this.#picker),
      make('div', { class: 'field' }, make('label', { class: 'label', for: 'mark-label' }, text('marks-label')), this.#label)),
    make('div', { class: 'row' },
      make('button', { type: 'submit', class: 'primary' }, text('marks-save')),
      make('button', { type: 'button', class: 'plain', 'data-mark': 'close' }, text('marks-close'))));
  #list = make('div', {});

  /**
   * @param {HTMLElement} room
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {() => void} changed the charts are to be drawn anew
   */
  constructor(room, ask, frame, changed) {
    this.#room = room;
    this.#ask = ask;
    this.#frame = frame;
    this.#changed = changed;
    room.append(this.#trouble, this.#list, this.#form, make('div', { class: 'row' }, this.#add, this.#status));
    room.addEventListener('click', (event) => this.#clicked(/** @type {Element} */ (event.target)));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.#close();
    });
    this.#label.addEventListener('input', () => {
      if (begun) begun.label = this.#label.value;
    });
    if (begun) void this.#show(false);
  }

  /** Opens the form for a new mark on a day; today for none. @param {string | null} date */
  async mark(date) {
    if (begun?.id !== null) begun = { id: null, date, label: '' };
    else begun.date = date;
    await this.#show(true);
  }

  async load() {
    try {
      this.#marks = (await this.#ask('annotations', { from: null, to: null })).marks;
      this.#rows();
    } catch (error) {
      complain(this.#trouble, error);
    }
  }

  /** @param {boolean} focus */
  async #show(focus) {
    const folded = this.#room.closest('details');
    if (folded) folded.open = true;
    this.#form.hidden = false;
    this.#add.hidden = true;
    this.#label.value = begun?.label ?? '';
    this.#day.textContent = text('marks-today');
    if (focus) {
      this.#form.scrollIntoView({ block: 'nearest' });
      this.#label.focus();
    }
    const date = begun?.date;
    if (date) this.#day.textContent = await this.#named(date);
  }

  /** A day in words. @param {string} date */
  async #named(date) {
    try {
      const { days } = await this.#ask('month', { month: date.slice(0, 7) });
      return days.find((day) => day.date === date)?.named ?? date;
    } catch {
      return date;
    }
  }

  #close() {
    const had = this.#form.contains(document.activeElement);
    begun = null;
    this.#form.hidden = true;
    this.#add.hidden = false;
    calm(this.#trouble);
    this.#picker.querySelector('wane-month')?.remove();
    if (had) this.#add.focus();
  }

  /** @param {Element} target */
  #clicked(target) {
    const button = target.closest('button');
    const mark = this.#marks.find(({ id }) => id === button?.dataset.id);
    if (button === this.#day) void this.#pick();
    else if (button?.dataset.mark === 'add') void this.mark(null);
    else if (button?.dataset.mark === 'close') this.#close();
    else if (button?.dataset.mark === 'edit' && mark) {
      begun = { id: mark.id, date: mark.date, label: mark.label };
      void this.#show(true);
    } else if (button?.dataset.mark === 'remove' && mark) void this.#turn(this.#ask('remove_annotation', { id: mark.id }));
  }

  async #pick() {
    const close = () => {
      this.#picker.querySelector('wane-month')?.remove();
      this.#day.setAttribute('aria-expanded', 'false');
    };
    if (this.#picker.querySelector('wane-month')) {
      close();
      return;
    }
    const { WaneMonth } = await import('../elements/wane-month.js');
    const month = new WaneMonth();
    this.#day.setAttribute('aria-expanded', 'true');
    this.#picker.append(month);
    month.addEventListener('wane-close', (event) => {
      close();
      if (/** @type {CustomEvent<boolean>} */ (event).detail) this.#day.focus();
    });
    month.addEventListener('wane-day', (event) => {
      const date = /** @type {CustomEvent<string>} */ (event).detail;
      if (begun) begun.date = date;
      close();
      this.#day.focus();
      void this.#named(date).then((named) => (this.#day.textContent = named));
    });
    await month.open(begun?.date ?? (await this.#ask('today', { date: null })).date);
  }

  async #save() {
    if (!begun) return;
    const { id, date, label } = begun;
    if (await this.#turn(this.#ask('save_annotation', { id, date, label }))) this.#close();
  }

  /** Waits for a change, says what was done, and lets everything be shown anew. @param {Promise<Saved>} change */
  async #turn(change) {
    try {
      const saved = await change;
      calm(this.#trouble);
      this.#status.replaceChildren(...done(saved.text, this.#frame.turning(saved.today, 'undo')));
      await this.load();
      this.#changed();
      return true;
    } catch (error) {
      complain(this.#trouble, error);
      return false;
    }
  }

  #rows() {
    const had = this.#list.contains(document.activeElement);
    const isOpen = this.#list.querySelector('details')?.open ?? false;
    const rows = this.#marks.map((mark) => make('li', {},
      make('span', { class: 'said' }, make('b', {}, mark.date_text), ` ${mark.label}`),
      make('span', { class: 'acts' },
        act('edit', 'marks-edit', mark),
        act('trash', 'marks-remove', mark))));
    const few = rows.slice(0, FEW);
    const rest = rows.slice(FEW);
    const parts = few.length ? [make('ul', { class: 'rows' }, ...few)] : [make('p', { class: 'quiet' }, text('marks-none'))];
    /** @type {HTMLElement[]} */
    const folded = rest.length ? [fold(rest, isOpen)] : [];
    this.#list.replaceChildren(...parts, ...folded);
    if (had) this.#add.focus();
  }
}

/**
 * @param {HTMLElement[]} rows
 * @param {boolean} isOpen
 */
function fold(rows, isOpen) {
  const turning = icon('right');
  turning.classList.add('turns');
  return make('details', { open: isOpen },
    make('summary', {}, turning, make('span', {}, text('marks-more', { count: rows.length }))),
    make('ul', { class: 'rows' }, ...rows));
}

/**
 * @param {string} sign
 * @param {string} words
 * @param {Mark} mark
 */
function act(sign, words, mark) {
  const name = text(words, { mark: mark.label, day: mark.date_text });
  const kind = sign === 'edit' ? 'edit' : 'remove';
  return make('button', { type: 'button', class: 'plain only-icon', 'data-mark': kind, 'data-id': mark.id, 'aria-label': name }, icon(sign));
}
