// @ts-check
/**
 * A month of days to jump to any of them; a small dialog below the button that opened it.
 *
 * Arrow keys move by days and weeks, Page Up and Page Down by months, Enter chooses, Escape closes.
 * It fires `wane-day` (detail: the date chosen) and `wane-close` (detail: whether the focus should go back).
 */

import { call } from '../ipc/host.js';
import { icon, make } from '../model/make.js';
import { text, words } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').Month} Month */
/** @typedef {import('../ipc/bindings.js').MonthDay} MonthDay */

export class WaneMonth extends HTMLElement {
  /** @type {Month | null} */ #month = null;
  /** The day shown in the view behind. */
  #shown = '';
  #title = make('h2', { id: 'month-title', 'aria-live': 'polite' });
  #table = make('table', { role: 'grid', 'aria-labelledby': 'month-title' });
  #back = make('button', { type: 'button', class: 'plain only-icon', 'aria-label': text('month-previous') }, turning('left'));
  #gone = new AbortController();
  #on = make('button', { type: 'button', class: 'plain only-icon', 'aria-label': text('month-next') }, turning('right'));

  connectedCallback() {
    this.className = 'month';
    this.setAttribute('role', 'dialog');
    this.setAttribute('aria-label', text('month-label'));
    this.append(make('div', { class: 'month-head' }, this.#back, this.#title, this.#on), this.#table);
    this.#back.addEventListener('click', () => this.#turn(this.#month?.previous));
    this.#on.addEventListener('click', () => this.#turn(this.#month?.next));
    this.#table.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('keydown', (event) => this.#pressed(event));
    // The button that opened it closes it too, and is no place outside.
    const isOutside = (/** @type {EventTarget | null} */ target) => target instanceof Node && !this.parentElement?.contains(target);
    const { signal } = this.#gone;
    this.addEventListener('focusout', ({ relatedTarget }) => isOutside(relatedTarget) && this.#close(false));
    document.addEventListener('pointerdown', ({ target }) => isOutside(target) && this.#close(false), { signal });
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /**
   * Opens on the month of a day.
   *
   * @param {string} date
   */
  async open(date) {
    this.#shown = date;
    await this.#load(date.slice(0, 7), date);
  }

  /** @param {string | null | undefined} month */
  async #turn(month) {
    if (month) await this.#load(month, null);
  }

  /**
   * @param {string} month
   * @param {string | 'first' | 'last' | null} focus the day to focus: a date, the first or last one, or none
   */
  async #load(month, focus) {
    try {
      this.#month = await call('month', { month });
    } catch (error) {
      this.#title.textContent = words(error);
      return;
    }
    this.#show(this.#month);
    const days = this.#days().filter((day) => !day.disabled);
    const wanted = focus === 'first' ? days[0] : focus === 'last' ? days.at(-1) : days.find((day) => day.dataset.date === focus);
    const stop = wanted ?? days.find((day) => day.dataset.date === this.#shown) ?? days.at(-1);
    if (stop) stop.tabIndex = 0;
    if (focus) (wanted ?? stop ?? this.#back).focus();
  }

  /** @param {Month} month */
  #show(month) {
    this.#title.textContent = month.title;
    this.#on.disabled = !month.next;
    const head = make('tr', {}, ...month.weekdays.map((name) => make('th', { scope: 'col' }, name)));
    const cells = [...Array(month.first_column).fill(null), ...month.days];
    const rows = [];
    for (let from = 0; from < cells.length; from += 7) {
      const week = /** @type {(MonthDay | null)[]} */ (cells.slice(from, from + 7));
      while (week.length < 7) week.push(null);
      rows.push(make('tr', {}, ...week.map((day) => make('td', { role: 'gridcell' }, ...(day ? [this.#day(day)] : [])))));
    }
    this.#table.replaceChildren(make('thead', {}, head), make('tbody', {}, ...rows));
  }

  /** @param {MonthDay} day */
  #day(day) {
    const marks = make('span', { class: 'marks', 'aria-hidden': 'true' });
    if (day.morning) marks.append(make('i', { class: 'morning' }));
    if (day.evening) marks.append(make('i', { class: 'evening' }));
    if (day.rough) marks.append(make('i', { class: 'rough' }));
    const button = make('button', { type: 'button', tabindex: '-1', 'data-date': day.date, 'aria-label': day.text }, String(day.number), marks);
    button.disabled = day.future;
    if (day.date === this.#shown) button.setAttribute('aria-pressed', 'true');
    if (day.date === this.#today()) button.setAttribute('aria-current', 'date');
    return button;
  }

  /** In the newest month the last day that has come is today. */
  #today() {
    return this.#month?.next === null ? this.#month.days.findLast((day) => !day.future)?.date : undefined;
  }

  /** @returns {HTMLButtonElement[]} */
  #days() {
    return [...this.#table.querySelectorAll('button')];
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const date = /** @type {Element} */ (event.target).closest('button')?.dataset.date;
    if (date) this.dispatchEvent(new CustomEvent('wane-day', { detail: date }));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const days = this.#days();
    const at = days.findIndex((day) => day === document.activeElement);
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const column = at < 0 ? 0 : (at + (this.#month?.first_column ?? 0)) % 7;
    /** @type {Record<string, number>} */
    const moves = { ArrowLeft: -rtl, ArrowRight: rtl, ArrowUp: -7, ArrowDown: 7, Home: -column, End: 6 - column };
    const move = moves[event.key];
    if (event.key === 'Escape') this.#close(true);
    else if (event.key === 'PageUp') void this.#go(this.#month?.previous, 'last');
    else if (event.key === 'PageDown') void this.#go(this.#month?.next, 'first');
    else if (at >= 0 && move !== undefined) this.#move(days, at, move, event.key.startsWith('Arrow'));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {HTMLButtonElement[]} days
   * @param {number} at
   * @param {number} move
   * @param {boolean} turns whether going past the edge turns the page
   */
  #move(days, at, move, turns) {
    const to = at + move;
    if (to < 0 && turns) void this.#go(this.#month?.previous, 'last');
    else if (to >= days.length && turns) void this.#go(this.#month?.next, 'first');
    else {
      const next = days[Math.min(Math.max(to, 0), days.length - 1)];
      if (!next || next.disabled) return;
      for (const day of days) day.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  /** @param {string | null | undefined} month @param {'first' | 'last'} focus */
  async #go(month, focus) {
    if (month) await this.#load(month, focus);
  }

  /** @param {boolean} back whether the focus goes back to where it was */
  #close(back) {
    this.dispatchEvent(new CustomEvent('wane-close', { detail: back }));
  }
}

/** @param {string} name */
function turning(name) {
  const drawn = icon(name);
  drawn.classList.add('turns');
  return drawn;
}

customElements.define('wane-month', WaneMonth);
