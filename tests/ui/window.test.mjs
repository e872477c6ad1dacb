// The window under the hands of somebody: mostly the keyboard.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { inWindow } from './in-window.mjs';

const status = (/** @type {import('playwright-core').Page} */ page) => page.locator('[data-part="status"]');

inWindow('an ordinary morning takes three keys', '', async (page) => {
  for (const key of ['4', '3', 'Enter']) await page.keyboard.press(key);
  const saved = await untilAsked(page, 'save_morning');
  assert.equal(saved.quality, 4, 'the first digit says how the night was');
  assert.equal(saved.pain, 3, 'the second says the pain on waking');
  assert.equal(saved.night.bed, '23:05', 'Enter confirms the usual times');
  assert.equal(saved.night.out_of_bed, '07:10', 'all of them');
  await status(page).getByText('Saved').waitFor();
  assert.equal((await asked(page, 'save_morning')).length, 1, 'one change, and so one undo');
});

inWindow('an answer is saved at once, and suggested times are not', '', async (page) => {
  await page.keyboard.press('2');
  const saved = await untilAsked(page, 'save_morning');
  assert.equal(saved.quality, 2, 'what was answered');
  assert.equal(saved.pain, null, 'what was not answered is missing');
  assert.deepEqual(Object.values(saved.night).filter((value) => value !== null && !Array.isArray(value)), [], 'no time was said');
  await page.locator('wane-time[name="bed"][suggested]').waitFor();
});

inWindow('digits go through the questions in order, answered or not', '', async (page) => {
  for (const key of ['4', '3', 'Enter']) await page.keyboard.press(key);
  await status(page).getByText('Saved').waitFor();
  for (const key of ['n', '2', '6', 'Enter']) await page.keyboard.press(key);
  await untilAsked(page, 'save_morning', 2);
  const saved = (await asked(page, 'save_morning')).at(-1)?.request;
  assert.deepEqual([saved.quality, saved.pain], [2, 6], 'both answers were replaced');
  assert.equal(await page.locator('.rail [data-view="today"][aria-current="page"]').count(), 1, 'and no digit led away');
});

inWindow('ten is typed as one and zero', '', async (page) => {
  for (const key of ['3', '1', '0', 'Enter']) await page.keyboard.press(key);
  assert.equal((await untilAsked(page, 'save_morning')).pain, 10, 'one, then zero at once');
});

inWindow('one stays one when nothing follows', '', async (page) => {
  for (const key of ['3', '1', 'Enter']) await page.keyboard.press(key);
  assert.equal((await untilAsked(page, 'save_morning')).pain, 1, 'Enter does not wait for a zero');
});

inWindow('a scale starts without an answer and gives one back', '', async (page) => {
  assert.equal(await page.locator('[role="radio"][aria-checked="true"]:visible').count(), 0, 'nothing is chosen at first');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  const saved = await untilAsked(page, 'save_morning');
  assert.equal(saved.quality, null, 'Delete takes the answer back');
});

inWindow('a changed time is saved without the rest, and what follows from it moves along', '', async (page) => {
  await page.locator('wane-time[name="bed"] input').fill('0030');
  await page.keyboard.press('Tab');
  const saved = await untilAsked(page, 'save_morning');
  assert.equal(saved.night.bed, '00:30', 'the time that was typed');
  assert.equal(saved.night.out_of_bed, null, 'and no other');
  const preview = await untilAsked(page, 'preview_night');
  assert.deepEqual(preview.touched, ['bed'], 'the diary is told what was said');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('wane-time[name="lights_out"]')).value === '00:35');
});

inWindow('saving waits for the suggestions to follow', '', async (page) => {
  await page.locator('wane-time[name="bed"] input').fill('0030');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.some((/** @type {any} */ call) => call.name === 'save_morning' && call.request.night.out_of_bed));
  const saved = (await asked(page, 'save_morning')).at(-1)?.request;
  assert.equal(saved.night.lights_out, '00:35', 'no stale time is confirmed unseen');
});

