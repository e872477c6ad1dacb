// All help from its beginning to its end in the real window, by somebody with keys alone and by somebody with a pointer alone.
// On the way the focus is never lost and always seen, and nothing is too small to be hit (harness/person.mjs).

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { Keys, Pointer } from './harness/person.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** @typedef {Keys | Pointer} Person */

/** From the open window of a new diary to a wind-down that runs, a newcomer may need so many keys and clicks. */
const NEWCOMER = 12;

/** @param {import('./harness/wane.mjs').Wane} wane @param {string} at @param {typeof Keys | typeof Pointer} Kind @returns {Promise<Person>} */
async function sits(wane, at, Kind) {
  const page = await wane.driven({ at });
  await until('the window', () => page.run('return document.querySelector("[data-room] h1") !== null'));
  return new Kind(page);
}

/** Quits, so that the next time begins with a program of its own. @param {Person} one */
async function leaves({ page }) {
  await page.call('quit').catch(() => {});
  await page.close();
}

for (const Kind of [Keys, Pointer]) {
  const isKeys = Kind === Keys;

  scene(`a newcomer sets up a wind-down and runs it, ${Kind.called}`, { seconds: 150 }, async (wane) => {
    const one = await sits(wane, '2026-03-14 22:00:00', Kind);
    const { page, hands } = one;
    const session = async () => (await page.call('wind_down')).session;
    await one.choose('Skip all of this');
    await one.reads('Good evening');
    await one.go('wind-down');
    await one.choose('Begin');
    await until('the first block', async () => (await session())?.kind === 'worries');
    console.log(`# a newcomer's wind-down ${Kind.called}: ${hands.said}, from the open window to the first block`);
    assert.ok(hands.count <= NEWCOMER, `it took ${hands.said}`);
    await one.write('What is on your mind', 'The letter');
    await one.choose('Put away until tomorrow');
    await until('it to be put away', async () => (await page.call('worries')).parked === 1);
    await one.choose('Next');
    await until('stretching', async () => (await session())?.kind === 'stretching');
    await one.choose('Next');
    await until('breathing', async () => (await session())?.kind === 'breathing');
    await one.choose('Pause');
    await until('it to stand still', async () => (await session())?.paused === true);
    await one.choose('Go on');
    await until('it to go on', async () => (await session())?.paused === false);
    await one.choose('Next');
    await until('quiet', async () => (await session())?.kind === 'quiet');
    await one.choose('That is enough');
    await one.choose('Close');
    await one.reads('Your wind-down');
    assert.equal(await session(), null);

    // Now as they want it.
    await one.choose('Change the blocks');
    await one.choose('Add: Body scan');
    await one.choose('Remove: Quiet');
    await one.choose('More Stretching');
    await one.choose('Move up: Body scan');
    await one.choose('Done');
    const { blocks, own } = await page.call('wind_down');
    assert.deepEqual(blocks.map((/** @type {any} */ block) => `${block.kind} ${block.minutes}`), ['worries 5', 'stretching 6', 'body-scan 10', 'breathing 5'], 'it is their own');
    assert.ok(own);
  });

  scene(`a body scan to its end, and the pacer in each form, ${Kind.called}`, { seconds: 180 }, async (wane) => {
    await past(wane, '2026-03-14', 7);
    await wane.cli(['wind-down', 'set', 'body-scan=10'], '2026-03-14T21:00:00Z');
    const one = await sits(wane, '2026-03-14 22:00:00', Kind);
    const { page } = one;
    await one.go('wind-down');
    await one.choose('Begin');
    const step = () => page.run('return document.querySelector("[data-part=step]")?.textContent ?? ""');
    await until('the first place', async () => (await step()) !== '');
    const heard = [await step()];
    while (heard.length < 30 && (await page.run('return document.querySelector("[data-stage=pass]") !== null'))) {
      await one.choose('Move on from here');
      const last = heard.at(-1);
      await until('the next place', async () => (await step()) !== last);
      const now = await step();
      if (now) heard.push(now);
    }
    assert.equal(new Set(heard).size, heard.length, 'no place twice');
    assert.ok(heard.length >= 15, `all of the body: ${heard.length} places`);
    await one.choose('Close');
    assert.equal((await page.call('wind_down')).session, null, 'it ended by itself after the last');

    await one.choose('Only breathe');
    for (const [form, shows] of [['A shape', 'in'], ['Words alone', 'in'], ['Numbers alone', '1']]) {
      await one.choose(form ?? '');
      await until('it to be chosen', () => one.look('return [...document.querySelectorAll("[aria-pressed=true]")].some((button) => is(button, arguments[0]))', form));
      await one.choose('Begin to breathe');
      await until('a breath', () => page.run('return document.querySelector("wane-breath .word:last-of-type")?.textContent === arguments[0]', shows));
      await until('the way out to have the focus', async () => (await one.focus()) === 'End');
      await one.back();
      await until('the settings', async () => (await one.focus()) === 'Begin to breathe');
    }
    await one.choose('A pace of your own');
    await one.choose('Less Breaths a minute');
    await one.choose('twice as long');
    await until('it to be kept', async () => {
      const { chosen } = await page.call('breathing');
      return chosen.preset === null && chosen.rate === 5.5 && chosen.out_per_in === 2;
    });
    await one.choose('Slow down bit by bit');
    await one.choose('Find my pace');
    for (let tap = 0; tap < 4; tap += 1) {
      if (isKeys) await one.hands.press(' ');
      else await one.choose('Tap at the start of each breath in');
      await new Promise((done) => setTimeout(done, 2500));
    }
    await one.choose('Use this pace');
    await until('the pace', async () => Math.abs(((await page.call('breathing')).chosen.pace ?? 0) - 23) < 4);
  });

  scene(`a worry and a night awake come back in the morning, ${Kind.called}`, { seconds: 300 }, async (wane) => {
    await past(wane, '2026-03-14', 7);
    let one = await sits(wane, '2026-03-14 21:30:00', Kind);
    await one.go('wind-down');
    await one.write('What is on your mind', 'The letter');
    await one.hands.press(KEY.enter, ...'The knee');
    await one.choose('Put away until tomorrow');
    await one.reads('2 things are put away');
    assert.ok(!(await one.page.text('[data-room]')).includes('The letter'), 'and out of sight');
    await leaves(one);

    one = await sits(wane, '2026-03-15 03:10:00', Kind);
    if (isKeys) await one.go('night');
    else await one.choose('Night screen');
    await one.choose('Settle');
    await one.choose('Next');
    await one.back();
    await one.choose('Just note it');
    await until('it to be noted', () => one.page.run('return document.querySelector(".night-screen")?.dataset.state === "noted"'));
    await one.back();
    await until('the view before', () => one.page.run('return document.querySelector(".night-screen") === null'));
    assert.ok(!(await one.page.text('[data-room]')).includes('The letter'), 'at night they stay hidden');
    await leaves(one);

    one = await sits(wane, '2026-03-15 10:40:00', Kind);
    await one.reads('You noted being awake');
    await one.choose(await one.look('return name(document.querySelector("[data-act=noted-take]"))'));
    await until('it to be taken', async () => (await one.page.call('today', { date: '2026-03-15' })).morning.night.nwak !== null);
    await one.go('wind-down');
    await one.reads('Back from the evening');
    await one.choose('Let go: The letter');
    await until('one to be gone', async () => (await one.page.call('worries')).given.length === 1);
    await one.choose('Plan a step: The knee');
    await one.write('One small next step', 'Call Marta');
    await one.choose('Note the step');
    await until('the other', async () => (await one.page.call('worries')).given.length === 0);
    const { entries } = await one.page.call('today', { date: '2026-03-15' });
    assert.ok(entries.some((/** @type {any} */ entry) => entry.text.includes('Call Marta')), 'the step is a note of the day');
  });

  scene(`a plan for flares is written, a flare comes and goes, a card is read, a number is kept, ${Kind.called}`, { seconds: 180 }, async (wane) => {
    await past(wane, '2026-03-14', 7);
    const one = await sits(wane, '2026-03-15 10:00:00', Kind);
    const { page } = one;
    const today = () => page.call('today', { date: null });
    if (isKeys) await one.go('flare');
    else await one.choose('Flare plan');
    await one.choose('Write the plan');
    await one.write('What would you like to hear on a day like that?', 'It has passed every time.');
    await one.write('What can wait until it has passed?', 'The garden.');
    await one.choose('Keep it');
    await one.reads('It has passed every time.');
    await one.choose('Start flare mode');
    await until('flare mode', async () => (await today()).flare !== null);
    await one.go('today');
    await one.reads('How is it now?');
    await one.choose('Easing');
    await until('a note', async () => (await today()).flare?.noted);
    await one.choose('It has passed');
    await until('the end of it', async () => (await today()).flare === null);
    await one.reads('How was the night?');

    await one.go('learn');
    await one.choose('Which one leads?');
    await one.reads('What speaks against it');
    await one.choose('Mark as read');
    await until('it to be marked', async () => (await page.call('learn')).groups.flatMap((/** @type {any} */ group) => group.cards).filter((/** @type {any} */ card) => card.read).length === 1);
    await one.back();
    await one.reads('What the moons mean');

    await one.go('help-now');
    await one.choose('Add someone');
    await one.write('Who', 'Marta');
    await one.write('Number', '555');
    await one.choose('Keep');
    await until('her to be kept', async () => (await page.call('help_now')).own.length === 1);
    await one.choose('Put away Ireland');
    await until('it to be put away', async () => (await page.call('help_now')).places.some((/** @type {any} */ place) => place.away));
    await one.choose('Show all countries');
    await until('it to be back', async () => (await page.call('help_now')).places.every((/** @type {any} */ place) => !place.away));
    await one.choose('Edit Marta');
    await one.write('What you want to remember', 'evenings');
    await one.choose('Keep');
    await until('it to be kept', async () => (await page.call('help_now')).own[0].note === 'evenings');
    await one.choose('When to seek care');
    await one.reads('Call your emergency number now');
    await one.back();
    await until('the numbers', () => page.run('return location.hash === "#help-now"'));
    await one.back();
    await one.reads('What the moons mean');
  });

  scene(`movement: logged, as a routine, and with a plan that goes back when it was too much, ${Kind.called}`, { seconds: 240 }, async (wane) => {
    await past(wane, '2026-03-14', 20);
    for (const back of [9, 7, 5, 3]) await wane.cli(['log', 'movement', `2026-03-${String(14 - back).padStart(2, '0')}`, '--minutes', '20', '--felt', 'right'], '2026-03-14T12:00:00Z');
    let one = await sits(wane, '2026-03-14 16:00:00', Kind);
    const { page } = one;
    const ledger = () => page.call('ledger', { kind: null });
    await one.go('movement');
    await one.choose('My plan');
    await one.choose('Add');
    await one.write('Lower limit, minutes a day', '10');
    await one.write('Upper limit, minutes a day', '18');
    await one.write('In their own words', 'Slowly');
    await one.choose('Save');
    await until('the limits', async () => (await ledger()).instructions.length === 1);
    await one.choose('Begin a plan');
    await until('a plan', async () => (await ledger()).state === 'running');
    const { quota_min } = await ledger();
    assert.equal(quota_min, 16, 'it starts at 80 % of what was comfortable, within the limit');

    await one.choose('Today');
    await one.choose('Walking');
    await one.choose('30');
    await one.choose('too much');
    await one.choose('It has just ended');
    await one.choose('Save session');
    await until('the session', async () => (await page.call('movement', { date: null })).sessions.length === 1);
    await one.choose('My plan');
    await one.reads('Moved today');

    await one.choose('Library');
    await one.choose('Lying');
    await one.choose('Ankle pumps: how it goes');
    await one.choose('Not for me: Ankle pumps');
    await until('it to be put aside', async () => (await page.call('movement_library')).movements.some((/** @type {any} */ item) => item.hidden));

    await one.choose('Routines');
    await one.choose('Make a routine');
    await one.write('Name', 'By the window');
    await one.choose('Add');
    await one.choose('Save routine');
    await until('the routine', async () => (await page.call('routines')).routines.some((/** @type {any} */ { name }) => name === 'By the window'));
    await one.choose('Begin: By the window');
    await one.reads('Movement 1 of 1');
    await one.choose('Pause');
    await one.choose('Go on');
    await one.choose('Finish');
    await until('it to be written down', async () => (await page.call('movement', { date: null })).sessions.length === 2);
    await one.choose('just right');
    await until('how it felt', async () => (await page.call('movement', { date: null })).sessions.some((/** @type {any} */ { dose }) => dose.felt === 'right'));
    await one.choose('Close');
    await one.reads('Ready-made');
    await leaves(one);

    one = await sits(wane, '2026-03-16 10:00:00', Kind);
    await one.go('movement');
    await one.choose('My plan');
    await one.reads('Less for now: 14 min a day, after 16 min.');
    await one.reads('A session was too much');
  });
}
