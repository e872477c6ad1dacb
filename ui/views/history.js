// @ts-check
/** How a day came to be as it is: every saved change of it, and the way back to each. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { keyed } from './keyed.js';
import { complain } from './trouble.js';
import { working } from './working.js';

/** @typedef {import('../ipc/bindings.js').HistoryView} HistoryView */
/** @typedef {import('../ipc/bindings.js').Version} Version */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The number of the day before anything was written. */
const BEFORE = 0;

/** Where the arrow keys lead in a list of so many, from here. @type {Record<string, (at: number, count: number) => number>} */
const MOVES = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * @param {Ask} ask
 * @param {import('../router.js').Wish} wish
 */
export const load = (ask, wish) => ask('history', { date: wish.date ?? null });

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {HistoryView} history
 */
export function show(root, ask, frame, _wish, history) {
  const ended = new AbortController();
  const { signal } = ended;
  const { date } = history;
  const list = part(root, 'versions');
  const trouble = part(root, 'trouble');
  /** The row from which the day was brought back last; what is said about it stands there. @type {HTMLElement | null} */
  let told = null;

  /** @param {HistoryView} view */
  function take(view) {
    part(root, 'day').textContent = view.date_text;
    const is = view.versions.length > 0;
    part(root, 'empty').hidden = is;
    part(root, 'story').hidden = !is;
    part(root, 'came-from').hidden = view.came_from.length === 0;
    part(root, 'came-from-list').replaceChildren(...view.came_from.map(({ text: said }) => make('li', {}, said)));
    const before = { change: BEFORE, at_text: '', title: text('history-before'), lines: [], current: false };
    const versions = is ? [...view.versions, before] : [];
    keyed(list, versions, ({ change }) => String(change), row);
    for (const version of versions) mark(version);
    if (!buttons().some((button) => button.tabIndex === 0)) buttons()[0]?.setAttribute('tabindex', '0');
  }

  /** @returns {HTMLButtonElement[]} */
  function buttons() {
    return [...list.querySelectorAll('button')].filter((button) => button.dataset.change !== undefined);
  }

  /** @param {Version} version */
  function row(version) {
    const about = make('div', { class: 'about', id: `version-${version.change}` },
      make('p', { class: 'what' }, version.title),
      ...(version.at_text ? [make('p', { class: 'note' }, version.at_text)] : []),
      ...(version.lines.length ? [make('ul', { class: 'lines' }, ...version.lines.map((line) => make('li', {}, line)))] : []));
    const button = make('button', { type: 'button', tabindex: '-1', 'data-change': String(version.change), 'aria-describedby': `version-${version.change}` });
    return make('li', {}, about, button, make('p', { class: 'status', role: 'status' }));
  }

  /**
   * Says in its row whether the day is like this now.
   *
   * @param {Version} version
   */
  function mark({ change, at_text: when, title: what, current }) {
    const button = buttons().find(({ dataset }) => dataset.change === String(change));
    const item = button?.closest('li');
    if (!button || !item) return;
    item.toggleAttribute('data-current', current);
    if (current) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
    button.replaceChildren(...(current ? [icon('done')] : []), make('span', {}, text(current ? 'history-current' : 'history-restore')));
    const name = change === BEFORE ? text('history-restore-before')
      : current ? text('history-current-named', { when, what }) : text('history-restore-named', { when, what });
    button.setAttribute('aria-label', name);
  }

  /** @param {HTMLElement} item */
  const statusOf = (item) => /** @type {HTMLElement} */ (item.lastElementChild);

  /**
   * Says it in the row it is about, and nowhere else.
   *
   * @param {HTMLElement} item
   * @param {Node[]} said
   */
  function tell(item, said) {
    if (told && told !== item) statusOf(told).replaceChildren();
    told = item;
    const had = statusOf(item).contains(document.activeElement);
    statusOf(item).replaceChildren(...said);
    if (had) item.querySelector('button')?.focus();
  }

  /** @param {HTMLButtonElement} button */
  async function restore(button) {
    const item = /** @type {HTMLElement} */ (button.closest('li'));
    const place = { button, status: statusOf(item), trouble, frame };
    const saved = await working(place, text('history-restoring'), () => ask('restore_version', { date, change: Number(button.dataset.change) }));
    if (!saved || signal.aborted) return;
    // A day that was like this already has no new change, and so nothing to take back.
    const newest = list.firstElementChild;
    await again();
    tell(item, done(saved.text, list.firstElementChild === newest ? [] : frame.turning(saved.today, 'undo')));
  }

  async function again() {
    try {
      const view = await ask('history', { date });
      if (!signal.aborted) take(view);
    } catch (error) {
      complain(trouble, error);
    }
  }

  list.addEventListener('click', ({ target }) => {
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (target).closest('button[data-change]'));
    if (!button) return;
    rove(button);
    if (button.getAttribute('aria-disabled') !== 'true') void restore(button);
  }, { signal });

  list.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const to = all[MOVES[event.key]?.(at, all.length) ?? -1];
    if (at < 0 || !to) return;
    event.preventDefault();
    rove(to);
    to.focus();
    to.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, { signal });

  /** One of the buttons is reached with Tab. @param {HTMLButtonElement} stop */
  function rove(stop) {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  }

  frame.addEventListener('undone', (event) => {
    const { text: said, today } = /** @type {CustomEvent<Undone>} */ (event).detail;
    // A change of another day is told the ordinary way.
    if (today.date !== date) return;
    event.preventDefault();
    void again().then(() => {
      const words = done(said, frame.turning(today, 'both'));
      if (told?.isConnected) tell(told, words);
      else part(root, 'status').replaceChildren(...words);
    });
  }, { signal });

  take(history);
  return () => ended.abort();
}