inWindow('a time that cannot be read is never saved and never blocks', '', async (page) => {
  await page.locator('wane-time[name="bed"] input').fill('soon');
  await page.keyboard.press('Tab');
  await page.locator('wane-time[name="bed"] input[aria-invalid="true"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').click();
  assert.equal((await untilAsked(page, 'save_morning')).night.bed, '23:05', 'the time stays as it was');
});

inWindow('arrow keys move a time by five minutes', '', async (page) => {
  await page.locator('wane-time[name="out_of_bed"] input').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal((await untilAsked(page, 'save_morning')).night.out_of_bed, '07:20', 'twice up');
});

inWindow('on the night the clock went back the second reading can be said', 'fold', async (page) => {
  await page.locator('wane-time[name="bed"] input').fill('0130');
  await page.locator('[data-part="second-readings"] input').check();
  await page.locator('[data-act="save"]').click();
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.some((/** @type {any} */ call) => call.name === 'save_morning' && call.request.night.second_reading[0] === 'bed'));
});

inWindow('undo and redo go by keys, and the day shows it', '', async (page) => {
  for (const key of ['4', '3', 'Enter']) await page.keyboard.press(key);
  await status(page).getByText('Saved').waitFor();
  await page.keyboard.press('Control+z');
  await status(page).getByText('Taken back').waitFor();
  assert.equal(await page.locator('wane-scale[name="quality"] [aria-checked="true"]').count(), 0, 'the answer is gone');
  await page.keyboard.press('Control+Shift+z');
  await page.locator('wane-scale[name="quality"] [aria-checked="true"]').waitFor();
});

inWindow('undo right after an answer takes that answer back', '', async (page) => {
  await page.keyboard.press('4');
  await page.keyboard.press('Control+z');
  await status(page).getByText('Taken back').waitFor();
  const order = (await asked(page)).map(({ name }) => name).filter((name) => name === 'save_morning' || name === 'undo');
  assert.deepEqual(order, ['save_morning', 'undo'], 'first saved, then taken back');
});

inWindow('one key marks a rough day and takes the mark back', '', async (page) => {
  await page.keyboard.press('r');
  await page.locator('[data-act="rough"][aria-pressed="true"]').waitFor();
  await page.keyboard.press('r');
  await page.locator('[data-act="rough"][aria-pressed="false"]').waitFor();
});

inWindow('no single key fires while somebody types', 'part=evening', async (page) => {
  await page.locator('#mattered').fill('');
  await page.locator('#mattered').pressSequentially('1 run, not 2?');
  const saved = await untilAsked(page, 'save_evening');
  assert.equal(saved.mattered, '1 run, not 2?', 'every letter is a letter');
  assert.equal((await asked(page, 'mark_rough')).length, 0, 'r is a letter too');
  assert.equal(await page.locator('dialog').count(), 0, 'and so is ?');
});

inWindow('an evening by keyboard', 'part=evening', async (page) => {
  for (const key of ['5', '2']) await page.keyboard.press(key);
  await page.keyboard.type('Walked to the river');
  await page.keyboard.press('Enter');
  await status(page).getByText('Saved').waitFor();
  const saved = (await asked(page, 'save_evening')).at(-1)?.request;
  assert.deepEqual([saved.pain, saved.arousal, saved.mattered], [5, 2, 'Walked to the river'], 'all three questions');
  assert.equal(saved.movement_min, null, 'and nothing else');
});

inWindow('digits are views once no question has the focus', '', async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await page.locator('.rail [data-view="trends"][aria-current="page"]').waitFor();
  assert.equal((await asked(page, 'save_morning')).length, 0, 'nothing was answered');
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
});

inWindow('n goes to the first open question from anywhere', '', async (page) => {
  await page.keyboard.press('4');
  await goTo(page, 'plan');
  await page.keyboard.press('n');
  await page.locator('wane-scale[name="pain"] button:focus').waitFor();
});

