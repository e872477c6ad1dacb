// Marks on the charts, for the fake host.

import { TODAY, short } from './days.mjs';

/** The smallest PNG there is, in base 64. */
export const TINY = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * @param {(date: string, words: string) => any} saved makes the answer to a change
 * @returns {Record<string, (request: any) => any>}
 */
export function marksOf(saved) {
  let marks = [{ id: 'm1', date: '2026-02-10', label: 'started physio' }];
  let made = 1;
  const view = (/** @type {{ id: string, date: string, label: string }} */ mark) => ({ ...mark, date_text: `${short(mark.date)} ${mark.date.slice(0, 4)}` });
  return {
    annotations: () => ({ marks: [...marks].sort((a, b) => b.date.localeCompare(a.date)).map(view) }),
    save_annotation: ({ id, date, label }) => {
      if (!label.trim()) throw { code: 'bad-input', message: 'A mark needs a word or two. Nothing was changed.' };
      const at = date ?? marks.find((mark) => mark.id === id)?.date ?? TODAY;
      if (id) marks = marks.map((mark) => (mark.id === id ? { id, date: at, label } : mark));
      else marks.push({ id: `m${(made += 1)}`, date: at, label });
      return saved(at, 'The day is marked.');
    },
    remove_annotation: ({ id }) => {
      const at = marks.find((mark) => mark.id === id)?.date ?? TODAY;
      marks = marks.filter((mark) => mark.id !== id);
      return saved(at, 'Removed. It stays in the trash for 30 days.');
    },
  };
}
