// Movement: logged in ten seconds, drawings that are all there, routines without a countdown, a plan that says why.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';
import { movements } from './movements.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** @param {Page} page @param {string} tab */
async function toPart(page, tab) {
  await goTo(page, 'movement');
  await page.locator(`#movement-tab-${tab}`).click();
  await page.locator(`#movement-${tab}:not([hidden])`).waitFor();
}

const ALL = await movements();

// The log.

inWindow('three presses log a session', 'move=none', async (page) => {
  await goTo(page, 'movement');
  await page.getByRole('button', { name: 'Walking' }).click();
  await page.locator('[data-length="20"]').click();
  await page.getByRole('button', { name: 'Save session' }).click();
  const { dose, date } = await untilAsked(page, 'save_dose');
  assert.deepEqual([dose.kind, dose.minutes, dose.effort, dose.felt, date], ['Walking', 20, null, null, null], 'what was not said stays unsaid');
  await page.locator('#movement-log .rows').getByText('Walking, 20 min').waitFor();
  assert.equal(await page.locator('[data-part="kind"]').inputValue(), '', 'the form is empty again');
  await page.locator('#movement-log .status').getByRole('button').click();
  await untilAsked(page, 'undo');
});

inWindow('everything can be said, by keyboard too', 'move=none', async (page) => {
  await goTo(page, 'movement');
  await page.locator('[data-part="kind"]').fill('Tai chi');
  await page.locator('[data-part="minutes"] input').fill('25');
  await page.locator('[data-part="effort"] [data-step="0"]').focus();
  await page.keyboard.press('3');
  await page.locator('[data-part="felt"] [data-step="0"]').focus();
  await page.keyboard.press('1');
  await page.locator('[data-part="start"] input').fill('1710');
  await page.keyboard.press('Enter');
  const { dose } = await untilAsked(page, 'save_dose');
  assert.deepEqual(dose, { kind: 'Tai chi', minutes: 25, effort: 3, felt: 'right', start: '17:10' });
});

inWindow('a session that has just ended needs no time', 'move=none', async (page) => {
  await goTo(page, 'movement');
  await page.locator('[data-length="10"]').click();
  await page.locator('[data-part="ended"]').check();
  assert.ok(!(await page.locator('[data-part="start"]').isVisible()), 'and none is asked for');
  await page.getByRole('button', { name: 'Save session' }).click();
  assert.equal((await untilAsked(page, 'save_dose')).just_ended, true);
});

inWindow('a session is changed where it stands, and Escape leaves it as it was', '', async (page) => {
  await goTo(page, 'movement');
  await page.getByRole('button', { name: /^Change: Walking/ }).click();
  assert.equal(await page.locator('[data-part="minutes"] input').inputValue(), '20');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-part="minutes"] input').inputValue(), '–'.replace('–', ''), 'empty again');
  await page.getByRole('button', { name: /^Change: Walking/ }).click();
  await page.locator('[data-length="30"]').click();
  await page.getByRole('button', { name: 'Save change' }).click();
  const { id, dose } = await untilAsked(page, 'save_dose');
  assert.deepEqual([id, dose.minutes, dose.felt], ['dose-1', 30, 'right'], 'the rest stays');
  await page.getByRole('button', { name: /^Remove: Walking/ }).click();
  assert.equal((await untilAsked(page, 'remove_dose')).id, 'dose-1');
});

inWindow('what could not be saved stays in the form', 'move=none&fail=save_dose', async (page) => {
  await goTo(page, 'movement');
  await page.locator('[data-length="15"]').click();
  await page.getByRole('button', { name: 'Save session' }).click();
  await page.locator('#movement-log .trouble').getByText('disk is full').waitFor();
  assert.equal(await page.locator('[data-part="minutes"] input').inputValue(), '15');
});

inWindow('one gentle note stands below a hard session close to bed', 'move=full', async (page) => {
  await goTo(page, 'movement');
  assert.equal(await page.locator('[data-part="late-text"]:visible').count(), 1);
  await page.locator('#movement-log [data-act="previous"]').click();
  await page.locator('[data-part="late"]').waitFor({ state: 'hidden' });
});

// The library.

