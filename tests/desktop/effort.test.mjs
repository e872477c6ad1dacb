// How much the usual tasks ask of a person: every key and every click that the harness sends is counted, from the start of the program.
// `docs/EFFORT.md` holds the figures beside those of other diaries.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { Hands } from './harness/hands.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** Keys and clicks that a task may ask for at most. */
const AT_MOST = { morning: 6, rough: 1, dayOfAForgottenWeek: 6, wakeTime: 4 };

const TODAY = '2026-03-14';

/** Opens the window on a morning with a past that ends so many days ago. @param {import('./harness/wane.mjs').Wane} wane @param {string} last the last day in the diary */
async function opened(wane, last) {
  await past(wane, last, 20);
  const page = await wane.driven({ at: `${TODAY} 08:30:00` });
  await until('the Today view', () => reads(page, 'How was the night?'));
  return { page, hands: new Hands(page) };
}

/**
 * The morning of a day once it is whole in the diary: answered, and its night confirmed.
 *
 * @param {import('./harness/webdriver.mjs').Page} page
 * @param {string} date
 */
function whole(page, date) {
  return until(`${date} in the diary`, async () => {
    const { morning } = await page.call('today', { date });
    return morning.quality !== null && morning.pain !== null && morning.night.bed !== null && morning.night.out_of_bed !== null && morning;
  });
}

/** Waits until the view stands on another day than before. @param {import('./harness/webdriver.mjs').Page} page */
async function moved(page) {
  const shown = () => page.run('return [window.shownBefore ?? null, history.state?.date ?? null]');
  await until('another day', async () => {
    const [before, now] = await shown();
    return now !== null && now !== before;
  });
  await page.run('window.shownBefore = history.state.date');
}

/**
 * The single key that a button names as its own.
 *
 * @param {import('./harness/webdriver.mjs').Page} page
 * @param {string} selector
 */
async function keyOf(page, selector) {
  const named = await page.run('return document.querySelector(arguments[0]).getAttribute("aria-keyshortcuts")', selector);
  const [key] = (named ?? '').split(' ').filter((/** @type {string} */ one) => one.length === 1);
  assert.ok(key, `${selector} names a single key of its own (aria-keyshortcuts): ${named}`);
  return key;
}

scene('an ordinary morning', {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  await hands.press('4', '3', KEY.enter);
  const morning = await whole(page, TODAY);
  assert.equal(morning.quality, 4, 'the night was as answered');
  assert.equal(morning.pain, 3, 'and the pain');
  assert.equal(morning.night.bed, '23:05', 'the usual night was confirmed by the same key');
  assert.ok(hands.count <= AT_MOST.morning, `it took ${hands.count} keys and clicks`);
  console.log(`# ordinary morning: ${hands.said}, 2 questions answered, 4 readings confirmed`);
});

scene('the same morning, confirmed while the answers before are still being saved', {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  // A slow disk: the answer to the first save comes late.
  await page.run(`
    const shell = window.__TAURI__;
    let isFirst = true;
    const invoke = async (command, payload) => {
      const answer = await shell.core.invoke(command, payload);
      if (payload?.name === 'save_morning' && isFirst) {
        isFirst = false;
        window.savedOnce = true;
        await new Promise((done) => setTimeout(done, 1500));
      }
      return answer;
    };
    window.__TAURI__ = { ...shell, core: { ...shell.core, invoke } };`);
  await hands.press('4', '3');
  await until('the answers to be saved by themselves', () => page.run('return window.savedOnce === true'));
  await hands.press(KEY.enter);
  const morning = await whole(page, TODAY);
  assert.equal(morning.night.bed, '23:05', 'what was confirmed is in the diary');
});

scene('a rough day', {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  await hands.press('r');
  await until('the day marked as rough', async () => (await page.call('today', { date: TODAY })).rough === true);
  assert.ok(hands.count <= AT_MOST.rough, `it took ${hands.count} keys and clicks`);
  console.log(`# rough day: ${hands.said}, nothing asked`);
});

/** The seven days that were forgotten, the last one first. */
const FORGOTTEN = Array.from({ length: 7 }, (_, back) => new Date(Date.parse('2026-03-13') - back * 86_400_000).toISOString().slice(0, 10));

