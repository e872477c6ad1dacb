// Search: one field, finds while typing, and the way to their day.

import assert from 'node:assert/strict';
import { asked, goTo, release, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const finds = (/** @type {Page} */ page) => page.locator('.finds [role="option"]');
const status = (/** @type {Page} */ page) => page.locator('dialog.search [data-part="status"]');

/** @param {Page} page @param {string} words */
async function search(page, words) {
  await page.keyboard.press('/');
  await page.locator('dialog.search[open]').waitFor();
  await page.keyboard.type(words);
}

/** @param {Page} page waits for what the whole of the typed words find */
async function found(page) {
  await page.waitForFunction(() => {
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector('dialog.search input'));
    const last = /** @type {any} */ (window).fakeHost.calls.findLast((/** @type {{ name: string }} */ call) => call.name === 'search');
    return input !== null && last?.request.words === input.value;
  });
  await finds(page).first().waitFor();
}

/** @param {Page} page the find that Enter would open */
function marked(page) {
  return page.evaluate(() => {
    const id = document.querySelector('dialog.search input')?.getAttribute('aria-activedescendant');
    const option = id ? document.getElementById(id) : null;
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null;
  });
}

inWindow('one key opens it, and one sentence says what it is for', '', async (page) => {
  await search(page, '');
  await status(page).getByText('Search everything you wrote').waitFor();
  assert.equal(await page.locator('dialog.search input').evaluate((input) => input === document.activeElement), true, 'the field has the focus');
  assert.equal(await finds(page).count(), 0, 'nothing is found before anything is asked');
  assert.equal(await page.locator('dialog.search input').getAttribute('aria-expanded'), 'false', 'and a screen reader hears so');
});

inWindow('what is typed at once lands in the field and never becomes a key', '', async (page) => {
  for (const key of '/run') await page.keyboard.press(key);
  await page.locator('dialog.search[open]').waitFor();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('dialog.search input')).value === 'run');
  assert.equal((await asked(page, 'mark_rough')).length, 0, 'the r of "run" marked no rough day');
});

inWindow('the quiet button and Ctrl F open it as well, even out of a field', 'part=evening', async (page) => {
  await page.locator('.rail [data-act="search"]').click();
  await page.locator('dialog.search[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog.search').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-act')), 'search', 'the focus is back where it was');
  await page.locator('#mattered').fill('walked/far');
  assert.equal(await page.locator('dialog.search').count(), 0, 'in a field a stroke is a stroke');
  await page.keyboard.press('Control+f');
  await page.locator('dialog.search[open]').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#mattered').inputValue(), 'walked/far', 'what was being written is still there');
});

inWindow('words find what was written, the day named and the match marked by more than colour', '', async (page) => {
  await search(page, 'lak');
  await found(page);
  assert.deepEqual(await finds(page).locator('b').allTextContents(), ['13 Mar 2026', '19 Feb 2026'], 'newest first');
  assert.deepEqual(await finds(page).locator('mark').allTextContents(), ['lake', 'lake'], 'the matching words');
  const drawn = await finds(page).locator('mark').first().evaluate((mark) => [getComputedStyle(mark).textDecorationLine, Number(getComputedStyle(mark).fontWeight)]);
  assert.deepEqual(drawn, ['underline', 650], 'a match is underlined and heavier');
  await status(page).getByText('2 finds').waitFor();
});

inWindow('the arrows choose, Enter opens the day with the entry in view, Escape leads back', '', async (page) => {
  await goTo(page, 'trends');
  await search(page, 'lake');
  await found(page);
  assert.match(String(await marked(page)), /^13 Mar/, 'the newest is marked by itself');
  await page.keyboard.press('ArrowDown');
  assert.match(String(await marked(page)), /^19 Feb/, 'down');
  await page.keyboard.press('ArrowDown');
  assert.match(String(await marked(page)), /^19 Feb/, 'the end is the end');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.locator('.revealed').waitFor();
  assert.equal((await asked(page, 'today')).at(-1)?.request.date, '2026-03-13', 'its day');
  assert.equal(await page.locator('#part-evening').isVisible(), true, 'what mattered stands in the evening, which is open');
  assert.match(await focused(page), /What mattered/, 'the focus is at the entry');
  assert.equal(await page.locator('.revealed input').evaluate((input) => input === document.activeElement), false, 'but not in its field, which would swallow the next key');
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="trends"][aria-current="page"]').waitFor();
});

inWindow('a note that is found is in view on its day', 'entries', async (page) => {
  await search(page, 'soon');
  await found(page);
  await page.keyboard.press('Enter');
  await page.locator('.entries .revealed').getByText('Too soon to say').waitFor();
  assert.match(await focused(page), /New pillow/, 'the focus is at the note');
});

inWindow('a click opens a find too', '', async (page) => {
  await search(page, 'garden');
  await found(page);
  await finds(page).first().click();
  await page.locator('.revealed').getByText('What mattered').waitFor();
});

