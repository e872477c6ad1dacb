// @ts-check
/** Insights: the two arrows between nights and pain, with how sure anyone can be; the same all week, from one look to the next. */

import { icon, make, part, unparted } from '../model/make.js';
import { text, translate } from '../model/texts.js';
import { choices } from './choices.js';
import { arrow, figure } from './insights-arrows.js';
import { days, explanation, facts, progress, verdict } from './insights-finding.js';
import { experiments } from './insights-experiments.js';
import { lookBack } from './look-back.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').InsightsView} InsightsView */
/** @typedef {import('../ipc/bindings.js').InsightShown} InsightShown */
/** @typedef {import('../ipc/bindings.js').InsightGroup} InsightGroup */
/** @typedef {import('../ipc/bindings.js').InsightRange} InsightRange */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** The stretches, by name. @type {[InsightRange, string][]} */
const RANGES = [['all', 'insights-range-all'], ['year', 'insights-range-year'], ['half-year', 'insights-range-half-year']];

/** What was chosen last, for as long as the window lives. @type {{ range: InsightRange, leave_out_recalled: boolean }} */
const wanted = { range: 'all', leave_out_recalled: false };

/** How long the chart of Trends may take to come, in milliseconds. */
const CHART_COMES = 4000;

/** @param {Ask} ask */
export function load(ask) {
  return ask('insights', wanted);
}

