// @ts-check
/**
 * A chart: the picture, a cursor that reads one day at a time, its sentence, and the same numbers as a table.
 *
 * Pointer and arrow keys read a day, Home and End go to the ends, Enter or a click opens the day.
 * The reading cursor is a slider to a screen reader: its value is the day in words.
 *
 * Attributes: `labelled-by`, `small` for the narrow form without buttons.
 * It fires `wane-read` (detail: the date read, or nothing), `wane-open` (detail: the date to open) and `wane-save`.
 */

import { icon, make, makeSvg } from '../model/make.js';
import { text } from '../model/texts.js';
import { drawing } from './drawing.js';
import { tableOf } from './table.js';

/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {import('../ipc/bindings.js').ChartDay} ChartDay */

let made = 0;

export class WaneChart extends HTMLElement {
  /** @type {ChartView | null} */ #view = null;
  #at = -1;
  #asTable = false;
  /** The last pointer was a finger: it reads first and opens at the second touch. */
  #touched = false;

  #drawing = make('div', { class: 'drawing', role: 'img' });
  #cursor = makeSvg('rect', { class: 'cursor' });
  #overlay = makeSvg('svg', { preserveAspectRatio: 'none', 'aria-hidden': 'true' }, this.#cursor);
  #reader = make('div', { class: 'reader', role: 'slider', tabindex: '0' }, this.#overlay);
  #picture = make('div', { class: 'picture' }, this.#drawing, this.#reader);
  #reading = make('p', { class: 'reading', 'aria-hidden': 'true' });
  #sentence = make('p', { class: 'sentence' });
  #tableRoom = make('div', { class: 'table-room', tabindex: '0', role: 'region' });
  #switch = make('button', { type: 'button' });
  #keep = make('button', { type: 'button' });
  #said = make('span', { class: 'status', role: 'status' });
  #row = make('div', { class: 'reading-row' }, this.#reading);
  #below = make('div', { class: 'below' }, this.#row, this.#sentence);

