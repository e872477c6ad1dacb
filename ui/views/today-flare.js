// @ts-check
/** What Today is on a day of a flare or of a holiday: a few words and one tap. The forms are a button away. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').Today} Today */

/** How it is, in one tap. */
const HOWS = /** @type {const} */ ([['rough', 'flare-rough'], ['same', 'flare-same'], ['easing', 'flare-easing']]);

export class FlareCard {
  #room;
  #rest;
  #shown = '';
  #open = false;

  /**
   * @param {HTMLElement} room
   * @param {HTMLElement[]} rest what gives way
   * @param {(name: 'flare_note', request: any) => void} carryOut does what a button asks for
   */
  constructor(room, rest, carryOut) {
    this.#room = room;
    this.#rest = rest;
    room.addEventListener('click', ({ target }) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-flare]'));
      if (!button) return;
      const name = button.dataset.flare ?? '';
      if (name === 'more') {
        this.unfold();
        return;
      }
      const how = button.dataset.how;
      carryOut(/** @type {'flare_note'} */ (name), how ? { how } : {});
    });
  }

  /** Today is nothing but a few words and one tap. */
  get isShrunk() {
    return !this.#room.hidden && !this.#open;
  }

  /** Puts the focus on the one tap. */
  focus() {
    /** @type {HTMLElement | null} */ (this.#room.querySelector('button'))?.focus();
  }

  /** Shows the rest of the day as well. */
  unfold() {
    this.#open = true;
    for (const piece of this.#rest) piece.hidden = false;
    const more = this.#room.querySelector('[data-flare="more"]');
    if (more) more.setAttribute('hidden', '');
  }

  /** @param {Today} today */
  take({ date, flare, holiday }) {
    const now = JSON.stringify([date, flare, holiday]);
    if (now === this.#shown) return;
    const was = this.#shown !== '' && this.#room.childElementCount > 0;
    const had = this.#room.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset : null;
    this.#shown = now;
    if (!flare && !holiday) this.#open = false;
    const quiet = Boolean(flare ?? holiday);
    this.#room.hidden = !quiet;
    for (const piece of this.#rest) piece.hidden = quiet && !this.#open;
    this.#room.replaceChildren(...(holiday ? this.#holiday(holiday.text) : []), ...(flare ? this.#flare(flare) : []));
    if (quiet && !this.#open) this.#room.append(make('div', { class: 'row' }, make('button', { type: 'button', class: 'plain', 'data-flare': 'more' }, icon('down'), make('span', {}, text('flare-more')))));
    // A button that was pressed keeps the focus, or the next one has it.
    if (had && was) {
      const same = had.how ? `[data-how="${had.how}"]` : `[data-flare="${had.flare}"]`;
      /** @type {HTMLElement | null} */ (this.#room.querySelector(same) ?? this.#room.querySelector('button'))?.focus();
    }
  }

  /** @param {NonNullable<Today['flare']>} flare */
  #flare({ text: since, words, noted, question }) {
    const button = (/** @type {string} */ name, /** @type {string} */ id, how = '', kind = '') => make('button', { type: 'button', class: kind, 'data-flare': name, 'data-how': how || null }, text(id));
    return [
      ...(words.length ? [make('div', { class: 'flare-words' }, ...words.map((one) => make('p', {}, one)))] : []),
      make('p', { class: 'quiet' }, since),
      make('div', { role: 'group', 'aria-label': text('flare-now'), class: 'flare-now' },
        make('h2', {}, text('flare-now')),
        make('div', { class: 'row' }, ...HOWS.map(([how, id]) => button('flare_note', id, how, 'flare-tap'))),
        make('p', { class: 'note', role: 'status' }, noted ?? '')),
      ...(question ? [make('div', { class: 'strip' }, make('p', { class: 'with-icon' }, icon('question'), make('span', {}, question)), make('div', { class: 'row' }, button('flare_end', 'flare-end'), button('flare_still_on', 'flare-still', '', 'plain')))] : []),
      make('div', { class: 'row' }, make('a', { class: 'button plain', href: '#flare', 'data-go': 'flare' }, text('flare-open')), ...(question ? [] : [button('flare_end', 'flare-end', '', 'plain')])),
    ];
  }

  /** @param {string} said */
  #holiday(said) {
    return [make('p', {}, said), make('div', { class: 'row' }, make('button', { type: 'button', 'data-flare': 'holiday_end' }, text('holiday-back')))];
  }
}
