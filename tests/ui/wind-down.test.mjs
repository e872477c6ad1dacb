// The wind-down: set up and run by keyboard alone, interrupted and gone on with; worries put away and given back.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** @param {Page} page */
async function open(page) {
  await page.keyboard.press('w');
  await page.locator('.wind-down').waitFor();
}

/** @param {Page} page */
const names = (page) => page.locator('.wind-down-blocks strong').allTextContents();

/** @param {Page} page @returns {Promise<any[]>} */
const acts = async (page) => (await asked(page, 'wind_down_act')).map(({ request }) => request.act);

/** @param {Page} page */
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);

inWindow('one key opens it, and Enter on Begin begins: a newcomer needs nothing else', 'theme=day', async (page) => {
  await open(page);
  assert.deepEqual(await names(page), ['Put worries away', 'Stretching', 'Breathing', 'Quiet'], 'a sequence is ready');
  await page.locator('[data-act="start"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.stage-current').waitFor();
  assert.equal(await theme(page), 'evening', 'it looks like evening');
  assert.equal(await page.locator('.rail').isVisible(), false, 'and nothing else is on the page');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA', 'one can write at once');
});

inWindow('the highest contrast stays what it is', 'theme=contrast&evening=quiet', async (page) => {
  await open(page);
  await page.locator('.stage-current').waitFor();
  assert.equal(await theme(page), 'contrast');
});

inWindow('a whole evening by keys: next, back, pause, go on, enough', '', async (page) => {
  await open(page);
  await page.locator('[data-act="start"]').press('Enter');
  const large = () => page.locator('.stage-current h2').textContent();
  await page.locator('[data-stage="next"]').press('Enter');
  await page.locator('.stage-current h2').getByText('Stretching').waitFor();
  assert.equal(await focused(page), 'Next', 'the focus stays on what moves on');
  await page.keyboard.press('Enter');
  await page.locator('wane-breath').waitFor();
  assert.equal(await page.locator('.stage-other').first().isVisible(), false, 'while breathing nothing else is on the page');
  await page.locator('[data-stage="back"]').press('Enter');
  await page.locator('.stage-current h2').getByText('Stretching').waitFor();
  await page.locator('[data-stage="pause"]').press('Enter');
  await page.getByText('It stands still').waitFor();
  assert.equal(await page.locator('[data-stage="pause"]').textContent(), 'Go on');
  await page.locator('[data-stage="pause"]').press('Enter');
  assert.equal(await large(), 'Stretching');
  await page.locator('[data-stage="finish"]').press('Enter');
  await page.locator('.stage-over').getByText('That was your wind-down').waitFor();
  assert.equal(await focused(page), 'Close');
  await page.keyboard.press('Enter');
  await page.locator('.wind-down-blocks').waitFor();
  assert.ok(await page.locator('.rail').isVisible(), 'the frame is back');
  assert.equal(await page.locator('[data-part="home"] [data-part="status"] button').textContent(), 'Undo', 'what was written down can be taken back');
});

inWindow('nothing counts seconds at anybody', 'evening=stretching', async (page) => {
  await open(page);
  await page.locator('.ring .filled').waitFor();
  const said = await page.locator('.stage').innerText();
  assert.doesNotMatch(said, /\d+\s*s\b|\d+:\d\d/, said);
});

inWindow('a block goes on by itself when it is over, and the last one ends gently', 'evening=stretching&speed=300', async (page) => {
  await open(page);
  await page.locator('wane-breath').waitFor({ timeout: 9000 });
  await page.locator('.stage-over').waitFor({ timeout: 15_000 });
  assert.ok((await acts(page)).every((act) => act === 'look'), 'nobody pressed anything');
});

inWindow('the diary is told that somebody is there, far more often than it needs', 'evening=quiet', async (page) => {
  await page.clock.install();
  await open(page);
  await page.locator('.stage-current').waitFor();
  await page.clock.runFor(65_000);
  const looks = (await acts(page)).filter((act) => act === 'look').length;
  assert.ok(looks >= 3 && looks <= 6, `${looks} in a good minute`);
});

inWindow('Escape leaves without loss: the evening stands still and can be gone on with or left', 'evening=stretching', async (page) => {
  await open(page);
  await page.locator('.stage-current').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-act="start"]').getByText('Go on where you left it').waitFor();
  assert.deepEqual(await acts(page), ['pause']);
  assert.equal(await theme(page), 'day', 'and the look of before');
  await page.locator('[data-act="start"]').press('Enter');
  await page.locator('.stage-current').waitFor();
  await page.keyboard.press('1');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
  assert.deepEqual(await acts(page), ['pause', 'start', 'pause'], 'going elsewhere pauses it too');
  await open(page);
  await page.locator('[data-act="end-here"]').click();
  await page.locator('[data-part="status"]').getByText('It is noted').waitFor();
});

