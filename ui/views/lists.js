// @ts-check
/** What is asked: named pains, factors, medicines, and what the numbers of the pain scale mean. */

import { done } from '../frame.js';
import { make } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { anchors } from './lists-anchors.js';
import { factors } from './lists-factors.js';
import { Listing } from './lists-listing.js';
import { medicines } from './lists-medicines.js';
import { pains } from './lists-pains.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').Tracked} Tracked */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** @param {Ask} ask */
export const load = (ask) => ask('tracked', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {Tracked} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const ended = new AbortController();
  /** @type {import('./lists-listing.js').Kind<any, any>[]} */
  const kinds = [pains(ask), factors(ask), anchors(ask), medicines(ask)];
  const listings = kinds.map((kind) => {
    const room = /** @type {HTMLElement} */ (root.querySelector(`[data-list="${kind.name}"]`));
    return new Listing(room, kind, (from, tracked) => take(tracked, from));
  });
  /** Where something was done last. */
  let last = listings[0];

  /**
   * @param {Tracked} tracked
   * @param {Listing<any, any>} [from] where something was done
   */
  function take(tracked, from) {
    for (const listing of listings) listing.take(tracked);
    if (!from) return;
    for (const listing of listings) if (listing !== from) listing.status.replaceChildren();
    last = from;
    const back = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    back.addEventListener('click', () => void frame.undo());
    from.status.replaceChildren(...done(tracked.text || text('saved'), [back]));
  }

  frame.addEventListener('undone', (event) => {
    event.preventDefault();
    const { text: what, today } = /** @type {CustomEvent<Undone>} */ (event).detail;
    ask('tracked', {}).then(
      (tracked) => {
        take(tracked);
        const status = last?.status;
        const had = status?.contains(document.activeElement);
        status?.replaceChildren(...done(what, frame.turning(today)));
        if (had) last?.focus();
      },
      (error) => frame.say(words(error)),
    );
  }, { signal: ended.signal });

  take(loaded);
  return () => ended.abort();
}
