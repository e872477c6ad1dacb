// Takes pictures of everything that helps in the evening, at night, in a flare, in moving and in learning, in the real window,
// in every look, to be looked at: `node tests/desktop/help-gallery.mjs`.
//
// They go to `target/help-gallery`, or where `--out FOLDER` says, and are not kept with the sources.
// `--only WORDS` takes the scenes whose names begin with one of these words, `--looks WORDS` these looks; both apart by commas.
// `montage -label '%t' -tile 4x -geometry 480x+8+8 target/help-gallery/*-day-900.png sheet.png` puts many on one sheet.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Desk } from './harness/desk.mjs';
import { helped } from './harness/diary.mjs';
import { rest, until } from './harness/wait.mjs';
import { Wane } from './harness/wane.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

const { values: wished } = parseArgs({
  options: { out: { type: 'string', default: fileURLToPath(new URL('../../target/help-gallery', import.meta.url)) }, only: { type: 'string' }, looks: { type: 'string' } },
});
/** @param {string | undefined} words @param {string} name */
const isWished = (words, name) => words === undefined || words.split(',').some((word) => name.startsWith(word));

/** The highest a window becomes to show a long page, and how high it is for a short one. */
const HEIGHT = { most: 2600, usual: 860 };
process.env.DESK_SIZE = `1640x${HEIGHT.most + 60}x24`;

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {number} width of the window
 * @property {'day' | 'evening' | 'contrast'} theme
 * @property {boolean} [amber]
 * @property {number} [scale] of the text
 */

/** @type {Look[]} */
const LOOKS = [
  { name: 'day-400', width: 400, theme: 'day' }, { name: 'day-900', width: 900, theme: 'day' }, { name: 'day-1600', width: 1600, theme: 'day' },
  { name: 'evening-400', width: 400, theme: 'evening' }, { name: 'evening-900', width: 900, theme: 'evening' }, { name: 'evening-1600', width: 1600, theme: 'evening' },
  { name: 'amber-900', width: 900, theme: 'evening', amber: true }, { name: 'contrast-900', width: 900, theme: 'contrast' },
  { name: 'large-900', width: 900, theme: 'day', scale: 2 }, { name: 'large-400', width: 400, theme: 'evening', scale: 2 },
];

/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {(page: Page) => Promise<unknown>} reach leads to it
 * @property {boolean} [still] a picture for each look needs nothing anew; else it is reached again for each
 */

/** @param {Page} page @param {string} view */
async function to(page, view) {
  await page.run('document.querySelector("dialog[open]")?.close()');
  // A view of its own may stand over the rail; the way out is always the same.
  for (let tries = 0; tries < 4; tries += 1) {
    await page.run('document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))');
    await rest(150);
    if (!(await page.run('return document.documentElement.dataset.theme === "night"'))) break;
  }
  await page.run(`const link = document.querySelector('[data-view="' + arguments[0] + '"], [data-go="' + arguments[0] + '"]'); link.click();`, view);
  await until(view, () => page.run('return location.hash === "#" + arguments[0] && document.querySelector("[data-room] h1") !== null', view));
  await rest(150);
}

/** Clicks what a selector finds, seen or not. @param {Page} page @param {string} selector */
async function press(page, selector) {
  await until(selector, () => page.run('return document.querySelector(arguments[0]) !== null', selector));
  await page.run('document.querySelector(arguments[0]).click()', selector);
  await rest(200);
}

/** @param {Page} page @param {string} view @param {...string} selectors */
async function through(page, view, ...selectors) {
  await to(page, view);
  for (const selector of selectors) await press(page, selector);
}

/** An evening of one block, as it is some time after its beginning. @param {string} kind @param {...('pass' | 'pause')} acts @returns {Scene} */
const evening = (kind, ...acts) => ({
  name: ['evening', kind, ...acts].join('-'),
  reach: async (page) => {
    await to(page, 'today');
    if ((await page.call('wind_down')).session) await page.call('wind_down_act', { act: 'finish' });
    const minutes = ['body-scan', 'muscles'].includes(kind) ? 10 : 5;
    const blocks = [{ kind: 'worries', minutes: 5 }, { kind, minutes }, { kind: 'quiet', minutes: 5 }];
    await page.call('save_wind_down', { blocks: kind === 'worries' ? blocks.slice(1) : blocks });
    await page.call('wind_down_act', { act: 'start' });
    if (kind !== 'worries') await page.call('wind_down_act', { act: 'next' });
    for (const act of acts) await page.call('wind_down_act', { act });
    await through(page, 'wind-down', '[data-act="start"]');
    if (acts.includes('pause')) await page.run('document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))');
    await rest(kind === 'breathing' ? 1500 : 400);
  },
});

/** Something of Movement. @param {string} name @param {string} tab @param {...string} selectors @returns {Scene} */
const moving = (name, tab, ...selectors) => ({ name: `movement-${name}`, reach: (page) => through(page, 'movement', `#movement-tab-${tab}`, ...selectors) });

