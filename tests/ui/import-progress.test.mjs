// A look into files that takes long: words, a bar, how long it still takes, and a way to stop it at any moment.

import assert from 'node:assert/strict';
import { asked, goTo, untilAsked } from './browser.mjs';
import { focused, inWindow } from './in-window.mjs';

/** @typedef {import('./in-window.mjs').Page} Page */

/** Says to the fake host how far it is, or that it is done. @param {Page} page @param {string} name @param {unknown} [request] */
const tell = (page, name, request = {}) =>
  page.evaluate(([what, with_]) => /** @type {any} */ (window).__TAURI__.core.invoke('call', { name: what, request: with_ }), /** @type {const} */ ([name, request]));

const room = '[data-part="import-progress"]';

/** @param {Page} page */
async function begun(page) {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').focus();
  await page.keyboard.press('Enter');
  await page.locator(`${room} progress`).waitFor();
}

inWindow('a long look says what it does, how far it is, and how long it takes once that is known', 'long', async (page) => {
  await begun(page);
  const bar = page.locator(`${room} progress`);
  await page.locator(`${room} [role="status"]`).getByText('Reading the files').waitFor();
  assert.equal(await bar.getAttribute('aria-label'), 'How far it has come');
  const described = () => bar.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent);
  assert.equal(await described(), '', 'whoever asks for the bar is told how long it takes, once that is known');
  assert.equal(await bar.getAttribute('value'), null, 'nobody knows yet how much there is');
  assert.doesNotMatch(await page.locator(room).innerText(), /left/, 'nor how long it takes');

  await tell(page, '$goOn', { part: 0.25, left: 'about 20 seconds left' });
  await page.locator(room).getByText('about 20 seconds left').waitFor();
  assert.equal(await bar.evaluate((element) => /** @type {HTMLProgressElement} */ (element).value), 0.25);
  assert.equal(await described(), 'about 20 seconds left');
  assert.equal(await focused(page), 'Choose files', 'the focus stays where it was');

  await page.keyboard.press('Enter');
  assert.equal((await asked(page, 'pick_files')).length, 1, 'one thing at a time');

  await tell(page, '$finish');
  await page.locator('[data-part="found"]').getByText('31, from 1 February').waitFor();
  assert.equal(await page.locator(room).isHidden(), true, 'done, it is gone');
});

for (const [how, stop] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
  ['its button', (page) => page.locator(`${room} [data-act="stop"]`).click()],
  ['Escape', (page) => page.keyboard.press('Escape')],
])) {
  inWindow(`a long look is stopped with ${how}`, 'long', async (page) => {
    await begun(page);
    await stop(page);
    await page.locator('[data-part="import-status"]').getByText('Stopped. Nothing was changed.').waitFor();
    await untilAsked(page, 'import_cancel');
    assert.equal(await page.locator(room).isHidden(), true);
    assert.equal(await page.locator('[data-part="trouble"]').first().isHidden(), true, 'stopping is no trouble');
    assert.equal(await page.locator('[data-part="found"]').isHidden(), true, 'nothing was found');
    assert.equal(await focused(page), 'Choose files', 'back where it began');
  });
}

inWindow('leaving the view gives a look up', 'long', async (page) => {
  await begun(page);
  await goTo(page, 'today');
  await untilAsked(page, 'import_cancel');
});

inWindow('what is quick shows no bar', '', async (page) => {
  await goTo(page, 'data');
  await page.locator('[data-act="pick"]').click();
  await page.locator('[data-part="found"]').getByText('31, from 1 February').waitFor();
  assert.equal((await asked(page, 'import_progress')).length, 0, 'nobody asked how far it is');
});
