// @ts-check
/**
 * A number of minutes, or with the attribute `count` a plain count.
 * The arrow keys, and with the attribute `stepper` two buttons, move it: minutes by five, counts by one.
 */

import { parseCount, parseMinutes } from '../model/clock.js';
import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';
import { TypedField } from './typed-field.js';

/** More awakenings than this, or more minutes than a day has, are a slip of the finger. */
const MOST_COUNT = 200;
const MOST_MINUTES = 24 * 60;

/** @extends {TypedField<number>} */
export class WaneMinutes extends TypedField {
  connectedCallback() {
    super.connectedCallback();
    if (!this.hasAttribute('stepper') || this.querySelector('.step')) return;
    const less = make('button', { type: 'button', class: 'step', tabindex: '-1', 'aria-label': text('minutes-less') }, icon('minus'));
    const more = make('button', { type: 'button', class: 'step', tabindex: '-1', 'aria-label': text('minutes-more') }, icon('plus'));
    less.addEventListener('click', () => this.step(-1));
    more.addEventListener('click', () => this.step(1));
    this.prepend(less);
    this.append(more);
  }

  /** @param {string} typed */
  parse(typed) {
    return this.hasAttribute('count') ? parseCount(typed, MOST_COUNT) : parseMinutes(typed);
  }

  /** @param {number | null} value @param {number} steps */
  moved(value, steps) {
    const [size, most] = this.hasAttribute('count') ? [1, MOST_COUNT] : [5, MOST_MINUTES];
    if (value === null) return steps > 0 ? size : 0;
    return Math.min(Math.max(value + steps * size, 0), most);
  }

  get placeholder() {
    return text('minutes-placeholder');
  }

  get help() {
    return text(this.hasAttribute('count') ? 'count-help' : 'minutes-help');
  }
}

customElements.define('wane-minutes', WaneMinutes);
