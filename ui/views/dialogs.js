// @ts-check
/** Dialogs: how one opens and closes; what closing the window means, and the list of keys. */

import { KEYS } from '../model/keys.js';
import { copyOf, find, make, part } from '../model/make.js';
import { text, translate, words } from '../model/texts.js';

/** @typedef {import('../frame.js').Frame} Frame */

/**
 * Opens a dialog in place of any other and waits for its answer: the `data-answer` of the button that closed it.
 *
 * @param {string} id of its template
 * @param {(dialog: HTMLDialogElement) => void} [fill]
 * @returns {Promise<string>} the answer, empty if it was put away
 */
export function ask(id, fill) {
  const dialog = find(copyOf(id), 'dialog');
  const shown = /** @type {HTMLDialogElement} */ (dialog);
  translate(shown);
  fill?.(shown);
  return opened(shown);
}

/**
 * Opens a dialog that is made already, in place of any other, and waits for its answer.
 *
 * @param {HTMLDialogElement} shown
 * @returns {Promise<string>} the answer, empty if it was put away
 */
export function opened(shown) {
  document.querySelector('dialog[open]')?.remove();
  document.body.append(shown);
  shown.showModal();
  return new Promise((resolve) => {
    shown.addEventListener('click', (event) => {
      const answer = /** @type {HTMLElement} */ (event.target).closest('[data-answer]');
      if (answer) shown.close(answer.getAttribute('data-answer') ?? '');
      else if (event.target === shown && isOutside(shown, event)) shown.close('');
    });
    shown.addEventListener('close', () => {
      shown.remove();
      resolve(shown.returnValue);
    });
  });
}

/**
 * @param {HTMLElement} dialog
 * @param {MouseEvent} event
 */
function isOutside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}

/** Lists every key. */
export function showKeys() {
  return ask('dialog-keys', (dialog) => {
    for (const [keys, id] of KEYS) {
      const names = keys.flatMap((key, index) => {
        const name = key === '…' ? '…' : make('kbd', {}, key.startsWith('keyname-') ? text(key) : key);
        return index ? [' ', name] : [name];
      });
      part(dialog, 'keys').append(make('dt', {}, ...names), make('dd', {}, text(id)));
    }
  });
}

/**
 * Asks once what closing the window means, remembers it, and does it.
 *
 * @param {typeof import('../ipc/host.js').call} call
 * @param {Frame} frame
 */
export async function askOnClose(call, frame) {
  const answer = await ask('dialog-close');
  if (answer !== 'stay' && answer !== 'quit') return;
  try {
    await frame.flush?.();
    const { settings } = await call('settings', {});
    await call('save_settings', { ...settings, on_close: answer });
    await call(answer === 'stay' ? 'close_window' : 'quit', {});
  } catch (error) {
    frame.say(words(error));
  }
}
