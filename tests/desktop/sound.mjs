// What the soft tones sound like in the real window, heard by a sound service that plays nowhere:
// `node --test --test-reporter=spec tests/desktop/sound.mjs`.
//
// Not among the ordinary tests, since it needs the packages pulseaudio and pulseaudio-utils. It prints what it heard.

import assert from 'node:assert/strict';
import test from 'node:test';
import { past } from './harness/diary.mjs';
import { Ear, RATE, SILENT, canHear, listen, onsets } from './harness/ear.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

assert.ok(canHear(), 'this listens through a sound service: install the packages pulseaudio and pulseaudio-utils');

/** No louder than this, of what the machine can: -25 dB. */
const SOFT = 0.055;

/** From sample to sample a low tone of that loudness moves so much (2π · 196/s · 0.05), and no more. An edge moves further. */
const SMOOTH = ((2 * Math.PI * 196 * 0.05) / RATE) * 1.15;

/** @param {Float32Array} sound */
const hear = (sound) => listen(sound, SMOOTH);

/** A tone may begin so many seconds beside its turn. */
const BESIDE = 0.06;

/** @param {import('./harness/wane.mjs').Wane} wane @param {object} [breathing] */
async function opened(wane, breathing = {}) {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-14 22:00:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  const { chosen } = await page.call('breathing');
  await page.call('save_breathing', { ...chosen, ...breathing });
  return page;
}

/** Breathes for some seconds, and tells when each part began. @param {Page} page @param {number} seconds @returns {Promise<number[]>} seconds from the first */
async function breathe(page, seconds) {
  await page.click('.rail [data-view="wind-down"]');
  await until('the wind-down', () => page.run('return document.querySelector("[data-go=breathing]") !== null'));
  await page.click('[data-go="breathing"]');
  await until('breathing', () => page.run('return document.querySelector("[data-act=begin]") !== null'));
  await page.run(`
    window.turns = [];
    document.addEventListener('wane-phase', (event) => window.turns.push((performance.now() - event.target.began) / 1000), true);`);
  await page.click('[data-act="begin"]');
  await rest(seconds * 1000);
  return page.run('return window.turns');
}

/** @param {string} what @param {ReturnType<typeof listen>} sound */
const figures = (what, { peak, rms, jump, missing }) => console.log(`# ${what}: peak ${(20 * Math.log10(peak || 1e-9)).toFixed(1)} dB, mean ${(20 * Math.log10(rms || 1e-9)).toFixed(1)} dB, steepest step ${jump.toExponential(2)} of ${SMOOTH.toExponential(2)}; the machine left out ${(missing * 1000).toFixed(0)} ms`);

/** @param {ReturnType<typeof listen>} sound */
function isSoft({ peak, jump }) {
  assert.ok(peak <= SOFT, `soft: ${peak}`);
  assert.ok(jump <= SMOOTH, `without an edge: ${jump} of ${SMOOTH}`);
}

for (const [name, breathing, due] of /** @type {[string, object, (turn: number) => number][]} */ ([
  ['at 4 in, 6 out', {}, (turn) => Math.floor(turn / 2) * 10 + (turn % 2) * 4],
  ['at a pace of one\'s own, 12 a minute', { preset: null, rate: 12, out_per_in: 1.5 }, (turn) => Math.floor(turn / 2) * 5 + (turn % 2) * 2],
])) {
  scene(`a tone begins with each part of a breath, ${name}; it is soft and ends with the breathing`, { seconds: 120 }, async (wane, desk) => {
    const ear = await Ear.open(desk);
    const page = await opened(wane, { ...breathing, sound: true });
    const from = ear.now;
    const turns = await breathe(page, 33);
    // In the middle of a tone, where an edge would be heard.
    await page.click('[data-act="end"]');
    const end = ear.now;
    await rest(3500);
    const sound = hear(ear.heard(from));
    figures(name, sound);
    isSoft(sound);
    assert.ok(sound.peak > 0.03, `there is something to hear: ${sound.peak}`);
    const began = onsets(sound.loud);
    const wanted = turns.map((_, turn) => due(turn)).slice(0, began.length);
    assert.ok(began.length >= turns.length - 1, `each part has its tone: ${began.length} of ${turns.length}`);
    const beside = began.map((at, turn) => at - (began[0] ?? 0) - (wanted[turn] ?? 0));
    console.log(`# ${name}: ${began.length} tones; beside their times by ${beside.map((by) => (by * 1000).toFixed(0)).join(' ')} ms`);
    assert.ok(beside.every((by) => Math.abs(by) <= BESIDE), `at the turns: ${beside.join(' ')}`);
    const after = hear(ear.heard(end + 1.2));
    assert.ok(after.peak < SILENT, `silence afterwards: ${after.peak}`);
  });
}

