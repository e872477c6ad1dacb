// What the soft tones are, sample by sample; what they sound like in the real window is in tests/desktop/sound.mjs.

import assert from 'node:assert/strict';
import test from 'node:test';
import { going, samples } from '../../ui/model/tones.js';

const RATES = [44_100, 48_000];

/** No louder than this, of what a machine can: -26 dB. */
const SOFT = 0.0501;

/** From sample to sample a tone of 196 cycles a second and that loudness moves no further; an edge does. @param {number} rate */
const smooth = (rate) => 2 * Math.PI * 196 * (SOFT / rate) * 1.02;

/** @type {[string, import('../../ui/model/tones.js').Tone][]} */
const TONES = [
  ['a stroke', { first: 196, last: 196, seconds: 2.2 }],
  ['the shortest breath in', { first: 146, last: 196, seconds: 1.5 }],
  ['a breath in', { first: 146, last: 196, seconds: 4 }],
  ['a breath out', { first: 196, last: 146, seconds: 6 }],
  ['the longest breath out', { first: 196, last: 146, seconds: 13.3 }],
];

/** The furthest that sound moves from one sample to the next, from silence and to silence too. @param {Float32Array[]} pieces */
function steepest(...pieces) {
  let [most, last] = [0, 0];
  for (const piece of [...pieces, Float32Array.of(0)]) for (const value of piece) [most, last] = [Math.max(most, Math.abs(value - last)), value];
  return most;
}

/** How often it passes through zero upwards. @param {Float32Array} sound */
const turns = (sound) => sound.reduce((count, value, at) => count + (value >= 0 && (sound[at - 1] ?? 0) < 0 ? 1 : 0), 0);

for (const rate of RATES) {
  for (const [name, tone] of TONES) {
    test(`${name} is soft and has no edge, at ${rate} samples a second`, () => {
      const sound = samples(tone, rate);
      assert.equal(sound.length, Math.round(tone.seconds * rate));
      const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      assert.ok(peak > 0.045 && peak <= SOFT, `soft, and to be heard: ${peak}`);
      assert.ok(steepest(sound) <= smooth(rate), `without an edge: ${steepest(sound)}`);
    });

    test(`${name} that is cut short goes within a quarter of a second, without an edge, at ${rate} samples a second`, () => {
      const whole = samples(tone, rate);
      for (const share of [0, 0.001, 0.2, 0.35, 0.5, 0.77, 0.97, 0.99, 1]) {
        const from = Math.round(share * whole.length);
        const gone = going(tone, rate, from);
        assert.equal(gone.length, Math.round(rate / 4));
        assert.ok(steepest(whole.subarray(0, from), gone) <= smooth(rate), `at ${share} of it: ${steepest(whole.subarray(0, from), gone)}`);
      }
      const crest = whole.findIndex((value) => Math.abs(value) > 0.7 * SOFT);
      assert.ok(steepest(whole.subarray(0, crest + 1)) > smooth(rate), 'control: one that is cut off has an edge');
    });
  }
}

test('a breath in rises from 146 to 196 cycles a second, and a breath out falls back', () => {
  const near = (/** @type {number} */ got, /** @type {number} */ wanted) => assert.ok(Math.abs(got - wanted) <= 2, `${got} and not ${wanted}`);
  for (const [tone, first, last] of /** @type {[import('../../ui/model/tones.js').Tone, number, number][]} */ ([
    [{ first: 146, last: 196, seconds: 4 }, 146, 196], [{ first: 196, last: 146, seconds: 4 }, 196, 146],
  ])) {
    // A tenth of its length near each end; the pitch there is the mean over that tenth.
    near(turns(samples(tone, 48_000, 0, 19_200)) / 0.4, first + (last - first) * 0.05);
    near(turns(samples(tone, 48_000, 168_000, 187_200)) / 0.4, first + (last - first) * 0.925);
  }
});
