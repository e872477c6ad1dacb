// The night screen: it tells no time, it is dark from the first moment on, and two keys are enough.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { STATES, choose, ground, inState, timesTold, toNight } from './at-night.mjs';
import { asked, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const [state, go] of STATES) {
  inWindow(`${state}: no digit and no time is told`, '', async (page) => {
    await toNight(page);
    await go(page);
    assert.deepEqual(await timesTold(page), [], 'nothing in texts, labels, tooltips or the title');
  });
}

inWindow('no card of the advice tells a time, nor what is said when noting did not work', 'fail=night_note', async (page) => {
  await toNight(page);
  await choose(page, 'settle');
  await page.locator('[data-part="said"]').getByText('could not be noted').waitFor();
  const cards = new Set();
  for (let turn = 0; turn < 8; turn += 1) {
    cards.add(await page.locator('[data-part="card"]').textContent());
    assert.deepEqual(await timesTold(page), [], 'no card tells one');
    await choose(page, 'next');
  }
  assert.ok(cards.size >= 3, `one card after the other (${cards.size})`);
});

inWindow('the walk finds times where there are some', '', async (page) => {
  assert.ok((await timesTold(page)).some((text) => /\d\d:\d\d/.test(text)), 'Today is full of them');
  await toNight(page);
  for (const [name, value] of [['title', 'ten to 3'], ['aria-label', 'past midnight'], ['placeholder', '--:-- 0']]) {
    await page.evaluate(([attribute, text]) => document.querySelector('.night-screen h1')?.setAttribute(String(attribute), String(text)), [name, value]);
    assert.deepEqual(await timesTold(page), [value], `${name} is looked at`);
    await page.evaluate((attribute) => document.querySelector('.night-screen h1')?.removeAttribute(attribute), name);
  }
  await page.evaluate(() => document.querySelector('[data-part="card"]')?.append('half an hour'));
  assert.deepEqual(await timesTold(page), ['half an hour'], 'and so is what is hidden');
});

// Dark.

inWindow('it is dark at once, before its view has come, and nothing of the view before is seen', 'theme=day&held=night', async (page) => {
  const bright = await ground(page);
  const seen = () => page.locator('h1').first().isVisible();
  assert.ok(await seen(), 'the control: Today is there');
  await page.keyboard.press('.');
  assert.notEqual(await ground(page), bright, 'the ground has changed with the key');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'night');
  assert.ok(!(await seen()), 'and Today is out of sight');
  assert.equal(await page.locator('.night-screen').count(), 0, 'though the night screen is still on its way');
});

inWindow('a night screen that does not come leaves the window as it was', 'theme=day&fail=night', async (page) => {
  await page.keyboard.press('.');
  await page.locator('[data-whole-status]').getByText('disk is full').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'day', 'in its theme');
  assert.ok(await page.locator('[data-act="save"]').isVisible(), 'with the view that was there');
});

inWindow('a theme that changes meanwhile stays outside', 'theme=day', async (page) => {
  await toNight(page);
  const dark = await ground(page);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await untilAsked(page, 'appearance');
  assert.equal(await ground(page), dark, 'the diary says day, and it stays night');
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'day', 'which holds again outside');
});

// By keyboard alone.

inWindow('two keys are enough: up and down go round, Enter chooses, Escape goes back', '', async (page) => {
  await toNight(page);
  assert.match(await focused(page), /awake/, 'the sentence is read first');
  const way = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('ArrowDown');
    way.push(await focused(page));
  }
  assert.deepEqual(way, ['Breathe', 'Settle', 'Just note it', 'Close', 'Help now', 'Breathe'], 'round and round');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await inState(page, 'settle');
  const first = await page.locator('[data-part="card"]').textContent();
  await page.keyboard.press('Enter');
  assert.notEqual(await page.locator('[data-part="card"]').textContent(), first, 'the next card by one key');
  await page.keyboard.press('Escape');
  await inState(page, 'choose');
  assert.equal(await focused(page), 'Settle', 'back where it was chosen');
  await page.keyboard.press('Escape');
  await page.locator('[data-act="save"]').waitFor();
  assert.equal(await page.locator('.night-screen').count(), 0, 'and back to the view before');
  const order = (await asked(page)).map(({ name }) => name).filter((name) => name.startsWith('night'));
  assert.deepEqual(order, ['night', 'night_note', 'night_over'], 'the display is given back once');
});

