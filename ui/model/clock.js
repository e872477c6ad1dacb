// @ts-check
/** Reads and writes clock times and minutes the way people type them. What they mean is the diary's business. */

const MINUTES_OF_DAY = 24 * 60;

/**
 * Reads a clock time: `23:05`, `2305`, `23.05`, `23h05`, `7`, `11pm`, `7:10 am`.
 *
 * @param {string} typed
 * @returns {string | null} `HH:MM`, or nothing if it is no time
 */
export function parseClock(typed) {
  const found = typed
    .trim()
    .toLowerCase()
    .match(/^(\d{1,2})(?:\s*[:.,h ]\s*(\d{2})|(\d{2}))?\s*h?\s*([ap])?\.?\s?(?:m\.?)?$/);
  if (!found || (/m\.?$/.test(typed.trim().toLowerCase()) && !found[4])) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? found[3] ?? 0);
  if (found[4]) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (found[4] === 'p' ? 12 : 0);
  }
  if (hour === 24 && minute === 0) hour = 0;
  return hour < 24 && minute < 60 ? writeClock(hour * 60 + minute) : null;
}

/**
 * Whether what has been typed so far is a whole time already, so that nobody has to leave the field first.
 *
 * @param {string} typed
 */
export function isWholeClock(typed) {
  return /^\s*\d{1,2}[:.]\d{2}\s*$|^\s*\d{4}\s*$/.test(typed) && parseClock(typed) !== null;
}

/**
 * A clock time moved by some minutes, round midnight if need be.
 *
 * @param {string} time `HH:MM`
 * @param {number} minutes
 */
export function moveClock(time, minutes) {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return writeClock((((hour * 60 + minute + minutes) % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY);
}

/** @param {number} minutes after midnight */
function writeClock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * Reads a number of minutes: `20`, `1:15`, `1h15`, `1 h`, `90 min`.
 *
 * @param {string} typed
 * @returns {number | null} whole minutes up to a day, or nothing
 */
export function parseMinutes(typed) {
  const found = typed
    .trim()
    .toLowerCase()
    .match(/^(?:(\d{1,4})\s*(?:m|min|')?|(\d{1,2})\s*h(?:\s*(\d{1,2})\s*(?:m|min)?)?|(\d{1,2}):(\d{2}))$/);
  if (!found) return null;
  const minutes = found[1] ? Number(found[1]) : Number(found[2] ?? found[4]) * 60 + Number(found[3] ?? found[5] ?? 0);
  return minutes <= MINUTES_OF_DAY ? minutes : null;
}

/**
 * Reads a count.
 *
 * @param {string} typed
 * @param {number} most
 * @returns {number | null}
 */
export function parseCount(typed, most) {
  if (!/^\s*\d{1,4}\s*$/.test(typed)) return null;
  const count = Number(typed);
  return count <= most ? count : null;
}

/**
 * Reads a number, with a point or a comma for decimals.
 * Three digits behind a comma may be a fraction or a thousand: such a number is not read.
 *
 * @param {string} typed
 * @param {number} most
 * @returns {number | null} from 0 to `most`
 */
export function parseNumber(typed, most) {
  const found = typed.trim().match(/^\d{1,6}(?:\.\d{1,15}|,\d{1,2})?$/);
  if (!found) return null;
  const number = Number(found[0].replace(',', '.'));
  return number <= most ? number : null;
}
