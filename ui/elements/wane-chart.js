// @ts-check
/**
 * A chart: the picture, a cursor that reads one day at a time, its sentence, and the same numbers as a table.
 *
 * Pointer and arrow keys read a day, Home and End go to the ends, Enter or a click opens the day.
 * Where days follow one another, dragging over them, or Shift with those keys, chooses a stretch of them:
 * letting go of the pointer, or Enter, asks for a picture of these days alone, and Escape lets go of them.
 * `<`, `>`, `+` and `-` ask for the days before or after, and for fewer or more.
 * The reading cursor is a slider to a screen reader: its value is the day, or the stretch, in words.
 *
 * Attributes: `labelled-by`, `small` for the narrow form without buttons.
 * It fires `wane-read` (detail: the date read, or nothing), `wane-open` (detail: the date to open),
 * `wane-range` (detail: first and last day), `wane-step` (detail: which way) and `wane-mark` (detail: the date read, or nothing).
 */

import { icon, make, makeSvg, unparted } from '../model/make.js';
import { text } from '../model/texts.js';
import { drawing } from './drawing.js';
import { tableOf } from './table.js';

/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {import('../ipc/bindings.js').ChartDay} ChartDay */

/** Charts whose areas follow one another in time. */
const IN_TIME = new Set(['trend', 'raster', 'regularity', 'calendar', 'consistency']);

/** Keys that read another day, besides the arrows. */
const MOVES = new Set(['PageUp', 'PageDown', 'Home', 'End']);

/** Keys that ask for other days. @type {Record<string, string>} */
const STEPS = { '<': 'earlier', '>': 'later', '+': 'closer', '=': 'closer', '-': 'wider' };

let made = 0;

export class WaneChart extends HTMLElement {
  /** @type {ChartView | null} */ #view = null;
  #at = -1;
  #asTable = false;
  /** The last pointer was a finger: it reads first and opens at the second touch. */
  #touched = false;
  /** Where the stretch begins that is being chosen; −1 for none. */
  #anchor = -1;
  /** Where the pointer was pressed; −1 when it is not. */
  #pressedAt = -1;
  /** The click that ends a drag opens no day. */
  #dragged = false;

