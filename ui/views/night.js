// @ts-check
/**
 * The night screen: black, one sentence, three large words. It stands alone, tells no time and makes no sound.
 *
 * It is in one of these states: `choose`, the three words; `breathe`; `settle`, one card at a time; `noted`, a few words
 * before it goes; and `black`, when nobody has touched it for a while: nothing is seen, and a touch brings it back.
 * A window that was opened for the night screen alone closes instead of turning black.
 */

import { WaneBreath } from '../elements/wane-breath.js';
import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').NightView} NightView */
/** @typedef {import('../ipc/bindings.js').NightChoice} NightChoice */
/** @typedef {typeof import('../ipc/host.js').call} Ask */
/** @typedef {'choose' | 'breathe' | 'settle' | 'noted' | 'black'} State */

const MINUTE = 60_000;

/** How long each state stays without a touch, in milliseconds; breathing is done lying still. @type {Record<Exclude<State, 'black'>, number>} */
const QUIET = { choose: 5 * MINUTE, settle: 5 * MINUTE, breathe: 15 * MINUTE, noted: 6000 };

/** The words of the choices. @type {[NightChoice, string][]} */
const CHOICES = [['breathe', 'night-breathe'], ['settle', 'night-settle'], ['note', 'night-note']];

/** @param {Ask} ask */
export function load(ask) {
  return ask('night', {});
}

