// @ts-check
/** Data: where the diary lies, what is kept of it, what came in from other programs, what goes out, and the sample year. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { exportCard } from './data-export.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').DataView} DataView */
/** @typedef {import('../ipc/bindings.js').ImportBatchView} ImportBatchView */
/** @typedef {import('../ipc/bindings.js').ImportPreview} ImportPreview */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** Names of the formats. @type {Record<string, string>} */
const FORMATS = { 'wane-json': 'format-wane-json', 'wane-csv': 'format-wane-csv', 'fitbit-takeout': 'format-fitbit-takeout' };

/** @typedef {{ view: DataView, backups: string, trash: string }} Loaded */

/**
 * The view itself, and a sentence for each page below it; a page that has none to give says why.
 *
 * @param {Ask} ask
 * @returns {Promise<Loaded>}
 */
export async function load(ask) {
  const sentence = (/** @type {Promise<{ text: string }>} */ page) => page.then(({ text: said }) => said, words);
  const [view, backups, trash] = await Promise.all([ask('data', {}), sentence(ask('backups', {})), sentence(ask('trash', {}))]);
  return { view, backups, trash };
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {Loaded} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const ended = new AbortController();
  const trouble = part(root, 'trouble');
  const status = part(root, 'import-status');
  const found = part(root, 'found');
  /** @type {string[]} */
  let paths = [];
  let { sample } = loaded.view;

  /** @param {DataView} view */
  function take(view) {
    sample = view.sample;
    part(root, 'counts').textContent = view.text;
    part(root, 'folder').textContent = view.folder;
    part(root, 'batches-title').hidden = view.imports.length === 0;
    part(root, 'batches').replaceChildren(...view.imports.map(batch));
    part(root, 'sample-text').textContent = text(sample ? 'sample-banner' : 'sample-text');
    act('sample').textContent = text(sample ? 'sample-remove' : 'sample-start');
    frame.sample(sample);
  }

  /** @param {string} name */
  function act(name) {
    return /** @type {HTMLButtonElement} */ (root.querySelector(`[data-act="${name}"]`));
  }

  /** @param {ImportBatchView} item */
  function batch(item) {
    const said = make('p', { class: item.undone ? 'quiet' : '' }, item.text);
    if (item.undone) return make('li', {}, said, make('span', { class: 'quiet' }, text('import-undone')));
    const undo = make('button', { type: 'button', 'aria-label': text('import-undo-named', { name: item.text }) }, text('import-undo'));
    undo.addEventListener('click', () => attempt(async () => take(await ask('import_undo', { id: item.id }))));
    return make('li', {}, said, undo);
  }

  /**
   * Does something that may take a while, and says so.
   *
   * @param {() => Promise<void>} work
   * @param {string} [said] the message while it goes on
   */
  async function attempt(work, said) {
    if (said) status.replaceChildren(text(said));
    try {
      await work();
      calm(trouble);
    } catch (error) {
      status.replaceChildren();
      complain(trouble, error);
    }
  }

  async function pick() {
    const picked = await ask('pick_files', {});
    if (picked.paths.length === 0) return;
    paths = picked.paths;
    status.replaceChildren(text('import-reading'));
    preview(await ask('import_preview', { paths, format: null, home_zone: null }));
    status.replaceChildren();
  }

  /** @param {ImportPreview} view */
  function preview(view) {
    const format = FORMATS[view.format];
    part(root, 'found-title').textContent = format ? text(format) : view.format;
    part(root, 'found-summary').replaceChildren(...view.summary.flatMap(({ name, text: said }) => [make('dt', {}, name), make('dd', {}, said)]));
    const warnings = part(root, 'found-warnings');
    warnings.replaceChildren(...view.warnings.map((said) => make('li', {}, icon('note'), make('span', {}, said))));
    warnings.hidden = view.warnings.length === 0;
    part(root, 'found-skipped').replaceChildren(...view.skipped.map(({ why, count }) => make('li', {}, text('import-skipped-line', { why, count }))));
    part(root, 'found-skipped-room').hidden = view.skipped.length === 0;
    act('import').hidden = view.changes.new === 0;
    found.hidden = false;
    found.focus();
  }

  async function carryOut() {
    const imported = await ask('import_apply', { paths, format: null, home_zone: null });
    close();
    take(await ask('data', {}));
    status.replaceChildren(...done(imported.text, imported.batch ? [undoOf(imported.batch)] : []));
  }

  /** @param {string} id */
  function undoOf(id) {
    const button = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    button.addEventListener('click', () =>
      attempt(async () => {
        take(await ask('import_undo', { id }));
        status.replaceChildren(...done(text('import-undone'), []));
        act('pick').focus();
      }),
    );
    return button;
  }

  function close() {
    found.hidden = true;
    paths = [];
    act('pick').focus();
  }

  root.addEventListener('click', ({ target }) => {
    switch (/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-act]'))?.dataset.act) {
      case 'pick':
        void attempt(pick);
        break;
      case 'import':
        void attempt(carryOut, 'import-working');
        break;
      case 'cancel':
        close();
        break;
      case 'sample':
        void (sample ? frame.removeSample() : frame.showSample());
        break;
    }
  }, { signal: ended.signal });

  part(root, 'backups-text').textContent = loaded.backups;
  part(root, 'trash-text').textContent = loaded.trash;
  exportCard(part(root, 'export'), ask, trouble);
  take(loaded.view);
  return () => ended.abort();
}
