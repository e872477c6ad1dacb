// @ts-check
/** Finds somebody's own pace: they tap at the start of each breath in, and the diary says what that comes to. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** So many taps are enough to be used: three breaths. */
const ENOUGH = 4;

export class PaceFinder {
  #room;
  #found;
  /** Instants of the taps. @type {number[]} */ #taps = [];
  #tap = make('button', { type: 'button', class: 'breath-tap', 'data-act': 'tap' }, text('breath-tap'));
  #left = make('p', { class: 'note', role: 'status' });
  #use = make('button', { type: 'button', hidden: true, 'data-act': 'use-pace' }, text('breath-tap-done'));

  /**
   * @param {HTMLElement} room
   * @param {(taps: number[]) => Promise<unknown>} found
   */
  constructor(room, found) {
    this.#room = room;
    this.#found = found;
    // The press counts, not the release: it is nearer to the breath.
    this.#tap.addEventListener('pointerdown', (event) => {
      if (event.button === 0) this.#tapped();
    });
    this.#tap.addEventListener('keydown', (event) => {
      if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) {
        event.preventDefault();
        this.#tapped();
      }
    });
    this.#use.addEventListener('click', () => {
      const taps = this.#taps;
      this.#close();
      void this.#found(taps);
    });
    this.#close();
  }

  end() {
    this.#taps = [];
  }

  #close() {
    this.#taps = [];
    const had = this.#room.contains(document.activeElement);
    const open = make('button', { type: 'button', 'data-act': 'find' }, text('breath-find'));
    open.addEventListener('click', () => this.#open());
    this.#room.replaceChildren(open);
    if (had) open.focus();
  }

  #open() {
    this.#taps = [];
    this.#use.hidden = true;
    this.#left.textContent = text('breath-tap-more', { count: ENOUGH });
    this.#room.replaceChildren(make('p', { class: 'note' }, text('breath-tap-note')), make('div', { class: 'row' }, this.#tap, this.#left, this.#use));
    this.#tap.focus();
  }

  #tapped() {
    this.#taps.push(performance.now());
    const left = ENOUGH - this.#taps.length;
    this.#left.textContent = left > 0 ? text('breath-tap-more', { count: left }) : '';
    this.#use.hidden = left > 0;
  }
}