/** What the view is made of. */
export function page() {
  const words = (/** @type {string} */ name, /** @type {string} */ id, attributes = {}) =>
    make('button', { type: 'button', class: 'night-word', 'data-act': name, ...attributes }, text(id));
  return make('div', { class: 'night-screen', 'data-state': 'choose' },
    make('div', { class: 'night-middle' },
      make('h1', { 'data-part': 'sentence', tabindex: '-1' }),
      make('div', { class: 'night-choices', 'data-in': 'choose' }, ...CHOICES.map(([choice, id]) => words(choice, id))),
      make('div', { class: 'night-breath', 'data-in': 'breathe', hidden: true }, make('div', { 'data-part': 'breath' }), make('p', {}, text('night-dizzy'))),
      make('div', { class: 'night-settling', 'data-in': 'settle', hidden: true }, make('p', { 'data-part': 'card', 'aria-live': 'polite' }), words('next', 'night-next')),
      make('p', { class: 'night-said', 'data-part': 'said', role: 'status' })),
    make('div', { class: 'night-ways' },
      make('button', { type: 'button', class: 'night-away', 'data-act': 'away' }),
      make('button', { type: 'button', class: 'night-away night-help', 'data-act': 'help' }, text('help-now-link'))),
    make('button', { type: 'button', class: 'night-black', 'data-act': 'wake', 'aria-label': text('night-dark'), hidden: true }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {NightView} night
 */
export function show(root, ask, frame, _wish, night) {
  const screen = new NightScreen(/** @type {HTMLElement} */ (root.querySelector('.night-screen')), ask, frame, night);
  return () => screen.end();
}

/** The shape to breathe with, at the usual slow rate. */
function breathing() {
  const shape = new WaneBreath();
  for (const [name, value] of Object.entries({ role: 'group', 'aria-label': text('night-breath'), in: '4', out: '6', 'word-in': 'night-in', 'word-out': 'night-out' })) shape.setAttribute(name, value);
  return shape;
}

class NightScreen {
  #root;
  #ask;
  #frame;
  #cards;
  /** Which card comes next. */
  #card = 0;
  /** @type {State} */ #state = 'choose';
  /** What has been noted since somebody woke the screen: to breathe twice is to be awake once. @type {Set<NightChoice>} */
  #noted = new Set();
  #quiet = 0;
  #ended = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {NightView} night
   */
  constructor(root, ask, frame, night) {
    this.#root = root;
    this.#ask = ask;
    this.#frame = frame;
    this.#cards = night.cards;
    part(root, 'sentence').textContent = night.sentence;
    const { signal } = this.#ended;
    // Before anything else hears a key: on the black screen it only brings the words back.
    document.addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal });
    for (const touch of ['pointerdown', 'pointermove', 'wheel']) document.addEventListener(touch, () => this.#touched(), { signal, passive: true });
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)), { signal });
    frame.addEventListener('back', (event) => {
      event.preventDefault();
      this.#back();
    }, { signal });
    this.#turn('choose');
  }

  end() {
    this.#ended.abort();
    clearTimeout(this.#quiet);
    part(this.#root, 'breath').replaceChildren();
  }

  /** @param {State} state */
  #turn(state) {
    this.#state = state;
    this.#root.dataset.state = state;
    for (const piece of this.#root.querySelectorAll('[data-in]')) piece.toggleAttribute('hidden', piece.getAttribute('data-in') !== state);
    // The one sentence stays the heading of the page, and gives its place to what was chosen.
    part(this.#root, 'sentence').classList.toggle('unseen', state !== 'choose');
    part(this.#root, 'said').hidden = state === 'black';
    if (state !== 'noted') part(this.#root, 'said').textContent = '';
    const breath = part(this.#root, 'breath');
    breath.replaceChildren(...(state === 'breathe' ? [breathing()] : []));
    const away = this.#act('away');
    away.hidden = state === 'black';
    this.#act('help').hidden = state === 'black';
    away.textContent = text(state === 'choose' || state === 'noted' ? 'night-close' : 'night-back');
    this.#act('wake').hidden = state !== 'black';
    this.#rest();
  }

  /** @param {string} name */
  #act(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-act="${name}"]`));
  }

  /** The state stays for its time from now on. */
  #rest() {
    clearTimeout(this.#quiet);
    if (this.#state === 'black') return;
    this.#quiet = window.setTimeout(() => this.#goQuiet(), QUIET[this.#state]);
  }

  #goQuiet() {
    if (this.#state === 'noted' || this.#frame.isForNight) {
      void this.#frame.leaveNight();
      return;
    }
    // The view before might be bright: nobody sees it until somebody asks for it.
    this.#noted.clear();
    this.#turn('black');
    this.#act('wake').focus();
  }

  #touched() {
    if (this.#state !== 'black') this.#rest();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    this.#touched();
    if (event.key === 'Escape' || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (this.#state === 'black') {
      event.preventDefault();
      event.stopPropagation();
      this.#wake();
      return;
    }
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way) {
      event.preventDefault();
      this.#step(way);
    }
  }

  /** To the button before or after; the way through the screen needs two keys only. @param {number} way */
  #step(way) {
    const buttons = [...this.#root.querySelectorAll('button')].filter((button) => button.checkVisibility());
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at < 0 ? (way > 0 ? 0 : buttons.length - 1) : (at + way + buttons.length) % buttons.length]?.focus();
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    if (act === 'breathe' || act === 'settle') {
      this.#turn(act);
      if (act === 'settle') this.#nextCard();
      this.#act(act === 'settle' ? 'next' : 'away').focus();
      void this.#note(act);
    } else if (act === 'note') void this.#noteAlone();
    else if (act === 'next') this.#nextCard();
    else if (act === 'wake') this.#wake();
    else if (act === 'away') this.#back();
    else if (act === 'help') void this.#frame.helpNow();
  }

  #wake() {
    this.#turn('choose');
    this.#act('breathe').focus();
  }

  #back() {
    const from = this.#state;
    if (from !== 'breathe' && from !== 'settle') {
      void this.#frame.leaveNight();
      return;
    }
    this.#turn('choose');
    this.#act(from).focus();
  }

  #nextCard() {
    part(this.#root, 'card').textContent = this.#cards[this.#card % this.#cards.length] ?? '';
    this.#card += 1;
  }

  /**
   * Notes the instant, once for each choice.
   *
   * @param {NightChoice} choice
   * @returns {Promise<string>} what to say about it; nothing if there is nothing to say
   */
  async #note(choice) {
    if (this.#noted.has(choice)) return '';
    this.#noted.add(choice);
    try {
      return (await this.#ask('night_note', { choice })).text;
    } catch {
      this.#noted.delete(choice);
      part(this.#root, 'said').textContent = text('night-not-noted');
      return '';
    }
  }

  /** Just that: a few words, and the screen goes by itself. */
  async #noteAlone() {
    const had = this.#noted.has('note');
    const said = await this.#note('note');
    if (this.#ended.signal.aborted || (!said && !had)) return;
    this.#turn('noted');
    part(this.#root, 'said').textContent = said || text('night-noted-already');
    this.#act('away').focus();
  }
}
