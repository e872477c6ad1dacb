// The wind-down in the real window, by keyboard alone: begun by the reminder's view, gone on with after a kill, written down by itself.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { Tray } from './harness/tray.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

/** @param {Page} page @returns {Promise<any>} */
const session = async (page) => (await page.call('wind_down', {})).session;

/** What has the focus, as it is read. @param {Page} page */
const focused = (page) => page.run('return document.activeElement?.textContent?.trim() ?? ""');

/** Tabs until something with these words has the focus. @param {Page} page @param {string} words */
async function tabTo(page, words) {
  for (let step = 0; step < 40; step += 1) {
    if ((await focused(page)) === words) return;
    await page.press(KEY.tab);
  }
  assert.fail(`no way by Tab to “${words}”`);
}

scene('set up and run by keyboard alone, paused by Escape, and written down at its end', { seconds: 150 }, async (wane) => {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-14 22:00:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  await page.press(KEY.escape, 'w');
  await until('the wind-down', () => reads(page, 'A few easy things before bed'));
  await tabTo(page, 'Begin');
  await page.press(KEY.enter);
  await until('the first block', () => page.run('return document.querySelector(".stage-current textarea") === document.activeElement'));
  assert.equal(await page.run('return document.documentElement.dataset.theme'), 'evening', 'it looks like evening');
  await page.press(...'The letter');
  await tabTo(page, 'Put away until tomorrow');
  await page.press(KEY.enter);
  await until('it to be put away', async () => (await page.call('worries', {})).parked === 1);
  await tabTo(page, 'Next');
  await page.press(KEY.enter);
  await until('the second block', async () => (await session(page))?.kind === 'stretching');
  await page.press(KEY.escape);
  await until('it to stand still', async () => (await session(page))?.paused === true);
  await until('the way on', async () => (await focused(page)) === 'Go on where you left it');
  await page.press(KEY.enter);
  await until('it to go on', async () => (await session(page))?.paused === false);
  await tabTo(page, 'That is enough');
  await page.press(KEY.enter);
  await until('the end', async () => (await focused(page)) === 'Close');
  await page.press(KEY.enter);
  await until('the list', () => reads(page, 'Your wind-down'));
  assert.equal(await session(page), null, 'nothing is under way');
});

scene('a killed program goes on where it was, and the tray leads to it', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  await wane.cli(['wind-down', 'set', 'quiet=10'], '2026-03-14T21:00:00Z');
  const tray = await Tray.open(desk);
  const program = wane.start({ at: '2026-03-14 22:00:00', args: ['--hidden'] });
  await until('the menu', async () => (await tray.menu()).some(({ label }) => label === 'Wind-down'));
  await tray.click('Wind-down');
  await until('its first picture', () => program.err.includes('window painted'));
  const kept = async (/** @type {string} */ now) => JSON.parse(await until('the diary to be free', () => wane.cli(['--json', 'wind-down', 'show'], now))).session;
  await until('the evening to begin', () => program.err.includes('window opened'));
  // It says that it is there; then it is gone without a word.
  await new Promise((go) => setTimeout(go, 25_000));
  program.kill();
  await program.end;
  const left = await kept('2026-03-14T23:00:00Z');
  assert.equal(left.kind, 'quiet', 'it was begun by the tray');
  assert.equal(left.paused, true, 'and stands still');
  assert.ok(left.at_s > 10 && left.at_s < 60, `where it was last seen: ${left.at_s} s`);
  const page = await wane.driven({ at: '2026-03-14 23:00:00' });
  await until('the window', () => reads(page, 'Save evening'));
  await page.press(KEY.escape, 'w');
  await until('the way on', () => reads(page, 'Go on where you left it'));
  await tabTo(page, 'Leave it there');
  await page.press(KEY.enter);
  await until('it to be written down', async () => (await session(page)) === null);
});
