// The bar at the foot of a narrow window: every word of it whole, every entry large enough to hit.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, openBrowser } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/**
 * What is wrong with the entries of the bar; entries that the bar is pushed along to are looked at where they are.
 *
 * @param {Page} page
 */
function faults(page) {
  return page.evaluate(() => {
    const found = [];
    const bar = document.querySelector('.rail-inner');
    for (const entry of document.querySelectorAll('.rail a, .rail button')) {
      const name = entry.textContent?.trim();
      const box = entry.getBoundingClientRect();
      if (box.width < 44 || box.height < 44) found.push(`${name} is ${box.width} × ${box.height}`);
      const words = entry.querySelector('span');
      const range = document.createRange();
      range.selectNodeContents(words ?? entry);
      const lines = [...range.getClientRects()];
      if (lines.length !== 1) found.push(`${name} stands on ${lines.length} lines`);
      for (const line of lines) {
        if (line.left < box.left - 0.5 || line.right > box.right + 0.5) found.push(`${name} is wider than its entry`);
        if (line.height < 8) found.push(`${name} cannot be read`);
        if (words && (words.clientWidth < line.width - 1 && getComputedStyle(words).overflow !== 'visible')) found.push(`${name} is cut off`);
      }
    }
    if ((bar?.getBoundingClientRect().width ?? 0) > window.innerWidth) found.push('the bar is wider than the window');
    const current = document.querySelector('.rail [aria-current]')?.getBoundingClientRect();
    const within = bar?.getBoundingClientRect();
    if (!current || !within || current.left < within.left - 1 || current.right > within.right + 1) found.push('the open entry is out of sight');
    return found;
  });
}

for (const [width, scale] of [[519, 1], [400, 1], [360, 1], [320, 1], [519, 2], [400, 2], [320, 2]]) {
  test(`at ${width} px and ${scale * 100} % text every entry of the bar is whole`, async () => {
    const page = await browser.open(`scale=${scale}`, { width, height: 860 });
    try {
      for (const view of ['today', 'settings']) {
        if (view !== 'today') await goTo(page, view);
        assert.deepEqual(await faults(page), [], view);
        const height = await page.evaluate(() => document.querySelector('.rail')?.getBoundingClientRect().height ?? 0);
        assert.ok(height <= 215, `the bar leaves room for the page (${height} px)`);
      }
    } finally {
      await page.close();
    }
  });
}

test('the look finds words that break, that are cut off, and entries too small', async () => {
  const page = await browser.open('', { width: 400, height: 860 });
  try {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.rail a { inline-size: 2rem !important; } .rail a span { white-space: normal !important; overflow: hidden !important; max-inline-size: 1.5rem; overflow-wrap: anywhere; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    const found = (await faults(page)).join('\n');
    for (const what of ['lines', '×']) assert.ok(found.includes(what), `${what} in ${found}`);
  } finally {
    await page.close();
  }
});
