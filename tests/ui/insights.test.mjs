// Insights: every verdict is a finished state, everything is said in words, and every finding opens down to the day.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** @param {Page} page @param {string} part */
const words = async (page, part) => ((await page.locator(`[data-part="${part}"]`).textContent()) ?? '').replace(/\s+/g, ' ');

for (const [tier, verdict, detail] of [
  ['clear', 'Clear pattern', '1.1 points higher'],
  ['hint', 'Early hint', 'may well disappear'],
  ['little', 'Probably little difference', 'about the same'],
  ['cant_tell', 'Can’t tell yet', 'would have shown'],
  ['not_enough', 'Not enough yet', '17 of 28 pairs of days'],
]) {
  inWindow(`${tier}: verdict, sentence and facts are words, and the arrows are for the eye alone`, `insights=${tier}`, async (page) => {
    await goTo(page, 'insights');
    const said = await words(page, 'forward');
    for (const part of [verdict, detail, 'pairs of days used']) assert.ok(said.includes(part), `${part}: ${said}`);
    assert.equal(await page.locator('[data-part="figure"]').getAttribute('aria-hidden'), 'true');
    assert.equal(await page.locator('.two-arrows svg.arrow').count(), 2);
    for (const arrow of await page.locator('.two-arrows > .between > svg.arrow').all()) {
      const box = await arrow.boundingBox();
      assert.ok(box && box.width > 60, `an arrow has room (${box?.width})`);
    }
  });
}

inWindow('a larger effect is a thicker arrow, and more doubt more haze', 'insights=clear', async (page) => {
  const widths = async (/** @type {string} */ tier) => {
    await page.goto(`${new URL(page.url()).origin}/?insights=${tier}#insights`);
    await page.locator('[data-room] h1').waitFor();
    await goTo(page, 'insights');
    const of = async (/** @type {string} */ kind) => Number(await page.locator(`.between > svg.arrow .${kind}`).first().getAttribute('stroke-width'));
    return { shaft: await of('shaft'), haze: await of('haze') };
  };
  const [clear, hint, open] = [await widths('clear'), await widths('hint'), await widths('cant_tell')];
  assert.ok(clear.shaft > hint.shaft && hint.shaft > open.shaft, JSON.stringify({ clear, hint, open }));
  assert.ok(open.haze - open.shaft > hint.haze - hint.shaft && hint.haze - hint.shaft > clear.haze - clear.shaft, JSON.stringify({ clear, hint, open }));
});

inWindow('a finding opens to its formula, its numbers and its days by keyboard, and a day leads to that day', '', async (page) => {
  await goTo(page, 'insights');
  assert.equal((await asked(page, 'insight_detail')).length, 0, 'nothing is worked out before somebody asks');
  const forward = page.locator('[data-part="forward"]');
  await forward.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await forward.getByText('What counts is b.').waitFor();
  const request = await untilAsked(page, 'insight_detail');
  assert.deepEqual(request, { range: 'all', leave_out_recalled: false, key: { family: 'forward', at: 0 } });
  for (const part of ['Difference for one unit', '42 days used', 'No evening pain written: 3']) await forward.getByText(part).waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /42 days used/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await forward.locator('[data-day]').first().waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Open 5 January 2026');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="greeting"]').getByText('5 January').waitFor();
  assert.equal((await untilAsked(page, 'today')).date, '2026-01-05');
});

inWindow('what could not be worked out is said, and tried again at the next unfolding', 'fail=insight_detail', async (page) => {
  await goTo(page, 'insights');
  const summary = page.locator('[data-part="forward"] summary').first();
  await summary.click();
  await page.locator('[data-part="forward"] .explained').getByText('disk is full').waitFor();
  await summary.click();
  await summary.click();
  await untilAsked(page, 'insight_detail', 2);
});

