// @ts-check
/**
 * Draws a movement: a person in a calm line, where the movement begins; a pale line where it leads; an arrow between.
 *
 * Every drawing comes from the data of `movement-poses.js` through this one hand. Colours are those of the theme
 * (`styles/movement.css`), so that it reads by day, in the evening, in full contrast and at night.
 */

import { makeSvg } from '../model/make.js';
import { angleTo, between, bodyOf, capsule, circle, distance, going, round } from './movement-body.js';
import { DRAWINGS } from './movement-poses.js';

/** @typedef {import('./movement-body.js').Point} Point */
/** @typedef {import('./movement-body.js').Body} Body */
/** @typedef {import('./movement-body.js').Bone} Bone */

/** The paper: its left and upper edge, its width and height. */
export const PAPER = [8, -5, 184, 160];

/** Somebody who lies takes up a strip low on the paper: so much less of it is shown above. */
const LOW = 22;

/** How far pieces may differ and still be the same. */
const SAME = 0.6;

/**
 * The drawing of a movement.
 *
 * @param {string} code of the movement
 * @param {string | null} alternative what it shows, in words; without them it is an ornament beside its own words
 * @returns {SVGElement}
 */
export function movementFigure(code, alternative) {
  const known = alternative === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alternative };
  const drawing = DRAWINGS[code];
  const [left, top, width, height] = PAPER;
  const viewBox = `${left} ${(top ?? 0) + (drawing?.low ? LOW : 0)} ${width} ${height}`;
  const svg = makeSvg('svg', { class: 'movement-figure', viewBox, focusable: 'false', 'data-figure': code, ...known });
  if (!drawing) return svg;
  const size = drawing.size ?? 1;
  const front = drawing.front ?? false;
  const start = bodyOf(drawing.start, front, size);
  const end = drawing.end ? bodyOf({ ...drawing.start, ...drawing.end }, front, size) : null;
  svg.append(...(drawing.props ?? []).map(prop));
  if (end) svg.append(makeSvg('g', { class: 'ghost' }, ...ghost(start, end, front, drawing.ghostHead ?? true)));
  svg.append(...figure(start, front));
  svg.append(...(drawing.over ?? []).map(prop));
  for (const arrow of drawing.arrows ?? []) svg.append(arrowOf(arrow, start, end));
  return svg;
}

/** Whether there is a drawing of that movement. @param {string} code */
export const isDrawn = (code) => Object.hasOwn(DRAWINGS, code);

/**
 * One layer: its outline, and its skin over whatever of the outline lies within.
 *
 * @param {string} kind
 * @param {Bone[]} bones
 * @param {string} [more]
 */
function layer(kind, bones, more = '') {
  const d = bones.map(capsule).join('') + more;
  return makeSvg('g', { class: kind }, makeSvg('path', { class: 'outline', d }), makeSvg('path', { class: 'skin', d }));
}

/** @param {Body} body @param {boolean} front */
function figure(body, front) {
  const nose = front ? '' : noseOf(body);
  if (front) {
    return [
      layer('near', [...body.trunk, ...body.legs.flat()], headOf(body)), ...faceOf(body),
      ...body.arms.flatMap((arm, at) => [layer('near', arm), shoulder(body, at, 'near')]),
    ];
  }
  return [
    layer('far', body.arms[1]), layer('far', body.legs[1]),
    layer('near', [...body.trunk, ...body.legs[0]], headOf(body) + nose), ...faceOf(body),
    layer('near', body.arms[0]), shoulder(body, 0, 'near'),
  ];
}

/** Where the arm grows out of the body no line crosses it. @param {Body} body @param {number} at @param {string} kind */
function shoulder(body, at, kind) {
  const bone = /** @type {Bone} */ (body.arms[at === 0 ? 0 : 1][0]);
  return makeSvg('g', { class: kind }, makeSvg('path', { class: 'skin', d: circle(going(bone.from, angleTo(bone.to, bone.from), bone.a * 0.22), bone.a * 1.12) }));
}

/** @param {Body} body */
const headOf = ({ head }) => circle(head.at, head.radius);

/** @param {Body} body */
function noseOf({ head }) {
  const tip = going(head.at, head.face + 6, head.radius * 1.06);
  return circle(tip, head.radius * 0.2);
}

/** Hair, and from the front a nose: enough to see where somebody looks. @param {Body} body */
function faceOf({ head }) {
  const { at, radius, up, face, look, front } = head;
  if (!front) {
    // From the brow over the top and the back of the head to the nape.
    const [brow, nape] = [going(at, face - 52, radius), going(at, face - 212, radius)];
    const ear = going(at, face - 170, radius * 0.12);
    return [makeSvg('path', { class: 'hair', d: `M${pt(brow)}A${r(radius)} ${r(radius)} 0 0 0 ${pt(nape)}Q${pt(ear)} ${pt(going(at, face - 96, radius * 0.36))}Q${pt(going(at, face - 66, radius * 0.62))} ${pt(brow)}Z` })];
  }
  const side = up + 90;
  const [right, left] = [going(at, up + 72, radius), going(at, up - 72, radius)];
  const parting = going(going(at, up, radius * 0.42), side, radius * 0.7 * look);
  const noseTop = going(going(at, side, radius * 0.62 * look), up, radius * 0.02);
  const noseEnd = going(going(noseTop, up + 180, radius * 0.3), side, radius * 0.16 * Math.sign(look || 0.4));
  return [
    makeSvg('path', { class: 'hair', d: `M${pt(left)}A${r(radius)} ${r(radius)} 0 0 1 ${pt(right)}Q${pt(parting)} ${pt(left)}Z` }),
    makeSvg('path', { class: 'feature', d: `M${pt(noseTop)}L${pt(noseEnd)}` }),
  ];
}

