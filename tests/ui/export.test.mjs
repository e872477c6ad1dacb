// Taking the diary out, in the Data view.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const room = (/** @type {Page} */ page) => page.locator('[data-part="export"]');
const form = (/** @type {Page} */ page, /** @type {string} */ name) => room(page).locator(`[data-form="${name}"]`);

inWindow('what is in the file is shown before it can be written', '', async (page) => {
  await goTo(page, 'data');
  assert.equal(await room(page).locator('[data-act="export-save"]').isVisible(), false, 'nothing can be written yet');
  assert.equal((await asked(page, 'export_preview')).length, 0, 'and nothing was read');
  await form(page, 'csv').click();
  await room(page).getByText('57').waitFor();
  assert.match((await room(page).textContent()) ?? '', /Your notes are not in it/, 'what is left out is said');
  await room(page).locator('[data-act="export-save"]').click();
  assert.equal((await untilAsked(page, 'export_save')).format, 'csv', 'the form that was looked at');
  await room(page).locator('.status').getByText('Whoever has this file can read it').waitFor();
});

inWindow('by keyboard alone: arrows choose the form, Tab and Enter save', '', async (page) => {
  await goTo(page, 'data');
  await form(page, 'json').focus();
  await page.keyboard.press('ArrowRight');
  await untilAsked(page, 'export_preview');
  assert.equal(await form(page, 'csv').getAttribute('aria-checked'), 'true', 'the next form');
  await room(page).locator('[data-act="export-save"]').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal((await untilAsked(page, 'export_save')).format, 'csv', 'saved');
});

inWindow('a dialog that was closed says nothing', 'closed', async (page) => {
  await goTo(page, 'data');
  await form(page, 'json').click();
  await room(page).locator('[data-act="export-save"]').click();
  await untilAsked(page, 'export_save');
  await page.waitForFunction(() => document.querySelector('[data-part="export"] .status')?.textContent === '');
});

inWindow('an empty diary has nothing to take out', 'state=empty', async (page) => {
  await goTo(page, 'data');
  await form(page, 'json').click();
  await room(page).getByText('There is nothing to take out yet').waitFor();
  assert.equal(await room(page).locator('[data-act="export-save"]').isVisible(), false, 'and no button for it');
});