inWindow('leaving a view saves what was waiting', '', async (page) => {
  await page.keyboard.press('5');
  await goTo(page, 'trends');
  assert.equal((await asked(page, 'save_morning')).at(-1)?.request.quality, 5, 'before the next view was shown');
});

inWindow('what could not be saved is said in place, and the answers stay', 'fail=save_morning', async (page) => {
  for (const key of ['4', '3', 'Enter']) await page.keyboard.press(key);
  await page.locator('[data-part="trouble"]').getByText('disk is full').waitFor();
  assert.equal(await page.locator('wane-scale[name="quality"] [aria-checked="true"]').textContent(), 'good', 'the answer still stands there');
});

inWindow('the month is walked by keyboard', '', async (page) => {
  await page.locator('[data-act="calendar"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('wane-month td button:focus').waitFor();
  for (const key of ['ArrowLeft', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.locator('[data-part="date"]').getByText('Friday, 6 March').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('wane-month td button:focus').waitFor();
  await page.keyboard.press('PageUp');
  await page.locator('wane-month').getByText('February 2026').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('wane-month').count(), 0, 'Escape puts it away');
  assert.equal(await page.locator('[data-act="calendar"]:focus').count(), 1, 'and the focus is where it was');
});

inWindow('two charts read the same day, and Enter opens it', '', async (page) => {
  await goTo(page, 'trends');
  const [trend, raster] = ['trend', 'raster'].map((name) => page.locator(`wane-chart[name="${name}"]`));
  await trend?.locator('.drawing svg').waitFor();
  await trend?.locator('.reader').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const day = 'Sunday, 1 February';
  await raster?.locator('.reading').getByText(day).waitFor();
  assert.match((await trend?.locator('.reader').getAttribute('aria-valuetext')) ?? '', new RegExp(day), 'a screen reader hears the day');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="date"]').getByText(day).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="trends"][aria-current="page"]').waitFor();
});

inWindow('the pointer reads days side by side and days below one another', '', async (page) => {
  await goTo(page, 'trends');
  const [trend, raster] = ['trend', 'raster'].map((name) => page.locator(`wane-chart[name="${name}"] .reader`));
  await page.locator('wane-chart[name="raster"] .drawing svg').waitFor();
  const [wide, tall] = [await trend?.boundingBox(), await raster?.boundingBox()];
  await trend?.hover({ position: { x: (wide?.width ?? 0) - 16, y: 5 } });
  await page.locator('wane-chart[name="raster"] .reading').getByText('Friday, 13 March').waitFor();
  await raster?.hover({ position: { x: 5, y: (tall?.height ?? 0) - 16 } });
  await page.locator('wane-chart[name="trend"] .reading').getByText('Friday, 13 March').waitFor();
  assert.equal(await raster?.getAttribute('aria-orientation'), 'vertical', 'rows are read downwards');
});

inWindow('a press into a time selects it, so that typing replaces it', '', async (page) => {
  await page.locator('wane-time[name="bed"] input').click();
  await page.keyboard.type('0045');
  assert.equal(await page.locator('wane-time[name="bed"] input').inputValue(), '0045', 'nothing of the old time is left');
});

inWindow('a chart is a table too', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('wane-chart[name="trend"] .drawing svg').waitFor();
  await page.keyboard.press('t');
  const table = page.locator('wane-chart[name="trend"] table');
  assert.equal(await table.locator('tbody tr').count(), 42, 'a row for each day');
  assert.equal(await table.locator('[aria-label="no entry"]').first().isVisible(), true, 'a gap is a gap');
  await page.keyboard.press('t');
  await page.locator('wane-chart[name="trend"] .drawing svg').waitFor();
});

