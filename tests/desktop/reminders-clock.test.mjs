// Reminders while the clock does what clocks do: nights in which it changes, journeys, sleep, and a program that stood still.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Clock } from './harness/clock.mjs';
import { scene } from './harness/scene.mjs';
import { rest, stays, until } from './harness/wait.mjs';

const WIND_DOWN = 'Your evening time has come.';

/** Two nights in each of three zones. `before`: the computer falls asleep; `due`: the reminder; `again`: the same reading once more, or an hour later. */
const NIGHTS = [
  // 01:30 is left out and means 02:30.
  { zone: 'Europe/London', what: 'goes forward', at: '01:30', before: '2026-03-29T00:10:00Z', due: '2026-03-29T01:30:00Z', again: '2026-03-29T02:30:00Z' },
  // 01:30 comes twice, and the first is meant.
  { zone: 'Europe/London', what: 'goes back', at: '01:30', before: '2026-10-24T23:10:00Z', due: '2026-10-25T00:30:00Z', again: '2026-10-25T01:30:00Z' },
  { zone: 'America/New_York', what: 'goes forward', at: '02:30', before: '2026-03-08T06:10:00Z', due: '2026-03-08T07:30:00Z', again: '2026-03-08T08:30:00Z' },
  { zone: 'America/New_York', what: 'goes back', at: '01:30', before: '2026-11-01T04:10:00Z', due: '2026-11-01T05:30:00Z', again: '2026-11-01T06:30:00Z' },
  // Nuuk changes at eleven in the evening: half past eleven of Saturday is half past midnight of Sunday.
  { zone: 'America/Nuuk', what: 'goes forward', at: '23:30', before: '2026-03-29T00:10:00Z', due: '2026-03-29T01:30:00Z', again: '2026-03-29T02:30:00Z' },
  { zone: 'America/Nuuk', what: 'goes back', at: '23:30', before: '2026-10-24T23:10:00Z', due: '2026-10-25T00:30:00Z', again: '2026-10-25T01:30:00Z' },
];

/** A time shortly before or after. @param {string} instant @param {number} seconds */
const shifted = (instant, seconds) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** A wind-down for somebody who sleeps by day. @param {import('./harness/wane.mjs').Wane} wane @param {Clock} clock @param {string} at @param {string} now */
async function nightOwl(wane, clock, at, now) {
  await wane.cli(['reminders', 'set', 'wind-down', '--at', at], now);
  const page = await wane.driven({ env: clock.env });
  await page.call('set_protected_night', { automatic: false, from: '10:00', to: '17:00' });
  await leave(wane);
}

/** Ends the program that WebDriver drives. @param {import('./harness/wane.mjs').Wane} wane */
async function leave(wane) {
  await wane.page?.close();
  wane.page = undefined;
  wane.driver?.kill();
  await until('the diary to be free', () => wane.cli(['reminders', 'list']));
}

/** What became of the reminders, as the Plan view tells it. @param {import('./harness/wane.mjs').Wane} wane @param {Clock} clock */
async function past(wane, clock) {
  const page = await wane.driven({ env: clock.env });
  return (await page.call('plan')).past.map((/** @type {{ kind: string, state: string }} */ { kind, state }) => `${kind} ${state}`);
}

describe('reminders and the clock', { concurrency: 2 }, () => {
  for (const { zone, what, at, before, due, again } of NIGHTS) {
    scene(`${zone}, the night in which the clock ${what}: ${at} comes once`, { seconds: 120, zone }, async (wane, desk) => {
      const clock = await Clock.open(desk, before);
      await nightOwl(wane, clock, at, before);
      const program = wane.start({ args: ['--hidden'], env: clock.env });
      await until('the first turn', () => program.err.includes('reminders waits'), 30);
      assert.equal(desk.asked, 0, 'nothing is due yet');

      // The computer sleeps through the change and wakes just before the time.
      clock.set(shifted(due, -4));
      await clock.resume();
      await until('the wind-down', () => desk.asked > 0, 30);
      const late = clock.since(due);
      assert.ok(late >= 0 && late <= 15, `it came ${late.toFixed(1)} s after its time`);

      clock.set(shifted(again, -3));
      await clock.resume();
      await stays('the same reading, or the hour after, brings none', () => desk.asked === 1 && program.ended === null, 8);
      assert.deepEqual((await desk.notes()).map(({ body }) => body), [WIND_DOWN], 'one was shown in all');
    });
  }

  scene('the system moves to another zone: the evening comes at the new clock, and not again after the way back', { seconds: 120 }, async (wane, desk) => {
    const clock = await Clock.open(desk, '2026-03-14T21:00:00Z', 'Europe/London');
    await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
    const program = wane.start({ args: ['--hidden'], env: clock.env });
    await until('the first turn', () => program.err.includes('reminders waits'), 30);
    // 21:14:52 in London, an hour before the time there; nobody wakes the program but the change itself.
    clock.set('2026-03-14T21:14:52Z');
    await rest(1000);
    assert.equal(desk.asked, 0, 'in London it is not time');
    clock.travel('Europe/Paris');
    await until('the wind-down', () => desk.asked > 0, 30);
    const late = clock.since('2026-03-14T21:15:00Z');
    assert.ok(late >= 0 && late <= 15, `it came ${late.toFixed(1)} s after 22:15 in Paris`);

    clock.travel('Europe/London');
    clock.set('2026-03-14T22:14:57Z');
    await clock.resume();
    await stays('22:15 in London brings none', () => desk.asked === 1 && program.ended === null, 8);
  });

  scene('stopped before its time and continued hours later, it shows nothing and tells of it', { seconds: 120 }, async (wane, desk) => {
    const clock = await Clock.open(desk, '2026-03-14T22:14:40Z');
    await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
    const program = wane.start({ args: ['--hidden'], env: clock.env });
    await until('the first turn', () => program.err.includes('reminders waits'), 15);
    const turns = program.err.split('reminders waits').length;
    program.kill('SIGSTOP');
    const left = -clock.since('2026-03-14T22:15:00Z');
    assert.ok(left > 0, 'it was stopped before its time');
    await rest(left * 1000 + 1000);
    clock.set('2026-03-15T01:40:00Z');
    program.child.kill('SIGCONT');
    await until('a turn', () => program.err.split('reminders waits').length > turns, 15);
    await stays('nobody is woken', () => desk.asked === 0 && program.ended === null, 4);
    program.child.kill('SIGKILL');
    await program.end;
    assert.deepEqual(await past(wane, clock), ['wind-down missed'], 'what was missed is told');
  });

  scene('stopped before its time and continued within its window, it is shown at once, and once', { seconds: 120 }, async (wane, desk) => {
    const clock = await Clock.open(desk, '2026-03-14T22:14:40Z');
    await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
    const program = wane.start({ args: ['--hidden'], env: clock.env });
    await until('the first turn', () => program.err.includes('reminders waits'), 15);
    program.kill('SIGSTOP');
    await rest(Math.max(-clock.since('2026-03-14T22:15:00Z'), 0) * 1000 + 1000);
    clock.set('2026-03-14T22:22:00Z');
    program.child.kill('SIGCONT');
    await until('the wind-down', () => desk.asked > 0, 15);
    await stays('no second one', () => desk.asked === 1 && program.ended === null, 6);
  });
});
