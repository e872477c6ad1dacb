// @ts-check
/** The blocks of a wind-down: a list to read and, unfolded, to change by pointer and by keys. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').WindDownView} WindDownView */
/** @typedef {import('../ipc/bindings.js').BlockFields} BlockFields */
/** @typedef {import('../ipc/bindings.js').BlockOffer} BlockOffer */

export class BlocksEditor {
  #room;
  #adding;
  #button;
  #help = make('p', { class: 'unseen', id: 'wind-down-keys' }, text('wind-down-keys'));
  #changed;
  /** @type {WindDownView | null} */ #view = null;
  /** @type {BlockFields[]} */ #blocks = [];
  /** Whether the blocks can be changed now. */
  isOpen = false;

  /**
   * @param {HTMLElement} root
   * @param {(blocks: BlockFields[]) => void} changed
   */
  constructor(root, changed) {
    this.#room = part(root, 'blocks');
    this.#adding = part(root, 'adding');
    this.#button = /** @type {HTMLElement} */ (root.querySelector('[data-act="edit"]'));
    this.#changed = changed;
    this.#room.after(this.#help);
    this.#room.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    this.#room.addEventListener('change', ({ target }) => this.#chose(/** @type {Element} */ (target)));
    this.#room.addEventListener('keydown', (event) => this.#pressed(event));
    this.#adding.addEventListener('click', ({ target }) => this.#add(/** @type {Element} */ (target)));
  }

  /** @param {WindDownView} view */
  take(view) {
    this.#view = view;
    this.#blocks = view.blocks.map((block) => ({ ...block }));
    this.#draw();
  }

