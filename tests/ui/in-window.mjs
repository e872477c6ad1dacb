// A test within the window: opens it for each test, and holds that it complained about nothing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */
/** @typedef {Awaited<ReturnType<Browser['open']>>} Page */

/** @type {Browser} */
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/**
 * @param {string} name
 * @param {string} query of the fake host
 * @param {(page: Page) => Promise<void>} body
 */
export function inWindow(name, query, body) {
  test(name, async () => {
    const page = await browser.open(query);
    try {
      await body(page);
      assert.deepEqual(page.complaints, [], 'the window complained about nothing');
    } finally {
      await page.close();
    }
  });
}

/**
 * The accessible name of what has the focus, or its words.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}
