// @ts-check
/** The reminders: which come, when, and the user's own. */

import { make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { keepBegun } from './begun.js';
import { keyed } from './keyed.js';
import { USUAL } from './plan-start.js';
import { isSame, weekdayTimes } from './weekdays.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').RuleView} RuleView */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('./plan.js').Doing} Doing */
/** @typedef {{ item: HTMLElement, take: (rule: RuleView) => void }} Row */

/** Reminders whose times follow from something else, and the message that says from what. @type {Record<string, string>} */
const FOLLOWS = { 'wind-down': 'rule-follows-bed', bedtime: 'rule-follows-bed', 'morning-light': 'rule-follows-light' };

let made = 0;

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function rules(root, { ask, change, say, acting }) {
  const status = part(root, 'rules-status');
  const list = part(root, 'rules');
  /** @type {Map<string, Row>} */
  const rows = new Map();
  /** @type {RuleView[]} */
  let now = [];

  /** A row stays while its reminder does, so that no field loses what is being typed into it. @param {PlanView} view */
  function take(view) {
    now = view.rules;
    for (const kind of rows.keys()) if (!now.some((rule) => rule.kind === kind)) rows.delete(kind);
    for (const rule of now) if (!rows.has(rule.kind)) rows.set(rule.kind, ruleRow(rule));
    for (const rule of now) rows.get(rule.kind)?.take(rule);
    keyed(list, now, ({ kind }) => kind, ({ kind }) => /** @type {Row} */ (rows.get(kind)).item);
    part(root, 'usual-room').hidden = now.some(({ enabled }) => enabled);
  }

  /** @param {RuleView} first @returns {Row} */
  function ruleRow(first) {
    const { kind, title } = first;
    const id = `rule-${(made += 1)}`;
    const on = make('input', { type: 'checkbox', role: 'switch', 'aria-labelledby': id, 'aria-describedby': `${id}-note` });
    const at = make('b', {});
    const said = make('span', { class: 'note', id: `${id}-note` });
    const acts = make('div', { class: 'row acts' });
    const head = make('div', { class: 'rule-head' }, make('label', { class: 'toggle' }, on, make('span', {}, make('span', { id }, title), ' ', at), said), acts);
    const back = make('button', { type: 'button', 'aria-label': text('inbox-act', { act: text('rule-bring-back'), title }) }, text('rule-bring-back'));
    const item = make('li', { 'data-kind': kind }, head);
    const follows = FOLLOWS[kind];
    const times = follows ? null : ruleTimes(kind, id, acts, item);
    acts.append(back);
    if (first.own) acts.append(renaming(first, head, acts), removing(first));
    on.addEventListener('change', () => void set(kind, on.checked, null));
    back.addEventListener('click', async () => {
      if (await change(ask('bring_back', { kind }), status)) say(status, text('saved'));
    });

    /** @param {RuleView} rule */
    function takeRule(rule) {
      on.checked = rule.enabled;
      at.textContent = follows && rule.enabled && rule.times[0] && isSame(rule.times) ? rule.times[0] : '';
      said.textContent = rule.note ?? (follows ? text(follows) : '');
      said.hidden = said.textContent === '';
      back.hidden = !rule.resting;
      times?.(rule);
    }
    return { item, take: takeRule };
  }

  /**
   * Fields for the times of a reminder that has its own.
   *
   * @param {string} kind
   * @param {string} id of its name
   * @param {HTMLElement} acts
   * @param {HTMLElement} item
   * @returns {(rule: RuleView) => void} shows what is saved
   */
  function ruleTimes(kind, id, acts, item) {
    const one = /** @type {WaneTime} */ (document.createElement('wane-time'));
    one.setAttribute('labelled-by', `${id} label-own-time`);
    const oneRoom = make('span', {}, one);
    const differs = make('input', { type: 'checkbox' });
    const days = make('div', { class: 'weekdays', role: 'group', 'aria-labelledby': id });
    const times = weekdayTimes(days, one, oneRoom, differs);
    const room = make('div', { class: 'row' }, make('label', { class: 'tick' }, differs, make('span', {}, text('rule-differs'))), oneRoom);
    acts.append(room);
    item.append(days);
    item.addEventListener('wane-value', () => void set(kind, true, times.times()));
    // One time for all days again is a change as well; seven that are still the same are none.
    differs.addEventListener('change', () => {
      if (!differs.checked) void set(kind, true, times.times());
    });
    let had = '';
    return (rule) => {
      const saved = JSON.stringify(rule.times);
      if (saved !== had && saved !== JSON.stringify(times.times())) times.take(rule.times);
      had = saved;
      room.hidden = !rule.enabled;
      days.hidden = !rule.enabled || !differs.checked;
    };
  }

  /**
   * The name becomes a field until it is saved or left as it was.
   *
   * @param {RuleView} rule
   * @param {HTMLElement} head
   * @param {HTMLElement} acts
   */
  function renaming({ kind, title }, head, acts) {
    const act = text('rule-rename');
    const button = make('button', { type: 'button', class: 'plain', 'aria-label': text('inbox-act', { act, title }) }, act);
    const id = `rename-${(made += 1)}`;
    const field = make('input', { type: 'text', maxlength: '60', 'aria-label': text('own-name'), 'aria-describedby': id, autocomplete: 'off' });
    const help = make('p', { class: 'note', id, role: 'status' });
    const keep = make('button', { type: 'submit' }, text('rule-keep-name'));
    const form = make('form', { class: 'row rename' }, field, keep, help);
    form.noValidate = true;
    const shown = /** @type {HTMLElement} */ (head.firstElementChild);

    /** @param {boolean} open */
    function show(open) {
      help.textContent = '';
      [shown.hidden, acts.hidden] = [open, open];
      if (open) head.append(form);
      else form.remove();
    }
    button.addEventListener('click', () => {
      show(true);
      field.value = title;
      field.select();
      field.focus();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      // Leaving the name is not leaving the view.
      event.preventDefault();
      show(false);
      button.focus();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const name = oneLine(field.value);
      if (!name || isTaken(name, now, kind)) {
        help.textContent = text(name ? 'own-taken' : 'own-needs-name');
        field.focus();
        return;
      }
      if (name !== title && !(await change(ask('rename_rule', { kind, name }), help))) return;
      show(false);
      // A reminder of another name is another row.
      const row = rows.get(name) ?? rows.get(kind);
      /** @type {HTMLElement | null | undefined} */ (row?.item.querySelector('[data-act="rename"]'))?.focus();
      if (name !== title) say(status, text('rule-renamed', { title: name }));
    });
    button.dataset.act = 'rename';
    return button;
  }

  /** @param {RuleView} rule */
  function removing({ kind, title }) {
    const name = text('rule-remove');
    const button = make('button', { type: 'button', class: 'plain', 'aria-label': text('inbox-act', { act: name, title }) }, name);
    button.addEventListener('click', async () => {
      const was = now.find((rule) => rule.kind === kind);
      if (!was || !(await change(ask('remove_rule', { kind }), status))) return;
      const undo = make('button', { type: 'button', class: 'in-text' }, text('undo'));
      undo.addEventListener('click', async () => {
        if (!(await change(ask('set_rule', { kind, enabled: was.enabled, times: was.times }), status))) return;
        say(status, text('own-added', { title }));
        rows.get(kind)?.item.querySelector('input')?.focus();
      });
      say(status, text('rule-removed', { title }), [undo]);
    });
    return button;
  }

  /**
   * @param {string} kind
   * @param {boolean} enabled
   * @param {(string | null)[] | null} times
   */
  async function set(kind, enabled, times) {
    if (await change(ask('set_rule', { kind, enabled, times }), status)) say(status, text('saved'));
  }

  acting('usual', async () => {
    if (await change(allUsual(), status)) say(status, text('saved'));
  });

  async function allUsual() {
    for (const kind of USUAL) await ask('set_rule', { kind, enabled: true, times: null });
    return ask('plan', {});
  }

  own(root, () => now, async (name, time) => {
    const view = await change(ask('set_rule', { kind: name, enabled: true, times: Array(7).fill(time) }), status);
    if (view) say(status, text('own-added', { title: name }));
    return view !== null;
  });

  return { take };
}

