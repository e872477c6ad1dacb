// What the person has chosen to be asked, what a day holds beside its check-ins, and the view where both are changed.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const status = (/** @type {Page} */ page) => page.locator('[data-part="status"]').first();
const beside = (/** @type {Page} */ page) => page.locator('[data-part="entries-status"]');
const rows = (/** @type {Page} */ page) => page.locator('[data-part="entries-list"] > li');
const pain = (/** @type {Page} */ page, /** @type {number} */ index) => page.locator('.asked-pains wane-scale:visible').nth(index);
const last = async (/** @type {Page} */ page, /** @type {string} */ name) => (await asked(page, name)).at(-1)?.request;

/** @param {Page} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** @param {Page} page @param {string} name of a list */
async function toList(page, name) {
  await page.locator('.asked-link a').click();
  const list = page.locator(`[data-list="${name}"]`);
  await list.locator('[data-part="add"], [data-part="limit"]').first().waitFor({ state: 'attached' });
  return list;
}

// In the check-ins.

inWindow('an ordinary morning takes three keys with named pains too', 'track=few', async (page) => {
  await press(page, '4', '3', 'Enter');
  const saved = await untilAsked(page, 'save_morning');
  assert.deepEqual([saved.quality, saved.pain, saved.night.bed], [4, 3, '23:05'], 'all that an ordinary morning says');
  assert.deepEqual([saved.pains, saved.factors], [[], []], 'what was not answered is not in it');
  await status(page).getByText('Saved').waitFor();
  assert.equal((await asked(page, 'save_morning')).length, 1, 'one change, and so one undo');
});

inWindow('the two answers of a yes or no stand beside one another, at any width', 'track=few', async (page) => {
  const pair = page.locator('wane-scale:visible:has(button:nth-of-type(2):last-of-type)').first();
  for (const width of [400, 900, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    const [first, second] = await pair.locator('[role="radio"]').evaluateAll((steps) => steps.map((step) => step.getBoundingClientRect().top));
    assert.equal(first, second, `at ${width} pixels`);
  }
});

inWindow('digits go on through named pains and factors to the end', 'track=few', async (page) => {
  await press(page, '4', '3', '5', '2', '1');
  assert.equal(await focused(page), 'Save morning', 'after the last question comes Save');
  await press(page, 'Enter');
  await status(page).getByText('Saved').waitFor();
  const saved = await last(page, 'save_morning');
  assert.deepEqual(saved.pains, [{ id: 'p0', rating: 5 }, { id: 'p1', rating: 2 }], 'each pain by itself');
  assert.deepEqual(saved.factors, [{ id: 'f0', value: 1 }], 'one is yes');
});

inWindow('a named pain keeps the focus when the diary answers', 'track=few', async (page) => {
  await press(page, '4', '3', 'Enter', '6');
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.some((/** @type {any} */ call) => call.name === 'save_morning' && call.request.pains.length));
  await status(page).getByText('Saved').waitFor();
  assert.equal(await pain(page, 1).locator('button:focus').count(), 1, 'the next pain is still being asked for');
});

inWindow('an answer about a pain is taken back with Delete, and the others stay out of it', 'track=few', async (page) => {
  await pain(page, 1).locator('[data-step="6"]').click();
  await untilAsked(page, 'save_morning');
  await page.keyboard.press('Delete');
  await untilAsked(page, 'save_morning', 2);
  assert.deepEqual((await last(page, 'save_morning')).pains, [{ id: 'p1', rating: null }], 'taken back, and nothing said of the other');
});

inWindow('undo gives a named pain back as it was', 'track=few', async (page) => {
  await pain(page, 0).locator('[data-step="6"]').click();
  await status(page).getByText('Saved').waitFor();
  await page.keyboard.press('Control+z');
  await status(page).getByText('Taken back').waitFor();
  assert.equal(await pain(page, 0).locator('[aria-checked="true"]').count(), 0, 'it has no answer any more');
});

