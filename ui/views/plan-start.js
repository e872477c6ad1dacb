// @ts-check
/** The first visit: the times and the usual reminders, on one card, with one button. */

import { icon, make, part } from '../model/make.js';
import { moveClock } from '../model/clock.js';
import { text } from '../model/texts.js';
import { keepBegun } from './begun.js';
import { usual } from './weekdays.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').RuleView} RuleView */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./plan.js').Doing} Doing */

/** What is offered to begin with. */
export const USUAL = ['wind-down', 'bedtime', 'morning-light', 'morning-check-in', 'evening-check-in'];

/** Those that cannot come without a time in bed. */
const NEED_BED = ['wind-down', 'bedtime'];

/** Where a check-in is offered, minutes after the time it goes by; the field shows it, and anything else can be typed. @type {Record<string, ['bed' | 'rise', number]>} */
const OFFERED = { 'morning-check-in': ['rise', 30], 'evening-check-in': ['bed', -120] };

/** The cards that wait until there is something to alter. */
const LATER = ['glance-card', 'targets-card', 'rules-card', 'light-card', 'quiet-cards'];

/** Minutes of wind-down where none are known. */
const LEAD = 45;

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function start(root, { ask, change, say, acting, again }) {
  const form = part(root, 'start');
  const status = part(root, 'glance-status');
  const bed = /** @type {WaneTime} */ (form.querySelector('wane-time[name="bed"]'));
  const rise = /** @type {WaneTime} */ (form.querySelector('wane-time[name="rise"]'));
  const lead = /** @type {WaneMinutes} */ (form.querySelector('wane-minutes[name="lead"]'));
  /** @type {{ rule: RuleView, on: HTMLInputElement, time: WaneTime | null, touched: boolean }[]} */
  let rows = [];

  const begun = keepBegun('start', form, () => ({ bed: bed.value, rise: rise.value, lead: lead.value }));
  /** It has done its work, or they would rather go through everything themselves. */
  let over = false;
  let had = '';

  /** The card is for those who have said no time and want no reminder yet; times that are said meanwhile are taken into it. @param {PlanView} view */
  const isFirst = ({ targets, rules }) => !over && !rules.some(({ enabled }) => enabled) && (rows.length > 0 || targets.bed.every((time) => time === null));

  /** @param {PlanView} view */
  function take(view) {
    const first = isFirst(view);
    part(root, 'start-card').hidden = !first;
    for (const card of LATER) part(root, card).hidden = first;
    if (first) fill(view);
  }

  /** @param {PlanView} view */
  function fill(view) {
    const { bed: beds, rise: up, lead_min } = view.targets;
    const now = JSON.stringify(view.targets);
    if (now !== had) {
      const typed = had ? null : begun.had();
      bed.value = typed ? typed.bed : usual(beds);
      rise.value = typed ? typed.rise : up;
      lead.value = typed ? typed.lead : lead_min || LEAD;
    }
    had = now;
    if (rows.length > 0) {
      offer();
      return;
    }
    rows = view.rules.filter(({ kind }) => USUAL.includes(kind)).map(row);
    part(root, 'start-rules').replaceChildren(...rows.map(({ rule, on, time }) => {
      const label = make('label', { class: 'toggle' }, on, make('span', { id: `start-${rule.kind}` }, rule.title));
      return make('li', {}, make('div', { class: 'rule-head' }, label, ...(time ? [time] : [])));
    }));
    offer();
  }

  /** @param {RuleView} rule */
  function row(rule) {
    const on = make('input', { type: 'checkbox', role: 'switch' });
    on.checked = true;
    let time = null;
    if (OFFERED[rule.kind]) {
      time = /** @type {WaneTime} */ (document.createElement('wane-time'));
      time.setAttribute('labelled-by', `start-${rule.kind} label-own-time`);
      time.value = rule.times[0] ?? null;
    }
    return { rule, on, time, touched: rule.enabled };
  }

  /** Moves the times nobody has touched to where the times in bed and up put them. */
  function offer() {
    for (const { rule, time, touched } of rows) {
      const [by, minutes] = OFFERED[rule.kind] ?? ['bed', 0];
      const from = (by === 'bed' ? bed : rise).value;
      if (time && !touched && from) time.value = moveClock(from, minutes);
    }
  }

  form.addEventListener('wane-value', ({ target }) => {
    const touched = rows.find(({ time }) => time === target);
    if (touched) touched.touched = true;
    else offer();
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wanted = rows.filter(({ on }) => on.checked);
    if (!bed.value && wanted.some(({ rule }) => NEED_BED.includes(rule.kind))) {
      // Nothing is done yet, so there is no tick.
      part(root, 'start-help').replaceChildren(icon('question'), make('span', {}, text('start-needs-bed')));
      bed.focus();
      return;
    }
    part(root, 'start-help').replaceChildren();
    const view = await change(setUp(wanted), part(root, 'start-help'));
    if (!view) return;
    over = true;
    begun.drop();
    again();
    /** @type {HTMLElement | null} */ (root.querySelector('#glance-title'))?.focus();
    say(status, text('start-done'));
  });

  acting('one-by-one', () => {
    over = true;
    again();
    /** @type {HTMLElement | null} */ (root.querySelector('#targets-title'))?.focus();
  });

  /** The times first, so that no reminder comes by a time nobody chose. @param {typeof rows} wanted */
  async function setUp(wanted) {
    /** @type {PlanView | null} */
    let view = null;
    if (bed.value || rise.value) view = await ask('set_targets', { bed: Array(7).fill(bed.value), rise: rise.value, lead_min: lead.value ?? LEAD });
    for (const { rule, time } of wanted) {
      view = await ask('set_rule', { kind: rule.kind, enabled: true, times: time?.value ? Array(7).fill(time.value) : null });
    }
    return view ?? ask('plan', {});
  }

  return { take };
}
