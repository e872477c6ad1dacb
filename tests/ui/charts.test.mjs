// What can be done with charts: days chosen by hand and by keys, marks, copies, paper.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} name */
async function chart(page, name) {
  const found = page.locator(`wane-chart[name="${name}"]`);
  await found.locator('.drawing svg').waitFor();
  return found;
}

/** Trends, with the two first charts there. @param {Page} page */
async function trends(page) {
  await goTo(page, 'trends');
  await chart(page, 'trend');
  return chart(page, 'raster');
}

/** The days of the last trend that was asked for, once it is another than before. @param {Page} page @param {number} before how many were asked for */
async function daysAsked(page, before) {
  for (let tries = 0; tries < 100; tries += 1) {
    const all = (await asked(page, 'chart')).filter(({ request }) => request.name === 'trend');
    const last = all.at(-1)?.request;
    if (all.length > before) return [last.from, last.to];
    await page.waitForTimeout(30);
  }
  return assert.fail('no other days were asked for');
}

/** @param {Page} page */
const trendsAsked = async (page) => (await asked(page, 'chart')).filter(({ request }) => request.name === 'trend').length;

/** The middle of a day in a chart, on the screen. @param {import('playwright-core').Locator} found @param {string} date */
async function middle(found, date) {
  const at = await found.evaluate((element, wanted) => {
    const view = /** @type {any} */ (element).view;
    const day = view.days.find((/** @type {any} */ one) => one.date === wanted);
    const box = /** @type {Element} */ (element.querySelector('.reader')).getBoundingClientRect();
    return { x: box.left + ((day.x + day.w / 2) / view.width) * box.width, y: box.top + ((day.y + day.h / 2) / view.height) * box.height };
  }, date);
  return at;
}

inWindow('dragging over days shows them alone in every chart, and Back leads back', '', async (page) => {
  await trends(page);
  const trend = await chart(page, 'trend');
  await trend.scrollIntoViewIfNeeded();
  const [from, to] = [await middle(trend, '2026-02-20'), await middle(trend, '2026-02-10')];
  const before = await trendsAsked(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, from.y, { steps: 4 });
  assert.ok(await trend.locator('.stretch').isVisible(), 'what is chosen is seen');
  assert.match(await trend.locator('.reader').getAttribute('aria-valuetext') ?? '', /10 February.* to .*20 February/, 'and told, the earlier day first');
  await page.mouse.up();
  assert.deepEqual(await daysAsked(page, before), ['2026-02-10', '2026-02-20']);
  await page.locator('[data-act="range-back"]').waitFor();
  assert.equal(await page.locator('.rail [data-view="trends"][aria-current="page"]').count(), 1, 'no day was opened');
  assert.equal(await page.locator('[data-part="ranges"] [aria-checked="true"]').count(), 0, 'none of the ranges is shown');
  for (const name of ['raster', 'calendar']) {
    const request = (await asked(page, 'chart')).findLast((one) => one.request.name === name)?.request;
    if (request.from) assert.deepEqual([request.from, request.to], ['2026-02-10', '2026-02-20'], name);
  }
  const seen = await trendsAsked(page);
  await page.locator('[data-act="range-back"]').click();
  assert.deepEqual(await daysAsked(page, seen), [null, null], 'the range of before');
  await page.locator('[data-range="six-weeks"][aria-checked="true"]').waitFor();
  await page.locator('[data-act="range-back"]').waitFor({ state: 'hidden' });
});

