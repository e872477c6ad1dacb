// The body map: a list of regions and a drawing of them, which are one control.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas } from '../../ui/elements/body-figure.js';
import { asked, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';
import { regionGroups } from './regions.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const groups = await regionGroups();
const regions = groups.flatMap((group) => group.regions);

/** The smallest square a region may have to be hit in, in CSS pixels (WCAG 2.5.8). */
const LEAST = 24;

/** @param {Page} page opens the form of a new pain */
async function open(page) {
  await page.locator('.asked-link a').click();
  await page.locator('[data-list="pains"] [data-part="add"]').click();
  await list(page).waitFor();
}

const list = (/** @type {Page} */ page) => page.locator('wane-body-map [role="listbox"]');
const option = (/** @type {Page} */ page, /** @type {string} */ code) => page.locator(`wane-body-map [data-code="${code}"]`);
const shape = (/** @type {Page} */ page, /** @type {string} */ code) => page.locator(`wane-body-map [data-region="${code}"]`);
const value = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (document.querySelector('wane-body-map')).value);

/** The name of the region the keys are at, as a screen reader hears it. @param {Page} page */
const active = (page) => page.evaluate(() => document.getElementById(document.querySelector('wane-body-map [role="listbox"]')?.getAttribute('aria-activedescendant') ?? '')?.textContent);

test('the drawing has exactly the regions of the diary, each on its own figure', () => {
  assert.equal(regions.length, 89, 'the search reads the whole table');
  for (const view of /** @type {const} */ (['front', 'back'])) {
    const drawn = areas(view).map(({ code }) => code).sort();
    const known = regions.filter((region) => region.view === view).map(({ code }) => code).sort();
    assert.deepEqual(drawn, known, view);
  }
});

test('left and right are the person’s own: seen from the front their left is on the right of the picture', () => {
  for (const view of /** @type {const} */ (['front', 'back'])) {
    for (const { code, mirrored } of areas(view)) {
      const side = regions.find((region) => region.code === code)?.side;
      if (side === 'middle') continue;
      assert.equal(mirrored, (side === 'left') === (view === 'back'), `${code} is on the wrong side of the figure`);
    }
  }
});

for (const width of [400, 900, 1600]) inWindow(`every region of the drawing can be hit in a window of ${width} pixels`, '', async (page) => {
  await page.setViewportSize({ width, height: 1200 });
  await open(page);
  /** @type {Record<string, number>} */
  const squares = {};
  for (const view of ['front', 'back']) {
    const turn = page.locator(`[data-turn="${view}"]`);
    if (await turn.isVisible()) await turn.click();
    Object.assign(squares, await page.evaluate((which) => {
      const svg = /** @type {SVGElement} */ (document.querySelector(`[data-figure="${which}"] svg`));
      svg.scrollIntoView({ block: 'start' });
      const box = svg.getBoundingClientRect();
      const [width, height] = [Math.floor(box.width), Math.floor(box.height)];
      // The largest square of each region: one pixel after another, from what lies above, beside and across.
      /** @type {Record<string, number>} */
      const largest = {};
      let above = [];
      for (let y = 0; y < height; y += 1) {
        const row = [];
        for (let x = 0; x < width; x += 1) {
          const code = document.elementFromPoint(box.left + x + 0.5, box.top + y + 0.5)?.getAttribute('data-region') ?? '';
          const [beside, over, across] = [row[x - 1], above[x], above[x - 1]];
          const joined = beside?.code === code && over?.code === code && across?.code === code;
          const size = joined ? Math.min(beside.size, over.size, across.size) + 1 : 1;
          row.push({ code, size });
          if (code) largest[code] = Math.max(largest[code] ?? 0, size);
        }
        above = row;
      }
      return largest;
    }, view));
  }
  const drawn = regions.filter(({ view }) => view !== 'whole');
  assert.deepEqual(drawn.filter(({ code }) => !((squares[code] ?? 0) >= LEAST)).map(({ code }) => `${code} ${squares[code]}`), [], `regions without a square of ${LEAST} pixels`);
});

