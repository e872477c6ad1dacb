// What people type into a time field, and what it means.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWholeClock, moveClock, parseClock, parseCount, parseMinutes, parseNumber } from '../../ui/model/clock.js';

test('a clock time is read however it is typed', () => {
  const check = (/** @type {string} */ typed, /** @type {string | null} */ time) =>
    assert.equal(parseClock(typed), time, `"${typed}" reads as ${time}`);
  check('2305', '23:05');
  check('23:05', '23:05');
  check('23.05', '23:05');
  check('23,05', '23:05');
  check('23h05', '23:05');
  check('23 05', '23:05');
  check('23h', '23:00');
  check(' 7:10 ', '07:10');
  check('710', '07:10');
  check('0710', '07:10');
  check('7', '07:00');
  check('0', '00:00');
  check('00:00', '00:00');
  check('24:00', '00:00');
  check('2359', '23:59');
  check('11pm', '23:00');
  check('11 pm', '23:00');
  check('11:05 PM', '23:05');
  check('1105p', '23:05');
  check('11 p.m.', '23:00');
  check('12am', '00:00');
  check('12pm', '12:00');
  check('12:30 am', '00:30');
  check('7:10 am', '07:10');
  check('7:10 a.m.', '07:10');
  check('', null);
  check('soon', null);
  check('24:01', null);
  check('25', null);
  check('23:60', null);
  check('2375', null);
  check('13pm', null);
  check('0am', null);
  check('23:5', null);
  check('23:05:10', null);
  check('7m', null);
  check('12345', null);
  check('-7', null);
});

test('a time counts as whole only when no digit is missing', () => {
  const check = (/** @type {string} */ typed, /** @type {boolean} */ whole) =>
    assert.equal(isWholeClock(typed), whole, `"${typed}" is ${whole ? '' : 'not '}whole`);
  check('2305', true);
  check('23:05', true);
  check('7:10', true);
  check('230', false);
  check('23', false);
  check('2', false);
  check('9999', false);
  check('11pm', false);
});

test('arrow keys move a time round midnight', () => {
  const check = (/** @type {string} */ time, /** @type {number} */ by, /** @type {string} */ to) =>
    assert.equal(moveClock(time, by), to, `${time} and ${by} minutes`);
  check('23:05', 5, '23:10');
  check('23:58', 5, '00:03');
  check('00:02', -5, '23:57');
  check('07:00', -1440, '07:00');
  check('07:00', 2885, '07:05');
});

test('every time of day survives being written and read', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    const time = moveClock('00:00', minutes);
    assert.equal(parseClock(time), time, `${time} reads as itself`);
    assert.equal(parseClock(time.replace(':', '')), time, `${time} without its colon reads as itself`);
  }
});

test('minutes are read however they are typed', () => {
  const check = (/** @type {string} */ typed, /** @type {number | null} */ minutes) =>
    assert.equal(parseMinutes(typed), minutes, `"${typed}" reads as ${minutes}`);
  check('20', 20);
  check('0', 0);
  check('20 min', 20);
  check('20m', 20);
  check("20'", 20);
  check('1h', 60);
  check('1 h 15', 75);
  check('1h15', 75);
  check('1:15', 75);
  check('1440', 1440);
  check('24h', 1440);
  check('', null);
  check('1441', null);
  check('25h', null);
  check('-5', null);
  check('a while', null);
  check('1.5', null);
});

test('a count is a small whole number', () => {
  assert.equal(parseCount('3', 200), 3, 'a plain number');
  assert.equal(parseCount('0', 200), 0, 'nothing is a count too');
  assert.equal(parseCount('201', 200), null, 'more than could be');
  assert.equal(parseCount('2x', 200), null, 'no number');
  assert.equal(parseCount('', 200), null, 'nothing was said');
});

test('a number is read with a point or a comma, unless it could be two numbers', () => {
  const check = (/** @type {string} */ typed, /** @type {number | null} */ number) =>
    assert.equal(parseNumber(typed, 100_000), number, `"${typed}" reads as ${number}`);
  check('2', 2);
  check(' 2.5 ', 2.5);
  check('2,5', 2.5);
  check('0', 0);
  check('100000', 100_000);
  check('100000.1', null);
  check('1,000', null);
  check('1.125', 1.125);
  check('-1', null);
  check('a few', null);
  check('', null);
});
