// The colours of every theme, by computation: legible, and nothing red.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const css = await readFile(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8');

/** @typedef {{ lightness: number, chroma: number, hue: number }} Colour */

/** @param {string} selector @returns {Map<string, Colour>} */
function raws(selector) {
  const from = css.indexOf(`${selector} {`);
  assert.notEqual(from, -1, `tokens.css has ${selector}`);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--raw-([\w-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/g)].map(([, name = '', l, c, h]) => [
      name,
      { lightness: Number(l) / 100, chroma: Number(c), hue: Number(h) },
    ]),
  );
}

/** Where the values of every look but the first stand. */
const OTHERS = ['[data-theme="evening"]', '[data-theme="amber"]', '[data-theme="contrast"]', '[data-theme="night"]'];

const day = raws(':root');
/** @type {Record<string, Map<string, Colour>>} */
const THEMES = { day, evening: new Map([...day, ...raws('[data-theme="evening"]')]), amber: new Map([...day, ...raws('[data-theme="amber"]')]), contrast: new Map([...day, ...raws('[data-theme="contrast"]')]) };

/** The night screen is no theme that can be chosen: it has rules of its own. */
const night = new Map([...day, ...raws('[data-theme="night"]')]);
const all = { ...THEMES, night };

/** Relative luminance (WCAG 2) of an OKLCH colour, by way of OKLab and linear sRGB. @param {Colour} colour */
function luminance({ lightness, chroma, hue }) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(Math.max(channel, 0), 1));
  return 0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0);
}

/** @param {Colour} one @param {Colour} other */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} theme @param {string} name @returns {Colour} */
function colour(theme, name) {
  const found = all[/** @type {keyof typeof all} */ (theme)]?.get(name);
  assert.ok(found, `${theme} has ${name}`);
  return found;
}

/** @param {string} theme @param {string} front @param {string} back @param {number} least */
function legible(theme, front, back, least) {
  const ratio = contrast(colour(theme, front), colour(theme, back));
  assert.ok(ratio >= least, `${theme}: ${front} on ${back} has ${ratio.toFixed(2)}:1 and needs ${least}:1`);
}

test('the computation knows black, white and grey', () => {
  const grey = (/** @type {number} */ lightness) => ({ lightness, chroma: 0, hue: 0 });
  assert.ok(Math.abs(contrast(grey(0), grey(1)) - 21) < 1e-6, 'black on white is 21:1');
  assert.ok(Math.abs(contrast(grey(0.5999), grey(1)) - 3.95) < 0.01, 'a middle grey (#808080) on white is 3.95:1');
});

test('night: what is read stands at 4.5:1 or more on every ground, and the focus at 3:1', () => {
  for (const ground of ['ground', 'raised', 'sunken', 'lamp-soft', 'sleep-soft']) {
    for (const name of ['ink', 'quiet']) legible('night', name, ground, 4.5);
    legible('night', 'focus', ground, 3);
  }
  for (const fill of ['sleep', 'morning-pain', 'evening-pain', 'action']) legible('night', `on-${fill}`, fill, 4.5);
  assert.throws(() => legible('day', 'line', 'ground', 4.5), 'the control: a line of the day is no ink');
});

test('night: nothing is bright, and all of it is of one warm hue', () => {
  for (const [name, { lightness, chroma, hue }] of night) {
    const own = luminance({ lightness, chroma, hue });
    assert.ok(own <= 0.22, `night: ${name} has a luminance of ${own.toFixed(3)}`);
    assert.ok(chroma <= 0.1, `night: ${name} is loud`);
    if (chroma > 0) assert.ok(hue >= 55 && hue <= 75, `night: ${name} is amber (hue ${hue})`);
  }
  for (const name of ['ground', 'raised', 'sunken', 'sleep-soft', 'lamp-soft']) {
    assert.ok(luminance(colour('night', name)) <= 0.006, `night: ${name} is near black`);
  }
  assert.ok(luminance(colour('evening', 'ink')) > 0.22, 'the control: the evening is brighter');
});

test('amber: everything is of one warm hue, and dimmer than the evening', () => {
  for (const [name, { chroma, hue }] of THEMES.amber ?? []) {
    if (chroma > 0) assert.ok(hue >= 55 && hue <= 85, `amber: ${name} is amber (hue ${hue})`);
  }
  for (const name of ['ink', 'action', 'ground']) assert.ok(luminance(colour('amber', name)) < luminance(colour('evening', name)), `amber: ${name} is dimmer than in the evening`);
  assert.ok([...THEMES.evening ?? []].some(([, { chroma, hue }]) => chroma > 0 && (hue < 55 || hue > 85)), 'the control: the evening has other hues');
});

for (const theme of Object.keys(THEMES)) {
  test(`${theme}: words stand at 7:1 or more on every ground`, () => {
    for (const ground of ['ground', 'raised', 'sunken', 'lamp-soft', 'sleep-soft']) legible(theme, 'ink', ground, 7);
    for (const ground of ['ground', 'raised', 'sunken']) legible(theme, 'quiet', ground, 7);
    for (const ground of ['ground', 'raised', 'sunken']) legible(theme, 'sleep', ground, 7);
  });

  test(`${theme}: words on filled controls stand at 7:1 or more`, () => {
    for (const fill of ['sleep', 'morning-pain', 'evening-pain', 'action']) legible(theme, `on-${fill}`, fill, 7);
  });

  test(`${theme}: edges, marks and the focus ring stand at 3:1 or more`, () => {
    for (const ground of ['ground', 'raised', 'sunken']) {
      for (const name of ['edge', 'focus', 'lamp', 'morning-pain', 'evening-pain']) legible(theme, name, ground, 3);
    }
  });

  test(`${theme}: nothing is red`, () => {
    for (const [name, { chroma, hue }] of THEMES[theme] ?? []) {
      const isRed = chroma >= 0.1 && (hue >= 345 || hue <= 42);
      assert.ok(!isRed, `${theme}: ${name} (hue ${hue}, chroma ${chroma}) is red`);
    }
  });
}

test('themes redefine raw values only', () => {
  for (const selector of OTHERS) {
    const from = css.indexOf(`${selector} {`);
    const block = css.slice(from, css.indexOf('}', from));
    for (const [, name] of block.matchAll(/--([\w-]+):/g)) assert.match(name ?? '', /^raw-/, `${selector} leaves meanings alone`);
  }
});

test('every theme gives every raw value', () => {
  for (const selector of OTHERS) {
    assert.deepEqual([...raws(selector).keys()].sort(), [...day.keys()].sort(), `${selector} is complete`);
  }
});
