// @ts-check
/**
 * A shape that grows and shrinks slowly, with a word for in and for out; with less motion, the words only.
 *
 * Attributes: `in` and `out`, seconds (4 and 6 if absent); `word-in` and `word-out`, the messages of the two words.
 * It breathes as long as it stands in the page. Each turn it tells by `wane-phase` (detail: `in` or `out`).
 */

import { breathAt } from '../model/breath.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** Seconds, where nobody has said: longer out than in (`SCIENCE.md` 7). */
const USUAL = { in: 4, out: 6 };

/** The shape breathed out, as a share of itself breathed in. */
const SMALLEST = 0.42;

/** So slow a motion needs no more pictures than one in so many milliseconds, and the machine stays cool. */
const BETWEEN = 30;

export class WaneBreath extends HTMLElement {
  #shape = make('span', { class: 'shape', 'aria-hidden': 'true' });
  #word = make('span', { class: 'word', 'aria-live': 'polite' });
  #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  #began = 0;
  #drawn = 0;
  #frame = 0;
  #timer = 0;
  #phase = '';

  connectedCallback() {
    this.replaceChildren(this.#shape, this.#word);
    this.#began = performance.now();
    this.#drawn = -BETWEEN;
    this.#phase = '';
    this.#still.addEventListener('change', this.#again);
    this.#again();
  }

  disconnectedCallback() {
    this.#still.removeEventListener('change', this.#again);
    this.#stop();
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #again = () => {
    this.#stop();
    this.toggleAttribute('still', this.#still.matches);
    this.#go();
  };

  #go = () => {
    const now = performance.now();
    const { phase, size, left } = breathAt(now - this.#began, this.#seconds('in'), this.#seconds('out'));
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#word.textContent = text(this.getAttribute(`word-${phase}`) ?? '');
      this.dispatchEvent(new CustomEvent('wane-phase', { bubbles: true, detail: phase }));
    }
    if (this.#still.matches) {
      // Each wait is for what is left of the phase, so that a late one is made good by the next.
      this.#timer = window.setTimeout(this.#go, left);
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
