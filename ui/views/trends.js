// @ts-check
/** Trends: sleep and pain on one date axis, the nights as bars, and further charts below; all read the same day at once. */

import { keeping } from '../elements/chart-keeping.js';
import { done } from '../frame.js';
import { appearance } from '../model/appearance.js';
import { part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { choices } from './choices.js';
import { deviceFelt } from './trends-felt.js';
import { keep, titleOf } from './trends-keeping.js';
import { Marks } from './trends-marks.js';
import { cardOf, furtherCards, measureChoice, panelChoice } from './trends-more.js';
import { printed } from './trends-print.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').Range} Range */
/** @typedef {import('../ipc/bindings.js').ChartName} ChartName */
/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {import('../ipc/bindings.js').ChartMeasure} ChartMeasure */
/** @typedef {import('../ipc/bindings.js').DayRange} DayRange */
/** @typedef {import('../ipc/bindings.js').RangeSteps} RangeSteps */
/** @typedef {import('../elements/wane-chart.js').WaneChart} WaneChart */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** A picture is drawn anew only if its width changes by more than this, in CSS pixels. */
const SLACK = 6;

/** How long a change of width may go on before anything is drawn, in milliseconds. */
const PAUSE = 120;

/**
 * What the user looked at last, for as long as the window lives. `days` are the stretches that were chosen one after
 * the other; the last one is shown, and without any the range.
 *
 * @type {{ range: Range, days: DayRange[], compare: boolean, panels: string[], measure: ChartMeasure, against: ChartMeasure }}
 */
const wanted = { range: 'six-weeks', days: [], compare: false, panels: [], measure: 'pain-morning', against: 'quality' };

