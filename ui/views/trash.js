// @ts-check
/** The trash: what was removed, how long it stays, and the way back. */

import { done } from '../frame.js';
import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { keyed } from './keyed.js';
import { complain } from './trouble.js';
import { working } from './working.js';

/** @typedef {import('../ipc/bindings.js').TrashView} TrashView */
/** @typedef {import('../ipc/bindings.js').TrashItem} TrashItem */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** @param {Ask} ask */
export const load = (ask) => ask('trash', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {TrashView} trash
 */
export function show(root, ask, frame, _wish, trash) {
  const ended = new AbortController();
  const { signal } = ended;
  const list = part(root, 'items');
  const status = part(root, 'status');
  const trouble = part(root, 'trouble');

  /** @param {TrashView} view */
  function take(view) {
    part(root, 'text').textContent = view.text;
    for (const name of ['teach', 'onward']) part(root, name).hidden = view.items.length > 0;
    keyed(list, view.items, ({ id }) => id, row);
  }

  /** @param {TrashItem} item */
  function row(item) {
    const button = make('button', { type: 'button', 'aria-label': text('trash-restore-named', { what: item.text }) }, text('trash-restore'));
    button.addEventListener('click', () => void restore(item.id, button));
    return make('li', { class: 'across' }, make('div', { class: 'about' }, make('p', {}, item.text), make('p', { class: 'note' }, item.removed_text)), button);
  }

  /**
   * @param {string} id
   * @param {HTMLButtonElement} button
   */
  async function restore(id, button) {
    const view = await working({ button, status, trouble, frame }, text('trash-restoring'), () => ask('trash_restore', { id }));
    if (!view || signal.aborted) return;
    // The focus goes to the next thing of the list, or to the one before it, or to the way on.
    const row = button.closest('li');
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    const had = row?.contains(document.activeElement);
    take(view);
    const undo = make('button', { type: 'button', class: 'in-text' }, text('undo'));
    undo.addEventListener('click', () => void frame.undo());
    status.replaceChildren(...done(text('trash-restored'), [undo]));
    if (had) (next?.querySelector('button') ?? root.querySelector('h1'))?.focus();
  }

  frame.addEventListener('undone', (event) => {
    event.preventDefault();
    const { text: said, today } = /** @type {CustomEvent<Undone>} */ (event).detail;
    const had = status.contains(document.activeElement);
    ask('trash', {}).then(
      (view) => {
        if (signal.aborted) return;
        take(view);
        status.replaceChildren(...done(said, frame.turning(today, 'both')));
        if (had) (status.querySelector('button') ?? root.querySelector('h1'))?.focus();
      },
      (error) => complain(trouble, error),
    );
  }, { signal });

  take(trash);
  return () => ended.abort();
}