inWindow('the old picture stays until the new one is there, and small changes of width draw nothing', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('wane-chart[name="raster"] .drawing svg').waitFor();
  const drawn = (await asked(page, 'chart')).length;
  await page.evaluate(() => {
    const drawing = /** @type {Element} */ (document.querySelector('wane-chart[name="trend"] .drawing'));
    Object.assign(window, { emptied: false });
    new MutationObserver(() => Object.assign(window, { emptied: /** @type {any} */ (window).emptied || !drawing.querySelector('svg') })).observe(drawing, { childList: true });
  });
  await page.setViewportSize({ width: 1276, height: 900 });
  await page.waitForTimeout(250);
  assert.equal((await asked(page, 'chart')).length, drawn, 'four pixels are no reason to draw');
  await page.setViewportSize({ width: 1000, height: 900 });
  await untilAsked(page, 'chart', drawn + 2);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).emptied), false, 'there was a picture at every moment');
});

inWindow('charts wear the theme and the text size', 'theme=evening&scale=1.5', async (page) => {
  await goTo(page, 'trends');
  const request = await untilAsked(page, 'chart');
  assert.deepEqual([request.theme, request.text_scale], ['evening', 1.5], 'as the window does');
});

inWindow('without a visit "since last visit" offers to mark one', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('[data-range="since-visit"]').click();
  await page.locator('[data-act="empty"]').click();
  await untilAsked(page, 'mark_visit');
  await page.locator('wane-chart[name="trend"] .drawing svg').waitFor();
});

inWindow('comparing shows what differs', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('[data-act="compare"]').click();
  const compared = page.locator('wane-chart[name="comparison"]');
  await compared.locator('.sentence').getByText('Pain on waking').waitFor();
  await compared.locator('.drawing svg').waitFor();
  await page.locator('[data-act="compare"]').click();
  await compared.waitFor({ state: 'hidden' });
});

inWindow('every further chart has its card, and all read one day', '', async (page) => {
  await goTo(page, 'trends');
  for (const name of ['regularity', 'consistency', 'scatter', 'calendar', 'weekdays']) {
    await page.locator(`wane-chart[name="${name}"] .drawing svg`).waitFor();
    assert.ok(await page.locator(`wane-chart[name="${name}"]`).getAttribute('labelled-by'), `${name} has a name`);
  }
  await page.locator('wane-chart[name="trend"] .reader').focus();
  await page.keyboard.press('Home');
  await page.locator('wane-chart[name="consistency"] .reading').getByText('Saturday, 31 January').waitFor();
});

inWindow('a picture is saved, and that is said beside it', '', async (page) => {
  await goTo(page, 'trends');
  const raster = page.locator('wane-chart[name="raster"]');
  await raster.locator('.drawing svg').waitFor();
  await raster.locator('.keep summary').focus();
  await page.keyboard.press('Enter');
  await raster.getByRole('button', { name: 'Save picture' }).focus();
  await page.keyboard.press('Enter');
  const request = await untilAsked(page, 'save_chart');
  assert.deepEqual([request.name, request.range], ['raster', 'six-weeks'], 'that picture, of those days');
  await raster.getByRole('status').getByText('Saved as wane-raster.png').waitFor();
});

inWindow('what the trend and the calendar show is chosen by keyboard', '', async (page) => {
  await goTo(page, 'trends');
  await page.locator('wane-chart[name="calendar"] .drawing svg').waitFor();
  await page.locator('[data-part="panel-room"] summary').focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: 'Quality' });
  await box.focus();
  await page.keyboard.press('Space');
  const chosen = async (/** @type {(request: any) => boolean} */ is) => {
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await asked(page, 'chart')).some(({ request }) => is(request))) return;
      await page.waitForTimeout(40);
    }
    assert.fail('it was not asked for');
  };
  await chosen(({ name, panels }) => name === 'trend' && panels.join() === 'asleep,quality,pain-morning,pain-evening');
  assert.ok(await box.evaluate((element) => element === document.activeElement), 'the focus stays');
  await page.getByRole('radio', { name: 'Pain on waking' }).focus();
  await page.keyboard.press('ArrowRight');
  await chosen(({ name, measure }) => name === 'calendar' && measure === 'pain-evening');
});

