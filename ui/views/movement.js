// @ts-check
/** Movement: a session logged in ten seconds, the library of gentle movements, routines, and the person's own plan. */

import { icon, make } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { LogPart } from './movement-log.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').MovementView} MovementView */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {typeof import('../ipc/host.js').call} Ask */
/** @typedef {'log' | 'library' | 'routines' | 'plan'} Tab */

/**
 * One part of the view.
 *
 * @typedef {object} Room
 * @property {() => Promise<void>} refresh shows what the diary holds now
 * @property {() => boolean} [back] goes back a step of its own, if there is one
 * @property {() => void} [end]
 */

/**
 * What the parts of the view share.
 *
 * @typedef {object} Doing
 * @property {Ask} ask
 * @property {Frame} frame
 * @property {(tab: Tab) => Promise<void>} go to another part
 */

/** @type {[Tab, string, string][]} */
const TABS = [['log', 'movement-tab-log', 'today'], ['library', 'movement-tab-library', 'library'], ['routines', 'movement-tab-routines', 'routines'], ['plan', 'movement-tab-plan', 'quota']];

/** Which part was open when the view was left; it opens again after an undo. @type {Tab} */
let open = 'log';

/** @param {Ask} ask @param {import('../router.js').Wish} wish */
export const load = (ask, wish) => ask('movement', { date: wish.date ?? null });

/** What the view is made of. */
export function page() {
  const tab = (/** @type {[Tab, string, string]} */ [name, id, picture]) =>
    make('button', { type: 'button', role: 'tab', id: `movement-tab-${name}`, 'aria-controls': `movement-${name}`, 'data-tab': name }, icon(picture), make('span', {}, text(id)));
  const room = (/** @type {[Tab, string, string]} */ [name]) =>
    make('div', { class: 'movement-room', role: 'tabpanel', id: `movement-${name}`, 'aria-labelledby': `movement-tab-${name}`, 'data-room-of': name, hidden: true });
  return make('div', { class: 'movement' },
    make('header', { class: 'view-head' },
      make('h1', { tabindex: '-1' }, text('view-movement')),
      make('div', { class: 'segments', role: 'tablist', 'aria-label': text('movement-parts') }, ...TABS.map(tab))),
    ...TABS.map(room));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {MovementView} view
 */
export function show(root, ask, frame, _wish, view) {
  const tabs = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('[data-tab]')]);
  const roomOf = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-room-of="${name}"]`));
  /** @type {Map<Tab, Promise<Room>>} */
  const rooms = new Map();
  /** Those that have come. @type {Map<Tab, Room>} */
  const here = new Map();
  const ended = new AbortController();
  /** @type {Doing} */
  const doing = { ask, frame, go };
  const log = new LogPart(roomOf('log'), doing, view);
  rooms.set('log', Promise.resolve(log));
  here.set('log', log);

  /** The part, showing what the diary holds now. It is made once, however often it is asked for. @param {Tab} tab */
  async function made(tab) {
    const coming = rooms.get(tab) ?? begun(tab);
    rooms.set(tab, coming);
    try {
      const room = await coming;
      here.set(tab, room);
      await room.refresh();
      return room;
    } catch (error) {
      if (!here.has(tab)) rooms.delete(tab);
      throw error;
    }
  }

  /** A part is fetched when it is first wanted. @param {Tab} tab @returns {Promise<Room>} */
  async function begun(tab) {
    if (tab === 'library') return new (await import('./movement-library.js')).LibraryPart(roomOf(tab), doing);
    if (tab === 'routines') return new (await import('./movement-routines.js')).RoutinesPart(roomOf(tab), doing);
    return new (await import('./movement-plan.js')).PlanPart(roomOf(tab), doing);
  }

  /** @param {Tab} tab */
  function mark(tab) {
    open = tab;
    for (const button of tabs) {
      const is = button.dataset.tab === tab;
      button.setAttribute('aria-selected', String(is));
      button.tabIndex = is ? 0 : -1;
    }
    for (const [name] of TABS) roomOf(name).hidden = name !== tab;
  }

  /** @param {Tab} tab */
  async function go(tab) {
    mark(tab);
    try {
      await made(tab);
    } catch (error) {
      frame.say(words(error));
    }
  }

  const list = /** @type {HTMLElement} */ (root.querySelector('[role="tablist"]'));
  list.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('button');
    if (button) void go(/** @type {Tab} */ (button.dataset.tab));
  });
  list.addEventListener('keydown', (event) => {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl }[event.key];
    const at = tabs.findIndex((button) => button === document.activeElement);
    const next = step === undefined || at < 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
    void go(/** @type {Tab} */ (next.dataset.tab));
  });
  frame.addEventListener('undone', (event) => {
    event.preventDefault();
    const { text: said, today } = /** @type {CustomEvent<Undone>} */ (event).detail;
    void made(open);
    frame.say(said, frame.turning(today));
  }, { signal: ended.signal });
  frame.addEventListener('back', (event) => {
    if (here.get(open)?.back?.()) event.preventDefault();
  }, { signal: ended.signal });

  // A reminder leads to the log.
  mark('log');
  return () => {
    ended.abort();
    for (const room of here.values()) room.end?.();
  };
}