/** @param {string} name @param {object} chosen @param {boolean} [runs] @returns {Scene} */
const breathing = (name, chosen, runs = true) => ({
  name: `breathing-${name}`,
  reach: async (page) => {
    await to(page, 'today');
    const { chosen: had } = await page.call('breathing');
    await page.call('save_breathing', { ...had, preset: null, rate: 6, out_per_in: 1.5, show: 'shape', sound: false, slow: false, ...chosen });
    await through(page, 'wind-down', '[data-go="breathing"]');
    if (runs) await press(page, '.breathing [data-act="begin"]');
    await rest(runs ? 2500 : 300);
  },
});

/** The night screen. @param {string} state @param {...string} selectors @returns {Scene} */
const night = (state, ...selectors) => ({
  name: `night-${state}`,
  reach: async (page) => {
    await to(page, 'today');
    await page.press('.');
    await until('the night screen', () => page.run('return document.querySelector(".night-screen") !== null'));
    for (const selector of selectors) await press(page, selector);
    await rest(state === 'breathe' ? 2500 : 500);
  },
});

/** @type {Scene[]} */
const EMPTY = [
  { name: 'empty-today', reach: (page) => to(page, 'today') },
  { name: 'empty-wind-down', reach: (page) => to(page, 'wind-down') },
  { name: 'empty-movement-log', reach: (page) => through(page, 'movement', '#movement-tab-log') },
  { name: 'empty-movement-routines', reach: (page) => through(page, 'movement', '#movement-tab-routines') },
  { name: 'empty-movement-plan', reach: (page) => through(page, 'movement', '#movement-tab-plan') },
  { name: 'empty-flare', reach: async (page) => { await to(page, 'today'); await page.press('f'); await rest(400); } },
  { name: 'empty-flare-writing', reach: async (page) => { await to(page, 'today'); await page.press('f'); await press(page, '[data-do="write"]'); } },
  { name: 'empty-learn', reach: (page) => to(page, 'learn') },
  { name: 'empty-help-now', reach: async (page) => { await to(page, 'today'); await page.press('h'); await rest(400); } },
];

/** @type {Scene[]} */
const FULL = [
  { name: 'wind-down', reach: async (page) => {
    await to(page, 'today');
    if ((await page.call('wind_down')).session) await page.call('wind_down_act', { act: 'finish' });
    await page.call('save_wind_down', { blocks: [] });
    await to(page, 'wind-down');
  } },
  { name: 'wind-down-change', reach: (page) => through(page, 'wind-down', '[data-act="edit"]') },
  ...['worries', 'movement', 'stretching', 'breathing', 'body-scan', 'muscles', 'quiet'].map((kind) => evening(kind)),
  evening('body-scan', 'pass'), evening('muscles', 'pause'),
  { name: 'evening-over', reach: async (page) => {
    await evening('quiet').reach(page);
    await press(page, '[data-stage="finish"]');
    await rest(300);
  } },
  breathing('setup', {}, false), breathing('own', { rate: 7, slow: true, pace: 14 }, false), breathing('shape', {}), breathing('words', { show: 'words' }), breathing('numbers', { show: 'numbers' }), breathing('sigh', { preset: 'sigh' }),
  moving('log', 'log'), moving('log-edit', 'log', '[data-part="sessions"] [data-act="edit"]'), moving('library', 'library'), moving('library-open', 'library', '[data-code="seated-turn"] [data-act="open"]'),
  moving('routines', 'routines'), moving('routine-form', 'routines', '[data-act="new"]'), moving('player', 'routines', '[data-part="ready"] [data-act="play"]'),
  moving('plan', 'plan'), moving('plan-limits', 'plan', '[data-do="add"]'),
  { name: 'flare', reach: async (page) => { await to(page, 'today'); await page.press('f'); await rest(400); } },
  { name: 'flare-writing', reach: async (page) => { await to(page, 'today'); await page.press('f'); await press(page, '[data-do="write"]'); } },
  { name: 'learn', reach: (page) => to(page, 'learn') },
  { name: 'learn-scale', reach: (page) => through(page, 'learn', '.learn-scale summary') },
  ...[0, 7, 15, 25].map((at) => ({ name: `learn-card-${at}`, reach: async (/** @type {Page} */ page) => {
    await to(page, 'learn');
    await page.run('document.querySelectorAll("a[data-card]")[arguments[0]].click()', at);
    await rest(300);
  } })),
  { name: 'help-now', reach: async (page) => { await to(page, 'today'); await page.press('h'); await rest(400); } },
  { name: 'help-now-edit', reach: async (page) => { await to(page, 'today'); await page.press('h'); await press(page, '[data-do="add"]'); } },
  { name: 'care', reach: async (page) => { await to(page, 'today'); await page.press('h'); await press(page, '[data-go="care"]'); } },
  night('choose'), night('breathe', '[data-act="breathe"]'), night('settle', '[data-act="settle"]'), night('noted', '[data-act="note"]'), night('help', '[data-act="help"]'),
];

