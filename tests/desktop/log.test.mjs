// Logging a morning by keyboard, and finding it in the trend.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { reads, tabTo } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

scene('a newcomer answers the first questions and saves a first morning by keyboard', {}, async (wane) => {
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the first questions', () => reads(page, 'When do you usually sleep?'));
  await tabTo(page, 'In bed about', KEY.tab);
  await page.press('2', '3', '0', '5');
  await tabTo(page, 'Up about', KEY.tab);
  await page.press('0', '7', '1', '0');
  await tabTo(page, 'Start my diary', KEY.tab);
  await page.press(KEY.enter);
  await until('the Today view', () => reads(page, 'How was the night?'));

  await page.press('n', '4', '3', KEY.enter);
  await until('the word that it was saved', () => reads(page, 'Saved'));

  const { morning } = await page.call('today', { date: '2026-03-14' });
  assert.equal(morning.quality, 4, 'the night was as answered');
  assert.equal(morning.pain, 3, 'the pain was as answered');
  assert.equal(morning.night.bed, '23:05', 'confirming took the usual time of going to bed');
  assert.equal(morning.night.out_of_bed, '07:10', 'and the usual time of getting up');
});

scene('an ordinary morning takes at most six keys from start to saved, and stands in the trend', {}, async (wane) => {
  await past(wane, '2026-03-13', 20);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));

  const keys = ['n', '4', '3', KEY.enter];
  assert.ok(keys.length <= 6, 'six keys at most');
  await page.press(...keys);
  await until('the word that it was saved', () => reads(page, 'Saved'));

  await page.press(KEY.escape, '2');
  await until('the Trends view', () => page.run('return document.querySelector("wane-chart[name=trend] svg") !== null'));
  const chart = await page.call('chart', { name: 'trend', range: 'two-weeks', width: 800, theme: 'day', text_scale: 1, compare: false });
  const today = chart.days.find((/** @type {{ date: string }} */ day) => day.date === '2026-03-14');
  assert.ok(today, 'the trend has a place for this very day');
  assert.match(JSON.stringify(today.values), /"3"|3 of 10|: ?"3/, 'and reads the pain that was just logged');

  // The same by keyboard: the chart as a table holds the row of today.
  await page.press('t');
  const row = await until('today in the table', () =>
    page.run('return [...document.querySelectorAll("table tr")].map((row) => row.innerText).find((text) => /14 Mar/.test(text)) ?? ""'),
  );
  assert.match(row, /\b3\b/, `the row of today holds the pain that was just logged: ${row}`);
});

scene('undo takes the morning back and redo brings it again', {}, async (wane) => {
  await past(wane, '2026-03-13', 20);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.press('n', '4', '3', KEY.enter);
  await until('the word that it was saved', () => reads(page, 'Saved'));
  const pain = async () => (await page.call('today', { date: '2026-03-14' })).morning.pain;
  assert.equal(await pain(), 3, 'saved');
  await page.chord(KEY.control, 'z');
  await until('the morning taken back', async () => (await pain()) === null);
  await page.chord(KEY.control, 'y');
  await until('the morning brought back', async () => (await pain()) === 3);
});

scene('what was logged outlives a killed program', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 20);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.press('n', '4', '3', KEY.enter);
  await until('the word that it was saved', () => reads(page, 'Saved'));
  wane.driver.kill('SIGKILL');
  await wane.driver.end;
  const day = await until('the diary to be free', () => desk.run('true', []).then(() => wane.cli(['--json', 'day', '2026-03-14'])));
  assert.equal(JSON.parse(day)[0].pain_morning, 3, 'the morning is in the diary');
});
