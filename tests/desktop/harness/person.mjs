// Somebody who uses the window by keyboard alone, and somebody who has a pointer alone: they know what things are called, and no more.

import assert from 'node:assert/strict';
import { Hands } from './hands.mjs';
import { until } from './wait.mjs';
import { KEY } from './webdriver.mjs';

/** @typedef {import('./webdriver.mjs').Page} Page */

/** The least that a sore hand can hit, in CSS pixels (`LOOK.md`). */
const TARGET = 44;

/** What helps the page to tell about itself; put into it before each question, since a page may be a new one. */
const EYES = `
  const THINGS = 'button, a[href], summary, input, textarea, select, [role=radio], [role=tab], [role=switch], [role=spinbutton]';
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.getAttribute('aria-disabled') !== 'true';
  const words = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const name = (one) => {
    if (!one || one === document.body) return '';
    const by = words((one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    const label = one.labels?.[0];
    const said = label ? words(label.querySelector('span:not(.note)')?.textContent ?? label.textContent) : '';
    return words(one.getAttribute('aria-label')) || by || said || words(one.innerText);
  };
  const shown = (one) => words(one.querySelector('.stack-words > :last-child, strong')?.textContent ?? one.innerText);
  const is = (one, wanted) => name(one) === wanted || shown(one) === wanted || name(one).startsWith(wanted + ': ');
  const room = () => document.querySelector('dialog[open]') ?? document;
  // The rail has keys of its own, and its words are those of pages.
  const things = () => [...room().querySelectorAll(THINGS)].filter((one) => seen(one) && !one.closest('.rail'));
  // A tick is hit by its words as well.
  const hit = (one) => one.matches('input[type=checkbox]') ? one.closest('label') ?? one : one;
  const small = () => things().map(hit).filter((one) => !one.matches('.in-text')).flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < ${TARGET - 0.5} || height < ${TARGET - 0.5} ? [name(one) + ' ' + width.toFixed(0) + '×' + height.toFixed(0)] : [];
  });
`;

/** What both have in common. */
class Person {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.hands = new Hands(page);
  }

  /** @param {string} body @param {...unknown} args @returns {Promise<any>} */
  look(body, ...args) {
    return this.page.run(`${EYES} ${body}`, ...args);
  }

  /** Waits until something can be read. @param {string} words */
  reads(words) {
    return until(`“${words}” to be read`, async () => (await this.page.text()).replaceAll(/\s+/g, ' ').includes(words));
  }

  /** @param {string} words */
  async type(words) {
    await this.hands.press(...words);
  }

  /** What has the focus. @returns {Promise<string>} */
  focus() {
    return this.look('return name(document.activeElement)');
  }
}

/** Uses keys and nothing else; wherever the focus goes, it has to be seen. */
export class Keys extends Person {
  static called = 'by keyboard alone';

  /** The keys of the rail. @type {Record<string, string>} */
  static #views = { today: '1', 'wind-down': 'w', movement: '5', learn: '6', flare: 'f', 'help-now': 'h', night: '.' };

