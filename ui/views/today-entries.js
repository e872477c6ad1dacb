// @ts-check
/** What a day holds beside its two check-ins: naps, medicines, notes, and what was noted at night, as a quiet list. */

import { done } from '../frame.js';
import { draftsOf, dropDraft, keepDraft } from '../model/drafts.js';
import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { keyed } from './keyed.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').Today} Today */
/** @typedef {import('../ipc/bindings.js').EntryKind} EntryKind */
/** @typedef {import('../model/drafts.js').FormKind} FormKind */
/** @typedef {import('../ipc/bindings.js').EntryView} EntryView */
/** @typedef {import('../ipc/bindings.js').Saved} Saved */
/** @typedef {import('../model/drafts.js').Draft} Draft */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** Names of the kinds that are written in a form. @type {Record<FormKind, string>} */
const NAMES = { nap: 'entry-nap', medicine: 'entry-medicine', note: 'entry-note' };

export class EntriesPart {
  #root;
  #ask;
  #frame;
  #saved;
  #today = /** @type {Today} */ (/** @type {unknown} */ (null));
  /** The form that is open. @type {{ draft: Draft, commit: () => void, shown: { key: string, row: () => HTMLElement } } | null} */
  #open = null;
  /** How many forms have been opened, so that each is a row of its own. */
  #opened = 0;

  /**
   * @param {HTMLElement} root
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {(today: Today) => void} saved shows the day as it now is
   */
  constructor(root, ask, frame, saved) {
    this.#root = root;
    this.#ask = ask;
    this.#frame = frame;
    this.#saved = saved;
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    // The form is there before it is asked for, so that the first letter lands in it.
    for (const near of ['pointerover', 'focusin']) root.addEventListener(near, () => void import('./entry-form.js'), { once: true });
    // What is answered here is no question of the check-in.
    root.addEventListener('wane-onward', (event) => event.stopPropagation());
  }

