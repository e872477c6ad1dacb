// A morning form keeps what was said apart from what is only suggested.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MorningForm, nothingSaid } from '../../ui/model/morning.js';
import { Saver } from '../../ui/model/saver.js';

const USUAL = { ...nothingSaid(), bed: '23:05', lights_out: '23:10', sol_min: 20, final_wake: '07:00', out_of_bed: '07:10' };
const SUMMARY = { text: '', questions: [], bar: null, night: nothingSaid() };

/** @param {Partial<import('../../ui/ipc/bindings.js').Morning>} [given] */
function form(given = {}) {
  return new MorningForm('2026-03-14', { saved: false, night: nothingSaid(), suggested: USUAL, quality: null, pain: null, summary: SUMMARY, recalled: false, ...given });
}

test('a suggestion is shown and not saved', () => {
  const morning = form();
  assert.equal(morning.value('bed'), '23:05', 'the usual time is shown');
  assert.ok(morning.isSuggested('bed'), 'as a suggestion');
  assert.deepEqual(morning.request().night, nothingSaid(), 'and nothing of it is saved');
});

test('a changed time is saved alone', () => {
  const morning = form();
  morning.say('bed', '00:30');
  assert.deepEqual(morning.request().night, { ...nothingSaid(), bed: '00:30' }, 'only what was said is saved');
  assert.deepEqual(morning.touched, ['bed'], 'and named as said');
  assert.ok(morning.isSuggested('out_of_bed'), 'the others stay suggestions');
});

test('confirming saves what is shown', () => {
  const morning = form();
  morning.say('bed', '00:30');
  morning.confirm();
  assert.deepEqual(morning.request().night, { ...USUAL, bed: '00:30' }, 'what was said, and the rest as suggested');
  assert.equal(morning.hasSuggestion, false, 'nothing is a suggestion any more');
});

test('a field that was emptied stays empty', () => {
  const morning = form();
  morning.say('sol_min', null);
  assert.equal(morning.value('sol_min'), null, 'the suggestion does not come back');
  morning.confirm();
  assert.equal(morning.request().night.sol_min, null, 'and missing is what is saved');
});

test('zero is an answer, not a gap', () => {
  const morning = form({ night: { ...nothingSaid(), waso_min: 0 }, suggested: null });
  assert.equal(morning.value('waso_min'), 0, 'shown as zero');
  assert.equal(morning.request().night.waso_min, 0, 'saved as zero');
});

test('suggestions follow what was said, answers do not', () => {
  const morning = form();
  morning.say('bed', '00:30');
  morning.takeSuggestions({ ...USUAL, bed: '22:00', lights_out: '00:35' });
  assert.equal(morning.value('lights_out'), '00:35', 'the suggestion moved along');
  assert.equal(morning.value('bed'), '00:30', 'the answer stayed');
});

test('answers that were saved before are kept', () => {
  const morning = form({ quality: 4, pain: 0, night: { ...nothingSaid(), bed: '22:00', second_reading: ['bed'] }, suggested: null });
  const request = morning.request();
  assert.equal(request.quality, 4, 'quality');
  assert.equal(request.pain, 0, 'no pain is an answer');
  assert.deepEqual(request.night, { ...nothingSaid(), bed: '22:00', second_reading: ['bed'] }, 'the night, second reading and all');
});

test('the second of two equal readings can be said and taken back', () => {
  const morning = form();
  morning.sayReading('bed', true);
  morning.sayReading('bed', true);
  assert.deepEqual(morning.request().night.second_reading, ['bed'], 'said once');
  morning.sayReading('bed', false);
  assert.deepEqual(morning.request().night.second_reading, [], 'and taken back');
});

test('saves wait for one another, and the last one has the last word', async () => {
  /** @type {number[]} */
  const saved = [];
  let state = 1;
  const saver = new Saver(async () => {
    const now = state;
    await new Promise((resolve) => setImmediate(resolve));
    saved.push(now);
    return true;
  });
  const first = saver.now();
  state = 2;
  await Promise.all([first, saver.now()]);
  assert.equal(saved.at(-1), 2, 'the newest state was saved last');
  assert.equal(saved.length, 2, 'each once');
});

test('what could not be saved is tried again', async () => {
  let tries = 0;
  const saver = new Saver(async () => (tries += 1) > 1);
  await saver.now();
  assert.ok(saver.isWaiting, 'the first try did not work');
  await saver.flush();
  assert.equal(tries, 2, 'the next occasion tried again');
  assert.equal(saver.isWaiting, false, 'and it worked');
});
