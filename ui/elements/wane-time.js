// @ts-check
/** A clock time: typed as `2305`, `23:05` or `11pm`; the arrow keys move it by five minutes. */

import { isWholeClock, moveClock, parseClock } from '../model/clock.js';
import { text } from '../model/texts.js';
import { TypedField } from './typed-field.js';

/** Where the arrow keys start when no time stands there yet. */
const FIRST = '00:00';

/** @extends {TypedField<string>} */
export class WaneTime extends TypedField {
  /** @param {string} typed */
  parse(typed) {
    return parseClock(typed);
  }

  /** @param {string | null} time @param {number} steps */
  moved(time, steps) {
    return time === null ? FIRST : moveClock(time, steps * 5);
  }

  /** @param {string} typed */
  isWhole(typed) {
    return isWholeClock(typed);
  }

  get placeholder() {
    return text('time-placeholder');
  }

  get help() {
    return text('time-help');
  }
}

customElements.define('wane-time', WaneTime);
