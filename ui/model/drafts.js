// @ts-check
/**
 * What was begun beside the check-ins and not saved yet.
 * It lives as long as the window does, through every change of view; a note that is left when the window goes is saved.
 */

import { call } from '../ipc/host.js';

/** What kinds of entries are written in a form. @typedef {Exclude<import('../ipc/bindings.js').EntryKind, 'awakening' | 'flare' | 'wind-down'>} FormKind */
/** @typedef {import('../ipc/bindings.js').NapFields} NapFields */
/** @typedef {import('../ipc/bindings.js').MedicineFields} MedicineFields */

/**
 * An entry as its form holds it.
 *
 * @typedef {object} Draft
 * @property {FormKind} kind
 * @property {string | null} id of the entry it alters; nothing for a new one
 * @property {string} date
 * @property {boolean} sample whether it belongs to the sample diary
 * @property {NapFields} nap
 * @property {MedicineFields} medicine
 * @property {string} note
 */

/** @type {Map<string, Draft>} */
const drafts = new Map();

/** Which diary is open. */
let inSample = false;

/** @param {Pick<Draft, 'kind' | 'id' | 'date' | 'sample'>} draft */
const key = ({ kind, id, date, sample }) => [kind, id ?? '', date, sample].join('/');

/** @param {Draft} draft */
export const keepDraft = (draft) => void drafts.set(key(draft), structuredClone(draft));

/** @param {Pick<Draft, 'kind' | 'id' | 'date' | 'sample'>} draft */
export const dropDraft = (draft) => void drafts.delete(key(draft));

/**
 * The drafts of a day.
 *
 * @param {string} date
 * @param {boolean} sample
 */
export function draftsOf(date, sample) {
  inSample = sample;
  return [...drafts.values()].filter((draft) => draft.date === date && draft.sample === sample);
}

window.addEventListener('pagehide', () => {
  for (const { kind, id, date, sample, note } of drafts.values()) {
    if (kind === 'note' && note.trim() && sample === inSample) void call('save_note', { id, date, text: note }).catch(() => {});
  }
});
