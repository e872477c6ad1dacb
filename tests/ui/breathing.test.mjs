// Breathing: a breath is a function of time that cannot drift; how to breathe is chosen, and nothing else stands on the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathIn, breathsAt, steady, timeOf } from '../../ui/model/breath.js';
import { asked, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('../../ui/model/breath.js').Plan} Plan */

const MINUTES_10 = 600_000;

/** @param {[string, number][]} parts @returns {Plan} */
function plan(parts) {
  const rate = 60_000 / parts.reduce((sum, [, ms]) => sum + ms, 0);
  return { parts: parts.map(([part, ms]) => ({ part, ms })), from_rate: rate, to_rate: rate, slowing_ms: 0 };
}

const PLANS = /** @type {[string, Plan][]} */ ([
  ['4-6', plan([['in', 4000], ['out', 6000]])],
  ['5.5-5.5', plan([['in', 5500], ['out', 5500]])],
  ['4-7-8', plan([['in', 4000], ['hold', 7000], ['out', 8000]])],
  ['box', plan([['in', 4000], ['hold', 4000], ['out', 4000], ['rest', 4000]])],
  ['sigh', plan([['in', 3000], ['more', 1000], ['out', 8000]])],
  ['slowing', { ...plan([['in', 2182], ['out', 3273]]), from_rate: 12, slowing_ms: 300_000 }],
]);

for (const [name, of] of PLANS) {
  test(`${name}: every part begins when it is to, for ten minutes`, () => {
    const count = of.parts.length;
    const whole = of.parts.reduce((sum, { ms }) => sum + ms, 0);
    let at = 0;
    let number = 0;
    while (at < MINUTES_10) {
      const breath = breathIn(at + 0.5, of);
      assert.equal(breath.number, number, `part ${number} at ${at} ms`);
      assert.equal(breath.phase, of.parts[number % count]?.part);
      number += 1;
      // The same from outside: the parts added up, without the function under test.
      const parts = of.parts.slice(0, number % count).reduce((sum, { ms }) => sum + ms, 0);
      at = of.slowing_ms ? timeOf(Math.floor(number / count) + parts / whole, of) : Math.floor(number / count) * whole + parts;
      assert.ok(Math.abs(breath.left + 0.5 - (at - (breathIn(at, of), at - breath.left - 0.5))) < 1, 'what is left is what is left');
    }
    assert.ok(number > 60, `${number} parts`);
  });

  test(`${name}: the shape never jumps and stays within itself`, () => {
    let before = breathIn(0, of);
    for (let at = 10; at < 120_000; at += 10) {
      const now = breathIn(at, of);
      assert.ok(Math.abs(now.size - before.size) < 0.02, `${at} ms: ${before.size} to ${now.size}`);
      assert.ok(now.size >= 0 && now.size <= 1);
      assert.ok(now.number === before.number || now.number === before.number + 1, 'no part is left out');
      before = now;
    }
  });
}

test('time is told from breaths as breaths are from time', () => {
  for (const [name, of] of PLANS) {
    for (let at = 0; at <= MINUTES_10; at += 7919) {
      assert.ok(Math.abs(timeOf(breathsAt(at, of), of) - at) < 1e-6, `${name} at ${at}`);
    }
  }
});

test('a session that slows begins at the one rate and comes to the other, and then keeps it', () => {
  const slowing = /** @type {Plan} */ (PLANS.at(-1)?.[1]);
  const rate = (/** @type {number} */ at) => (breathsAt(at + 500, slowing) - breathsAt(at - 500, slowing)) * 60;
  assert.ok(Math.abs(rate(500) - 12) < 0.05, `at the beginning ${rate(500)}`);
  assert.ok(Math.abs(rate(150_000) - 11.5) < 0.05, `half way ${rate(150_000)}`);
  for (const at of [301_000, 400_000, 590_000]) assert.ok(Math.abs(rate(at) - 11) < 0.05, `at ${at} ${rate(at)}`);
});

test('its control: timers that are added up drift, and the check sees it', () => {
  // Sixty breaths whose every part is late by 10 ms, as a timer is: the phase is wrong by over a second in the end.
  const of = steady(4, 6);
  let at = 0;
  let late = 0;
  for (let part = 0; part < 120; part += 1) {
    at += (part % 2 ? 6000 : 4000) + 10;
    late = at % 10_000;
  }
  assert.ok(late > 1000, `${late} ms`);
  assert.equal(breathIn(MINUTES_10, of).left, 4000, 'while the function is where it is to be');
});

/** @param {Page} page */
async function open(page) {
  await page.keyboard.press('w');
  await page.locator('[data-go="breathing"]').click();
  await page.locator('.breath-presets button').first().waitFor();
}

