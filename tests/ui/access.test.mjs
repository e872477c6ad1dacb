// Every view in every theme: rules of accessibility, sizes of targets, no sideways scrolling.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { goTo, openBrowser } from './browser.mjs';

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['open']>>} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** Every picture of the window: its name, the fake host's query, and how to get there. @type {[string, string, (page: Page) => Promise<unknown>][]} */
const PICTURES = [
  ['today, morning', 'inbox', async () => {}],
  ['today, details and questions', 'fold', async (page) => {
    await page.locator('[data-act="details"]').click();
    await page.locator('wane-time[name="out_of_bed"] input').fill('1800');
    await page.locator('.questions li').waitFor();
  }],
  ['today, saved', '', async (page) => {
    for (const key of ['4', '3', 'Enter']) await page.keyboard.press(key);
    await page.locator('[data-part="status"] button').waitFor();
  }],
  ['today, evening', 'part=evening', async () => {}],
  ['today, empty', 'state=empty', async () => {}],
  ['today, sample', 'state=sample', async () => {}],
  ['today, month', '', async (page) => {
    await page.locator('[data-act="calendar"]').click();
    await page.locator('wane-month td button').first().waitFor();
  }],
  ['today, trouble', 'fail=save_morning', async (page) => {
    await page.keyboard.press('Enter');
    await page.locator('[data-part="trouble"] span').waitFor();
  }],
  ['today, an experiment', 'experiment=evening', async (page) => {
    await page.locator('[data-part="experiment"] [data-done]').first().click();
    await page.locator('[data-part="status"] button').first().waitFor();
  }],
  ['today, an experiment that rests', 'experiment=rough', async () => {}],
  ['insights, an experiment that is on', 'insights=clear&experiment=running', async (page) => {
    await goTo(page, 'insights');
    await page.locator('[data-act="experiment-stop"]').waitFor();
  }],
  ['insights, experiments that have ended', 'insights=clear&experiment=past', async (page) => {
    await goTo(page, 'insights');
    await page.locator('[data-part="experiments"] summary').first().click();
  }],
  ['insights, setting an experiment up', 'insights=clear', async (page) => {
    await goTo(page, 'insights');
    await page.locator('[data-act="experiment-set-up"]').click();
    await page.locator('dialog [data-value="own"]').click();
    await page.locator('dialog [type="submit"]').click();
    await page.locator('dialog .trouble span').waitFor();
  }],
  ['trends', '', async (page) => {
    await goTo(page, 'trends');
    await page.locator('[data-act="compare"]').click();
    await page.locator('wane-chart[name="comparison"] .drawing svg').waitFor();
    await page.locator('wane-chart[name="weekdays"] .drawing svg').waitFor();
    await page.locator('[data-part="panel-room"] summary').click();
  }],
  ['trends, table', '', async (page) => {
    await goTo(page, 'trends');
    await page.locator('wane-chart .drawing svg').first().waitFor();
    await page.keyboard.press('t');
  }],
  ['trends, a mark being written, and what can be done with a chart', '', async (page) => {
    await goTo(page, 'trends');
    await page.locator('wane-chart[name="raster"] .drawing svg').waitFor();
    await page.locator('wane-chart[name="trend"] .keep summary').click();
    await page.locator('wane-chart[name="trend"] .acts button').first().click();
    await page.locator('#mark-label').waitFor();
    await page.locator('[data-step="closer"]').click();
    await page.locator('[data-act="range-back"]').waitFor();
  }],
  ['trends, empty', 'state=empty', (page) => goTo(page, 'trends')],
  ['today, a pause', 'paused', async (page) => {
    await page.locator('[data-part="quiet-line"] button').waitFor();
  }],
  ['today, a question about a reminder', 'asks', async (page) => {
    await page.locator('[data-part="quiet-line"] button').first().waitFor();
  }],
  ['today, on the day of the look', 'week=today', async (page) => {
    await page.locator('[data-part="look-back"] button').waitFor();
  }],
  ['insights, open down to the days', '', async (page) => {
    await goTo(page, 'insights');
    for (const part of ['[data-part="forward"]', '[data-group="factors"] li']) await page.locator(`${part} summary`).first().click();
    await page.locator('[data-part="forward"] .explained summary').first().click();
    await page.locator('[data-part="forward"] [data-day]').first().waitFor();
    await page.locator('[data-part="look-back"] button').click();
  }],
  ['insights, not enough yet', 'insights=not_enough', (page) => goTo(page, 'insights')],
  ['insights, can’t tell yet', 'insights=cant_tell', (page) => goTo(page, 'insights')],
  ['insights, empty', 'state=empty&insights=empty', (page) => goTo(page, 'insights')],
  ['plan', 'inbox', (page) => goTo(page, 'plan')],
  ['plan, the first visit', 'state=empty&suggests', async (page) => {
    await goTo(page, 'plan');
    await page.locator('[data-part="start"] button[type="submit"]').click();
    await page.locator('[data-part="start-help"]').getByText('time in bed').waitFor();
  }],
  ['plan, full', 'plan=full&paused', async (page) => {
    await goTo(page, 'plan');
    await page.locator('[data-part="bed-differs"]').check();
    await page.locator('[data-part="past-room"] summary').click();
    await page.locator('[data-part="protected-auto"]').uncheck();
    await page.locator('[data-part="protected-own"]').waitFor();
    await page.locator('[data-kind="Stretch"]').getByRole('button', { name: /Remove/ }).click();
    await page.locator('[data-part="rules-status"] button').waitFor();
  }],
  ['plan, trouble', 'fail=set_targets', async (page) => {
    await goTo(page, 'plan');
    await page.locator('[data-part="targets"] button[type="submit"]').click();
    await page.locator('[data-part="targets"] .trouble span').waitFor();
  }],
  ['data', '', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-act="pick"]').click();
    await page.locator('[data-part="found-summary"] dt').first().waitFor();
  }],
  ['data, files that take long', 'long', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-act="pick"]').click();
    await page.locator('[data-part="import-progress"] progress').waitFor();
    await page.evaluate(() => /** @type {any} */ (window).__TAURI__.core.invoke('call', { name: '$goOn', request: { part: 0.25, left: 'about 20 seconds left' } }));
    await page.locator('[data-part="import-progress"]').getByText('about 20 seconds left').waitFor();
  }],
  ['today, measured beside felt', 'measured', async () => {}],
  ['trends, felt and measured night by night', 'measured', async (page) => {
    await goTo(page, 'trends');
    await page.locator('[data-part="device-felt"] summary').click();
    await page.locator('[data-part="device-felt"] tbody').waitFor();
  }],
  ['history, where the day came from', 'measured', async (page) => {
    await page.locator('[data-act="history"]').click();
    await page.locator('[data-part="came-from-list"] li').waitFor();
  }],
  ['data, the columns of a table', 'pick=/home/robin/mine.csv', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-act="pick"]').click();
    await page.locator('dialog.columns').waitFor();
  }],
  ['today, what else is asked', 'track=full&entries', async (page) => {
    await page.locator('.asked-pains .unfolds:visible').click();
    await page.locator('[data-part="morning"] .asked-pains wane-scale').first().locator('[data-step="4"]').click();
    await page.locator('[data-part="morning"] [data-part="factors"] [data-step="1"]').first().click();
  }],
  ['today, evening, what else is asked', 'track=few&part=evening', async () => {}],
  ['today, a nap', 'entries', async (page) => {
    await page.locator('[data-add="nap"]').click();
    await page.locator('.entry-form').waitFor();
  }],
  ['today, a medicine, and a note begun', 'track=few', async (page) => {
    await page.locator('[data-add="note"]').click();
    await page.locator('.entry-form textarea').fill('New pillow');
    await page.locator('[data-add="medicine"]').click();
    await page.locator('.rows .begun').waitFor();
  }],
  ['today, an entry removed', 'entries', async (page) => {
    await page.locator('[data-do="remove"]').first().click();
    await page.locator('[data-part="entries-status"] button').waitFor();
  }],
  ['what I track', 'track=full', async (page) => {
    await page.locator('.asked-link a').click();
    await page.locator('[data-list="medicines"] summary').click();
  }],
  ['what I track, empty', '', async (page) => {
    await page.locator('.asked-link a').click();
    await page.locator('[data-list="pains"] [data-part="add"]').waitFor();
  }],
  ['what I track, the body map', 'track=few', async (page) => {
    await page.locator('.asked-link a').click();
    await page.locator('[data-list="pains"] [data-do="edit"]').first().click();
    await page.locator('wane-body-map [role="listbox"]').focus();
  }],
  ['what I track, a factor and a number', 'track=few', async (page) => {
    await page.locator('.asked-link a').click();
    await page.locator('[data-list="anchors"] [data-part="add"]').click();
    await page.locator('[data-list="factors"] [data-part="add"]').click();
    await page.locator('[data-list="factors"] [data-value="number"]').click();
    await page.locator('[data-list="factors"] button[type="submit"]').click();
    await page.locator('[data-list="factors"] .trouble span').waitFor();
  }],
  ['today, what was noted at night', 'noted=2', async (page) => {
    await page.locator('[data-part="noted"] button').first().waitFor();
  }],
  ['today, the day of a noted awakening', 'noted=2', async (page) => {
    await page.keyboard.press('-');
    await page.locator('[data-kind="awakening"]').waitFor();
  }],
  ['today, a card is offered', 'offers', async (page) => {
    await page.locator('[data-part="offer"] button').first().waitFor();
  }],
  ['learn', 'read', async (page) => {
    await goTo(page, 'learn');
    await page.locator('.learn-scale summary').click();
  }],
  ['learn, a card', '', async (page) => {
    await goTo(page, 'learn');
    await page.locator('[data-card="myths"]').click();
    await page.locator('.learn-article').waitFor();
    await page.locator('[data-act="mark"]').click();
    await page.locator('[data-part="status"] button').waitFor();
  }],
  ['help now', 'own', async (page) => {
    await page.locator('[data-help-foot] [data-go="help-now"]').click();
    await page.locator('[data-do="add"]').click();
    await page.locator('.help-page form').waitFor();
  }],
  ['when to seek care', '', async (page) => {
    await goTo(page, 'settings');
    await page.locator('[data-go="care"]').click();
    await page.locator('.care-signs').first().waitFor();
  }],
  ['today, worries are back', 'back=2', async (page) => {
    await page.locator('[data-part="worries"] a').waitFor();
  }],
  ['wind-down', '', async (page) => {
    await goTo(page, 'wind-down');
    await page.locator('.wind-down-blocks li').first().waitFor();
  }],
  ['wind-down, blocks, worries that are back', 'blocks=full&back=2&away=2&done', async (page) => {
    await goTo(page, 'wind-down');
    await page.locator('[data-act="edit"]').click();
    await page.getByRole('button', { name: /Plan a step/ }).first().click();
    await page.locator('.worry-step input').waitFor();
  }],
  ...['worries', 'stretching', 'breathing', 'body-scan', 'muscles'].map((kind) => /** @type {[string, string, (page: Page) => Promise<unknown>]} */ ([`wind-down under way: ${kind}`, `evening=${kind}`, async (page) => {
    await page.keyboard.press('w');
    await page.locator('.stage-current').waitFor();
  }])),
  ['wind-down, paused', 'evening=paused', (page) => goTo(page, 'wind-down')],
  ['wind-down, over', 'evening=quiet', async (page) => {
    await page.keyboard.press('w');
    await page.locator('[data-stage="finish"]').click();
    await page.locator('.stage-over').waitFor();
  }],
  ['breathing, with holds', 'breath=box', async (page) => {
    await goTo(page, 'wind-down');
    await page.locator('[data-go="breathing"]').click();
    await page.locator('[data-part="caution"]').waitFor();
  }],
  ['breathing, a pace of one’s own', 'breath=own', async (page) => {
    await goTo(page, 'wind-down');
    await page.locator('[data-go="breathing"]').click();
    await page.locator('[data-act="find"]').click();
  }],
  ['movement', 'move=full', (page) => goTo(page, 'movement')],
  ['movement, empty, and trouble', 'move=none&fail=save_dose', async (page) => {
    await goTo(page, 'movement');
    await page.locator('[data-part="form"] button[type="submit"]').click();
    await page.locator('#movement-log .trouble span').waitFor();
  }],
  ['movement, library', '', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-library').click();
    await page.locator('[data-code="bridge"] .opens').click();
    await page.locator('[data-code="bridge"] [data-act="aside"]').click();
    await page.locator('[data-code="head-turn"] .opens').click();
    await page.locator('[data-part="aside"] summary').click();
  }],
  ['movement, routines', 'move=full', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-routines').click();
    await page.locator('[data-key="own-1"]').waitFor();
  }],
  ['movement, a routine made', 'move=full', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-routines').click();
    await page.locator('[data-key="own-1"] [data-act="edit"]').click();
    await page.locator('#routine-name').waitFor();
  }],
  ['movement, a routine played', '', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-routines').click();
    await page.locator('[data-key="at-the-desk"] [data-act="play"]').click();
    await page.locator('.player h3').waitFor();
  }],
  ['movement, a routine done', '', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-routines').click();
    await page.locator('[data-key="at-the-desk"] [data-act="play"]').click();
    for (let step = 0; step < 5; step += 1) await page.locator('.player [data-act="next"]').click();
    await page.locator('.player .status button').waitFor();
  }],
  ['movement, plan', 'ledger=asks', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-plan').click();
    await page.locator('[data-part="table-room"] summary').click();
    await page.locator('[data-do="add"]').click();
  }],
  ['movement, plan not begun', 'ledger=ready', async (page) => {
    await goTo(page, 'movement');
    await page.locator('#movement-tab-plan').click();
    await page.locator('[data-part="begin"] button').last().waitFor();
  }],
  ['flare plan', 'plan', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.locator('.flare-plan').waitFor();
  }],
  ['flare plan, writing', '', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.locator('[data-do="write"]').click();
    await page.locator('.flare-writing').waitFor();
  }],
  ['today, a flare', 'plan&flare=asks', async (page) => {
    await page.locator('[data-how="easing"]').click();
    await page.locator('.flare-now .note').getByText('easing').waitFor();
  }],
  ['today, a holiday', 'holiday', async (page) => {
    await page.locator('[data-flare="holiday_end"]').waitFor();
  }],
  ['settings', '', (page) => goTo(page, 'settings')],
  ['first run', 'state=first-run', async () => {}],
  ['recovery', 'recovery=backup', async () => {}],
  ['recovery, under way', 'recovery=backup&held=recover', async (page) => {
    await page.locator('[data-act="restore"]').click();
    await page.locator('.going').waitFor();
  }],
  ['search, nothing typed', '', async (page) => {
    await page.keyboard.press('/');
    await page.locator('dialog.search [data-part="status"]').getByText('Search everything').waitFor();
  }],
  ['search, a date and finds', 'many', async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('12 mar');
    await page.locator('.finds mark').first().waitFor();
  }],
  ['search, trouble', 'breaks=search:9', async (page) => {
    await page.keyboard.press('/');
    await page.locator('dialog.search [data-part="trouble"] span').waitFor();
  }],
  ['history', '', async (page) => {
    await page.locator('[data-act="previous"]').click();
    await page.locator('h1').getByText('13 March').waitFor();
    await page.locator('[data-act="history"]').click();
    await page.locator('.versions button').nth(2).click();
    await page.locator('.versions .status button').waitFor();
  }],
  ['history, empty', 'state=empty', async (page) => {
    await page.locator('[data-act="history"]').click();
    await page.getByText('Nothing was written for this day yet').waitFor();
  }],
  ['trash', '', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-go="trash"]').click();
    await page.locator('.kept button').first().click();
    await page.locator('[data-part="status"] button').waitFor();
  }],
  ['trash, empty', 'trash=none', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-go="trash"]').click();
    await page.locator('[data-part="teach"]').waitFor();
  }],
  ['backups, with reports and a plan', 'held=check', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-go="backups"]').click();
    await page.locator('[data-act="verify"]').first().click();
    await page.locator('[data-part="report"] summary').first().click();
    await page.locator('[data-act="check"]').click();
    await page.locator('[data-act="preview"]').nth(2).click();
    await page.locator('[data-part="plan-days-room"] summary').nth(2).click();
    await page.locator('.going').waitFor();
  }],
  ['backups, none', 'backups=none', async (page) => {
    await goTo(page, 'data');
    await page.locator('[data-go="backups"]').click();
    await page.locator('[data-act="backup"]').waitFor();
  }],
  ['keys', '', async (page) => {
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
  }],
  ['closing', '', async (page) => {
    await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('close-asked'));
    await page.locator('dialog[open]').waitFor();
  }],
];