scene('a step of the body scan has one soft stroke, and its end is silent', { seconds: 150 }, async (wane, desk) => {
  const ear = await Ear.open(desk);
  await wane.cli(['wind-down', 'set', 'body-scan=10'], '2026-03-14T21:00:00Z');
  const page = await opened(wane, { sound: true });
  await page.press('\uE00C', 'w');
  await until('the wind-down', () => reads(page, 'Body scan'));
  await page.click('[data-act="start"]');
  await until('the first step', () => page.run('return document.querySelector("[data-part=step]")?.textContent.length > 0'));
  await rest(1500);
  const quiet = hear(ear.heard(ear.now - 1.2));
  assert.ok(quiet.peak < SILENT, `the first step comes without a sound: ${quiet.peak}`);
  const from = ear.now;
  /** @type {number[]} */
  const moved = [];
  for (let step = 0; step < 3; step += 1) {
    moved.push(ear.now - from);
    await page.click('[data-stage="pass"]');
    await rest(4000);
  }
  // And one that comes by itself.
  const before = ear.now;
  await until('the next step', () => onsets(hear(ear.heard(before)).loud).length > 0, 60);
  await page.click('[data-stage="finish"]');
  const end = ear.now;
  await rest(3000);
  const sound = hear(ear.heard(from));
  figures('body scan', sound);
  isSoft(sound);
  const began = onsets(sound.loud);
  console.log(`# body scan: strokes at ${began.map((at) => at.toFixed(2)).join(' ')} s, asked for at ${moved.map((at) => at.toFixed(2)).join(' ')} s`);
  assert.equal(began.length, 4, 'one stroke a step');
  assert.ok(moved.every((at, step) => (began[step] ?? 0) >= at - 0.1 && (began[step] ?? 0) - at < 1.5), 'when the step comes');
  assert.ok(hear(ear.heard(end + 1.2)).peak < SILENT, 'and silence at the end');
});

scene('the night screen is silent, whatever is switched on', { seconds: 120 }, async (wane, desk) => {
  const ear = await Ear.open(desk);
  const page = await opened(wane, { sound: true });
  const from = ear.now;
  await page.press('\uE00C', '.');
  await until('the night screen', () => page.run('return document.querySelector(".night-screen") !== null'));
  for (const act of ['breathe', 'away', 'settle', 'next', 'away', 'note']) {
    await page.click(`[data-act="${act}"]`);
    await rest(act === 'breathe' ? 11_000 : 700);
  }
  const sound = hear(ear.heard(from));
  figures('night', sound);
  assert.ok(sound.peak < SILENT, `nothing is heard: ${sound.peak}`);
});

scene('control: where tones are off nothing is heard, and that is noticed', { seconds: 90 }, async (wane, desk) => {
  const ear = await Ear.open(desk);
  const page = await opened(wane, { sound: false });
  const from = ear.now;
  await breathe(page, 8);
  const sound = hear(ear.heard(from));
  assert.ok(sound.peak < SILENT, `silence: ${sound.peak}`);
  assert.deepEqual(onsets(sound.loud), [], 'in which no tone begins');
});

test('control: an edge in a tone is found, and what is too loud', () => {
  const tone = Float32Array.from({ length: RATE }, (_, at) => 0.05 * Math.sin((2 * Math.PI * 196 * at) / RATE) * Math.min(at / RATE / 0.35, 1));
  assert.ok(hear(tone).jump <= SMOOTH, 'a soft tone is smooth');
  const cut = tone.map((value, at) => (at < 0.8013 * RATE ? value : 0));
  assert.ok(hear(cut).jump > SMOOTH, 'one that is cut off is not');
  assert.ok(hear(tone.map((value) => value * 2)).peak > SOFT, 'and a louder one is found');
  assert.equal(onsets(hear(tone).loud).length, 1);
  const late = hear(tone.map((value, at) => (at > 0.5013 * RATE && at < 0.6013 * RATE ? 0 : value)));
  assert.ok(late.jump <= SMOOTH && late.missing > 0.09, 'what a busy machine leaves out, and goes on after, is told apart from that');
});
