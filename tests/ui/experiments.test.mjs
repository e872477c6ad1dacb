// Experiments: one line and one tap on Today, set up in a dialog, no result before the end.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const onToday = (/** @type {Page} */ page) => page.locator('[data-part="experiment"]');
const section = (/** @type {Page} */ page) => page.locator('[data-part="experiments"]');
const status = (/** @type {Page} */ page) => section(page).locator('[data-part="experiment-status"]');
const last = async (/** @type {Page} */ page, /** @type {string} */ name) => (await asked(page, name)).at(-1)?.request;

/** @param {Page} page */
async function toSection(page) {
  await goTo(page, 'insights');
  await section(page).locator('[data-part="experiment-now"] > *').first().waitFor();
}

/** @param {Page} page */
async function toDialog(page) {
  await toSection(page);
  await section(page).getByRole('button', { name: 'Set up an experiment' }).click();
  const dialog = page.locator('dialog.set-up');
  await dialog.locator('[data-part="expected-texts"] p').first().waitFor();
  return dialog;
}

// Today.

inWindow('without an experiment Today says nothing of one', '', async (page) => {
  assert.equal(await onToday(page).isHidden(), true);
});

inWindow('one tap says that it was done, and the same tap takes it back', 'experiment=running', async (page) => {
  await onToday(page).getByText('Today with morning light').waitFor();
  const did = onToday(page).getByRole('button', { name: 'I did it' });
  await did.click();
  assert.deepEqual(await untilAsked(page, 'experiment_said'), { date: '2026-03-14', done: true });
  await page.locator('[data-part="status"]').first().getByText('Noted').waitFor();
  assert.equal(await did.getAttribute('aria-pressed'), 'true');
  assert.equal(await focused(page), 'I did it', 'the focus stays where it was');
  await did.click();
  assert.deepEqual(await untilAsked(page, 'experiment_said', 2), { date: '2026-03-14', done: null }, 'not said is not the same as not done');
  await page.locator('[data-part="status"]').first().getByText('Taken back').waitFor();
});

inWindow('what was said on Today is undone there', 'experiment=running', async (page) => {
  await onToday(page).getByRole('button', { name: 'I did not' }).click();
  await page.locator('[data-part="status"]').first().getByText('Noted').waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('[data-part="status"]').first().getByText('Taken back').waitFor();
  assert.equal(await onToday(page).locator('[aria-pressed="true"]').count(), 0);
});

inWindow('an evening is asked about the morning after, and the one to come is only told', 'experiment=evening', async (page) => {
  const lines = onToday(page).locator('.experiment-line');
  assert.equal(await lines.count(), 2);
  assert.equal(await lines.nth(1).getByRole('button').count(), 0, 'it has not been evening yet');
  await lines.nth(0).getByRole('button', { name: 'I did it' }).focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await untilAsked(page, 'experiment_said'), { date: '2026-03-13', done: true });
  await onToday(page).getByText('Yesterday evening').waitFor({ state: 'detached' });
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus has gone somewhere');
});

inWindow('on a marked day it stands small and asks nothing', 'experiment=rough', async (page) => {
  await onToday(page).getByText('this day is left out').waitFor();
  assert.equal(await onToday(page).getByRole('button').count(), 0);
  assert.equal(await onToday(page).evaluate((room) => room.classList.contains('is-quiet')), true);
});

inWindow('a day that is marked as rough asks nothing any more', 'experiment=running', async (page) => {
  assert.equal(await onToday(page).getByRole('button').count(), 2);
  await page.locator('[data-act="rough"]').click();
  await onToday(page).getByRole('button').first().waitFor({ state: 'detached' });
  await onToday(page).getByText('Today with morning light').waitFor();
});

inWindow('what cannot be noted says so where it was tried', 'experiment=running&fail=experiment_said', async (page) => {
  await onToday(page).getByRole('button', { name: 'I did it' }).click();
  await page.locator('[data-part="trouble"] span').first().waitFor();
  assert.equal(await onToday(page).locator('[aria-pressed="true"]').count(), 0, 'nothing looks saved');
});

inWindow('Today tells that it has ended, and leads to the result', 'experiment=ended', async (page) => {
  await onToday(page).getByText('See what came of it').click();
  await section(page).getByText('1.1 points lower').first().waitFor();
});

// Setting one up.

inWindow('what can be expected follows every choice, and nothing is begun by choosing', 'insights=clear', async (page) => {
  const dialog = await toDialog(page);
  await dialog.getByText('0.9 points').waitFor();
  await dialog.getByRole('radio', { name: 'Two weeks' }).click();
  await dialog.getByText('1.4 points').waitFor();
  assert.equal(await dialog.getByText('How often may it change?').isVisible(), false, 'two weeks have one coin a day');
  assert.deepEqual(await last(page, 'experiment_propose'), { tried: 'wind-down', own: null, part: null, watched: 'morning-pain', weeks: 2, pace: 'every-day', first: '2026-03-15' });
  assert.equal((await asked(page, 'experiment_start')).length, 0);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  assert.equal(await focused(page), 'Set up an experiment', 'back where it was opened');
  assert.equal((await asked(page, 'experiment_start')).length, 0);
});

