// The Plan view, and what of it stands on Today.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

const room = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-room] [data-part="${name}"]`);
const act = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-room] [data-act="${name}"]`);
const rule = (/** @type {Page} */ page, /** @type {string} */ kind) => page.locator(`[data-part="rules"] [data-kind="${kind}"]`);
const every = (/** @type {string | null} */ time) => Array(7).fill(time);

/** @param {Page} page @param {...string} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** @param {Page} page @param {string} name @param {unknown} [payload] */
const emit = (page, name, payload) => page.evaluate(([event, what]) => /** @type {any} */ (window).fakeHost.emit(event, what), [name, payload]);

// The first visit.

inWindow('from nothing to everything on, in twelve keys', 'state=empty', async (page) => {
  await press(page, 'Escape', '7');
  await room(page, 'start').waitFor();
  let keys = 1;
  for (const key of ['Tab', '2', '3', '0', '0', 'Tab', '0', '7', '0', '0', 'Enter']) {
    await press(page, key);
    keys += 1;
  }
  assert.equal(keys, 12, 'this is all that is pressed');
  await room(page, 'glance-status').getByText('All set').waitFor();
  assert.deepEqual((await asked(page, 'set_targets')).map(({ request }) => request), [{ bed: every('23:00'), rise: '07:00', lead_min: 45 }], 'the times');
  const on = (await asked(page, 'set_rule')).map(({ request }) => request);
  assert.deepEqual(on.map(({ kind }) => kind), ['wind-down', 'bedtime', 'morning-light', 'morning-check-in', 'evening-check-in'], 'everything usual');
  assert.ok(on.every(({ enabled }) => enabled), 'is on');
  assert.deepEqual(on.map(({ times }) => times?.[0] ?? null), [null, null, null, '07:30', '21:00'], 'the check-ins at what the card showed, the others by themselves');
  const order = (await asked(page)).map(({ name }) => name);
  assert.ok(order.indexOf('set_targets') < order.indexOf('set_rule'), 'the times come first, so that nothing comes by a time nobody chose');
  assert.equal(await room(page, 'start-card').isVisible(), false, 'the card has done its work');
  assert.match(await focused(page), /Tonight and tomorrow/, 'the focus is on what came of it');
  assert.equal(await page.locator('.stations > li').count(), 6, 'the evening and the morning are drawn');
});

inWindow('the first visit shows nothing but how to begin, or everything if wished', 'state=empty', async (page) => {
  await goTo(page, 'plan');
  for (const later of ['glance-card', 'targets-card', 'rules-card', 'light-card', 'quiet-cards', 'past-card']) {
    assert.equal(await room(page, later).isVisible(), false, `${later} waits`);
  }
  await act(page, 'one-by-one').click();
  for (const now of ['glance-card', 'targets-card', 'rules-card', 'light-card', 'quiet-cards']) {
    assert.equal(await room(page, now).isVisible(), true, `${now} is there`);
  }
  assert.equal(await focused(page), 'Your times', 'the focus is where it begins');
  assert.equal((await asked(page)).some(({ name }) => name.startsWith('set_')), false, 'nothing was set');
});

inWindow('without a time in bed, what follows it is asked about and the rest can be had', 'state=empty', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'start').locator('button[type="submit"]').click();
  await room(page, 'start-help').getByText('follow your time in bed').waitFor();
  assert.equal((await asked(page, 'set_rule')).length, 0, 'nothing is half set');
  await page.getByRole('switch', { name: 'Wind-down' }).uncheck();
  await page.getByRole('switch', { name: 'Bedtime' }).uncheck();
  await room(page, 'start').locator('button[type="submit"]').click();
  await room(page, 'start-card').waitFor({ state: 'hidden' });
  assert.equal((await asked(page, 'set_targets')).length, 0, 'no time was said, so none is sent');
  assert.deepEqual((await asked(page, 'set_rule')).map(({ request }) => request.kind), ['morning-light', 'morning-check-in', 'evening-check-in'], 'the others are on');
});

