// A made-up diary of sixty days, the same at every start, for looking at the window without the program.

export const TODAY = '2026-03-14';
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @param {string} date @param {number} days */
export function moved(date, days) {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** @param {string} date */
export function inWords(date) {
  const at = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
}

/** @param {string} date */
export const short = (date) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3)}`;

/** @param {string} month */
export const monthName = (month) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

/** A small generator of numbers from 0 to 1, the same for the same seed. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** @param {number} minutes after midnight */
export function clock(minutes) {
  const m = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
}

/** @param {number} minutes */
export const duration = (minutes) => `${Math.floor(minutes / 60)} h ${String(Math.round(minutes) % 60).padStart(2, '0')}`;

/**
 * @typedef {object} FakeDay
 * @property {string} date
 * @property {boolean} gap
 * @property {boolean} recalled
 * @property {number} bed minutes relative to midnight of the wake date
 * @property {number} up
 * @property {number} asleep minutes
 * @property {number} quality
 * @property {number} pain
 * @property {number} evening
 */

/** @param {number} count @returns {FakeDay[]} the days before today, oldest first */
export function fakeDays(count) {
  const next = numbers(7);
  let level = 4.5;
  return Array.from({ length: count }, (_, index) => {
    const bed = -60 + Math.round((next() - 0.4) * 90);
    const up = 425 + Math.round((next() - 0.5) * 70);
    const asleep = Math.round(up - bed - 20 - next() * 90);
    level = Math.min(Math.max(level * 0.8 + 0.9 + (next() - 0.5) * 1.8 + (415 - asleep) / 90, 1), 8);
    const pain = Math.round(level);
    const gap = next() < 0.12 || (index > count - 34 && index < count - 30);
    return {
      date: moved(TODAY, index - count),
      gap,
      recalled: next() < 0.05,
      bed,
      up,
      asleep,
      quality: Math.min(Math.max(Math.round((asleep - 330) / 35), 1), 5),
      pain,
      evening: Math.min(Math.max(pain + Math.round((next() - 0.4) * 2.4), 0), 10),
    };
  });
}
