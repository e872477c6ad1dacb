// @ts-check
/** Help now: a few sentences and numbers, the person's own first. It asks nothing, and nothing done here is counted. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { backLink } from './back-link.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').HelpView} HelpView */
/** @typedef {import('../ipc/bindings.js').HelpPlace} HelpPlace */
/** @typedef {import('../ipc/bindings.js').OwnHelp} OwnHelp */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The most letters a name or a note may have, and a number. */
const MOST = { name: '120', number: '40', note: '120' };

/** @param {Ask} ask */
export const load = (ask) => ask('help_now', {});

/** What the view is made of. */
export function page() {
  return make('div', { class: 'help-page', 'data-part': 'help' }, backLink('help-back'), make('h1', { tabindex: '-1' }, text('view-help-now')),
    make('div', { class: 'help-words', 'data-part': 'words' }),
    make('section', { class: 'card', 'aria-labelledby': 'help-own' }, make('h2', { id: 'help-own' }, text('help-own')),
      make('ul', { class: 'help-lines', 'data-part': 'own' }),
      make('div', { class: 'trouble', 'data-part': 'trouble', role: 'alert', hidden: true }),
      make('div', { 'data-part': 'form-room' }),
      make('div', { class: 'row' }, make('button', { type: 'button', 'data-do': 'add' }, icon('plus'), make('span', {}, text('help-add'))))),
    make('section', { class: 'help-places', 'aria-labelledby': 'help-lines' }, make('h2', { id: 'help-lines' }, text('help-lines')),
      make('div', { class: 'help-countries', 'data-part': 'places' }),
      make('div', { class: 'row' }, make('button', { type: 'button', class: 'plain', 'data-do': 'bring-back', hidden: true }, text('help-bring-back')))),
    make('p', {}, make('a', { href: '#care', 'data-go': 'care' }, text('help-care-link'))));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} _frame
 * @param {import('../router.js').Wish} _wish
 * @param {HelpView} loaded
 */
export function show(root, ask, _frame, _wish, loaded) {
  const ended = new AbortController();
  let view = loaded;

  /** @param {HelpView} now */
  function take(now) {
    view = now;
    part(root, 'words').replaceChildren(...view.text.map((sentence) => make('p', {}, sentence)));
    part(root, 'own').replaceChildren(...view.own.map(ownLine));
    if (!view.own.length) part(root, 'own').replaceChildren(make('li', { class: 'note' }, text('help-own-none')));
    part(root, 'places').replaceChildren(...view.places.filter((place) => !place.away).map(country));
    /** @type {HTMLElement} */ (root.querySelector('[data-do="bring-back"]')).hidden = !view.places.some((place) => place.away);
  }

  /** @param {OwnHelp[]} own @param {string[]} away */
  async function save(own, away = view.places.filter((place) => place.away).map(({ id }) => id)) {
    try {
      take(await ask('save_help', { own, away }));
      calm(part(root, 'trouble'));
      return true;
    } catch (error) {
      complain(part(root, 'trouble'), error);
      return false;
    }
  }

  /** @param {number} at which one is edited; beyond the last one for somebody new */
  function edit(at) {
    const form = ownForm(view.own[at] ?? { name: '', number: '', note: '' });
    part(root, 'form-room').replaceChildren(form);
    form.querySelector('input')?.focus();
    const close = () => {
      part(root, 'form-room').replaceChildren();
      /** @type {HTMLElement | null} */ (root.querySelector('[data-do="add"]'))?.focus();
    };
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const said = /** @type {OwnHelp} */ (Object.fromEntries([...form.querySelectorAll('input')].map((input) => [input.name, input.value.trim()])));
      if (await save(view.own.toSpliced(at, 1, said))) close();
    });
    form.querySelector('[data-do="cancel"]')?.addEventListener('click', close);
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    });
  }

  root.addEventListener('click', ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-do]'));
    const at = Number(button?.dataset.at);
    const away = view.places.filter((place) => place.away).map(({ id }) => id);
    const acts = /** @type {Record<string, () => unknown>} */ ({
      add: () => edit(view.own.length),
      edit: () => edit(at),
      remove: () => save(view.own.toSpliced(at, 1)).then(() => /** @type {HTMLElement | null} */ (root.querySelector('[data-do="add"]'))?.focus()),
      hide: () => save(view.own, [...away, button?.dataset.place ?? '']).then(() => /** @type {HTMLElement | null} */ (root.querySelector('[data-do="bring-back"]'))?.focus()),
      'bring-back': () => save(view.own, []).then(() => root.querySelector('h1')?.focus()),
    });
    const act = button?.dataset.do ?? '';
    if (Object.hasOwn(acts, act)) void acts[act]?.();
  }, { signal: ended.signal });

  take(loaded);
  return () => ended.abort();
}

/**
 * @param {OwnHelp} one
 * @param {number} at
 */
function ownLine({ name, number, note }, at) {
  const act = (/** @type {string} */ what, /** @type {string} */ said, /** @type {string} */ label) =>
    make('button', { type: 'button', class: 'plain', 'data-do': what, 'data-at': String(at), 'aria-label': label }, said);
  return make('li', {},
    make('div', { class: 'help-line' }, make('span', {}, name), make('b', { class: 'help-number' }, number), make('span', { class: 'quiet' }, note)),
    make('div', { class: 'acts' }, act('edit', text('help-edit'), text('help-edit-name', { name })), act('remove', text('help-remove'), text('help-remove-name', { name }))));
}

/** @param {HelpPlace} place */
function country({ id, name, here, lines }) {
  return make('section', { class: here ? 'card here' : 'card', 'aria-label': name },
    make('div', { class: 'row spread' }, make('h3', {}, name, ...(here ? [' ', make('span', { class: 'note' }, text('help-here'))] : [])),
      make('button', { type: 'button', class: 'plain', 'data-do': 'hide', 'data-place': id, 'aria-label': text('help-hide-name', { name }) }, text('help-hide'))),
    make('ul', { class: 'help-lines' }, ...lines.map((line) => make('li', {}, make('div', { class: 'help-line' },
      make('span', {}, line.name), make('b', { class: 'help-number' }, line.number), make('span', { class: 'quiet' }, line.how))))));
}

/** @param {OwnHelp} one */
function ownForm(one) {
  const field = (/** @type {'name' | 'number' | 'note'} */ name, /** @type {string} */ id) => make('div', { class: 'field' },
    make('label', { for: `help-${name}` }, text(id)),
    make('input', { type: 'text', id: `help-${name}`, name, value: one[name], maxlength: MOST[name], autocomplete: 'off', required: name !== 'note' }));
  return make('form', { class: 'entry-form', novalidate: true, 'aria-label': text('help-add') },
    make('div', { class: 'fields' }, field('name', 'help-name'), field('number', 'help-number'), field('note', 'help-note')),
    make('div', { class: 'row' }, make('button', { type: 'submit', class: 'primary' }, text('help-save')), make('button', { type: 'button', class: 'plain', 'data-do': 'cancel' }, text('cancel'))));
}
