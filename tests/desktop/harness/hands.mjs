// The hands of a person: everything they press is counted.

/** Presses keys and clicks in a page, and counts each press of a key and each click. */
export class Hands {
  #keys = 0;
  #clicks = 0;

  /** @param {import('./webdriver.mjs').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Keys and clicks until now. */
  get count() {
    return this.#keys + this.#clicks;
  }

  /** The same in words. */
  get said() {
    const many = (/** @type {number} */ count, /** @type {string} */ name) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]);
    return [...many(this.#keys, 'key'), ...many(this.#clicks, 'click')].join(', ');
  }

  /** @param {...string} keys one after the other */
  async press(...keys) {
    this.#keys += keys.length;
    await this.page.press(...keys);
  }

  /** @param {string} selector */
  async click(selector) {
    this.#clicks += 1;
    await this.page.click(selector);
  }
}
