// @ts-check
/** The pacer as it was set, ready to stand in a page: its shape, its tones, and word to the diary of how long it was. */

import { WaneBreath } from '../elements/wane-breath.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').BreathingView} BreathingView */
/** @typedef {import('../model/tones.js').Tones} Tones */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The parts of a breath with the messages that name them. @type {[string, string][]} */
const PARTS = [['in', 'breath-in'], ['more', 'breath-more'], ['hold', 'breath-hold'], ['out', 'breath-out'], ['rest', 'breath-rest']];

/**
 * @param {BreathingView} breathing
 * @param {Ask} ask
 * @param {Tones} tones
 * @returns {{ element: WaneBreath, end: () => void, hasSound: boolean }} `end` puts it away
 */
export function pacer(breathing, ask, tones) {
  const { chosen, plan } = breathing;
  const element = new WaneBreath();
  element.plan = plan;
  const attributes = { role: 'group', 'aria-label': text('breath-shape'), show: chosen.show };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [part, words] of PARTS) element.setAttribute(`word-${part}`, words);
  const hasSound = !chosen.sound || tones.begin();
  if (chosen.sound && hasSound) {
    element.addEventListener('wane-phase', (event) => {
      const { detail } = /** @type {CustomEvent<string>} */ (event);
      tones.breath(detail, element.lasts);
    });
  }
  const began = performance.now();
  const end = () => {
    element.remove();
    tones.hush();
    if (!chosen.slow) return;
    // The next session may begin a little slower; if it is not heard, it begins as this one did.
    void ask('breathing_done', { seconds: (performance.now() - began) / 1000 }).catch(() => {});
  };
  return { element, end, hasSound };
}
