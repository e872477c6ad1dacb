// One test: a desk, a diary, a bound on its time, and a picture if it fails.

import test from 'node:test';
import { Desk } from './desk.mjs';
import { Wane } from './wane.mjs';

/**
 * @param {string} name what the program does
 * @param {{ seconds?: number, notifications?: boolean, zone?: string }} options
 * @param {(wane: Wane, desk: Desk) => Promise<void>} play
 */
export function scene(name, { seconds = 120, ...options }, play) {
  test(name, { timeout: seconds * 1000 }, async () => {
    const desk = await Desk.open(options);
    const wane = new Wane(desk);
    try {
      await play(wane, desk);
    } catch (error) {
      await wane.keepPicture(name);
      // What is seen once in many runs can only be understood by what the programs said then.
      console.log(`# ${name}: what the programs said\n${desk.lastWords.replaceAll(/^/gm, '# ')}`);
      throw error;
    } finally {
      await wane.page?.close();
      desk.close();
    }
  });
}
