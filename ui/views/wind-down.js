// @ts-check
/**
 * Wind-down: the person's own sequence, and the evening under way.
 *
 * Nothing about time is decided here: the diary says how far an evening is, and goes on when it is asked.
 */

import { done } from '../frame.js';
import { make, part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { calm, complain } from './trouble.js';
import { BlocksEditor } from './wind-down-blocks.js';
import { Stage } from './wind-down-stage.js';
import { GivenBack, ParkForm } from './wind-down-worries.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').WindDownView} WindDownView */
/** @typedef {import('../ipc/bindings.js').WindDownAct} WindDownAct */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * @param {Ask} ask
 * @param {import('../router.js').Wish} wish
 */
export function load(ask, wish) {
  return wish.begin ? ask('wind_down_act', { act: 'start' }) : ask('wind_down', {});
}

/** What the view is made of. */
export function page() {
  return make('div', { class: 'wind-down stack wide' },
    make('div', { class: 'stack wide', 'data-part': 'home' },
      make('header', { class: 'view-head' }, make('h1', { tabindex: '-1' }, text('view-wind-down'))),
      make('section', { class: 'card', 'data-part': 'back', hidden: true }),
      make('section', { class: 'card wind-down-card', 'aria-labelledby': 'wind-down-title' },
        make('div', { class: 'row spread' },
          make('h2', { id: 'wind-down-title' }, text('wind-down-blocks')),
          make('span', { class: 'quiet', 'data-part': 'total' })),
        make('p', { class: 'quiet', 'data-part': 'lead' }),
        make('ol', { class: 'wind-down-blocks', 'data-part': 'blocks' }),
        make('div', { class: 'stack', 'data-part': 'adding', hidden: true }),
        make('div', { class: 'row' },
          make('button', { type: 'button', class: 'primary', 'data-act': 'start' }),
          make('button', { type: 'button', 'data-act': 'end-here', hidden: true }, text('wind-down-end-here')),
          make('button', { type: 'button', class: 'plain', 'data-act': 'edit', 'aria-expanded': 'false' }, text('wind-down-edit')),
          make('button', { type: 'button', class: 'plain', 'data-act': 'reset', hidden: true }, text('wind-down-reset'))),
        make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }),
        make('p', { class: 'status', role: 'status', 'data-part': 'status' })),
      make('div', { class: 'wind-down-more' },
        make('section', { class: 'card', 'data-part': 'park', 'aria-labelledby': 'worries-title' }),
        make('section', { class: 'card wind-down-breathe', 'aria-labelledby': 'breathe-title' },
          make('h2', { id: 'breathe-title' }, text('view-breathing')),
          make('p', { class: 'quiet' }, text('breath-lead')),
          make('p', { 'data-part': 'rate' }),
          make('div', { class: 'row' }, make('a', { class: 'button', href: '#breathing', 'data-go': 'breathing' }, text('breath-only')))))),
    make('div', { 'data-part': 'stage', hidden: true }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {WindDownView} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const view = new WindDown(root, ask, frame);
  view.take(loaded);
  return () => view.end();
}

class WindDown {
  #root;
  #ask;
  #frame;
  #ended = new AbortController();
  /** @type {WindDownView} */ #now = /** @type {any} */ (null);
  #editor;
  #given;
  #park;
  /** @type {Stage | null} */ #stage = null;

