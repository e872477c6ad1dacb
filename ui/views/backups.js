// @ts-check
/** Backups: what there is, whether it can be read, what it would change, and putting one in place. */

import { done } from '../frame.js';
import { copyOf, find, part, pathOf } from '../model/make.js';
import { text, translate } from '../model/texts.js';
import { BackupItem, report } from './backups-item.js';
import { keyed } from './keyed.js';
import { working } from './working.js';

/** @typedef {import('../ipc/bindings.js').BackupsView} BackupsView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** So many of the newest are always listed; keeping.css says the same. */
const FEW = 6;

/** @param {Ask} ask */
export const load = (ask) => ask('backups', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {BackupsView} backups
 */
export function show(root, ask, frame, _wish, backups) {
  const ended = new AbortController();
  const { signal } = ended;
  const trouble = part(root, 'trouble');
  const status = part(root, 'status');
  const button = find(root, '[data-act="backup"]');
  const items = part(root, 'items');
  const older = find(root, '[data-act="older"]');
  /** Of all plans one is open at a time. @type {BackupItem | null} */
  let open = null;

  /** @param {BackupsView} view */
  function take(view) {
    part(root, 'text').textContent = view.text;
    part(root, 'folder').replaceChildren(...pathOf(view.folder));
    part(root, 'list').hidden = view.items.length === 0;
    part(root, 'older-room').hidden = view.items.length <= FEW;
    keyed(items, view.items, ({ name }) => name, (item) => {
      const row = find(copyOf('backup-item'), 'li');
      translate(row);
      return new BackupItem(row, item, ask, frame, (opened) => {
        if (open !== opened) open?.leave(false);
        open = opened;
      }).row;
    });
  }

  button.addEventListener('click', async () => {
    const view = await working({ button, status, trouble, frame }, text('backups-making'), () => ask('backup_now', {}));
    if (!view) return;
    if (signal.aborted) {
      frame.say(view.done_text);
      return;
    }
    take(view);
    status.replaceChildren(...done(view.done_text, []));
  });

  older.addEventListener('click', () => {
    items.toggleAttribute('data-folded');
    older.setAttribute('aria-expanded', String(!items.hasAttribute('data-folded')));
  });

  for (const [name, command, said] of /** @type {const} */ ([
    ['rehearse', 'backup_rehearse', 'backups-rehearsing'],
    ['check', 'check', 'backups-checking'],
  ])) {
    const act = find(root, `[data-act="${name}"]`);
    act.addEventListener('click', async () => {
      const spot = { button: act, status: part(root, `${name}-status`), trouble, frame };
      const found = await working(spot, text(said), () => ask(command, {}));
      if (!found) return;
      if (signal.aborted) frame.say(found.text);
      else report(spot.status, part(root, `${name}-report`), found, text(name === 'check' ? 'backups-holds-diary' : 'backups-holds'));
    });
  }

  items.toggleAttribute('data-folded', true);
  take(backups);
  return () => ended.abort();
}
