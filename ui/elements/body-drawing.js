// @ts-check
/** Draws the figures of the body map, and marks regions in them. What a press means is the map's business. */

import { makeSvg } from '../model/make.js';
import { PARTS, VIEW_BOX, areas, isPair, lines, outline } from './body-figure.js';

/** @typedef {import('./body-figure.js').View} View */
/** @typedef {import('./body-figure.js').Part} Part */

/**
 * Where a region lies in a drawing.
 *
 * @typedef {object} Place
 * @property {View} view
 * @property {SVGElement} area its shape
 * @property {SVGElement} ring a line that can be laid round it, above its neighbours
 */

let drawn = 0;

/**
 * A figure, with a shape for every region that lies on it (`data-region`).
 *
 * @param {View} view
 * @returns {{ svg: SVGElement, places: Map<string, Place> }}
 */
export function drawFigure(view) {
  const id = `body-${(drawn += 1)}`;
  /** @type {Map<string, Place>} */
  const places = new Map();
  const clips = PARTS.map((part) => makeSvg('clipPath', { id: `${id}-${part}` }, makeSvg('path', { d: outline(part) })));
  const edges = PARTS.flatMap((part) => sides(part).map((mirrored) => makeSvg('path', { class: 'edge', d: outline(part), transform: turned(mirrored) })));
  const bodies = PARTS.flatMap((part) => sides(part).map((mirrored) => {
    const rings = makeSvg('g', { class: 'rings' });
    const own = areas(view).filter((area) => area.part === part && (!isPair(part) || area.mirrored === mirrored));
    const shapes = own.map(({ code, d, mirrored: other }) => {
      // A part on the midline holds both halves; a limb is turned as a whole.
      const place = { d, transform: isPair(part) ? null : turned(other) };
      const area = makeSvg('path', { class: 'area', 'data-region': code, ...place });
      const ring = makeSvg('path', { class: 'ring', ...place });
      rings.append(ring);
      places.set(code, { view, area, ring });
      return area;
    });
    const skin = makeSvg('path', { class: 'skin', d: outline(part) });
    const clipped = makeSvg('g', { 'clip-path': `url(#${id}-${part})` }, skin, ...shapes, makeSvg('path', { class: 'line', d: lines(view, part) }), makeSvg('path', { class: 'seam', d: outline(part) }), rings);
    return makeSvg('g', { transform: turned(mirrored) }, clipped);
  }));
  const svg = makeSvg('svg', { viewBox: VIEW_BOX.join(' '), focusable: 'false' }, makeSvg('defs', {}, ...clips), ...edges, ...bodies);
  return { svg, places };
}

/** Which sides a part is drawn on: limbs on both, the rest once. @param {Part} part */
const sides = (part) => (isPair(part) ? [false, true] : [false]);

/** @param {boolean} mirrored */
const turned = (mirrored) => (mirrored ? 'scale(-1 1)' : null);
