// @ts-check
/** How every movement of the library is drawn: where it begins, where it leads, and what stands around. */

/** @typedef {import('./movement-body.js').Pose} Pose */
/** @typedef {import('./movement-body.js').Limb} Limb */
/** @typedef {import('./movement-body.js').Point} Point */
/** @typedef {import('./movement-figure.js').Arrow} Arrow */
/** @typedef {import('./movement-figure.js').Prop} Prop */

/**
 * @typedef {object} Drawing
 * @property {boolean} [front] seen from the front, or from above where the person lies; else from the side
 * @property {number} [size] more than 1 for a part of the body, seen closely
 * @property {Pose} start
 * @property {Partial<Pose>} [end] what is different where the movement leads; nothing where it cannot be told apart in a picture
 * @property {boolean} [ghostHead] false where the head only comes along
 * @property {boolean} [low] everything lies low on the paper
 * @property {Arrow[]} [arrows]
 * @property {Prop[]} [props] behind the person
 * @property {Prop[]} [over] before the person
 */

/** @param {number} first @param {number} [second] @param {number} [end] @returns {Limb} */
const at = (first, second = first, end = undefined) => (end === undefined ? { angles: [first, second] } : { angles: [first, second], end });

/** @param {Point} to @param {1 | -1} bend @param {number} [end] @returns {Limb} */
const to = (to, bend, end = undefined) => (end === undefined ? { to, bend } : { to, bend, end });

// What stands around.

const FLOOR = 146;
/** @type {Prop[]} */
const ground = [{ line: [[34, FLOOR + 1.2], [166, FLOOR + 1.2]] }];
/** @type {Prop[]} */
const mat = [{ soft: [[20, 128], [180, 128]], thick: 4 }, { soft: [[33, 123], [47, 123]], thick: 3.4 }];
/** Lying on a mat, or on a bed. */
const onMat = { low: true, props: mat };
/** @param {number} [shift] @returns {Prop[]} */
const chair = (shift = 0) => [
  ...ground,
  { line: [[65 + shift, 74], [69 + shift, 120.5], [104 + shift, 120.5]] },
  { line: [[71 + shift, 120.5], [68 + shift, FLOOR]] }, { line: [[101 + shift, 120.5], [104 + shift, FLOOR]] },
];
/**
 * A counter: where its edge is, how high, and how far behind the edge its leg stands.
 *
 * @param {number} edge @param {number} [top] @param {number} [leg] @returns {Prop[]}
 */
const counter = (edge, top = 71, leg = 14) => [...ground, { line: [[edge, top], [edge + 34, top]] }, { line: [[edge + leg, top], [edge + leg, FLOOR]] }];
/** Hands on it, a little behind its edge; nearer than an arm is long. @param {number} x @returns {Pick<Pose, 'armA' | 'armB'>} */
const holding = (x) => ({ armA: to([x, 67], 1, 0), armB: to([x + 3, 67], 1, 0) });
/** A chair from the front. @type {Prop[]} */
const chairFront = [...ground, { line: [[80, 78], [80, 119], [120, 119], [120, 78]] }, { line: [[81, 119], [79, FLOOR]] }, { line: [[119, 119], [121, FLOOR]] }];

// Where movements begin.

/** @type {Pose} */
const lying = { hip: [106, 114], torso: 180, armA: at(3, 1), armB: at(3, 1), legA: at(1, 3.5, -82), legB: at(1, 3.5, -82) };
/** Lying with the knees up. */
const feetFlat = to([143, 119.500], -1, 0);
/** @type {Pose} */
const kneesUp = { ...lying, legA: feetFlat, legB: to([146, 119.500], -1, 0) };
/** @type {Pose} */
const sitting = { hip: [86, 110], torso: -90, armA: to([109, 101], 1), armB: to([112, 101], 1), legA: at(0, 90, 0), legB: at(0, 88, 0) };
/** @type {Pose} */
const standing = { hip: [100, 77], torso: -90, armA: at(94, 84), armB: at(88, 78), legA: at(90, 90, 0), legB: at(88, 90, 0) };
/** @type {Pose} */
const upright = { hip: [100, 77], torso: -90, armA: at(80, 88), armB: at(100, 92), legA: at(88, 89, 70), legB: at(92, 91, 110) };
/** Sitting, from the front: the thighs come towards whoever looks. @type {Pose} */
const sittingFront = {
  hip: [100, 110], torso: -90, armA: to([113, 110], -1), armB: to([87, 110], 1),
  legA: { angles: [36, 88], end: 60, short: [0.4, 0.74] }, legB: { angles: [144, 92], end: 120, short: [0.4, 0.74] },
};
/** Head and shoulders, seen closely from the front. @type {Pose} */
const bust = { hip: [100, 196], torso: -90, armA: at(82, 88), armB: at(98, 92), legA: at(90), legB: at(90) };

