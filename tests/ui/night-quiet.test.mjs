// The night screen left alone, its breath, and a window of its own; here the tests turn the clock of the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathIn, steady } from '../../ui/model/breath.js';
import { MINUTE, choose, ground, inState, timesTold, toNight } from './at-night.mjs';
import { asked, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @param {number} elapsed @param {number} rise seconds @param {number} fall seconds */
const breathAt = (elapsed, rise, fall) => breathIn(elapsed, steady(rise, fall));

/** @typedef {import('./browser.mjs').Page} Page */

inWindow('each choice is noted once, and noting alone says so and goes by itself', '', async (page) => {
  await page.clock.install();
  await toNight(page);
  assert.equal((await asked(page, 'night_note')).length, 0, 'to open it is not to note anything');
  for (const choice of ['breathe', 'settle', 'breathe']) {
    await choose(page, choice);
    await choose(page, 'away');
  }
  await choose(page, 'note');
  await page.locator('[data-part="said"]').getByText('Noted.').waitFor();
  assert.deepEqual((await asked(page, 'night_note')).map(({ request }) => request.choice), ['breathe', 'settle', 'note']);
  await page.clock.fastForward(5900);
  assert.equal(await page.locator('.night-screen').count(), 1, 'there is time to read it');
  await page.clock.fastForward(200);
  await page.locator('[data-act="save"]').waitFor();
});

// Left alone.

inWindow('left alone it turns black and stays; any touch brings the words back, and Escape the view before', 'theme=day', async (page) => {
  await page.clock.install();
  await toNight(page);
  await page.clock.fastForward(4.9 * MINUTE);
  await page.keyboard.press('ArrowDown');
  await page.clock.fastForward(4.9 * MINUTE);
  await inState(page, 'choose');
  await page.clock.fastForward(0.2 * MINUTE);
  await inState(page, 'black');
  const seen = await page.evaluate(() => [...document.querySelectorAll('h1, p, button')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent).map((one) => one.textContent));
  assert.deepEqual(seen, [], 'nothing at all is seen');
  await page.clock.fastForward(60 * MINUTE);
  await inState(page, 'black');
  await page.keyboard.press('Enter');
  await inState(page, 'choose');
  assert.equal(await focused(page), 'Breathe', 'the key only woke it');
  assert.equal((await asked(page, 'night_note')).length, 0, 'and chose nothing');
  await page.clock.fastForward(5 * MINUTE);
  await inState(page, 'black');
  await page.mouse.click(300, 300);
  await inState(page, 'choose');
  await page.clock.fastForward(5 * MINUTE);
  await inState(page, 'black');
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
});

inWindow('breathing is left in peace for a quarter of an hour', '', async (page) => {
  await page.clock.install();
  await toNight(page);
  await choose(page, 'breathe');
  await page.clock.fastForward(14.9 * MINUTE);
  await inState(page, 'breathe');
  await page.clock.fastForward(0.2 * MINUTE);
  await inState(page, 'black');
});

// A window of its own.

inWindow('a window that was opened for it is dark before the diary has said a word', 'theme=day', async (page) => {
  await page.goto(page.url().replace(/#.*$/, '&held=start#for-night'));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'night');
  const [red = 0] = (await ground(page)).match(/[\d.]+/g)?.map(Number) ?? [255];
  assert.ok(red < 12, `the ground is near black: ${await ground(page)}`);
  assert.equal(await page.locator('[data-frame]').isVisible(), false, 'and nothing else is there');
});

inWindow('it shows the night screen first, and goes with it', 'theme=day', async (page) => {
  await page.clock.install();
  await page.goto(page.url().replace(/#.*$/, '&own#for-night'));
  await page.locator('.night-screen').waitFor();
  assert.deepEqual(await timesTold(page), [], 'and tells no time either');
  await untilAsked(page, 'painted');
  assert.equal((await asked(page, 'close_window')).length, 0, 'it stays while it is used');
  await page.clock.fastForward(5 * MINUTE);
  await untilAsked(page, 'close_window');
  await inState(page, 'choose');
  await page.keyboard.press('Escape');
  await untilAsked(page, 'close_window', 2);
  assert.equal(await page.locator('[data-act="save"]').count(), 0, 'no other view is ever shown');
});

// The breath.

test('a breath is a function of time', () => {
  const check = (/** @type {number} */ at, /** @type {string} */ phase, /** @type {number} */ size, /** @type {number} */ left) => {
    const breath = breathAt(at, 4, 6);
    assert.equal(breath.phase, phase, `${at} ms: ${phase}`);
    assert.ok(Math.abs(breath.size - size) < 1e-9, `${at} ms: ${breath.size} and not ${size}`);
    assert.ok(Math.abs(breath.left - left) < 1e-6, `${at} ms: ${breath.left} left`);
  };
  check(0, 'in', 0, 4000);
  check(2000, 'in', 0.5, 2000);
  check(3999.999, 'in', 1, 0.001);
  check(4000, 'out', 1, 6000);
  check(7000, 'out', 0.5, 3000);
  check(10_000, 'in', 0, 4000);
  check(-5, 'in', 0, 4000);
});

test('a breath does not drift, jump or hold, however it is looked at', () => {
  let seed = 11;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (const [rise, fall] of [[4, 6], [5, 5], [5.5, 5.5], [2, 3], [8, 12]]) {
    let at = 0;
    let before = breathAt(0, rise, fall);
    while (at < 10 * MINUTE) {
      const step = 1 + random() * 80;
      at += step;
      const now = breathAt(at, rise, fall);
      const whole = (rise + fall) * 1000;
      assert.equal(now.phase, at % whole < rise * 1000 ? 'in' : 'out', `${at} ms of ${rise} and ${fall}`);
      assert.ok(Math.abs(now.size - before.size) <= (step / 1000) * (Math.PI / 2 / Math.min(rise, fall)) + 1e-9, 'it goes gently');
      before = now;
    }
  }
});

inWindow('the shape breathes with its words', '', async (page) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.clock.install({ time: 0 });
  await toNight(page);
  await page.clock.pauseAt(60_000);
  await choose(page, 'breathe');
  const word = () => page.locator('wane-breath .word').textContent();
  const size = () => page.evaluate(() => Number(/** @type {HTMLElement} */ (document.querySelector('wane-breath .shape')).style.transform.match(/[\d.]+/)?.[0]));
  const sizes = [];
  const words = [];
  await page.clock.runFor(500);
  for (let step = 0; step < 10; step += 1) {
    words.push(await word());
    sizes.push(await size());
    await page.clock.runFor(1000);
  }
  assert.deepEqual(words, [...Array(4).fill('in'), ...Array(6).fill('out')], 'four seconds in, six out');
  const largest = sizes.indexOf(Math.max(...sizes));
  assert.ok(largest === 3 || largest === 4, `it is largest when the breath turns: ${sizes}`);
  assert.ok(Math.max(...sizes) > 2 * Math.min(...sizes), 'and grows to more than twice its size');
  await page.clock.fastForward(10 * MINUTE - 20_000);
  await page.clock.runFor(13_000);
  assert.equal(await word(), 'in', 'ten minutes later it has not drifted');
  await page.clock.runFor(1000);
  assert.equal(await word(), 'out');
  await page.clock.resume();
});

inWindow('with less motion there are words only', '', async (page) => {
  await page.clock.install({ time: 0 });
  await toNight(page);
  await page.clock.pauseAt(60_000);
  await choose(page, 'breathe');
  assert.equal(await page.locator('wane-breath .shape').isVisible(), false, 'nothing moves');
  const words = [];
  await page.clock.runFor(500);
  for (let step = 0; step < 4; step += 1) {
    words.push(await page.locator('wane-breath .word').textContent());
    await page.clock.runFor(step % 2 ? 6000 : 4000);
  }
  assert.deepEqual(words, ['in', 'out', 'in', 'out'], 'in their time');
  await page.clock.resume();
});