/** The rules a theme cannot change are looked at once. @type {Record<string, object>} */
const RULES = {
  day: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast-enhanced': { enabled: true } } },
  evening: { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] } },
  contrast: { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] } },
};

/**
 * What the rules of accessibility have to say about the window as it stands.
 *
 * @param {Page} page
 * @param {string} theme
 * @returns {Promise<string[]>}
 */
function violations(page, theme) {
  return page.evaluate(async ([name, rules]) => {
    document.documentElement.dataset.theme = /** @type {string} */ (name);
    const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'], .../** @type {object} */ (rules) });
    return found.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.target.join(' ')).join(', ')}`);
  }, /** @type {const} */ ([theme, RULES[theme]]));
}

/** Targets that a sore hand would miss: under 44 px, or 48 in a check-in. @param {Page} page */
function smallTargets(page) {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll('button, a[href], input, textarea, summary, [role="option"]')].filter((element) => element.checkVisibility());
    return targets.flatMap((element) => {
      // A tick box is hit together with its words.
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const least = element.closest('wane-scale, wane-time, wane-minutes, wane-number') || element.matches('.primary') ? 48 : 44;
      const said = `${element.getAttribute('data-act') ?? element.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`;
      return box.height < least - 0.5 || box.width < 43.5 ? [said] : [];
    });
  });
}

/** What makes the page scroll sideways. @param {Page} page */
function tooWide(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !element.closest('.table-room'))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`)
      .slice(0, 5);
  });
}

