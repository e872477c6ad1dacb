// @ts-check
/**
 * The drawing behind the body map: outlines of a figure and the areas its regions take.
 *
 * Units are those of the picture (`VIEW_BOX`); x runs from the midline outwards, y downwards.
 * One half is described, for the side that is on the right of the picture; the other is its mirror image.
 * Seen from the front that side is the person's own left, seen from the back it is their own right.
 *
 * Areas are drawn generously and cut off at the outline of their part, so that they need no borders of their own there.
 * Every area holds a square of 24 CSS pixels when the figure is 334 pixels wide, as it is in a window of 400 pixels.
 */

/** @typedef {readonly [number, number]} Point */
/** @typedef {'head' | 'trunk' | 'arm' | 'leg'} Part */

/**
 * The place of one region.
 *
 * @typedef {object} Area
 * @property {string} code of the region
 * @property {Part} part whose outline cuts it off
 * @property {boolean} mirrored lies on the left of the picture
 * @property {string} d as a path
 */

/** Left, top, width and height of a figure. */
export const VIEW_BOX = /** @type {const} */ ([-188, 2, 376, 774]);

/** Head and neck, from the crown down to below the collar, where the trunk covers it. @type {Point[]} */
const HEAD = [[0, 8], [22, 11], [39, 24], [48, 46], [51, 72], [50, 97], [47, 116], [38, 129], [27, 137], [25, 146], [26, 160], [30, 178], [0, 184]];

/** An ear: middle, half its width, half its height. */
const EAR = /** @type {const} */ ([52, 83, 8.5, 15]);

/** From the collar to between the legs. @type {Point[]} */
const TRUNK = [
  [0, 172], [14, 169], [26, 160], [36, 165], [62, 172], [86, 180], [95, 202], [91, 232], [84, 264], [77, 296], [74, 318], [77, 344], [86, 374], [92, 400], [93, 418],
  [72, 436], [42, 447], [14, 451], [0, 451],
];

/** Arm and hand; the thumb points away from the body. @type {Point[]} */
const ARM = [
  [60, 180], [74, 174], [90, 177], [107, 187], [117, 206], [120, 232], [122, 262], [126, 296], [131, 322], [136, 352], [139, 384], [142, 406],
  [149, 418], [163, 431], [177, 447], [185, 466], [185, 483], [175, 491], [166, 485], [161, 478],
  [162, 496], [162, 512], [158, 520], [153, 516], [150, 527], [145, 530], [141, 521], [137, 531], [131, 531], [128, 521], [123, 524], [119, 518], [117, 500], [115, 480], [113, 456], [111, 434], [110, 410],
  [106, 386], [101, 356], [96, 326], [91, 302], [86, 270], [81, 238], [70, 204],
];

/** Leg and foot; the top of it lies under the trunk. @type {Point[]} */
const LEG = [
  [60, 404], [90, 400], [94, 418], [95, 444], [93, 470], [89, 498], [83, 524], [79, 542], [78, 558], [81, 582], [80, 606], [74, 636], [66, 666], [63, 690],
  [68, 708], [79, 728], [89, 744], [90, 757], [84, 764], [80, 760], [74, 768], [69, 762], [62, 769], [57, 763], [50, 769], [45, 763], [37, 769], [31, 762], [31, 744], [33, 720], [33, 698],
  [31, 672], [26, 640], [20, 606], [22, 574], [25, 550], [21, 524], [13, 490], [5, 458], [2, 440], [16, 412],
];

/** Regions on the midline, by the half of their area, from the top down. @typedef {[code: string, part: Part, half: Point[]]} Middle */
/** Regions that come twice, by what stands before `-left` and `-right`. @typedef {[stem: string, part: Part, area: Point[]]} Pair */

/** A stretch of the arm, between two cuts across it. @param {number} from @param {number} to @returns {Point[]} */
const armBetween = (from, to) => [[56, from + 8], [200, from - 12], [200, to - 12], [56, to + 8]];

/** A stretch of the leg. @param {number} from @param {number} to @returns {Point[]} */
const legBetween = (from, to) => [[-4, from], [110, from], [110, to], [-4, to]];

