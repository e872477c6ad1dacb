// @ts-check
/** What stands around every view: the rail, the line about a sample diary, undo, and a word about what was done. */

import { call } from './ipc/host.js';
import { darken, dusk, isDark, looks, wear } from './model/appearance.js';
import { typedAhead, useSingleKeys } from './model/keys.js';
import { icon, make } from './model/make.js';
import { useNumbers } from './model/numbers.js';
import { text, translate, useTexts, words } from './model/texts.js';
import { ALONE, Router, WITHIN, isView } from './router.js';

/** @typedef {import('./ipc/bindings.js').Start} Start */
/** @typedef {import('./ipc/bindings.js').Today} Today */
/** @typedef {import('./ipc/bindings.js').Undone} Undone */

/** How long a word about what was done stays, in milliseconds. */
const STAYS = 8000;

/** A sample year. */
const SAMPLE_DAYS = 365;

/**
 * It tells the view that is shown of what concerns it:
 * `undone` (detail: Undone), `rough`, `check-in`, `back`; a view that takes care of one of them calls `preventDefault`.
 */
export class Frame extends EventTarget {
  #frame = /** @type {HTMLElement} */ (document.querySelector('[data-frame]'));
  #status = /** @type {HTMLElement} */ (document.querySelector('[data-whole-status]'));
  #sample = /** @type {HTMLElement} */ (document.querySelector('[data-sample]'));
  #fading = 0;
  /** What is shown, or what lies below a page that can be opened from anywhere, stands alone. */
  #alone = false;
  /** The window was opened for the night screen alone, and goes with it. */
  #forNight = isDark();

  /** What the view shown still has to save; set by the view. @type {(() => Promise<unknown>) | null} */
  flush = null;

