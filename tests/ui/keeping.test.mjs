// The history of a day, the trash, and backups.

import assert from 'node:assert/strict';
import { asked, goTo, release, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const versions = (/** @type {Page} */ page) => page.locator('.versions > li');
const act = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-room] [data-act="${name}"]`);

/** @param {Page} page the history of the day before today */
async function yesterdaysHistory(page) {
  await act(page, 'previous').click();
  await untilAsked(page, 'today');
  await page.locator('h1').getByText('13 March').waitFor();
  await act(page, 'history').click();
  await versions(page).first().waitFor();
}

/** @param {Page} page @param {'trash' | 'backups'} name */
async function open(page, name) {
  await goTo(page, 'data');
  await page.locator(`[data-go="${name}"]`).click();
  await page.locator('.rail [data-view="data"][aria-current="true"]').waitFor();
}

// The history of a day.

inWindow('a day tells how it came to be, newest first', '', async (page) => {
  await yesterdaysHistory(page);
  assert.equal(await page.locator('[data-part="day"]').textContent(), 'Friday, 13 March 2026', 'the day is named');
  assert.deepEqual(await versions(page).locator('.what').allTextContents(), ['Saved: evening', 'Saved: morning', 'Saved: morning', 'Before anything was written'], 'every change');
  assert.match((await versions(page).nth(1).textContent()) ?? '', /Pain on waking: \d+ → \d+/, 'what it altered');
  assert.equal(await versions(page).locator('button[aria-disabled="true"]').textContent(), 'As it is now', 'the newest is the day as it is');
  assert.equal(await page.title(), 'How this day came to be · Wane', 'the window is named');
});

inWindow('by keyboard alone: arrows go through the changes, Enter brings one back, Undo stands where it happened', '', async (page) => {
  await yesterdaysHistory(page);
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^As it is now: 13 Mar/, 'one stop for the whole list');
  await page.keyboard.press('Enter');
  assert.equal((await asked(page, 'restore_version')).length, 0, 'the day is like this already');
  await page.keyboard.press('End');
  assert.match(await focused(page), /before anything was written/, 'the end of the list');
  await page.keyboard.press('ArrowUp');
  assert.match(await focused(page), /^Bring this back: 13 Mar 2026, 07:42/, 'one up');
  await page.keyboard.press(' ');
  const wished = await untilAsked(page, 'restore_version');
  assert.equal(wished.date, '2026-03-13', 'that day');
  const row = versions(page).filter({ hasText: '07:42' });
  await row.locator('.status').getByText('The day is back as it was then').waitFor();
  assert.match(await focused(page), /07:42/, 'the focus stayed');
  assert.equal(await versions(page).count(), 5, 'bringing back is a change of its own');
  assert.match((await versions(page).first().textContent()) ?? '', /an earlier version/, 'on top');

  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^Undo/, 'the way back is the next stop');
  await page.keyboard.press('Enter');
  await row.locator('.status').getByText('Taken back').waitFor();
  assert.match(await focused(page), /07:42/, 'the focus is in the same row');
  assert.match((await versions(page).first().textContent()) ?? '', /Taken back/, 'and the undo is told on top');
  await page.keyboard.press('Control+Shift+z');
  await row.locator('.status').getByText('Back again').waitFor();
});

inWindow('a day that was like that already offers nothing to take back', '', async (page) => {
  await yesterdaysHistory(page);
  await versions(page).nth(2).locator('button').click();
  await versions(page).first().getByText('an earlier version').waitFor();
  await versions(page).filter({ hasText: '07:42' }).locator('button').first().click();
  await page.locator('.versions').getByText('already like that').waitFor();
  assert.equal(await versions(page).filter({ hasText: 'already like that' }).locator('.status button').count(), 0, 'an undo would take back something else');
});

inWindow('even the day before anything was written can be brought back', '', async (page) => {
  await yesterdaysHistory(page);
  await versions(page).last().locator('button').click();
  assert.equal((await untilAsked(page, 'restore_version')).change, 0, 'number nothing');
  await versions(page).last().locator('.status button').waitFor();
});

inWindow('a history that cannot be changed says so and stays', 'breaks=restore_version', async (page) => {
  await yesterdaysHistory(page);
  await versions(page).nth(1).locator('button').click();
  await page.locator('[data-part="trouble"]').getByText('please try again').waitFor();
  assert.equal(await versions(page).count(), 4, 'the list is as it was');
});

inWindow('Escape and the way back lead to the same day', '', async (page) => {
  await yesterdaysHistory(page);
  await page.keyboard.press('Escape');
  await page.locator('h1').getByText('13 March').waitFor();
  await act(page, 'history').click();
  await versions(page).first().waitFor();
  await page.locator('a.back').click();
  await page.locator('h1').getByText('13 March').waitFor();
  assert.equal(await page.evaluate(() => history.state.depth), 0, 'the way back is back, not onward');
});

inWindow('a day without a word has a history that teaches', 'state=empty', async (page) => {
  await act(page, 'history').click();
  await page.getByText('Nothing was written for this day yet').waitFor();
  await page.getByRole('link', { name: 'Go to the day' }).click();
  await page.locator('.checkin').waitFor();
});

// The trash.

inWindow('the trash says what, since when and until when, and gives it back', '', async (page) => {
  await open(page, 'trash');
  const items = page.locator('.kept > li');
  assert.equal(await items.count(), 3, 'three things');
  await items.first().getByText('listed here until').waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^Bring back: Note/, 'named by what it brings');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="status"]').getByText('It is back').waitFor();
  assert.equal((await asked(page, 'trash_restore')).at(-1)?.request.id, 't1', 'that one');
  assert.match(await focused(page), /^Bring back: Nap/, 'the focus goes to the next');
  await page.locator('[data-part="status"] button').click();
  await page.locator('[data-part="status"]').getByText('Taken back').waitFor();
  assert.equal(await items.count(), 3, 'it is in the trash again');
});

inWindow('the last thing leaves a trash that teaches', '', async (page) => {
  await open(page, 'trash');
  for (const left of [2, 1, 0]) {
    await page.locator('.kept > li button').first().click();
    await page.waitForFunction((count) => document.querySelectorAll('.kept > li').length === count, left);
  }
  await page.getByText('wait here for a while').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'the focus is not lost');
});

inWindow('an error in the middle keeps the thing in the trash', 'breaks=trash_restore', async (page) => {
  await open(page, 'trash');
  await page.locator('.kept > li button').first().click();
  await page.locator('[data-part="trouble"] span').waitFor();
  assert.equal(await page.locator('.kept > li').count(), 3, 'nothing is gone');
  await page.locator('.kept > li button').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.kept > li').length === 2);
});

// Backups.

inWindow('Data says in a sentence each what is kept', '', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-part="backups-text"]').getByText('read back, and found whole').waitFor();
  await page.locator('[data-part="trash-text"]').getByText('3 things').waitFor();
});

inWindow('Data stands even when a page below it cannot be read', 'breaks=backups', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-part="backups-text"]').getByText('please try again').waitFor();
  await page.locator('[data-part="counts"]').getByText('52 nights').waitFor();
});

inWindow('a backup is made now, and only its own button waits', 'held=backup_now', async (page) => {
  await open(page, 'backups');
  const shown = await page.locator('[data-part="items"] > li:visible').count();
  assert.equal(shown, 6, 'older ones are folded away');
  await act(page, 'backup').click();
  await page.locator('[data-part="status"]').getByText('Making a backup').waitFor();
  assert.equal(await act(page, 'backup').getAttribute('aria-disabled'), 'true', 'its button waits');
  assert.equal(await page.locator('[aria-disabled="true"]').count(), 1, 'and no other');
  await act(page, 'backup').click({ force: true });
  await act(page, 'verify').first().click();
  await page.locator('[data-part="item-status"]').first().getByText('This backup is whole').waitFor();
  await release(page, 'backup_now');
  await page.locator('[data-part="status"]').getByText('The backup was made').waitFor();
  assert.equal((await asked(page, 'backup_now')).length, 1, 'a second press makes no second one');
  assert.equal(await page.locator('[aria-disabled="true"]').count(), 0, 'nothing waits any more');
  assert.equal(await page.locator('[data-part="items"] > li').nth(1).getByText('This backup is whole').count(), 1, 'what was read back stays said, one row further down');
});

inWindow('what is quick is not called slow', '', async (page) => {
  await open(page, 'backups');
  await page.evaluate(() => {
    Object.assign(window, { going: false });
    new MutationObserver(() => Object.assign(window, { going: /** @type {any} */ (window).going || document.querySelector('.going') !== null })).observe(document.body, { childList: true, subtree: true });
  });
  await act(page, 'backup').click();
  await page.locator('[data-part="status"]').getByText('The backup was made').waitFor();
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).going), false, 'no progress for less than a moment');
});

inWindow('older backups unfold', '', async (page) => {
  await open(page, 'backups');
  await act(page, 'older').click();
  assert.equal(await page.locator('[data-part="items"] > li:visible').count(), 8, 'all of them');
  assert.equal(await act(page, 'older').getAttribute('aria-expanded'), 'true', 'and it is said');
});

inWindow('a backup that cannot be read says so without alarm', 'unsound', async (page) => {
  await open(page, 'backups');
  await act(page, 'verify').first().click();
  await page.locator('[data-part="item-status"]').first().getByText('an older one can be used').waitFor();
  assert.equal(await page.locator('[data-part="report"] details').count(), 0, 'and counts nothing');
});

inWindow('by keyboard alone: what would change, then leave it, then put it in place', '', async (page) => {
  await open(page, 'backups');
  await act(page, 'preview').nth(1).focus();
  await page.keyboard.press('Enter');
  const plan = page.locator('[data-part="plan"]').nth(1);
  await plan.getByText('is kept as a backup of its own first').waitFor();
  assert.equal(await plan.evaluate((element) => element === document.activeElement), true, 'the plan has the focus');
  await plan.getByText('Only in the diary now').waitFor();
  assert.equal(await plan.locator('[data-part="plan-days"] li').count(), 3, 'the days that would change');
  assert.deepEqual(await plan.locator('thead th').allTextContents(), ['Kind', 'Now', 'In the backup'], 'now and then side by side');
  assert.equal((await asked(page, 'restore_apply')).length, 0, 'nothing is written yet');

  await page.keyboard.press('Escape');
  await plan.waitFor({ state: 'hidden' });
  assert.match(await focused(page), /^What would change: 12 Mar/, 'back at the button');
  assert.equal(await page.locator('.rail [data-view="data"][aria-current="true"]').count(), 1, 'and on the same page');

  await page.keyboard.press('Enter');
  await plan.waitFor();
  await plan.getByRole('button', { name: 'Put this backup in place' }).focus();
  await page.keyboard.press('Enter');
  assert.match((await untilAsked(page, 'restore_apply')).name, /^diary-2026-03-12/, 'that backup');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
  await page.locator('[data-whole-status]').getByText('What the diary held before is a backup of its own').waitFor();
});

inWindow('one plan is open at a time, and many days are folded away', '', async (page) => {
  await open(page, 'backups');
  await act(page, 'preview').nth(0).click();
  await page.locator('[data-part="plan"]').nth(0).waitFor();
  await act(page, 'preview').nth(2).click();
  await page.locator('[data-part="plan"]').nth(2).waitFor();
  assert.equal(await page.locator('[data-part="plan"]:visible').count(), 1, 'the other has closed');
  const days = page.locator('[data-part="plan-days"]').nth(2);
  assert.equal(await days.isVisible(), false, 'twelve days are folded away');
  await page.locator('[data-part="plan-days-room"] summary').nth(2).click();
  assert.equal(await days.locator('li').count(), 12, 'and one press shows them');
});

inWindow('a backup that holds the same offers nothing to put in place', 'same', async (page) => {
  await open(page, 'backups');
  await act(page, 'preview').first().click();
  await page.locator('[data-part="plan"]').first().getByText('Nothing would change').waitFor();
  assert.equal(await act(page, 'place').first().isVisible(), false, 'there is nothing to do');
});

inWindow('a restore that breaks in the middle leaves everything as it was', 'breaks=restore_apply&held=restore_apply', async (page) => {
  await open(page, 'backups');
  await act(page, 'preview').first().click();
  await act(page, 'place').first().click();
  await page.locator('[data-part="plan-status"]').first().getByText('Keeping').waitFor();
  await release(page, 'restore_apply');
  await page.locator('[data-part="plan-trouble"]').first().getByText('The diary is as it was').waitFor();
  assert.equal(await page.locator('[data-part="plan"]').first().isVisible(), true, 'the plan is still open');
  await act(page, 'place').first().click();
  await release(page, 'restore_apply');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
});

inWindow('work goes on when the page is left, and its end is told', 'held=backup_now', async (page) => {
  await open(page, 'backups');
  await act(page, 'backup').click();
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="data"][aria-current="page"]').waitFor();
  await release(page, 'backup_now');
  await page.locator('[data-whole-status]').getByText('The backup was made').waitFor();
});

inWindow('a restore is rehearsed and the diary examined, each with its report', '', async (page) => {
  await open(page, 'backups');
  await act(page, 'rehearse').click();
  await page.locator('[data-part="rehearse-status"]').getByText('Your diary was not touched').waitFor();
  await act(page, 'check').click();
  await page.locator('[data-part="check-status"]').getByText('read from beginning to end').waitFor();
  await page.locator('[data-part="check-report"] summary').click();
  await page.locator('[data-part="check-report"]').getByText('Pain ratings').waitFor();
});

inWindow('without a backup there is one thing to do', 'backups=none', async (page) => {
  await open(page, 'backups');
  await page.locator('[data-part="text"]').getByText('There is no backup yet').waitFor();
  assert.equal(await page.locator('[data-part="list"]').isVisible(), false, 'no empty list');
  await act(page, 'rehearse').click();
  await page.locator('[data-part="rehearse-status"]').getByText('no backup to rehearse').waitFor();
  assert.equal(await page.locator('[data-part="rehearse-report"]').isVisible(), false, 'and no empty table');
  await act(page, 'backup').click();
  await page.locator('[data-part="items"] > li').first().waitFor();
});

inWindow('the list of keys names the new ones', '', async (page) => {
  await page.keyboard.press('?');
  await page.locator('dialog[open]').getByText('search', { exact: true }).waitFor();
  await page.locator('dialog[open]').getByText('go through finds').waitFor();
});
