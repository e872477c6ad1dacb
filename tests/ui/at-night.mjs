// On the night screen: how to get there, into each of its states, and what it tells.

/** @typedef {import('./browser.mjs').Page} Page */

export const MINUTE = 60_000;

/** @param {Page} page */
export async function toNight(page) {
  await page.keyboard.press('.');
  await page.locator('.night-screen').waitFor();
}

/** @param {Page} page @param {string} state */
export const inState = (page, state) => page.locator(`.night-screen[data-state="${state}"]`).waitFor();

/** @param {Page} page @param {string} choice */
export async function choose(page, choice) {
  await page.locator(`[data-act="${choice}"]`).click();
}

/** Every state, and how to get there from the three words. @type {[string, (page: Page) => Promise<void>][]} */
export const STATES = [
  ['choose', async () => {}],
  ['breathe', async (page) => {
    await choose(page, 'breathe');
    await inState(page, 'breathe');
  }],
  ['settle', async (page) => {
    await choose(page, 'settle');
    await inState(page, 'settle');
  }],
  ['noted', async (page) => {
    await choose(page, 'note');
    await inState(page, 'noted');
  }],
  ['black', async (page) => {
    // Minutes pass in no time from here on; the rules of accessibility need a true clock for everything else.
    await page.evaluate((minute) => {
      const wait = window.setTimeout;
      Object.assign(window, { setTimeout: (/** @type {() => void} */ then, /** @type {number} */ ms) => wait(then, ms >= minute ? 50 : ms) });
    }, MINUTE);
    await page.mouse.move(20, 20);
    await inState(page, 'black');
  }],
];

/**
 * Everything the page says to the eye, to a pointer that rests, or to a screen reader, that holds a digit or names a time;
 * hidden or not, the title included.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function timesTold(page) {
  return page.evaluate(() => {
    const said = [document.title];
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node instanceof Text) {
        if (!node.parentElement?.closest('script, style, template')) said.push(node.data);
      } else if (node instanceof Element) {
        for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'aria-valuenow', 'datetime']) {
          said.push(node.getAttribute(name) ?? '');
        }
        if (node instanceof HTMLInputElement) said.push(node.value);
      }
    }
    const time = /\p{Nd}|\b(?:o['’]clock|[ap]\.?m\b|noon|midnight|hours?|minutes?|seconds?)\b/iu;
    return said.filter((text) => time.test(text));
  });
}

/** @param {Page} page @returns {Promise<string>} the colour behind everything */
export const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