inWindow('the reminder and the tray open it and it begins, from anywhere', 'theme=day', async (page) => {
  await goTo(page, 'trends');
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('open-view', 'wind-down'));
  await page.locator('.stage-current').waitFor();
  assert.deepEqual(await acts(page), ['start']);
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('open-view', 'wind-down'));
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.filter((/** @type {any} */ call) => call.name === 'wind_down_act' && call.request.act === 'start').length === 2);
  await page.locator('.stage-current').waitFor();
  assert.equal(await theme(page), 'evening', 'asked for twice it is still the same evening');
});

inWindow('blocks are changed by keys alone: minutes, order, removed, added', '', async (page) => {
  await open(page);
  await page.locator('[data-act="edit"]').press('Enter');
  const row = (/** @type {number} */ at) => page.locator(`.wind-down-blocks li[data-at="${at}"]`);
  await row(1).locator('[data-do="more"]').focus();
  await page.keyboard.press('+');
  assert.deepEqual((await untilAsked(page, 'save_wind_down')).blocks[1], { kind: 'stretching', minutes: 6 });
  await page.keyboard.press('-');
  await untilAsked(page, 'save_wind_down', 2);
  await page.keyboard.press('Alt+ArrowUp');
  await untilAsked(page, 'save_wind_down', 3);
  assert.deepEqual(await names(page), ['Stretching', 'Put worries away', 'Breathing', 'Quiet'], 'one up');
  await page.keyboard.press('Alt+ArrowDown');
  await untilAsked(page, 'save_wind_down', 4);
  assert.deepEqual(await names(page), ['Put worries away', 'Stretching', 'Breathing', 'Quiet'], 'and the focus went with it');
  await page.keyboard.press('Delete');
  await untilAsked(page, 'save_wind_down', 5);
  assert.deepEqual(await names(page), ['Put worries away', 'Breathing', 'Quiet']);
  await page.locator('[data-add="body-scan"]').press('Enter');
  const { blocks } = await untilAsked(page, 'save_wind_down', 6);
  assert.deepEqual(blocks.at(-1), { kind: 'body-scan', minutes: 10 });
  await page.locator('[data-act="reset"]').press('Enter');
  assert.deepEqual((await untilAsked(page, 'save_wind_down', 7)).blocks, [], 'the ready-made one again');
  assert.equal((await asked(page, 'today')).length, 0, 'plus and minus turned no day');
});

inWindow('what is no sequence is said, and shown as it was', 'blocks=full', async (page) => {
  await open(page);
  await page.locator('[data-act="edit"]').click();
  await page.locator('li[data-at="1"] [data-do="more"]').click();
  await page.locator('[data-part="trouble"]').getByText('up to 45 minutes').waitFor();
  assert.match(await page.locator('li[data-at="1"] .minutes').innerText(), /^5/, 'as the diary has it');
  assert.equal(await page.locator('[data-add]').count(), 0, 'eight blocks are enough');
});

inWindow('a step is shown one at a time, and a sore place can be moved on from', 'evening=body-scan', async (page) => {
  await open(page);
  const step = page.locator('[data-part="step"]');
  await step.getByText('Settle in').waitFor();
  await page.locator('[data-stage="pass"]').click();
  await step.getByText('left foot').waitFor();
  await page.locator('[data-stage="pass"]').click();
  await page.locator('[data-part="step-more"]').getByText('sore').waitFor();
});

inWindow('worries are put away line by line and are seen no more', '', async (page) => {
  await open(page);
  await page.locator('textarea').fill('The letter\n\nThe car');
  await page.locator('[data-part="park"] button[type="submit"]').press('Enter');
  assert.deepEqual(await untilAsked(page, 'park_worries'), { texts: ['The letter', '', 'The car'] });
  await page.getByText('2 things are put away').waitFor();
  assert.equal(await page.locator('textarea').inputValue(), '');
  assert.doesNotMatch(await page.locator('body').innerText(), /The letter/, 'out of sight');
});

