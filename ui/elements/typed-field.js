// @ts-check
/**
 * What a time and a number of minutes have in common: a text field that reads what people type,
 * shows it tidily, steps with the arrow keys, and says gently when it cannot read it.
 *
 * Attributes: `labelled-by` or `label` (a message's name), `suggested` while the value is only proposed.
 * It fires `wane-value` when the value has changed.
 *
 * @template {string | number} Value
 */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

let made = 0;

/** @template {string | number} Value */
export class TypedField extends HTMLElement {
  /** @type {Value | null} */ #value = null;
  /** @type {HTMLInputElement | undefined} */ #input;
  /** @type {HTMLElement | undefined} */ #wrong;

  connectedCallback() {
    if (this.#input) return;
    const id = `typed-${(made += 1)}`;
    const label = this.getAttribute('label');
    this.#wrong = make('span', { class: 'said-wrong', id: `${id}-wrong`, role: 'status' });
    this.#input = make('input', {
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: '9',
      placeholder: this.placeholder,
      'aria-labelledby': this.getAttribute('labelled-by'),
      'aria-label': label && text(label),
      'aria-describedby': `${id}-wrong`,
    });
    this.append(this.#input, this.#wrong);
    this.#input.addEventListener('focus', () => this.#input?.select());
    // The press that brings the focus would put a caret into what was just selected, and typing would add instead of replace.
    this.#input.addEventListener('mousedown', (event) => {
      if (document.activeElement === this.#input) return;
      event.preventDefault();
      this.#input?.focus();
    });
    this.#input.addEventListener('blur', () => this.commit());
    this.#input.addEventListener('input', () => this.#typing());
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    this.#show();
  }

  /** @returns {Value | null} */
  get value() {
    return this.#value;
  }

  set value(value) {
    // A field somebody is typing in is theirs until they leave it.
    if (value === this.#value && document.activeElement === this.#input) return;
    this.#value = value;
    this.#show();
  }

  focus() {
    this.#input?.focus();
  }

  /** Reads what stands in the field. What cannot be read stays there, with a word of help, and the value stays as it was. */
  commit() {
    const typed = this.#input?.value.trim() ?? '';
    const value = typed === '' ? null : this.parse(typed);
    const unreadable = typed !== '' && value === null;
    this.#complain(unreadable);
    if (unreadable) return;
    this.#become(value);
    this.#show();
  }

  /** Moves the value by so many steps. @param {number} steps */
  step(steps) {
    const now = this.parse(this.#input?.value ?? '') ?? this.#value;
    this.#complain(false);
    this.#become(this.moved(now, steps));
    this.#show();
  }

  /**
   * Reads what was typed; each kind of field does it its own way.
   *
   * @abstract
   * @param {string} _typed
   * @returns {Value | null}
   */
  parse(_typed) {
    throw new TypeError('a kind of field says how it reads');
  }

  /** @param {Value} value @returns {string} */
  write(value) {
    return String(value);
  }

  /**
   * The value so many steps of the arrow keys away.
   *
   * @abstract
   * @param {Value | null} _value
   * @param {number} _steps
   * @returns {Value | null}
   */
  moved(_value, _steps) {
    throw new TypeError('a kind of field says how it steps');
  }

  /** Whether what is typed so far need not wait for the field to be left. @param {string} typed */
  isWhole(typed) {
    return this.parse(typed) !== null;
  }

  /** What an empty field shows. */
  get placeholder() {
    return '';
  }

  /** Words for what can be typed here. */
  get help() {
    return '';
  }

  #show() {
    if (this.#input) this.#input.value = this.#value === null ? '' : this.write(this.#value);
    if (this.#value !== null) this.#complain(false);
  }

  #typing() {
    const typed = this.#input?.value ?? '';
    this.#complain(false);
    if (this.isWhole(typed)) this.#become(this.parse(typed));
  }

  /** @param {Value | null} value */
  #become(value) {
    if (value === this.#value) return;
    this.#value = value;
    this.dispatchEvent(new CustomEvent('wane-value', { bubbles: true }));
  }

  /** @param {boolean} unreadable */
  #complain(unreadable) {
    if (!this.#input || !this.#wrong) return;
    if (unreadable) this.#input.setAttribute('aria-invalid', 'true');
    else this.#input.removeAttribute('aria-invalid');
    this.#wrong.textContent = unreadable ? this.help : '';
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Enter') {
      this.commit();
      return;
    }
    if (event.key === 'Escape') {
      this.#complain(false);
      this.#show();
      this.#input?.blur();
    } else if (event.key === 'ArrowUp') this.step(1);
    else if (event.key === 'ArrowDown') this.step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