/** @type {Scene[]} */
const MORNING = [
  { name: 'morning-today', reach: (page) => to(page, 'today') },
  { name: 'morning-worries', reach: (page) => to(page, 'wind-down') },
  { name: 'morning-worry-step', reach: async (page) => {
    await to(page, 'wind-down');
    await page.run('document.querySelector("[data-worry] .acts button:last-child").click()');
    await rest(200);
  } },
  { name: 'morning-flare', reach: async (page) => {
    await to(page, 'learn');
    if (!(await page.call('today', { date: null })).flare) await page.call('flare_start');
    await to(page, 'today');
  } },
  { name: 'morning-flare-more', reach: (page) => through(page, 'today', '[data-flare="more"]') },
  { name: 'morning-flare-plan', reach: async (page) => { await to(page, 'today'); await page.press('f'); await rest(400); } },
  { name: 'morning-flare-ledger', reach: async (page) => {
    await through(page, 'movement', '#movement-tab-plan');
    await rest(200);
  } },
  { name: 'morning-holiday', reach: async (page) => {
    await to(page, 'learn');
    const { flare, holiday } = await page.call('today', { date: null });
    if (flare) await page.call('flare_end');
    if (!holiday) await page.call('holiday_start', { days: 7 });
    await to(page, 'today');
  } },
  { name: 'morning-holiday-settings', reach: (page) => to(page, 'settings') },
];

/** Dresses the window. @param {Page} page @param {Look} look */
async function dress(page, { theme, amber = false, scale = 1 }) {
  const { settings } = await page.call('settings');
  await page.call('save_settings', { ...settings, theme, amber: amber ? 'always' : 'off', text_scale: scale });
  const scheme = await page.run('document.dispatchEvent(new Event("visibilitychange")); return document.documentElement.dataset.theme');
  if (scheme !== 'night') {
    await until('the look', () => page.run('return document.documentElement.dataset.theme === arguments[0] || arguments[1] === document.documentElement.style.getPropertyValue("--text-scale")', amber ? 'amber' : theme, String(scale)));
  }
  await rest(100);
}

/** Makes the window so wide, and as high as its page is. @param {Desk} desk @param {Page} page @param {number} width */
async function size(desk, page, width) {
  const [window = ''] = await desk.windows('Wane.*');
  // The night screen covers the display, whatever the window was before.
  if (await page.run('return document.documentElement.dataset.theme === "night"')) return;
  await desk.run('xdotool', ['windowsize', window, String(width), String(HEIGHT.usual)]);
  await until('the width', () => page.run('return Math.abs(innerWidth - arguments[0]) < 4', width));
  await rest(150);
  const high = await page.run('return document.querySelector(".night-screen, .stage:not([hidden])")?.checkVisibility() ? 0 : document.documentElement.scrollHeight');
  if (high > HEIGHT.usual) {
    await desk.run('xdotool', ['windowsize', window, String(width), String(Math.min(high + 4, HEIGHT.most))]);
    await rest(250);
  }
  await page.run('document.scrollingElement.scrollTop = 0');
}

/** Takes what stands on the display: the driver's own pictures of a high window take half a minute each. @param {Desk} desk @param {string} file */
async function photograph(desk, file) {
  const [window = ''] = await desk.windows('Wane.*');
  await desk.run('import', ['-window', window, file]);
}

/**
 * @param {string} at the time on the clock
 * @param {Scene[]} scenes
 * @param {(wane: Wane) => Promise<void>} [fill]
 */
async function world(at, scenes, fill) {
  const chosen = scenes.filter(({ name }) => isWished(wished.only, name));
  const looks = LOOKS.filter(({ name }) => isWished(wished.looks, name));
  if (chosen.length === 0) return;
  const desk = await Desk.open();
  try {
    const wane = new Wane(desk);
    await fill?.(wane);
    const page = await wane.driven({ at });
    await until('the window', () => page.run('return document.querySelector("[data-room] h1, [data-room] h2") !== null'));
    if (!fill) await page.run('document.querySelector(".first-run [data-act=skip], [data-act=begin], .first-run button.primary")?.click()');
    await rest(600);
    for (const look of looks) {
      await dress(page, look);
      for (const { name, reach } of chosen) {
        // The night screen has a look of its own; the size of the text is all that changes it.
        if (name.startsWith('night-') && !['evening-900', 'large-900'].includes(look.name)) continue;
        try {
          await reach(page);
          await size(desk, page, look.width);
          await photograph(desk, join(wished.out, `${name}-${look.name}.png`));
        } catch (error) {
          console.error(`${name}-${look.name}: ${error instanceof Error ? error.message : error}`);
        }
      }
    }
    await page.close();
  } finally {
    desk.close();
  }
}

mkdirSync(wished.out, { recursive: true });
await world('2026-03-14 21:10:00', EMPTY);
await world('2026-03-14 21:10:00', FULL, (wane) => helped(wane, '2026-03-14'));
await world('2026-03-15 10:40:00', MORNING, async (wane) => {
  await helped(wane, '2026-03-14');
  await wane.cli(['log', 'awake'], '2026-03-15T03:10:00Z');
  await wane.cli(['log', 'morning', '--quality', '1', '--pain', '7'], '2026-03-15T08:00:00Z');
});
process.exit(0);
