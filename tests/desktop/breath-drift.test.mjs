// The pacer in the real window against the clock: each turn of a breath at its time, with a pacer that drifts as the control.
//
// Short among the tests; `BREATH_MINUTES=10 node --test tests/desktop/breath-drift.test.mjs` measures ten minutes of each and prints the figures.
//
// A busy machine draws a turn late now and then, and that is not drift: drift is lateness that grows and stays.
// So the least lateness of the last third is held against that of the first.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';

const MINUTES = Number(process.env.BREATH_MINUTES ?? 0.5);

/** The most that the pacer may have drifted in the end, in milliseconds. */
const MOST = 50;

/** 4 in, 6 out: which share of a breath is over when it turns. */
const TURN = 0.4;

/** By how much the control is late at each of its turns, in milliseconds: less than anybody would see. */
const LATE = 40;

/**
 * @typedef {object} Pace
 * @property {number} from breaths a minute at the beginning
 * @property {number} to breaths a minute once it has slowed
 * @property {number} over minutes in which it goes evenly from the one to the other
 */

/** How many breaths are over after so many minutes: the rate, added up. @param {Pace} pace @param {number} minutes */
function breathsAfter({ from, to, over }, minutes) {
  const slowing = Math.min(minutes, over);
  const rateThen = over > 0 ? from + ((to - from) * slowing) / over : to;
  return (slowing * (from + rateThen)) / 2 + (minutes - slowing) * to;
}

/** When each turn is to come, in milliseconds: found by halving, from the rate alone. @param {Pace} pace @param {number} turn */
function dueAt(pace, turn) {
  const wanted = Math.floor(turn / 2) + (turn % 2) * TURN;
  let [early, late] = [0, 60];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (early + late) / 2;
    if (breathsAfter(pace, middle) < wanted) early = middle;
    else late = middle;
  }
  return early * 60_000;
}

/** @param {Pace} pace @param {number[]} at when each turn came @returns {number[]} how late each was */
const lateness = (pace, at) => at.map((time, turn) => time - dueAt(pace, turn));

/** @param {number[]} late */
function drift(late) {
  const third = Math.ceil(late.length / 3);
  return Math.min(...late.slice(-third)) - Math.min(...late.slice(0, third));
}

/** @type {[string, object, Pace][]} */
const PACES = [
  ['at 4 in, 6 out', {}, { from: 6, to: 6, over: 0 }],
  ['slowing from a pace of one\'s own', { slow: true, pace: 9 }, { from: 9, to: 8, over: 5 }],
];

for (const [name, chosen, pace] of PACES) {
  scene(`every turn of a breath comes at its time, ${name}`, { seconds: 120 + MINUTES * 60 }, async (wane) => {
    await past(wane, '2026-03-14', 7);
    const page = await wane.driven({ at: '2026-03-14 22:00:00' });
    await until('the Today view', () => reads(page, 'Save evening'));
    const { chosen: had } = await page.call('breathing');
    const { plan } = await page.call('save_breathing', { ...had, ...chosen });
    assert.deepEqual([plan.from_rate, plan.to_rate, plan.slowing_ms], [pace.from, pace.to, pace.over * 60_000], 'it is set so');
    await page.click('.rail [data-view="wind-down"]');
    await until('the wind-down', () => page.run('return document.querySelector("[data-go=breathing]") !== null'));
    await page.click('[data-go="breathing"]');
    await until('breathing', () => page.run('return document.querySelector("[data-act=begin]") !== null'));
    const wanted = Math.floor(2 * breathsAfter(pace, MINUTES));
    const waits = Array.from({ length: wanted + 2 }, (_, turn) => dueAt(pace, turn + 1) - dueAt(pace, turn));
    await page.run(`
      window.turns = [];
      window.drifting = [];
      document.addEventListener('wane-phase', (event) => window.turns.push([performance.now() - event.target.began, event.detail]), true);
      document.querySelector('[data-act=begin]').click();
      const began = performance.now();
      const waits = arguments[0];
      let part = 0;
      (function turn() {
        window.drifting.push(performance.now() - began);
        setTimeout(turn, (waits[part] ?? 5000) + ${LATE});
        part += 1;
      })();`, waits);
    await until('the turns', async () => (await page.run('return window.turns.length')) > wanted, MINUTES * 60 + 60);
    /** @type {[number, string][]} */
    const turns = await page.run('return window.turns');
    const late = lateness(pace, turns.map(([at]) => at));
    const control = lateness(pace, (await page.run('return window.drifting')).slice(0, waits.length));
    console.log(`# breath ${name}: ${turns.length} turns in ${MINUTES} min; drift ${drift(late).toFixed(1)} ms, the last turn ${late.at(-1)?.toFixed(1)} ms late, the worst ${Math.max(...late).toFixed(1)} ms; the control ${drift(control).toFixed(1)} ms`);
    assert.deepEqual(turns.map(([, part]) => part), turns.map((_, turn) => ['in', 'out'][turn % 2]), 'in and out by turns');
    assert.ok(late.every((ms) => ms > -2), `never early: ${late.map((ms) => ms.toFixed(0)).join(' ')}`);
    assert.ok(Math.abs(drift(late)) < MOST, `${drift(late).toFixed(1)} ms: ${late.map((ms) => ms.toFixed(0)).join(' ')}`);
    assert.ok(drift(control) > MOST, `the control is found: ${control.map((ms) => ms.toFixed(0)).join(' ')}`);
  });
}