inWindow('every movement of the library has its drawing, within its paper, with its alternative', '', async (page) => {
  await toPart(page, 'library');
  await page.locator('.library > li').nth(ALL.length - 1).waitFor();
  const found = await page.evaluate(() => [...document.querySelectorAll('#movement-library .library > li')].map((item) => {
    const svg = /** @type {SVGSVGElement} */ (item.querySelector('.movement-figure'));
    const shapes = [...svg.querySelectorAll('path, rect')].map((shape) => /** @type {SVGGraphicsElement} */ (shape).getBBox());
    const paper = svg.viewBox.baseVal;
    const within = [...svg.querySelectorAll(item.getAttribute('data-code') === 'ankle-pump' ? '.arrow path' : '.arrow path, .hair')].map((shape) => /** @type {SVGGraphicsElement} */ (shape).getBBox())
      .every((box) => box.x >= paper.x && box.y >= paper.y && box.x + box.width <= paper.x + paper.width && box.y + box.height <= paper.y + paper.height);
    return { code: item.getAttribute('data-code'), label: svg.getAttribute('aria-label'), role: svg.getAttribute('role'), shapes: shapes.length, arrows: svg.querySelectorAll('.arrow').length, within };
  }));
  assert.deepEqual(found.map(({ code }) => code), ALL.map(({ code }) => code), 'all of them');
  for (const { code, label, role, shapes, arrows, within } of found) {
    const item = ALL.find((one) => one.code === code);
    assert.deepEqual([role, label], ['img', item?.picture], `${code}: what it shows is said`);
    assert.ok(shapes > 8, `${code}: a person is drawn`);
    assert.ok(arrows > 0, `${code}: an arrow says where it goes`);
    assert.ok(within, `${code}: heads and arrows lie on the paper`);
  }
  const pictures = await page.evaluate(() => new Set([...document.querySelectorAll('#movement-library .movement-figure')].map((svg) => svg.innerHTML)).size);
  assert.equal(pictures, ALL.length, 'no drawing is there twice');
});

inWindow('a movement without a drawing is noticed', '', async (page) => {
  const drawn = await page.evaluate(async () => {
    const { isDrawn, movementFigure } = await import(`${location.origin}/elements/movement-figure.js`);
    return [isDrawn('bridge'), isDrawn('somersault'), movementFigure('somersault', 'x').childElementCount];
  });
  assert.deepEqual(drawn, [true, false, 0], 'the control');
});

inWindow('bones keep their lengths from pose to pose', '', async (page) => {
  const wrong = await page.evaluate(async () => {
    const { bodyOf, BONES } = await import(`${location.origin}/elements/movement-body.js`);
    const { DRAWINGS } = await import(`${location.origin}/elements/movement-poses.js`);
    const found = [];
    for (const [code, drawing] of Object.entries(DRAWINGS)) {
      const { start, end, front = false, size = 1 } = /** @type {any} */ (drawing);
      for (const pose of end ? [start, { ...start, ...end }] : [start]) {
        const body = bodyOf(pose, front, size);
        for (const [limb, first, second] of [[body.arms[0], BONES.upper, BONES.fore], [body.legs[0], BONES.thigh, BONES.shin]]) {
          const long = (/** @type {any} */ bone) => Math.hypot(bone.to[0] - bone.from[0], bone.to[1] - bone.from[1]) / size;
          if (long(limb[0]) > first + 0.01 || long(limb[1]) > second + 0.01) found.push(code);
        }
      }
    }
    return found;
  });
  assert.deepEqual(wrong, []);
});

inWindow('position and part of the body choose', '', async (page) => {
  await toPart(page, 'library');
  await page.getByRole('radio', { name: 'Sitting' }).click();
  await page.getByRole('radio', { name: 'Neck' }).click();
  const shown = await page.locator('.library > li').evaluateAll((items) => items.filter((item) => item.checkVisibility()).map((item) => item.getAttribute('data-code')));
  assert.deepEqual(shown, ALL.filter((item) => item.posture === 'sitting' && item.areas.includes('neck')).map(({ code }) => code));
  await page.getByRole('radio', { name: 'Lying' }).click();
  await page.getByText('Nothing here fits both choices').waitFor();
});

inWindow('how it goes unfolds, and not for me can be taken up again', '', async (page) => {
  await toPart(page, 'library');
  await page.getByRole('button', { name: 'Small bridge: how it goes' }).click();
  const open = page.locator('[data-code="bridge"]');
  await open.getByText('lift your hips a little').waitFor();
  await open.getByText('Press the feet down and let the hips stay').waitFor();
  await open.getByRole('button', { name: /Not for me/ }).click();
  assert.deepEqual(await untilAsked(page, 'hide_movement'), { code: 'bridge', hidden: true });
  await page.getByText('Not for me (1)').click();
  await page.getByRole('button', { name: 'Take up again: Small bridge' }).click();
  await page.locator('[data-part="list"] [data-code="bridge"]').waitFor();
});

// Routines.

/** @param {Page} page */
const digits = (page) => page.evaluate(() => document.querySelector('.player')?.textContent?.replace(/Movement \d+ of \d+|\d+ (times|minutes)/g, '').match(/\d+/g));

