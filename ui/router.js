// @ts-check
/** One view at a time: loads it, shows it, and puts the one before away. */

import { call } from './ipc/host.js';
import { copyOf } from './model/make.js';
import { text, translate, words } from './model/texts.js';

/** @typedef {import('./frame.js').Frame} Frame */

/**
 * What a view is wished to show.
 *
 * @typedef {object} Wish
 * @property {string | null} [date] the day
 * @property {import('./ipc/bindings.js').Today} [today] the day, already known
 * @property {string | null} [card] the card to read
 * @property {boolean} [question] the first unanswered question takes the focus
 * @property {import('./ipc/bindings.js').DayPart} [part] the part of the day whose questions are open
 * @property {string} [said] what was just done
 * @property {string[]} [paths] files that were dropped on the window
 * @property {boolean} [begin] the wind-down begins by itself, or goes on
 * @property {import('./ipc/bindings.js').RecoveryView} [recovery] what became of a damaged diary
 */

/**
 * @typedef {object} ViewModule
 * @property {() => Node} [page] what the view is made of, where no template of `index.html` holds it
 * @property {(ask: typeof call, wish: Wish) => Promise<unknown>} [load] fetches what the view needs, while the old one still stands
 * @property {(root: HTMLElement, ask: typeof call, frame: Frame, wish: Wish, loaded: any) => Dispose} show
 */

/** Puts a view away; ends when everything it held is saved. @typedef {() => void | Promise<void>} Dispose */

/** Views that are not needed for the first picture come when they are asked for. @type {Record<string, () => Promise<ViewModule>>} */
const VIEWS = {
  today: () => import('./views/today.js'),
  trends: () => import('./views/trends.js'),
  learn: () => import('./views/learn.js'),
  'help-now': () => import('./views/help-now.js'),
  care: () => import('./views/care.js'),
  insights: () => import('./views/insights.js'),
  movement: () => import('./views/movement.js'),
  flare: () => import('./views/flare.js'),
  plan: () => import('./views/plan.js'),
  data: () => import('./views/data.js'),
  settings: () => import('./views/settings.js'),
  history: () => import('./views/history.js'),
  lists: () => import('./views/lists.js'),
  trash: () => import('./views/trash.js'),
  backups: () => import('./views/backups.js'),
  recovery: () => import('./views/recovery.js'),
  night: () => import('./views/night.js'),
  'wind-down': () => import('./views/wind-down.js'),
  breathing: () => import('./views/breathing.js'),
  'first-run': () => import('./views/first-run.js'),
};

/** Views that stand alone, before there is a diary to look at or in the dark: no rail, and no key leads away. */
export const ALONE = new Set(['first-run', 'recovery', 'night']);

/** Pages that can be opened from anywhere, from what stands alone as well; what was below them stays as it was. */
export const WITHIN = new Set(['help-now', 'care']);

/** Whether this is a view that can be gone to. @param {string} name */
export const isView = (name) => Object.hasOwn(VIEWS, name) && !ALONE.has(name);

/** How long a view may take before it says that it is on its way, in milliseconds. */
const PATIENCE = 300;

export class Router {
  /** @type {Dispose | null} */ #dispose = null;
  #turn = 0;
  #room;
  #frame;
  /** The view that is shown. */
  current = '';

  /**
   * @param {HTMLElement} room
   * @param {Frame} frame
   */
  constructor(room, frame) {
    this.#room = room;
    this.#frame = frame;
    window.addEventListener('popstate', ({ state }) => {
      if (state?.view) void this.show(state.view, { date: state.date, card: state.card }, false);
    });
  }

  /**
   * Shows a view in place of the present one.
   *
   * @param {string} name
   * @param {Wish} [wish]
   * @param {boolean} [isNew] whether "back" should return to where we are now
   */
  async show(name, wish = {}, isNew = true) {
    const turn = (this.#turn += 1);
    const busy = window.setTimeout(() => this.#room.setAttribute('aria-busy', 'true'), PATIENCE);
    try {
      const module = await VIEWS[name]?.();
      // What the view before still holds is saved before the next one reads.
      await this.#dispose?.();
      const loaded = await module?.load?.(call, wish);
      if (turn !== this.#turn || !module) return;
      this.#put(name, isNew, wish, module.page?.() ?? copyOf(`view-${name}`));
      this.#dispose = module.show(this.#room, call, this.#frame, wish, loaded);
      if (this.#moved && !this.#room.contains(document.activeElement)) {
        this.#room.querySelector('h1')?.focus({ preventScroll: true });
      }
      this.#moved = true;
    } catch (error) {
      this.#frame.say(words(error));
    } finally {
      clearTimeout(busy);
      if (turn === this.#turn) this.#room.removeAttribute('aria-busy');
    }
  }

  /** The first view does not take the focus to its heading. */
  #moved = false;

  /**
   * @param {string} name
   * @param {boolean} isNew
   * @param {Wish} wish
   * @param {Node} page
   */
  #put(name, isNew, wish, page) {
    const depth = history.state?.depth ?? 0;
    const state = { view: name, date: wish.date ?? null, card: wish.card ?? null };
    if (isNew && this.current) history.pushState({ ...state, depth: depth + 1 }, '', `#${name}`);
    else history.replaceState({ ...state, depth }, '', `#${name}`);
    this.current = name;
    this.#dispose = null;
    this.#room.replaceChildren(page);
    translate(this.#room);
    window.scrollTo(0, 0);
    this.#frame.shown(name);
    document.title = ALONE.has(name) ? text('app-name') : text('window-title', { view: text(`view-${name}`) });
  }

  /** The Today view moved to another day by itself. @param {string} date */
  movedTo(date) {
    history.replaceState({ ...history.state, date }, '');
  }

  /** Shows the present view afresh. @param {Wish} [wish] */
  again(wish = {}) {
    return this.show(this.current, { date: history.state?.date, card: history.state?.card, ...wish }, false);
  }

  /** There is somewhere to go back to. */
  get isDeep() {
    return (history.state?.depth ?? 0) > 0;
  }

  /** Back to where we were; on the first page nothing happens. */
  back() {
    if (this.isDeep) history.back();
  }
}
