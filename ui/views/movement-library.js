// @ts-check
/** The library: every gentle movement with its drawing, by position and part of the body. */

import { movementFigure } from '../elements/movement-figure.js';
import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').LibraryView} LibraryView */
/** @typedef {import('../ipc/bindings.js').MovementItem} MovementItem */
/** @typedef {import('./movement.js').Doing} Doing */

export class LibraryPart {
  #root;
  #doing;
  /** @type {LibraryView | null} */ #view = null;
  /** The choices; empty for all. */
  #posture = '';
  #area = '';
  /** The movement that is open. */
  #open = '';
  #marks = [() => {}, () => {}];

  /** @param {HTMLElement} root @param {Doing} doing */
  constructor(root, doing) {
    this.#root = root;
    this.#doing = doing;
    const group = (/** @type {string} */ name, /** @type {string} */ id) => make('div', { class: 'choice' },
      make('h3', { id: `library-${name}` }, text(id)), make('div', { class: 'segments', role: 'radiogroup', 'aria-labelledby': `library-${name}`, 'data-part': name }));
    root.append(
      make('section', { class: 'card library-choices' },
        make('h2', {}, text('library-title')), make('p', { class: 'quiet' }, text('library-note')),
        group('posture', 'library-posture'), group('area', 'library-area'),
        make('p', { class: 'note', 'data-part': 'care' })),
      make('div', { class: 'row spread' }, make('p', { class: 'note', role: 'status', 'data-part': 'count' }), make('p', { class: 'status', role: 'status', 'data-part': 'status' })),
      make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }),
      make('ul', { class: 'library', 'data-part': 'list', 'data-hold': true }),
      make('details', { class: 'card aside', 'data-part': 'aside', hidden: true },
        make('summary', {}, turned('right'), make('span', { 'data-part': 'aside-text' })),
        make('p', { class: 'note' }, text('library-aside-note')),
        make('ul', { class: 'library small', 'data-part': 'aside-list' })));
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  async refresh() {
    this.#view = await this.#doing.ask('movement_library', {});
    this.#offer();
    this.#show();
  }

  /** Escape closes what is open. */
  back() {
    if (!this.#open) return false;
    this.#toggle(this.#open);
    return true;
  }

  /** The choices themselves come once. */
  #offer() {
    const view = this.#view;
    if (!view || part(this.#root, 'posture').childElementCount > 0) return;
    part(this.#root, 'care').textContent = view.care_text;
    const all = { code: '', name: text('library-all') };
    for (const [at, name, named] of /** @type {const} */ ([[0, 'posture', view.postures], [1, 'area', view.areas]])) {
      const group = part(this.#root, name);
      group.append(...[all, ...named].map(({ code, name: said }) => make('button', { type: 'button', role: 'radio', 'data-value': code }, said)));
      const mark = choices(group, (button) => {
        if (at === 0) this.#posture = button.dataset.value ?? '';
        else this.#area = button.dataset.value ?? '';
        this.#show();
      });
      this.#marks[at] = () => mark((button) => button.dataset.value === (at === 0 ? this.#posture : this.#area));
    }
  }

  #show() {
    const view = this.#view;
    if (!view) return;
    for (const mark of this.#marks) mark();
    const fits = (/** @type {MovementItem} */ item) => (!this.#posture || item.posture === this.#posture) && (!this.#area || item.areas.includes(this.#area));
    const shown = view.movements.filter((item) => !item.hidden && fits(item));
    const aside = view.movements.filter((item) => item.hidden);
    if (!shown.some(({ code }) => code === this.#open)) this.#open = '';
    part(this.#root, 'count').textContent = shown.length ? text('library-count', { count: shown.length }) : text('library-nothing');
    part(this.#root, 'list').replaceChildren(...shown.map((item) => this.#item(item)));
    part(this.#root, 'aside').hidden = aside.length === 0;
    part(this.#root, 'aside-text').textContent = text('library-aside', { count: aside.length });
    part(this.#root, 'aside-list').replaceChildren(...aside.map((item) => make('li', { 'data-code': item.code },
      movementFigure(item.code, item.picture), make('h3', {}, item.name),
      make('button', { type: 'button', 'data-act': 'take-up', 'aria-label': `${text('library-take-up')}: ${item.name}` }, text('library-take-up')))));
  }

  /** @param {MovementItem} item */
  #item(item) {
    const isOpen = item.code === this.#open;
    const panel = make('div', { class: 'how', id: `how-${item.code}`, hidden: !isOpen }, ...how(item),
      make('div', { class: 'row' }, make('button', { type: 'button', class: 'plain', 'data-act': 'aside', 'aria-label': `${text('library-not-for-me')}: ${item.name}` }, text('library-not-for-me'))));
    return make('li', { 'data-code': item.code, class: isOpen ? 'open' : null },
      movementFigure(item.code, item.picture),
      make('div', { class: 'said' },
        make('h3', {}, make('button', { type: 'button', class: 'plain opens', 'data-act': 'open', 'aria-expanded': String(isOpen), 'aria-controls': `how-${item.code}`, 'aria-label': text('library-open', { name: item.name }) }, make('span', {}, item.name), turned('down'))),
        make('p', { class: 'note' }, `${item.posture_text} · ${item.areas_text}`),
        panel));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    const code = target.closest('li[data-code]')?.getAttribute('data-code');
    if (!code) return;
    if (act === 'aside' || act === 'take-up') void this.#hide(code, act === 'aside');
    else if (act === 'open' || target.closest('.movement-figure')) this.#toggle(code);
  }

  /** @param {string} code */
  #toggle(code) {
    this.#open = this.#open === code ? '' : code;
    for (const item of part(this.#root, 'list').children) {
      const isOpen = item.getAttribute('data-code') === this.#open;
      item.classList.toggle('open', isOpen);
      item.querySelector('.how')?.toggleAttribute('hidden', !isOpen);
      item.querySelector('.opens')?.setAttribute('aria-expanded', String(isOpen));
    }
  }

  /** @param {string} code @param {boolean} hidden */
  async #hide(code, hidden) {
    try {
      const view = await this.#doing.ask('hide_movement', { code, hidden });
      this.#view = view;
      calm(part(this.#root, 'trouble'));
      this.#show();
      part(this.#root, 'status').replaceChildren(...done(view.said ?? '', this.#doing.frame.turning(view, 'undo')));
      /** @type {HTMLElement | null} */ (this.#root.querySelector('[role="radio"][aria-checked="true"]'))?.focus({ preventScroll: true });
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }
}

/**
 * How a movement goes: its steps, the breath, and how to make it smaller.
 *
 * @param {{ steps: string[], breath: string, ease: string }} item
 * @returns {HTMLElement[]}
 */
export function how({ steps, breath, ease }) {
  return [
    make('ol', { class: 'steps-of' }, ...steps.map((step) => make('li', {}, step))),
    make('dl', { class: 'hints' }, make('dt', {}, text('library-breath')), make('dd', {}, breath), make('dt', {}, text('library-ease')), make('dd', {}, ease)),
  ];
}

/** @param {string} name */
function turned(name) {
  const arrow = icon(name);
  arrow.classList.add('turns');
  return arrow;
}
