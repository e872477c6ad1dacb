// @ts-check
/** The evening check-in: pain, a busy head, what mattered, movement and daylight, and what the person tracks. */

import { part } from '../model/make.js';
import { AnchorLine } from './today-anchors.js';
import { AskedFactors, AskedPains } from './today-asked.js';

/** @typedef {import('../ipc/bindings.js').Today} Today */
/** @typedef {import('../ipc/bindings.js').SaveEvening} SaveEvening */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */

export class EveningPart {
  #root;
  #date = '';
  #anchors;
  #pains;
  #factors;

  /**
   * @param {HTMLElement} root
   * @param {() => void} changed something was said that should be saved soon
   */
  constructor(root, changed) {
    this.#root = root;
    this.#anchors = new AnchorLine(/** @type {HTMLElement} */ (this.pain.closest('.question')), part(root, 'anchor'));
    this.#pains = new AskedPains(part(root, 'pains'), 'evening-pain', changed);
    this.#factors = new AskedFactors(part(root, 'factors'), changed);
    for (const event of ['wane-answer', 'wane-value', 'input']) {
      root.addEventListener(event, ({ target }) => {
        // What is typed into a number field counts once it can be read.
        if (event !== 'input' || target === this.mattered) changed();
      });
    }
  }

  /**
   * Shows the evening of a day.
   *
   * @param {Today} today
   */
  take({ date, evening, anchors }) {
    this.#date = date;
    this.pain.value = evening.pain;
    this.arousal.value = evening.arousal;
    this.mattered.value = evening.mattered ?? '';
    this.#minutes('movement_min').value = evening.movement_min;
    this.#minutes('light_min').value = evening.light_min;
    this.#pains.take(evening.pains, anchors);
    this.#factors.take(evening.factors);
    this.#anchors.take(anchors);
  }

  get pain() {
    return /** @type {WaneScale} */ (this.#root.querySelector('wane-scale[name="evening-pain"]'));
  }

  get arousal() {
    return /** @type {WaneScale} */ (this.#root.querySelector('wane-scale[name="arousal"]'));
  }

  get mattered() {
    return /** @type {HTMLInputElement} */ (this.#root.querySelector('input[name="mattered"]'));
  }

  /** @param {string} name */
  #minutes(name) {
    return /** @type {WaneMinutes} */ (this.#root.querySelector(`wane-minutes[name="${name}"]`));
  }

  /** The first question without an answer. */
  get unanswered() {
    return [this.pain, this.arousal].find((scale) => scale.value === null) ?? null;
  }

  /** There is a question left. */
  get isOpen() {
    return this.unanswered !== null;
  }

  /** What has been said. @returns {SaveEvening} */
  get request() {
    return {
      date: this.#date,
      pain: this.pain.value,
      arousal: this.arousal.value,
      mattered: this.mattered.value.trim() || null,
      movement_min: this.#minutes('movement_min').value,
      light_min: this.#minutes('light_min').value,
      pains: this.#pains.answers,
      factors: this.#factors.answers,
      keep_absent: false,
    };
  }
}