inWindow('no key leads away from it, and none opens anything over it', '', async (page) => {
  await toNight(page);
  for (const key of ['1', '2', 'n', 'r', 't', '/', '?', '-', '+', '.', 'Control+z', 'Control+f']) {
    await page.keyboard.press(key);
    assert.equal(await page.locator('.night-screen').count(), 1, `${key} leads nowhere`);
    assert.equal(await page.locator('dialog').count(), 0, `${key} opens nothing`);
  }
  const changes = (await asked(page)).filter(({ name }) => ['mark_rough', 'undo', 'search'].includes(name));
  assert.deepEqual(changes, [], 'and changes nothing');
});

inWindow('where single keys are off the full stop is a full stop', '', async (page) => {
  await page.evaluate(async () => {
    const { useSingleKeys } = await import(`${location.origin}/model/keys.js`);
    useSingleKeys(false);
  });
  await page.keyboard.press('.');
  await page.locator('[data-act="save"]').waitFor();
  assert.equal(await page.locator('.night-screen').count(), 0);
});

inWindow('a full stop that is typed is typed', 'part=evening', async (page) => {
  await page.locator('#mattered').click();
  await page.keyboard.type('Read. Slept.');
  assert.equal(await page.locator('#mattered').inputValue(), 'Read. Slept.');
  assert.equal(await page.locator('.night-screen').count(), 0, 'and opens nothing');
});

inWindow('it is opened by the shell too, and what was begun is saved first', '', async (page) => {
  await page.keyboard.press('4');
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('open-view', 'night'));
  await page.locator('.night-screen').waitFor();
  assert.equal((await asked(page, 'save_morning')).at(-1)?.request.quality, 4, 'the answer of a moment ago');
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('open-view', 'plan'));
  await page.locator('.rail [data-view="plan"][aria-current="page"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.rail [data-view="today"][aria-current="page"]').waitFor();
  assert.equal(await page.locator('.night-screen').count(), 0, 'nothing leads back into the dark');
});

inWindow('closing the window at night asks nothing', '', async (page) => {
  await toNight(page);
  await page.evaluate(() => /** @type {any} */ (window).fakeHost.emit('close-asked'));
  await untilAsked(page, 'close_window');
  assert.equal(await page.locator('dialog').count(), 0, 'no question stands in the dark');
});

// Noting.

inWindow('what could not be noted is said quietly, and can be tried again', 'breaks=night_note:1', async (page) => {
  await toNight(page);
  await choose(page, 'note');
  await page.locator('[data-part="said"]').getByText('could not be noted').waitFor();
  await inState(page, 'choose');
  await choose(page, 'note');
  await inState(page, 'noted');
});

// Legible and reachable.

