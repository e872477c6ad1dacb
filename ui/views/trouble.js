// @ts-check
/** What could not be done, said where it was tried. */

import { icon, make } from '../model/make.js';
import { words } from '../model/texts.js';

/**
 * @param {HTMLElement} place
 * @param {unknown} error
 */
export function complain(place, error) {
  place.replaceChildren(icon('note'), make('span', {}, words(error)));
  place.hidden = false;
}

/** @param {HTMLElement} place */
export function calm(place) {
  place.hidden = true;
  place.replaceChildren();
}