inWindow('more than a few pains are folded away, and digits pass them by', 'track=many&part=evening', async (page) => {
  assert.equal(await pain(page, 0).count(), 0, 'folded');
  await press(page, '5');
  assert.equal(await page.locator('wane-scale[name="arousal"] button:focus').count(), 1, 'on to the next question that is there');
  const fold = page.locator('.asked-pains .unfolds:visible');
  assert.equal(await fold.getAttribute('aria-expanded'), 'false', 'and it says so');
  await fold.focus();
  await press(page, 'Enter', 'Tab', '7');
  await untilAsked(page, 'save_evening');
  await fold.getByText('1 of 5 answered').waitFor();
  await page.waitForFunction(() => /** @type {any} */ (window).fakeHost.calls.some((/** @type {any} */ call) => call.name === 'save_evening' && call.request.pains[0]?.rating === 7));
});

inWindow('what was answered on a day is not folded away', 'track=many', async (page) => {
  await page.locator('.asked-pains .unfolds:visible').click();
  await pain(page, 4).locator('[data-step="3"]').click();
  await status(page).getByText('Saved').waitFor();
  await page.locator('[data-act="previous"]').click();
  await page.locator('[data-act="to-today"]').waitFor();
  await page.locator('[data-act="to-today"]').click();
  await page.locator('[data-act="to-today"]').waitFor({ state: 'hidden' });
  assert.equal(await pain(page, 4).locator('[aria-checked="true"]').textContent(), '3', 'it stands there');
});

inWindow('a number says what it means under the pointer, under the focus, and when it is chosen', 'track=few', async (page) => {
  const line = page.locator('[data-part="morning"] .question [data-part="anchor"]');
  const scale = page.locator('wane-scale[name="pain"]');
  await scale.locator('[data-step="7"]').hover();
  await line.getByText('Your 7: hard to hold a conversation').waitFor();
  await scale.locator('[data-step="3"]').hover();
  assert.equal(await line.textContent(), '', 'three has no words');
  await scale.locator('[data-step="4"]').click();
  await page.mouse.move(1, 1);
  await line.getByText('Your 4: cannot sit for half an hour').waitFor();
  assert.equal(await scale.locator('[data-step="4"]').getAttribute('aria-label'), '4, cannot sit for half an hour', 'a screen reader hears it with the number');
  assert.equal(await scale.locator('[data-step="0"]').getAttribute('aria-label'), '0, no pain', 'the ends mean what they mean to everybody');
  const below = page.locator('[data-part="morning"] .asked-pains .anchor');
  await pain(page, 0).locator('[data-step="0"]').focus();
  await press(page, 'ArrowRight', 'ArrowRight');
  await below.getByText('Your 2: I notice it').waitFor();
});

inWindow('the words of a number take no room and move nothing when they come', 'track=few', async (page) => {
  const top = () => page.locator('[data-part="night"]').evaluate((night) => night.getBoundingClientRect().top);
  const before = await top();
  await pain(page, 1).locator('[data-step="4"]').hover();
  await page.locator('.asked-pains .anchor').getByText('Your 4').waitFor();
  assert.equal(await top(), before, 'what lies below stays where it is');
});

inWindow('a factor starts without an answer, and no is an answer', 'track=few&part=evening', async (page) => {
  const drive = page.locator('[data-factor="f2"] wane-scale:visible');
  assert.equal(await drive.locator('[aria-checked="true"]').count(), 0, 'neither yes nor no');
  assert.equal(await drive.locator('.clear').isVisible(), false, 'nothing to take back');
  await drive.locator('[data-step="0"]').click();
  assert.deepEqual((await untilAsked(page, 'save_evening')).factors, [{ id: 'f2', value: 0 }], 'no is zero');
  await drive.locator('.clear').click();
  await untilAsked(page, 'save_evening', 2);
  assert.deepEqual((await last(page, 'save_evening')).factors, [{ id: 'f2', value: null }], 'and missing is missing again');
});

