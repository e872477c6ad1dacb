// Pictures that look like the program's own, for the fake host.

import { clock, duration, inWords, short } from './days.mjs';

/** @typedef {import('./days.mjs').FakeDay} FakeDay */

/** @type {Record<string, Record<string, string>>} */
const PALETTES = {
  day: { ink: '#26272f', quiet: '#53545c', line: '#e4e1da', dots: '#aeaeb4', sleep: '#4c589b', morning: '#c9743f', evening: '#612b33', band: '#ecedf8' },
  evening: { ink: '#e9e5dc', quiet: '#b9bac6', line: '#3f3f52', dots: '#5c5c70', sleep: '#a2aef0', morning: '#f4b978', evening: '#b86f69', band: '#33344c' },
  amber: { ink: '#ebcc9d', quiet: '#cfb492', line: '#403225', dots: '#635241', sleep: '#ccac71', morning: '#f2c882', evening: '#a97248', band: '#3c362c' },
  contrast: { ink: '#000', quiet: '#1b1b1b', line: '#bdbdbd', dots: '#888', sleep: '#1b2a8c', morning: '#9a4b12', evening: '#3a0d14', band: '#dfe0f4' },
};

/**
 * @param {object} what
 * @param {import('../../../ui/ipc/bindings.js').ChartName} what.name
 * @param {FakeDay[]} what.days
 * @param {number} what.width
 * @param {string} what.theme
 * @param {number} what.scale
 * @param {boolean} [what.small]
 */
export function fakeChart({ name, days, width, theme, scale, small = false }) {
  const colours = PALETTES[theme] ?? PALETTES.day ?? {};
  const text = (small ? 11 : 13) * scale;
  const left = small ? 4 : 56 * scale;
  const right = width - (small ? 4 : 12);
  const step = (right - left) / Math.max(days.length, 1);
  const x = (/** @type {number} */ index) => left + step * (index + 0.5);
  const { parts, height, bottom, areas } = name !== 'raster' ? trend(days, { x, step, left, right, text, colours, small }) : raster(days, { left, right, text, colours });
  const every = Math.max(1, Math.ceil((text * 5) / step));
  const labels = small || name === 'raster' ? [] : days.flatMap((day, index) => (index % every === 0 ? [`<text x="${x(index).toFixed(1)}" y="${bottom + text * 1.5}" text-anchor="middle" font-size="${text}" fill="${colours.quiet}">${short(day.date)}</text>`] : []));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">${parts.join('')}${labels.join('')}</svg>`;
  const first = days[0]?.date ?? '';
  const last = days.at(-1)?.date ?? '';
  return {
    name,
    svg,
    width,
    height,
    from: first,
    to: last,
    range_text: `${short(first)} – ${short(last)} 2026`,
    days: days.map((day, index) => ({ date: day.date, until: day.date, ...areas[index], date_text: inWords(day.date), values: values(day, name) })),
    sentence: small
      ? 'Time asleep above, pain on waking below. One day without an entry.'
      : name === 'trend'
        ? 'Most nights brought 6 h 30 to 7 h 30 of sleep. Pain on waking was mostly 4 to 6, and a little lower since the last week of February. 53 of 60 days have an entry; two were filled in later.'
        : 'You were mostly in bed between 23:00 and 07:05. The time of getting up varied by about 20 minutes.',
    table: {
      columns: ['Day', 'Time asleep', 'Pain on waking', 'Evening pain'],
      rows: days.map((day) => (day.gap ? [inWords(day.date), '', '', ''] : [inWords(day.date), duration(day.asleep), String(day.pain), String(day.evening)])),
    },
    comparison: null,
    empty: false,
    panels: [],
    steps: { earlier: null, later: null, closer: null, wider: null },
  };
}

/**
 * Where a trend of these days can be moved to: a week at a time, and to twice or half as many.
 *
 * @param {FakeDay[]} days all there are
 * @param {FakeDay[]} shown
 * @returns {import('../../../ui/ipc/bindings.js').RangeSteps}
 */
export function stepsOf(days, shown) {
  const first = days.findIndex(({ date }) => date === shown[0]?.date);
  const last = first + shown.length - 1;
  const span = (/** @type {number} */ from, /** @type {number} */ to) => {
    const [start, end] = [days[Math.max(from, 0)], days[Math.min(to, days.length - 1)]];
    return start && end && (start !== shown[0] || end !== shown.at(-1)) ? { from: start.date, to: end.date } : null;
  };
  const half = Math.floor(shown.length / 2);
  const back = Math.min(half, first);
  const on = Math.min(half, days.length - 1 - last);
  return { earlier: span(first - back, last - back), later: span(first + on, last + on), closer: half > 3 ? span(last - half + 1, last) : null, wider: span(first - shown.length, last) };
}

/** @param {string[]} [chosen] @returns {import('../../../ui/ipc/bindings.js').PanelChoice[]} */
export function panelsOf(chosen = []) {
  const usual = ['asleep', 'pain-morning', 'pain-evening'];
  const shown = chosen.length ? chosen : usual;
  const titles = { asleep: 'Time asleep', efficiency: 'Efficiency', quality: 'Quality', 'pain-morning': 'Pain on waking', 'pain-evening': 'Pain in the evening', 'factor:1': 'late tea' };
  return Object.entries(titles).map(([name, title]) => ({ name, title, shown: shown.includes(name) }));
}