inWindow('a stretch is chosen by arrow key and says what choosing does; recalled entries can be left out', '', async (page) => {
  await goTo(page, 'insights');
  await page.locator('[data-range="all"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-part="range-note"]').getByText('chance').waitFor();
  assert.equal((await untilAsked(page, 'insights', 2)).range, 'year');
  assert.equal(await focused(page), 'The last year');
  await page.locator('[data-part="recalled"]').check();
  assert.deepEqual(await untilAsked(page, 'insights', 3), { range: 'year', leave_out_recalled: true });
  await page.locator('[data-range="all"]').click();
  await page.locator('[data-part="recalled"]').uncheck();
  await untilAsked(page, 'insights', 5);
});

inWindow('it says when it was looked at and when next; the weekday is the person’s own', '', async (page) => {
  await goTo(page, 'insights');
  assert.match(await words(page, 'as-of'), /Looked at on Mon 9 March/);
  assert.match(await words(page, 'next'), /next look is on Mon 16 March/);
  await page.locator('[data-part="weekday"]').selectOption('4');
  assert.deepEqual(await untilAsked(page, 'set_weekly_look'), { weekday: 4 });
  assert.equal((await asked(page, 'insights')).length, 1, 'and brings no new look');
});

inWindow('the week can be skipped and brought back, with the focus where the button was', '', async (page) => {
  await goTo(page, 'insights');
  const week = page.locator('[data-part="look-back"]');
  await week.getByText('Falling asleep took less time').waitFor();
  await week.getByRole('button', { name: 'Skip this week' }).press('Enter');
  await week.getByText('Skipped for this week').waitFor();
  assert.equal(await focused(page), 'Show it');
  await page.keyboard.press('Enter');
  await week.getByText('Your time of waking stayed as it was').waitFor();
  assert.doesNotMatch(await words(page, 'look-back'), /\d/, 'without a number');
});

inWindow('an empty diary is invited to write, with nothing else to look at', 'state=empty&insights=empty', async (page) => {
  await goTo(page, 'insights');
  await page.getByText('Once a few weeks are written').waitFor();
  for (const part of ['arrows', 'skipped', 'limits', 'look', 'look-back', 'tools']) assert.ok(await page.locator(`[data-part="${part}"]`).isHidden(), part);
  await page.getByRole('link', { name: 'Write down this morning' }).click();
  await page.locator('[data-act="save"]').waitFor();
});

inWindow('its key is the third of the rail; consistency leads to its chart in Trends', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await page.locator('h1').getByText('Insights').waitFor();
  await page.locator('[data-act="consistency"]').click();
  await page.locator('.rail [data-view="trends"][aria-current="page"]').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-chart="consistency"]'));
});

inWindow('trouble is said where it was tried, and what was there stays', 'fail=set_weekly_look', async (page) => {
  await goTo(page, 'insights');
  await page.locator('[data-part="weekday"]').selectOption('4');
  await page.locator('[data-part="trouble"]').getByText('disk is full').waitFor();
  assert.equal(await page.locator('[data-part="weekday"]').inputValue(), '0');
});

inWindow('on the day of the look the week stands on Today as well, and can be skipped there', 'week=today', async (page) => {
  const week = page.locator('[data-part="look-back"]');
  await week.getByText('A good thing').waitFor();
  assert.deepEqual(await untilAsked(page, 'look_back'), { only_on_its_day: true });
  await week.getByRole('button', { name: 'Skip this week' }).click();
  await week.getByText('Skipped for this week').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-act="previous"]').click();
  await page.locator('h1').getByText('13 March').waitFor();
  assert.ok(await week.isHidden(), 'it belongs to the present day');
  await page.locator('[data-act="to-today"]').click();
  await week.getByRole('link', { name: 'See Insights' }).click();
  await page.locator('.rail [data-view="insights"][aria-current="page"]').waitFor();
});

inWindow('on any other day Today says nothing of the week', '', async (page) => {
  await untilAsked(page, 'plan');
  assert.ok(await page.locator('[data-part="look-back"]').isHidden());
  assert.equal((await asked(page, 'look_back')).length, 0, 'and nothing is worked out for it');
});
