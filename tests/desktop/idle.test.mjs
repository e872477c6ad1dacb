// With nothing due and no window, the program sleeps; and closing the window gives its memory back.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { past } from './harness/diary.mjs';
import { between, memory, wakeUps } from './harness/kernel.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';
import { BIN, Wane } from './harness/wane.mjs';

/** The smallest program of the same kind that looks at the clock once a second. */
const TICKING = join(dirname(BIN), 'examples/ticking');
/** How long is counted, in seconds. The program's own guard comes every fifteen minutes, and so falls into few counts. */
const COUNTED = 45;

/** Counts while nothing is done. @param {number} pid */
async function counted(pid) {
  const before = wakeUps(pid);
  await rest(COUNTED * 1000);
  return between(before, wakeUps(pid));
}

scene('with nothing due and no window it sleeps, while a program that ticks once a second is woken each time', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  assert.ok(existsSync(TICKING), `${TICKING} has been built, for comparison`);
  // The first program on a display asks the graphics driver what it can do, and notes it there for all that follow:
  // neither of the two that are compared is to be the one that has to load the driver for it.
  const scout = desk.start(TICKING, []);
  await rest(3000);
  scout.kill();
  await scout.end;
  const program = wane.start({ at: '2026-03-14 12:00:00', args: ['--hidden'] });
  await until('the first turn', () => program.err.includes('reminders waits'), 30);
  // The first backup, and what the desktop asks a program that has just come.
  await rest(8000);
  const ticking = desk.start(TICKING, []);
  await rest(4000);
  const [ours, theirs] = await Promise.all([counted(program.pid), counted(ticking.pid)]);
  console.log(`woken in ${COUNTED} s: ${ours.count}; ticking once a second: ${theirs.count}`);
  console.log(`memory in MiB: ${said(program.pid)}; ticking once a second: ${said(ticking.pid)}`);
  assert.ok(theirs.count >= COUNTED - 3, `control: a tick a second is seen (${theirs.said})`);
  assert.ok(ours.count <= 10, `at most its guard's turn: ${ours.said}`);
  assert.equal(program.ended, null, 'it is asleep, not gone');
});

scene('the window that is closed gives its memory back', { seconds: 90 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 12:00:00' });
  const open = memory(program.pid);
  await wane.closeWindow();
  await wane.keepRunning();
  await until('the page to be gone from memory', () => Wane.renderers(program).length === 0);
  await rest(2000);
  const closed = memory(program.pid);
  console.log(`memory in MiB: open ${mib(open)}, closed ${mib(closed)}`);
  assert.ok(closed.pss < open.pss * 0.75, `at least a quarter is given back: ${mib(open)}, then ${mib(closed)}`);
  assert.equal((await desk.windows('Wane')).length, 0, 'there is no window');
});

/** @param {{ rss: number, pss: number }} kib */
function mib({ rss, pss }) {
  return `${Math.round(pss / 1024)} (PSS), ${Math.round(rss / 1024)} (RSS)`;
}

/** @param {number} pid */
function said(pid) {
  return mib(memory(pid));
}