/** @param {FakeDay} day @param {string} name */
function values(day, name) {
  if (day.gap) return [{ name: 'No entry', text: '' }];
  return name === 'trend'
    ? [{ name: 'Time asleep', text: duration(day.asleep) }, { name: 'Pain on waking', text: String(day.pain) }, { name: 'Evening pain', text: String(day.evening) }]
    : [{ name: 'In bed', text: `${clock(day.bed)}–${clock(day.up)}` }];
}

/**
 * @param {FakeDay[]} days
 * @param {{ x: (index: number) => number, step: number, left: number, right: number, text: number, colours: Record<string, string>, small: boolean }} frame
 */
function trend(days, { x, step, left, right, text, colours, small }) {
  const rows = /** @type {const} */ ([
    ['Time asleep', 'asleep', 240, 540, 'sleep'],
    ['Pain on waking', 'pain', 0, 10, 'morning'],
    ['Pain in the evening', 'evening', 0, 10, 'evening'],
  ]).slice(0, small ? 2 : 3);
  const tall = small ? 56 : 112;
  const gap = small ? 10 : text * 3.4;
  /** @type {string[]} */
  const parts = [];
  let top = small ? 6 : text * 2;
  for (const [title, key, low, high, colour] of rows) {
    const y = (/** @type {number} */ value) => top + tall - ((value - low) / (high - low)) * tall;
    if (!small) {
      parts.push(`<text x="${left}" y="${top - text * 0.7}" font-size="${text * 1.1}" font-weight="650" fill="${colours[colour]}">${title}</text>`);
      for (const value of [low, (low + high) / 2, high]) {
        parts.push(`<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="${colours.line}"/>`);
        parts.push(`<text x="${left - 8}" y="${y(value) + text * 0.35}" text-anchor="end" font-size="${text}" fill="${colours.quiet}">${key === 'asleep' ? `${value / 60} h` : value}</text>`);
      }
      parts.push(`<rect x="${left}" width="${right - left}" y="${y(low + (high - low) * 0.62)}" height="${tall * 0.16}" fill="${colours.band}"/>`);
    }
    let line = '';
    days.forEach((day, index) => {
      if (day.gap) {
        line += ' ';
        parts.push(`<line x1="${x(index)}" x2="${x(index)}" y1="${top}" y2="${top + tall}" stroke="${colours.dots}" stroke-dasharray="1 4"/>`);
        return;
      }
      line += `${line.endsWith(' ') || !line ? 'M' : 'L'}${x(index).toFixed(1)} ${y(day[key]).toFixed(1)}`;
      const fill = day.recalled ? 'none' : colours[colour];
      parts.push(`<circle cx="${x(index).toFixed(1)}" cy="${y(day[key]).toFixed(1)}" r="${small ? 2.5 : 3}" fill="${fill}" stroke="${colours[colour]}"/>`);
    });
    parts.push(`<path d="${line.replaceAll(' M', 'M')}" fill="none" stroke="${colours[colour]}" stroke-width="1.75"/>`);
    top += tall + gap;
  }
  const bottom = top - gap;
  const areas = days.map((_, index) => ({ x: left + step * index, y: 0, w: step, h: bottom }));
  return { parts, bottom, height: Math.ceil(bottom + (small ? 6 : text * 2.4)), areas };
}

/**
 * Nights below one another, from evening on the left to noon on the right.
 *
 * @param {FakeDay[]} days
 * @param {{ left: number, right: number, text: number, colours: Record<string, string> }} frame
 */
function raster(days, { left, right, text, colours }) {
  const top = text * 2;
  const row = 9;
  const at = (/** @type {number} */ minutes) => left + ((minutes + 300) / 1020) * (right - left);
  const bottom = top + row * days.length;
  const parts = [-180, 0, 180, 360, 540].flatMap((minutes) => [
    `<line x1="${at(minutes)}" x2="${at(minutes)}" y1="${top}" y2="${bottom}" stroke="${colours.line}"/>`,
    `<text x="${at(minutes)}" y="${text}" text-anchor="middle" font-size="${text}" fill="${colours.quiet}">${clock(minutes)}</text>`,
  ]);
  days.forEach((day, index) => {
    const y = top + index * row;
    if (index % 7 === 0) parts.push(`<text x="${left - 8}" y="${y + text * 0.7}" text-anchor="end" font-size="${text}" fill="${colours.quiet}">${short(day.date)}</text>`);
    if (day.gap) return;
    parts.push(`<rect x="${at(day.bed)}" width="${at(day.up) - at(day.bed)}" y="${y + 1}" height="${row - 2}" rx="2" fill="${colours.band}"/>`);
    parts.push(`<rect x="${at(day.bed + 25)}" width="${at(day.up - 15) - at(day.bed + 25)}" y="${y + 1}" height="${row - 2}" rx="2" fill="${colours.sleep}"/>`);
  });
  const areas = days.map((_, index) => ({ x: left, y: top + index * row, w: right - left, h: row }));
  return { parts, bottom, height: Math.ceil(bottom + text), areas };
}
