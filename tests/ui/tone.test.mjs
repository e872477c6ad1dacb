// Tone: the window without numbers, and in amber.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** Months as dates name them. */
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

/**
 * Every text of the window that says a number: words that are seen or heard, without clock times, dates, lengths of calendar time,
 * and the keys of the keyboard.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function numbers(page) {
  return page.evaluate((months) => {
    const dates = new RegExp(`\\d{1,2}(?:\\s?–\\s?\\d{1,2})? (?:${months})(?: \\d{4})?|(?:${months}) \\d{1,4}`, 'g');
    const bare = (/** @type {string} */ text) => text.replace(/\d{1,2}:\d\d/g, '').replace(dates, '').replace(/\d+ (?:days?|weeks?|months?|years?)/g, '');
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest('kbd, template, script, style')) continue;
      // What is typed into a field is the person's own.
      const texts = node instanceof Element ? ['aria-label', 'title', 'alt', 'aria-valuetext'].map((name) => node.getAttribute(name) ?? '') : [node.textContent ?? ''];
      const seen = element instanceof SVGElement || element.checkVisibility();
      for (const text of texts) if (seen && /\d/.test(bare(text))) found.push(text.trim());
    }
    return found;
  }, MONTHS);
}

/** Every view in which numbers step aside, and how to get there. @type {[string, string, (page: Page) => Promise<unknown>][]} */
const VIEWS = [
  ['the morning', 'plain', async () => {}],
  ['the morning, answered', 'plain&track=few', async (page) => {
    await page.locator('wane-scale[name="pain"] [data-step="6"]').click();
    await page.locator('[data-act="save"]').click();
    await page.locator('[data-part="status"] button').waitFor();
  }],
  ['details of the night', 'plain', (page) => page.locator('[data-act="details"]').click()],
  ['the evening', 'plain&part=evening', async () => {}],
  ['a flare', 'plain&plan&flare=asks', (page) => page.locator('[data-how="easing"]').click()],
  ['the flare plan', 'plain&plan', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.locator('.flare-words').waitFor();
  }],
  ['a holiday', 'plain&holiday', async () => {}],
  ['a card that is offered', 'plain&offers', async () => {}],
  ['trends', 'plain', async (page) => {
    await goTo(page, 'trends');
    await page.locator('wane-chart[name="weekdays"] .drawing svg').waitFor();
  }],
  ['trends as tables', 'plain', async (page) => {
    await goTo(page, 'trends');
    await page.locator('wane-chart[name="weekdays"] .drawing svg').waitFor();
    await page.keyboard.press('t');
  }],
  ['when to seek care', 'plain', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await page.locator('a[data-go="care"]').click();
    await page.locator('.care-signs').first().waitFor();
  }],
];

for (const [name, query, go] of VIEWS) {
  inWindow(`${name}: no number is said`, query, async (page) => {
    await go(page);
    assert.deepEqual(await numbers(page), []);
  });
}

inWindow('the walk finds numbers where they are shown', 'track=few', async (page) => {
  const found = await numbers(page);
  assert.ok(found.includes('7') && found.some((text) => /%/.test(text)), `the scale and the night (${found.length})`);
  await page.evaluate(() => document.querySelector('h1')?.setAttribute('aria-label', 'level 4'));
  assert.ok((await numbers(page)).includes('level 4'), 'what is heard is looked at too');
});

inWindow('a scale of discs answers to fingers and keys, and says words', 'plain', async (page) => {
  const pain = page.locator('wane-scale[name="pain"]');
  await pain.locator('[data-step="7"]').click();
  await pain.locator('.amount').getByText('a lot').waitFor();
  assert.match(await pain.locator('[data-step="7"]').getAttribute('aria-label') ?? '', /^a lot/, 'heard as a word');
  assert.match(await pain.locator('[data-step="0"]').getAttribute('aria-label') ?? '', /^none, no pain/, 'with what the end means');
  await page.keyboard.press('ArrowLeft');
  await pain.locator('.amount').getByText('quite a lot').waitFor();
  await page.keyboard.press('Enter');
  assert.equal((await untilAsked(page, 'save_morning')).pain, 6, 'and the diary keeps it whole');
});

inWindow('words in place of numbers are one switch away, and back', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-flag="number_free"]').check();
  assert.equal((await untilAsked(page, 'save_settings')).number_free, true);
  await goTo(page, 'today');
  await page.locator('.amount-disc').first().waitFor();
  await goTo(page, 'settings');
  await page.locator('[data-flag="number_free"]').uncheck();
  await untilAsked(page, 'save_settings', 2);
  await goTo(page, 'today');
  assert.equal(await page.locator('.amount-disc').count(), 0);
});

inWindow('amber can be had from wind-down on, always, or never', '', async (page) => {
  await goTo(page, 'settings');
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.theme), 'amber', 'the control');
  await page.locator('[data-choice="amber"] [data-value="always"]').click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'amber');
  await page.locator('[data-choice="amber"] [data-value="off"]').click();
  await page.waitForFunction(() => document.documentElement.dataset.theme !== 'amber');
  assert.deepEqual((await asked(page, 'save_settings')).map(({ request }) => request.amber), ['always', 'off']);
});

inWindow('in the dark the night screen stays darker than amber', 'amber=always', async (page) => {
  await page.keyboard.press('.');
  await page.locator('.night-screen').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'night');
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'amber');
});

inWindow('how a finding was worked out shows its numbers only to whoever presses for them', 'plain&insights=clear', async (page) => {
  await goTo(page, 'insights');
  await page.locator('.explained').first().waitFor({ state: 'attached' });
  const details = page.locator('[data-part="forward"] details').first();
  await details.locator('summary').click();
  await details.getByText('This is worked out with numbers').waitFor();
  assert.equal((await asked(page, 'insight_detail')).length, 0, 'nothing is asked for yet');
  await details.locator('[data-act="see-numbers"]').press('Enter');
  await details.locator('.formula').waitFor();
  assert.equal((await asked(page, 'insight_detail')).length, 1);
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'summary', 'the focus is on what they belong to');
});

inWindow('with numbers shown they come at once, and labels have their figures', 'insights=clear', async (page) => {
  await goTo(page, 'insights');
  await page.getByText('pain, 0 to 10').waitFor();
  const details = page.locator('[data-part="forward"] details').first();
  await details.locator('summary').click();
  await details.locator('.formula').waitFor();
  assert.equal(await details.locator('[data-act="see-numbers"]').count(), 0);
});

inWindow('fixed labels of the window have a form without figures', 'plain', async (page) => {
  await goTo(page, 'trends');
  await page.locator('[data-range="two-weeks"]').getByText('Two weeks').waitFor();
});

inWindow('in amber a chart is asked for in amber', 'amber=always', async (page) => {
  await goTo(page, 'trends');
  assert.equal((await untilAsked(page, 'chart')).theme, 'amber');
});
