// @ts-check
/** Trends: sleep and pain on one date axis, the nights as bars, and further charts below; all read the same day at once. */

import { done } from '../frame.js';
import { appearance } from '../model/appearance.js';
import { part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { choices } from './choices.js';
import { cardOf, furtherCards, measureChoice, panelChoice } from './trends-more.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').Range} Range */
/** @typedef {import('../ipc/bindings.js').ChartName} ChartName */
/** @typedef {import('../ipc/bindings.js').ChartView} ChartView */
/** @typedef {import('../ipc/bindings.js').ChartMeasure} ChartMeasure */
/** @typedef {import('../elements/wane-chart.js').WaneChart} WaneChart */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** A picture is drawn anew only if its width changes by more than this, in CSS pixels. */
const SLACK = 6;

/** How long a change of width may go on before anything is drawn, in milliseconds. */
const PAUSE = 120;

/** What the user looked at last, for as long as the window lives. @type {{ range: Range, compare: boolean, panels: string[], measure: ChartMeasure }} */
const wanted = { range: 'six-weeks', compare: false, panels: [], measure: 'pain-morning' };

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
  let turn = 0;
  let width = 0;
  let timer = 0;

  const mark = choices(part(root, 'ranges'), (button) => {
    wanted.range = /** @type {Range} */ (button.dataset.range);
    calm(part(root, 'status'));
    void draw();
  });

  const panels = panelChoice(part(root, 'panels'), (names) => {
    wanted.panels = names;
    void draw();
  });
  const measures = measureChoice(cardOf(root, 'calendar'), (measure) => {
    wanted.measure = measure;
    void draw();
  });

  /** What a chart is asked for with. @param {WaneChart} chart */
  function requestOf(chart) {
    const { theme, text_scale } = appearance();
    const { range, measure, panels } = wanted;
    const name = nameOf(chart);
    return { name, range, from: null, to: null, width, theme, text_scale, measure, panels, compare: wanted.compare && name === 'trend' };
  }

  /** @param {WaneChart} chart */
  async function save(chart) {
    chart.say('');
    try {
      const { text: said } = await ask('save_chart', requestOf(chart));
      chart.say(said ?? '');
    } catch (error) {
      chart.say(words(error));
    }
  }

  async function draw() {
    mark((button) => button.dataset.range === wanted.range);
    compare.setAttribute('aria-pressed', String(wanted.compare));
    visit.hidden = wanted.range !== 'since-visit';
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
        nothing(wanted.range === 'since-visit' ? 'visit' : 'days');
        return;
      }
      part(root, 'empty').hidden = true;
      part(root, 'range-text').textContent = view.range_text;
      part(root, 'comparison-title').textContent = view.comparison?.title ?? '';
      panels(view.panels);
      measures(view.panels, wanted.measure);
    }
    /** @type {HTMLElement} */ (chart.parentElement).hidden = !view || view.empty;
    chart.view = view;
  }

  /** @param {'visit' | 'days'} what is missing */
  function nothing(what) {
    part(root, 'range-text').textContent = '';
    for (const chart of charts) /** @type {HTMLElement} */ (chart.parentElement).hidden = true;
    part(root, 'empty').hidden = false;
    part(root, 'empty-text').textContent = text(what === 'visit' ? 'visit-none' : 'trends-empty');
    const button = /** @type {HTMLButtonElement} */ (root.querySelector('[data-act="empty"]'));
    button.textContent = text(what === 'visit' ? 'visit-mark' : 'trends-empty-act');
    button.dataset.what = what;
    visit.hidden = true;
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
    if (act === 'compare') {
      wanted.compare = !wanted.compare;
      void draw();
    } else if (act === 'mark-visit' || (act === 'empty' && button?.dataset.what === 'visit')) void markVisit();
    else if (act === 'empty') void frame.router.show('today', { date: null, question: true });
  }, { signal: ended.signal });
  root.addEventListener('wane-read', (event) => {
    for (const chart of charts) if (chart !== event.target) chart.follow(/** @type {CustomEvent<string | null>} */ (event).detail);
  }, { signal: ended.signal });
  root.addEventListener('wane-save', (event) => void save(/** @type {WaneChart} */ (event.target)), { signal: ended.signal });
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