/** @type {Record<string, Drawing>} */
export const DRAWINGS = {
  // Lying.

  'knee-to-chest': {
    start: { ...kneesUp },
    end: { legA: at(-122, 32, 20), armA: to([88, 92], -1), armB: to([91, 92], -1) },
    arrows: [{ from: [128, 78], to: [102, 72], bow: 5 }],
    ...onMat,
  },
  'heel-slide': {
    start: { ...kneesUp, legA: at(1, 3.5, -82), legB: to([143, 119.500], -1, 0) },
    end: { legA: to([152, 119.500], -1, -12) },
    arrows: [{ from: [176, 91], to: [152, 91], gap: [0, 0] }],
    ...onMat,
  },
  'ankle-pump': {
    size: 2, low: true,
    start: { hip: [-30, 100], torso: 180, armA: at(180), armB: at(180), legA: at(2, 4, -96), legB: at(2, 4, -96) },
    end: { legA: at(2, 4, -32) },
    arrows: [{ from: [112, 70], to: [134, 84], bow: -5, both: true, gap: [0, 0] }],
    props: [{ soft: [[-10, 128], [190, 128]], thick: 4 }, { soft: [[78, 117], [84, 117]], thick: 7 }],
  },
  bridge: {
    start: { ...kneesUp },
    end: { hip: [101, 95.500], torso: 154, neck: 180, armA: at(3, 1), armB: at(3, 1) },
    arrows: [{ from: [84, 98], to: [84, 78], gap: [0, 0] }],
    ...onMat,
  },
  'pelvis-rock': {
    start: { ...kneesUp, round: -3.5 },
    end: { round: 3, hip: [105, 112.500], torso: 178 },
    arrows: [{ from: [118, 92], to: [84, 92], bow: 6, both: true, gap: [0, 0] }],
    ...onMat,
  },
  'arms-overhead': {
    start: { ...kneesUp },
    end: { armA: at(-158, -172), armB: at(-158, -172) },
    arrows: [{ from: [100, 98], to: [26, 98], bow: 24, gap: [0, 0] }],
    ...onMat,
  },
  'knees-side': {
    front: true,
    start: { hip: [112, 80], torso: 180, look: 0, armA: at(-112, -100), armB: at(112, 100), legA: at(56, -34, 0), legB: at(60, -30, 0) },
    end: { legA: at(-60, 30, 0), legB: at(-56, 34, 0) },
    arrows: [{ from: [166, 104], to: [166, 56], bow: 6, both: true, gap: [0, 0] }],
    props: [{ flat: [13, 18, 174, 124] }, { flat: [26, 60, 40, 40] }],
  },
  'open-book': {
    start: { hip: [112, 92], torso: 180, armA: at(-84, -92), armB: at(-92, -92), legA: at(-78, 12, -70), legB: at(-72, 14, -70) },
    end: { armA: at(96, 84), armB: at(-92, -92) },
    arrows: [{ from: [80, 44], to: [82, 138], bow: -15, gap: [0.02, 0.05] }],
    props: [{ flat: [14, 20, 172, 124] }, { flat: [36, 76, 34, 34] }],
  },
  'leg-ease': {
    start: { ...kneesUp, legA: at(-88, 8, -60), armA: to([101, 90], 1), armB: to([103, 90], 1) },
    end: { legA: at(-88, -78, -168) },
    arrows: [{ from: [143, 68], to: [126, 42], bow: -7, gap: [0, 0] }],
    ...onMat,
  },
  'legs-up-rest': {
    start: { ...lying, hip: [98, 114], armA: to([84, 103], -1, 10), armB: at(12, 2), legA: at(-84, 1, -80), legB: at(-82, 1, -80) },
    arrows: [{ from: [76, 97], to: [76, 80], gap: [0, 0], both: true }],
    low: true,
    props: [...mat, { line: [[112, 88.500], [158, 88.500]] }, { line: [[116, 88.500], [116, 124]] }, { line: [[154, 88.500], [154, 124]] }],
  },

  // Sitting.

  'chin-glide': {
    size: 1.9,
    start: { hip: [92, 190], torso: -90, chin: -6, armA: at(96, 76), armB: at(88, 70), legA: at(90), legB: at(90) },
    end: { chin: 5 },
    arrows: [{ from: [142, 82], to: [122, 82], gap: [0, 0] }],
  },
  'ear-to-shoulder': {
    front: true, size: 1.9,
    start: { ...bust },
    end: { neck: -58 },
    arrows: [{ from: [108, 46], to: [146, 72], bow: -8, gap: [0, 0] }],
  },
  'head-turn': {
    front: true, size: 1.9,
    start: { ...bust, look: 0.85 },
    arrows: [{ from: [72, 50], to: [128, 50], bow: -11, both: true, gap: [0, 0] }],
  },
  'shoulder-roll': {
    front: true, size: 1.5,
    start: { ...bust, hip: [100, 172] },
    end: { lift: 8 },
    ghostHead: false,
    arrows: [{ from: [138, 112], to: [124, 92], bow: -9, gap: [0, 0] }, { from: [62, 112], to: [76, 92], bow: 9, gap: [0, 0] }],
  },
  'elbows-back': {
    start: { ...sitting, armA: at(74, -4), armB: at(74, -4) },
    end: { armA: at(136, 24), armB: at(136, 24), torso: -92 },
    ghostHead: false,
    arrows: [{ from: [82, 98], to: [54, 92], gap: [0, 0], bow: -3 }],
    props: ground.concat([{ soft: [[70, 124], [102, 124]], thick: 4.5 }, { line: [[72, 129], [70, FLOOR]] }, { line: [[100, 129], [102, FLOOR]] }]),
  },
  'seated-round': {
    start: { ...sitting, torso: -86, round: -3, neck: -96, armA: to([111, 101], 1), armB: to([114, 101], 1) },
    end: { torso: -84, round: 11, neck: -22, hip: [84, 110] },
    arrows: [{ from: [106, 44], to: [124, 64], bow: -5, gap: [0, 0] }],
    props: chair(),
  },
  'seated-side-bend': {
    front: true,
    start: { ...sittingFront, armA: at(-82, -96), armB: to([86, 116], 1) },
    end: { torso: -112, armA: at(-100, -128), armB: to([78, 116], 1) },
    arrows: [{ from: [104, 15], to: [66, 24], bow: -6, gap: [0, 0] }],
    props: chairFront,
  },
  'seated-turn': {
    front: true,
    start: { ...sittingFront, wide: 0.82, look: 0.95, armA: to([95, 82], -1, -165), armB: to([105, 85], 1, -15) },
    arrows: [{ from: [68, 96], to: [132, 94], bow: -13, gap: [0, 0] }],
    props: chairFront,
  },
  'knee-straighten': {
    start: { ...sitting },
    end: { legA: at(0, 6, -78) },
    arrows: [{ from: [138, 140], to: [152, 124], bow: 4, gap: [0, 0] }],
    props: chair(),
  },
  'seated-march': {
    start: { ...sitting, armA: at(96, 78), armB: at(90, 72) },
    end: { legA: at(-34, 88, 0) },
    arrows: [{ from: [134, 112], to: [134, 88], gap: [0, 0] }],
    props: chair(),
  },
  'fold-forward': {
    start: { ...sitting, armA: to([106, 101], 1) },
    end: { torso: -26, round: 8, neck: 38, armA: at(80, 92), armB: at(84, 94) },
    arrows: [{ from: [108, 48], to: [136, 70], bow: -8, gap: [0, 0] }],
    props: chair(),
  },
  'wrist-bend': {
    size: 1.9,
    start: { hip: [38, 176], torso: -90, armA: to([104, 118], 1, -58), armB: at(60, 10), legA: at(0), legB: at(0) },
    end: { armA: to([104, 118], 1, 62) },
    arrows: [{ from: [122, 106], to: [122, 132], bow: -6, both: true, gap: [0, 0] }],
    over: [{ line: [[56, 127], [104, 127]] }, { line: [[98, 127], [98, 170]] }],
  },

  // Standing.

  'heel-raise': {
    start: { ...standing, hip: [104, 77], ...holding(121) },
    end: { hip: [106, 70], legA: at(90, 90, 40), legB: at(88, 90, 40) },
    arrows: [{ from: [84, 142], to: [84, 122], gap: [0, 0] }],
    props: counter(118),
  },
  'counter-push': {
    start: { hip: [93, 86], torso: -59, armA: to([146, 80], 1, 0), armB: to([148, 80], 1, 0), legA: at(120.500, 120.500, 10), legB: at(120.500, 120.500, 10) },
    end: { hip: [103, 93], torso: -49, legA: at(130.600, 130.600, 10), legB: at(130.600, 130.600, 10), neck: -52 },
    arrows: [{ from: [98, 22], to: [116, 16], gap: [0, 0], bow: -1 }],
    props: counter(142, 85, 5),
  },
  'calf-ease': {
    start: { hip: [88, 82], torso: -86, ...holding(120), legA: to([64, 142], -1, 0), legB: to([110, 142], -1, 0) },
    end: { hip: [97, 86], torso: -80 },
    arrows: [{ from: [62, 66], to: [78, 66], gap: [0, 0] }],
    props: counter(117),
  },
  'sit-to-stand': {
    start: { ...sitting, hip: [84, 110], torso: -66, armA: at(40, 0), armB: at(42, 2), legA: to([112, 142], -1, 0), legB: to([115, 142], -1, 0) },
    end: { hip: [112, 77], torso: -90, armA: at(92, 82), armB: at(88, 80), legA: at(90, 90, 0), legB: at(88, 88, 0) },
    arrows: [{ from: [134, 80], to: [138, 42], bow: 5, gap: [0, 0] }],
    props: chair(),
  },
  'leg-swing': {
    start: { ...standing, hip: [102, 77], ...holding(120), legA: at(112, 118, 24), legB: at(89, 90, 0) },
    end: { legA: at(66, 72, -12) },
    arrows: [{ from: [80, 151.500], to: [130, 151.500], both: true, gap: [0, 0] }],
    props: counter(117, 71, 34),
  },
  'long-back': {
    start: { hip: [74, 78], torso: 0, neck: 6, armA: to([158, 79], 1, 0), armB: to([160, 79], 1, 0), legA: at(86, 91, 0), legB: at(84, 91, 0) },
    arrows: [{ from: [64, 64], to: [42, 64], gap: [0, 0] }],
    props: [...ground, { line: [[156, 85], [190, 85]] }, { line: [[161, 85], [161, FLOOR]] }],
  },
  'weight-shift': {
    front: true,
    start: { ...upright, hip: [91, 79], torso: -88, legA: to([117, 142], -1, 70), legB: to([83, 142], 1, 110) },
    end: { hip: [109, 79], torso: -92, legA: to([117, 142], -1, 70), legB: to([83, 142], 1, 110) },
    arrows: [{ from: [82, 1], to: [118, 1], both: true, gap: [0, 0] }],
    props: ground,
  },
  'arms-rise': {
    front: true,
    start: { ...upright, hip: [100, 86], armA: at(64, 74), armB: at(116, 106), legA: { angles: [86, 89], end: 70, short: [0.9, 0.86] }, legB: { angles: [94, 91], end: 110, short: [0.9, 0.86] } },
    end: { armA: at(-40, -72), armB: at(-140, -108) },
    arrows: [{ from: [144, 84], to: [146, 34], bow: 8, gap: [0, 0] }, { from: [56, 84], to: [54, 34], bow: -8, gap: [0, 0] }],
    props: ground,
  },
  'hip-circle': {
    front: true,
    start: { ...upright, hip: [93, 79], torso: -87, armA: to([109, 69], -1, 172), armB: to([77, 70], 1, 8), legA: to([115, 142], -1, 70), legB: to([85, 142], 1, 110) },
    end: { hip: [107, 79], torso: -93, armA: to([123, 70], -1, 172), armB: to([91, 69], 1, 8), legA: to([115, 142], -1, 70), legB: to([85, 142], 1, 110) },
    ghostHead: false,
    arrows: [{ from: [128, 88], to: [72, 88], bow: -9, gap: [0, 0] }],
    props: ground,
  },
  'walk-on-spot': {
    start: { ...standing, armA: at(118, 70), armB: at(60, 14), legA: at(34, 98, 12), legB: at(90, 90, 0) },
    arrows: [{ from: [142, 118], to: [140, 94], gap: [0, 0] }],
    props: ground,
  },
  'small-squat': {
    start: { ...standing, hip: [104, 77], ...holding(126) },
    end: { hip: [86, 93], torso: -60, legA: to([104, 142], -1, 0), legB: to([106, 142], -1, 0) },
    arrows: [{ from: [70, 72], to: [66, 98], bow: 3, gap: [0, 0] }],
    props: counter(123),
  },
};