inWindow('a time of a check-in that was typed is not moved any more', 'state=empty', async (page) => {
  await goTo(page, 'plan');
  const start = room(page, 'start');
  await start.locator('[data-part="start-rules"] wane-time input').nth(0).fill('09:15');
  await start.locator('wane-time[name="rise"] input').fill('06:00');
  await start.locator('wane-time[name="bed"] input').fill('22:00');
  assert.deepEqual(await start.locator('[data-part="start-rules"] wane-time input').evaluateAll((fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value)), ['09:15', '20:00'], 'the typed one stays, the other follows');
});

inWindow('a first visit that could not be saved keeps what was typed and says so there', 'state=empty&breaks=set_rule', async (page) => {
  await goTo(page, 'plan');
  const start = room(page, 'start');
  await start.locator('wane-time[name="bed"] input').fill('23:00');
  await start.locator('button[type="submit"]').click();
  await start.locator('.trouble').getByText('please try again').waitFor();
  assert.equal(await start.locator('wane-time[name="bed"] input').inputValue(), '23:00', 'the time is still there');
  await start.locator('button[type="submit"]').click();
  await room(page, 'start-card').waitFor({ state: 'hidden' });
});

inWindow('a suggestion that is taken up on the first visit fills in the times, and the rest goes on', 'state=empty&suggests', async (page) => {
  await goTo(page, 'plan');
  assert.equal(await room(page, 'targets').isVisible(), false, 'the suggestion stands alone');
  await act(page, 'accept').click();
  await room(page, 'start-help').getByText('Your times have moved').waitFor();
  const start = room(page, 'start');
  assert.equal(await start.locator('wane-time[name="bed"] input').inputValue(), '23:25', 'its time in bed');
  assert.equal(await start.locator('[data-part="start-rules"] wane-time input').first().inputValue(), '08:05', 'and the check-in goes along');
  await start.locator('button[type="submit"]').click();
  await room(page, 'start-card').waitFor({ state: 'hidden' });
  assert.deepEqual((await asked(page, 'set_targets')).at(-1)?.request.bed, every('23:25'), 'taken on');
});

inWindow('times without any reminder are a beginning as well', 'state=empty', async (page) => {
  await goTo(page, 'plan');
  const start = room(page, 'start');
  await start.locator('wane-time[name="bed"] input').fill('23:00');
  for (const toggle of await start.getByRole('switch').all()) await toggle.uncheck();
  await start.locator('button[type="submit"]').click();
  await room(page, 'glance-card').waitFor();
  assert.equal((await asked(page, 'set_rule')).length, 0, 'no reminder was wished for');
  await act(page, 'usual').click();
  await room(page, 'rules-status').getByText('Saved').waitFor();
  assert.deepEqual((await asked(page, 'set_rule')).map(({ request }) => request.kind), ['wind-down', 'bedtime', 'morning-light', 'morning-check-in', 'evening-check-in'], 'one press turns the usual ones on later');
  assert.equal(await act(page, 'usual').isVisible(), false, 'and is not offered again');
});

// At a glance.

inWindow('tonight and tomorrow are one line with a station for each thing', '', async (page) => {
  await goTo(page, 'plan');
  const stations = page.locator('.stations > li');
  assert.deepEqual(await stations.locator('.time').allTextContents(), ['22:15', '23:00', '23:30–07:00', '07:00', '07:15', '08:00'], 'in order');
  assert.match((await stations.nth(1).textContent()) ?? '', /In bed its reminder is off/, 'whether a reminder comes is said in words');
  assert.deepEqual(await page.locator('.stations').evaluateAll((lists) => lists.map((list) => document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent)), ['Tonight', 'Tomorrow'], 'each part is named');
  const tops = await page.locator('.stations .mark').evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().top)));
  assert.equal(new Set(tops).size, 1, 'side by side where there is room');
  await page.setViewportSize({ width: 400, height: 900 });
  const lefts = await page.locator('.stations .mark').evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
  assert.equal(new Set(lefts).size, 1, 'one below the other where there is little');
});