inWindow('a screen reader hears one list with its groups, and the drawing is no second set of stops', '', async (page) => {
  await open(page);
  const heard = await page.evaluate(() => {
    const map = /** @type {Element} */ (document.querySelector('wane-body-map'));
    const box = /** @type {Element} */ (map.querySelector('[role="listbox"]'));
    const named = (/** @type {Element} */ element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent;
    return {
      name: named(box),
      several: box.getAttribute('aria-multiselectable'),
      groups: [...box.querySelectorAll('[role="group"]')].map((group) => [named(group), group.querySelectorAll('[role="option"]').length]),
      states: [...new Set([...box.querySelectorAll('[role="option"]')].map((one) => one.getAttribute('aria-selected')))],
      hidden: [...map.querySelectorAll('svg')].every((svg) => svg.closest('[aria-hidden="true"]')),
      stops: [...map.querySelectorAll('button, a, input, [tabindex]')].filter((element) => /** @type {HTMLElement} */ (element).tabIndex >= 0).length,
    };
  });
  assert.deepEqual(heard, {
    name: 'Where it is',
    several: 'true',
    groups: groups.map((group) => [group.name, group.regions.length]),
    states: ['false'],
    hidden: true,
    stops: 1,
  });
});

inWindow('list and drawing show the same, whichever was used', '', async (page) => {
  await open(page);
  await shape(page, 'knee-front-left').click();
  assert.equal(await option(page, 'knee-front-left').getAttribute('aria-selected'), 'true', 'pressed in the drawing, chosen in the list');
  assert.equal(await list(page).evaluate((box) => box === document.activeElement), true, 'and the keys go on from there');
  assert.equal(await active(page), 'left knee, front');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  assert.match((await shape(page, 'knee-front-right').getAttribute('class')) ?? '', /\bchosen\b/, 'chosen in the list, shown in the drawing');
  await option(page, 'shin-left').click();
  assert.deepEqual(await value(page), ['knee-front-left', 'knee-front-right', 'shin-left'], 'in the order of the list');
  await shape(page, 'knee-front-left').click();
  assert.deepEqual(await value(page), ['knee-front-right', 'shin-left'], 'pressed again, it is taken back');
  assert.match((await page.locator('wane-body-map .chosen.note').textContent()) ?? '', /right knee, front; left shin/, 'and said in words');
});

inWindow('the region under the pointer is named before it is pressed', '', async (page) => {
  await open(page);
  await shape(page, 'thumb-right').hover();
  await page.locator('wane-body-map .caption').getByText('right thumb').waitFor();
});

inWindow('keys walk the list, jump by group and by letter, and are heard by nothing else', '', async (page) => {
  await open(page);
  await list(page).focus();
  assert.equal(await active(page), 'everywhere', 'it begins at the top');
  for (const [key, name] of [['ArrowDown', 'top of the head'], ['ArrowUp', 'everywhere'], ['PageDown', 'top of the head'], ['PageDown', 'left shoulder, front'], ['PageUp', 'top of the head'], ['End', 'right sole'], ['Home', 'everywhere']]) {
    await page.keyboard.press(key ?? '');
    assert.equal(await active(page), name, `${key} leads there`);
  }
  await page.keyboard.type('wri');
  assert.equal(await active(page), 'left wrist', 'letters jump to the next word that begins so');
  await page.waitForTimeout(1000);
  await page.keyboard.type('right k');
  assert.equal(await active(page), 'right knee, front', 'a blank is a letter while a name goes on so');
  await page.keyboard.press('Space');
  assert.deepEqual(await value(page), ['knee-front-right'], 'and chooses where none does');
  await page.waitForTimeout(1000);
  await page.keyboard.press('t');
  const one = await active(page);
  await page.keyboard.press('t');
  assert.notEqual(await active(page), one, 'the same letter again goes on');
  for (const key of ['r', 'n', '2', '?', '/']) await page.keyboard.press(key);
  assert.equal((await asked(page, 'mark_rough')).length, 0, 'a letter is no key here');
  assert.equal(await page.locator('dialog').count(), 0, 'none of them');
  assert.equal(await page.locator('h1').getByText('What I track').count(), 1, 'and no digit led away');
});

inWindow('what the keys are at is always in sight, below its heading', '', async (page) => {
  await open(page);
  await list(page).focus();
  for (const key of ['End', 'ArrowUp', 'PageUp', 'ArrowDown', 'ArrowDown', 'Home', 'PageDown', 'PageDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    const hidden = await page.evaluate(() => {
      const box = /** @type {HTMLElement} */ (document.querySelector('wane-body-map [role="listbox"]'));
      const at = /** @type {HTMLElement} */ (document.getElementById(box.getAttribute('aria-activedescendant') ?? ''));
      const [outer, inner] = [box.getBoundingClientRect(), at.getBoundingClientRect()];
      const heading = /** @type {HTMLElement} */ (at.parentElement?.firstElementChild).getBoundingClientRect();
      return inner.top < heading.bottom - 1 || inner.bottom > outer.bottom + 1;
    });
    assert.equal(hidden, false, `after ${key}`);
  }
});

