// Learn: every card is open, a card is read comfortably, and Today offers at most one.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { allCards } from './cards.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const titles = (await allCards()).groups.flatMap((group) => group.cards.map(({ title }) => title));

/** @param {Page} page @param {string} title */
async function read(page, title) {
  await page.locator('[data-card]', { hasText: title }).first().click();
  await page.locator('.learn-article h1').getByText(title).waitFor();
}

inWindow('every card is there from the start, and whole', '', async (page) => {
  assert.ok(titles.length >= 20 && titles.every((title) => !title.includes('⟦')), `the cards were read from the source (${titles.length})`);
  await goTo(page, 'learn');
  assert.deepEqual(await page.locator('.learn-cards a span').allTextContents(), titles, 'in the order of reading');
  await read(page, titles[0] ?? '');
  for (const part of ['.learn-strength b', '.learn-against p', '.learn-sources li']) assert.notEqual(await page.locator(part).first().textContent(), '', part);
  assert.ok(await page.locator('.learn-article > p').count() > 3, 'in paragraphs');
});

inWindow('a line of a card is never longer than is easy to read', '', async (page) => {
  await goTo(page, 'learn');
  await read(page, titles[0] ?? '');
  await page.setViewportSize({ width: 1600, height: 900 });
  const ratio = await page.evaluate(() => {
    const ruler = document.createElement('p');
    ruler.style.inlineSize = '66ch';
    const paragraphs = [...document.querySelectorAll('.learn-article > p')];
    paragraphs[1]?.after(ruler);
    const most = ruler.getBoundingClientRect().width;
    return Math.max(...paragraphs.map((p) => p.getBoundingClientRect().width)) / most;
  });
  assert.ok(ratio <= 1.001, `${ratio} of 66 characters`);
});

inWindow('previous and next go through all cards, and back goes to the list', '', async (page) => {
  await goTo(page, 'learn');
  await read(page, titles[0] ?? '');
  assert.equal(await page.locator('[data-turn="learn-previous"]').count(), 0, 'the first has none before it');
  for (const title of titles.slice(1)) {
    await page.locator('[data-turn="learn-next"]').click();
    await page.locator('.learn-article h1').getByText(title).waitFor();
  }
  assert.equal(await page.locator('[data-turn="learn-next"]').count(), 0, 'the last has none after it');
  await page.locator('[data-turn="learn-previous"]').click();
  await page.locator('.learn-article h1').getByText(titles.at(-2) ?? '').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.learn-cards').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
});

inWindow('the whole way by keyboard: the key of the rail, a card, read, and back', '', async (page) => {
  const key = await page.evaluate(() => [...document.querySelectorAll('.rail [data-view]')].findIndex((link) => link.getAttribute('data-view') === 'learn') + 1);
  await page.keyboard.press('Escape');
  await page.keyboard.press(String(key));
  await page.locator('.learn-cards').first().waitFor();
  await page.locator('.learn-cards a').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.locator('.learn-article').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'reading starts at its title');
  await page.locator('[data-act="mark"]').focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await untilAsked(page, 'learn_mark'), { card: 'first-half', read: true });
  await page.locator('[data-part="status"]').getByText('Saved').waitFor();
  assert.equal(await page.locator('[data-act="mark"]').evaluate((button) => button === document.activeElement), true, 'the focus stays');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.filter((/** @type {any} */ call) => call.name === 'learn_mark').length === 2);
  assert.equal((await asked(page, 'learn_mark')).at(-1)?.request.read, false, 'and can be unmarked');
  await page.keyboard.press('Escape');
  await page.locator('.learn-cards').first().waitFor();
});

inWindow('what is read says so, to the eye and to the ear', 'read', async (page) => {
  await goTo(page, 'learn');
  await page.locator('[data-part="count"]').getByText('2 of').waitFor();
  assert.equal(await page.locator('.learn-cards a .icon').count(), 2, 'two ticks');
  assert.match(await page.locator('[data-card="breathing"]').getAttribute('aria-label') ?? '', /Some support, read$/, 'with its strength');
});

inWindow('a mark that could not be saved says what was kept', 'fail=learn_mark', async (page) => {
  await goTo(page, 'learn');
  await read(page, titles[0] ?? '');
  await page.locator('[data-act="mark"]').click();
  await page.locator('[data-part="trouble"]').getByText('Everything saved before is safe').waitFor();
});

inWindow('Today offers one card, which opens', 'offers', async (page) => {
  await page.locator('[data-part="offer"] b').getByText('Awake with pain at night').waitFor();
  await page.locator('[data-act="card-open"]').click();
  await page.locator('.learn-article h1').getByText('Awake with pain at night').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-part="offer"] b').waitFor();
});

inWindow('a card that is put away is gone, and the focus is not', 'offers', async (page) => {
  await page.locator('[data-act="card-away"]').click();
  assert.deepEqual(await untilAsked(page, 'learn_put_away'), { card: 'waking' });
  await page.locator('[data-part="offer"]').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-act')), 'save');
  await page.locator('[data-part="status"]').getByText('stays in Learn').waitFor();
});

inWindow('without an offer nothing of it is seen', '', async (page) => {
  assert.equal(await page.locator('[data-part="offer"]').isVisible(), false);
});