/** No step leads anywhere. @type {RangeSteps} */
const NOWHERE = { earlier: null, later: null, closer: null, wider: null };

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 */
export function show(root, ask, frame) {
  const ended = new AbortController();
  furtherCards(part(root, 'more'));
  const charts = /** @type {WaneChart[]} */ ([...root.querySelectorAll('wane-chart')]);
  const compare = /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="compare"]'));
  const visit = /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="mark-visit"]'));
  const back = /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="range-back"]'));
  const steppers = /** @type {HTMLButtonElement[]} */ ([...part(root, 'steps').querySelectorAll('button')]);
  let steps = NOWHERE;
  let turn = 0;
  let width = 0;
  let timer = 0;

  const mark = choices(part(root, 'ranges'), (button) => {
    wanted.range = /** @type {Range} */ (button.dataset.range);
    wanted.days = [];
    calm(part(root, 'status'));
    void draw();
  });

  const panels = panelChoice(part(root, 'panels'), (names) => {
    wanted.panels = names;
    void draw();
  });
  const measures = measureChoice(cardOf(root, 'calendar'), 'measures-label', OF_CALENDAR, (measure) => {
    wanted.measure = measure;
    void draw();
  });
  const nights = measureChoice(cardOf(root, 'scatter'), 'against-label', OF_NIGHT, (measure) => {
    wanted.against = measure;
    void draw();
  });
  const marks = new Marks(part(root, 'marks'), ask, frame, () => void draw());
  void marks.load();
  for (const chart of charts) chart.furnish(keeping((what) => void keep(chart, what, requestOf(chart), ask)));

  /** What a chart is asked for with. @param {WaneChart} chart */
  function requestOf(chart) {
    const { theme: own, amber, text_scale } = appearance();
    const theme = amber ? 'amber' : own;
    const { range, measure, against, panels } = wanted;
    const { from, to } = wanted.days.at(-1) ?? { from: null, to: null };
    const name = nameOf(chart);
    return { name, range, from, to, width, theme, text_scale, measure, against, panels, compare: wanted.compare && name === 'trend' };
  }

  /** Shows these days in every chart; the way back leads to those that were shown before. @param {DayRange} days */
  function choose(days) {
    wanted.days.push(days);
    calm(part(root, 'status'));
    void draw();
  }

  /** @param {string} way */
  function step(way) {
    const days = steps[/** @type {keyof RangeSteps} */ (way)];
    if (days) choose(days);
  }

  /** The day that is being read in any of the charts. */
  const dateRead = () => charts.find((chart) => chart.hasAttribute('reading'))?.date ?? null;

  /** Every chart that is shown, on paper. @param {boolean} tables */
  async function print(tables) {
    const status = part(root, 'print-status');
    status.textContent = '';
    try {
      const shown = charts.filter((chart) => !(/** @type {HTMLElement} */ (chart.parentElement).hidden));
      status.textContent = await printed(shown.map((chart) => ({ title: titleOf(chart), request: requestOf(chart) })), tables, ask);
    } catch (error) {
      status.textContent = words(error);
    }
  }

  async function draw() {
    const isChosen = wanted.days.length > 0;
    mark((button) => !isChosen && button.dataset.range === wanted.range);
    back.hidden = !isChosen;
    compare.setAttribute('aria-pressed', String(wanted.compare));
    visit.hidden = wanted.range !== 'since-visit' || isChosen;
    if (width === 0) return;
    const mine = (turn += 1);
    for (const chart of charts) chart.setAttribute('aria-busy', 'true');
    try {
      // Those that are seen first come first; the others follow one by one, each in the place of its own old picture.
      for (const some of [charts.filter(isFirst), ...charts.filter((chart) => !isFirst(chart)).map((chart) => [chart])]) {
        const views = await Promise.all(some.map((chart) => (nameOf(chart) === 'comparison' && !wanted.compare
          ? null
          : ask('chart', requestOf(chart)))));
        if (mine !== turn || ended.signal.aborted) return;
        some.forEach((chart, index) => put(chart, views[index] ?? null));
        if (views.some((view) => view?.name === 'trend' && view.empty)) break;
      }
      calm(part(root, 'trouble'));
    } catch (error) {
      if (mine !== turn || ended.signal.aborted) return;
      for (const chart of charts) chart.removeAttribute('aria-busy');
      if (isNoVisit(error)) nothing('visit');
      else complain(part(root, 'trouble'), error);
    }
  }

  /**
   * @param {WaneChart} chart
   * @param {ChartView | null} view
   */
  function put(chart, view) {
    if (view?.name === 'trend') {
      if (view.empty) {
        nothing(wanted.days.length ? 'here' : wanted.range === 'since-visit' ? 'visit' : 'days', view);
        return;
      }
      part(root, 'empty').hidden = true;
      part(root, 'range-text').textContent = view.range_text;
      part(root, 'comparison-title').textContent = view.comparison?.title ?? '';
      panels(view.panels);
      measures(view.panels, wanted.measure);
      nights(view.panels, wanted.against);
      stepping(view.steps);
      for (const name of AROUND) part(root, name).hidden = false;
      void deviceFelt(part(root, 'device-felt'), ask, { from: view.from, to: view.to });
    }
    /** @type {HTMLElement} */ (chart.parentElement).hidden = !view || view.empty;
    chart.view = view;
  }

  /** Which ways lead on from here. @param {RangeSteps} to */
  function stepping(to) {
    steps = to;
    for (const button of steppers) {
      const ends = !steps[/** @type {keyof RangeSteps} */ (button.dataset.step)];
      // A button that has been pressed to the end keeps the focus.
      button.setAttribute('aria-disabled', String(ends));
    }
  }

  /**
   * @param {'visit' | 'days' | 'here'} what is missing
   * @param {ChartView} [view] that has nothing in it
   */
  function nothing(what, view) {
    part(root, 'range-text').textContent = what === 'here' ? view?.range_text ?? '' : '';
    for (const chart of charts) /** @type {HTMLElement} */ (chart.parentElement).hidden = true;
    for (const name of AROUND) part(root, name).hidden = true;
    part(root, 'device-felt').hidden = true;
    part(root, 'empty').hidden = false;
    const [said, offered] = EMPTY[what];
    part(root, 'empty-text').textContent = text(said);
    const button = /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="empty"]'));
    button.textContent = text(offered);
    button.dataset.what = what;
    visit.hidden = true;
    stepping(what === 'here' && view ? view.steps : NOWHERE);
  }

  /** Back to the days that were shown before. */
  function goBack() {
    const had = document.activeElement === back;
    wanted.days.pop();
    void draw();
    if (had && back.hidden) steppers[0]?.focus();
  }

  async function markVisit() {
    try {
      const saved = await ask('mark_visit', { date: null });
      const status = part(root, 'status');
      status.hidden = false;
      status.replaceChildren(...done(saved.text, frame.turning(saved.today, 'undo')));
      await draw();
    } catch (error) {
      complain(part(root, 'trouble'), error);
    }
  }

  root.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-act]'));
    const act = button?.dataset.act;
    const way = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-step]'))?.dataset.step;
    if (way) step(way);
    else if (act === 'range-back' || (act === 'empty' && button?.dataset.what === 'here')) goBack();
    else if (act === 'print' || act === 'print-tables') void print(act === 'print-tables');
    else if (act === 'compare') {
      wanted.compare = !wanted.compare;
      void draw();
    } else if (act === 'mark-visit' || (act === 'empty' && button?.dataset.what === 'visit')) void markVisit();
    else if (act === 'empty') void frame.router.show('today', { date: null, question: true });
  }, { signal: ended.signal });
  root.addEventListener('wane-read', (event) => {
    for (const chart of charts) if (chart !== event.target) chart.follow(/** @type {CustomEvent<string | null>} */ (event).detail);
  }, { signal: ended.signal });
  root.addEventListener('wane-range', (event) => choose(/** @type {CustomEvent<DayRange>} */ (event).detail), { signal: ended.signal });
  root.addEventListener('wane-step', (event) => step(/** @type {CustomEvent<string>} */ (event).detail), { signal: ended.signal });
  root.addEventListener('wane-mark', (event) => void marks.mark(/** @type {CustomEvent<string | null>} */ (event).detail), { signal: ended.signal });
  frame.addEventListener('charts', (event) => {
    const what = /** @type {CustomEvent<string>} */ (event).detail;
    if (what === 'mark') void marks.mark(dateRead());
    else if (what === 'print') void print(false);
    else step(what);
  }, { signal: ended.signal });
  frame.addEventListener('day', (event) => step(/** @type {CustomEvent<number>} */ (event).detail > 0 ? 'closer' : 'wider'), { signal: ended.signal });
  root.addEventListener('wane-open', (event) => {
    void frame.router.show('today', { date: /** @type {CustomEvent<string>} */ (event).detail });
  }, { signal: ended.signal });
  frame.addEventListener('look', () => void draw(), { signal: ended.signal });

  const watch = new ResizeObserver(() => {
    const room = part(root, 'ranges').closest('.view')?.clientWidth ?? 0;
    // A card keeps its padding and its two lines from the picture.
    const padding = cardPadding(part(root, 'trend-card'));
    const now = Math.round(Math.min(Math.max(room - padding, 320), 2400));
    if (Math.abs(now - width) <= SLACK) return;
    const first = width === 0;
    width = now;
    clearTimeout(timer);
    if (first) void draw();
    else timer = window.setTimeout(() => void draw(), PAUSE);
  });
  watch.observe(root);

  return () => {
    ended.abort();
    watch.disconnect();
    clearTimeout(timer);
  };
}

