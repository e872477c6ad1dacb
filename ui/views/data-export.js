// @ts-check
/** Taking the diary out: what for, exactly what is in the file, and saving it. */

import { done } from '../frame.js';
import { make } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').ExportFormat} ExportFormat */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The forms, the most complete first, with what they are for. @type {[ExportFormat, string][]} */
const FORMS = [
  ['json', 'export-choose-json'],
  ['csv', 'export-choose-csv'],
  ['fhir', 'export-choose-fhir'],
];

/**
 * Fills the card. Nothing is read before the person says what for.
 *
 * @param {HTMLElement} room
 * @param {Ask} ask
 * @param {HTMLElement} trouble
 */
export function exportCard(room, ask, trouble) {
  const group = make('div', { class: 'segments', role: 'radiogroup', 'aria-label': text('export-choices') },
    ...FORMS.map(([form, words]) => make('button', { type: 'button', role: 'radio', 'data-form': form, 'aria-checked': 'false' }, text(words))));
  const about = make('p', { class: 'quiet' });
  const holds = make('dl', { class: 'facts' });
  const without = make('ul', { class: 'steps-shown' });
  const save = make('button', { type: 'button', class: 'primary', 'data-act': 'export-save' }, text('export-save'));
  const status = make('span', { class: 'status', role: 'status' });
  const found = make('div', { class: 'found', 'data-part': 'export-found', role: 'region', 'aria-label': text('export-holds'), hidden: true },
    about, make('h3', {}, text('export-holds')), holds, make('h3', {}, text('export-without')), without);
  room.append(
    make('h2', {}, text('export-title')),
    make('p', { class: 'quiet' }, text('export-note')),
    group, found,
    make('div', { class: 'row' }, save, status),
  );
  save.hidden = true;

  /** @type {ExportFormat | null} */
  let wanted = null;
  const mark = choices(group, (button) => void look(/** @type {ExportFormat} */ (button.dataset.form)));
  mark(() => false);

  /** @param {ExportFormat} format */
  async function look(format) {
    wanted = format;
    mark((button) => button.dataset.form === format);
    status.replaceChildren();
    try {
      const view = await ask('export_preview', { format, from: null, to: null });
      if (wanted !== format) return;
      about.textContent = view.text;
      holds.replaceChildren(...view.holds.flatMap(({ name, text: said }) => [make('dt', {}, name), make('dd', {}, said)]));
      without.replaceChildren(...view.leaves_out.map((said) => make('li', {}, said)));
      found.hidden = view.empty;
      save.hidden = view.empty;
      if (view.empty) status.replaceChildren(text('export-nothing'));
      calm(trouble);
    } catch (error) {
      complain(trouble, error);
    }
  }

  save.addEventListener('click', async () => {
    if (!wanted || save.getAttribute('aria-disabled') === 'true') return;
    save.setAttribute('aria-disabled', 'true');
    status.replaceChildren(text('export-working'));
    try {
      const { text: said } = await ask('export_save', { format: wanted, from: null, to: null });
      status.replaceChildren(...(said === null ? [] : done(said, [])));
      calm(trouble);
    } catch (error) {
      status.replaceChildren();
      complain(trouble, error);
    } finally {
      save.removeAttribute('aria-disabled');
    }
  });
}
