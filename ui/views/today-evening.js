// @ts-check
/** The evening check-in: pain, a busy head, what mattered, movement and daylight. */

/** @typedef {import('../ipc/bindings.js').Evening} Evening */
/** @typedef {import('../ipc/bindings.js').SaveEvening} SaveEvening */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */

export class EveningPart {
  #root;
  #date = '';

  /**
   * @param {HTMLElement} root
   * @param {() => void} changed something was said that should be saved soon
   */
  constructor(root, changed) {
    this.#root = root;
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
   * @param {string} date
   * @param {Evening} evening
   */
  take(date, evening) {
    this.#date = date;
    this.pain.value = evening.pain;
    this.arousal.value = evening.arousal;
    this.mattered.value = evening.mattered ?? '';
    this.#minutes('movement_min').value = evening.movement_min;
    this.#minutes('light_min').value = evening.light_min;
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
      keep_absent: false,
    };
  }
}