inWindow('the player counts nothing down, and what is done is written down with a way back', 'quick', async (page) => {
  await toPart(page, 'routines');
  await page.getByRole('button', { name: 'Begin: At the desk' }).click();
  await page.locator('.player h3').getByText('Shoulder rolls').waitFor();
  assert.equal(await digits(page), null, 'no seconds and no minutes left');
  await page.getByText('Whenever you are ready').waitFor();
  assert.equal(await page.locator('.player h3').textContent(), 'Shoulder rolls', 'the ring waits');
  for (let step = 0; step < 4; step += 1) await page.locator('.player .primary').filter({ hasText: 'Next' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  const { key, minutes } = await untilAsked(page, 'routine_done');
  assert.deepEqual([key, minutes], ['at-the-desk', 1]);
  await page.locator('.player .status').getByText('Written down').waitFor();
  await page.locator('.player wane-scale [data-step="1"]').click();
  assert.equal((await untilAsked(page, 'save_dose')).dose.felt, 'right', 'how it felt goes with it');
  await page.locator('.player .status button').click();
  await untilAsked(page, 'undo');
});

inWindow('it can be paused, passed over, gone back in, and left', '', async (page) => {
  await toPart(page, 'routines');
  await page.getByRole('button', { name: 'Begin: At the desk' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('.player [data-part="soft"]').getByText('Paused').waitFor();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await page.getByRole('button', { name: 'Pass over' }).click();
  assert.equal(await page.locator('.player h3').textContent(), 'Turn the head');
  await page.getByRole('button', { name: 'The one before' }).click();
  assert.equal(await page.locator('.player h3').textContent(), 'Shoulder rolls');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Begin: At the desk' }).waitFor();
  assert.match(await focused(page), /At the desk/, 'back where it was begun');
  assert.equal((await asked(page, 'routine_done')).length, 0, 'nothing was written down');
});

inWindow('it goes on by itself where that is wanted', 'quick', async (page) => {
  await toPart(page, 'routines');
  await page.getByRole('button', { name: 'Begin: At the desk' }).click();
  await page.locator('[data-part="alone"]').check();
  await page.locator('.player h3').getByText('Turn the head').waitFor();
});

inWindow('a routine of one’s own is made in an order, and changed', '', async (page) => {
  await toPart(page, 'routines');
  await page.getByRole('button', { name: 'Make a routine' }).click();
  await page.locator('#routine-name').fill('Mine');
  for (const code of ['bridge', 'heel-slide']) {
    await page.locator('#routine-add').selectOption(code);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Move up: Heel slide' }).click();
  await page.locator('.routine-steps select').first().selectOption('minutes');
  await page.locator('.routine-steps wane-minutes input').first().fill('2');
  await page.getByRole('button', { name: 'Save routine' }).click();
  const { name, steps } = await untilAsked(page, 'save_routine');
  assert.equal(name, 'Mine');
  assert.deepEqual(steps, [{ movement: 'heel-slide', minutes: 2, times: null }, { movement: 'bridge', minutes: null, times: 6 }]);
  await page.getByRole('button', { name: 'Change: Mine' }).click();
  await page.getByRole('button', { name: 'Take out: Small bridge' }).click();
  await page.getByRole('button', { name: 'Save routine' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-part="own"] .movement-figure').length === 1);
});

// The plan.

inWindow('the plan says what, why, and what it is not', '', async (page) => {
  await toPart(page, 'plan');
  await page.getByText('A little more this week').last().waitFor();
  await page.getByText('on good days and on hard days').waitFor();
  await page.getByText('It is no medical advice').waitFor();
  assert.equal(await page.locator('.ledger .day').count(), 28);
  await page.getByText('As a table').click();
  assert.equal(await page.locator('#movement-plan table tbody tr').count(), 28, 'the picture is a table, too');
});

inWindow('a plan is begun by the person, and ended', 'ledger=ready', async (page) => {
  await toPart(page, 'plan');
  await page.locator('[data-part="goal"] input').fill('30');
  await page.getByRole('button', { name: 'Begin a plan' }).click();
  assert.deepEqual(await untilAsked(page, 'ledger_begin'), { goal_min: 30, kind: null });
  await page.locator('[data-part="settings"] summary').click();
  await page.getByRole('button', { name: 'End the plan' }).click();
  await untilAsked(page, 'ledger_end');
});

inWindow('below the clinician’s limit it asks', 'ledger=asks', async (page) => {
  await toPart(page, 'plan');
  await page.getByText('below your clinician’s lower limit').waitFor();
  await page.getByRole('button', { name: 'Go below it for now' }).click();
  await untilAsked(page, 'ledger_below_floor');
});

inWindow('what a clinician said is written down with its day', '', async (page) => {
  await toPart(page, 'plan');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('#instruction-date').fill('2026-03-10');
  await page.locator('[data-part="ceiling"] input').fill('25');
  await page.locator('#instruction-said').fill('Not more than that.');
  await page.locator('[data-part="form"] button[type="submit"]').last().click();
  assert.deepEqual(await untilAsked(page, 'save_instruction'), { id: null, date: '2026-03-10', floor_min: null, ceiling_min: 25, said: 'Not more than that.' });
});

inWindow('a digit typed into a date is no key of the window', '', async (page) => {
  await toPart(page, 'plan');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('#instruction-date').focus();
  await page.keyboard.press('1');
  assert.ok(await page.locator('#instruction-date').isVisible(), 'the view is still there');
});
