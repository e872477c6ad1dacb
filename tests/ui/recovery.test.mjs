// After damage: one screen that stands alone until it is answered.

import assert from 'node:assert/strict';
import { asked, release, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const act = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-room] [data-act="${name}"]`);

inWindow('it stands before everything else and says what was kept and where', 'recovery=backup', async (page) => {
  assert.equal(await page.locator('.rail').isVisible(), false, 'nothing else is on the page');
  await page.getByText('It was moved aside and kept whole').waitFor();
  await page.getByText('Newest backup that is whole').waitFor();
  await page.getByText('damaged/2026-03-14T0812').waitFor();
  assert.equal(await page.locator('button.primary:visible').count(), 1, 'one main way on');
  assert.equal(await page.title(), 'Wane', 'the window is the diary, not a page of it');
});

inWindow('no key leads away from it', 'recovery=backup', async (page) => {
  for (const key of ['1', '2', 'n', 'r', '/', 'Control+z', 'Control+f', 'Escape']) await page.keyboard.press(key);
  await page.waitForTimeout(100);
  assert.equal(await act(page, 'restore').isVisible(), true, 'it is still there');
  const names = new Set((await asked(page)).map(({ name }) => name));
  assert.deepEqual([...names].filter((name) => !['start', 'painted'].includes(name)), [], 'and nothing was asked of the diary');
});

inWindow('by keyboard: the first stop brings the diary back', 'recovery=backup', async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Bring my diary back', 'the main way comes first');
  await page.keyboard.press('Enter');
  assert.deepEqual(await untilAsked(page, 'recover'), { how: 'restore' }, 'what was chosen');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
  await page.locator('[data-whole-status]').getByText('Your diary is back').waitFor();
  assert.equal(await page.evaluate(() => history.state.depth), 0, 'nothing leads back to the screen');
});

inWindow('starting afresh is one quiet press', 'recovery=backup&state=first-run', async (page) => {
  await act(page, 'fresh').click();
  assert.deepEqual(await untilAsked(page, 'recover'), { how: 'fresh' }, 'what was chosen');
  await page.getByText('Good to have you here').waitFor();
  assert.equal(await page.locator('[data-whole-status]').textContent(), '', 'nothing is claimed to be back');
});

inWindow('with nothing to bring back there is one way on', 'recovery=nothing', async (page) => {
  assert.equal(await act(page, 'restore').isVisible(), false, 'nothing is offered that cannot be');
  assert.equal(await page.locator('button.primary:visible').textContent(), 'Start with an empty diary', 'the other is the main one');
});

inWindow('while it works it says so, and neither answer is taken twice', 'recovery=backup&held=recover', async (page) => {
  await act(page, 'restore').click();
  await page.locator('[data-part="status"]').getByText('Bringing back').waitFor();
  assert.equal(await act(page, 'restore').getAttribute('aria-disabled'), 'true', 'the button waits');
  await act(page, 'restore').click({ force: true });
  await act(page, 'fresh').click();
  await release(page, 'recover');
  await page.locator('.rail [data-view="today"]').waitFor();
  assert.equal((await asked(page, 'recover')).length, 1, 'one answer');
});

inWindow('an error in the middle leaves the screen and both answers', 'recovery=backup&breaks=recover', async (page) => {
  await act(page, 'restore').click();
  await page.locator('[data-part="trouble"]').getByText('please try again').waitFor();
  await act(page, 'restore').click();
  await page.locator('.rail [data-view="today"]').waitFor();
});
