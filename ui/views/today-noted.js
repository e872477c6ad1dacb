// @ts-check
/** What was noted in the night, offered in the morning: a line with two buttons, which fills nothing in by itself. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').NotedAwake} NotedAwake */

export class NotedOffer {
  #strip;
  #words = make('span', {});
  #count = 0;

  /**
   * @param {HTMLElement} night the element below which it stands; it tells it with `wane-noted-away` (detail: the day) when the offer is put away
   * @param {(count: number) => void} taken the person takes the number
   */
  constructor(night, taken) {
    const take = make('button', { type: 'button', 'data-act': 'noted-take' }, text('night-offer-take'));
    const away = make('button', { type: 'button', class: 'plain', 'data-act': 'noted-away' }, text('night-offer-away'));
    this.#strip = make('div', { class: 'strip', 'data-part': 'noted', hidden: true }, make('p', { class: 'with-icon' }, icon('evening'), this.#words), make('span', { class: 'row' }, take, away));
    night.after(this.#strip);
    take.addEventListener('click', () => {
      taken(this.#count);
      this.#gone();
    });
    away.addEventListener('click', () => {
      const { date } = this.#strip.dataset;
      this.#gone();
      this.#strip.dispatchEvent(new CustomEvent('wane-noted-away', { bubbles: true, detail: date }));
    });
  }

  /**
   * @param {NotedAwake | null} noted nothing where there is nothing to offer
   * @param {string} date the morning it is offered on
   */
  take(noted, date) {
    const had = !this.#strip.hidden && this.#strip.contains(document.activeElement);
    this.#strip.hidden = noted === null;
    this.#strip.dataset.date = date;
    if (noted) {
      this.#count = noted.count;
      this.#words.textContent = noted.text;
    } else if (had) {
      this.#onward();
    }
  }

  #gone() {
    this.#onward();
    this.#strip.hidden = true;
  }

  /** The focus goes on to what is confirmed next. */
  #onward() {
    /** @type {HTMLElement | null} */ (this.#strip.closest('form')?.querySelector('[data-act="save"]'))?.focus();
  }
}