/** The thumb lies over hand and wrist. @type {Point[]} */
const THUMB = [[145, 400], [200, 400], [200, 510], [162, 492], [152, 478], [145, 462], [142, 444], [142, 424]];

/** @type {{ middle: Middle[], pairs: Pair[] }} */
const FRONT = {
  middle: [
    ['top-of-head', 'head', [[0, 0], [70, 0], [70, 39], [30, 41], [0, 42]]],
    ['forehead', 'head', [[0, 42], [28, 41], [28, 70], [0, 70]]],
    ['mouth', 'head', [[0, 98], [14, 98], [14, 146], [0, 146]]],
    ['throat', 'head', [[0, 139], [14, 138], [40, 128], [40, 190], [0, 190]]],
    ['breastbone', 'trunk', [[0, 150], [17, 150], [17, 262], [0, 262]]],
    ['belly-upper', 'trunk', [[0, 262], [17, 262], [34, 280], [47, 302], [40, 321], [0, 325]]],
    ['belly-lower', 'trunk', [[0, 366], [50, 361], [34, 395], [0, 399]]],
    ['genitals', 'trunk', [[0, 399], [34, 395], [26, 406], [24, 424], [28, 460], [0, 460]]],
  ],
  pairs: [
    ['temple', 'head', [[28, 41], [70, 39], [70, 98], [28, 98]]],
    ['eye', 'head', [[0, 70], [28, 70], [28, 98], [0, 98]]],
    ['jaw', 'head', [[14, 98], [70, 98], [70, 129], [40, 128], [14, 138]]],
    ['chest', 'trunk', [[17, 140], [110, 140], [110, 228], [17, 240]]],
    ['ribs', 'trunk', [[17, 240], [110, 228], [110, 294], [47, 302], [34, 280], [17, 262]]],
    ['belly', 'trunk', [[0, 325], [40, 321], [47, 302], [110, 294], [110, 348], [50, 361], [0, 366]]],
    ['hip', 'trunk', [[50, 361], [110, 348], [116, 450], [68, 450], [56, 396]]],
    ['groin', 'trunk', [[50, 361], [56, 396], [68, 450], [68, 460], [28, 460], [24, 424], [26, 406], [34, 395]]],
    ['thigh-front', 'leg', legBetween(396, 526)],
    ['knee-front', 'leg', legBetween(526, 578)],
    ['shin', 'leg', legBetween(578, 668)],
    ['ankle', 'leg', legBetween(668, 699)],
    ['top-of-foot', 'leg', legBetween(699, 732)],
    ['toes', 'leg', legBetween(732, 780)],
    ['shoulder-front', 'arm', armBetween(140, 228)],
    ['upper-arm-front', 'arm', armBetween(228, 298)],
    ['elbow-inside', 'arm', armBetween(298, 338)],
    ['forearm-front', 'arm', armBetween(338, 402)],
    ['wrist', 'arm', armBetween(402, 434)],
    ['palm', 'arm', armBetween(434, 480)],
    ['fingers', 'arm', armBetween(480, 550)],
    ['thumb', 'arm', THUMB],
  ],
};

/** @type {{ middle: Middle[], pairs: Pair[] }} */
const BACK = {
  middle: [
    ['back-of-head', 'head', [[0, 0], [70, 0], [70, 118], [0, 118]]],
    ['spine-neck', 'head', [[0, 118], [70, 118], [70, 190], [0, 190]]],
    ['spine-upper', 'trunk', [[0, 150], [17, 150], [17, 214], [0, 214]]],
    ['spine-middle', 'trunk', [[0, 214], [17, 214], [17, 270], [0, 270]]],
    ['spine-lower', 'trunk', [[0, 270], [17, 270], [17, 328], [0, 328]]],
    ['sacrum', 'trunk', [[0, 328], [30, 328], [26, 352], [17, 366], [0, 366]]],
    ['tailbone', 'trunk', [[0, 366], [17, 366], [16, 397], [0, 398]]],
    ['back-passage', 'trunk', [[0, 398], [16, 397], [16, 460], [0, 460]]],
  ],
  pairs: [
    ['shoulder-blade', 'trunk', [[17, 140], [110, 140], [110, 244], [17, 258]]],
    ['flank', 'trunk', [[46, 253], [110, 244], [110, 338], [46, 338]]],
    ['lower-back', 'trunk', [[17, 258], [46, 253], [46, 338], [30, 328], [17, 328]]],
    ['buttock', 'trunk', [[30, 328], [46, 338], [110, 338], [116, 470], [16, 470], [16, 397], [17, 366], [26, 352]]],
    ['thigh-back', 'leg', legBetween(396, 526)],
    ['knee-back', 'leg', legBetween(526, 578)],
    ['calf', 'leg', legBetween(578, 690)],
    ['heel', 'leg', legBetween(690, 724)],
    ['sole', 'leg', legBetween(724, 780)],
    ['shoulder-back', 'arm', armBetween(140, 228)],
    ['upper-arm-back', 'arm', armBetween(228, 298)],
    ['elbow-point', 'arm', armBetween(298, 338)],
    ['forearm-back', 'arm', armBetween(338, 416)],
    ['back-of-hand', 'arm', armBetween(416, 550)],
  ],
};

