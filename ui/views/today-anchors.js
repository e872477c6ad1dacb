// @ts-check
/** What the numbers of the pain scale mean to the person, said while they rate. */

import { amountOf, numbersShown } from '../model/numbers.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').Anchor} Anchor */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */

/**
 * A line below one scale or several: it says what the number under the pointer or under the focus means,
 * and otherwise, below a single scale, the number that is chosen.
 */
export class AnchorLine {
  #root;
  #line;
  /** @type {Map<number, string>} */ #anchors = new Map();
  /** @type {number | null} */ #under = null;
  /** @type {number | null} */ #focused = null;

  /**
   * @param {HTMLElement} root holds the scales
   * @param {HTMLElement} line
   */
  constructor(root, line) {
    this.#root = root;
    this.#line = line;
    root.addEventListener('pointerover', ({ target }) => this.#look('under', step(target)));
    root.addEventListener('pointerleave', () => this.#look('under', null));
    root.addEventListener('focusin', ({ target }) => this.#look('focused', step(target)));
    root.addEventListener('focusout', () => this.#look('focused', null));
    root.addEventListener('wane-answer', () => this.show());
  }

  /** @returns {WaneScale[]} */
  get #scales() {
    return [...this.#root.querySelectorAll('wane-scale')].map((scale) => /** @type {WaneScale} */ (scale));
  }

  /** @param {Anchor[]} anchors */
  take(anchors) {
    this.#anchors = new Map(anchors.map(({ rating, text: said }) => [rating, said]));
    for (const scale of this.#scales) scale.anchors = this.#anchors;
    // The line keeps its place while there is anything it could say, so that nothing moves under the pointer.
    this.#line.hidden = this.#anchors.size === 0;
    this.show();
  }

  show() {
    const only = this.#scales.length === 1 ? this.#scales[0]?.value ?? null : null;
    const rating = [this.#under, this.#focused, only].find((number) => number !== null && this.#anchors.has(number));
    this.#line.textContent = rating == null ? '' : text('anchor-yours', { rating: numbersShown() ? rating : text(amountOf(rating)), text: this.#anchors.get(rating) ?? '' });
  }

  /**
   * @param {'under' | 'focused'} how
   * @param {number | null} rating
   */
  #look(how, rating) {
    if (how === 'under') this.#under = rating;
    else this.#focused = rating;
    this.show();
  }
}

/**
 * The number of a scale that was pointed at.
 *
 * @param {EventTarget | null} target
 */
function step(target) {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('wane-scale [data-step]'));
  return button ? Number(button.dataset.step) : null;
}