/**
 * What of the end is elsewhere than at the start.
 *
 * @param {Body} start
 * @param {Body} end
 * @param {boolean} front
 * @param {boolean} withHead
 */
function ghost(start, end, front, withHead) {
  const pieces = [];
  const moved = (/** @type {Bone[]} */ a, /** @type {Bone[]} */ b) => b.filter((bone, at) => {
    const was = a[at];
    return !was || distance(was.from, bone.from) > SAME || distance(was.to, bone.to) > SAME;
  });
  const head = withHead && distance(start.head.at, end.head.at) > SAME ? headOf(end) + (front ? '' : noseOf(end)) : '';
  const trunk = moved(start.trunk, end.trunk);
  for (const [a, b] of /** @type {const} */ ([[start.arms[1], end.arms[1]], [start.legs[1], end.legs[1]]])) {
    if (moved(a, b).length > 0) pieces.push(layer('pale', b));
  }
  if (trunk.length > 1 || head) pieces.push(layer('pale', trunk.length > 1 ? end.trunk : [], head));
  for (const [a, b] of /** @type {const} */ ([[start.legs[0], end.legs[0]], [start.arms[0], end.arms[0]]])) {
    if (moved(a, b).length > 0) pieces.push(layer('pale', b));
  }
  return pieces;
}

/**
 * An arrow, curved by `bow`: from a place to a place, or along the way of a joint.
 *
 * @typedef {object} Arrow
 * @property {Point | keyof import('./movement-body.js').Joints} from a place, or a joint at the start
 * @property {Point | keyof import('./movement-body.js').Joints} to a place, or a joint at the end
 * @property {number} [bow] how far its middle stands out to the right of its way
 * @property {[number, number]} [gap] how much of it is left out at either end
 * @property {boolean} [both] it points both ways
 */

/** @param {Arrow} arrow @param {Body} start @param {Body | null} end */
function arrowOf(arrow, start, end) {
  const [a, b] = [place(arrow.from, start), place(arrow.to, end ?? start)];
  const bow = arrow.bow ?? 0;
  const pull = going(between(a, b), angleTo(a, b) + 90, bow * 2);
  const [skipA, skipB] = arrow.gap ?? [0.14, 0.14];
  const along = (/** @type {number} */ t) => between(between(a, pull, t), between(pull, b, t), t);
  const points = Array.from({ length: 13 }, (_, step) => along(skipA + ((1 - skipA - skipB) * step) / 12));
  const d = points.map((point, at) => `${at ? 'L' : 'M'}${pt(point)}`).join('');
  return makeSvg('g', { class: 'arrow' }, makeSvg('path', { d: d + tip(points) + (arrow.both ? tip([...points].reverse()) : '') }));
}

/** The head of an arrow, as two strokes. @param {Point[]} points */
function tip(points) {
  const [end, before] = [/** @type {Point} */ (points.at(-1)), /** @type {Point} */ (points.at(-3))];
  const back = angleTo(end, before);
  return `M${pt(going(end, back - 32, 6))}L${pt(end)}L${pt(going(end, back + 32, 6))}`;
}

/** @param {Point | keyof import('./movement-body.js').Joints} what @param {Body} body @returns {Point} */
const place = (what, body) => (Array.isArray(what) ? what : body.joints[what]);

/**
 * A thing in the picture: `line` along points, `soft` a filled round bar between two points, `flat` a mat seen from above.
 *
 * @typedef {{ line: Point[] } | { soft: [Point, Point], thick: number } | { flat: [number, number, number, number] } | { ring: Point, radius: number }} Prop
 */

/** @param {Prop} thing */
function prop(thing) {
  if ('line' in thing) return makeSvg('path', { class: 'prop', d: thing.line.map((point, at) => `${at ? 'L' : 'M'}${pt(point)}`).join('') });
  if ('soft' in thing) return makeSvg('path', { class: 'soft', d: capsule({ from: thing.soft[0], to: thing.soft[1], a: thing.thick, b: thing.thick }) });
  if ('ring' in thing) return makeSvg('path', { class: 'soft', d: circle(thing.ring, thing.radius) });
  const [x, y, width, height] = thing.flat;
  return makeSvg('rect', { class: 'soft', x: String(x), y: String(y), width: String(width), height: String(height), rx: '9' });
}

/** @param {Point} point */
const pt = ([x, y]) => `${round(x)} ${round(y)}`;
/** @param {number} x */
const r = (x) => round(x);