inWindow('it is begun as it was chosen', 'insights=clear', async (page) => {
  const dialog = await toDialog(page);
  await dialog.getByRole('radio', { name: 'A time of movement' }).click();
  await dialog.getByRole('radio', { name: 'Time asleep' }).click();
  await dialog.getByRole('radio', { name: /Every two or three days/ }).click();
  await dialog.locator('select').selectOption('2026-03-20');
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  assert.deepEqual(await untilAsked(page, 'experiment_start'), { tried: 'movement', own: null, part: null, watched: 'asleep', weeks: 4, pace: 'two-or-three-days', first: '2026-03-20' });
  await status(page).getByText('The coins are thrown').waitFor();
  await section(page).getByText('There is no result before the end').waitFor();
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await section(page).getByRole('button', { name: 'Set up an experiment' }).waitFor();
});

inWindow("one's own words are asked for, with when it is done", 'insights=clear', async (page) => {
  const dialog = await toDialog(page);
  assert.equal(await dialog.locator('#experiment-own').isVisible(), false);
  await dialog.getByRole('radio', { name: 'Something of my own' }).click();
  assert.equal(await dialog.locator('[data-part="expected"]').isHidden(), true, 'nothing is expected of what has no name');
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  await dialog.getByText('Some words are needed').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'experiment-own', 'where it can be put right');
  await page.keyboard.type('no screens');
  await dialog.locator('[data-part="expected-texts"] p').first().waitFor();
  await dialog.getByRole('radio', { name: 'Soon after waking' }).click();
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  const begun = await untilAsked(page, 'experiment_start');
  assert.deepEqual([begun.tried, begun.own, begun.part], ['own', 'no screens', 'morning']);
});

inWindow('the whole of it goes by keyboard, and Escape begins nothing', 'insights=clear', async (page) => {
  const dialog = await toDialog(page);
  await dialog.getByRole('radio', { name: 'Wind-down in the evening' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await dialog.getByRole('radio', { name: 'Morning light' }).getAttribute('aria-checked'), 'true');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await asked(page, 'experiment_start')).length, 0);
  assert.equal(await focused(page), 'Set up an experiment');
});

inWindow('a diary that says little says so, and can begin', 'state=empty', async (page) => {
  const dialog = await toDialog(page);
  await dialog.getByText('You can begin all the same').waitFor();
});

// While it is on, and after.

inWindow('while it is on there is nothing to compare, and no picture', 'insights=clear&experiment=running', async (page) => {
  await toSection(page);
  await section(page).getByText('Day 5 of 28').waitFor();
  assert.equal(await section(page).locator('.range, svg.range-line, details').count(), 0);
  assert.equal((await asked(page, 'experiment_result')).length, 0, 'nobody asks for a result');
  assert.equal(await section(page).getByRole('button', { name: 'Set up an experiment' }).count(), 0, 'one at a time');
});

inWindow('stopping takes one press, is fine, and can be undone', 'insights=clear&experiment=running', async (page) => {
  await toSection(page);
  await section(page).getByRole('button', { name: 'Stop the experiment' }).click();
  await status(page).getByText('That is always fine').waitFor();
  await section(page).getByText('There is no result, because the length was part of the question.').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H2', 'the focus is in the section');
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await section(page).getByText('Day 5 of 28').waitFor();
});

inWindow('it can be said in Insights too, and the focus stays', 'insights=clear&experiment=running', async (page) => {
  await toSection(page);
  const not = section(page).getByRole('button', { name: 'I did not' });
  await not.click();
  assert.deepEqual(await untilAsked(page, 'experiment_said'), { date: '2026-03-14', done: false });
  await status(page).getByText('Noted').waitFor();
  assert.equal(await not.getAttribute('aria-pressed'), 'true');
  assert.equal(await focused(page), 'I did not');
});

inWindow('a result is told with its range, with chance, and with what was done', 'insights=clear&experiment=past', async (page) => {
  await toSection(page);
  const found = section(page).locator('[data-experiment="e1"]');
  for (const said of ['1.1 points lower', '95 % range', '1 in 100', 'on 19 of them it went as the coin said', 'You knew which day was which']) {
    await found.getByText(said, { exact: false }).first().waitFor();
  }
  assert.equal(await found.locator('.range').getAttribute('aria-hidden'), 'true', 'the picture says nothing that the words do not');
  assert.equal(await found.getByText('Compared: 13 days with').isVisible(), false, 'folded away');
  await found.locator('summary').click();
  await found.getByText('Compared: 13 days with').waitFor();
  const [zero, middle] = await Promise.all(['.range-zero', '.range-middle'].map((each) => found.locator(each).boundingBox()));
  assert.ok(zero && middle && middle.x < zero.x, 'lower lies before zero');
  assert.equal(await section(page).locator('[data-experiment="e3"] .range').count(), 0, 'one that was stopped has none');
});

inWindow('one that has ended is removed, and brought back', 'insights=clear&experiment=past', async (page) => {
  await toSection(page);
  await section(page).getByRole('button', { name: 'Remove the experiment Wind-down' }).click();
  assert.deepEqual(await untilAsked(page, 'experiment_remove'), { id: 'e1' });
  await section(page).locator('[data-experiment="e1"]').waitFor({ state: 'detached' });
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await section(page).locator('[data-experiment="e1"]').waitFor();
});

inWindow('what cannot be loaded says so', 'insights=clear&fail=experiments', async (page) => {
  await goTo(page, 'insights');
  await section(page).locator('[data-part="experiment-trouble"] span').waitFor();
});