inWindow('a pattern is chosen, holds come with a caution, and only by choice', '', async (page) => {
  await open(page);
  const pressed = () => page.locator('.breath-presets [aria-pressed="true"]').innerText();
  assert.match(await pressed(), /4 in, 6 out/, 'the default has no hold');
  assert.equal(await page.locator('[data-part="caution"]').isVisible(), false);
  await page.locator('[data-value="4-7-8"]').press('Enter');
  await page.locator('[data-part="caution"]').getByText('pregnancy').waitFor();
  assert.equal((await untilAsked(page, 'save_breathing')).preset, '4-7-8');
  assert.equal(await page.locator('[data-part="slowing"]').isVisible(), false, 'what is held is not stretched');
});

inWindow('a pace of one’s own has a rate and a ratio, within limits', 'breath=own', async (page) => {
  await open(page);
  await page.locator('[data-act="slower"]').press('Enter');
  assert.equal((await untilAsked(page, 'save_breathing')).rate, 5.5);
  await page.locator('[data-part="ratio"] [data-value="2"]').press('Enter');
  assert.equal((await untilAsked(page, 'save_breathing', 2)).out_per_in, 2);
  for (let step = 0; step < 7; step += 1) {
    await page.locator('[data-act="slower"]').press('Enter');
    await untilAsked(page, 'save_breathing', 3 + step);
  }
  await page.locator('[data-part="trouble"]').getByText('3 to 12').waitFor();
});

inWindow('the pace is found by taps, of a key too', '', async (page) => {
  await open(page);
  await page.locator('[data-act="find"]').press('Enter');
  for (let tap = 0; tap < 4; tap += 1) await page.keyboard.press(' ');
  await page.locator('[data-act="use-pace"]').press('Enter');
  const { taps_ms } = await untilAsked(page, 'breathing_pace');
  assert.equal(taps_ms.length, 4);
  assert.ok(taps_ms.every((/** @type {number} */ at, /** @type {number} */ index) => index === 0 || at >= taps_ms[index - 1]), 'in order');
  await page.locator('[data-part="pace"]').getByText('13.5').waitFor();
});

for (const [show, visible] of /** @type {[string, string][]} */ ([['shape', 'in'], ['words', 'in'], ['numbers', '1']])) {
  inWindow(`shown as ${show}, alone on the page`, '', async (page) => {
    await open(page);
    await page.locator(`[data-part="show"] [data-value="${show}"]`).click();
    await untilAsked(page, 'save_breathing');
    await page.locator('[data-act="begin"]').press('Enter');
    await page.locator('wane-breath').waitFor();
    assert.match(await page.locator('wane-breath').innerText(), new RegExp(visible));
    assert.equal(await page.locator('.rail').isVisible(), false);
    assert.ok(await page.locator('[data-part="stage"]').getByText('Stop if you feel dizzy').isVisible());
    await page.keyboard.press('Escape');
    await page.locator('[data-act="begin"]').waitFor();
    assert.equal(await page.locator('wane-breath').count(), 0, 'it ends at once');
  });
}

inWindow('with motion the shape moves; with less motion only words change', '', async (page) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page);
  await page.locator('[data-act="begin"]').click();
  const size = () => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('wane-breath .shape')).style.transform);
  const first = await size();
  await page.waitForFunction((was) => /** @type {HTMLElement} */ (document.querySelector('wane-breath .shape')).style.transform !== was, first);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('wane-breath[still]').waitFor();
  assert.equal(await page.locator('wane-breath .shape').isVisible(), false);
});

inWindow('no sound is made unless it is switched on, and none is loaded', '', async (page) => {
  await page.evaluate(() => {
    const made = { contexts: 0, tones: 0 };
    const [Context, Sound] = [window.AudioContext, window.AudioBufferSourceNode];
    Object.assign(window, {
      made,
      AudioContext: class extends Context { constructor() { super(); made.contexts += 1; } },
      AudioBufferSourceNode: class extends Sound { constructor(/** @type {BaseAudioContext} */ audio, /** @type {AudioBufferSourceOptions} */ options) { super(audio, options); made.tones += 1; } },
    });
  });
  const made = () => page.evaluate(() => /** @type {any} */ (window).made);
  await open(page);
  await page.locator('[data-act="begin"]').click();
  await page.locator('wane-breath').waitFor();
  assert.deepEqual(await made(), { contexts: 0, tones: 0 }, 'silent');
  await page.keyboard.press('Escape');
  await page.locator('[data-part="sound"]').press(' ');
  await untilAsked(page, 'save_breathing');
  await page.locator('[data-act="begin"]').click();
  await page.waitForFunction(() => /** @type {any} */ (window).made.tones > 0);
  assert.equal((await made()).contexts, 1);
});

inWindow('a session tells the diary how long it was, if the pace is to slow', '', async (page) => {
  await open(page);
  await page.locator('[data-act="begin"]').click();
  await page.keyboard.press('Escape');
  assert.equal((await asked(page, 'breathing_done')).length, 0, 'otherwise nobody needs to know');
  await page.locator('[data-part="slow"]').press(' ');
  await untilAsked(page, 'save_breathing');
  await page.locator('[data-act="begin"]').click();
  await page.keyboard.press('Escape');
  const { seconds } = await untilAsked(page, 'breathing_done');
  assert.ok(seconds >= 0 && seconds < 60);
});