inWindow('a factor with a unit takes a number as people write it', 'track=few&part=evening', async (page) => {
  const tea = page.locator('[data-factor="f1"] wane-number input:visible');
  await tea.fill('2,5');
  await press(page, 'Enter');
  await status(page).getByText('Saved').waitFor();
  assert.deepEqual((await last(page, 'save_evening')).factors, [{ id: 'f1', value: 2.5 }], 'a comma is a point');
  assert.equal(await page.evaluate(() => document.querySelector('[data-factor="f1"] wane-number input')?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')), 'Tea after four cups', 'name and unit are heard');
  await tea.fill('a few');
  await press(page, 'Tab');
  await page.locator('[data-factor="f1"] input[aria-invalid="true"]').waitFor();
  assert.deepEqual((await last(page, 'save_evening')).factors, [{ id: 'f1', value: 2.5 }], 'what cannot be read changes nothing');
});

// Beside the check-ins.

inWindow('a nap by keyboard alone', '', async (page) => {
  await page.locator('[data-add="nap"]').focus();
  await press(page, 'Enter');
  await page.locator('.entry-form wane-time input:focus').waitFor();
  await page.keyboard.type('1410');
  await press(page, 'Tab');
  await page.keyboard.type('14.40');
  await press(page, 'Tab');
  await page.keyboard.type('25');
  await press(page, 'Enter');
  const saved = await untilAsked(page, 'save_nap');
  assert.deepEqual(saved, { id: null, date: '2026-03-14', nap: { start: '14:10', end: '14:40', asleep_min: 25 } }, 'as it was typed');
  await rows(page).getByText('Nap 14:10–14:40').waitFor();
  await beside(page).getByText('Saved').waitFor();
  assert.equal((await asked(page, 'save_morning')).length, 0, 'Enter saved the nap and nothing else');
  assert.equal(await page.locator('[data-add="nap"]:focus, [data-kind="nap"] button:focus').count(), 1, 'the focus is where it was');
});

inWindow('a medicine is offered by name, and its purpose can stay unsaid', 'track=few', async (page) => {
  await page.locator('[data-add="medicine"]').click();
  const name = page.locator('.entry-form input[list]');
  await name.waitFor();
  const offered = await page.evaluate(() => [...document.querySelectorAll('.entry-form datalist option')].map((option) => /** @type {HTMLOptionElement} */ (option).value));
  assert.deepEqual(offered, ['Magnesium', 'Warming gel'], 'the ones in use');
  await page.keyboard.type('Warming gel');
  await press(page, 'Enter');
  assert.deepEqual((await untilAsked(page, 'save_taken')).medicine, { name: 'Warming gel', at: null, purpose: null, amount: null }, 'nothing else was said');
  await page.locator('[data-kind="medicine"] [data-do="edit"]').click();
  await page.locator('.entry-form wane-scale [data-step="1"]').click();
  await page.locator('.entry-form button[type="submit"]').click();
  const altered = await untilAsked(page, 'save_taken', 2);
  assert.equal(altered.medicine.purpose, 'rescue', 'as needed');
  assert.notEqual(altered.id, null, 'the same entry');
  assert.equal(await rows(page).count(), 1, 'and no second one');
});

inWindow('Enter saves a note, Shift and Enter begin a line', '', async (page) => {
  await page.locator('[data-add="note"]').click();
  await page.locator('.entry-form textarea:focus').waitFor();
  await page.keyboard.type('New pillow');
  await press(page, 'Shift+Enter');
  await page.keyboard.type('r and n are letters here');
  await press(page, 'Enter');
  assert.equal((await untilAsked(page, 'save_note')).text, 'New pillow\nr and n are letters here', 'two lines');
  assert.equal((await asked(page, 'mark_rough')).length, 0, 'no letter was a key');
  await page.locator('[data-part="entries-list"] .said').getByText('New pillow').waitFor();
});

inWindow('Escape puts a note away and keeps what was typed, through other views too', '', async (page) => {
  await page.locator('[data-add="note"]').click();
  await page.locator('.entry-form textarea:focus').waitFor();
  await page.keyboard.type('The cat woke me');
  await press(page, 'Escape');
  await page.locator('.begun').getByText('Note, not saved yet: The cat woke me').waitFor();
  assert.equal(await page.locator('.rail [data-view="today"][aria-current="page"]').count(), 1, 'Escape did not leave the day');
  await goTo(page, 'plan');
  await goTo(page, 'today');
  await page.locator('.begun [data-do="on"]').click();
  await page.locator('.entry-form textarea:focus').waitFor();
  assert.equal(await page.locator('.entry-form textarea').inputValue(), 'The cat woke me', 'every letter');
  assert.equal((await asked(page, 'save_note')).length, 0, 'nothing was saved by itself');
  await press(page, 'Enter');
  assert.equal((await untilAsked(page, 'save_note')).text, 'The cat woke me', 'saved when it was said');
  await page.locator('.begun').waitFor({ state: 'detached' });
});

inWindow('a time that is still being typed is kept by Escape', '', async (page) => {
  await page.locator('[data-add="nap"]').click();
  await page.locator('.entry-form wane-time input:focus').waitFor();
  await page.keyboard.type('230');
  await press(page, 'Escape');
  await page.locator('.begun').waitFor();
  await page.locator('.begun [data-do="on"]').click();
  assert.equal(await page.locator('.entry-form wane-time input').first().inputValue(), '02:30', 'read and kept');
});

inWindow('what was begun goes only when it is said', '', async (page) => {
  await page.locator('[data-add="note"]').click();
  await page.locator('.entry-form textarea').fill('Never mind');
  await page.locator('[data-do="drop-form"]').click();
  await page.locator('.entry-form').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.begun').count(), 0, 'dropped');
  await page.locator('[data-add="note"]').click();
  assert.equal(await page.locator('.entry-form textarea').inputValue(), '', 'and a new one is empty');
});

inWindow('a note that is left when the window goes is saved', '', async (page) => {
  await page.locator('[data-add="note"]').click();
  await page.locator('.entry-form textarea').fill('Ask about the stairs');
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  assert.equal((await asked(page, 'save_note')).length, 0, 'looking away is not going');
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  assert.equal((await untilAsked(page, 'save_note')).text, 'Ask about the stairs', 'nothing is lost');
});

inWindow('removing says so in its place and can be taken back there', 'entries', async (page) => {
  await rows(page).nth(1).locator('[data-do="remove"]').click();
  assert.deepEqual(await untilAsked(page, 'remove_entry'), { kind: 'medicine', id: 'e2' }, 'that one');
  await beside(page).getByText('Removed').waitFor();
  assert.equal(await rows(page).count(), 2, 'it is gone');
  assert.match(await focused(page), /New pillow/, 'the focus is on the next');
  await beside(page).locator('button').click();
  await beside(page).getByText('Taken back').waitFor();
  assert.equal(await rows(page).count(), 3, 'and there again');
});

inWindow('an entry that was written later says so, and an open form outlives a save elsewhere', 'entries', async (page) => {
  await rows(page).nth(2).getByText('Filled in later').waitFor();
  await rows(page).nth(2).locator('[data-do="edit"]').click();
  await page.locator('.entry-form textarea').fill('New pillow. Better.');
  await page.locator('wane-scale[name="quality"] [data-step="4"]').click();
  await status(page).getByText('Saved').waitFor();
  assert.equal(await page.locator('.entry-form textarea').inputValue(), 'New pillow. Better.', 'it stands as it was');
  await page.locator('.entry-form button[type="submit"]').click();
  assert.deepEqual(await untilAsked(page, 'save_note'), { id: 'e3', date: '2026-03-14', text: 'New pillow. Better.' }, 'the same note');
  await rows(page).nth(2).getByText('New pillow. Better.').waitFor();
  assert.equal(await rows(page).count(), 3, 'in its place');
});

inWindow('what the diary will not take is said in place, and the form stays', '', async (page) => {
  await page.locator('[data-add="nap"]').click();
  await page.locator('.entry-form button[type="submit"]').click();
  await page.locator('[data-part="entries-trouble"]').getByText('one of them is enough').waitFor();
  assert.equal(await page.locator('.entry-form').count(), 1, 'nothing was put away');
});

inWindow('an entry belongs to the day that is shown', '', async (page) => {
  await page.locator('[data-act="previous"]').click();
  await page.locator('[data-part="entries-title"]').getByText('Also on this day').waitFor();
  await page.locator('[data-add="note"]').click();
  await page.locator('.entry-form textarea').fill('Yesterday');
  await page.locator('[data-act="to-today"]').click();
  await page.locator('[data-part="entries-title"]').getByText('Also today').waitFor();
  assert.equal(await page.locator('.entry-form, .begun').count(), 0, 'it stays with its day');
  await page.locator('[data-act="previous"]').click();
  await page.locator('.begun [data-do="on"]').click();
  await page.locator('.entry-form button[type="submit"]').click();
  assert.equal((await untilAsked(page, 'save_note')).date, '2026-03-13', 'that day');
});

// What I track.

inWindow('a pain is named and placed by keyboard alone', '', async (page) => {
  await page.locator('.asked-link a').focus();
  await press(page, 'Enter');
  await page.locator('[data-list="pains"] [data-part="add"]').waitFor();
  await page.locator('[data-list="pains"] [data-part="add"]').focus();
  await press(page, 'Enter');
  await page.locator('.entry-form input:focus').waitFor();
  await page.keyboard.type('Right knee');
  await press(page, 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'listbox', 'one step to the places');
  await page.keyboard.type('right k');
  await press(page, 'Space', 'Enter');
  assert.deepEqual(await untilAsked(page, 'save_pain'), { id: null, name: 'Right knee', regions: ['knee-front-right'] }, 'named and placed');
  await page.locator('[data-list="pains"] .rows').getByText('right knee, front').waitFor();
  await page.locator('[data-list="pains"] [data-part="status"]').getByText('Both check-ins ask').waitFor();
  await press(page, 'Escape');
  await page.locator('.asked-name').getByText('Right knee').first().waitFor({ state: 'attached' });
});

inWindow('a pain is put aside, found again, and the last change taken back in its place', 'track=few', async (page) => {
  const list = await toList(page, 'pains');
  await list.locator('[data-do="away"]').first().click();
  assert.deepEqual(await untilAsked(page, 'retire'), { kind: 'pain', id: 'p0', retired: true }, 'the first');
  await list.locator('[data-part="status"]').getByText('Put aside').waitFor();
  await list.locator('summary').getByText('Put aside (1)').click();
  await list.locator('[data-do="take-up"]').click();
  await list.locator('[data-part="status"]').getByText('In use again').waitFor();
  await list.locator('[data-part="status"] button').click();
  await list.locator('[data-part="status"]').getByText('Taken back').waitFor();
  assert.equal(await list.locator('[data-part="used"] > li').count(), 1, 'put aside again');
  await page.keyboard.press('Control+Shift+z');
  await list.locator('[data-part="status"]').getByText('Back again').waitFor();
  assert.equal(await list.locator('[data-part="used"] > li').count(), 2, 'and in use again');
});

inWindow('a factor is made with its time and its kind explained', '', async (page) => {
  const list = await toList(page, 'factors');
  await list.locator('[data-part="add"]').click();
  await page.keyboard.type('Tea');
  await list.getByText('Asked in the evening, about the day').waitFor();
  await list.locator('[data-value="day"]').focus();
  await press(page, 'ArrowRight');
  await list.getByText('Asked in the morning, about the night').waitFor();
  assert.equal(await list.locator('[id^="name-"]').count(), 2, 'the unit is there');
  assert.equal(await list.locator('.field', { hasText: 'Unit' }).last().isVisible(), false, 'and hidden while the answer is yes or no');
  await list.locator('[data-value="number"]').click();
  await list.locator('button[type="submit"]').click();
  await list.locator('.trouble').getByText('Nothing was lost').waitFor();
  await list.locator('.field', { hasText: 'Unit' }).last().locator('input').fill('cups');
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'save_factor'), { id: null, name: 'Tea', timing: 'night', unit: 'cups' }, 'as it was said');
  await list.getByText('Asked in the morning: a number in cups').waitFor();
});