/** @param {Page} page @returns {Promise<string[]>} */
const violations = (page) => page.evaluate(async () => {
  const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return found.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.target.join(' ')).join(', ')}`);
});

for (const [state, go] of STATES) {
  inWindow(`${state}: legible, reachable, and never too wide`, '', async (page) => {
    await toNight(page);
    await go(page);
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), [], 'rules of accessibility');
    for (const scale of [1, 2]) {
      await page.evaluate((size) => document.documentElement.style.setProperty('--text-scale', String(size)), scale);
      for (const width of [320, 400, 900, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        const room = await page.evaluate(() => {
          const screen = /** @type {HTMLElement} */ (document.querySelector('.night-screen'));
          return { over: screen.scrollWidth - screen.clientWidth, small: [...screen.querySelectorAll('button')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 48).length };
        });
        assert.deepEqual(room, { over: 0, small: 0 }, `${width} px at ${scale * 100} % text`);
      }
    }
  });
}

inWindow('its gate is not asleep', '', async (page) => {
  await toNight(page);
  await page.evaluate(axe);
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.color = 'oklch(42% 0.06 65)';
    document.querySelector('.night-middle')?.append(faint, document.createElement('button'));
  });
  const found = (await violations(page)).join('\n');
  assert.match(found, /color-contrast/, 'faint words are noticed');
  assert.match(found, /button-name/, 'and a button without a name');
});

// The morning after.

inWindow('the morning offers what was noted, fills nothing in, and takes it by one tap', 'noted=2', async (page) => {
  const offer = page.locator('[data-part="noted"]');
  await offer.getByText('You noted being awake twice in the night.').waitFor();
  await page.locator('[data-act="details"]').click();
  const field = page.locator('wane-minutes[name="nwak"]');
  assert.ok(await field.evaluate((one) => one.hasAttribute('suggested')), 'what stands there is the usual');
  assert.equal((await asked(page, 'save_morning')).length, 0, 'and nothing was saved');
  await page.locator('[data-act="noted-take"]').click();
  const { night } = await untilAsked(page, 'save_morning');
  assert.equal(night.nwak, 2, 'the number is saved');
  assert.equal(night.bed, null, 'and nothing that is only suggested');
  assert.equal(await offer.isVisible(), false, 'the offer is over');
  assert.equal(await focused(page), 'Save morning', 'and the focus goes on');
});

inWindow('the offer can be left, and goes when the number is said by hand', 'noted=1', async (page) => {
  const offer = page.locator('[data-part="noted"]');
  await offer.getByText('once').waitFor();
  await page.locator('[data-act="noted-away"]').click();
  assert.deepEqual(await untilAsked(page, 'night_offer_dismiss'), { date: '2026-03-14' });
  assert.equal(await offer.isVisible(), false, 'put away');
  assert.equal((await asked(page, 'save_morning')).length, 0, 'and nothing said');
  await page.reload();
  await offer.getByText('once').waitFor();
  await page.locator('[data-act="details"]').click();
  await page.locator('wane-minutes[name="nwak"] input').fill('3');
  await page.keyboard.press('Tab');
  await untilAsked(page, 'save_morning');
  assert.equal(await offer.isVisible(), false, 'said by hand, it is said');
});

inWindow('where nothing was noted nothing is offered', '', async (page) => {
  assert.equal(await page.locator('[data-part="noted"]').isVisible(), false);
});

inWindow('what was noted stands on its day, and can be removed and not altered', 'noted=1', async (page) => {
  await page.keyboard.press('-');
  const row = page.locator('[data-kind="awakening"]');
  await row.getByText('Awake in the night').waitFor();
  assert.deepEqual(await row.locator('button').evaluateAll((all) => all.map((one) => one.getAttribute('data-do'))), ['remove']);
  await row.locator('button').click();
  assert.deepEqual(await untilAsked(page, 'remove_entry'), { kind: 'awakening', id: 'a1' });
  await row.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'Nap', 'the focus stays near');
});

// The keys that turn the day.

inWindow('minus and plus turn the day', '', async (page) => {
  const day = () => page.locator('h1').textContent();
  const [today, before] = [await day(), 'Friday, 13 March'];
  await page.keyboard.press('-');
  await page.locator('h1').getByText(before).waitFor();
  await page.keyboard.press('+');
  await page.locator('h1').getByText(String(today)).waitFor();
  await page.keyboard.press('-');
  await page.locator('h1').getByText(before).waitFor();
  await page.keyboard.press('=');
  await page.locator('h1').getByText(String(today)).waitFor();
  await page.keyboard.press('?');
  const keys = await page.locator('dialog .keys').innerText();
  assert.match(keys, /−\s*\+/, 'they stand in the list of keys');
  assert.match(keys, /night screen/, 'and so does the night screen');
});