inWindow('Escape lets go of a drag, and a click still opens a day', '', async (page) => {
  const raster = await trends(page);
  await raster.scrollIntoViewIfNeeded();
  const [from, to] = [await middle(raster, '2026-03-01'), await middle(raster, '2026-03-08')];
  const before = await trendsAsked(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  assert.ok(await raster.locator('.stretch').isVisible(), 'rows are chosen as columns are');
  await page.keyboard.press('Escape');
  assert.ok(await raster.locator('.stretch').isHidden(), 'nothing is chosen');
  await page.mouse.up();
  await page.waitForTimeout(150);
  assert.equal(await trendsAsked(page), before, 'nothing was asked for');
  assert.equal(await page.locator('.rail [data-view="trends"][aria-current="page"]').count(), 1, 'and the view is the same');
  await page.mouse.click(from.x, from.y);
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
});

inWindow('Shift and arrows choose days, Enter shows them, Escape lets go', '', async (page) => {
  await trends(page);
  const reader = page.locator('wane-chart[name="trend"] .reader');
  await reader.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+PageUp');
  const said = await reader.getAttribute('aria-valuetext') ?? '';
  assert.match(said, /5 March.* to .*13 March.*Enter/, 'a screen reader hears the days and what to do');
  await page.keyboard.press('Escape');
  assert.doesNotMatch(await reader.getAttribute('aria-valuetext') ?? '', / to /, 'let go');
  assert.equal(await page.locator('.rail [data-view="trends"][aria-current="page"]').count(), 1, 'still there');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.doesNotMatch(await reader.getAttribute('aria-valuetext') ?? '', / to /, 'without Shift a single day is read again');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const before = await trendsAsked(page);
  await page.keyboard.press('Enter');
  const [from, to] = await daysAsked(page, before);
  assert.ok(from && to && from < to, `${from} to ${to}`);
  assert.ok(await reader.evaluate((element) => element === document.activeElement), 'the focus stays on the chart');
});

inWindow('the days move and grow by buttons and by keys, and the ends are ends', '', async (page) => {
  await trends(page);
  const later = page.locator('[data-step="later"]');
  assert.equal(await later.getAttribute('aria-disabled'), 'true', 'today is the end');
  let before = await trendsAsked(page);
  await later.click({ force: true });
  await page.waitForTimeout(100);
  assert.equal(await trendsAsked(page), before, 'there is nothing later');
  await page.locator('[data-step="closer"]').click();
  assert.deepEqual(await daysAsked(page, before), ['2026-02-21', '2026-03-13']);
  await page.locator('[data-step="earlier"][aria-disabled="false"]').waitFor();
  before = await trendsAsked(page);
  await page.keyboard.press('<');
  assert.deepEqual(await daysAsked(page, before), ['2026-02-11', '2026-03-03']);
  await page.locator('[data-step="later"][aria-disabled="false"]').waitFor();
  before = await trendsAsked(page);
  await page.locator('wane-chart[name="trend"] .reader').focus();
  await page.keyboard.press('>');
  assert.deepEqual(await daysAsked(page, before), ['2026-02-21', '2026-03-13']);
  before = await trendsAsked(page);
  await page.keyboard.press('-');
  const [from] = await daysAsked(page, before);
  assert.ok(from && from < '2026-02-12', 'more days');
  await page.locator('[data-range="two-weeks"]').click();
  await page.locator('[data-act="range-back"]').waitFor({ state: 'hidden' });
});

inWindow('while other days are drawn there is a picture at every moment', '', async (page) => {
  await trends(page);
  await page.evaluate(() => {
    const drawing = /** @type {Element} */ (document.querySelector('wane-chart[name="trend"] .drawing'));
    Object.assign(window, { emptied: false });
    new MutationObserver(() => Object.assign(window, { emptied: /** @type {any} */ (window).emptied || !drawing.querySelector('svg') })).observe(drawing, { childList: true });
  });
  const before = await trendsAsked(page);
  await page.locator('[data-step="closer"]').click();
  await daysAsked(page, before);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).emptied), false);
});

inWindow('a day that is read is marked by one key, altered, and removed', '', async (page) => {
  await trends(page);
  const marks = page.locator('[data-part="marks"]');
  assert.ok(await marks.isHidden(), 'the list is folded away');
  await page.locator('wane-chart[name="trend"] .reader').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('m');
  await marks.locator('#mark-label').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'mark-label', 'the words are asked for');
  await marks.getByRole('button', { name: '12 Mar 2026' }).waitFor();
  await page.keyboard.type('new pillow');
  const before = await trendsAsked(page);
  await page.keyboard.press('Enter');
  const saved = await untilAsked(page, 'save_annotation');
  assert.deepEqual(saved, { id: null, date: '2026-03-12', label: 'new pillow' });
  await marks.getByText('new pillow').waitFor();
  await daysAsked(page, before);
  assert.equal(await focused(page), 'Mark a day', 'the focus goes where it came from');

  await marks.getByRole('button', { name: 'Change “new pillow”, 12 Mar 2026' }).click();
  assert.equal(await marks.locator('#mark-label').inputValue(), 'new pillow');
  await marks.locator('#mark-label').fill('softer pillow');
  await marks.locator('.date').click();
  await marks.locator('wane-month button[data-date="2026-03-11"]').click();
  await page.getByRole('button', { name: 'Save mark' }).click();
  const altered = await untilAsked(page, 'save_annotation', 2);
  assert.deepEqual([altered.date, altered.label], ['2026-03-11', 'softer pillow']);
  await marks.getByRole('button', { name: 'Remove “softer pillow”, 11 Mar 2026' }).click();
  await untilAsked(page, 'remove_annotation');
  await marks.getByText('softer pillow').waitFor({ state: 'detached' });
  await marks.getByText('trash for 30 days').waitFor();
});

inWindow('the button below a chart marks the day that is read, and what is typed is not lost', '', async (page) => {
  await trends(page);
  await page.locator('wane-chart[name="trend"] .reader').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Mark a day');
  await page.keyboard.press('Enter');
  const label = page.locator('#mark-label');
  await page.locator('[data-part="marks"]').getByRole('button', { name: '13 Mar 2026' }).waitFor();
  await label.fill('half a thou');
  await goTo(page, 'today');
  await goTo(page, 'trends');
  assert.equal(await label.inputValue(), 'half a thou', 'it is still there');
  await label.fill(' ');
  await label.press('Enter');
  await page.locator('[data-part="marks"] [role="alert"]').getByText('needs a word').waitFor();
  await label.press('Escape');
  await label.waitFor({ state: 'hidden' });
});

