// @ts-check
/** What a clinician said about movement: dated, with its limits and their own words, the newest first. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { minutesField } from './movement-fields.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').LedgerView} LedgerView */
/** @typedef {import('../ipc/bindings.js').InstructionView} InstructionView */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./movement.js').Doing} Doing */

export class InstructionsCard {
  #root;
  #doing;
  #taken;
  /** @type {InstructionView[]} */ #all = [];
  /** The one that is written or changed; nothing while none is. @type {string | null | undefined} */ #edits = undefined;

  /**
   * @param {HTMLElement} root
   * @param {Doing} doing
   * @param {(view: LedgerView) => void} taken shows the ledger as it now is
   */
  constructor(root, doing, taken) {
    this.#root = root;
    this.#doing = doing;
    this.#taken = taken;
    const minutes = (/** @type {string} */ name, /** @type {string} */ id) => make('div', { class: 'field' },
      make('span', { class: 'label', id: `instruction-${name}` }, text(id)), minutesField({ stepper: true, 'labelled-by': `instruction-${name}`, 'data-part': name }));
    root.append(
      make('h2', { tabindex: '-1', 'data-part': 'heading' }, text('instructions-title')),
      make('p', { class: 'note' }, text('instructions-note')),
      make('p', { class: 'quiet', 'data-part': 'none' }, text('instructions-none')),
      make('ul', { class: 'rows', 'data-part': 'list' }),
      make('form', { class: 'entry-form', novalidate: true, 'data-part': 'form', hidden: true },
        make('div', { class: 'fields limits' },
          make('div', { class: 'field' }, make('label', { for: 'instruction-date' }, text('instruction-date')), make('input', { type: 'date', id: 'instruction-date', 'data-part': 'date' })),
          minutes('floor', 'instruction-floor-label'), minutes('ceiling', 'instruction-ceiling-label')),
        make('div', { class: 'field' }, make('label', { for: 'instruction-said' }, text('instruction-words')), make('textarea', { id: 'instruction-said', rows: '3', maxlength: '10000', 'data-part': 'said' })),
        make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary' }, text('instruction-keep')), make('button', { type: 'button', class: 'plain', 'data-do': 'close' }, text('movement-close')))),
      make('div', { class: 'row' }, make('button', { type: 'button', 'data-do': 'add' }, icon('plus'), make('span', {}, text('instruction-add'))), make('p', { class: 'status', role: 'status', 'data-part': 'status' })),
      make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true }));
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    part(root, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
  }

  /** @param {LedgerView} view */
  take({ instructions }) {
    this.#all = instructions;
    part(this.#root, 'none').hidden = instructions.length > 0;
    part(this.#root, 'list').replaceChildren(...instructions.map((one) => this.#row(one)));
  }

  /** Escape puts the form away. */
  back() {
    if (this.#edits === undefined) return false;
    this.#edit(undefined);
    return true;
  }

  /** @param {InstructionView} one */
  #row({ id, text: says, said, holds }) {
    const line = make('div', { class: 'said' }, make('p', {}, says, ...(holds ? [' ', make('span', { class: 'note' }, text('instruction-holds'))] : [])));
    if (said) line.append(make('blockquote', {}, said));
    return make('li', { 'data-id': id }, line, make('span', { class: 'acts' },
      make('button', { type: 'button', class: 'plain only-icon', 'data-do': 'edit', 'aria-label': text('instruction-edit', { what: says }) }, icon('edit')),
      make('button', { type: 'button', class: 'plain only-icon', 'data-do': 'remove', 'aria-label': text('instruction-remove', { what: says }) }, icon('trash'))));
  }

  /** @template {HTMLElement} Kind @param {string} name @returns {Kind} */
  #field(name) {
    return /** @type {Kind} */ (part(this.#root, name));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-do]')?.getAttribute('data-do');
    const id = target.closest('li[data-id]')?.getAttribute('data-id') ?? null;
    if (act === 'add') this.#edit(null);
    else if (act === 'close') this.#edit(undefined);
    else if (act === 'edit') this.#edit(id);
    else if (act === 'remove' && id) void this.#try(this.#doing.ask('remove_instruction', { id }));
  }

  /** @param {string | null | undefined} id */
  #edit(id) {
    this.#edits = id;
    const one = this.#all.find((instruction) => instruction.id === id);
    part(this.#root, 'form').hidden = id === undefined;
    /** @type {HTMLInputElement} */ (this.#field('date')).value = one?.date ?? '';
    /** @type {WaneMinutes} */ (this.#field('floor')).value = one?.floor_min ?? null;
    /** @type {WaneMinutes} */ (this.#field('ceiling')).value = one?.ceiling_min ?? null;
    /** @type {HTMLTextAreaElement} */ (this.#field('said')).value = one?.said ?? '';
    calm(part(this.#root, 'trouble'));
    if (id === undefined) /** @type {HTMLElement | null} */ (this.#root.querySelector('[data-do="add"]'))?.focus();
    else this.#field('date').focus();
  }

  #save() {
    const minutes = (/** @type {string} */ name) => {
      const field = /** @type {WaneMinutes} */ (this.#field(name));
      field.commit();
      return field.value;
    };
    return this.#try(this.#doing.ask('save_instruction', {
      id: this.#edits ?? null,
      date: /** @type {HTMLInputElement} */ (this.#field('date')).value || null,
      floor_min: minutes('floor'),
      ceiling_min: minutes('ceiling'),
      said: /** @type {HTMLTextAreaElement} */ (this.#field('said')).value || null,
    }));
  }

  /** @param {Promise<LedgerView>} asking */
  async #try(asking) {
    try {
      const view = await asking;
      calm(part(this.#root, 'trouble'));
      if (this.#edits !== undefined) this.#edit(undefined);
      this.#taken(view);
      part(this.#root, 'status').replaceChildren(...done(view.said ?? '', this.#doing.frame.turning(view, 'undo')));
      part(this.#root, 'heading').focus();
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }
}
