// @ts-check
/**
 * The body of the movement drawings: from a few angles to joints, and from joints to round shapes.
 *
 * A pose is said in angles of the picture, in degrees: 0 points right, 90 down, 180 left, −90 up. Bones keep their lengths
 * from pose to pose, so that every drawing shows the same person. A limb may also be said by where its end lies; the joint
 * between then follows, to the side that `bend` names.
 */

/** @typedef {[number, number]} Point */

/**
 * A limb: by its two angles, with the angle of hand or foot; or by where wrist or ankle lies.
 * `short` draws a bone shorter that comes towards whoever looks.
 *
 * @typedef {{ angles: [number, number], end?: number, short?: [number, number] } | { to: Point, bend: 1 | -1, end?: number }} Limb
 */

/**
 * @typedef {object} Pose
 * @property {Point} hip
 * @property {number} torso from the hip to the chest
 * @property {number} [round] how far the middle of the back stands out behind the straight line
 * @property {number} [neck] from the chest to the head; as the torso unless said
 * @property {number} [look] from the front only: how far the face is turned, −1 to 1
 * @property {number} [wide] from the front only: how wide the shoulders are seen, 0 to 1
 * @property {number} [lift] how far the shoulders are drawn up
 * @property {number} [chin] from the side only: how far the head is drawn back
 * @property {Limb} armA the near arm, or the one to the right
 * @property {Limb} armB
 * @property {Limb} legA the near leg, or the one to the right
 * @property {Limb} legB
 */

/** @typedef {{ from: Point, to: Point, a: number, b: number }} Bone a round piece between two joints, with its radius at either */

/**
 * @typedef {object} Joints
 * @property {Point} hip
 * @property {Point} chest
 * @property {Point} head
 * @property {Point} handA
 * @property {Point} handB
 * @property {Point} elbowA
 * @property {Point} elbowB
 * @property {Point} kneeA
 * @property {Point} kneeB
 * @property {Point} footA
 * @property {Point} footB
 * @property {Point} ankleA
 * @property {Point} ankleB
 */

/**
 * A body that can be drawn.
 *
 * @typedef {object} Body
 * @property {Joints} joints
 * @property {Bone[]} trunk
 * @property {[Bone[], Bone[]]} arms near or right, then the other
 * @property {[Bone[], Bone[]]} legs
 * @property {{ at: Point, radius: number, up: number, face: number, look: number, front: boolean }} head
 * @property {[Point, Point]} shoulders
 */

/** Lengths of the bones, for a person of 132 units. */
export const BONES = { torso: 42, neck: 19, upper: 22, fore: 20, hand: 6, thigh: 33, shin: 32, foot: 11 };
const HEAD = 9;
const SHOULDERS = 12.5;
const HIPS = 7;