/** What the view is made of. */
export function page() {
  const card = (/** @type {string} */ name, /** @type {Node[]} */ ...children) => make('section', { class: 'card', 'data-part': name, 'aria-labelledby': `insights-${name}`, hidden: true }, ...children);
  const title = (/** @type {string} */ name, /** @type {string} */ id) => make('h2', { id: `insights-${name}`, 'data-text': id });
  const fragment = document.createDocumentFragment();
  fragment.append(
    make('header', { class: 'view-head insights-head' },
      make('h1', { 'data-text': 'view-insights', tabindex: '-1' }),
      make('p', { class: 'quiet', 'data-part': 'as-of' })),
    make('div', { class: 'trend-tools', 'data-part': 'tools' },
      make('div', { class: 'segments', role: 'radiogroup', 'data-text-label': 'insights-range', 'data-part': 'ranges' },
        ...RANGES.map(([range, id]) => make('button', { type: 'button', role: 'radio', 'data-range': range, 'data-text': id }))),
      make('label', { class: 'tick' }, make('input', { type: 'checkbox', 'data-part': 'recalled' }), make('span', { 'data-text': 'insights-recalled' }))),
    make('p', { class: 'note', 'data-part': 'range-note', role: 'status' }),
    make('div', { class: 'trouble', 'data-part': 'trouble', role: 'alert', hidden: true }),
    make('section', { class: 'card', 'data-part': 'empty', hidden: true },
      make('p', { 'data-text': 'insights-invite' }),
      make('div', { class: 'row' }, make('a', { class: 'button', href: '#today', 'data-go': 'today', 'data-text': 'insights-invite-act' }))),
    make('section', { class: 'card look-back', 'data-part': 'look-back', 'aria-labelledby': 'look-back-title', hidden: true }),
    card('arrows', title('arrows', 'insights-arrows'),
      make('p', { class: 'direction', 'data-part': 'direction' }),
      make('div', { 'data-part': 'figure', 'aria-hidden': 'true' }),
      make('div', { class: 'two-findings' },
        make('article', { class: 'finding', 'data-part': 'forward' }),
        make('article', { class: 'finding', 'data-part': 'reverse' })),
      make('p', { class: 'note', 'data-text': 'insights-scales' })),
    make('div', { class: 'more-cards', 'data-part': 'groups' }),
    card('skipped', title('skipped', 'insights-skipped-title'), make('div', { class: 'stack', 'data-part': 'skipped-texts' })),
    card('consistency', title('consistency', 'insights-consistency-title'), make('p', { 'data-part': 'consistency-text' }),
      make('div', { class: 'row' }, make('button', { type: 'button', 'data-act': 'consistency', 'data-text': 'insights-consistency-chart' }))),
    card('limits', title('limits', 'insights-limits-title'), make('ul', { class: 'steps-shown', 'data-part': 'limits-texts' })),
    card('look', title('look', 'insights-look'), make('p', { 'data-part': 'next' }),
      make('div', { class: 'field own-weekday' }, make('label', { for: 'own-weekday', 'data-text': 'insights-weekday' }), make('select', { id: 'own-weekday', 'data-part': 'weekday' })),
      make('p', { class: 'note', 'data-text': 'insights-weekday-note' })),
    make('section', { 'data-part': 'experiments' }));
  return fragment;
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {InsightsView} view
 */
export function show(root, ask, frame, _wish, view) {
  const ended = new AbortController();
  const { signal } = ended;
  let turn = 0;
  const recalled = /** @type {HTMLInputElement} */ (part(root, 'recalled'));
  const weekday = /** @type {HTMLSelectElement} */ (part(root, 'weekday'));
  const mark = choices(part(root, 'ranges'), (button) => {
    wanted.range = /** @type {InsightRange} */ (button.dataset.range);
    void again();
  });
  recalled.addEventListener('change', () => {
    wanted.leave_out_recalled = recalled.checked;
    void again();
  }, { signal });
  weekday.addEventListener('change', () => void choose(Number(weekday.value)), { signal });

  const unfolding = explanation((key) => ask('insight_detail', { ...wanted, key }));

  /** @param {InsightsView} now */
  function take(now) {
    mark((button) => button.dataset.range === wanted.range);
    recalled.checked = wanted.leave_out_recalled;
    part(root, 'as-of').textContent = now.look.text;
    part(root, 'range-note').textContent = now.range_note ?? '';
    part(root, 'empty').hidden = !now.empty;
    part(root, 'tools').hidden = now.empty;
    lookBack(part(root, 'look-back'), now.look_back, ask, complaints);
    part(root, 'arrows').hidden = now.empty;
    part(root, 'direction').textContent = now.direction_text;
    part(root, 'figure').replaceChildren(figure(now.forward, now.reverse));
    finding(part(root, 'forward'), now.forward, 'insights-forward');
    finding(part(root, 'reverse'), now.reverse, 'insights-reverse');
    part(root, 'groups').replaceChildren(...(now.empty ? [] : now.groups.map(group)));
    told('skipped', now.skipped.map((said) => make('p', {}, said)));
    told('limits', now.empty ? [] : now.limits.map((said) => make('li', {}, said)));
    told('consistency', now.consistency ? [now.consistency] : [], 'consistency-text');
    part(root, 'look').hidden = now.empty;
    looked(now.look);
  }

  /** @param {InsightsView['look']} look */
  function looked(look) {
    part(root, 'next').textContent = look.next_text;
    weekday.replaceChildren(...look.weekdays.map(({ name, text: day }) => make('option', { value: name }, day)));
    weekday.value = String(look.weekday);
  }

  /** @param {string} name @param {(Node | string)[]} children @param {string} [room] */
  function told(name, children, room = `${name}-texts`) {
    part(root, name).hidden = children.length === 0;
    part(root, room).replaceChildren(...children);
  }

  /**
   * One of the two main findings, with its facts in the open.
   *
   * @param {HTMLElement} room
   * @param {InsightShown} shown
   * @param {string} title
   */
  function finding(room, shown, title) {
    room.dataset.tier = shown.tier;
    room.replaceChildren(
      make('div', { class: 'finding-head' }, make('h3', {}, text(title)), verdict(shown)),
      make('p', {}, unparted(shown.text)),
      ...progress(shown),
      facts(shown),
      ...more(shown),
      unfolding(shown, text(title)));
  }

  /** @param {InsightShown} shown */
  function more(shown) {
    return [...shown.warnings.map((said) => make('p', { class: 'note with-icon' }, icon('note'), make('span', {}, said))), ...shown.help.map((said) => make('p', { class: 'help' }, said))];
  }

  /** @param {InsightGroup} of */
  function group(of) {
    const id = `insights-group-${of.name}`;
    // What is true of the whole group is said once, above it.
    const own = (/** @type {InsightShown} */ shown) => ({ ...shown, warnings: shown.warnings.filter((said) => !of.note.startsWith(said)) });
    return make('section', { class: 'card', 'data-group': of.name, 'aria-labelledby': id },
      make('h2', { id }, of.title),
      make('p', { class: 'note' }, of.note),
      make('ul', { class: 'findings' }, ...of.findings.map((shown) => make('li', { class: 'finding', 'data-tier': shown.tier },
        make('div', { class: 'finding-head' }, make('h3', {}, arrow(shown, 'small'), make('span', {}, shown.title)), verdict(shown)),
        make('p', {}, unparted(shown.text)),
        ...progress(shown),
        unfolding(shown, shown.title, () => [facts(shown), ...more(own(shown))])))));
  }

  /** @param {unknown} error */
  const complaints = (error) => complain(part(root, 'trouble'), error);

  async function again() {
    const mine = (turn += 1);
    mark((button) => button.dataset.range === wanted.range);
    try {
      const now = await ask('insights', wanted);
      if (mine !== turn || signal.aborted) return;
      take(now);
      calm(part(root, 'trouble'));
    } catch (error) {
      if (mine === turn && !signal.aborted) complaints(error);
    }
  }

  /** @param {number} day */
  async function choose(day) {
    try {
      looked(await ask('set_weekly_look', { weekday: day }));
      calm(part(root, 'trouble'));
    } catch (error) {
      weekday.value = String(view.look.weekday);
      complaints(error);
    }
  }

  /** To the chart that the sentence is taken from, once it is drawn. */
  async function toConsistency() {
    await frame.router.show('trends');
    const card = /** @type {HTMLElement | null} */ (document.querySelector('[data-room] [data-chart="consistency"]'));
    if (!card) return;
    const go = () => {
      if (card.hidden) return;
      watch.disconnect();
      card.scrollIntoView({ block: 'center' });
      const head = card.querySelector('h2');
      head?.setAttribute('tabindex', '-1');
      head?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(go);
    watch.observe(card, { attributes: true, attributeFilter: ['hidden'] });
    window.setTimeout(() => watch.disconnect(), CHART_COMES);
    go();
  }

  root.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const date = days(target);
    if (date) void frame.router.show('today', { date });
    else if (target.closest('[data-act="consistency"]')) void toConsistency();
  }, { signal });

  translate(root);
  take(view);
  void experiments(part(root, 'experiments'), ask, frame);
  return () => ended.abort();
}
