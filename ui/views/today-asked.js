// @ts-check
/** The questions of a check-in that the person has chosen: named pains and factors. */

import { icon, make } from '../model/make.js';
import { text } from '../model/texts.js';
import { keyed } from './keyed.js';
import { AnchorLine } from './today-anchors.js';

/** @typedef {import('../ipc/bindings.js').PainAsked} PainAsked */
/** @typedef {import('../ipc/bindings.js').PainAnswer} PainAnswer */
/** @typedef {import('../ipc/bindings.js').FactorAsked} FactorAsked */
/** @typedef {import('../ipc/bindings.js').FactorAnswer} FactorAnswer */
/** @typedef {import('../ipc/bindings.js').Anchor} Anchor */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-number.js').WaneNumber} WaneNumber */

/** More named pains than this are folded away until they are wanted. */
const FEW = 3;

let made = 0;

/** What both kinds of questions share: rows that stay, and answers that somebody has given here. */
class Asked {
  room;
  list;
  #changed;
  /** @type {Set<string>} */ #touched = new Set();

  /**
   * @param {HTMLElement} room
   * @param {HTMLElement} list
   * @param {() => void} changed
   */
  constructor(room, list, changed) {
    this.room = room;
    this.list = list;
    this.#changed = changed;
    for (const event of ['wane-answer', 'wane-value']) {
      room.addEventListener(event, (heard) => {
        // The form around has questions of its own and would take this answer for one of them.
        heard.stopPropagation();
        const id = /** @type {HTMLElement} */ (heard.target).closest('[data-key]')?.getAttribute('data-key');
        if (id) this.#touched.add(id);
        this.answered();
        this.#changed();
      });
    }
  }

  /** Something was answered here. */
  answered() {}

  /** Nothing has been said here since the diary was read. */
  forget() {
    this.#touched.clear();
  }

  /** The field of a question. @param {Element} row @returns {WaneScale | WaneNumber} */
  field(row) {
    return /** @type {WaneScale | WaneNumber} */ (row.querySelector('wane-scale, wane-number'));
  }

  /** Each question with its row. @returns {Map<string, HTMLElement>} */
  get rows() {
    return new Map([...this.list.children].map((row) => [row.getAttribute('data-key') ?? '', /** @type {HTMLElement} */ (row)]));
  }

  /** What has been said here; the diary keeps what it has of the others. @returns {[id: string, value: number | null][]} */
  get said() {
    return [...this.rows].filter(([id]) => this.#touched.has(id)).map(([id, row]) => [id, this.field(row).value]);
  }
}

/** Each named pain with its own 0–10. */
export class AskedPains extends Asked {
  #ink;
  #anchors;
  #fold;
  #name = make('span');
  /** @type {Anchor[]} */ #known = [];

  /**
   * @param {HTMLElement} room
   * @param {'morning-pain' | 'evening-pain'} ink
   * @param {() => void} changed
   */
  constructor(room, ink, changed) {
    const list = make('div', { class: 'asked-rows', id: `asked-${(made += 1)}` });
    const line = make('p', { class: 'anchor note' });
    super(room, list, changed);
    this.#ink = ink;
    this.#fold = make('button', { type: 'button', class: 'plain unfolds', 'aria-expanded': 'false', 'aria-controls': list.id }, icon('down'), this.#name);
    this.#fold.addEventListener('click', () => this.#unfold(list.hidden));
    room.append(this.#fold, list, line);
    this.#anchors = new AnchorLine(list, line);
  }

  /**
   * @param {PainAsked[]} pains
   * @param {Anchor[]} anchors
   */
  take(pains, anchors) {
    this.forget();
    this.#known = anchors;
    this.room.hidden = pains.length === 0;
    keyed(this.list, pains, ({ id }) => id, (pain) => this.#row(pain));
    for (const { id, name, regions_text, rating } of pains) {
      const row = this.rows.get(id);
      if (!row) continue;
      this.field(row).value = rating;
      const [title, where] = row.querySelectorAll('.asked-name > *');
      if (title) title.textContent = name;
      if (where) where.textContent = regions_text;
    }
    this.#fold.hidden = pains.length <= FEW;
    this.#unfold(pains.length <= FEW || pains.some(({ rating }) => rating !== null) || this.#fold.getAttribute('aria-expanded') === 'true');
    this.answered();
  }

  answered() {
    const rows = [...this.rows.values()];
    const count = rows.filter((row) => this.field(row).value !== null).length;
    this.#name.textContent = count ? text('pains-each-answered', { all: rows.length, count }) : text('pains-each', { all: rows.length });
  }

  /** @returns {PainAnswer[]} */
  get answers() {
    return this.said.map(([id, rating]) => ({ id, rating }));
  }

  /** @param {boolean} open */
  #unfold(open) {
    this.list.hidden = !open;
    this.#fold.setAttribute('aria-expanded', String(open));
    // The line below has nothing to say while the scales are folded away.
    this.#anchors.take(open ? this.#known : []);
  }

  /** @param {PainAsked} pain */
  #row(pain) {
    const id = `asked-${(made += 1)}`;
    const scale = document.createElement('wane-scale');
    for (const [name, value] of [['min', '0'], ['max', '10'], ['labelled-by', id], ['data-ink', this.#ink], ['low', 'pain-lowest'], ['high', 'pain-highest']]) {
      scale.setAttribute(name ?? '', value ?? '');
    }
    return make('div', { class: 'asked-row' }, make('div', { class: 'asked-name' }, make('span', { id }, pain.name), make('span', { class: 'note' })), scale);
  }
}

/** Each factor: yes or no, or a number in the person's own unit. */
export class AskedFactors extends Asked {
  /**
   * @param {HTMLElement} room
   * @param {() => void} changed
   */
  constructor(room, changed) {
    super(room, room, changed);
  }

  /** @param {FactorAsked[]} factors */
  take(factors) {
    this.forget();
    this.room.hidden = factors.length === 0;
    keyed(this.list, factors, ({ id, unit }) => `${id}${unit === null ? '' : ` ${unit}`}`, (factor) => this.#row(factor));
    for (const row of this.list.children) {
      const factor = factors.find(({ id }) => id === row.getAttribute('data-factor'));
      if (!factor) continue;
      this.field(row).value = factor.value;
      const name = row.querySelector('.label');
      if (name) name.textContent = factor.name;
    }
  }

  /** @returns {FactorAnswer[]} */
  get answers() {
    const rows = this.rows;
    return this.said.map(([key, value]) => ({ id: rows.get(key)?.dataset.factor ?? key, value }));
  }

  /** @param {FactorAsked} factor */
  #row({ id: factor, name, unit }) {
    const id = `asked-${(made += 1)}`;
    const field = document.createElement(unit === null ? 'wane-scale' : 'wane-number');
    field.setAttribute('labelled-by', unit === null ? id : `${id} ${id}-unit`);
    const label = make('span', { class: 'label', id }, name);
    if (unit !== null) {
      return make('div', { class: 'field', 'data-factor': factor }, label, make('span', { class: 'with-unit' }, field, make('span', { class: 'quiet', id: `${id}-unit` }, unit)));
    }
    for (const [key, value] of [['min', '0'], ['max', '1'], ['words', 'factor-no factor-yes'], ['clearable', '']]) field.setAttribute(key ?? '', value ?? '');
    return make('div', { class: 'field', 'data-factor': factor }, label, field);
  }
}