inWindow('at six factors no seventh is offered, and an idle one says that it can be put aside', 'track=full', async (page) => {
  const list = await toList(page, 'factors');
  await list.getByText('6 are in use, which is the most at a time').waitFor();
  assert.equal(await list.locator('[data-part="add"]').isVisible(), false, 'nothing to add');
  const idle = list.locator('li', { hasText: 'No answer for a month' });
  await idle.getByRole('button', { name: 'Put aside: Long drive' }).click();
  assert.equal((await untilAsked(page, 'retire')).id, 'f2', 'that one');
  await list.locator('[data-part="add"]').waitFor();
});

inWindow('what cannot be changed is said in the form, which stays', 'track=few', async (page) => {
  const list = await toList(page, 'factors');
  await list.locator('[data-do="edit"]').first().click();
  await list.locator('[data-value="day"]').click();
  await list.locator('button[type="submit"]').click();
  await list.locator('.entry-form .trouble').getByText('Nothing was changed').waitFor();
  assert.equal(await list.locator('.entry-form input').first().inputValue(), 'Window open', 'with what was typed');
});

inWindow('what was typed into a form is there after Escape, and gone after Cancel', 'track=few', async (page) => {
  const list = await toList(page, 'medicines');
  await list.locator('[data-do="edit"]').first().click();
  await list.locator('input').fill('Magnesium, evening');
  await press(page, 'Escape');
  await list.getByText('Changed, not saved yet').waitFor();
  assert.equal(await page.locator('h1').getByText('What I track').count(), 1, 'Escape left the form, not the view');
  await list.locator('[data-do="edit"]').first().click();
  assert.equal(await list.locator('input').inputValue(), 'Magnesium, evening', 'every letter');
  await list.locator('[data-part="cancel"]').click();
  await list.locator('[data-do="edit"]').first().click();
  assert.equal(await list.locator('input').inputValue(), 'Magnesium', 'as the diary has it');
  assert.equal((await asked(page, 'save_medicine')).length, 0, 'and nothing was saved');
});

