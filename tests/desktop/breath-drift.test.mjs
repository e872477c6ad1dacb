// The pacer in the real window against the clock: each turn of a breath at its time, with a pacer that drifts as the control.
//
// Short among the tests; `BREATH_MINUTES=10 node --test tests/desktop/breath-drift.test.mjs` measures ten minutes and prints the figure.
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

/** 4 in, 6 out. */
const PARTS = [4000, 6000];

/** By how much the control is late at each of its turns, in milliseconds: less than anybody would see. */
const LATE = 40;

/** @param {number[]} at when each turn came @returns {number[]} how late each was */
const lateness = (at) => at.map((time, turn) => time - (Math.floor(turn / 2) * (PARTS[0] + PARTS[1]) + (turn % 2) * PARTS[0]));

/** @param {number[]} late */
function drift(late) {
  const third = Math.ceil(late.length / 3);
  return Math.min(...late.slice(-third)) - Math.min(...late.slice(0, third));
}

scene('every turn of a breath comes at its time', { seconds: 120 + MINUTES * 60 }, async (wane) => {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-14 22:00:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  await page.click('.rail [data-view="wind-down"]');
  await until('the wind-down', () => page.run('return document.querySelector("[data-go=breathing]") !== null'));
  await page.click('[data-go="breathing"]');
  await until('breathing', () => page.run('return document.querySelector("[data-act=begin]") !== null'));
  await page.run(`
    window.turns = [];
    window.drifting = [];
    document.addEventListener('wane-phase', (event) => window.turns.push([performance.now() - event.target.began, event.detail]), true);
    document.querySelector('[data-act=begin]').click();
    const began = performance.now();
    let part = 0;
    (function turn() {
      window.drifting.push(performance.now() - began);
      setTimeout(turn, [4000, 6000][part % 2] + ${LATE});
      part += 1;
    })();`);
  const wanted = Math.floor((MINUTES * 60_000) / 5000);
  await until('the turns', async () => (await page.run('return window.turns.length')) > wanted, MINUTES * 60 + 60);
  /** @type {[number, string][]} */
  const turns = await page.run('return window.turns');
  const late = lateness(turns.map(([at]) => at));
  const control = lateness(await page.run('return window.drifting'));
  console.log(`# breath: ${turns.length} turns in ${MINUTES} min; drift ${drift(late).toFixed(1)} ms, the last turn ${late.at(-1)?.toFixed(1)} ms late, the worst ${Math.max(...late).toFixed(1)} ms; the control ${drift(control).toFixed(1)} ms`);
  assert.deepEqual(turns.map(([, part]) => part), turns.map((_, turn) => ['in', 'out'][turn % 2]), 'in and out by turns');
  assert.ok(late.every((ms) => ms > -2), `never early: ${late.map((ms) => ms.toFixed(0)).join(' ')}`);
  assert.ok(Math.abs(drift(late)) < MOST, `${drift(late).toFixed(1)} ms: ${late.map((ms) => ms.toFixed(0)).join(' ')}`);
  assert.ok(drift(control) > MOST, `the control is found: ${control.map((ms) => ms.toFixed(0)).join(' ')}`);
});