inWindow('a date is offered first, with a way to go there', '', async (page) => {
  await search(page, '12 March 2024');
  await found(page);
  assert.match(String(await marked(page)), /12 March 2024/, 'it is marked');
  await page.keyboard.press('Enter');
  await page.locator('dialog.search').waitFor({ state: 'detached' });
  await untilAsked(page, 'today');
  assert.equal((await asked(page, 'today')).at(-1)?.request.date, '2024-03-12', 'that day');
});

inWindow('Escape closes it without loss, and the words are there again', '', async (page) => {
  await page.keyboard.press('4');
  await search(page, 'physio');
  await found(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog.search').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.rail [data-view="today"][aria-current="page"]').count(), 1, 'the view is the same');
  assert.equal((await untilAsked(page, 'save_morning')).quality, 4, 'and so is what was answered');
  await page.keyboard.press('/');
  await found(page);
  assert.equal(await page.locator('dialog.search input').inputValue(), 'physio', 'the last words');
  await page.keyboard.type('pillow');
  await finds(page).getByText('New pillow').waitFor();
  assert.equal(await page.locator('dialog.search input').inputValue(), 'pillow', 'are typed over');
});

inWindow('an answer that comes late is dropped', 'held=search', async (page) => {
  await search(page, '');
  for (const [index, letter] of [...'wal'].entries()) {
    await page.keyboard.type(letter);
    await untilAsked(page, 'search', index + 2);
  }
  await release(page, 'search', 'newest');
  await page.locator('.finds mark').first().waitFor();
  // Long enough for the older ones to say that they are on their way, if they could.
  await page.waitForTimeout(350);
  await status(page).getByText('3 finds').waitFor();
  const shown = await finds(page).allTextContents();
  await release(page, 'search', 'all');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.deepEqual((await asked(page, 'search')).map(({ request }) => request.words), ['', 'w', 'wa', 'wal'], 'every keystroke asked');
  assert.deepEqual(await finds(page).allTextContents(), shown, 'the older answers changed nothing');
  await status(page).getByText('3 finds').waitFor();
});

inWindow('words typed in one go are looked for once', '', async (page) => {
  await search(page, '');
  await untilAsked(page, 'search');
  await page.locator('dialog.search input').evaluate((input) => {
    for (let length = 1; length <= 6; length += 1) {
      /** @type {HTMLInputElement} */ (input).value = 'garden'.slice(0, length);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await found(page);
  assert.deepEqual((await asked(page, 'search')).map(({ request }) => request.words), ['', 'garden'], 'one question for the word');
});

inWindow('Enter waits for the answer to what was typed', 'held=search', async (page) => {
  await search(page, 'garden');
  await page.keyboard.press('Enter');
  await status(page).getByText('Looking…').waitFor();
  await release(page, 'search');
  await page.locator('.revealed').waitFor();
  assert.equal((await asked(page, 'today')).at(-1)?.request.date, '2026-03-08', 'the find of the whole word');
});

inWindow('five thousand finds stay light: fifty, then more on request', 'many', async (page) => {
  await search(page, 'walk');
  await found(page);
  assert.equal(await finds(page).count(), 50, 'fifty at first');
  await page.keyboard.press('PageDown');
  assert.match(String(await marked(page)), /Find number 9 /, 'a page is eight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Show more', 'reached with Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.finds [role="option"]').length === 100);
  assert.match(String(await marked(page)), /Find number 51 /, 'the first new one is marked');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'search-words', 'and the field has the focus again');
  for (let times = 0; times < 3; times += 1) {
    await page.locator('[data-act="more"]').click();
    await page.waitForFunction((count) => document.querySelectorAll('.finds [role="option"]').length === count, 200 * 2 ** times);
  }
  assert.equal(await page.locator('[data-act="more"]').isVisible(), false, 'eight hundred are enough; another word finds the rest');
});

inWindow('a search that cannot be answered says so, and the next one works', 'breaks=search', async (page) => {
  await search(page, '');
  await page.locator('dialog.search [data-part="trouble"] span').waitFor();
  await page.keyboard.type('garden');
  await found(page);
  assert.equal(await page.locator('dialog.search [data-part="trouble"]').isVisible(), false, 'what went wrong is over');
});

inWindow('an empty diary is searched calmly', 'state=empty', async (page) => {
  await search(page, 'lake');
  await status(page).getByText('Nothing was found').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('dialog.search[open]').count(), 1, 'there is nothing to open');
});

inWindow('finds are wide enough for a sore hand', '', async (page) => {
  await page.setViewportSize({ width: 400, height: 860 });
  await search(page, 'la');
  await status(page).getByText('2 finds').waitFor();
  const heights = await finds(page).evaluateAll((options) => options.map((option) => option.getBoundingClientRect().height));
  assert.equal(heights.length, 2, 'both are measured');
  assert.ok(Math.min(...heights) >= 48, `each find is 48 px high at least: ${heights}`);
});
