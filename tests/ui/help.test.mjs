// Help now and when to seek care: within reach from everywhere, in the dark too, and nothing there asks for anything.

import assert from 'node:assert/strict';
import { toNight } from './at-night.mjs';
import { asked, goTo, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const foot = '[data-help-foot] [data-go="help-now"]';

/** @param {Page} page */
const shown = (page) => page.locator('.help-page h1').getByText('Help now').waitFor();

inWindow('the foot of every view leads to help, and back again', '', async (page) => {
  const views = await page.locator('.rail [data-view]').evaluateAll((links) => links.map((link) => link.getAttribute('data-view') ?? ''));
  assert.ok(views.length >= 6, 'the rail was read');
  for (const view of views) {
    await goTo(page, view);
    await page.locator(foot).click();
    await shown(page);
    assert.equal(await page.locator(foot).isVisible(), false, 'which needs no way to itself');
    await page.keyboard.press('Escape');
    await page.locator(`.rail [data-view="${view}"][aria-current="page"]`).waitFor();
  }
});

for (const [name, query] of [['the first run', 'state=first-run'], ['a damaged diary', 'recovery=backup']]) {
  inWindow(`${name} has it too, and is as it was afterwards`, query ?? '', async (page) => {
    const before = await page.locator('h1').textContent();
    await page.locator(foot).click();
    await shown(page);
    assert.equal(await page.locator('.rail').isVisible(), false, 'nothing else can be gone to meanwhile');
    await page.keyboard.press('2');
    await shown(page);
    await page.locator('.help-page .back').click();
    await page.locator('h1').getByText(before ?? '').waitFor();
    assert.equal(await page.locator('.rail').isVisible(), false, 'the question still stands alone');
  });
}

inWindow('a damaged diary still says what became of it after a look at the numbers', 'recovery=backup', async (page) => {
  const lines = await page.locator('[data-part="lines"]').textContent();
  await page.locator(foot).click();
  await shown(page);
  await page.keyboard.press('Escape');
  await page.locator('[data-act="restore"]').waitFor();
  assert.equal(await page.locator('[data-part="lines"]').textContent(), lines);
});

inWindow('one key leads there, and so does the list of keys', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await shown(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'reading starts at the heading');
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
  await page.keyboard.press('?');
  await page.locator('dialog[open] [data-answer="help-now"]').click();
  await shown(page);
});

inWindow('from the dark it is dark, and leads back into the dark', 'theme=day', async (page) => {
  await toNight(page);
  await page.locator('[data-act="help"]').click();
  await shown(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'night', 'nothing bright');
  assert.equal(await page.locator('.rail').isVisible(), false, 'and no way into the bright');
  assert.equal((await asked(page, 'night_over')).length, 0, 'the display stays covered');
  await page.locator('a[data-go="care"]').click();
  await page.locator('.help-page h1').getByText('When to seek care').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'night');
  await page.keyboard.press('Escape');
  await shown(page);
  await page.keyboard.press('Escape');
  await page.locator('.night-screen').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'day', 'and out again');
});

inWindow('where one is stands first, one’s own before everything', 'own', async (page) => {
  await page.locator(foot).click();
  await shown(page);
  const numbers = await page.locator('.help-number').allTextContents();
  assert.deepEqual(numbers.slice(0, 2), ['0161 496 0000', '116 123']);
});

inWindow('the list is one’s own to alter, by keyboard alone', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await shown(page);
  await page.locator('[data-do="add"]').focus();
  await page.keyboard.press('Enter');
  for (const typed of ['Ada', 'h 0161', 'has a key']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  assert.deepEqual((await untilAsked(page, 'save_help')).own, [{ name: 'Ada', number: 'h 0161', note: 'has a key' }], 'letters are letters while typing');
  await page.locator('[data-part="own"]').getByText('Ada').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-do')), 'add', 'the focus goes on');
  await page.locator('[aria-label="Remove Ada"]').click();
  assert.deepEqual((await untilAsked(page, 'save_help', 2)).own, []);
  await page.locator('[data-place="us"]').click();
  assert.deepEqual((await untilAsked(page, 'save_help', 3)).away, ['us']);
  await page.locator('[data-place="us"]').waitFor({ state: 'detached' });
  await page.locator('[data-do="bring-back"]').click();
  await page.locator('[data-place="us"]').waitFor();
});

inWindow('somebody without a number is asked for one, and nothing typed is lost', '', async (page) => {
  await page.locator(foot).click();
  await page.locator('[data-do="add"]').click();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="trouble"]').getByText('A name and a number are needed').waitFor();
  assert.equal(await page.locator('#help-name').inputValue(), 'Ada');
});

inWindow('what to have looked at is a list without any question', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-go="care"]').click();
  await page.locator('.help-page h1').getByText('When to seek care').waitFor();
  assert.ok(await page.locator('.care-signs li').count() >= 8, 'signs are listed');
  assert.equal(await page.locator('.help-page input, .help-page [role="radio"]').count(), 0, 'and nothing is asked');
  assert.deepEqual((await asked(page)).slice(-1).map(({ name }) => name), ['care']);
});
