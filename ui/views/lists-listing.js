// @ts-check
/** One list of what is tracked: rows, a form to add or alter one, and what was put aside, folded away. */

import { copyOf, icon, make, part } from '../model/make.js';
import { text, translate } from '../model/texts.js';
import { keyed } from './keyed.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').Tracked} Tracked */

/**
 * How a row reads.
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {string[]} lines what stands below the name
 * @property {boolean} retired
 * @property {string} [offer] words that offer to put it aside
 */

/**
 * The fields of a form.
 *
 * @template Values
 * @typedef {object} Editor
 * @property {Node[]} body
 * @property {() => Values} read
 * @property {() => void} focus
 */

/**
 * A kind of thing that is tracked.
 *
 * @template Item
 * @template Values what its form holds
 * @typedef {object} Kind
 * @property {string} name of the list
 * @property {{ add: string, aside: string, takeUp: string, away: string, awayNamed: string, done: string }} says messages
 * @property {(tracked: Tracked) => Item[]} items
 * @property {(item: Item) => Row} row
 * @property {(item: Item | null) => Values} values what a form starts with
 * @property {(values: Values, tracked: Tracked, isNew: boolean) => Editor<Values>} editor
 * @property {(values: Values, id: string | null, tracked: Tracked) => Promise<Tracked>} save
 * @property {(id: string, away: boolean, tracked: Tracked) => Promise<Tracked>} away puts aside, or takes up again
 * @property {(tracked: Tracked) => string | null} full why nothing can be added now
 */

/** What was typed into forms and not saved, by list and row; it outlives the view. @type {Map<string, unknown>} */
const begun = new Map();

/**
 * @template Item
 * @template Values
 */
export class Listing {
  #room;
  #kind;
  #done;
  #tracked = /** @type {Tracked} */ (/** @type {unknown} */ (null));
  /** @type {{ id: string | null, shown: { key: string, row: () => HTMLElement } } | null} */ #open = null;
  #opened = 0;

