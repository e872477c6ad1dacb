// Importing a file through the window and the desktop's own file dialog.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { past } from './harness/diary.mjs';
import { cancelled, picked } from './harness/dialog.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { rest, stays, until } from './harness/wait.mjs';

scene('a file picked in the dialog is previewed, imported, and taken back', {}, async (wane, desk) => {
  await past(wane, '2026-03-10', 3);
  const file = join(desk.env.HOME ?? '', 'more.csv');
  writeFileSync(file, 'date,bed,out_of_bed,quality,pain_morning\n2026-03-12,23:10,07:00,4,2\n2026-03-13,23:20,07:10,3,5\n');
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.click('.rail [data-view="data"]');
  await until('the Data view', () => page.run('return document.querySelector("[data-act=pick]") !== null'));
  const pain = async () => (await page.call('today', { date: '2026-03-13' })).morning.pain;
  assert.equal(await pain(), null, 'the day is not in the diary yet');

  await picked(page, desk, '~/more.csv', 'return document.querySelector("[data-part=found]").hidden === false');
  assert.equal(await pain(), null, 'a preview writes nothing');

  await page.click('[data-act=import]');
  await until('the rows in the diary', async () => (await pain()) === 5);
  const undo = '[data-part=batches] button';
  await until('the import in the list', () => page.run('return document.querySelector(arguments[0]) !== null', undo));
  await page.click(undo);
  await until('the import taken back', async () => (await pain()) === null);
});

scene('pressed twice, the button opens one dialog', {}, async (wane, desk) => {
  await past(wane, '2026-03-10', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.click('.rail [data-view="data"]');
  await until('the Data view', () => page.run('return document.querySelector("[data-act=pick]") !== null'));
  const dialogs = () => desk.windows('Open File');
  for (const round of ['first', 'second']) {
    await page.run('for (const delay of [0, 300]) setTimeout(() => document.querySelector("[data-act=pick]").click(), delay)');
    await until(`the ${round} dialog`, async () => (await dialogs()).length === 1);
    await stays(`one dialog, the ${round} time`, async () => (await dialogs()).length === 1, 2);
    await cancelled(desk);
  }
});

/** A window from which a file can be dragged. */
const DRAGGED = fileURLToPath(new URL('./harness/drag.py', import.meta.url));

scene('a file dropped on the window is previewed, and one that cannot be read says so', {}, async (wane, desk) => {
  await past(wane, '2026-03-10', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  const [window = ''] = await desk.windows('Wane.*');
  await desk.run('xdotool', ['windowmove', window, '300', '0', 'windowsize', window, '900', '800']);

  await drop(desk, 'more.csv', 'date,bed,out_of_bed,quality,pain_morning\n2026-03-12,23:10,07:00,4,2\n2026-03-13,never,07:10,3,5\n');
  await until('the preview', () => page.run('return document.querySelector("[data-part=found]")?.hidden === false'));
  const opened = () => page.run('const room = document.querySelector("[data-part=found-skipped-room]"); return room.hidden ? null : room.open');
  assert.equal(await opened(), false, 'what is left out can be unfolded');
  assert.equal((await page.call('today', { date: '2026-03-12' })).morning.pain, null, 'a preview writes nothing');

  await drop(desk, 'none.csv', 'sid,start,stop,rating\n1,never,never,4\n');
  await until('the reason why nothing comes in, unfolded', async () => (await opened()) === true && reads(page, 'not a date'));

  await drop(desk, 'notes.txt', 'hello');
  await until('the reason', () => reads(page, 'is not a format Wane can read. Nothing was changed'));
});

/**
 * Drags a file from a window of its own and drops it on Wane's.
 *
 * @param {import('./harness/desk.mjs').Desk} desk
 * @param {string} name
 * @param {string} content
 */
async function drop(desk, name, content) {
  const file = join(desk.env.HOME ?? '', name);
  writeFileSync(file, content);
  const manager = desk.start('/usr/bin/python3', [DRAGGED, file]);
  const [from] = await until('the file to drag', () => desk.windows('A file to drag').then((found) => found.length > 0 && found));
  await desk.run('xdotool', ['windowmove', '--sync', from, '10', '10']);
  await rest(500);
  await desk.run('xdotool', ['mousemove', '60', '60', 'mousedown', '1']);
  // A drag begins when the pointer has moved some way, and is offered where it moves.
  for (let step = 1; step <= 20; step += 1) {
    await desk.run('xdotool', ['mousemove', String(60 + step * 30), String(60 + step * 15)]);
    await rest(20);
  }
  await rest(300);
  await desk.run('xdotool', ['mouseup', '1']);
  await rest(500);
  manager.kill();
}