inWindow('a reminder can be left out once, and its reason stands beside it', '', async (page) => {
  await goTo(page, 'plan');
  assert.match((await room(page, 'coming').locator('li').first().textContent()) ?? '', /22:15.*45 minutes before your time in bed/, 'when and why');
  await page.getByRole('button', { name: 'Not this time: Wind-down, tonight' }).focus();
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'reminder_skip'), { kind: 'wind-down', local_date: '2026-03-14' }, 'this occurrence');
  await room(page, 'glance-status').getByText('Left out this once: Wind-down, tonight').waitFor();
  assert.match(await focused(page), /^Not this time: Morning light/, 'the focus is on what now stands there');
});

// The user's own times.

inWindow('a suggestion says from where to where, and is taken up and undone', 'suggests', async (page) => {
  await goTo(page, 'plan');
  const shift = room(page, 'suggestion-shift');
  assert.deepEqual(await shift.locator('dd .unseen').allTextContents(), ['from 23:40 to 23:25', 'from 07:50 to 07:35'], 'said in words as well');
  await room(page, 'suggestion').getByText('24 nights').waitFor();
  await act(page, 'accept').focus();
  await press(page, 'Enter');
  await room(page, 'targets-status').getByText('Your times have moved').waitFor();
  assert.equal(await room(page, 'targets').locator('wane-time[name="bed"] input').inputValue(), '23:25', 'the field shows it');
  assert.equal(await focused(page), 'Your times', 'the focus stays with the card');
  await room(page, 'targets-status').getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual((await untilAsked(page, 'set_targets')).bed, every('23:00'), 'the times from before');
});

inWindow('a suggestion can be left alone', 'suggests', async (page) => {
  await goTo(page, 'plan');
  await act(page, 'not-now').click();
  await room(page, 'suggestion').waitFor({ state: 'hidden' });
  assert.equal((await asked(page, 'suggestion_dismiss')).length, 1, 'that is told');
  assert.equal((await asked(page, 'suggestion_accept')).length, 0, 'and nothing moved');
});

inWindow('times that are being typed stay when something else is changed', '', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'targets').locator('wane-time[name="bed"] input').fill('22:20');
  await page.getByRole('switch', { name: 'Bedtime' }).check();
  await untilAsked(page, 'set_rule');
  await room(page, 'rules-status').getByText('Saved').waitFor();
  assert.equal(await room(page, 'targets').locator('wane-time[name="bed"] input').inputValue(), '22:20', 'not saved, not lost');
});

// Reminders.

inWindow('a reminder has one time, or another on some days, or none on a day', '', async (page) => {
  await goTo(page, 'plan');
  const evening = rule(page, 'evening-check-in');
  await evening.locator('.weekdays input').nth(6).fill('');
  await evening.locator('.weekdays input').nth(6).blur();
  assert.deepEqual((await untilAsked(page, 'set_rule')).times, ['21:00', '21:00', '21:00', '21:00', '21:00', '22:00', null], 'none on Sunday');
  await evening.getByText('A day left empty has no reminder').waitFor();
  await evening.locator('.tick input').uncheck();
  assert.deepEqual((await untilAsked(page, 'set_rule', 2)).times, every('21:00'), 'one time again, and that is saved');
});

inWindow('a switch keeps the focus, and what is being typed elsewhere in the list stays', '', async (page) => {
  await goTo(page, 'plan');
  await page.getByRole('switch', { name: 'Movement' }).focus();
  await press(page, 'Space');
  await rule(page, 'movement').locator('wane-time:visible').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-kind]')?.getAttribute('data-kind')), 'movement', 'still there');
  assert.equal(await rule(page, 'movement').locator('wane-time:visible input').inputValue(), '17:00', 'with its time');
});

