// @ts-check
/** Routines: the person's own and the ready-made, to begin, to make and to change. */

import { movementFigure } from '../elements/movement-figure.js';
import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').RoutinesView} RoutinesView */
/** @typedef {import('../ipc/bindings.js').RoutineView} RoutineView */
/** @typedef {import('./movement.js').Doing} Doing */
/** @typedef {import('./movement-player.js').Player} Player */

export class RoutinesPart {
  #root;
  #doing;
  /** @type {RoutinesView | null} */ #view = null;
  /** @type {Player | null} */ #player = null;
  /** Closes the form that is open. @type {(() => void) | null} */ #form = null;

  /** @param {HTMLElement} root @param {Doing} doing */
  constructor(root, doing) {
    this.#root = root;
    this.#doing = doing;
    root.append(
      make('div', { class: 'stack wide', 'data-part': 'lists' },
        make('div', { class: 'row spread' }, make('p', { class: 'quiet' }, text('routines-note'), ' ', text('routines-in-wind-down')),
          make('a', { class: 'button plain', href: '#wind-down', 'data-go': 'wind-down' }, text('routines-to-wind-down')),
          make('button', { type: 'button', 'data-act': 'new' }, icon('plus'), make('span', {}, text('routine-new')))),
        make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }),
        make('p', { class: 'status', role: 'status', 'data-part': 'status' }),
        make('section', { class: 'stack', 'data-part': 'own-room', hidden: true }, make('h2', {}, text('routines-own')), make('ul', { class: 'routines', 'data-part': 'own', 'data-hold': true })),
        make('section', { class: 'stack' }, make('h2', {}, text('routines-ready')), make('ul', { class: 'routines', 'data-part': 'ready' }))),
      make('div', { 'data-part': 'form', hidden: true }),
      make('div', { 'data-part': 'player', hidden: true }));
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  async refresh() {
    this.#take(await this.#doing.ask('routines', {}));
  }

  /** Escape leaves the player or the form. */
  back() {
    if (this.#player) this.#stop();
    else if (this.#form) this.#form();
    else return false;
    return true;
  }

  end() {
    this.#player?.end();
  }

  /**
   * Begins a routine at once.
   *
   * @param {string} key
   */
  async play(key) {
    try {
      const [{ Player }, routine] = await Promise.all([import('./movement-player.js'), this.#doing.ask('routine', { key })]);
      this.#show('player');
      this.#player?.end();
      this.#player = new Player(part(this.#root, 'player'), this.#doing, routine, () => this.#stop());
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  #stop() {
    const key = this.#player?.key;
    this.#player?.end();
    this.#player = null;
    this.#show('lists');
    this.#focusOn(key ?? '');
  }

  /** One of the three is shown at a time. @param {'lists' | 'form' | 'player'} which */
  #show(which) {
    for (const name of ['lists', 'form', 'player']) part(this.#root, name).hidden = name !== which;
  }

  /** @param {RoutinesView} view */
  #take(view) {
    this.#view = view;
    const own = view.routines.filter((routine) => routine.own);
    part(this.#root, 'own-room').hidden = own.length === 0;
    part(this.#root, 'own').replaceChildren(...own.map((routine) => this.#item(routine)));
    part(this.#root, 'ready').replaceChildren(...view.routines.filter((routine) => !routine.own).map((routine) => this.#item(routine)));
  }

  /** @param {RoutineView} routine */
  #item(routine) {
    const { key, own, name, text: about, steps } = routine;
    const played = steps.filter((step) => !step.hidden);
    const button = (/** @type {string} */ act, /** @type {string} */ id, /** @type {string} */ named, kind = 'plain') =>
      make('button', { type: 'button', class: kind, 'data-act': act, 'aria-label': text(named, { name }) }, text(id));
    const more = own ? [button('edit', 'routine-edit', 'routine-edit-named'), button('remove', 'routine-remove', 'routine-remove-named')] : [button('copy', 'routine-copy', 'routine-copy-named')];
    const play = button('play', 'routine-play', 'routine-play-named', '');
    play.toggleAttribute('disabled', played.length === 0);
    return make('li', { class: 'card routine', 'data-key': key },
      make('div', { class: 'figures', 'aria-hidden': 'true' }, ...played.slice(0, 4).map((step) => movementFigure(step.movement, null))),
      make('h3', {}, name), make('p', { class: 'note' }, about),
      make('div', { class: 'row' }, play, ...more));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    if (act === 'new') void this.#edit(null, false);
    const key = target.closest('li[data-key]')?.getAttribute('data-key');
    const routine = this.#view?.routines.find((one) => one.key === key);
    if (!routine) return;
    if (act === 'play') void this.play(routine.key);
    else if (act === 'edit') void this.#edit(routine, false);
    else if (act === 'copy') void this.#edit(routine, true);
    else if (act === 'remove') void this.#remove(routine.key);
  }

  /** @param {RoutineView | null} routine @param {boolean} asNew */
  async #edit(routine, asNew) {
    const room = part(this.#root, 'form');
    try {
      const [{ routineForm }, library] = await Promise.all([import('./movement-routine-form.js'), this.#doing.ask('movement_library', {})]);
      const close = () => {
        this.#form = null;
        room.replaceChildren();
        this.#show('lists');
        this.#focusOn(routine?.key ?? '');
      };
      this.#form = close;
      const form = routineForm(routine, asNew, library, close, async (request) => {
        const view = await this.#doing.ask('save_routine', request);
        close();
        this.#took(view);
      });
      room.replaceChildren(form.element);
      this.#show('form');
      form.focus();
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** @param {string} key */
  async #remove(key) {
    try {
      this.#took(await this.#doing.ask('remove_routine', { key }));
      /** @type {HTMLElement | null} */ (this.#root.querySelector('[data-act="new"]'))?.focus();
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** @param {RoutinesView} view */
  #took(view) {
    calm(part(this.#root, 'trouble'));
    this.#take(view);
    part(this.#root, 'status').replaceChildren(...done(view.said ?? '', this.#doing.frame.turning(view, 'undo')));
  }

  /** @param {string} key */
  #focusOn(key) {
    const item = [...this.#root.querySelectorAll('li[data-key]')].find((one) => one.getAttribute('data-key') === key);
    const place = item?.querySelector('button') ?? this.#root.querySelector('[data-act="new"]');
    /** @type {HTMLElement | null} */ (place)?.focus();
  }
}