const oneLine = (/** @type {string} */ words) => words.trim().replace(/\s+/g, ' ');

/**
 * Whether a reminder has that name already; capitals make no difference.
 *
 * @param {string} name
 * @param {RuleView[]} rules
 * @param {string} [but] the one it may be
 */
function isTaken(name, rules, but) {
  const tidy = (/** @type {string} */ words) => words.trim().toLocaleLowerCase();
  return rules.some(({ kind, title }) => kind !== but && [kind, title].map(tidy).includes(tidy(name)));
}

/**
 * The form for a reminder of the user's own.
 *
 * @param {HTMLElement} root
 * @param {() => RuleView[]} known
 * @param {(name: string, time: string) => Promise<boolean>} add
 */
function own(root, known, add) {
  const name = /** @type {HTMLInputElement} */ (root.querySelector('#own-name'));
  const time = /** @type {WaneTime} */ (root.querySelector('wane-time[name="own-time"]'));
  const help = part(root, 'own-help');
  const form = part(root, 'own');
  const begun = keepBegun('own', form, () => ({ name: name.value, time: time.value }));
  const typed = begun.had();
  if (typed) [name.value, time.value] = [typed.name, typed.time];

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const said = oneLine(name.value);
    const taken = isTaken(said, known());
    help.textContent = taken ? text('own-taken') : said && time.value ? '' : text('own-needs');
    if (taken || !said) name.focus();
    else if (!time.value) time.focus();
    else if (await add(said, time.value)) {
      name.value = '';
      time.value = null;
      begun.drop();
      name.focus();
    }
  });
}
