// @ts-check
/** A number in a unit of the person's own, with decimals if need be; the arrow keys move it by one. */

import { parseNumber } from '../model/clock.js';
import { text } from '../model/texts.js';
import { TypedField } from './typed-field.js';

/** The most the diary takes. */
const MOST = 100_000;

/** @extends {TypedField<number>} */
export class WaneNumber extends TypedField {
  /** @param {string} typed */
  parse(typed) {
    return parseNumber(typed, MOST);
  }

  /** @param {number | null} value @param {number} steps */
  moved(value, steps) {
    if (value === null) return steps > 0 ? 1 : 0;
    return Math.min(Math.max(value + steps, 0), MOST);
  }

  get placeholder() {
    return text('minutes-placeholder');
  }

  get help() {
    return text('number-help');
  }
}

customElements.define('wane-number', WaneNumber);
