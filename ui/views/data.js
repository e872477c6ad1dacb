// @ts-check
/** Data: where the diary lies, what is kept of it, what came in from other programs, what goes out, and the sample year. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { askColumns } from './data-columns.js';
import { exportCard } from './data-export.js';
import { isStopped, withProgress } from './import-progress.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').DataView} DataView */
/** @typedef {import('../ipc/bindings.js').ImportBatchView} ImportBatchView */
/** @typedef {import('../ipc/bindings.js').ImportPreview} ImportPreview */
/** @typedef {import('../ipc/bindings.js').ColumnMapping} ColumnMapping */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

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
 * @param {import('../router.js').Wish} wish
 * @param {Loaded} loaded
 */
export function show(root, ask, frame, wish, loaded) {
  const ended = new AbortController();
  const trouble = part(root, 'trouble');
  const status = part(root, 'import-status');
  const found = part(root, 'found');
  const progress = part(root, 'import-progress');
  /** Files are looked into or brought in: one thing at a time. */
  let busy = false;
  /** @type {string[]} */
  let paths = [];
  /** What the columns were said to be, if the files are a table nobody knows. @type {ColumnMapping | null} */
  let mapping = null;
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
    const from = item.from_text === null ? [] : [make('span', { class: 'quiet from' }, item.from_text)];
    const said = make('p', { class: item.undone ? 'quiet' : '' }, item.text, ...from);
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
      if (ended.signal.aborted) {
        // A look that was left is given up without a word; an import that failed is told wherever one is now.
        if (!isStopped(error)) frame.say(words(error));
        return;
      }
      status.replaceChildren();
      if (isStopped(error)) {
        calm(trouble);
        status.replaceChildren(words(error));
        (found.hidden ? act('pick') : act('import')).focus();
      } else complain(trouble, error);
    }
  }

  /**
   * Does something with files that can be stopped at any moment.
   *
   * @template Result
   * @param {boolean} writes
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async function stoppable(writes, work) {
    busy = true;
    const buttons = ['pick', 'import', 'columns', 'cancel'].map(act);
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    try {
      return await withProgress(progress, ask, ended.signal, writes, work);
    } finally {
      busy = false;
      buttons.forEach((button) => button.removeAttribute('aria-disabled'));
    }
  }

  async function pick() {
    const picked = await ask('pick_files', {});
    if (picked.paths.length > 0) await look(picked.paths);
  }

  /** @param {string[]} chosen what to look into */
  async function look(chosen) {
    paths = chosen;
    mapping = null;
    status.replaceChildren(text('import-reading'));
    try {
      preview(await stoppable(false, () => ask('import_preview', { paths, format: null, home_zone: null, mapping })));
    } catch (error) {
      // A file that nobody knows may still be a table.
      if (/** @type {{ code?: unknown }} */ (error).code !== 'file' || !(await columns())) throw error;
    }
    status.replaceChildren();
  }

  /** Asks what the columns of a table are; `false` if there is no table to ask about. */
  async function columns() {
    const path = paths[0] ?? '';
    const table = paths.length === 1 ? await ask('import_columns', { path }).catch(() => null) : null;
    if (!table) return false;
    const said = await askColumns(ask, table, paths);
    if (said) {
      ({ mapping } = said);
      preview(said.preview);
    } else if (found.hidden) close();
    return true;
  }

  /** @param {ImportPreview} view */
  function preview(view) {
    part(root, 'found-title').textContent = view.title;
    part(root, 'found-summary').replaceChildren(...view.summary.flatMap(({ name, text: said }) => [make('dt', {}, name), make('dd', {}, said)]));
    const warnings = part(root, 'found-warnings');
    warnings.replaceChildren(...view.warnings.map((said) => make('li', {}, icon('note'), make('span', {}, said))));
    warnings.hidden = view.warnings.length === 0;
    part(root, 'found-skipped').replaceChildren(...view.skipped.map(({ why, count }) => make('li', {}, text('import-skipped-line', { why, count }))));
    const skipped = /** @type {HTMLDetailsElement} */ (part(root, 'found-skipped-room'));
    skipped.hidden = view.skipped.length === 0;
    // Where nothing comes in, the reason is what somebody wants to know.
    skipped.open = view.changes.new === 0;
    act('import').hidden = view.changes.new === 0;
    act('columns').hidden = view.format !== 'csv';
    found.hidden = false;
    found.focus();
  }

  async function carryOut() {
    const imported = await stoppable(true, () => ask('import_apply', { paths, format: null, home_zone: null, mapping }));
    if (ended.signal.aborted) {
      frame.say(imported.text);
      return;
    }
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
    if (busy && !(/** @type {Element} */ (target).closest('[data-act="sample"]'))) return;
    switch (/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-act]'))?.dataset.act) {
      case 'pick':
        void attempt(pick);
        break;
      case 'import':
        void attempt(carryOut, 'import-working');
        break;
      case 'columns':
        void attempt(async () => void (await columns()));
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
  if (wish.paths) void attempt(() => look(wish.paths ?? []));
  return () => ended.abort();
}