  /**
   * @param {HTMLElement} root
   * @param {Ask} ask
   * @param {Frame} frame
   */
  constructor(root, ask, frame) {
    this.#root = root;
    this.#ask = ask;
    this.#frame = frame;
    const { signal } = this.#ended;
    const refresh = () => this.#attempt(() => ask('wind_down', {}));
    this.#editor = new BlocksEditor(root, (blocks) => void this.#attempt(() => ask('save_wind_down', { blocks }), true));
    this.#given = new GivenBack(part(root, 'back'), ask, frame, refresh);
    this.#park = new ParkForm(part(root, 'park'), ask, frame, refresh);
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)), { signal });
    frame.addEventListener('back', (event) => {
      if (!this.#stage) return;
      event.preventDefault();
      void this.#leave();
    }, { signal });
    frame.addEventListener('undone', (event) => {
      event.preventDefault();
      const { text: said } = /** @type {CustomEvent<Undone>} */ (event).detail;
      void this.#attempt(() => ask('wind_down', {})).then(() => this.#say(said, 'both'));
    }, { signal });
    // A window that is closed can still say that somebody leaves; if not, the diary notices by itself.
    window.addEventListener('pagehide', () => {
      if (this.#stage && !this.#now.session?.paused) void ask('wind_down_act', { act: 'pause' }).catch(() => {});
    }, { signal });
  }

  /** Whoever leaves the view pauses the evening. */
  end() {
    this.#ended.abort();
    const runs = this.#stage?.isRunning ?? false;
    this.#stage?.end();
    this.#stage = null;
    this.#frame.quieten(false);
    return runs ? this.#ask('wind_down_act', { act: 'pause' }).then(() => {}, () => {}) : undefined;
  }

  /** @param {WindDownView} view */
  take(view) {
    this.#now = view;
    const { session } = view;
    if (session && !session.paused) this.#onStage();
    this.#stage?.take(view);
    if (this.#stage && !session) {
      this.#stage.over(view.said);
      return;
    }
    if (this.#stage) return;
    this.#home();
  }

  #home() {
    const { session, said } = this.#now;
    part(this.#root, 'lead').textContent = session ? session.paused_text : this.#now.done_text || text('wind-down-lead');
    part(this.#root, 'total').textContent = this.#now.total_text;
    part(this.#root, 'rate').textContent = this.#now.breathing.rate_text;
    this.#act('start').textContent = text(session ? 'wind-down-continue' : this.#now.done_text ? 'wind-down-again' : 'wind-down-start');
    this.#act('end-here').hidden = !session;
    this.#act('edit').hidden = session !== null;
    this.#editor.take(this.#now);
    this.#act('reset').hidden = !this.#editor.isOpen || !this.#now.own;
    this.#given.take(this.#now.worries);
    this.#park.take(this.#now.worries);
    calm(part(this.#root, 'trouble'));
    if (said) this.#say(said);
  }

  #onStage() {
    if (this.#stage) return;
    this.#editor.open(false);
    part(this.#root, 'home').hidden = true;
    part(this.#root, 'stage').hidden = false;
    this.#frame.quieten(true);
    this.#stage = new Stage(part(this.#root, 'stage'), this.#ask, (act) => this.#doing(act));
    window.scrollTo(0, 0);
  }

  #offStage() {
    this.#stage?.end();
    this.#stage = null;
    part(this.#root, 'stage').hidden = true;
    part(this.#root, 'home').hidden = false;
    this.#frame.quieten(false);
    this.#home();
    this.#act('start').focus();
  }

  /**
   * Something is done on the stage.
   *
   * @param {WindDownAct | 'leave'} act
   */
  async #doing(act) {
    if (act === 'leave') return this.#leave();
    try {
      const view = await this.#ask('wind_down_act', { act });
      if (!this.#ended.signal.aborted) this.take(view);
    } catch (error) {
      this.#stage?.complain(words(error));
    }
    return undefined;
  }

  /** From the stage to the list; an evening under way is paused. */
  async #leave() {
    if (this.#stage?.isRunning) {
      try {
        this.#now = await this.#ask('wind_down_act', { act: 'pause' });
      } catch {
        // The diary notices by itself when nobody is there any more.
      }
    }
    if (!this.#ended.signal.aborted) this.#offStage();
  }

  /** @param {string} name */
  #act(name) {
    return /** @type {HTMLButtonElement} */ (this.#root.querySelector(`[data-part="home"] [data-act="${name}"]`));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-part="home"] [data-act]')?.getAttribute('data-act');
    if (act === 'start') void this.#attempt(() => this.#ask('wind_down_act', { act: 'start' }));
    else if (act === 'end-here') {
      void this.#attempt(() => this.#ask('wind_down_act', { act: 'finish' })).then(() => this.#act('start').focus());
    } else if (act === 'edit') {
      this.#editor.open(!this.#editor.isOpen);
      this.#act('reset').hidden = !this.#editor.isOpen || !this.#now.own;
    } else if (act === 'reset') void this.#attempt(() => this.#ask('save_wind_down', { blocks: [] }), true).then(() => this.#act('edit').focus());
  }

  /**
   * @param {() => Promise<WindDownView>} work
   * @param {boolean} [isOfBlocks] what is not taken is shown as it was
   */
  async #attempt(work, isOfBlocks = false) {
    try {
      const view = await work();
      if (!this.#ended.signal.aborted) this.take(view);
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      if (isOfBlocks) this.#editor.take(this.#now);
      complain(part(this.#root, 'trouble'), error);
      part(this.#root, 'status').replaceChildren();
    }
  }

  /**
   * @param {string} what
   * @param {'undo' | 'both'} [which]
   */
  #say(what, which = 'undo') {
    part(this.#root, 'status').replaceChildren(...done(what, this.#frame.turning(this.#now, which)));
  }
}
