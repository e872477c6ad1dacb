// @ts-check
/** The small form of a nap, a medicine taken, or a note. Enter saves; Escape puts it away and keeps what was typed. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../model/drafts.js').Draft} Draft */
/** @typedef {import('../model/drafts.js').FormKind} FormKind */
/** @typedef {import('../ipc/bindings.js').MedicinePurpose} MedicinePurpose */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */

/** The purposes, in the order of their two buttons. @type {MedicinePurpose[]} */
const PURPOSES = ['planned', 'rescue'];

/** The most letters a note may have, a name, an amount. */
const MOST = { note: '10000', name: '60', amount: '60' };

let made = 0;

/**
 * @typedef {object} Form
 * @property {HTMLFormElement} element
 * @property {() => void} focus
 * @property {() => void} commit takes in what is still being typed
 */

/**
 * @param {Draft} draft what it holds at first
 * @param {string[]} medicines names to choose from
 * @param {object} heard
 * @param {(draft: Draft) => void} heard.changed
 * @param {(draft: Draft) => void} heard.save
 * @param {() => void} heard.close
 * @param {() => void} heard.drop
 * @returns {Form}
 */
export function entryForm(draft, medicines, { changed, save, close, drop }) {
  const now = structuredClone(draft);
  const id = `entry-${(made += 1)}`;
  const fields = { nap: napFields, medicine: medicineFields, note: noteFields }[draft.kind](now, id, medicines);
  const element = make('form', { class: 'entry-form', novalidate: true, 'aria-label': text(TITLES[draft.kind]) },
    ...fields.rows,
    make('div', { class: 'row' },
      make('button', { type: 'submit', class: 'primary' }, text(SAVES[draft.kind])),
      make('button', { type: 'button', class: 'plain', 'data-do': 'close-form' }, text('entry-close')),
      make('button', { type: 'button', class: 'plain', 'data-do': 'drop-form' }, text('entry-drop'))),
  );
  const commit = () => {
    for (const field of element.querySelectorAll('wane-time, wane-minutes')) /** @type {WaneTime | WaneMinutes} */ (field).commit();
  };
  let dropped = false;
  const hear = () => {
    // A field that goes with the form may speak once more.
    if (dropped) return;
    fields.read();
    changed(structuredClone(now));
  };
  for (const event of ['input', 'wane-value', 'wane-answer']) {
    element.addEventListener(event, (heard) => {
      heard.stopPropagation();
      hear();
    });
  }
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    commit();
    hear();
    save(structuredClone(now));
  });
  element.addEventListener('click', (event) => {
    const act = /** @type {Element} */ (event.target).closest('[data-do]')?.getAttribute('data-do');
    if (!act) return;
    event.stopPropagation();
    if (act === 'close-form') close();
    else {
      dropped = true;
      drop();
    }
  });
  // Before the fields hear it: a time that is being typed is taken in, not put back.
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }, { capture: true });
  return { element, commit, focus: () => fields.first.focus() };
}

/** @type {Record<FormKind, string>} */
const TITLES = { nap: 'entry-nap', medicine: 'entry-medicine', note: 'entry-note' };
/** @type {Record<FormKind, string>} */
const SAVES = { nap: 'entry-save-nap', medicine: 'entry-save-medicine', note: 'entry-save-note' };

/**
 * @param {Draft} now
 * @param {string} id
 */
function napFields(now, id) {
  const [start, end] = [time(`${id}-start`, now.nap.start), time(`${id}-end`, now.nap.end)];
  const asleep = /** @type {WaneMinutes} */ (document.createElement('wane-minutes'));
  asleep.setAttribute('labelled-by', `${id}-asleep`);
  asleep.setAttribute('stepper', '');
  asleep.value = now.nap.asleep_min;
  const rows = [make('div', { class: 'fields' },
    labelled(`${id}-start`, 'nap-start', start),
    labelled(`${id}-end`, 'nap-end', end),
    labelled(`${id}-asleep`, 'nap-asleep', make('span', { class: 'with-unit' }, asleep, make('span', { class: 'quiet' }, text('unit-minutes')))))];
  const read = () => void (now.nap = { start: start.value, end: end.value, asleep_min: asleep.value });
  return { rows, read, first: start };
}

/**
 * @param {Draft} now
 * @param {string} id
 * @param {string[]} medicines
 */
function medicineFields(now, id, medicines) {
  const names = make('datalist', { id: `${id}-names` }, ...medicines.map((value) => make('option', { value })));
  const name = input(`${id}-name`, MOST.name, now.medicine.name);
  name.setAttribute('list', names.id);
  const amount = input(`${id}-amount`, MOST.amount, now.medicine.amount ?? '');
  const at = time(`${id}-at`, now.medicine.at);
  const purpose = /** @type {WaneScale} */ (document.createElement('wane-scale'));
  for (const [attribute, value] of [['min', '0'], ['max', '1'], ['words', 'purpose-planned purpose-rescue'], ['clearable', ''], ['labelled-by', `${id}-purpose`]]) {
    purpose.setAttribute(attribute ?? '', value ?? '');
  }
  const had = now.medicine.purpose === null ? -1 : PURPOSES.indexOf(now.medicine.purpose);
  purpose.value = had < 0 ? null : had;
  const rows = [names, make('div', { class: 'fields' },
    make('div', { class: 'field' }, make('label', { for: name.id }, text('medicine-name')), name),
    make('div', { class: 'field' }, make('label', { for: amount.id }, text('medicine-amount')), amount),
    labelled(`${id}-at`, 'medicine-at', at),
    labelled(`${id}-purpose`, 'medicine-purpose', purpose))];
  const read = () => {
    const chosen = purpose.value === null ? null : PURPOSES[purpose.value] ?? null;
    now.medicine = { name: name.value.trim(), at: at.value, purpose: chosen, amount: amount.value.trim() || null };
  };
  return { rows, read, first: name };
}

/**
 * @param {Draft} now
 * @param {string} id
 */
function noteFields(now, id) {
  const area = make('textarea', { id: `${id}-note`, rows: '3', maxlength: MOST.note, 'aria-describedby': `${id}-keys` });
  area.value = now.note;
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    area.form?.requestSubmit();
  });
  const rows = [make('div', { class: 'field' },
    make('label', { for: area.id }, text('note-label')), area, make('p', { class: 'note', id: `${id}-keys` }, text('note-keys')))];
  return { rows, read: () => void (now.note = area.value), first: area };
}

/**
 * @param {string} label its element's id
 * @param {string | null} value
 */
function time(label, value) {
  const field = /** @type {WaneTime} */ (document.createElement('wane-time'));
  field.setAttribute('labelled-by', label);
  field.value = value;
  return field;
}

/**
 * @param {string} id
 * @param {string} most
 * @param {string} value
 */
function input(id, most, value) {
  const field = make('input', { type: 'text', id, maxlength: most, autocomplete: 'off' });
  field.value = value;
  return field;
}

/**
 * @param {string} id of the label
 * @param {string} name its message
 * @param {HTMLElement} field
 */
function labelled(id, name, field) {
  return make('div', { class: 'field' }, make('span', { class: 'label', id }, text(name)), field);
}