inWindow('by keyboard: a reminder of one’s own is added, removed, and brought back', '', async (page) => {
  await goTo(page, 'plan');
  await page.locator('#own-name').focus();
  await page.keyboard.type('Stretch');
  await press(page, 'Enter');
  await room(page, 'own-help').getByText('a name and a time').waitFor();
  await page.keyboard.type('1230');
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'set_rule'), { kind: 'Stretch', enabled: true, times: every('12:30') }, 'as it was said');
  await room(page, 'rules-status').getByText('Added: Stretch').waitFor();
  assert.equal(await page.locator('#own-name').inputValue(), '', 'ready for another');

  await page.getByRole('button', { name: 'Remove: Stretch' }).focus();
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'remove_rule'), { kind: 'Stretch' }, 'that one');
  await room(page, 'rules-status').getByText('Removed: Stretch').waitFor();
  await room(page, 'rules-status').getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await untilAsked(page, 'set_rule', 2), { kind: 'Stretch', enabled: true, times: every('12:30') }, 'with its time');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-kind]')?.getAttribute('data-kind')), 'Stretch', 'the focus is on what came back');
});

inWindow('by keyboard: a reminder of one’s own gets another name, or keeps the one it has', '', async (page) => {
  await goTo(page, 'plan');
  await page.locator('#own-name').fill('Stretch');
  await page.locator('wane-time[name="own-time"] input').fill('12:30');
  await room(page, 'own').locator('button[type="submit"]').click();
  const rename = (/** @type {string} */ name) => page.getByRole('button', { name: `Rename: ${name}` });
  await rename('Stretch').focus();
  await press(page, 'Enter');
  await page.keyboard.type('Never mind');
  await press(page, 'Escape');
  assert.ok(await rename('Stretch').evaluate((button) => button === document.activeElement), 'back where it began, with the name it had');
  await press(page, 'Enter');
  await page.keyboard.type(' movement ');
  await press(page, 'Enter');
  await rule(page, 'Stretch').getByText('There is a reminder of this name already').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Slow  stretch');
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'rename_rule'), { kind: 'Stretch', name: 'Slow stretch' }, 'on one line');
  await room(page, 'rules-status').getByText('Now called: Slow stretch').waitFor();
  assert.ok(await rename('Slow stretch').evaluate((button) => button === document.activeElement), 'the focus stays with it');
});

inWindow('a name that is taken is not given twice', '', async (page) => {
  await goTo(page, 'plan');
  for (const name of [' wind-DOWN ', 'Morning  light', 'morning-light']) {
    await page.locator('#own-name').fill(name);
    await page.locator('wane-time[name="own-time"] input').fill('12:00');
    await room(page, 'own').locator('button[type="submit"]').click();
    await room(page, 'own-help').getByText('already').waitFor();
  }
  assert.equal((await asked(page, 'set_rule')).length, 0, 'a reminder of the same name is not altered');
});

inWindow('only one’s own can be removed, and a resting one is brought back', 'plan=full', async (page) => {
  await goTo(page, 'plan');
  assert.equal(await page.getByRole('button', { name: /^Remove: / }).count(), 2, 'the two of one’s own');
  assert.equal(await page.getByRole('button', { name: /^Bring it back: / }).count(), 1, 'the one that rests');
  await rule(page, 'movement').getByText('It rests').waitFor();
  await page.getByRole('button', { name: 'Bring it back: Movement' }).focus();
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'bring_back'), { kind: 'movement' }, 'that one');
  await rule(page, 'movement').getByText('It rests').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-kind]')?.getAttribute('data-kind')), 'movement', 'the focus stays in its row');
});

// When nothing comes.

inWindow('by keyboard: a pause is started, changed, and ended', '', async (page) => {
  await goTo(page, 'plan');
  await act(page, 'to-pause').focus();
  await press(page, 'Enter');
  assert.equal(await focused(page), 'A flare', 'the button leads to the reasons');
  await press(page, 'ArrowRight', 'Tab');
  await page.keyboard.type('3');
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'pause_start'), { reason: 'illness', days: 3 }, 'why, and for how long');
  await room(page, 'now').getByText('up to and with 16 Mar').waitFor();
  await room(page, 'pause-act').getByText('Change the pause').waitFor();
  assert.equal(await act(page, 'to-pause').isVisible(), false, 'there is one already');

  await page.locator('[data-part="pause-reason"] [data-value="journey"]').click();
  await room(page, 'pause-act').click();
  assert.deepEqual(await untilAsked(page, 'pause_start', 2), { reason: 'journey', days: null }, 'without a number it lasts until it is ended');
  await page.getByRole('button', { name: 'End the pause now' }).focus();
  await press(page, 'Enter');
  await untilAsked(page, 'pause_end');
  await room(page, 'now-status').getByText('Reminders are back').waitFor();
  assert.equal(await focused(page), 'Plan', 'the focus is not lost');
});

