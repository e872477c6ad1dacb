// @ts-check
/** A breath as a function of time: where somebody is in it follows from what has passed, so that it cannot drift. */

/**
 * @typedef {object} Breath
 * @property {'in' | 'out'} phase
 * @property {number} size from 0, breathed out, to 1, breathed in
 * @property {number} left milliseconds until the phase changes
 */

/**
 * Where a breath is, some time after its first beginning; it has no holds.
 *
 * The size follows half a cosine each way: it begins and ends gently, as a chest does.
 *
 * @param {number} elapsed milliseconds since the beginning; before it, it counts as the beginning
 * @param {number} inSeconds more than 0
 * @param {number} outSeconds more than 0
 * @returns {Breath}
 */
export function breathAt(elapsed, inSeconds, outSeconds) {
  const [rise, fall] = [inSeconds * 1000, outSeconds * 1000];
  const at = Math.max(elapsed, 0) % (rise + fall);
  if (at < rise) return { phase: 'in', size: gentle(at / rise), left: rise - at };
  return { phase: 'out', size: 1 - gentle((at - rise) / fall), left: rise + fall - at };
}

/** @param {number} share from 0 to 1 */
const gentle = (share) => (1 - Math.cos(Math.PI * share)) / 2;