/**
 * Fills in the forgotten week day by day, going back from today.
 *
 * @param {import('./harness/webdriver.mjs').Page} page
 * @param {Hands} hands
 * @param {(quality: number, pain: number) => Promise<void>} fill goes to the day before and answers it
 */
async function fillWeek(page, hands, fill) {
  for (const [index, date] of FORGOTTEN.entries()) {
    const before = hands.count;
    await fill(2 + (index % 3), 3 + (index % 4));
    const morning = await whole(page, date);
    assert.deepEqual([morning.quality, morning.pain], [2 + (index % 3), 3 + (index % 4)], `${date} is as answered`);
    assert.ok(hands.count - before <= AT_MOST.dayOfAForgottenWeek, `${date} took ${hands.count - before} keys and clicks`);
  }
  return `${hands.said} for 7 days, ${hands.count / 7} a day; 2 questions answered and the usual night confirmed each day`;
}

scene('a forgotten week, by mouse', { seconds: 180 }, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-06');
  const said = await fillWeek(page, hands, async (quality, pain) => {
    await hands.click('[data-act=previous]');
    await moved(page);
    await hands.click(`wane-scale[name="quality"] [data-step="${quality}"]`);
    await hands.click(`wane-scale[name="pain"] [data-step="${pain}"]`);
    await hands.click('[data-act=save]');
  });
  console.log(`# forgotten week, by mouse: ${said}`);
});

scene('a forgotten week, by keyboard alone', { seconds: 180 }, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-06');
  const key = await keyOf(page, '[data-act=previous]');
  const said = await fillWeek(page, hands, async (quality, pain) => {
    await hands.press(key);
    await moved(page);
    await until('the first question to have the focus', () => page.run('return document.activeElement?.closest("wane-scale")?.getAttribute("name") === "quality"'));
    await hands.press(String(quality), String(pain), KEY.enter);
  });
  console.log(`# forgotten week, by keyboard: ${said}`);
});

/** Yesterday's time of getting up, as the diary has it. @param {import('./harness/webdriver.mjs').Page} page */
const upYesterday = async (page) => (await page.call('today', { date: '2026-03-13' })).morning.night.out_of_bed;

scene("yesterday's time of waking, ten minutes later than it was written", {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  assert.equal(await upYesterday(page), '07:10', 'so it was written');
  await hands.click('[data-act=previous]');
  await moved(page);
  await hands.click('wane-time[name="out_of_bed"] input');
  await hands.press(KEY.up, KEY.up);
  await until('the correction in the diary', async () => (await upYesterday(page)) === '07:20');
  assert.ok(hands.count <= AT_MOST.wakeTime, `it took ${hands.count} keys and clicks`);
  console.log(`# yesterday's time of waking, by steps: ${hands.said}; 1 field`);
});

scene("yesterday's final awakening, a detail that is folded away", {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  await hands.click('[data-act=previous]');
  await moved(page);
  await hands.click('[data-act=details]');
  await hands.click('wane-time[name="final_wake"] input');
  await hands.press(KEY.up, KEY.up);
  await until('the correction in the diary', async () => (await page.call('today', { date: '2026-03-13' })).morning.night.final_wake === '07:10');
  assert.ok(hands.count <= AT_MOST.wakeTime + 1, `unfolding is one more: it took ${hands.count} keys and clicks`);
  console.log(`# yesterday's final awakening, by steps: ${hands.said}; 1 field`);
});

scene("yesterday's time of waking, typed anew", {}, async (wane) => {
  const { page, hands } = await opened(wane, '2026-03-13');
  await hands.click('[data-act=previous]');
  await moved(page);
  await hands.click('wane-time[name="out_of_bed"] input');
  await hands.press('7', '4', '5', KEY.tab);
  await until('the correction in the diary', async () => (await upYesterday(page)) === '07:45');
  console.log(`# yesterday's time of waking, typed anew: ${hands.said}, of which 3 are the digits; 1 field`);
});

scene("control: what is sent is counted, and a task that asks more is seen", {}, async (wane) => {
  const { hands } = await opened(wane, '2026-03-13');
  await hands.press(KEY.escape, '2', '1');
  await hands.click('[data-act=previous]');
  assert.equal(hands.count, 4, 'three keys and a click');
  assert.equal(hands.said, '3 keys, 1 click', 'and they are told apart');
});
