// @ts-check
/** Arrows between the night and the day: thicker with the effect, hazier with the doubt. What they show is said in words beside them. */

import { make, makeSvg, unparted } from '../model/make.js';
import { text } from '../model/texts.js';

/** @typedef {import('../ipc/bindings.js').InsightShown} InsightShown */

/** Widths in pixels: the thinnest shaft, what the largest effect adds, and what the largest doubt adds around it. */
const SIZES = {
  large: { height: 68, thin: 3, more: 15, haze: 76, head: 9 },
  small: { height: 32, thin: 2, more: 7, haze: 32, head: 5 },
};

/** So many bands lie over one another; together they fade outwards. */
const BANDS = 5;

/**
 * One arrow, as wide as its room.
 *
 * @param {InsightShown} shown
 * @param {keyof typeof SIZES} [size]
 */
export function arrow({ tier, weight, haze, key }, size = 'large') {
  const { height, thin, more, haze: doubt, head } = SIZES[size];
  const y = String(height / 2);
  const isOpen = tier === 'not_enough';
  // Where no effect is told, the shaft is as thin as can be and the haze alone says how little is known.
  const isTold = tier === 'clear' || tier === 'hint';
  const shaft = thin + (isTold ? more * weight : 0);
  const half = shaft / 2 + head;
  const length = half * 1.25;
  const line = (/** @type {string} */ kind, /** @type {number} */ width) => {
    const inset = width / 2 + 2;
    // The line ends where the head begins, whatever the room is wide.
    return makeSvg('g', { transform: `translate(${-length - (kind === 'haze' ? 0 : 1)})` },
      makeSvg('line', { class: kind, x1: String(length + inset), x2: '100%', y1: y, y2: y, 'stroke-width': String(width), 'stroke-linecap': kind === 'haze' ? 'round' : 'butt' }));
  };
  const bands = isOpen ? [] : Array.from({ length: BANDS }, (_, band) => line('haze', shaft + (doubt * haze * (BANDS - band)) / BANDS));
  return makeSvg('svg', { class: `arrow ${size}`, 'data-tier': tier, 'data-family': key.family, width: '100%', height: String(height), 'aria-hidden': 'true' },
    ...bands,
    line('shaft', shaft),
    makeSvg('svg', { x: '100%', y, overflow: 'visible' }, makeSvg('path', { class: 'head', d: `M-1.500 0 L${-length} ${-half} L${-length} ${half} Z` })));
}

/**
 * What stands beside an arrow: the difference, and its range on a line of its own.
 *
 * @param {InsightShown} shown
 */
function beside({ tier, label }) {
  return make('p', { 'data-tier': tier }, ...unparted(label).split(' · ').map((line) => make('span', {}, line)));
}

/**
 * Night and day with the two arrows between them.
 *
 * @param {InsightShown} forward
 * @param {InsightShown} reverse
 */
export function figure(forward, reverse) {
  const place = (/** @type {string} */ name, /** @type {string} */ title, /** @type {string} */ measure) => make('div', { class: `place ${name}` },
    make('b', {}, title), make('span', {}, measure));
  return make('div', { class: 'two-arrows' },
    place('night', text('insights-night'), text('insights-night-measure')),
    make('div', { class: 'between' },
      beside(forward), arrow(forward),
      arrow(reverse), beside(reverse)),
    place('day', text('insights-day'), text('insights-day-measure')));
}