/** Replaces the clipboard, and keeps what goes into it. @param {Page} page @param {boolean} open */
async function clipboard(page, open) {
  await page.evaluate((takes) => {
    const kept = /** @type {any} */ (window).kept = [];
    Object.defineProperty(navigator, 'clipboard', { value: {
      write: async (/** @type {any[]} */ items) => {
        if (!takes) throw new DOMException('shut', 'NotAllowedError');
        for (const item of items) {
          for (const type of item.types) {
            const blob = await item.getType(type);
            kept.push([type, type.startsWith('text') ? await blob.text() : [...new Uint8Array(await blob.arrayBuffer())].slice(0, 4)]);
          }
        }
      },
    } });
  }, open);
}

inWindow('a chart is copied as a picture, as SVG and as a table', '', async (page) => {
  const raster = await trends(page);
  await clipboard(page, true);
  await raster.locator('.keep summary').click();
  for (const [button, says] of [['Copy picture', 'The picture is'], ['Copy as SVG text', 'as SVG'], ['Copy table', 'A spreadsheet']]) {
    await raster.getByRole('button', { name: button }).click();
    await raster.getByRole('status').getByText(says ?? '').waitFor();
  }
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).kept), [
    ['image/png', [137, 80, 78, 71]],
    ['text/plain', '<svg/>'],
    ['text/plain', 'Day\traster\n1\t2\n'],
  ]);
});

inWindow('a clipboard that stays shut is told, with what to do', '', async (page) => {
  const raster = await trends(page);
  await clipboard(page, false);
  await raster.locator('.keep summary').click();
  await raster.getByRole('button', { name: 'Copy picture' }).click();
  await raster.getByRole('status').getByText('Saving the picture works without it').waitFor();
});

/** What is seen on paper. @param {Page} page */
async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const shown = (/** @type {Element} */ element) => element.checkVisibility();
    return {
      beside: [...document.body.children].filter((one) => !one.matches('.print-sheet, script')).some(shown),
      titles: [...document.querySelectorAll('.print-sheet h2')].filter(shown).map((one) => one.textContent),
      pictures: [...document.querySelectorAll('.print-sheet .printed svg')].filter(shown).length,
      sentences: [...document.querySelectorAll('.print-sheet .printed p')].filter(shown).length,
      tables: [...document.querySelectorAll('.print-sheet table')].filter(shown).length,
    };
  });
  await page.emulateMedia({ media: 'screen' });
  return seen;
}

inWindow('a chart is printed alone, in the colours for paper, with its table if that is wanted', '', async (page) => {
  const raster = await trends(page);
  await page.evaluate(() => Object.assign(window, { printed: 0, print: () => ((/** @type {any} */ (window)).printed += 1) }));
  await raster.locator('.keep summary').click();
  await raster.getByRole('button', { name: 'Print', exact: true }).click();
  await page.waitForFunction(() => /** @type {any} */ (window).printed === 1);
  const drawn = (await asked(page, 'chart')).at(-1)?.request;
  assert.deepEqual([drawn.name, drawn.theme], ['raster', 'print']);
  assert.deepEqual(await onPaper(page), { beside: false, titles: ['Nights'], pictures: 1, sentences: 1, tables: 0 });
  await raster.getByRole('button', { name: 'Print with table' }).click();
  await page.waitForFunction(() => /** @type {any} */ (window).printed === 2);
  assert.deepEqual(await onPaper(page), { beside: false, titles: ['Nights'], pictures: 1, sentences: 1, tables: 1 });
  assert.ok(await page.locator('.print-sheet').isHidden(), 'on the screen there is no sheet');
});

inWindow('where printing does not start, that is said', '', async (page) => {
  await trends(page);
  await page.evaluate(() => Object.assign(window, { print: () => Promise.reject(new Error('not allowed')) }));
  await page.keyboard.press('Control+p');
  await page.locator('[data-part="print-status"]').getByText('Printing did not start').waitFor();
});

inWindow('all charts that are shown are printed, and nothing of the window', '', async (page) => {
  await trends(page);
  await chart(page, 'weekdays');
  await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => /** @type {any} */ (window).printed);
  const seen = await onPaper(page);
  assert.equal(seen.pictures, 7, 'the comparison was not asked for');
  assert.equal(seen.titles[0], 'Sleep and pain');
  assert.equal(seen.beside, false);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10_000, 'it becomes pages');
});

inWindow('what of the night is set against pain is chosen', '', async (page) => {
  await trends(page);
  await chart(page, 'scatter');
  await page.getByRole('radiogroup', { name: 'What of the night is set against pain' }).getByRole('radio', { name: 'Time asleep' }).click();
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await asked(page, 'chart')).some(({ request }) => request.name === 'scatter' && request.against === 'asleep')) return;
    await page.waitForTimeout(40);
  }
  assert.fail('it was not asked for');
});