  /** @param {string} view */
  async go(view) {
    // A field may have the focus: then a letter is a letter.
    if (await this.look('return document.activeElement.matches("input, textarea, select, wane-scale *, wane-scale")')) await this.hands.press(KEY.escape);
    await this.hands.press(Keys.#views[view] ?? '');
    await until(view, () => this.look('return location.hash === "#" + arguments[0]', view));
  }

  /** Tabs to what is called so. @param {string} wanted */
  async to(wanted) {
    /** @type {string[]} */
    const passed = [];
    // It may still be on its way.
    await until(`“${wanted}”`, () => this.look('return things().some((one) => is(one, arguments[0]))', wanted));
    for (let step = 0; step < 90; step += 1) {
      const at = await this.look(`
        const one = document.activeElement;
        const group = one.closest('[role=radiogroup], [role=tablist], wane-scale');
        const { top, bottom, width } = one.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        const frame = one.closest('label') ? getComputedStyle(one.closest('label')) : null;
        return {
          is: is(one, arguments[0]), name: name(one), lost: one === document.body, still: one.matches('[tabindex="-1"]'),
          framed: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || (frame && frame.outlineStyle !== 'none') || getComputedStyle(one).boxShadow !== 'none',
          inSight: width > 0 && bottom > 0 && top < innerHeight,
          within: Boolean(group && !is(one, arguments[0]) && [...group.querySelectorAll('*')].some((other) => is(other, arguments[0]))),
        };`, wanted);
      if (step > 0 && !at.lost && !at.still) {
        assert.ok(at.framed, `the focus is seen on “${at.name}”`);
        assert.ok(at.inSight, `and in sight: “${at.name}”`);
      }
      if (at.is) return;
      passed.push(at.name);
      // Within a group of choices arrows lead on.
      await this.hands.press(at.within ? KEY.right : KEY.tab);
    }
    assert.fail(`no way by Tab to “${wanted}”; it led past ${JSON.stringify(passed)}`);
  }

  /** Presses what is called so. @param {string} wanted */
  async choose(wanted) {
    await this.to(wanted);
    const isTick = await this.look('return document.activeElement.matches("input[type=checkbox], [role=radio]")');
    await this.hands.press(isTick ? ' ' : KEY.enter);
  }

  /** Writes into the field that is called so. @param {string} wanted @param {string} words */
  async write(wanted, words) {
    await this.to(wanted);
    await this.type(words);
  }

  /** Back, without loss. */
  async back() {
    await this.hands.press(KEY.escape);
  }
}

/** Has a pointer, and a keyboard for words only; whatever is on the page is large enough to be hit. */
export class Pointer extends Person {
  static called = 'by pointer alone';

  /** @param {string} view */
  async go(view) {
    // The flare plan and the night screen lie within; they have ways of their own.
    if (await this.look('return document.querySelector(\'.rail [data-view="\' + arguments[0] + \'"]\') !== null', view)) await this.#hit(`.rail [data-view="${view}"]`);
    else if (view === 'help-now') await this.choose('Help now');
    else throw new Error(`the pointer has no way of its own to ${view}`);
    await until(view, () => this.look('return location.hash === "#" + arguments[0]', view));
  }

  /** @param {string} selector */
  async #hit(selector) {
    const missed = await this.look(`
      const found = document.querySelector(arguments[0]);
      if (!found) return 'it went away';
      const one = hit(found);
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return one.contains(there) || there?.contains(one) ? '' : (there?.outerHTML ?? 'nothing').slice(0, 120);`, selector);
    assert.equal(missed, '', `nothing lies over ${selector}`);
    await this.hands.click(selector);
  }

  /** Clicks what is called so, with everything on the page large enough. @param {string} wanted */
  async choose(wanted) {
    await this.#mark(wanted);
    assert.deepEqual(await this.look('return small()'), [], 'everything can be hit');
    // What is drawn anew meanwhile is looked for again, as eyes do.
    await this.#mark(wanted);
    await this.#hit('[data-wanted]');
  }

  /** @param {string} wanted */
  async #mark(wanted) {
    await until(`“${wanted}”`, () => this.look(`
      for (const old of document.querySelectorAll('[data-wanted]')) old.removeAttribute('data-wanted');
      const found = things().find((one) => is(one, arguments[0]));
      found?.setAttribute('data-wanted', '');
      return Boolean(found);`, wanted));
  }

  /** @param {string} wanted @param {string} words */
  async write(wanted, words) {
    await this.choose(wanted);
    await this.type(words);
  }

  /** By the way back that the page offers. */
  async back() {
    await this.choose(await this.look('return ["Back", "All cards", "Close", "End"].find((way) => things().some((one) => is(one, way))) ?? "Back"'));
  }
}