  /**
   * @param {HTMLElement} room
   * @param {Kind<Item, Values>} kind
   * @param {(from: Listing<Item, Values>, tracked: Tracked) => void} done something was changed
   */
  constructor(room, kind, done) {
    this.#room = room;
    this.#kind = kind;
    this.#done = done;
    room.append(copyOf('listing'));
    translate(room);
    part(room, 'add-text').textContent = text(kind.says.add);
    room.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  /** Where it is said what was done. */
  get status() {
    return part(this.#room, 'status');
  }

  focus() {
    const add = part(this.#room, 'add');
    (add.hidden ? this.#room.querySelector('button') : add)?.focus();
  }

  /** @param {Tracked} tracked */
  take(tracked) {
    this.#tracked = tracked;
    this.#show();
  }

  #show() {
    const kind = this.#kind;
    const rows = kind.items(this.#tracked).map((item) => kind.row(item));
    const [used, aside] = [rows.filter(({ retired }) => !retired), rows.filter(({ retired }) => retired)];
    const open = this.#open;
    const shown = used.map((row) => (open && open.id === row.id ? open.shown : { key: JSON.stringify([row, begun.has(this.#key(row.id))]), row: () => this.#used(row) }));
    if (open && !shown.includes(open.shown)) shown.push(open.shown);
    const list = part(this.#room, 'used');
    keyed(list, shown, ({ key }) => key, ({ row }) => row());
    list.hidden = shown.length === 0;

    const full = kind.full(this.#tracked);
    part(this.#room, 'limit').textContent = full ?? '';
    part(this.#room, 'limit').hidden = full === null;
    part(this.#room, 'add').hidden = full !== null || open?.id === null;

    part(this.#room, 'aside-room').hidden = aside.length === 0;
    part(this.#room, 'aside-text').textContent = text(kind.says.aside, { count: aside.length });
    keyed(part(this.#room, 'aside'), aside, (row) => JSON.stringify(row), (row) => this.#aside(row));
  }

  /** @param {string | null} id */
  #key(id) {
    return `${this.#kind.name}/${id ?? ''}`;
  }

  /** @param {Row} row */
  #used({ id, name, lines, offer }) {
    const { away, awayNamed } = this.#kind.says;
    const said = make('div', { class: 'said' }, make('b', {}, name), ...lines.filter(Boolean).map((line) => make('span', { class: 'note' }, line)));
    if (begun.has(this.#key(id))) said.append(make('span', { class: 'note' }, text('lists-begun')));
    const edit = make('button', { type: 'button', 'data-do': 'edit', 'aria-label': text('lists-edit-named', { name }) }, icon('edit'), make('span', {}, text('lists-edit')));
    const put = make('button', { type: 'button', class: 'plain', 'data-do': 'away', 'aria-label': text(awayNamed, { name }) }, text(away));
    const row = make('li', { 'data-id': id }, said, make('span', { class: 'acts' }, edit, put));
    if (offer) row.append(make('p', { class: 'offer note' }, icon('question'), make('span', {}, offer)));
    return row;
  }

  /** @param {Row} row */
  #aside({ id, name, lines }) {
    const said = make('div', { class: 'said' }, make('b', {}, name), ...lines.filter(Boolean).map((line) => make('span', { class: 'note' }, line)));
    const up = make('button', { type: 'button', 'data-do': 'take-up', 'aria-label': text('lists-take-up-named', { name }) }, text(this.#kind.says.takeUp));
    return make('li', { 'data-id': id }, said, make('span', { class: 'acts' }, up));
  }

  /** @param {Element} target */
  #clicked(target) {
    if (target.closest('[data-part="add"]')) this.#edit(null);
    const act = target.closest('[data-do]')?.getAttribute('data-do');
    const id = target.closest('li[data-id]')?.getAttribute('data-id');
    if (!act || !id) return;
    if (act === 'edit') this.#edit(id);
    else void this.#away(id, act === 'away');
  }

  /** @param {string | null} id */
  #edit(id) {
    const kind = this.#kind;
    const item = kind.items(this.#tracked).find((one) => kind.row(one).id === id) ?? null;
    const values = /** @type {Values} */ (begun.get(this.#key(id)) ?? kind.values(item));
    const { body, read, focus } = kind.editor(structuredClone(values), this.#tracked, item === null);
    const trouble = make('div', { class: 'trouble', role: 'alert', hidden: true });
    const name = item === null ? text(kind.says.add) : text('lists-edit-named', { name: kind.row(item).name });
    const form = make('form', { class: 'entry-form', novalidate: true, 'aria-label': name }, ...body, trouble, make('div', { class: 'row' },
      make('button', { type: 'submit', class: 'primary' }, text(kind.says.done)),
      make('button', { type: 'button', class: 'plain', 'data-part': 'cancel' }, text('cancel'))));
    for (const event of ['input', 'wane-value', 'wane-answer', 'wane-choice']) form.addEventListener(event, () => begun.set(this.#key(id), read()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save(read(), id, trouble);
    });
    part(form, 'cancel').addEventListener('click', () => {
      begun.delete(this.#key(id));
      this.#close(id);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.#close(id);
    }, { capture: true });
    const row = make('li', { class: 'open' }, form);
    this.#open = { id, shown: { key: `open ${(this.#opened += 1)}`, row: () => row } };
    this.#show();
    focus();
  }

  /** The form goes; what was typed stays, unless it was saved or dropped. @param {string | null} id */
  #close(id) {
    this.#open = null;
    this.#show();
    this.#focusOn(id);
  }

  /** @param {string | null} id */
  #focusOn(id) {
    const row = [...part(this.#room, 'used').children].find((one) => id !== null && one.getAttribute('data-id') === id);
    const button = row?.querySelector('button');
    if (button) button.focus();
    else this.focus();
  }

  /**
   * @param {Values} values
   * @param {string | null} id
   * @param {HTMLElement} trouble
   */
  async #save(values, id, trouble) {
    try {
      const tracked = await this.#kind.save(values, id, this.#tracked);
      begun.delete(this.#key(id));
      this.#open = null;
      this.#done(this, tracked);
      this.#focusOn(id);
    } catch (error) {
      complain(trouble, error);
    }
  }

  /**
   * @param {string} id
   * @param {boolean} away
   */
  async #away(id, away) {
    try {
      const tracked = await this.#kind.away(id, away, this.#tracked);
      calm(part(this.#room, 'trouble'));
      begun.delete(this.#key(id));
      this.#done(this, tracked);
      this.#focusOn(away ? null : id);
    } catch (error) {
      complain(part(this.#room, 'trouble'), error);
    }
  }
}

/**
 * A field for a name.
 *
 * @param {string} label its message
 * @param {string} value
 * @param {number} most letters
 * @returns {{ room: HTMLElement, input: HTMLInputElement }}
 */
export function nameField(label, value, most = 60) {
  const id = `name-${(made += 1)}`;
  const input = make('input', { type: 'text', id, maxlength: String(most), autocomplete: 'off' });
  input.value = value;
  return { input, room: make('div', { class: 'field' }, make('label', { for: id }, text(label)), input) };
}

let made = 0;