inWindow('no days are no number of days', '', async (page) => {
  await goTo(page, 'plan');
  await page.locator('wane-minutes[name="pause-count"] input').fill('0');
  await room(page, 'pause-act').click();
  await room(page, 'pause-status').getByText('1 or more').waitFor();
  assert.equal((await asked(page, 'pause_start')).length, 0, 'nothing is sent');
});

inWindow('the protected night follows the times or is one’s own', '', async (page) => {
  await goTo(page, 'plan');
  assert.equal(await room(page, 'protected-own').isVisible(), false, 'by itself at first');
  await room(page, 'protected-auto').uncheck();
  assert.deepEqual(await untilAsked(page, 'set_protected_night'), { automatic: false, from: '23:30', to: '07:00' }, 'it starts from what it was');
  await room(page, 'protected-own').locator('input').nth(1).fill('09:00');
  assert.deepEqual(await untilAsked(page, 'set_protected_night', 2), { automatic: false, from: '23:30', to: '09:00' }, 'saved as it is typed');
  await room(page, 'protected-text').getByText('23:30 to 09:00, as you set it').waitFor();
  await room(page, 'protected-auto').check();
  assert.equal((await untilAsked(page, 'set_protected_night', 3)).automatic, true, 'and back');
});

inWindow('a night that is too long on the way to another keeps what was typed', '', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'protected-auto').uncheck();
  const fields = room(page, 'protected-own').locator('input');
  await fields.nth(0).fill('13:00');
  await page.locator('.trouble').getByText('one hour to sixteen').waitFor();
  assert.equal(await fields.nth(0).inputValue(), '13:00', 'it stays');
  await fields.nth(1).fill('21:00');
  assert.deepEqual(await untilAsked(page, 'set_protected_night', 3), { automatic: false, from: '13:00', to: '21:00' }, 'and counts with the other');
  await page.locator('.trouble span').waitFor({ state: 'detached' });
});

// Morning light.

inWindow('morning light has other ways, a lamp and a place', '', async (page) => {
  await goTo(page, 'plan');
  await page.getByRole('radio', { name: /^Outdoors/ }).focus();
  await press(page, 'ArrowDown');
  assert.deepEqual(await untilAsked(page, 'set_light'), { way: 'indoor', dark_winter_lamp: null }, 'only what was changed');
  await room(page, 'lamp').check();
  assert.deepEqual(await untilAsked(page, 'set_light', 2), { way: null, dark_winter_lamp: true }, 'and here');
  assert.equal(await page.getByRole('radio', { name: /^By a bright window/ }).isChecked(), true, 'the way stays');
  await page.getByRole('link', { name: 'Change the place' }).click();
  await page.locator('#place-lat').waitFor();
});

// What became of them.

inWindow('the inbox asks for little, and the past is told without a count of anything', 'plan=full', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'inbox').getByRole('button', { name: 'Dismiss: Morning light' }).focus();
  await press(page, 'Enter');
  assert.deepEqual(await untilAsked(page, 'inbox_dismiss'), { kind: 'morning-light', local_date: '2026-03-14' }, 'that one');
  await room(page, 'inbox-card').waitFor({ state: 'hidden' });
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus is not lost');
  assert.equal(await room(page, 'past').isVisible(), false, 'the past is folded away');
  await room(page, 'past-room').locator('summary').click();
  assert.equal(await room(page, 'past').locator('li').count(), 68, 'all of it');
  assert.equal(await room(page, 'past').locator('button').count(), 0, 'there is nothing to do about it');
  const states = await room(page, 'past').locator('li').evaluateAll((items) => [...new Set(items.map((item) => item.getAttribute('data-state')))].sort());
  assert.deepEqual(states, ['done', 'missed', 'paused', 'quiet', 'rested', 'shown', 'skipped', 'snoozed'], 'whatever became of them');
});

