// Waiting for something to become true, with a bound.

/** Rests for some milliseconds. @param {number} ms */
export const rest = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Asks again and again until the answer is truthy, and gives it; fails by name when the time has passed.
 *
 * @template T
 * @param {string} what what is waited for, for the failure's message
 * @param {() => T | Promise<T>} ask
 * @param {number} [seconds]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, seconds = 20) {
  const end = performance.now() + seconds * 1000;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = JSON.stringify(answer) ?? 'nothing';
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}; the last answer was ${last}`);
    await rest(100);
  }
}

/**
 * Something must stay as it is for a while: asks all the time and fails at the first change.
 *
 * @param {string} what
 * @param {() => unknown | Promise<unknown>} ask gives what must stay truthy
 * @param {number} seconds
 */
export async function stays(what, ask, seconds) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (!(await ask())) throw new Error(`it was to stay so for ${seconds} s and did not: ${what}`);
    await rest(500);
  }
}