/** Lines that are only there to make the figure a figure: between fingers and toes, a face at rest. */
const LINES = {
  front: {
    head: 'M-21 84q6 4 12 0M9 84q6 4 12 0M-8 117q8 5 16 0M0 90v9',
    trunk: 'M0 346v4',
    arm: 'M126 491l2 30M139 489l2 32M152 488l1 28',
    leg: 'M45 747v16M57 748v15M69 748v14M80 746v14',
  },
  back: {
    head: '',
    trunk: 'M0 410v40',
    arm: 'M126 491l2 30M139 489l2 32M152 488l1 28',
    leg: '',
  },
};

/** Which of the two figures. @typedef {'front' | 'back'} View */

/** The parts of a figure, in the order in which they lie on one another. */
export const PARTS = /** @type {const} */ (['leg', 'head', 'trunk', 'arm']);

/** Parts that come twice. @param {Part} part */
export const isPair = (part) => part === 'arm' || part === 'leg';

/** The outlines of a part. @param {Part} part @returns {string} as one path */
export function outline(part) {
  if (part === 'arm') return smooth(ARM);
  if (part === 'leg') return smooth(LEG);
  if (part === 'trunk') return smooth(whole(TRUNK));
  const [x, y, width, height] = EAR;
  const ears = [x, -x].map((at) => `M${at - width} ${y}a${width} ${height} 0 1 1 ${2 * width} 0a${width} ${height} 0 1 1 ${-2 * width} 0Z`);
  return smooth(whole(HEAD)) + ears.join('');
}

/** Lines drawn on a part, for the eye alone. @param {View} view @param {Part} part */
export const lines = (view, part) => LINES[view][part];

/**
 * The areas of a figure.
 *
 * @param {View} view
 * @returns {Area[]}
 */
export function areas(view) {
  const { middle, pairs } = view === 'front' ? FRONT : BACK;
  const [own, other] = view === 'front' ? ['left', 'right'] : ['right', 'left'];
  return [
    ...middle.map(([code, part, half]) => ({ code, part, mirrored: false, d: straight(whole(half)) })),
    ...pairs.flatMap(([stem, part, area]) => [
      { code: `${stem}-${own}`, part, mirrored: false, d: straight(area) },
      { code: `${stem}-${other}`, part, mirrored: true, d: straight(area) },
    ]),
  ];
}

/** A half from the midline down, completed by its mirror image. @param {Point[]} half @returns {Point[]} */
function whole(half) {
  const other = half.filter(([x]) => x !== 0).map(([x, y]) => /** @type {Point} */ ([-x, y]));
  return [...half, ...other.reverse()];
}

/** @param {Point[]} points */
function straight(points) {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

/**
 * A closed curve through all points: cubic pieces whose ends run along the line between their neighbours (Catmull and Rom 1974).
 *
 * @param {Point[]} points
 */
function smooth(points) {
  const at = (/** @type {number} */ index) => points[(index + points.length) % points.length] ?? [0, 0];
  const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  const pieces = points.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const one = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...one, ...two, ...to].map(round).join(' ')}`;
  });
  return `M${at(0).join(' ')}${pieces.join('')}Z`;
}
