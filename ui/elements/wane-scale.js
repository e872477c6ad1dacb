// @ts-check
/**
 * One answer out of a few: 0–10, or a handful of words.
 *
 * Where numbers are not shown, the steps of a long scale are discs that grow, each with a word of its own.
 *
 * It starts without an answer, so that no default can anchor one or be saved by accident.
 * Digits answer, arrows move the answer, Delete takes it back, Enter sends the form.
 *
 * Attributes: `min`, `max`, `labelled-by`, `words` (message names, one for each step), `low` and `high` (messages that
 * say what the two ends mean), `clearable` (a button takes the answer back, for those who use no keys).
 * It fires `wane-answer` when the answer changes, and `wane-onward` when a digit has settled it and the
 * next question may have the focus.
 */

import { icon, make, makeSvg } from '../model/make.js';
import { amountOf, numbersShown } from '../model/numbers.js';
import { text } from '../model/texts.js';

/** How long a typed 1 waits for the 0 of a 10, in milliseconds. */
const WAIT_FOR_TEN = 900;

export class WaneScale extends HTMLElement {
  /** @type {number | null} */ #value = null;
  /** @type {HTMLButtonElement[]} */ #steps = [];
  /** @type {HTMLButtonElement | null} */ #clear = null;
  /** Says in a word what the chosen disc means. @type {HTMLElement | null} */ #said = null;
  /** @type {Map<number, string>} */ #anchors = new Map();
  #min = 0;
  #max = 10;
  #typedOne = 0;

  connectedCallback() {
    if (this.#steps.length) return;
    this.#min = Number(this.getAttribute('min') ?? 0);
    this.#max = Number(this.getAttribute('max') ?? 10);
    const words = this.getAttribute('words')?.split(' ') ?? [];
    for (let step = this.#min; step <= this.#max; step += 1) {
      const word = words[step - this.#min];
      const shown = word ? text(word) : numbersShown() ? String(step) : disc((step - this.#min) / (this.#max - this.#min));
      const button = make('button', { type: 'button', role: 'radio', 'data-step': String(step) }, shown);
      this.#steps.push(button);
    }
    const group = make('div', {
      class: `steps ${words.length === 2 ? 'pair' : words.length ? 'five' : 'many'}`,
      role: 'radiogroup',
      'aria-labelledby': this.getAttribute('labelled-by'),
    }, ...this.#steps);
    this.append(group);
    if (this.hasAttribute('clearable')) {
      this.#clear = make('button', { type: 'button', class: 'clear', tabindex: '-1', 'aria-label': text('answer-clear') }, icon('close'));
      this.append(this.#clear);
    }
    if (!words.length && !numbersShown()) {
      this.#said = make('p', { class: 'note amount', 'aria-hidden': 'true' });
      this.append(this.#said);
    }
    this.#label();
    this.addEventListener('click', this.#clicked);
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('focusout', () => this.#stopWaiting());
    this.#show();
  }

  /** @returns {number | null} */
  get value() {
    return this.#value;
  }

  set value(value) {
    this.#value = value;
    this.#show();
  }

  focus() {
    this.#steps.find((step) => step.tabIndex === 0)?.focus();
  }

  /** What single numbers mean to the person: heard with the number. @param {Map<number, string>} anchors */
  set anchors(anchors) {
    this.#anchors = anchors;
    this.#label();
  }

  /** Says with a number what it means: the two ends for everybody, others in the person's own words. */
  #label() {
    const [low, high] = [this.getAttribute('low'), this.getAttribute('high')];
    this.#steps.forEach((step, index) => {
      const end = index === 0 ? low : index === this.#steps.length - 1 ? high : null;
      const name = this.#said ? text(amountOf(index + this.#min)) : step.textContent;
      const said = [name, end && text(end), this.#anchors.get(index + this.#min)].filter(Boolean);
      if (said.length > 1 || this.#said) step.setAttribute('aria-label', said.join(', '));
      else step.removeAttribute('aria-label');
    });
  }

  #show() {
    this.#steps.forEach((step, index) => {
      const chosen = this.#value === index + this.#min;
      step.setAttribute('aria-checked', String(chosen));
      step.tabIndex = chosen || (this.#value === null && index === 0) ? 0 : -1;
    });
    this.#clear?.classList.toggle('idle', this.#value === null);
    if (this.#said) this.#said.textContent = this.#value === null ? '' : text(amountOf(this.#value));
  }

  /** @param {number | null} value */
  #answer(value) {
    const changed = value !== this.#value;
    this.value = value;
    if (changed) this.dispatchEvent(new CustomEvent('wane-answer', { bubbles: true }));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (!button) return;
    if (button === this.#clear) {
      this.#answer(null);
      this.focus();
    } else {
      this.#answer(Number(button.dataset.step));
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      this.closest('form')?.requestSubmit();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#answer(null);
      this.focus();
    } else if (/^[0-9]$/.test(event.key)) {
      this.#typed(Number(event.key));
    } else if (!this.#moved(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} digit */
  #typed(digit) {
    if (this.#typedOne && digit === 0) {
      this.#settle(10);
    } else if (digit === 1 && this.#max >= 10) {
      this.#stopWaiting();
      this.#answer(1);
      this.focus();
      this.#typedOne = window.setTimeout(() => this.#settle(1), WAIT_FOR_TEN);
    } else if (digit >= this.#min && digit <= this.#max) {
      this.#settle(digit);
    }
  }

  /** @param {number} value */
  #settle(value) {
    this.#stopWaiting();
    this.#answer(value);
    this.focus();
    this.dispatchEvent(new CustomEvent('wane-onward', { bubbles: true }));
  }

  #stopWaiting() {
    clearTimeout(this.#typedOne);
    this.#typedOne = 0;
  }

  /**
   * @param {string} key
   * @returns {boolean} whether the key moves the answer
   */
  #moved(key) {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const now = this.#value ?? this.#min;
    if (key === forward || key === 'ArrowDown') this.#answer(Math.min(now + 1, this.#max));
    else if (key === back || key === 'ArrowUp') this.#answer(Math.max(now - 1, this.#min));
    else if (key === 'Home') this.#answer(this.#min);
    else if (key === 'End') this.#answer(this.#max);
    else return false;
    this.focus();
    return true;
  }
}

/** A disc that is the larger the more there is; at nothing only its ring is left. @param {number} share from 0 to 1 */
function disc(share) {
  return makeSvg('svg', { class: 'amount-disc', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    makeSvg('circle', { cx: '12', cy: '12', r: String(3 + 8 * share), class: share > 0 ? 'full' : 'empty' }));
}

customElements.define('wane-scale', WaneScale);