inWindow('everywhere stands for all regions, and any other takes its place', '', async (page) => {
  await open(page);
  await shape(page, 'palm-left').click();
  await page.locator('wane-body-map .everywhere').click();
  assert.deepEqual(await value(page), ['everywhere'], 'alone');
  assert.equal(await page.locator('wane-body-map .everywhere').getAttribute('aria-pressed'), 'true', 'the button shows it');
  await shape(page, 'palm-left').click();
  assert.deepEqual(await value(page), ['palm-left'], 'and not beside another');
});

inWindow('where one figure has room, it is the one that is being talked about', '', async (page) => {
  await page.setViewportSize({ width: 400, height: 900 });
  await open(page);
  assert.equal(await shape(page, 'sacrum').isVisible(), false, 'the front is shown at first');
  await list(page).focus();
  await page.keyboard.type('sacr');
  await page.locator('[data-figure="back"] svg').waitFor();
  assert.equal(await shape(page, 'sacrum').isVisible(), true, 'the figure turned');
  await page.locator('[data-turn="front"]').click();
  await page.locator('[data-figure="front"] svg').waitFor();
});

inWindow('Enter saves from the list, and regions of a pain come back as they were', 'track=few', async (page) => {
  await page.locator('.asked-link a').click();
  await page.locator('[data-list="pains"] [data-do="edit"]').first().click();
  assert.deepEqual(await value(page), ['spine-lower', 'lower-back-left', 'lower-back-right'], 'as saved');
  await list(page).focus();
  assert.equal(await active(page), 'lower spine', 'the keys begin at the first');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  assert.deepEqual((await untilAsked(page, 'save_pain')).regions, ['lower-back-left', 'lower-back-right'], 'without that one');
});

inWindow('a region that this window does not know is kept', '', async (page) => {
  await open(page);
  const kept = await page.evaluate(() => {
    const map = /** @type {any} */ (document.querySelector('wane-body-map'));
    map.value = ['left-antler', 'forehead'];
    return map.value;
  });
  assert.deepEqual(kept, ['forehead', 'left-antler'], 'known ones first, none lost');
});

inWindow('the drawing shows what is chosen in the system’s own colours too', '', async (page) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await shape(page, 'belly-lower').click();
  const fill = (/** @type {string} */ code) => shape(page, code).evaluate((area) => getComputedStyle(area).fill);
  assert.notEqual(await fill('belly-lower'), await fill('genitals'), 'chosen and not chosen differ');
});
