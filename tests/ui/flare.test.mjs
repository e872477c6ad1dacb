// Flares: the plan in one's own words, and a Today that is one tap. Holidays: a Today that asks nothing.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const plan = (/** @type {Page} */ page) => page.locator('.flare-page h1').getByText('Flare plan').waitFor();

inWindow('f opens the plan from anywhere, one’s own words first', 'plan', async (page) => {
  await goTo(page, 'trends');
  await page.keyboard.press('f');
  await plan(page);
  const first = await page.locator('.flare-plan section').first();
  assert.equal(await first.locator('h2').textContent(), 'In your own words');
  assert.match(await first.textContent() ?? '', /It has passed every time so far/);
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="trends"][aria-current="page"]').waitFor();
});

inWindow('the plan is written by keyboard alone, and only what was written is sent', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await plan(page);
  await page.locator('[data-do="write"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('It passes. f h 1');
  assert.equal(await page.locator('.flare-page').count(), 1, 'letters are letters while writing');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Heat');
  await page.locator('.flare-writing button[type="submit"]').focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await untilAsked(page, 'save_flare_plan'), { lines: [{ prompt: 'words', text: 'It passes. f h 1' }, { prompt: 'helps', text: 'Heat' }] });
  await page.locator('[data-part="status"]').getByText('Saved').waitFor();
  await page.locator('.flare-plan').getByText('Heat').waitFor();
});

inWindow('what was being written is kept when one goes elsewhere', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await plan(page);
  await page.locator('[data-do="write"]').click();
  await page.keyboard.type('Half a');
  await goTo(page, 'trends');
  assert.deepEqual((await asked(page, 'save_flare_plan')).at(-1)?.request.lines, [{ prompt: 'words', text: 'Half a' }]);
});

inWindow('a plan that could not be saved stays on the page', 'fail=save_flare_plan', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await plan(page);
  await page.locator('[data-do="write"]').click();
  await page.keyboard.type('Keep me');
  await page.locator('.flare-writing button[type="submit"]').click();
  await page.locator('[data-part="trouble"]').getByText('Everything saved before is safe').waitFor();
  assert.equal(await page.locator('textarea').first().inputValue(), 'Keep me');
});

inWindow('flare mode begins with one button and can be taken back', 'plan', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await plan(page);
  await page.locator('[data-do="start"]').click();
  await untilAsked(page, 'flare_start');
  await page.locator('[data-part="status"]').getByText('never count against you').waitFor();
  await page.locator('[data-part="status"] button').waitFor();
  await goTo(page, 'today');
  await page.locator('.flare-words').getByText('It has passed every time so far').waitFor();
});

inWindow('Today shrinks to one tap', 'plan&flare', async (page) => {
  for (const gone of ['.checkin', '.entries', '.beside', '.segments']) assert.equal(await page.locator(gone).first().isVisible(), false, `${gone} gives way`);
  assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.how), 'rough', 'the tap is at hand');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual(await untilAsked(page, 'flare_note'), { how: 'same' });
  await page.locator('.flare-now [role="status"]').getByText('about the same').waitFor();
  assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.how), 'same', 'the focus stays');
  await page.locator('[data-whole-status]').getByText('That is enough for today').waitFor();
  assert.ok(!/\d/.test(await page.locator('.flare-now').textContent() ?? ''), 'no level and no score');
});

inWindow('the questions are a button away, and saving works as ever', 'flare', async (page) => {
  await page.locator('[data-flare="more"]').click();
  await page.locator('.checkin').waitFor();
  await page.locator('[data-act="save"]').click();
  await untilAsked(page, 'save_morning');
  await page.locator('.checkin [data-part="status"]').getByText('Saved').waitFor();
  assert.ok(await page.locator('.checkin').isVisible(), 'and they stay');
});

inWindow('whether it has passed is asked gently, with two answers', 'flare=asks', async (page) => {
  await page.locator('.flare-card .strip').getByText('Has the flare passed?').waitFor();
  await page.locator('[data-flare="flare_still_on"]').click();
  await untilAsked(page, 'flare_still_on');
  await page.locator('.flare-card .strip').waitFor({ state: 'detached' });
  await page.locator('[data-flare="flare_end"]').click();
  await untilAsked(page, 'flare_end');
  await page.locator('.checkin').waitFor();
  assert.equal(await page.locator('.flare-card').isVisible(), false, 'Today is itself again');
});

inWindow('another day is shown as ever', 'flare', async (page) => {
  await page.locator('[data-act="previous"]').click();
  await page.locator('h1').getByText('13 March').waitFor();
  assert.ok(await page.locator('.checkin').isVisible());
  await page.locator('[data-act="to-today"]').click();
  await page.locator('.flare-now').waitFor();
  assert.equal(await page.locator('.checkin').isVisible(), false);
});

inWindow('a holiday asks nothing and ends with one tap', 'holiday', async (page) => {
  await page.locator('.flare-card').getByText('nothing is missed').waitFor();
  assert.equal(await page.locator('.checkin').isVisible(), false);
  await page.locator('[data-flare="holiday_end"]').click();
  await untilAsked(page, 'holiday_end');
  await page.locator('.checkin').waitFor();
});

inWindow('a holiday is begun and ended in the settings', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-act="holiday-week"]').click();
  assert.deepEqual(await untilAsked(page, 'holiday_start'), { days: 7 });
  await page.locator('[data-part="holiday-text"]').getByText('nothing is missed').waitFor();
  await page.locator('[data-act="holiday-back"]').click();
  await untilAsked(page, 'holiday_end');
  await page.locator('[data-act="holiday-open"]').click();
  assert.deepEqual(await untilAsked(page, 'holiday_start', 2), { days: null });
});
