// @ts-check
/**
 * A breath as a function of time: where somebody is in it follows from what has passed since the beginning,
 * so that it cannot drift, whatever the timers and pictures in between do.
 *
 * How long the parts are, and from which rate to which a session slows, is the diary's to say (`BreathPlan`).
 */

/**
 * @typedef {object} Plan
 * @property {{ part: string, ms: number }[]} parts in their order; lengths at the rate the session comes to
 * @property {number} from_rate breaths a minute at the beginning
 * @property {number} to_rate breaths a minute once it has slowed
 * @property {number} slowing_ms for so long the rate goes evenly from the one to the other
 */

/**
 * @typedef {object} Breath
 * @property {string} phase the part: `in`, `more`, `hold`, `out` or `rest`
 * @property {number} size from 0, breathed out, to 1, breathed in
 * @property {number} left milliseconds until the part changes
 * @property {number} second which second of the part it is, from 1; longer ones while the pace is still faster
 * @property {number} number which part it is since the beginning, from 0
 */

/** How full a first breath in is, where a second comes on top of it. */
const FIRST_OF_TWO = 0.82;

/**
 * A plan of equal breaths without holds.
 *
 * @param {number} inSeconds more than 0
 * @param {number} outSeconds more than 0
 * @returns {Plan}
 */
export function steady(inSeconds, outSeconds) {
  const rate = 60 / (inSeconds + outSeconds);
  return { parts: [{ part: 'in', ms: inSeconds * 1000 }, { part: 'out', ms: outSeconds * 1000 }], from_rate: rate, to_rate: rate, slowing_ms: 0 };
}

/** @param {Plan} plan */
const length = (plan) => plan.parts.reduce((sum, { ms }) => sum + ms, 0);

/** Whether the rate changes at all. @param {Plan} plan */
const slows = (plan) => plan.slowing_ms > 0 && plan.from_rate > plan.to_rate;

/**
 * Breaths since the beginning, with their fraction; it grows without a jump, also where the slowing ends.
 *
 * @param {number} elapsed milliseconds, not below 0
 * @param {Plan} plan
 */
export function breathsAt(elapsed, plan) {
  if (!slows(plan)) return elapsed / length(plan);
  const [first, last] = [plan.from_rate / 60_000, 1 / length(plan)];
  const slowing = Math.min(elapsed, plan.slowing_ms);
  return first * slowing + ((last - first) * slowing * slowing) / (2 * plan.slowing_ms) + last * (elapsed - slowing);
}

/**
 * When so many breaths are over: the other way round.
 *
 * @param {number} breaths
 * @param {Plan} plan
 */
export function timeOf(breaths, plan) {
  if (!slows(plan)) return breaths * length(plan);
  const [first, last, slowing] = [plan.from_rate / 60_000, 1 / length(plan), plan.slowing_ms];
  const within = ((first + last) / 2) * slowing;
  if (breaths >= within) return slowing + (breaths - within) / last;
  // Of the two solutions the one within the slowing; this form loses no digits.
  const bend = (last - first) / (2 * slowing);
  return (2 * breaths) / (first + Math.sqrt(first * first + 4 * bend * breaths));
}

/**
 * Where a breath is, some time after the beginning.
 *
 * The size follows half a cosine each way: it begins and ends gently, as a chest does.
 *
 * @param {number} elapsed milliseconds since the beginning; before it, it counts as the beginning
 * @param {Plan} plan
 * @returns {Breath}
 */
export function breathIn(elapsed, plan) {
  const time = Math.max(elapsed, 0);
  const whole = length(plan);
  // A steady breath is divided without a fraction, so that its parts begin to the millisecond.
  const breaths = slows(plan) ? Math.floor(breathsAt(time, plan)) : Math.floor(time / whole);
  const within = slows(plan) ? (breathsAt(time, plan) - breaths) * whole : time % whole;
  let begins = 0;
  let at = 0;
  while (at < plan.parts.length - 1 && within >= begins + (plan.parts[at]?.ms ?? 0)) {
    begins += plan.parts[at]?.ms ?? 0;
    at += 1;
  }
  const { part, ms } = plan.parts[at] ?? { part: 'in', ms: whole };
  const share = Math.min((within - begins) / ms, 1);
  const end = slows(plan) ? timeOf(breaths + (begins + ms) / whole, plan) : breaths * whole + begins + ms;
  const before = fullness(plan, at - 1);
  return {
    phase: part,
    size: before + (fullness(plan, at) - before) * gentle(share),
    left: Math.max(end - time, 0),
    second: Math.floor((within - begins) / 1000) + 1,
    number: breaths * plan.parts.length + at,
  };
}

/**
 * How full the breath is at the end of a part.
 *
 * @param {Plan} plan
 * @param {number} at -1 for the end of the breath before
 * @returns {number}
 */
function fullness(plan, at) {
  const part = plan.parts[at]?.part;
  if (part === 'in') return plan.parts[at + 1]?.part === 'more' ? FIRST_OF_TWO : 1;
  if (part === 'more') return 1;
  if (part === 'hold') return fullness(plan, at - 1);
  return 0;
}

/** @param {number} share from 0 to 1 */
const gentle = (share) => (1 - Math.cos(Math.PI * share)) / 2;
