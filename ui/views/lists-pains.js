// @ts-check
/** Named pains, each with its places on the body map. */

import '../elements/wane-body-map.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';
import { nameField } from './lists-listing.js';

/** @typedef {import('../ipc/bindings.js').PainView} PainView */
/** @typedef {{ name: string, regions: string[] }} Values */
/** @typedef {import('../elements/wane-body-map.js').WaneBodyMap} WaneBodyMap */

/**
 * @param {typeof import('../ipc/host.js').call} ask
 * @returns {import('./lists-listing.js').Kind<PainView, Values>}
 */
export const pains = (ask) => ({
  name: 'pains',
  says: { add: 'pain-add', done: 'pain-save', away: 'lists-away', awayNamed: 'lists-away-named', aside: 'lists-aside', takeUp: 'lists-take-up' },
  items: (tracked) => tracked.pains,
  row: ({ id, name, regions_text, retired }) => ({ id, name, lines: [regions_text], retired }),
  values: (pain) => ({ name: pain?.name ?? '', regions: pain?.regions ?? [] }),
  editor: ({ name, regions }, { body }) => {
    const field = nameField('pain-name', name);
    const label = make('span', { class: 'label', id: 'pain-where' }, text('pain-where'));
    const map = /** @type {WaneBodyMap} */ (document.createElement('wane-body-map'));
    map.setAttribute('labelled-by', label.id);
    map.groups = body;
    map.value = regions;
    return {
      body: [field.room, make('div', { class: 'field' }, label, map)],
      read: () => ({ name: field.input.value.trim(), regions: map.value }),
      focus: () => field.input.focus(),
    };
  },
  save: ({ name, regions }, id) => ask('save_pain', { id, name, regions }),
  away: (id, retired) => ask('retire', { kind: 'pain', id, retired }),
  full: () => null,
});