inWindow('a question is answered once, and its reminder rests', 'asks', async (page) => {
  await goTo(page, 'plan');
  await page.getByRole('button', { name: 'Let it rest: Morning light' }).click();
  assert.deepEqual(await untilAsked(page, 'answer_question'), { kind: 'morning-light', rest: true }, 'that one');
  await page.getByRole('button', { name: 'Bring it back: Morning light' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Keep it/ }).count(), 0, 'the question is gone');
});

inWindow('what a reminder would say is shown, with the way to change it', '', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'example').getByText('“It is time”').waitFor();
  await page.getByRole('link', { name: 'Change what reminders say' }).click();
  await page.locator('[data-flag="plain_notifications"]').waitFor();
});

inWindow('what cannot be changed is said beside it, and a switch shows what is saved', 'fail=set_rule', async (page) => {
  await goTo(page, 'plan');
  await page.getByRole('switch', { name: 'Bedtime' }).click();
  await room(page, 'rules-card').locator('.trouble').getByText('disk is full').waitFor();
  assert.equal(await page.getByRole('switch', { name: 'Bedtime' }).isChecked(), false, 'it is off, as it was');
});

// Starting with the session.

for (const view of ['plan', 'settings']) {
  inWindow(`starting with the session is a switch in ${view}`, '', async (page) => {
    await goTo(page, view);
    const start = page.getByRole('switch', { name: /^Start with the session/ });
    assert.equal(await start.isChecked(), false, 'nobody is asked to before');
    await start.focus();
    await press(page, 'Space');
    assert.deepEqual(await untilAsked(page, 'set_autostart'), { enabled: true }, 'wished');
    await page.locator('[data-room] .status').getByText('Saved').waitFor();
    assert.equal(await start.isChecked(), true, 'and so it stands');
  });

  inWindow(`a session that cannot be changed is told in ${view}`, 'autostart=denied', async (page) => {
    await goTo(page, view);
    const start = page.getByRole('switch', { name: /^Start with the session/ });
    await start.click();
    await page.locator('.trouble').getByText('could not be changed').waitFor();
    assert.equal(await start.isChecked(), false, 'the switch shows how it stands');
  });

  inWindow(`where the desktop cannot be asked, ${view} offers nothing`, 'autostart=none', async (page) => {
    await goTo(page, view);
    await untilAsked(page, 'autostart');
    assert.equal(await page.locator('[data-part="autostart"]').isVisible(), false, 'no switch');
  });
}

// Changes from elsewhere.

inWindow('a pause that was ended in the tray is gone when the window is looked at again, and typed words stay', 'paused', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'now').getByText('Reminders pause').waitFor();
  await page.locator('#own-name').fill('Stretch');
  await room(page, 'targets').locator('wane-time[name="bed"] input').fill('22:20');
  await room(page, 'targets').locator('wane-time[name="rise"] input').fill('06');
  await page.evaluate(async () => {
    await /** @type {any} */ (window).__TAURI__.core.invoke('call', { name: 'pause_end', request: {} });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await room(page, 'now').waitFor({ state: 'hidden' });
  await room(page, 'pause-act').getByText('Pause reminders').waitFor();
  assert.equal(await page.locator('#own-name').inputValue(), 'Stretch', 'the name');
  assert.equal(await room(page, 'targets').locator('wane-time[name="bed"] input').inputValue(), '22:20', 'a time');
  assert.equal(await room(page, 'targets').locator('wane-time[name="rise"] input').inputValue(), '06', 'and half a time');
});

// Leaving.

