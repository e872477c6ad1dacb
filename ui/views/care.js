// @ts-check
/** When to seek care: a plain list of signs. It weighs nothing up. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { backLink } from './back-link.js';

/** @typedef {import('../ipc/bindings.js').CareView} CareView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** @param {Ask} ask */
export const load = (ask) => ask('care', {});

/** What the view is made of. */
export function page() {
  return make('div', { class: 'help-page', 'data-part': 'care' }, backLink('help-back'), make('h1', { tabindex: '-1' }, text('view-care')),
    make('div', { class: 'help-words', 'data-part': 'words' }),
    make('div', { class: 'care-groups', 'data-part': 'groups' }),
    make('p', { 'data-part': 'last' }),
    make('p', {}, make('a', { class: 'button', href: '#help-now', 'data-go': 'help-now' }, text('help-now-link'))),
    make('p', { class: 'note', 'data-part': 'safety' }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} _ask
 * @param {import('../frame.js').Frame} _frame
 * @param {import('../router.js').Wish} _wish
 * @param {CareView} care
 */
export function show(root, _ask, _frame, _wish, care) {
  part(root, 'words').replaceChildren(...care.text.map((sentence) => make('p', {}, sentence)));
  part(root, 'groups').replaceChildren(...care.groups.map((group, index) => make('section', { class: 'card', 'aria-labelledby': `care-${index}` },
    make('h2', { id: `care-${index}` }, group.title), make('ul', { class: 'care-signs' }, ...group.signs.map((sign) => make('li', {}, sign))))));
  part(root, 'last').textContent = care.last;
  part(root, 'safety').textContent = care.safety;
  return () => {};
}
