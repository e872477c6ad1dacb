// @ts-check
/** Search: one field, what was found below it, and the way to its day. It lies over the view and leaves it as it is. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { ask as raise } from './dialogs.js';
import { reveal } from './reveal.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').SearchView} SearchView */
/** @typedef {import('../ipc/bindings.js').Find} Find */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The time of one keystroke in milliseconds: words typed in one go are looked for once. */
const KEYSTROKE = 60;

/** How long a search may take before it says that it is on its way, in milliseconds. */
const PATIENCE = 300;

/** How much is shown at first, and at most. */
const FIRST = 50;
const MOST = 800;

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** What was looked for last, so that the next find is one key away. */
let last = '';

/**
 * Opens the search, unless it is open.
 *
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {string} typed what was typed while it was on its way
 */
export function openSearch(ask, frame, typed) {
  if (document.querySelector('dialog.search[open]')) return;
  void raise('dialog-search', (dialog) => new SearchPanel(dialog, ask, frame, typed));
}

class SearchPanel {
  #dialog;
  #ask;
  #frame;
  #input;
  #list;
  #more;
  #status;
  #trouble;
  /** What is shown, each with its day. @type {{ date: string, find: Find | null }[]} */
  #shown = [];
  #active = -1;
  #limit = FIRST;
  /** Answers to older questions than the last are dropped. */
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** @type {Promise<void>} */
  #looking = Promise.resolve();

  /**
   * @param {HTMLDialogElement} dialog
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {string} typed
   */
  constructor(dialog, ask, frame, typed) {
    this.#dialog = dialog;
    this.#ask = ask;
    this.#frame = frame;
    this.#input = /** @type {HTMLInputElement} */ (dialog.querySelector('input'));
    this.#list = /** @type {HTMLElement} */ (dialog.querySelector('[role="listbox"]'));
    this.#more = /** @type {HTMLElement} */ (dialog.querySelector('[data-act="more"]'));
    this.#status = part(dialog, 'status');
    this.#trouble = part(dialog, 'trouble');
    this.#input.value = typed || last;
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    this.#list.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    // A press on a find must not take the focus out of the field.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#more.addEventListener('click', () => void this.#showMore());
    dialog.addEventListener('close', () => this.#closed());
    // The field has the focus as soon as the dialog stands; what was looked for last is there to be typed over.
    queueMicrotask(() => this.#input.setSelectionRange(typed ? typed.length : 0, this.#input.value.length));
    this.#look();
  }

  #closed() {
    clearTimeout(this.#waiting);
    this.#turn += 1;
    last = this.#input.value;
  }

  #typed() {
    clearTimeout(this.#waiting);
    this.#limit = FIRST;
    this.#waiting = setTimeout(() => this.#look(), KEYSTROKE);
  }

  /** Looks for what stands in the field now. */
  #look() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#looking = this.#find((this.#turn += 1));
  }

  /** @param {number} turn */
  async #find(turn) {
    const late = setTimeout(() => {
      if (turn === this.#turn) this.#status.replaceChildren(text('search-looking'));
    }, PATIENCE);
    try {
      const view = await this.#ask('search', { words: this.#input.value, limit: this.#limit });
      if (turn === this.#turn) this.#show(view);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show({ text: '', day: null, finds: [], more: false });
      complain(this.#trouble, error);
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {SearchView} view */
  #show({ text: said, day, finds, more }) {
    calm(this.#trouble);
    this.#shown = [...(day ? [{ date: day.date, find: null }] : []), ...finds.map((find) => ({ date: find.date, find }))];
    const options = [...(day ? [make('span', { class: 'go' }, icon('calendar'), make('b', {}, text('search-go', { day: day.text })))] : []), ...finds.map(passage)];
    this.#list.replaceChildren(...options.map((option, index) => make('li', { role: 'option', id: `find-${index}`, 'aria-selected': 'false' }, option)));
    this.#list.hidden = options.length === 0;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#more.hidden = !more || this.#limit >= MOST;
    part(this.#dialog, 'keys').hidden = options.length === 0;
    this.#status.replaceChildren(said);
    part(this.#dialog, 'room').scrollTop = 0;
    this.#go(options.length ? 0 : -1);
  }

  /** The find that Enter opens. @param {number} index */
  #go(index) {
    this.#option(this.#active)?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#option(index);
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} index @returns {Element | null} */
  #option(index) {
    return this.#list.children[index] ?? null;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return;
    const end = this.#shown.length - 1;
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const move = moves[event.key];
    if (move !== undefined && end >= 0) this.#go(Math.min(Math.max(this.#active + move, 0), end));
    else if (event.key === 'Enter') void this.#enter();
    else return;
    event.preventDefault();
  }

  /** Opens what is marked, once the answer to what was typed is there. */
  async #enter() {
    if (this.#waiting !== undefined) this.#look();
    const turn = this.#turn;
    await this.#looking;
    if (turn === this.#turn) await this.#open(this.#active);
  }

  /** @param {Element} target */
  #clicked(target) {
    const option = target.closest('[role="option"]');
    if (option) void this.#open([...this.#list.children].indexOf(option));
  }

  /** @param {number} index */
  async #open(index) {
    const chosen = this.#shown[index];
    if (!chosen) return;
    this.#dialog.close();
    await this.#frame.router.show('today', { date: chosen.date });
    const room = document.querySelector('[data-room]');
    if (room && chosen.find && this.#frame.router.current === 'today') reveal(room, chosen.find);
  }

  async #showMore() {
    const seen = this.#shown.length;
    this.#limit = Math.min(this.#limit * 2, MOST);
    this.#look();
    const turn = this.#turn;
    await this.#looking;
    if (turn !== this.#turn) return;
    this.#input.focus();
    this.#go(Math.min(seen, this.#shown.length - 1));
  }
}

/**
 * A find: its day, what it stands in, and its words, the matching ones marked.
 *
 * @param {Find} find
 */
function passage({ date_text: date, kind_text: kind, pieces }) {
  const words = pieces.map(({ text: piece, hit }) => (hit ? make('mark', {}, piece) : piece));
  return make('span', { class: 'find' },
    make('span', { class: 'where' }, make('b', {}, date), ' ', make('span', { class: 'note' }, kind)),
    make('span', { class: 'passage' }, ...words));
}
