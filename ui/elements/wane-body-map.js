// @ts-check
/**
 * Places on the body: a list of regions and a drawing of them, which are one control.
 *
 * The list is what has the focus and what is heard: a listbox of several choices, under headings.
 * Arrow keys, Home, End, Page Up and Page Down move through it, letters jump, Space chooses, Enter sends the form.
 * The drawing shows the same choices and takes presses; it is no second set of stops.
 * "Everywhere" stands for all regions: choosing it takes the place of the others, and choosing another takes its place.
 *
 * Attributes: `labelled-by`. Properties: `groups` (the regions under their headings), `value` (codes, in the order of the list).
 * It fires `wane-value` when the choice has changed.
 */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';
import { drawFigure } from './body-drawing.js';

/** @typedef {import('../ipc/bindings.js').RegionGroup} RegionGroup */
/** @typedef {import('../ipc/bindings.js').RegionView} RegionView */
/** @typedef {import('./body-figure.js').View} View */
/** @typedef {import('./body-drawing.js').Place} Place */

/** How long letters belong to one word that is being typed, in milliseconds. */
const ONE_WORD = 900;

/** The region that stands for all others. */
const EVERYWHERE = 'everywhere';

const VIEWS = /** @type {const} */ (['front', 'back']);

let made = 0;

export class WaneBodyMap extends HTMLElement {
  /** @type {RegionGroup[]} */ #groups = [];
  /** @type {RegionView[]} */ #regions = [];
  /** @type {Set<string>} */ #value = new Set();
  /** @type {Map<string, HTMLElement>} */ #options = new Map();
  /** @type {Map<string, Place>} */ #places = new Map();
  #active = '';
  #typed = '';
  #typing = 0;
  #id = `body-map-${(made += 1)}`;
  #list = make('div', { role: 'listbox', tabindex: '0', 'aria-multiselectable': 'true', class: 'regions' });
  #caption = make('p', { class: 'caption' });
  #chosen = make('p', { class: 'chosen note' });
  #everywhere = make('button', { type: 'button', tabindex: '-1', class: 'everywhere', 'aria-pressed': 'false' });
  #drawing = make('div', { class: 'drawing', 'aria-hidden': 'true' });