for (const [name, query, prepare] of PICTURES) {
  test(`${name}: legible, reachable, and never too wide`, async () => {
    const page = await browser.open(query);
    await prepare(page);
    await page.evaluate(axe);
    for (const theme of Object.keys(RULES)) assert.deepEqual(await violations(page, theme), [], `rules of accessibility, ${theme}`);
    for (const [scale, widths] of /** @type {const} */ ([[1, [320, 400, 640, 900, 1600]], [2, [400, 900, 1600]]])) {
      await page.evaluate((size) => document.documentElement.style.setProperty('--text-scale', String(size)), scale);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await tooWide(page), [], `scrolls sideways at ${width} px and ${scale * 100} % text`);
        if (width === 400) assert.deepEqual(await smallTargets(page), [], `too small to hit at ${scale * 100} % text`);
      }
    }
    await page.close();
  });
}

test('the gate is not asleep', async () => {
  const page = await browser.open('');
  await page.evaluate(axe);
  await page.evaluate(() => {
    const button = document.createElement('button');
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.color = '#666';
    button.style.minHeight = '20px';
    document.querySelector('main')?.append(button, faint);
  });
  const found = (await violations(page, 'day')).join('\n');
  assert.match(found, /button-name/, 'a button without a name is noticed');
  assert.match(found, /color-contrast-enhanced/, 'and so are faint words');
  assert.equal((await smallTargets(page)).length, 1, 'and a small target');
  await page.close();
});

test('the focus is always to be seen', async () => {
  const page = await browser.open('');
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nothing';
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 ? '' : focused.outerHTML.slice(0, 80);
    });
    if (seen === 'nothing') break;
    assert.equal(seen, '', 'this has the focus and does not show it');
  }
  await page.close();
});
