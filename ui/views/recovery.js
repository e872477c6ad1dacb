// @ts-check
/** After damage: what happened, what was kept, and the way on. It stands alone until it is answered. */

import { find, make, part, pathOf } from '../model/make.js';
import { text } from '../model/texts.js';
import { working } from './working.js';

/** @typedef {import('../ipc/bindings.js').RecoverHow} RecoverHow */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * Whoever comes back from a page that can be opened from anywhere finds the question as it was.
 *
 * @param {Ask} ask
 * @param {import('../router.js').Wish} wish
 */
export async function load(ask, wish) {
  return wish.recovery ?? (await ask('start', { chart_width: 0 })).recovery;
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {import('../ipc/bindings.js').RecoveryView | null} recovery
 */
export function show(root, ask, frame, _wish, recovery) {
  const restore = find(root, '[data-act="restore"]');
  const fresh = find(root, '[data-act="fresh"]');
  let answered = false;

  if (recovery) {
    part(root, 'text').textContent = recovery.text;
    part(root, 'folder').replaceChildren(...pathOf(recovery.folder));
    part(root, 'lines').prepend(...recovery.lines.flatMap(({ name, text: said }) => [make('dt', {}, name), make('dd', {}, said)]));
    // With nothing to bring back there is one way on, and it is the main one.
    restore.hidden = !recovery.can_restore;
    fresh.className = recovery.can_restore ? 'plain' : 'primary';
  }

  /**
   * @param {HTMLElement} button
   * @param {RecoverHow} how
   * @param {string} said while it goes on
   */
  async function recover(button, how, said) {
    // The two answers exclude each other: while one is being carried out, the other waits too.
    if (answered) return;
    answered = true;
    const place = { button, status: part(root, 'status'), trouble: part(root, 'trouble'), frame };
    const start = await working(place, said, () => ask('recover', { how }));
    answered = false;
    if (!start) return;
    await frame.adopt(start);
    if (how === 'restore' && !start.recovery) frame.say(text('recovery-back'));
  }

  restore.addEventListener('click', () => void recover(restore, 'restore', text('recovery-restoring')));
  fresh.addEventListener('click', () => void recover(fresh, 'fresh', text('recovery-starting')));
  return () => {};
}
