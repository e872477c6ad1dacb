// @ts-check
/** The columns of a table nobody knows: what stands in each, and what the person says it is. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { ask as raise } from './dialogs.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').ColumnsView} ColumnsView */
/** @typedef {import('../ipc/bindings.js').ColumnMapping} ColumnMapping */
/** @typedef {import('../ipc/bindings.js').CodedText} CodedText */
/** @typedef {import('../ipc/bindings.js').ImportPreview} ImportPreview */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * @param {CodedText[]} choices
 * @param {string} chosen
 * @param {Record<string, string>} attributes
 */
function choice(choices, chosen, attributes) {
  const select = /** @type {HTMLSelectElement} */ (make('select', attributes));
  select.append(...choices.map(({ code, text: said }) => make('option', { value: code }, said)));
  select.value = chosen;
  return select;
}

/**
 * Asks what the columns are until the files can be looked into, or the question is put away.
 *
 * @param {Ask} ask
 * @param {ColumnsView} table
 * @param {string[]} paths
 * @returns {Promise<{ mapping: ColumnMapping, preview: ImportPreview } | null>}
 */
export async function askColumns(ask, table, paths) {
  /** @type {{ mapping: ColumnMapping, preview: ImportPreview } | null} */
  let found = null;
  await raise('dialog-columns', (dialog) => {
    const { mapping } = table;
    const roles = table.columns.map(({ name, samples }, index) => {
      const id = `column-${index}`;
      const select = choice(table.roles, mapping.roles[index] ?? 'ignore', { id });
      // An empty cell is shown as one, so that it is seen how much is missing.
      const shown = samples.filter((sample) => sample !== '').join(' · ');
      part(dialog, 'columns').append(
        make('li', {}, make('label', { for: id }, name || text('columns-unnamed')), make('p', { class: 'note' }, shown || text('columns-empty')), select),
      );
      return select;
    });
    const dates = choice(table.dates, mapping.dates, { id: 'columns-dates' });
    const unit = choice(table.units, mapping.unit, { id: 'columns-unit' });
    part(dialog, 'dates').append(dates);
    part(dialog, 'unit').append(unit);
    const byHand = /** @type {HTMLInputElement} */ (part(dialog, 'by-hand'));
    byHand.checked = mapping.by_hand;
    part(dialog, 'remembered').hidden = !table.remembered;
    const trouble = part(dialog, 'trouble');

    async function look() {
      const said = { roles: roles.map(({ value }) => value), dates: dates.value, unit: unit.value, by_hand: byHand.checked };
      try {
        found = { mapping: said, preview: await ask('import_preview', { paths, format: null, home_zone: null, mapping: said }) };
        calm(trouble);
        dialog.close('look');
      } catch (error) {
        complain(trouble, error);
      }
    }
    dialog.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void look();
    });
  });
  return found;
}
