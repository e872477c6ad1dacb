// @ts-check
/** Medicines, by the names they are offered under when one is written down. */

import { nameField } from './lists-listing.js';

/** @typedef {import('../ipc/bindings.js').MedicineView} MedicineView */
/** @typedef {{ name: string }} Values */

/**
 * @param {typeof import('../ipc/host.js').call} ask
 * @returns {import('./lists-listing.js').Kind<MedicineView, Values>}
 */
export const medicines = (ask) => ({
  name: 'medicines',
  says: { add: 'medicine-add', done: 'medicine-save', away: 'lists-away', awayNamed: 'lists-away-named', aside: 'lists-aside', takeUp: 'lists-take-up' },
  items: (tracked) => tracked.medicines,
  row: ({ id, name, retired }) => ({ id, name, lines: [], retired }),
  values: (medicine) => ({ name: medicine?.name ?? '' }),
  editor: ({ name }) => {
    const field = nameField('medicine-name', name);
    return { body: [field.room], read: () => ({ name: field.input.value.trim() }), focus: () => field.input.focus() };
  },
  save: ({ name }, id) => ask('save_medicine', { id, name }),
  away: (id, retired) => ask('retire', { kind: 'medicine', id, retired }),
  full: () => null,
});