inWindow('what was typed and not saved outlives the view', '', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'targets').locator('wane-time[name="bed"] input').fill('22:20');
  await page.locator('#own-name').fill('Stretch');
  await goTo(page, 'trends');
  await goTo(page, 'plan');
  assert.equal(await room(page, 'targets').locator('wane-time[name="bed"] input').inputValue(), '22:20', 'the time');
  await room(page, 'targets-status').getByText('not saved yet').waitFor();
  assert.equal(await page.locator('#own-name').inputValue(), 'Stretch', 'and the name');
  assert.equal((await asked(page)).some(({ name }) => name.startsWith('set_')), false, 'nothing was saved by itself');
  await room(page, 'targets').locator('button[type="submit"]').click();
  await room(page, 'targets-status').getByText('Saved').waitFor();
  await goTo(page, 'trends');
  await goTo(page, 'plan');
  assert.equal(await room(page, 'targets-status').textContent(), '', 'saved is saved');
});

inWindow('a first visit that is left keeps its times', 'state=empty', async (page) => {
  await goTo(page, 'plan');
  await room(page, 'start').locator('wane-time[name="bed"] input').fill('23:10');
  await goTo(page, 'trends');
  await goTo(page, 'plan');
  assert.equal(await room(page, 'start').locator('wane-time[name="bed"] input').inputValue(), '23:10', 'it still stands there');
});

// On Today.

inWindow('a pause is one quiet line on Today, with its end', 'paused&asks', async (page) => {
  const line = room(page, 'quiet-line');
  await line.getByText('Reminders pause for a flare').waitFor();
  assert.equal(await line.locator('.strip').count(), 1, 'the question waits');
  await line.getByRole('button', { name: 'End the pause now' }).click();
  await untilAsked(page, 'pause_end');
  await line.getByRole('button', { name: 'Keep it: Morning light' }).click();
  assert.deepEqual(await untilAsked(page, 'answer_question'), { kind: 'morning-light', rest: false }, 'then it is asked');
  await line.waitFor({ state: 'hidden' });
});

inWindow('another day says nothing about a pause', 'paused', async (page) => {
  await room(page, 'quiet-line').getByText('Reminders pause').waitFor();
  await act(page, 'previous').click();
  await page.locator('h1').getByText('13 March').waitFor();
  await room(page, 'quiet-line').waitFor({ state: 'hidden' });
  await act(page, 'to-today').click();
  await room(page, 'quiet-line').getByText('Reminders pause').waitFor();
});

// From a reminder or the tray to the right place.

inWindow('a reminder opens the view it belongs to', '', async (page) => {
  await emit(page, 'open-view', 'plan');
  await page.locator('.rail [data-view="plan"][aria-current="page"]').waitFor();
  await emit(page, 'open-view', 'evening');
  await page.locator('[data-part-tab="evening"][aria-selected="true"]').waitFor();
  await page.locator('wane-scale[name="evening-pain"] button:focus').waitFor();
  await emit(page, 'open-view', 'morning');
  await page.locator('[data-part-tab="morning"][aria-selected="true"]').waitFor();
  await page.locator('wane-scale[name="quality"] button:focus').waitFor();
  for (const odd of ['nowhere', 'constructor', 'first-run']) {
    await emit(page, 'open-view', 'plan');
    await page.locator('.rail [data-view="plan"][aria-current="page"]').waitFor();
    await emit(page, 'open-view', odd);
    await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
  }
});

inWindow('a reminder does not take away what is being typed in the plan', '', async (page) => {
  await goTo(page, 'plan');
  await page.locator('#own-name').fill('Stretch');
  await emit(page, 'open-view', 'plan');
  await page.locator('[data-act="test"]').click();
  await room(page, 'test-status').getByText('accepted').waitFor();
  assert.equal(await page.locator('#own-name').inputValue(), 'Stretch', 'it still stands there');
});

inWindow('before there is a diary, a reminder leads nowhere', 'state=first-run', async (page) => {
  await emit(page, 'open-view', 'plan');
  await page.locator('.welcome h1').waitFor();
  assert.equal((await asked(page, 'plan')).length, 0, 'the questions stay');
});
