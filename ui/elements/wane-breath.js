// @ts-check
/**
 * A shape that grows and shrinks slowly, with a word for each part of a breath; with less motion, the words only.
 *
 * Property `plan`: what it goes by (`BreathPlan`); without one the attributes `in` and `out`, seconds (4 and 6 if absent).
 * Attribute `show`: `shape` (if absent), `words`, or `numbers`, which counts the seconds of each part.
 * Attributes `word-in`, `word-out` and so on: the messages of the words.
 * It breathes as long as it stands in the page. Each part it tells by `wane-phase` (detail: `in`, `out`, …).
 */

import { breathIn, steady } from '../model/breath.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** Seconds, where nobody has said: longer out than in (`SCIENCE.md` 7). */
const USUAL = { in: 4, out: 6 };

/** The shape breathed out, as a share of itself breathed in. */
const SMALLEST = 0.42;

/** So slow a motion needs no more pictures than one in so many milliseconds, and the machine stays cool. */
const BETWEEN = 30;

export class WaneBreath extends HTMLElement {
  /** What it goes by. @type {import('../model/breath.js').Plan | null} */
  plan = null;
  /** When it began, on the clock of `performance.now()`, which nobody sets. */
  began = 0;
  /** How long the part lasts that was told last, from when it was told, in milliseconds. */
  lasts = 0;
  #shape = make('span', { class: 'shape', 'aria-hidden': 'true' });
  #word = make('span', { class: 'word', 'aria-live': 'polite' });
  #count = make('span', { class: 'word', 'aria-hidden': 'true' });
  #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  #drawn = 0;
  #frame = 0;
  #timer = 0;
  /** Which part since the beginning was told last. */
  #told = -1;

  connectedCallback() {
    this.#word.classList.toggle('unseen', this.#show === 'numbers');
    this.replaceChildren(this.#shape, this.#word, ...(this.#show === 'numbers' ? [this.#count] : []));
    this.plan ??= steady(this.#seconds('in'), this.#seconds('out'));
    this.began = performance.now();
    this.#drawn = -BETWEEN;
    this.#told = -1;
    this.#still.addEventListener('change', this.#again);
    this.#again();
  }

  disconnectedCallback() {
    this.#still.removeEventListener('change', this.#again);
    this.#stop();
  }

  get #show() {
    return this.getAttribute('show') ?? 'shape';
  }

  /** Whether there is nothing that moves. */
  get #isStill() {
    return this.#still.matches || this.#show !== 'shape';
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #again = () => {
    this.#stop();
    this.#go();
  };

  #go = () => {
    // Some engines tell nobody of a change whose outcome has been read already.
    this.toggleAttribute('still', this.#isStill);
    const now = performance.now();
    const { phase, size, left, second, number } = breathIn(now - this.began, this.plan ?? steady(USUAL.in, USUAL.out));
    if (number !== this.#told) {
      this.#told = number;
      this.lasts = left;
      this.#word.textContent = text(this.getAttribute(`word-${phase}`) ?? '');
      this.dispatchEvent(new CustomEvent('wane-phase', { bubbles: true, detail: phase }));
    }
    if (this.#show === 'numbers') this.#count.textContent = String(second);
    if (this.#isStill) {
      // Each wait is for what is left, so that a late one is made good by the next.
      const next = this.#show === 'numbers' ? Math.min(left, 100) : left;
      this.#timer = window.setTimeout(this.#go, next);
      return;
    }
    if (now - this.#drawn >= BETWEEN) {
      this.#drawn = now;
      this.#shape.style.transform = `scale(${(SMALLEST + (1 - SMALLEST) * size).toFixed(4)})`;
    }
    this.#frame = requestAnimationFrame(this.#go);
  };

  /** @param {'in' | 'out'} name */
  #seconds(name) {
    const said = Number(this.getAttribute(name));
    return said > 0 ? said : USUAL[name];
  }
}

customElements.define('wane-breath', WaneBreath);