inWindow('closing asks once, and the answer is kept', '', async (page) => {
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('close-asked'));
  await page.locator('dialog [data-answer="stay"]').click();
  await untilAsked(page, 'close_window');
  assert.equal((await asked(page, 'save_settings')).at(-1)?.request.on_close, 'stay', 'it is not asked again');
});

inWindow('the question about closing can be put away', '', async (page) => {
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('close-asked'));
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  const names = (await asked(page)).map(({ name }) => name);
  assert.ok(!names.includes('quit') && !names.includes('close_window'), 'the window stays');
});

inWindow('every key is listed', '', async (page) => {
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  assert.ok((await page.locator('dialog dt').count()) >= 10, 'one line for each');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

inWindow('the first run takes three answers or none', 'state=first-run', async (page) => {
  assert.equal(await page.locator('.rail').isVisible(), false, 'nothing else is on the page');
  await page.locator('wane-time[name="bed"] input').fill('10:30pm');
  await page.locator('input[name="light"]').uncheck();
  await page.locator('button[type="submit"]').click();
  const answers = await untilAsked(page, 'first_run');
  assert.deepEqual(answers, { bed: '22:30', rise: null, remind_wind_down: true, remind_light: false, sample: false }, 'as answered');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
});

inWindow('the sample year goes with one click', 'state=sample', async (page) => {
  await page.locator('[data-act="sample-remove"]').click();
  await untilAsked(page, 'sample_remove');
  await page.locator('[data-sample]').waitFor({ state: 'hidden' });
});

inWindow('an import is looked at before it is made, and can be taken back', '', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').click();
  await page.locator('[data-part="found"]').getByText('31, from 1 February').waitFor();
  assert.equal((await asked(page, 'import_apply')).length, 0, 'nothing is written yet');
  await page.locator('[data-act="import"]').click();
  await page.locator('[data-part="import-status"]').getByText('28 nights').waitFor();
  await page.locator('[data-part="import-status"] button').click();
  assert.equal((await untilAsked(page, 'import_undo')).id, 'c', 'the batch that was just made');
});

inWindow('targets are one time or seven', '', async (page) => {
  await goTo(page, 'plan');
  await page.locator('[data-part="targets"] wane-time[name="bed"] input').fill('22:45');
  await page.locator('[data-part="bed-differs"]').check();
  await page.locator('[data-part="bed-days"] wane-time input').nth(5).fill('23:30');
  await page.locator('[data-part="targets"] button[type="submit"]').click();
  const targets = await untilAsked(page, 'set_targets');
  assert.deepEqual(targets.bed, ['22:45', '22:45', '22:45', '22:45', '22:45', '23:30', '22:45'], 'Monday first');
});

inWindow('showing a reminder tells the truth', 'service=none', async (page) => {
  await goTo(page, 'plan');
  await page.locator('[data-act="test"]').click();
  await page.locator('[data-part="test-status"]').getByText('no notification service').waitFor();
});

inWindow('a missed reminder waits on Today and can be answered there', 'inbox', async (page) => {
  await page.locator('.inbox .strip').getByRole('button', { name: /Did it/ }).click();
  assert.equal((await untilAsked(page, 'reminder_done')).kind, 'morning-light', 'that one');
  await page.locator('.inbox').waitFor({ state: 'hidden' });
});

inWindow('settings are saved as they are chosen, and the theme is worn at once', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-choice="theme"] [data-value="contrast"]').click();
  await page.locator('html[data-theme="contrast"]').waitFor();
  await page.locator('[data-choice="text_scale"] [data-value="1.5"]').click();
  await untilAsked(page, 'save_settings', 2);
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  assert.equal(size, '24px', 'half as large again');
});