/** What stands around the charts while there are any. */
const AROUND = ['print-room'];

/** What is said where there is nothing to draw, and what is offered. @type {Record<'visit' | 'days' | 'here', [string, string]>} */
const EMPTY = {
  visit: ['visit-none', 'visit-mark'],
  days: ['trends-empty', 'trends-empty-act'],
  here: ['trends-empty-here', 'range-back'],
};

/** Every measure has a calendar. @type {ChartMeasure[] | null} */
const OF_CALENDAR = null;

/** What of the night is set against pain on waking. @type {ChartMeasure[]} */
const OF_NIGHT = ['quality', 'asleep', 'efficiency'];

/** @param {WaneChart} chart */
const nameOf = (chart) => /** @type {ChartName} */ (chart.getAttribute('name'));

/** What is seen before anybody scrolls. @param {WaneChart} chart */
const isFirst = (chart) => ['trend', 'raster'].includes(nameOf(chart));

/** @param {HTMLElement} card */
function cardPadding(card) {
  const style = getComputedStyle(card);
  const sides = [style.paddingInlineStart, style.paddingInlineEnd, style.borderInlineStartWidth, style.borderInlineEndWidth];
  return sides.reduce((sum, side) => sum + Number.parseFloat(side || '0'), 0);
}

/** @param {unknown} error */
function isNoVisit(error) {
  return wanted.range === 'since-visit' && /** @type {{ code?: string }} */ (error).code === 'not-found';
}
