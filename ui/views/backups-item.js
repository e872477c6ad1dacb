// @ts-check
/** One backup of the list: reading it back, what it would change, and putting it in place. */

import { done } from '../frame.js';
import { tableOf } from '../elements/table.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { calm } from './trouble.js';
import { working } from './working.js';

/** @typedef {import('../ipc/bindings.js').BackupView} BackupView */
/** @typedef {import('../ipc/bindings.js').BackupReport} BackupReport */
/** @typedef {import('../ipc/bindings.js').CheckReport} CheckReport */
/** @typedef {import('../ipc/bindings.js').RestorePreview} RestorePreview */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** More days than this are folded away at first. */
const FEW_DAYS = 8;

export class BackupItem {
  #item;
  #ask;
  #frame;
  #opened;

  /**
   * @param {HTMLElement} row
   * @param {BackupView} item
   * @param {Ask} ask
   * @param {import('../frame.js').Frame} frame
   * @param {(item: BackupItem) => void} opened its plan has been opened
   */
  constructor(row, item, ask, frame, opened) {
    this.row = row;
    this.#item = item;
    this.#ask = ask;
    this.#frame = frame;
    this.#opened = opened;
    part(row, 'text').textContent = item.text;
    this.#act('verify').setAttribute('aria-label', text('backups-verify-named', { what: item.text }));
    this.#act('preview').setAttribute('aria-label', text('backups-preview-named', { what: item.text }));
    this.#act('verify').addEventListener('click', () => void this.#verify());
    this.#act('preview').addEventListener('click', () => void this.#preview());
    this.#act('place').addEventListener('click', () => void this.#place());
    this.#act('leave').addEventListener('click', () => this.leave(true));
    part(row, 'plan').addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.leave(true);
    });
  }

  /** @param {string} name */
  #act(name) {
    return /** @type {HTMLButtonElement} */ (this.row.querySelector(`[data-act="${name}"]`));
  }

  /** @param {'verify' | 'preview' | 'place'} name */
  #spot(name) {
    const inPlan = name === 'place';
    return {
      button: this.#act(name),
      status: part(this.row, inPlan ? 'plan-status' : 'item-status'),
      trouble: part(this.row, inPlan ? 'plan-trouble' : 'item-trouble'),
      frame: this.#frame,
    };
  }

  async #verify() {
    const place = this.#spot('verify');
    const found = await working(place, text('backups-verifying'), () => this.#ask('backup_verify', { name: this.#item.name }));
    if (!found) return;
    if (this.row.isConnected) report(place.status, part(this.row, 'report'), found, text('backups-holds'));
    else this.#frame.say(found.text);
  }

  async #preview() {
    const plan = part(this.row, 'plan');
    if (!plan.hidden) {
      this.leave(true);
      return;
    }
    const found = await working(this.#spot('preview'), text('backups-comparing'), () => this.#ask('restore_preview', { name: this.#item.name }));
    if (!found || !this.row.isConnected) return;
    this.#opened(this);
    this.#show(found);
    plan.hidden = false;
    this.#act('preview').setAttribute('aria-expanded', 'true');
    plan.focus();
    plan.scrollIntoView({ block: 'nearest' });
  }

  /** @param {RestorePreview} found */
  #show({ text: said, lines, days, table }) {
    part(this.row, 'plan-text').textContent = said;
    part(this.row, 'plan-lines').replaceChildren(...lines.flatMap(({ name, text: value }) => [make('dt', {}, name), make('dd', {}, value)]));
    const room = /** @type {HTMLDetailsElement} */ (part(this.row, 'plan-days-room'));
    room.hidden = days.length === 0;
    room.open = days.length <= FEW_DAYS;
    part(this.row, 'plan-days').replaceChildren(...days.map((day) => make('li', {}, day)));
    part(this.row, 'plan-table-room').hidden = table.rows.length === 0;
    part(this.row, 'plan-table').replaceChildren(tableOf(table));
    // A backup that holds the same as the diary has nothing to bring.
    this.#act('place').hidden = lines.length === 0 && days.length === 0;
    calm(part(this.row, 'plan-trouble'));
  }

  /**
   * Closes the plan; the diary stays as it is.
   *
   * @param {boolean} back whether the focus goes back to the button that opened it
   */
  leave(back) {
    part(this.row, 'plan').hidden = true;
    this.#act('preview').setAttribute('aria-expanded', 'false');
    if (back) this.#act('preview').focus();
  }

  async #place() {
    const start = await working(this.#spot('place'), text('backups-placing'), () => this.#ask('restore_apply', { name: this.#item.name }));
    if (!start) return;
    await this.#frame.adopt(start);
    this.#frame.say(text('backups-placed'));
  }
}

/**
 * Says a verdict, and shows what was counted below it.
 *
 * @param {HTMLElement} status
 * @param {HTMLElement} room
 * @param {BackupReport | CheckReport} found
 * @param {string} name of the table
 */
export function report(status, room, { sound, text: said, table }, name) {
  status.replaceChildren(...(sound ? done(said, []) : [icon('note'), make('span', {}, said)]));
  const turns = icon('right');
  turns.classList.add('turns');
  const counted = make('details', {},
    make('summary', {}, turns, make('span', {}, name)),
    make('div', { class: 'table-room', tabindex: '0', role: 'region', 'aria-label': name }, tableOf(table)));
  room.replaceChildren(...(table.rows.length ? [counted] : []));
  room.hidden = table.rows.length === 0;
}