  #drawing = make('div', { class: 'drawing', role: 'img' });
  #cursor = makeSvg('rect', { class: 'cursor' });
  #stretch = makeSvg('path', { class: 'stretch' });
  #overlay = makeSvg('svg', { preserveAspectRatio: 'none', 'aria-hidden': 'true' }, this.#stretch, this.#cursor);
  #reader = make('div', { class: 'reader', role: 'slider', tabindex: '0' }, this.#overlay);
  #picture = make('div', { class: 'picture' }, this.#drawing, this.#reader);
  #reading = make('p', { class: 'reading', 'aria-hidden': 'true' });
  #sentence = make('p', { class: 'sentence' });
  #tableRoom = make('div', { class: 'table-room', tabindex: '0', role: 'region' });
  #switch = make('button', { type: 'button' });
  #mark = make('button', { type: 'button' });
  #said = make('span', { class: 'status', role: 'status' });
  #keepRow = make('div', { class: 'keep-row' }, this.#said);
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
    if (!this.hasAttribute('small')) {
      this.#row.append(make('div', { class: 'row acts' }, this.#mark, this.#switch));
      this.append(this.#keepRow);
    }
    this.#reader.addEventListener('pointermove', (event) => this.#pointed(event));
    this.#reader.addEventListener('pointerdown', (event) => this.#taken(event));
    this.#reader.addEventListener('pointerup', () => this.#released());
    this.#reader.addEventListener('pointercancel', () => this.#letGo());
    this.#reader.addEventListener('click', (event) => this.#clicked(event));
    this.#reader.addEventListener('keydown', (event) => this.#pressed(event));
    this.#reader.addEventListener('focus', () => this.#focused());
    // The day that is read stays while the pointer or the focus goes to the buttons below.
    this.addEventListener('pointerleave', () => this.#left());
    this.addEventListener('focusout', (event) => this.#blurred(event));
    this.#switch.addEventListener('click', () => this.toggle());
    this.#mark.addEventListener('click', () => this.dispatchEvent(new CustomEvent('wane-mark', { bubbles: true, detail: this.date })));
    this.#show();
  }

  get view() {
    return this.#view;
  }

  /** Puts another picture in place of the present one, at once and without a gap; the day being read stays. */
  set view(view) {
    const date = this.date;
    this.#view = view;
    this.#anchor = this.#pressedAt = -1;
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

  /** Puts a control below the chart, beside what is said of it. @param {HTMLElement} control */
  furnish(control) {
    this.#keepRow.prepend(control);
  }

  /** Says what became of saving or copying, below the chart. @param {string} words */
  say(words) {
    this.#said.textContent = unparted(words);
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
    this.#sentence.textContent = unparted(view.sentence);
    this.#picture.hidden = this.#asTable;
    this.#reading.classList.toggle('unseen', this.#asTable);
    this.#tableRoom.hidden = !this.#asTable;
    this.#mark.replaceChildren(icon('mark'), make('span', {}, text('chart-mark')));
    this.#mark.hidden = !this.#isInTime;
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
    const stretch = this.#chosen;
    this.#stretch.toggleAttribute('hidden', !stretch);
    this.#stretch.setAttribute('d', stretch ? outlineOf(stretch) : '');
    const said = stretch && text('chart-stretch', { from: stretch[0]?.date_text ?? '', to: stretch.at(-1)?.date_text ?? '' });
    this.#reader.setAttribute('aria-valuenow', String(Math.max(at, 0)));
    this.#reader.setAttribute('aria-valuetext', said ?? (day ? inWords(day) : text('chart-no-day')));
    this.#reading.replaceChildren(...(said ? [said] : day ? reading(day) : this.#hint()));
    if (tell) this.dispatchEvent(new CustomEvent('wane-read', { bubbles: true, detail: day?.date ?? null }));
  }

  #hint() {
    if (this.hasAttribute('small')) return [];
    return [text(this.#isInTime ? 'chart-hint-days' : this.#view?.days.some(({ date }) => date) ? 'chart-hint' : 'chart-hint-parts')];
  }

  /** Whether its days follow one another, so that a stretch of them can be chosen. */
  get #isInTime() {
    const view = this.#view;
    return view !== null && IN_TIME.has(view.name) && view.days.length > 1 && !this.hasAttribute('small');
  }

  /** The areas that are being chosen, at least two. */
  get #chosen() {
    const [one, other] = [this.#anchor, this.#at];
    if (one < 0 || other < 0 || one === other) return null;
    return this.#view?.days.slice(Math.min(one, other), Math.max(one, other) + 1) ?? null;
  }

  /** Asks for a picture of the days that are chosen. */
  #apply() {
    const stretch = this.#chosen;
    const [first, last] = [stretch?.[0], stretch?.at(-1)];
    // What is chosen stays to be seen until the new picture comes.
    if (first && last) this.dispatchEvent(new CustomEvent('wane-range', { bubbles: true, detail: { from: first.date, to: last.until ?? last.date } }));
  }

  #letGo() {
    this.#anchor = this.#pressedAt = -1;
    this.#read(this.#at, false);
  }

  /** @param {PointerEvent} event */
  #taken(event) {
    this.#touched = event.pointerType === 'touch';
    this.#dragged = false;
    // A finger that moves over a picture scrolls the page.
    if (this.#touched || event.button !== 0 || !this.#isInTime) return;
    this.#anchor = -1;
    this.#pressedAt = this.#dayAt(event);
    if (this.#pressedAt < 0) return;
    this.#reader.setPointerCapture(event.pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    for (const over of ['pointerup', 'pointercancel']) this.#reader.addEventListener(over, () => ended.abort(), { signal });
    document.addEventListener('keydown', (key) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      this.#dragged = true;
      this.#letGo();
    }, { signal, capture: true });
  }

  #released() {
    if (this.#pressedAt < 0) return;
    this.#pressedAt = -1;
    this.#dragged = this.#anchor >= 0;
    if (this.#chosen) this.#apply();
    else this.#letGo();
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
    if (event.pointerType === 'touch') return;
    const at = this.#dayAt(event);
    if (this.#pressedAt < 0) {
      // A stretch that is being chosen by keys is not moved by a hand that brushes the table.
      if (at !== this.#at && this.#anchor < 0) this.#read(at, true);
    } else if (at >= 0 && (at !== this.#pressedAt || this.#anchor >= 0) && at !== this.#at) {
      this.#anchor = this.#pressedAt;
      this.#read(at, true);
    }
  }

  #left() {
    if (this.#pressedAt < 0 && !this.contains(document.activeElement) && !this.#touched) this.#read(-1, true);
  }

  /** @param {FocusEvent} event */
  #blurred(event) {
    const inside = event.relatedTarget instanceof Node && this.contains(event.relatedTarget);
    if (inside || this.#touched) return;
    this.#anchor = -1;
    this.#read(-1, true);
  }

  #focused() {
    if (this.#at < 0 && this.#view && this.#reader.matches(':focus-visible')) this.#read(this.#view.days.length - 1, true);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const at = this.#dayAt(event);
    if (at < 0 || this.#dragged) return;
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
    const step = this.#isInTime ? STEPS[event.key] : undefined;
    if (step) {
      this.dispatchEvent(new CustomEvent('wane-step', { bubbles: true, detail: step }));
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && this.#anchor >= 0) {
      event.preventDefault();
      this.#letGo();
      return;
    }
    if (event.key.startsWith('Arrow') || MOVES.has(event.key)) {
      if (!event.shiftKey || !this.#isInTime) this.#anchor = -1;
      else if (this.#anchor < 0) this.#anchor = now;
    }
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
    else if (event.key === 'Enter' && this.#chosen) this.#apply();
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

/** One path around areas: neighbours touch, so that columns, rows and the cells of a calendar all read as one. @param {ChartDay[]} days */
function outlineOf(days) {
  return days.map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');
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