  connectedCallback() {
    if (this.#picture.isConnected) return;
    const id = `chart-${(made += 1)}`;
    const label = this.getAttribute('labelled-by');
    this.#sentence.id = id;
    for (const element of [this.#drawing, this.#reader, this.#tableRoom]) {
      if (label) element.setAttribute('aria-labelledby', label);
    }
    for (const element of [this.#drawing, this.#reader]) element.setAttribute('aria-describedby', id);
    this.append(this.#picture, this.#tableRoom, this.#below);
    if (!this.hasAttribute('small')) this.#row.append(make('div', { class: 'row acts' }, this.#said, this.#keep, this.#switch));
    this.#reader.addEventListener('pointermove', (event) => this.#pointed(event));
    this.#reader.addEventListener('pointerdown', (event) => (this.#touched = event.pointerType === 'touch'));
    this.#reader.addEventListener('pointerleave', () => this.#left());
    this.#reader.addEventListener('click', (event) => this.#clicked(event));
    this.#reader.addEventListener('keydown', (event) => this.#pressed(event));
    this.#reader.addEventListener('focus', () => this.#focused());
    this.#reader.addEventListener('blur', () => this.#left());
    this.#switch.addEventListener('click', () => this.toggle());
    this.#keep.addEventListener('click', () => this.dispatchEvent(new CustomEvent('wane-save', { bubbles: true })));
    this.#show();
  }

  get view() {
    return this.#view;
  }

  /** Puts another picture in place of the present one, at once and without a gap; the day being read stays. */
  set view(view) {
    const date = this.date;
    this.#view = view;
    this.#at = date ? indexOf(view?.days ?? [], date) : -1;
    this.removeAttribute('aria-busy');
    this.#show();
  }

  /** The day that is being read. */
  get date() {
    return this.#view?.days[this.#at]?.date ?? null;
  }

  /** Reads this day here too, because another chart does. @param {string | null} date */
  follow(date) {
    this.#read(date === null ? -1 : indexOf(this.#view?.days ?? [], date), false);
  }

  /** Says what became of saving the picture, beside the button. @param {string} words */
  say(words) {
    this.#said.textContent = words;
  }

  /** From the picture to the table and back. */
  toggle() {
    const had = this.contains(document.activeElement);
    this.#asTable = !this.#asTable;
    this.#show();
    if (had) (this.#asTable ? this.#tableRoom : this.#reader).focus();
  }

  #show() {
    const view = this.#view;
    if (!view || !this.#picture.isConnected) return;
    this.#sentence.textContent = view.sentence;
    this.#picture.hidden = this.#asTable;
    this.#reading.classList.toggle('unseen', this.#asTable);
    this.#tableRoom.hidden = !this.#asTable;
    this.#keep.replaceChildren(icon('picture'), make('span', {}, text('chart-save')));
    this.#switch.replaceChildren(
      icon(this.#asTable ? 'chart' : 'table'),
      make('span', {}, text(this.#asTable ? 'chart-as-picture' : 'chart-as-table')),
    );
    if (this.#asTable) {
      this.#tableRoom.replaceChildren(tableOf(view.table));
      return;
    }
    const picture = drawing(view.svg);
    this.#drawing.replaceChildren(...(picture ? [picture] : []));
    this.#overlay.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    this.#reader.setAttribute('aria-orientation', layoutOf(view.days) === 'rows' ? 'vertical' : 'horizontal');
    this.#reader.setAttribute('aria-valuemin', '0');
    this.#reader.setAttribute('aria-valuemax', String(Math.max(view.days.length - 1, 0)));
    this.#read(this.#at, false);
  }

  /**
   * @param {number} at index of the day, or −1 for none
   * @param {boolean} tell whether other charts follow
   */
  #read(at, tell) {
    const view = this.#view;
    if (!view) return;
    this.#at = at;
    const day = view.days[at];
    this.#cursor.toggleAttribute('hidden', !day);
    this.toggleAttribute('reading', Boolean(day));
    if (day) {
      for (const [name, value] of Object.entries({ x: day.x, y: day.y, width: day.w, height: day.h })) {
        this.#cursor.setAttribute(name, String(value));
      }
    }
    this.#reader.setAttribute('aria-valuenow', String(Math.max(at, 0)));
    this.#reader.setAttribute('aria-valuetext', day ? inWords(day) : text('chart-no-day'));
    this.#reading.replaceChildren(...(day ? reading(day) : this.#hint()));
    if (tell) this.dispatchEvent(new CustomEvent('wane-read', { bubbles: true, detail: day?.date ?? null }));
  }

  #hint() {
    if (this.hasAttribute('small')) return [];
    return [text(this.#view?.days.some(({ date }) => date) ? 'chart-hint' : 'chart-hint-parts')];
  }

  /** @param {{ clientX: number, clientY: number }} point */
  #dayAt(point) {
    const view = this.#view;
    const box = this.#reader.getBoundingClientRect();
    if (!view || !box.width) return -1;
    const x = ((point.clientX - box.left) / box.width) * view.width;
    const y = ((point.clientY - box.top) / box.height) * view.height;
    const layout = layoutOf(view.days);
    // Where days follow one another in one direction, only that one matters: the margins read the day beside them.
    const across = (/** @type {ChartDay} */ day) => layout === 'rows' || (x >= day.x && x < day.x + day.w);
    const down = (/** @type {ChartDay} */ day) => layout === 'columns' || (y >= day.y && y < day.y + day.h);
    return view.days.findIndex((day) => across(day) && down(day));
  }

  /** @param {PointerEvent} event */
  #pointed(event) {
    const at = this.#dayAt(event);
    if (event.pointerType !== 'touch' && at !== this.#at) this.#read(at, true);
  }

  #left() {
    if (document.activeElement !== this.#reader && !this.#touched) this.#read(-1, true);
  }

  #focused() {
    if (this.#at < 0 && this.#view && this.#reader.matches(':focus-visible')) this.#read(this.#view.days.length - 1, true);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const at = this.#dayAt(event);
    if (at < 0) return;
    if (this.#touched && at !== this.#at) this.#read(at, true);
    else this.#open(at);
  }

  /** @param {number} at */
  #open(at) {
    const day = this.#view?.days[at];
    if (day?.date) this.dispatchEvent(new CustomEvent('wane-open', { bubbles: true, detail: day.date }));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const last = (this.#view?.days.length ?? 0) - 1;
    if (last < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = this.#at < 0 ? last : this.#at;
    // In a calendar the day below is that of the next week.
    const row = this.#view?.name === 'calendar' ? 7 : 1;
    if (event.key === 'ArrowLeft') this.#read(Math.max(now - 1, 0), true);
    else if (event.key === 'ArrowRight') this.#read(Math.min(now + 1, last), true);
    else if (event.key === 'ArrowUp') this.#read(Math.max(now - row, 0), true);
    else if (event.key === 'ArrowDown') this.#read(Math.min(now + row, last), true);
    else if (event.key === 'PageUp') this.#read(Math.max(now - 7, 0), true);
    else if (event.key === 'PageDown') this.#read(Math.min(now + 7, last), true);
    else if (event.key === 'Home') this.#read(0, true);
    else if (event.key === 'End') this.#read(last, true);
    else if (event.key === 'Enter') this.#open(now);
    else return;
    event.preventDefault();
  }
}

/**
 * Whether the areas lie below one another, side by side, or in both directions.
 *
 * @param {ChartDay[]} days
 * @returns {'rows' | 'columns' | 'cells'}
 */
function layoutOf(days) {
  const [first] = days;
  if (!first || days.length < 2) return 'cells';
  if (days.every(({ x }) => x === first.x)) return 'rows';
  return days.every(({ y, h }) => y === first.y && h === first.h) ? 'columns' : 'cells';
}

/**
 * The area that holds a day.
 *
 * @param {ChartDay[]} days
 * @param {string} date
 */
function indexOf(days, date) {
  return days.findIndex((day) => day.date !== null && day.date <= date && date <= (day.until ?? day.date));
}

/** @param {ChartDay} day */
function inWords(day) {
  return [day.date_text, ...day.values.map(({ name, text: value }) => `${name} ${value}`)].join(', ');
}

/** @param {ChartDay} day */
function reading(day) {
  return [
    make('b', {}, day.date_text),
    ...day.values.map(({ name, text: value }) => make('span', {}, `${name} `, make('b', {}, value))),
  ];
}

customElements.define('wane-chart', WaneChart);