/** @param {number} degrees @returns {Point} */
export const way = (degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

/** @param {Point} from @param {number} degrees @param {number} far @returns {Point} */
export const going = ([x, y], degrees, far) => [x + way(degrees)[0] * far, y + way(degrees)[1] * far];

/** @param {Point} a @param {Point} b @param {number} [share] @returns {Point} */
export const between = ([ax, ay], [bx, by], share = 0.5) => [ax + (bx - ax) * share, ay + (by - ay) * share];

/** @param {Point} a @param {Point} b */
export const distance = ([ax, ay], [bx, by]) => Math.hypot(bx - ax, by - ay);

/** @param {Point} a @param {Point} b */
export const angleTo = ([ax, ay], [bx, by]) => (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;

/**
 * The joint in the middle of a limb and its end.
 *
 * @param {Point} root
 * @param {Limb} limb
 * @param {number} first length of the bone at the root
 * @param {number} second
 * @returns {{ middle: Point, tip: Point }}
 */
function reach(root, limb, first, second) {
  if ('angles' in limb) {
    const [short1, short2] = limb.short ?? [1, 1];
    const middle = going(root, limb.angles[0], first * short1);
    return { middle, tip: going(middle, limb.angles[1], second * short2) };
  }
  const straight = angleTo(root, limb.to);
  const far = Math.min(distance(root, limb.to), first + second - 0.01);
  const cosine = (first * first + far * far - second * second) / (2 * first * far);
  const middle = going(root, straight + (limb.bend * Math.acos(Math.min(Math.max(cosine, -1), 1)) * 180) / Math.PI, first);
  return { middle, tip: going(middle, angleTo(middle, limb.to), second) };
}

/**
 * @param {Pose} pose
 * @param {boolean} front seen from the front, or from above where the person lies
 * @param {number} size 1 for the whole person; more for a part of it seen closely
 * @returns {Body}
 */
export function bodyOf(pose, front, size) {
  const { hip, torso } = pose;
  const long = BONES.torso * size;
  const chest = going(hip, torso, long);
  const neck = pose.neck ?? torso;
  const side = torso + 90;
  const middle = going(between(hip, chest), side + 180, (pose.round ?? 0) * size);
  const lift = (pose.lift ?? 0) * size;
  const raised = going(chest, torso, lift);
  const face = neck + 90;
  const head = going(going(chest, neck, BONES.neck * size), face + 180, (pose.chin ?? 0) * size);

  const wide = SHOULDERS * size * (pose.wide ?? 1);
  /** @type {[Point, Point]} */
  const shoulders = front ? [going(raised, side, wide), going(raised, side + 180, wide)] : [raised, raised];
  /** @type {[Point, Point]} */
  const hips = front ? [going(hip, side, HIPS * size), going(hip, side + 180, HIPS * size)] : [hip, hip];

  /** @param {Point} root @param {Limb} limb @param {number} first @param {number} second */
  const limbOf = (root, limb, first, second) => reach(root, limb, first * size, second * size);
  const arms = [limbOf(shoulders[0], pose.armA, BONES.upper, BONES.fore), limbOf(shoulders[1], pose.armB, BONES.upper, BONES.fore)];
  const legs = [limbOf(hips[0], pose.legA, BONES.thigh, BONES.shin), limbOf(hips[1], pose.legB, BONES.thigh, BONES.shin)];

  /** @param {Point} from @param {Point} to @param {number} a @param {number} b @returns {Bone} */
  const bone = (from, to, a, b) => ({ from, to, a: a * size, b: b * size });
  /** @param {number} at @param {Limb} limb */
  const armOf = (at, limb) => {
    const { middle: elbow, tip: wrist } = /** @type {{ middle: Point, tip: Point }} */ (arms[at]);
    const hand = going(wrist, limb.end ?? angleTo(elbow, wrist), BONES.hand * size);
    const shoulder = /** @type {Point} */ (shoulders[at]);
    return { elbow, hand, bones: [bone(shoulder, elbow, 5.4, 4.2), bone(elbow, wrist, 4.2, 3.2), bone(wrist, hand, 3.3, 2.7)] };
  };
  /** @param {number} at @param {Limb} limb */
  const legOf = (at, limb) => {
    const { middle: knee, tip: ankle } = /** @type {{ middle: Point, tip: Point }} */ (legs[at]);
    const toes = going(ankle, limb.end ?? (front ? angleTo(knee, ankle) : 0), (front ? 6 : BONES.foot) * size);
    const root = /** @type {Point} */ (hips[at]);
    return { knee, ankle, toes, bones: [bone(root, knee, front ? 7 : 7.8, 5.4), bone(knee, ankle, 5.4, 3.9), bone(ankle, toes, 3.9, 2.7)] };
  };
  const [armA, armB, legA, legB] = [armOf(0, pose.armA), armOf(1, pose.armB), legOf(0, pose.legA), legOf(1, pose.legB)];

  return {
    joints: {
      hip, chest, head,
      handA: armA.hand, handB: armB.hand, elbowA: armA.elbow, elbowB: armB.elbow,
      kneeA: legA.knee, kneeB: legB.knee, footA: legA.toes, footB: legB.toes, ankleA: legA.ankle, ankleB: legB.ankle,
    },
    trunk: [...(front ? trunkFront(shoulders, hips, chest, hip, size) : trunkSide(hip, middle, chest, size)), bone(chest, head, 4.6, 4.2)],
    arms: [armA.bones, armB.bones],
    legs: [legA.bones, legB.bones],
    head: { at: head, radius: HEAD * size, up: neck, face, look: pose.look ?? 0, front },
    shoulders,
  };
}

/** The back as a smooth curve. @param {Point} hip @param {Point} middle @param {Point} chest @param {number} size @returns {Bone[]} */
function trunkSide(hip, middle, chest, size) {
  const steps = 8;
  /** A curve through the middle, from the pelvis to the chest. @param {number} t @returns {Point} */
  const at = (t) => {
    const pull = /** @type {Point} */ ([2 * middle[0] - (hip[0] + chest[0]) / 2, 2 * middle[1] - (hip[1] + chest[1]) / 2]);
    return between(between(hip, pull, t), between(pull, chest, t), t);
  };
  /** A waist a little slimmer than what lies on either side. @param {number} t */
  const radius = (t) => (9.2 - 1.6 * Math.sin(Math.PI * Math.min(t * 1.25, 1)) + 0.5 * t) * size;
  return Array.from({ length: steps }, (_, step) => {
    const [t, next] = [step / steps, (step + 1) / steps];
    return { from: at(t), to: at(next), a: radius(t), b: radius(next) };
  });
}

/**
 * @param {[Point, Point]} shoulders
 * @param {[Point, Point]} hips
 * @param {Point} chest
 * @param {Point} hip
 * @param {number} size
 * @returns {Bone[]}
 */
function trunkFront(shoulders, hips, chest, hip, size) {
  const waist = between(hip, chest, 0.35);
  const waists = /** @type {[Point, Point]} */ ([between(between(hips[0], shoulders[0], 0.4), waist, 0.25), between(between(hips[1], shoulders[1], 0.4), waist, 0.25)]);
  /** @param {Point} from @param {Point} to @param {number} a @param {number} b */
  const bone = (from, to, a, b) => ({ from, to, a: a * size, b: b * size });
  // From the neck the shoulders slope down to either side.
  const nape = going(chest, angleTo(hip, chest), 6 * size);
  const slope = [bone(nape, shoulders[0], 4.8, 5.4), bone(nape, shoulders[1], 4.8, 5.4)];
  return [
    bone(shoulders[0], shoulders[1], 5.6, 5.6), ...slope, bone(hips[0], hips[1], 8, 8), bone(waists[0], waists[1], 7, 7),
    bone(shoulders[0], waists[0], 5.6, 7), bone(waists[0], hips[0], 7, 8), bone(shoulders[1], waists[1], 5.6, 7), bone(waists[1], hips[1], 7, 8),
    bone(chest, waist, 11, 8), bone(waist, hip, 8, 9),
  ];
}

/**
 * The outline of a round piece between two circles, always the same way round, so that pieces laid over one another add up.
 *
 * @param {Bone} bone
 */
export function capsule({ from, to, a, b }) {
  const far = distance(from, to);
  const [large, at] = a > b ? [a, from] : [b, to];
  if (far <= Math.abs(a - b) + 0.001) return circle(at, large);
  const along = (angleTo(from, to) * Math.PI) / 180;
  const lean = Math.acos((a - b) / far);
  const point = (/** @type {Point} */ [x, y], /** @type {number} */ radius, /** @type {number} */ angle) => `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  const isWide = lean < Math.PI / 2;
  return `M${point(from, a, along + lean)}A${round(a)} ${round(a)} 0 ${isWide ? 1 : 0} 1 ${point(from, a, along - lean)}`
    + `L${point(to, b, along - lean)}A${round(b)} ${round(b)} 0 ${isWide ? 0 : 1} 1 ${point(to, b, along + lean)}Z`;
}

/** @param {Point} at @param {number} radius */
export function circle([x, y], radius) {
  const r = round(radius);
  return `M${round(x - radius)} ${round(y)}A${r} ${r} 0 1 1 ${round(x + radius)} ${round(y)}A${r} ${r} 0 1 1 ${round(x - radius)} ${round(y)}Z`;
}

/** @param {number} x */
export const round = (x) => Math.round(x * 100) / 100;
