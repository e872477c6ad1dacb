// Some three hundred texts that would act if they were taken for code, typed into every field of the window.
// That they can act is shown in `payloads.test.mjs`.

import assert from 'node:assert/strict';
import { Listener } from './harness/listener.mjs';
import { reads } from './harness/page-words.mjs';
import { WATCH, escaped, payloads, quiet } from './harness/payloads.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { WALK, walked } from './harness/walk.mjs';

/** Fields that a walk worth the name comes across: it looks for none of them by name. */
const KNOWN = [
  /^#first-run .*welcome-bed/, /mattered-question/, /search-words/, /entry-#-note/, /entry-#-name/, /entry-#-amount/, /nap/,
  /lists-pains/, /lists-factors/, /lists-anchors/, /lists-medicines/, /place-lat/, /targets-lead/, /rules/,
];

scene('typed into every field of every view they stay text', { seconds: 1000 }, async (wane, desk) => {
  const listener = await Listener.open();
  try {
    const texts = payloads(listener.url).map(({ text }) => text);
    // What is sent and not only typed: the shortest that act by themselves, since fields have limits.
    const live = payloads(listener.url).filter(({ fires }) => fires === 'itself').sort((a, b) => a.text.length - b.text.length).slice(0, 2);
    const page = await wane.driven({ at: '2026-03-14 08:30:00' });
    await page.run(WATCH);
    await page.run(WALK);
    await page.run('[window.texts, window.sent] = JSON.parse(arguments[0])', escaped([texts, live.map(({ text }) => text)]));

    await until('the first questions', () => reads(page, 'When do you usually sleep?'));
    await page.wait('await window.walk.type(window.texts, [])();');
    const first = await page.run('return window.walk.fields.size');
    assert.ok(first >= 2, `the first questions have ${first} fields`);
    await page.run('document.querySelector("[data-act=skip]").click()');
    await until('the Today view', () => reads(page, 'How was the night?'));

    await page.run('window.walk.begin(window.walk.type(window.texts, window.sent))');
    await walked(page);
    const fields = /** @type {[string, number][]} */ (await page.run('return [...window.walk.fields]'));
    const stops = await page.run('return window.walk.stops');
    assert.ok(fields.length >= 30, `the walk found ${fields.length} fields: ${fields.map(([name]) => name).join('\n')}`);
    for (const known of KNOWN) assert.ok(fields.some(([name]) => known.test(name)), `the walk found ${known}, or it finds less than there is`);
    for (const [name, taken] of fields) assert.ok(taken >= texts.length, `${name} was given every text, not ${taken} of ${texts.length}`);
    for (const view of await page.run('return [...document.querySelectorAll(".rail [data-view]")].map((link) => link.dataset.view)')) {
      assert.ok(stops.includes(view), `the walk has been to ${view}`);
    }
    await quiet(page, listener, desk);
    console.log(`# ${texts.length} texts in ${fields.length} fields at ${stops.length} stops`);
  } finally {
    listener.close();
  }
});