inWindow('worries that could not be put away are still in the field', 'fail=park_worries', async (page) => {
  await open(page);
  await page.locator('textarea').fill('The letter');
  await page.locator('[data-part="park"] button[type="submit"]').click();
  await page.locator('[data-part="park"] .trouble').getByText('disk is full').waitFor();
  assert.equal(await page.locator('textarea').inputValue(), 'The letter');
  await page.keyboard.press('Escape');
  await goTo(page, 'trends');
  await open(page);
  assert.equal(await page.locator('textarea').inputValue(), 'The letter', 'also after another view');
});

inWindow('Today says that worries are back, and each is kept, planned or let go', 'back=3', async (page) => {
  await page.locator('[data-part="worries"]').getByText('3 things').waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /landlord/, 'Today names none of them');
  await page.locator('[data-part="worries"] a').click();
  const rows = page.locator('.worries li');
  await rows.first().waitFor();
  await rows.nth(0).getByRole('button', { name: /Keep/ }).press('Enter');
  await rows.nth(2).waitFor({ state: 'detached' });
  assert.deepEqual(await untilAsked(page, 'settle_worry'), { id: 'w0', way: 'keep', step: null });
  await rows.nth(0).getByRole('button', { name: /Plan/ }).press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="back"] .trouble').getByText('few words').waitFor();
  await page.keyboard.type('ring at ten');
  await page.keyboard.press('Enter');
  await rows.nth(1).waitFor({ state: 'detached' });
  assert.deepEqual((await asked(page, 'settle_worry')).at(-1)?.request, { id: 'w1', way: 'plan', step: 'ring at ten' });
  await rows.nth(0).getByRole('button', { name: /Let go/ }).press('Enter');
  await page.locator('[data-part="back"] .status').getByText('Let go').waitFor();
});

inWindow('what could not be done on the stage is said there, and the evening stays', 'evening=quiet&fail=wind_down_act', async (page) => {
  await open(page);
  await page.locator('[data-stage="next"]').click();
  await page.locator('.stage .trouble').getByText('disk is full').waitFor();
  assert.ok(await page.locator('.stage-current').isVisible());
});

inWindow('w is a letter where somebody types, and where single keys are off', 'part=evening', async (page) => {
  await page.locator('#mattered').click();
  await page.keyboard.type('walked');
  assert.equal(await page.locator('#mattered').inputValue(), 'walked');
  await page.locator('h1').click();
  await page.evaluate(async () => (await import(`${location.origin}/model/keys.js`)).useSingleKeys(false));
  await page.keyboard.press('w');
  assert.equal(await page.locator('.wind-down').count(), 0);
});

inWindow('a block of stretching can play a routine of one’s own, chosen by keys', '', async (page) => {
  await open(page);
  await page.locator('[data-act="edit"]').press('Enter');
  const choice = page.locator('[data-kind="stretching"] select');
  await choice.selectOption({ label: 'My own quarter hour' });
  const { blocks } = await untilAsked(page, 'save_wind_down');
  assert.deepEqual(blocks[1], { kind: 'stretching', minutes: 12, routine: 'r1' }, 'as long as it takes');
  await page.locator('[data-kind="stretching"] .note').getByText('My own quarter hour').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-do')), 'routine', 'the focus stays');
  await choice.selectOption({ label: 'A few ideas to choose from' });
  assert.equal((await untilAsked(page, 'save_wind_down', 2)).blocks[1].routine, undefined);
});

inWindow('the evening shows each movement with its drawing, passes over it, and leaves out what is not for one', 'plays=before-sleep', async (page) => {
  await open(page);
  await page.locator('[data-act="start"]').press('Enter');
  const what = page.locator('.stage-movement [data-part="step"]');
  await what.getByText('Shoulder rolls').waitFor();
  await page.locator('.stage-movement svg').first().waitFor();
  await page.locator('.stage-movement .steps-of').waitFor();
  await page.locator('[data-stage="pass"]').press('Enter');
  await what.getByText('Heel raises').waitFor();
  await page.locator('[data-stage="aside"]').press('Enter');
  await what.getByText('Legs up').waitFor();
  assert.deepEqual(await untilAsked(page, 'hide_movement'), { code: 'heel-raise', hidden: true });
  await page.locator('[data-stage="pause"]').press('Enter');
  await page.getByText('It stands still').waitFor();
  await page.locator('[data-stage="pause"]').press('Enter');
  await what.getByText('Legs up').waitFor();
});

inWindow('Movement says that a routine can be part of the evening, and leads there', '', async (page) => {
  await goTo(page, 'movement');
  await page.getByRole('tab', { name: 'Routines' }).click();
  await page.locator('[data-part="lists"] a[data-go="wind-down"]').click();
  await page.locator('.wind-down').waitFor();
});