inWindow('a number gets its words, and loses them', 'track=few', async (page) => {
  const list = await toList(page, 'anchors');
  assert.equal(await list.locator('.rows > li').count(), 3, 'only those that have some are shown');
  await list.locator('[data-part="add"]').focus();
  await press(page, 'Enter', '9');
  await page.keyboard.type('only lying still');
  await press(page, 'Enter');
  const { anchors } = await untilAsked(page, 'save_anchors');
  assert.deepEqual(anchors.map((/** @type {any} */ anchor) => anchor.rating), [2, 4, 7, 9], 'all of them, rising');
  await list.getByRole('button', { name: 'Remove: 4' }).click();
  await untilAsked(page, 'save_anchors', 2);
  assert.deepEqual((await last(page, 'save_anchors')).anchors.map((/** @type {any} */ anchor) => anchor.rating), [2, 7, 9], 'without that one');
  await press(page, 'Escape');
  await page.locator('wane-scale[name="pain"] [data-step="9"]').hover();
  await page.locator('[data-part="anchor"]').getByText('Your 9: only lying still').waitFor();
});

inWindow('choosing a number that has words brings them along', 'track=few', async (page) => {
  const list = await toList(page, 'anchors');
  await list.locator('[data-part="add"]').click();
  await list.locator('wane-scale [data-step="4"]').click();
  assert.equal(await list.locator('input').inputValue(), 'cannot sit for half an hour', 'nothing is written over unseen');
});