  /** @param {boolean} is */
  open(is) {
    this.isOpen = is;
    this.#button.setAttribute('aria-expanded', String(is));
    this.#button.textContent = text(is ? 'wind-down-edited' : 'wind-down-edit');
    if (this.#view) this.#draw();
  }

  /** @param {BlockFields} block */
  #offer(block) {
    return /** @type {BlockOffer} */ (this.#view?.offers.find(({ kind }) => kind === block.kind));
  }

  #draw() {
    // What had the focus keeps it, on the block that it belonged to.
    const active = /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-do]') ?? null);
    const had = active && this.#room.contains(active) ? { at: Number(active.closest('li')?.dataset.at), what: active.dataset.do } : null;
    this.#room.replaceChildren(...this.#blocks.map((block, at) => this.#row(block, at)));
    this.#room.classList.toggle('open', this.isOpen);
    this.#adding.hidden = !this.isOpen;
    if (this.isOpen) this.#drawAdding();
    if (had) this.#focus(had.at, had.what ?? 'more');
  }

  /**
   * @param {BlockFields} block
   * @param {number} at
   */
  #row(block, at) {
    const offer = this.#offer(block);
    const routine = this.#routine(block.routine);
    const said = make('div', { class: 'said' }, make('strong', {}, offer.name), make('span', { class: 'note' }, routine?.name ?? offer.note));
    const minutes = make('span', { class: 'minutes' }, make('span', {}, String(block.minutes)), ' ', make('span', { class: 'quiet' }, text('wind-down-min')));
    if (!this.isOpen) return make('li', { 'data-at': String(at), 'data-kind': block.kind }, said, minutes);
    const button = (/** @type {string} */ what, /** @type {string} */ id, /** @type {string} */ drawing, off = false) =>
      make('button', { type: 'button', class: 'plain only-icon', 'data-do': what, 'aria-label': text(id, { what: offer.name }), 'aria-disabled': off ? 'true' : null, 'aria-describedby': this.#help.id }, icon(drawing));
    const last = this.#blocks.length - 1;
    if (offer.plays) said.append(this.#choice(block, at));
    return make('li', { 'data-at': String(at), 'data-kind': block.kind }, said,
      make('span', { class: 'stepper', role: 'group', 'aria-label': text('wind-down-minutes', { what: offer.name }) },
        button('less', 'wind-down-less', 'minus', block.minutes <= offer.least), minutes, button('more', 'wind-down-more', 'plus', block.minutes >= offer.most)),
      make('span', { class: 'acts' },
        button('up', 'wind-down-up', 'up', at === 0), button('down', 'wind-down-down', 'down', at === last),
        button('remove', 'wind-down-remove', 'close', last === 0)));
  }

  /** @param {string | undefined} key */
  #routine(key) {
    return this.#view?.routines.find((one) => one.key === key);
  }

  /**
   * What a block of movement plays: a few ideas, or one of the routines.
   *
   * @param {BlockFields} block
   * @param {number} at
   */
  #choice(block, at) {
    const id = `wind-down-routine-${at}`;
    const option = (/** @type {string} */ value, /** @type {string} */ name) => make('option', { value, selected: (block.routine ?? '') === value }, name);
    return make('div', { class: 'plays' }, make('label', { class: 'note', for: id }, text('wind-down-plays')),
      make('select', { id, 'data-do': 'routine' }, option('', text('wind-down-plays-ideas')), ...(this.#view?.routines ?? []).map(({ key, name }) => option(key, name))));
  }

  /** @param {Element} target */
  #chose(target) {
    if (!(target instanceof HTMLSelectElement) || target.dataset.do !== 'routine') return;
    const at = Number(target.closest('li')?.dataset.at);
    const block = this.#blocks[at];
    if (!block) return;
    const routine = this.#routine(target.value);
    if (routine) {
      const { least, most } = this.#offer(block);
      block.routine = routine.key;
      // The block is as long as what it plays, as far as it can be.
      block.minutes = Math.min(Math.max(routine.minutes, least), most);
    } else delete block.routine;
    this.#draw();
    this.#focus(at, 'routine');
    this.#changed(this.#blocks);
  }

  #drawAdding() {
    const full = this.#blocks.length >= (this.#view?.most_blocks ?? 0);
    const offers = full ? [] : (this.#view?.offers ?? []).map((offer) =>
      make('button', { type: 'button', 'data-add': offer.kind, 'aria-label': text('wind-down-add-what', { what: offer.name }) }, icon('plus'), make('span', {}, offer.name)));
    this.#adding.replaceChildren(make('h3', {}, text('wind-down-add')), make('div', { class: 'row' }, ...offers));
    this.#adding.hidden = full;
  }

  /** @param {Element} target */
  #clicked(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest('[data-do]'));
    const at = Number(button?.closest('li')?.dataset.at);
    if (button && !(button instanceof HTMLSelectElement) && button.getAttribute('aria-disabled') !== 'true') this.#do(button.dataset.do ?? '', at);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('li[data-at]'));
    if (!row || !this.isOpen || event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
    /** @type {Record<string, string>} */
    const plain = { '+': 'more', '=': 'more', '-': 'less', Delete: 'remove' };
    /** @type {Record<string, string>} */
    const moving = { ArrowUp: 'up', ArrowDown: 'down' };
    const what = (event.altKey ? moving : plain)[event.key];
    if (!what) return;
    event.preventDefault();
    this.#do(what, Number(row.dataset.at));
  }

  /**
   * @param {string} what
   * @param {number} at
   */
  #do(what, at) {
    const block = this.#blocks[at];
    if (!block) return;
    const offer = this.#offer(block);
    let to = at;
    if (what === 'less' || what === 'more') {
      const minutes = Math.min(Math.max(block.minutes + (what === 'more' ? 1 : -1), offer.least), offer.most);
      if (minutes === block.minutes) return;
      block.minutes = minutes;
    } else if (what === 'up' || what === 'down') {
      to = at + (what === 'up' ? -1 : 1);
      const other = this.#blocks[to];
      if (!other) return;
      [this.#blocks[at], this.#blocks[to]] = [other, block];
    } else if (what === 'remove') {
      if (this.#blocks.length === 1) return;
      this.#blocks.splice(at, 1);
      to = Math.min(at, this.#blocks.length - 1);
    }
    this.#draw();
    this.#focus(to, what);
    this.#changed(this.#blocks);
  }

  /** @param {Element} target */
  #add(target) {
    const kind = target.closest('[data-add]')?.getAttribute('data-add');
    const offer = this.#view?.offers.find((one) => one.kind === kind);
    if (!offer) return;
    this.#blocks.push({ kind: offer.kind, minutes: offer.usual });
    this.#draw();
    this.#focus(this.#blocks.length - 1, 'more');
    this.#changed(this.#blocks);
  }

  /**
   * @param {number} at
   * @param {string} what
   */
  #focus(at, what) {
    const row = this.#room.querySelector(`li[data-at="${Math.min(at, this.#blocks.length - 1)}"]`);
    /** @type {HTMLElement | null} */ (row?.querySelector(`[data-do="${what}"]`) ?? row?.querySelector('[data-do="more"]') ?? null)?.focus();
  }
}