inWindow('a place is checked before it is sent', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('#place-lat').fill('91');
  await page.locator('#place-lon').fill('0');
  await page.locator('[data-part="place-form"] button[type="submit"]').click();
  await page.locator('[data-part="place-trouble"]').getByText('latitude').waitFor();
  await page.locator('#place-lat').fill('52,5');
  await page.locator('[data-part="place-form"] button[type="submit"]').click();
  assert.deepEqual((await untilAsked(page, 'save_settings')).place, { lat: 52.5, lon: 0 }, 'a comma is a point');
});

inWindow('the window says once that it has painted', '', async (page) => {
  await untilAsked(page, 'painted');
  await goTo(page, 'trends');
  await goTo(page, 'today');
  assert.equal((await asked(page, 'painted')).length, 1, 'once, after the first picture');
});

inWindow('a start asks one question and loads nothing that is not for Today', '', async (page) => {
  await untilAsked(page, 'painted');
  const names = (await asked(page)).map(({ name }) => name);
  assert.deepEqual(names.slice(0, names.indexOf('painted')), ['start'], 'one question before the first picture');
  await untilAsked(page, 'plan');
  assert.deepEqual((await asked(page)).map(({ name }) => name).filter((name) => name !== 'painted'), ['start', 'plan'], 'and one after it, about a pause');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  assert.ok(loaded.includes('/views/today.js'), 'Today is loaded');
  for (const later of ['trends', 'plan', 'data', 'settings', 'first-run', 'dialogs', 'search', 'history', 'trash', 'backups', 'recovery']) {
    assert.ok(!loaded.includes(`/views/${later}.js`), `${later} comes when it is asked for`);
  }
});

inWindow('a diary that cannot be opened says so, ready-made', '', async (page) => {
  const url = new URL('/', page.url()).href;
  await page.route(`${url}fake/host.mjs`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "window.__TAURI__ = { core: { invoke: () => Promise.reject({ code: 'in-use', message: 'Wane is already open.' }) } };" }),
  );
  await page.goto(url);
  await page.getByText('Wane is already open.').waitFor();
});

inWindow('a picture brings nothing into the page but itself', '', async (page) => {
  const left = await page.evaluate(async () => {
    const path = '/elements/drawing.js';
    const { drawing } = await import(path);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1" onload="window.fired = 1">
      <script>window.fired = 1</script><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="window.fired = 1"/></foreignObject>
      <a href="javascript:window.fired = 1"><text>x</text></a><style>* { fill: none }</style><image href="data:,x"/>
      <rect id="good" width="1" height="1" fill="url(#own)" style="fill: blue" onclick="window.fired = 1"/><use xlink:href="https://example.org/x#y"/>
      <circle r="1" fill="url(https://example.org/x)"/><animate attributeName="href" to="javascript:1"/></svg>`;
    const picture = drawing(svg);
    document.body.append(picture);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { markup: new XMLSerializer().serializeToString(picture), fired: 'fired' in window, bad: drawing('<p>no picture') };
  });
  assert.equal(left.fired, false, 'nothing ran');
  assert.equal(left.bad, null, 'what is no picture is left out');
  assert.match(left.markup, /id="good"[^>]*fill="url\(#own\)"/, 'the picture itself is whole');
  assert.doesNotMatch(left.markup, /script|foreignObject|javascript|onload|onclick|onerror|style|example\.org|<image|<a /, 'the rest is gone');
  // The policy had something to say while the picture was read; that is its part of the same work.
  page.complaints.length = 0;
});

inWindow('the content security policy holds against an inline script', '', async (page) => {
  const blocked = await page.evaluate(async () => {
    const said = new Promise((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
    const script = document.createElement('script');
    script.textContent = 'window.fired = 1';
    document.body.append(script);
    return { directive: await said, fired: 'fired' in window };
  });
  assert.equal(blocked.fired, false, 'it did not run');
  assert.match(String(blocked.directive), /script-src/, 'the policy stopped it');
  page.complaints.length = 0;
});