  connectedCallback() {
    if (this.#list.isConnected) return;
    const hint = make('p', { class: 'note', id: `${this.#id}-hint` }, text('body-hint'));
    this.#list.setAttribute('aria-labelledby', this.getAttribute('labelled-by') ?? '');
    this.#list.setAttribute('aria-describedby', hint.id);
    this.#drawing.append(this.#turner(), make('div', { class: 'figures' }, ...VIEWS.map((view) => this.#figure(view))), this.#caption, this.#everywhere);
    this.append(make('div', { class: 'map-parts' }, this.#drawing, make('div', { class: 'listed' }, this.#list, hint, this.#chosen)));
    this.#list.addEventListener('keydown', (event) => this.#pressed(event));
    this.#list.addEventListener('click', ({ target }) => this.#chose(/** @type {Element} */ (target).closest('[data-code]')?.getAttribute('data-code')));
    this.#drawing.addEventListener('click', ({ target }) => this.#chose(/** @type {Element} */ (target).closest('[data-region]')?.getAttribute('data-region')));
    this.#everywhere.addEventListener('click', () => this.#chose(EVERYWHERE));
    // The focus stays in the list, or comes to it.
    this.#drawing.addEventListener('mousedown', (event) => event.preventDefault());
    for (const room of [this.#drawing, this.#list]) {
      room.addEventListener('pointerover', ({ target }) => this.#under(/** @type {Element} */ (target)));
      room.addEventListener('pointerleave', () => this.#under(null));
    }
    this.#turn('front');
    this.#show();
  }

  /** @param {RegionGroup[]} groups */
  set groups(groups) {
    this.#groups = groups;
    this.#regions = groups.flatMap(({ regions }) => regions);
    this.#active = this.#regions[0]?.code ?? '';
    this.#fill();
    this.#show();
  }

  /** Codes of the chosen regions, in the order of the list; one that the list does not know comes last. @returns {string[]} */
  get value() {
    const known = this.#regions.map(({ code }) => code).filter((code) => this.#value.has(code));
    return [...known, ...[...this.#value].filter((code) => !known.includes(code))];
  }

  /** @param {string[]} codes */
  set value(codes) {
    this.#value = new Set(codes);
    const first = this.value[0];
    if (first && this.#options.has(first)) {
      this.#goTo(first);
      // Before it is laid out, a list cannot be scrolled.
      requestAnimationFrame(() => this.#active === first && this.#goTo(first));
    }
    this.#show();
  }

  focus() {
    this.#list.focus();
  }

  // Building.

  #fill() {
    this.#options.clear();
    this.#list.replaceChildren(...this.#groups.map(({ code, name, regions }) => {
      const heading = make('div', { class: 'heading', id: `${this.#id}-${code}`, role: 'presentation' }, name);
      const options = regions.map((region) => {
        const option = make('div', { role: 'option', id: `${this.#id}-${code}-${region.code}`, 'data-code': region.code }, icon('done'), make('span', {}, region.name));
        this.#options.set(region.code, option);
        return option;
      });
      return make('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...options);
    }));
    this.#everywhere.textContent = this.#regions.find(({ code }) => code === EVERYWHERE)?.name ?? '';
    this.#everywhere.hidden = this.#everywhere.textContent === '';
  }

  /** Where only one figure has room: which one. */
  #turner() {
    const buttons = VIEWS.map((view) => {
      const button = make('button', { type: 'button', tabindex: '-1', 'data-turn': view }, text(view === 'front' ? 'body-front' : 'body-back'));
      button.addEventListener('click', () => this.#turn(view));
      return button;
    });
    return make('div', { class: 'turner segments' }, ...buttons);
  }

  /** @param {View} view */
  #figure(view) {
    const { svg, places } = drawFigure(view);
    for (const [code, place] of places) this.#places.set(code, place);
    const [one, other] = view === 'front' ? ['body-your-right', 'body-your-left'] : ['body-your-left', 'body-your-right'];
    const name = make('b', {}, text(view === 'front' ? 'body-front' : 'body-back'));
    const sides = make('p', { class: 'sides' }, make('span', {}, text(one)), name, make('span', {}, text(other)));
    return make('div', { class: 'figure', 'data-figure': view }, sides, svg);
  }

  /** @param {View} view */
  #turn(view) {
    this.#drawing.dataset.shown = view;
    for (const button of this.#drawing.querySelectorAll('[data-turn]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-turn') === view));
    }
  }

  // Showing.

  #show() {
    for (const [code, option] of this.#options) option.setAttribute('aria-selected', String(this.#value.has(code)));
    for (const [code, { area }] of this.#places) area.classList.toggle('chosen', this.#value.has(code));
    const everywhere = this.#value.has(EVERYWHERE);
    this.#drawing.classList.toggle('all', everywhere);
    this.#everywhere.setAttribute('aria-pressed', String(everywhere));
    const names = this.#regions.filter(({ code }) => this.#value.has(code)).map(({ name }) => name);
    this.#chosen.textContent = names.length ? text('body-chosen', { names: names.join('; ') }) : text('body-none');
    this.#mark();
  }

  /** Shows which region the keys are at. */
  #mark() {
    for (const [code, option] of this.#options) option.classList.toggle('active', code === this.#active);
    for (const [code, { ring }] of this.#places) ring.classList.toggle('active', code === this.#active);
    const option = this.#options.get(this.#active);
    if (option) this.#list.setAttribute('aria-activedescendant', option.id);
    const view = this.#places.get(this.#active)?.view;
    if (view) this.#turn(view);
  }

  /** The keys are now at this region. @param {string} code */
  #goTo(code) {
    this.#active = code;
    this.#mark();
    const option = this.#options.get(code);
    if (!option) return;
    // Only the list is scrolled, never the page; its heading stays above.
    const heading = option.parentElement?.firstElementChild;
    const above = heading instanceof HTMLElement ? heading.offsetHeight : 0;
    const { scrollTop, clientHeight } = this.#list;
    if (option.offsetTop - above < scrollTop) this.#list.scrollTop = option.offsetTop - above;
    else if (option.offsetTop + option.offsetHeight > scrollTop + clientHeight) {
      this.#list.scrollTop = option.offsetTop + option.offsetHeight - clientHeight;
    }
  }

  /** The pointer is over a region: it is named, and shown in list and drawing alike. @param {Element | null} target */
  #under(target) {
    const place = target?.closest('[data-region], [data-code]');
    const under = place?.getAttribute('data-region') ?? place?.getAttribute('data-code') ?? null;
    for (const [code, option] of this.#options) option.classList.toggle('under', code === under);
    for (const [code, { area }] of this.#places) area.classList.toggle('under', code === under);
    this.#caption.textContent = this.#regions.find(({ code }) => code === under)?.name ?? '';
  }

  // Choosing.

  /** A region was pressed. @param {string | null | undefined} code */
  #chose(code) {
    if (!code) return;
    this.#list.focus({ preventScroll: true });
    this.#goTo(code);
    this.#toggle(code);
  }

  /** @param {string} code */
  #toggle(code) {
    if (this.#value.has(code)) this.#value.delete(code);
    else if (code === EVERYWHERE) this.#value = new Set([code]);
    else {
      this.#value.delete(EVERYWHERE);
      this.#value.add(code);
    }
    this.#show();
    this.dispatchEvent(new CustomEvent('wane-value', { bubbles: true }));
  }

  // Keys.

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') this.closest('form')?.requestSubmit();
    else if (event.key === ' ' && !this.#goesOn(' ')) this.#toggle(this.#active);
    else if (event.key.length === 1) this.#letter(event.key);
    else {
      const to = this.#moved(event.key);
      if (to === null) return;
      this.#goTo(to);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Where a key leads.
   *
   * @param {string} key
   * @returns {string | null} nothing if it leads nowhere
   */
  #moved(key) {
    const at = this.#regions.findIndex(({ code }) => code === this.#active);
    const group = this.#groups.findIndex(({ regions }) => regions.some(({ code }) => code === this.#active));
    const last = this.#regions.length - 1;
    const rtl = document.documentElement.dir === 'rtl';
    /** @type {Record<string, RegionView | undefined>} */
    const ways = {
      ArrowDown: this.#regions[Math.min(at + 1, last)],
      ArrowUp: this.#regions[Math.max(at - 1, 0)],
      [rtl ? 'ArrowLeft' : 'ArrowRight']: this.#regions[Math.min(at + 1, last)],
      [rtl ? 'ArrowRight' : 'ArrowLeft']: this.#regions[Math.max(at - 1, 0)],
      Home: this.#regions[0],
      End: this.#regions[last],
      PageDown: (this.#groups[group + 1] ?? this.#groups[group])?.regions[0],
      PageUp: (this.#groups[group - 1] ?? this.#groups[group])?.regions[0],
    };
    return ways[key]?.code ?? null;
  }

  /**
   * Whether some name goes on like this after what has been typed: then a blank is a letter, as in "right knee".
   *
   * @param {string} letter
   */
  #goesOn(letter) {
    return this.#typed !== '' && this.#regions.some(({ name }) => begins(name, this.#typed + letter));
  }

  /**
   * Jumps to the next region that begins like this, or has a word that does.
   *
   * @param {string} letter
   */
  #letter(letter) {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => (this.#typed = ''), ONE_WORD);
    const more = letter.toLocaleLowerCase();
    // The same letter again goes on to the next; further letters narrow down where we are.
    this.#typed = this.#typed === more ? more : this.#typed + more;
    const at = this.#regions.findIndex(({ code }) => code === this.#active) + (this.#typed.length === 1 ? 1 : 0);
    const order = [...this.#regions.slice(at), ...this.#regions.slice(0, at)];
    const found = order.find(({ name }) => begins(name, this.#typed));
    if (found) this.#goTo(found.code);
  }
}

/**
 * Whether a name, from one of its words on, begins like what was typed.
 *
 * @param {string} name
 * @param {string} typed in lower case
 */
function begins(name, typed) {
  const words = name.toLocaleLowerCase().split(/\s+/);
  return words.some((_, index) => words.slice(index).join(' ').startsWith(typed));
}

customElements.define('wane-body-map', WaneBodyMap);
