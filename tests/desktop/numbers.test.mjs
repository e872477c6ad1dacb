// The whole window without numbers: a walk through every view of a full diary, everything unfolded, every dialog opened.

import assert from 'node:assert/strict';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { WALK, walked } from './harness/walk.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

/**
 * Where numbers stay, each with the reason; `docs/adr/0021-without-numbers-everywhere.md` explains them.
 *
 * @type {[string, string][]}
 */
const STAYS = [
  ['kbd, [data-keys]', 'keys of the keyboard'],
  ['input, textarea, select, wane-time, wane-minutes, wane-number, [data-length]', 'what somebody types or chooses in a form'],
  ['.day-of, wane-month, [role="gridcell"]', 'days of the month, in a calendar'],
  ['.learn-article', 'facts about studies'],
  ['.help-page', 'numbers to call, and when to seek care'],
  ['.plan-now, .ledger, [data-part="picture-card"], [data-part="suggestion-text"]', 'the minutes of a plan of movement: what to do'],
  ['#movement-plan .rows[data-part="list"]', 'what a clinician set'],
  ['.routine, .routine-form, .player', 'how long a routine and its movements take: what to do'],
  ['.wind-down-card, .stage', 'how long the blocks of the wind-down take: what to do'],
  ['.breathing, .wind-down-breathe', 'a rhythm is a number of breaths'],
  ['.explained', 'how a finding was worked out: asked for by a button that says so'],
  ['[data-part="export-found"]', 'what leaves the machine'],
  ['[data-part="folder"], .path, code, [data-part="version"]', 'names of folders and versions'],
  ['[data-choice="text_scale"]', 'the size of the text'],
];

/** Reads what is on the page at a stop and keeps what says a number: seen or heard, without clock times, dates and lengths of calendar time. */
const READ = `
  const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
  const dates = new RegExp('\\\\d{1,2}(?:\\\\s?–\\\\s?\\\\d{1,2})? (?:' + MONTHS + ')(?: \\\\d{4})?|(?:' + MONTHS + ') \\\\d{1,4}', 'g');
  const bare = (text) => text.replace(/\\d{1,2}:\\d\\d/g, '').replace(dates, '');
  window.numbersFound = new Map();
  window.readNumbers = () => {
    const tree = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = tree.nextNode(); node; node = tree.nextNode()) {
      // Whether something can be seen is dear to ask, so it is asked of what says a number alone.
      const texts = (node instanceof Element ? ['aria-label', 'title', 'alt', 'aria-valuetext'].map((name) => node.getAttribute(name) ?? '') : [node.textContent ?? ''])
        .filter((text) => /\\d/.test(bare(text)));
      if (texts.length === 0) continue;
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest('template, script, style') || !(element instanceof SVGElement || element.checkVisibility())) continue;
      if (element instanceof SVGElement && !element.closest('svg').checkVisibility()) continue;
      for (const text of texts) {
        const path = [];
        for (let at = element; at && at !== document.body && path.length < 7; at = at.parentElement) path.unshift(at.localName + (at.id ? '#' + at.id : '') + [...at.classList].map((c) => '.' + c).join('') + (at.dataset.part ? '[data-part=' + at.dataset.part + ']' : ''));
        const stays = STAYS.some((where) => element.closest(where));
        const view = location.hash;
        window.numbersFound.set(view + ' | ' + text.trim().slice(0, 90) + ' | ' + path.join(' > '), stays);
      }
    }
  };
`;

const SETTING_OUT = `const STAYS = ${JSON.stringify(STAYS.map(([where]) => where))}; ${READ}`;

/**
 * Walks the whole window.
 *
 * @param {Page} page
 * @returns {Promise<[string, boolean][]>} what says a number, and whether it may
 */
async function numbers(page) {
  await page.run(`${WALK} ${SETTING_OUT} window.walk.begin(async () => { window.readNumbers(); });`);
  await walked(page);
  return /** @type {Promise<[string, boolean][]>} */ (page.run('return [...window.numbersFound]'));
}

scene('no number is said in any view of a full diary but where it stays for a reason', { seconds: 900 }, async (wane) => {
  await wane.cli(['sample', '--days', '400'], '2026-03-14T09:00:00Z');
  const page = await wane.driven({ at: '2026-03-14 10:00:00' });
  // The control: with numbers, one view alone has many.
  await until('Today with its numbers', () => page.run(`if (!document.querySelector('wane-scale')) return false; ${SETTING_OUT} window.readNumbers(); return [...window.numbersFound.values()].filter((stays) => !stays).length > 10`));
  const { settings } = await page.call('settings', {});
  await page.call('save_settings', { ...settings, number_free: true });
  await page.run('location.reload()');
  const found = await numbers(page);
  const said = found.filter(([, stays]) => !stays).map(([text]) => text);
  assert.deepEqual(said, []);
  assert.ok(found.some(([, stays]) => stays), 'what stays was come across');
  const stops = /** @type {string[]} */ (await page.run('return window.walk.stops'));
  assert.ok(stops.length > 60, `the walk got around (${stops.length} stops)`);
});