inWindow('two of one name are told apart by the diary, in the form', 'track=few', async (page) => {
  const list = await toList(page, 'pains');
  await list.locator('[data-part="add"]').click();
  await page.keyboard.type('right KNEE');
  await press(page, 'Enter');
  await list.locator('.entry-form .trouble').getByText('has this name already').waitFor();
});

inWindow('Settings leads to what is tracked, and back', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-go="lists"]').click();
  await page.locator('h1').getByText('What I track').waitFor();
  await page.locator('[data-back]').click();
  await page.locator('.rail [data-view="settings"][aria-current="page"]').waitFor();
});

inWindow('with single keys off, letters and digits do nothing outside questions', '', async (page) => {
  await goTo(page, 'settings');
  await page.locator('[data-flag="single_keys"]').uncheck();
  assert.equal((await untilAsked(page, 'save_settings')).single_keys, false, 'kept');
  await page.locator('[data-flag="single_keys"]').blur();
  await press(page, 'r', '2', 'n', '?', '/', 't');
  await goTo(page, 'plan');
  assert.equal((await asked(page, 'mark_rough')).length, 0, 'no rough day');
  assert.equal(await page.locator('dialog').count(), 0, 'no list of keys, no search');
  await press(page, 'Escape');
  await page.locator('.rail [data-view="settings"][aria-current="page"]').waitFor();
  await goTo(page, 'today');
  await page.locator('wane-scale[name="quality"] button').first().focus();
  await press(page, '4');
  assert.equal((await untilAsked(page, 'save_morning')).quality, 4, 'a question in focus takes its digit');
  await press(page, 'Control+z');
  await status(page).getByText('Taken back').waitFor();
});