  /** @param {Today} today */
  take(today) {
    if (this.#open && this.#open.draft.date !== today.date) this.#close();
    if (this.#today?.date !== today.date) this.hush();
    this.#today = today;
    part(this.#root, 'entries-title').textContent = text(today.is_today ? 'entries-today' : 'entries-that-day');
    this.#show();
  }

  /** The last word about what was done was said here. */
  get hasSpoken() {
    return part(this.#root, 'entries-status').childElementCount > 0;
  }

  /** Something was done elsewhere. */
  hush() {
    part(this.#root, 'entries-status').replaceChildren();
  }

  /**
   * @param {string} what
   * @param {'undo' | 'both'} [which]
   */
  say(what, which = 'undo') {
    part(this.#root, 'entries-status').replaceChildren(...done(what, this.#frame.turning(this.#today, which)));
  }

  // Showing.

  #show() {
    const { date, sample, entries } = this.#today;
    const open = this.#open;
    const drafts = draftsOf(date, sample);
    const list = part(this.#root, 'entries-list');
    /** @type {{ key: string, row: () => HTMLElement }[]} */
    const rows = entries.map((entry) => {
      const { kind, id } = entry;
      if (open?.draft.id === id && open.draft.kind === kind) return open.shown;
      const draft = drafts.find((begun) => begun.kind === kind && begun.id === id);
      return draft ? this.#begun(draft) : { key: `${kind} ${id} ${entry.text} ${entry.recalled}`, row: () => this.#row(entry) };
    });
    for (const draft of drafts) if (draft.id === null && !(open?.draft.id === null && open.draft.kind === draft.kind)) rows.push(this.#begun(draft));
    if (open && !rows.includes(open.shown)) rows.push(open.shown);
    keyed(list, rows, ({ key }) => key, ({ row }) => row());
    list.hidden = rows.length === 0;
  }

  /** @param {EntryView} entry */
  #row(entry) {
    // What was noted at night, and an evening that was led, are as they were; they can only be removed.
    const edits = entry.kind === 'awakening' || entry.kind === 'flare' || entry.kind === 'wind-down' ? [] : [this.#button('edit', 'edit', text('entry-edit', { what: entry.text }))];
    const remove = this.#button('remove', 'trash', text('entry-remove', { what: entry.text }));
    const said = make('p', { class: 'said' }, entry.text);
    if (entry.recalled) said.append(' ', make('span', { class: 'note' }, text('checkin-recalled')));
    return make('li', { 'data-kind': entry.kind, 'data-id': entry.id }, said, make('span', { class: 'acts' }, ...edits, remove));
  }

  /** Something begun and not saved. @param {Draft} draft */
  #begun(draft) {
    const first = draft.kind === 'note' ? draft.note.trim().split('\n')[0] ?? '' : draft.kind === 'medicine' ? draft.medicine.name : '';
    const words = text(first ? 'entry-draft-said' : 'entry-draft', { kind: text(NAMES[draft.kind]), text: first });
    const row = () => {
      const on = make('button', { type: 'button', 'data-do': 'on' }, text('entry-go-on'));
      const drop = make('button', { type: 'button', class: 'plain', 'data-do': 'drop', 'aria-label': text('entry-drop-named', { what: words }) }, text('entry-drop'));
      return make('li', { class: 'begun', 'data-kind': draft.kind, 'data-id': draft.id ?? '' }, make('p', { class: 'said' }, words), make('span', { class: 'acts' }, on, drop));
    };
    return { key: `begun ${draft.kind} ${draft.id} ${words}`, row };
  }

  /**
   * @param {string} act
   * @param {string} name
   * @param {string} label
   */
  #button(act, name, label) {
    return make('button', { type: 'button', class: 'plain only-icon', 'data-do': act, 'aria-label': label }, icon(name));
  }

  // Doing.

  /** @param {Element} target */
  #clicked(target) {
    const add = target.closest('[data-add]')?.getAttribute('data-add');
    if (add) void this.#edit(/** @type {FormKind} */ (add), null);
    const act = target.closest('[data-do]')?.getAttribute('data-do');
    const row = /** @type {HTMLElement | null} */ (target.closest('li[data-kind]'));
    if (!act || !row) return;
    const kind = /** @type {EntryKind} */ (row.dataset.kind);
    const id = row.dataset.id || null;
    if (act === 'remove' && id) void this.#remove(kind, id, row);
    else if (kind === 'awakening' || kind === 'flare' || kind === 'wind-down') return;
    else if (act === 'drop') this.#drop(kind, id);
    else if (act === 'edit' || act === 'on') void this.#edit(kind, id);
  }

  /**
   * Opens the form of an entry, as it was left.
   *
   * @param {FormKind} kind
   * @param {string | null} id
   */
  async #edit(kind, id) {
    const { entryForm } = await import('./entry-form.js');
    this.#close();
    const { date, sample, entries, medicines } = this.#today;
    const entry = entries.find((one) => one.kind === kind && one.id === id);
    /** @type {Draft} */
    const blank = {
      kind,
      id,
      date,
      sample,
      nap: entry?.nap ?? { start: null, end: null, asleep_min: null },
      medicine: entry?.medicine ?? { name: '', at: null, purpose: null, amount: null },
      note: entry?.note ?? '',
    };
    const draft = draftsOf(date, sample).find((begun) => begun.kind === kind && begun.id === id) ?? blank;
    const form = entryForm(draft, medicines, {
      changed: (now) => {
        const same = JSON.stringify(now) === JSON.stringify(blank);
        if (same) dropDraft(now);
        else keepDraft(now);
        if (this.#open) this.#open.draft = now;
      },
      save: (now) => void this.#save(now),
      close: () => this.#putAway(),
      drop: () => this.#drop(kind, id),
    });
    const row = make('li', { class: 'open', 'data-kind': kind, 'data-id': id ?? '' }, form.element);
    this.#open = { draft, commit: form.commit, shown: { key: `open ${(this.#opened += 1)}`, row: () => row } };
    calm(part(this.#root, 'entries-trouble'));
    this.#show();
    form.focus();
  }

  /** The form goes; what was begun in it stays. */
  #close() {
    this.#open?.commit();
    this.#open = null;
    calm(part(this.#root, 'entries-trouble'));
  }

  /** The form goes, and the focus returns to where it was opened. */
  #putAway() {
    const open = this.#open;
    this.#close();
    this.#show();
    if (open) this.#focusOn(open.draft.kind, open.draft.id);
  }

  /**
   * @param {FormKind} kind
   * @param {string | null} id
   */
  #focusOn(kind, id) {
    const row = [...part(this.#root, 'entries-list').children].find((one) => one.getAttribute('data-kind') === kind && one.getAttribute('data-id') === (id ?? ''));
    const place = row?.querySelector('button') ?? this.#root.querySelector(`[data-add="${kind}"]`);
    /** @type {HTMLElement | null} */ (place)?.focus();
  }

  /**
   * @param {FormKind} kind
   * @param {string | null} id
   */
  #drop(kind, id) {
    const { date, sample } = this.#today;
    const isOpen = this.#open?.draft.kind === kind && this.#open.draft.id === id;
    if (isOpen) this.#open = null;
    dropDraft({ kind, id, date, sample });
    calm(part(this.#root, 'entries-trouble'));
    this.#show();
    this.#focusOn(kind, id);
  }

  /** @param {Draft} draft */
  async #save(draft) {
    const { kind, id, date, nap, medicine, note } = draft;
    // A new note without a word is no note.
    if (kind === 'note' && id === null && note.trim() === '') return this.#drop(kind, id);
    try {
      const saved = await (kind === 'nap' ? this.#ask('save_nap', { id, date, nap })
        : kind === 'medicine' ? this.#ask('save_taken', { id, date, medicine })
          : this.#ask('save_note', { id, date, text: note }));
      dropDraft(draft);
      if (this.#open?.draft.kind === kind && this.#open.draft.id === id) this.#open = null;
      this.#taken(saved);
      this.#focusOn(kind, id);
    } catch (error) {
      complain(part(this.#root, 'entries-trouble'), error);
    }
  }

  /**
   * @param {EntryKind} kind
   * @param {string} id
   * @param {HTMLElement} row
   */
  async #remove(kind, id, row) {
    const next = /** @type {HTMLElement | null} */ (row.nextElementSibling ?? row.previousElementSibling);
    try {
      this.#taken(await this.#ask('remove_entry', { kind, id }));
      const place = next?.isConnected ? next.querySelector('button') : this.#root.querySelector(`[data-add="${kind}"]`) ?? this.#root.querySelector('[data-add]');
      /** @type {HTMLElement | null} */ (place)?.focus();
    } catch (error) {
      complain(part(this.#root, 'entries-trouble'), error);
    }
  }

  /** @param {Saved} saved */
  #taken({ text: what, today }) {
    calm(part(this.#root, 'entries-trouble'));
    // Somebody may have gone on to another day while it was being saved.
    if (today.date !== this.#today.date) {
      this.#frame.say(what, this.#frame.turning(today, 'undo'));
      this.#show();
      return;
    }
    this.#saved(today);
    this.say(what);
  }
}
