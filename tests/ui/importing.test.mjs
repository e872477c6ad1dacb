// Files of other programs: a table nobody knows, and files dropped on the window.

import assert from 'node:assert/strict';
import { toNight } from './at-night.mjs';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

/** @param {Page} page @param {unknown} payload of the shell's event */
const drop = (page, payload) => page.evaluate((sent) => /** @type {any} */ (window).fakeHost.emit('tauri://drag-drop', sent), payload);

inWindow('the columns of a table nobody knows are said by keyboard alone', 'pick=/home/robin/mine.csv', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog.columns');
  await dialog.waitFor();
  assert.equal(await page.locator('[data-part="trouble"]').first().isHidden(), true, 'not knowing a table is no trouble');
  assert.deepEqual(
    await dialog.locator('.column-list label').allTextContents(),
    ['Bedtime', 'Wake time', 'Hours of sleep', 'Without a name'],
    'every column has a name',
  );
  assert.deepEqual(
    await dialog.locator('.column-list .note').allTextContents(),
    ['08.05.2026 23:10 · 09.05.2026 23:00', '09.05.2026 07:05 · 10.05.2026 06:30', '7,5', 'Empty in the first rows'],
    'and shows what stands in it',
  );
  assert.equal(await dialog.locator('select').first().inputValue(), 'start', 'the proposal is chosen');

  await dialog.locator('select').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sleep ends');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Look inside', 'the way on is the last stop but one');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="found"]').getByText('A table of your own').waitFor();
  const { request: looked } = (await asked(page, 'import_preview'))[1];
  assert.deepEqual(looked.mapping, { roles: ['start', 'end', 'asleep', 'ignore'], dates: 'day-first', unit: 'hours', by_hand: false }, 'what was said');
  assert.equal((await asked(page, 'import_apply')).length, 0, 'nothing is written yet');

  await page.locator('[data-act="import"]').click();
  assert.deepEqual((await untilAsked(page, 'import_apply')).mapping.roles, ['start', 'end', 'asleep', 'ignore'], 'it comes in by what was said');
});

inWindow('a mapping that will not do says why, and what was said stays', 'pick=/home/robin/mine.csv', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').click();
  const dialog = page.locator('dialog.columns');
  await dialog.locator('#columns-unit').selectOption('minutes');
  await dialog.getByRole('button', { name: 'Look inside' }).click();
  await dialog.getByText('a beginning and an end').waitFor();
  assert.equal(await dialog.locator('#columns-unit').inputValue(), 'minutes');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.locator('[data-part="found"]').isHidden(), true, 'nothing was found');
  assert.equal(await focused(page), 'Choose files', 'back where it began');
});

inWindow('what was said of the columns can be changed before anything comes in', 'pick=/home/robin/mine.csv', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').click();
  await page.locator('dialog.columns #column-1').selectOption('end');
  await page.locator('dialog.columns').getByRole('button', { name: 'Look inside' }).click();
  await page.locator('[data-act="columns"]').click();
  await page.locator('dialog.columns').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-part="found"]').isVisible(), true, 'what was found is still there');
});

inWindow('files dropped on the window are looked into, whatever is shown', '', async (page) => {
  await drop(page, { paths: ['/home/robin/export.zip'], position: { x: 1, y: 1 } });
  await page.locator('[data-part="found"]').getByText('31, from 1 February').waitFor();
  assert.deepEqual((await untilAsked(page, 'import_preview')).paths, ['/home/robin/export.zip']);
  assert.equal((await asked(page, 'import_apply')).length, 0, 'dropping is not bringing in');
  await drop(page, { paths: ['/home/robin/other.zip'] });
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.filter((/** @type {any} */ call) => call.name === 'import_preview').length === 2);
});

inWindow('nothing is dropped in the dark, and nonsense is let fall', '', async (page) => {
  for (const payload of [null, {}, { paths: [] }, { paths: 'x' }, { paths: [1] }]) await drop(page, payload);
  assert.equal((await asked(page, 'import_preview')).length, 0, 'no files, no question');
  await toNight(page);
  await drop(page, { paths: ['/home/robin/export.zip'] });
  assert.equal((await asked(page, 'import_preview')).length, 0, 'the night screen stays dark');
});

inWindow('what a device measured stands beside what was felt, and is nothing to answer', 'measured', async (page) => {
  const beside = page.locator('[data-part="measured"]');
  await beside.getByText('Apple Health: 23:02–06:51').waitFor();
  assert.equal(await beside.locator('button, input, a').count(), 0, 'a sentence, no question');
});

inWindow('without a device there is no empty line', '', async (page) => {
  assert.equal(await page.locator('[data-part="measured"]').isHidden(), true);
  assert.equal(await page.locator('[data-part="came-from"]').isHidden(), true);
});

inWindow('where a day came from stands in its view, in its history and beside its import', 'measured', async (page) => {
  const said = 'Watch, through Apple Health, brought in on 3 March 2026: measured sleep.';
  await page.locator('[data-part="came-from"]').getByText(said).waitFor();
  await page.locator('[data-act="history"]').click();
  const card = page.locator('[data-part="came-from"]');
  await card.getByText(said).waitFor();
  assert.equal(await card.getByRole('heading').textContent(), 'Where this day came from');
  await goTo(page, 'data');
  await page.locator('[data-part="batches"] .from').getByText('From Phone, Watch').waitFor();
});

inWindow('felt and measured nights stand side by side in Trends, and are a table for who wants it', 'measured', async (page) => {
  await goTo(page, 'trends');
  const card = page.locator('[data-part="device-felt"]');
  await card.getByText('the device usually counts 34 min more').waitFor();
  await card.locator('summary').click();
  assert.equal(await card.locator('tbody tr').count(), 2);
  assert.equal(await card.locator('tbody th').first().textContent(), '14 March 2026');
});

inWindow('without a night that both tell of there is no card', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('wane-chart[name="raster"] .drawing svg').waitFor();
  assert.equal(await page.locator('[data-part="device-felt"]').isHidden(), true);
});