  constructor() {
    super();
    this.router = new Router(/** @type {HTMLElement} */ (document.querySelector('[data-room]')), this);
    document.addEventListener('click', (event) => this.#clicked(event));
    looks.addEventListener('change', () => this.dispatchEvent(new Event('look')));
    for (const event of ['pagehide', 'blur']) window.addEventListener(event, () => void this.flush?.());
  }

  /**
   * Takes a whole new start: another diary, or the first one.
   *
   * @param {Start} start
   * @returns {Promise<void>}
   */
  adopt(start) {
    useTexts(start.texts);
    document.documentElement.lang = start.locale;
    document.documentElement.dir = text('text-direction');
    wear(start.appearance);
    useSingleKeys(start.settings.single_keys);
    useNumbers(!start.settings.number_free);
    translate(document.body);
    this.sample(start.today.sample);
    this.#frame.hidden = false;
    const wish = { today: start.today, question: true, recovery: start.recovery ?? undefined };
    // What stood alone is over and done with: nothing leads back to it.
    const own = this.#forNight ? 'night' : start.first_run ? 'first-run' : 'today';
    return this.router.show(start.recovery ? 'recovery' : own, wish, !this.#isAlone);
  }

  /** The view that is shown wants an answer before anything else. */
  get #isAlone() {
    return this.#alone;
  }

  /** Whether a sample diary is being looked at. @param {boolean} is */
  sample(is) {
    this.#sample.hidden = !is;
  }

  /** @param {string} name the view that is now shown */
  shown(name) {
    this.flush = null;
    if (!WITHIN.has(name)) {
      this.#alone = ALONE.has(name);
      darken(name === 'night');
    }
    this.#frame.classList.toggle('alone', this.#alone);
    // The night screen has a way of its own, dark as itself.
    /** @type {HTMLElement} */ (this.#frame.querySelector('[data-help-foot]')).hidden = WITHIN.has(name) || name === 'night';
    dusk(false);
    // What was just done elsewhere is nothing to read in the dark.
    if (name === 'night') this.#status.replaceChildren();
    // A view without an entry of its own says below which entry it lies.
    const under = document.getElementById(`view-${name}`)?.dataset.under;
    for (const link of this.#links()) {
      const { view } = link.dataset;
      if (view !== name && view !== under) {
        link.removeAttribute('aria-current');
        continue;
      }
      link.setAttribute('aria-current', view === name ? 'page' : 'true');
      // With very large text the bar is pushed along; the page itself stays where it is.
      const bar = link.closest('.rail-inner');
      if (bar && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
    }
  }

  /** @returns {HTMLElement[]} */
  #links() {
    return [...this.#frame.querySelectorAll('.rail [data-view]')].map((link) => /** @type {HTMLElement} */ (link));
  }

  /** @param {number} index of an entry of the rail */
  rail(index) {
    const view = this.#links()[index]?.dataset.view;
    if (view && !this.#isAlone) void this.router.show(view, {}, view !== this.router.current);
  }

  /**
   * Opens what a reminder or the tray leads to: a view, or the questions of a part of the present day.
   * A name that is not known leads to Today.
   *
   * @param {string} name
   */
  open(name) {
    if (name === 'night') {
      void this.night();
      return;
    }
    const isNight = this.router.current === 'night';
    if (this.#isAlone && !isNight) return;
    // Whoever asks for something else has done with the night screen: nothing leads back to it.
    this.#forNight = false;
    if (isNight) void this.#uncover();
    closeDialog();
    if (name === 'wind-down') {
      void this.router.show(name, { begin: true }, this.router.current !== name && !isNight);
      return;
    }
    if (name === 'morning' || name === 'evening') {
      void this.router.show('today', { date: null, part: name, question: true }, this.router.current !== 'today' && !isNight);
      return;
    }
    const view = isView(name) ? name : 'today';
    // A view with forms that is open already stays, with what is being typed in it.
    if (view !== this.router.current || view === 'today') void this.router.show(view, { date: null }, view !== this.router.current && !isNight);
  }

  /**
   * Looks into files that were dropped on the window; in the dark, and while something else has to be answered, they
   * are let fall.
   *
   * @param {unknown} drop
   */
  dropped(drop) {
    const { paths } = /** @type {{ paths?: unknown }} */ (drop ?? {});
    const names = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
    if (names.length === 0 || this.#isAlone || this.router.current === 'night') return;
    closeDialog();
    void this.router.show('data', { date: null, paths: names }, this.router.current !== 'data');
  }

  /** The evening's help. */
  windDown() {
    if (!this.#isAlone && this.router.current !== 'wind-down') void this.router.show('wind-down');
  }

  /**
   * While an evening is under way, or somebody breathes, nothing else is on the page, and it looks like evening.
   *
   * @param {boolean} on
   */
  quieten(on) {
    this.#frame.classList.toggle('alone', on);
    dusk(on);
  }

  /** The night screen, over whatever is shown. It is dark from this moment on, before the view has come. */
  async night() {
    if (this.#isAlone) return;
    closeDialog();
    darken(true);
    await this.router.show('night');
    if (this.router.current !== 'night') darken(false);
  }

  /** The window goes with the night screen. */
  get isForNight() {
    return this.#forNight;
  }

  /** Away from the night screen: back to the view before, or with the window that was opened for it. */
  async leaveNight() {
    if (this.#forNight) {
      try {
        await call('close_window', {});
        return;
      } catch {
        // A window that cannot be closed shows what every window shows.
        this.#forNight = false;
      }
    }
    // The display is given back while it is still dark.
    await this.#uncover();
    if (this.router.isDeep) this.router.back();
    else await this.router.show('today', { date: null }, false);
  }

  async #uncover() {
    try {
      await call('night_over', {});
    } catch {
      // The window stays as large as it is; everything in it goes on.
    }
  }

  /** Back to where we were, unless the view has a step of its own to go back. */
  back() {
    if (this.dispatchEvent(new Event('back', { cancelable: true }))) this.router.back();
  }

  /** The list of keys; the night screen has no room for it. */
  async help() {
    if (this.router.current === 'night') return;
    const { showKeys } = await import('./views/dialogs.js');
    if ((await showKeys()) === 'help-now') await this.helpNow();
  }

  /** The plan for flares. */
  async flare() {
    if (!this.#isAlone && this.router.current !== 'flare') await this.router.show('flare');
  }

  /** Numbers to call, from anywhere; in the dark they are dark as well. */
  async helpNow() {
    closeDialog();
    if (this.router.current !== 'help-now') await this.router.show('help-now');
  }

  /** The window is being closed, and nobody has said yet what that means. In the dark nobody is asked: Wane goes on. */
  async closeAsked() {
    if (this.router.current === 'night') {
      await call('close_window', {});
      return;
    }
    const { askOnClose } = await import('./views/dialogs.js');
    await askOnClose(call, this);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest('a[data-view], a[data-go]'));
    if (link?.dataset.back !== undefined && this.router.isDeep) {
      event.preventDefault();
      this.router.back();
    } else if (link) {
      event.preventDefault();
      const view = link.dataset.view ?? link.dataset.go ?? 'today';
      // The night screen is dark before it has come.
      if (view === 'night') void this.night();
      else void this.router.show(view, {}, view !== this.router.current);
    } else if (target.closest('[data-act="sample-remove"]')) {
      void this.removeSample();
    } else if (target.closest('[data-act="search"]')) {
      void this.search();
    }
  }

  /** Looks for words and days in the whole diary. */
  async search() {
    if (this.#isAlone) return;
    const typed = typedAhead();
    try {
      const { openSearch } = await import('./views/search.js');
      openSearch(call, this, typed());
    } finally {
      typed();
    }
  }

  /** Shows a made-up year instead of the user's own diary, which stays untouched. */
  async showSample() {
    try {
      await this.adopt(await call('sample_start', { days: SAMPLE_DAYS, seed: 0 }));
    } catch (error) {
      this.say(words(error));
    }
  }

  /** Removes the sample diary and goes back to the user's own. */
  async removeSample() {
    try {
      await this.adopt(await call('sample_remove', {}));
    } catch (error) {
      this.say(words(error));
    }
  }

  /**
   * Says what was done, where no place in the view does.
   *
   * @param {string} what
   * @param {HTMLElement[]} [more] such as a button
   */
  say(what, more = []) {
    this.#status.replaceChildren(make('span', {}, what), ...more);
    clearTimeout(this.#fading);
    this.#fading = window.setTimeout(() => this.#status.replaceChildren(), STAYS);
  }

  /** Takes back the last change, wherever it was made. */
  undo() {
    return this.#turnBack('undo');
  }

  /** Brings back what was taken back. */
  redo() {
    return this.#turnBack('redo');
  }

  /** @param {'undo' | 'redo'} which */
  async #turnBack(which) {
    if (this.#isAlone) return;
    try {
      await this.flush?.();
      const undone = await call(which, {});
      const event = new CustomEvent('undone', { detail: undone, cancelable: true });
      if (this.dispatchEvent(event)) {
        await this.router.again();
        this.say(undone.text, this.turning(undone.today));
      }
    } catch (error) {
      this.say(words(error));
    }
  }

  /**
   * Buttons for what can be taken back or brought back now.
   *
   * @param {Pick<Today, 'undo_text' | 'redo_text'>} today
   * @param {'undo' | 'redo' | 'both'} [which]
   */
  turning(today, which = 'both') {
    const buttons = [];
    for (const [name, said] of /** @type {const} */ ([['undo', today.undo_text], ['redo', today.redo_text]])) {
      if (said === null || (which !== 'both' && which !== name)) continue;
      const button = make('button', { type: 'button', class: 'in-text', 'aria-label': said }, text(name));
      button.addEventListener('click', () => void this.#turnBack(name));
      buttons.push(button);
    }
    return buttons;
  }

  /** Marks the present day as rough or takes the mark back; the Today view does it for the day it shows. */
  async rough() {
    if (this.#isAlone || !this.dispatchEvent(new Event('rough', { cancelable: true }))) return;
    try {
      const { rough } = await call('today', { date: null });
      const saved = await call('mark_rough', { date: null, rough: !rough });
      this.say(saved.text, this.turning(saved.today, 'undo'));
    } catch (error) {
      this.say(words(error));
    }
  }

  /**
   * To the day before or after the one that is shown.
   *
   * @param {-1 | 1} way
   */
  day(way) {
    if (!this.#isAlone) this.dispatchEvent(new CustomEvent('day', { detail: way }));
  }

  /** To the first unanswered question of the present day. */
  checkIn() {
    if (this.#isAlone || !this.dispatchEvent(new Event('check-in', { cancelable: true }))) return;
    void this.router.show('today', { date: null, question: true }, this.router.current !== 'today');
  }

  /**
   * To the days before or after, marks the day that is being read, or prints, in a view of charts.
   *
   * @param {'earlier' | 'later' | 'mark' | 'print'} what
   */
  charts(what) {
    if (!this.#isAlone) this.dispatchEvent(new CustomEvent('charts', { detail: what }));
  }

  /** From chart to table and back: the chart in use, or all of the view. */
  table() {
    const inUse = document.activeElement?.closest('wane-chart');
    for (const chart of inUse ? [inUse] : document.querySelectorAll('wane-chart')) {
      /** @type {import('./elements/wane-chart.js').WaneChart} */ (chart).toggle();
    }
  }
}

function closeDialog() {
  /** @type {HTMLDialogElement | null} */ (document.querySelector('dialog[open]'))?.close('');
}

/**
 * "Saved", with a tick and the way back.
 *
 * @param {string} what
 * @param {HTMLElement[]} more
 */
export function done(what, more) {
  return [icon('done'), make('span', {}, what), ...more];
}
