// @ts-check
/** Plan: what comes tonight and tomorrow, the user's own times, which reminders come, and whether they get through. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { inboxItem } from './inbox.js';
import { calm, complain } from './trouble.js';
import { isSame, weekdayTimes } from './weekdays.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').RuleView} RuleView */
/** @typedef {import('../ipc/bindings.js').Coming} Coming */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** How often the health lines are read afresh, in milliseconds. */
const LOOK_AGAIN = 30_000;

/** Reminders whose times follow from something else, and the message that says from what. @type {Record<string, string>} */
const FOLLOWS = { 'wind-down': 'rule-follows-bed', bedtime: 'rule-follows-bed', 'morning-light': 'rule-follows-light' };

/** @param {Ask} ask */
export const load = (ask) => ask('plan', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} _frame
 * @param {import('../router.js').Wish} _wish
 * @param {PlanView} plan
 */
export function show(root, ask, _frame, _wish, plan) {
  const trouble = part(root, 'trouble');
  const one = /** @type {WaneTime} */ (root.querySelector('wane-time[name="bed"]'));
  const rise = /** @type {WaneTime} */ (root.querySelector('wane-time[name="rise"]'));
  const lead = /** @type {WaneMinutes} */ (root.querySelector('wane-minutes[name="lead"]'));
  const differs = /** @type {HTMLInputElement} */ (part(root, 'bed-differs'));
  const beds = weekdayTimes(part(root, 'bed-days'), one, part(root, 'bed-one'), differs);
  let shownRules = '';

  /** @param {PlanView} view */
  function take(view) {
    coming(view.coming);
    part(root, 'inbox-card').hidden = view.inbox.length === 0;
    part(root, 'inbox').replaceChildren(...view.inbox.map((item) => inboxItem(item, 'li', true, ask, change)));
    rules(view.rules);
    part(root, 'health').replaceChildren(...view.health.map((line) => make('li', {}, line)));
  }

  /** @param {PlanView} view */
  function takeTargets({ targets }) {
    beds.take(targets.bed);
    rise.value = targets.rise;
    lead.value = targets.lead_min;
  }

  /** @param {Coming[]} items */
  function coming(items) {
    part(root, 'nothing-coming').hidden = items.length > 0;
    part(root, 'coming').replaceChildren(
      ...items.map((item) => {
        const skip = make('button', { type: 'button', class: 'plain', 'aria-label': text('coming-skip-named', { title: item.title, day: item.day_text }) }, text('coming-skip'));
        skip.addEventListener('click', () => change(ask('reminder_skip', { kind: item.kind, local_date: item.local_date })));
        return make('li', {},
          make('span', { class: 'when' }, make('b', {}, item.time_text), make('span', { class: 'quiet' }, item.day_text)),
          make('div', {}, make('p', {}, make('b', {}, item.title)), make('p', { class: 'note' }, item.why)),
          skip);
      }),
    );
  }

  /** @param {RuleView[]} list */
  function rules(list) {
    // The rows stay while nothing changed, so that no field loses what is being typed into it.
    const now = JSON.stringify(list);
    if (now === shownRules) return;
    shownRules = now;
    const toggled = document.activeElement?.closest('[data-kind]')?.getAttribute('data-kind');
    part(root, 'rules').replaceChildren(...list.map(ruleItem));
    if (toggled) /** @type {HTMLElement | null} */ (root.querySelector(`[data-kind="${CSS.escape(toggled)}"] input`))?.focus();
  }

  /** @param {RuleView} rule */
  function ruleItem(rule) {
    const on = make('input', { type: 'checkbox', role: 'switch' });
    on.checked = rule.enabled;
    on.addEventListener('change', () => set(rule, on.checked, null));
    const name = make('span', {}, rule.title);
    const label = make('label', { class: 'toggle' }, on, name);
    const head = make('div', { class: 'rule-head' }, label);
    const item = make('li', { 'data-kind': rule.kind }, head);
    const follows = FOLLOWS[rule.kind];
    if (follows) {
      label.append(make('span', { class: 'note' }, text(follows)));
      if (rule.enabled && rule.times[0] && isSame(rule.times)) name.append(' ', make('b', {}, rule.times[0]));
    } else if (rule.enabled) {
      ruleTimes(rule, head, item);
    }
    return item;
  }

  /**
   * Fields for the times of a rule that has its own.
   *
   * @param {RuleView} rule
   * @param {HTMLElement} head
   * @param {HTMLElement} item
   */
  function ruleTimes(rule, head, item) {
    const single = /** @type {WaneTime} */ (document.createElement('wane-time'));
    single.setAttribute('label', 'rule-time');
    const singleRoom = make('span', {}, single);
    const tick = make('input', { type: 'checkbox' });
    const days = make('div', { class: 'weekdays', role: 'group', 'aria-label': rule.title });
    const times = weekdayTimes(days, single, singleRoom, tick);
    times.take(rule.times);
    head.append(make('div', { class: 'row' }, make('label', { class: 'tick' }, tick, make('span', {}, text('rule-differs'))), singleRoom));
    item.append(days);
    item.addEventListener('wane-value', () => set(rule, true, times.times()));
  }

  /**
   * @param {RuleView} rule
   * @param {boolean} enabled
   * @param {(string | null)[] | null} times
   */
  async function set(rule, enabled, times) {
    const view = await change(
      ask('set_rule', { kind: rule.kind, enabled, times }).then((answer) => {
        // The fields that said new times show them already.
        if (times) shownRules = JSON.stringify(answer.rules);
        return answer;
      }),
    );
    if (view) part(root, 'rules-status').replaceChildren(...done(text('saved'), []));
  }

  /** @param {Promise<PlanView>} changing */
  async function change(changing) {
    try {
      const view = await changing;
      calm(trouble);
      take(view);
      return view;
    } catch (error) {
      complain(trouble, error);
      return null;
    }
  }

  part(root, 'targets').addEventListener('submit', async (event) => {
    event.preventDefault();
    const view = await change(ask('set_targets', { bed: beds.times(), rise: rise.value, lead_min: lead.value ?? plan.targets.lead_min }));
    if (!view) return;
    takeTargets(view);
    part(root, 'targets-status').replaceChildren(...done(text('saved'), []));
  });

  root.querySelector('[data-act="test"]')?.addEventListener('click', async () => {
    const status = part(root, 'test-status');
    status.replaceChildren(text('health-testing'));
    try {
      const result = await ask('test_reminder', {});
      status.replaceChildren(icon(result.accepted ? 'done' : 'note'), make('span', {}, result.text));
      take(await ask('plan', {}));
    } catch (error) {
      status.replaceChildren(icon('note'), make('span', {}, words(error)));
    }
  });

  const clock = window.setInterval(async () => {
    if (document.hidden) return;
    try {
      const view = await ask('plan', {});
      // Only what nobody has their hands on.
      part(root, 'health').replaceChildren(...view.health.map((line) => make('li', {}, line)));
    } catch {
      // The next look may work; whatever the user does says what is wrong.
    }
  }, LOOK_AGAIN);

  take(plan);
  takeTargets(plan);
  return () => clearInterval(clock);
}
