// @ts-check
/** At most one card to read, by what the day's entry says: a quiet line with two buttons. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').CardOffer} CardOffer */

/**
 * @param {HTMLElement} room
 * @param {CardOffer | null} offer
 * @param {{ open: (card: string) => void, away: (card: string) => void }} then
 */
export function showOffer(room, offer, then) {
  room.hidden = offer === null;
  // A line that is the same stays, so that a button in it keeps the focus.
  if (room.dataset.card === (offer?.card ?? '')) return;
  room.dataset.card = offer?.card ?? '';
  if (!offer) {
    room.replaceChildren();
    return;
  }
  const act = (/** @type {'open' | 'away'} */ name, /** @type {string} */ id, kind = '') => {
    const button = make('button', { type: 'button', class: kind, 'data-act': `card-${name}` }, text(id));
    button.addEventListener('click', () => then[name](offer.card));
    return button;
  };
  room.replaceChildren(make('div', { class: 'strip' },
    make('p', {}, offer.text, ' ', make('b', {}, offer.title)),
    make('div', { class: 'row' }, act('open', 'learn-offer-open'), act('away', 'learn-offer-away', 'plain'))));
}
