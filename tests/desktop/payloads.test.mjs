// Some three hundred texts that would act if they were taken for code: here they do, and behind the page's policy they do not.
// `payloads-typed.test.mjs` types them into every field, `payloads-shown.test.mjs` looks where they are shown.

import assert from 'node:assert/strict';
import { blankPage } from './harness/blank.mjs';
import { past } from './harness/diary.mjs';
import { Listener } from './harness/listener.mjs';
import { reads } from './harness/page-words.mjs';
import { WATCH, asked, escaped, payloads, seen } from './harness/payloads.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';

/**
 * Makes markup of payloads, each in a room of its own, and touches what asks to be touched.
 *
 * The arguments are the payloads and whether each gets a document of its own inside the page, as it must
 * where nothing keeps it from leading the page away.
 */
const MAKE_MARKUP = `
  const [texts, apart] = args;
  const batch = JSON.parse(texts);
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const rooms = batch.map(({ text }) => {
    const room = document.createElement(apart ? 'iframe' : 'section');
    document.body.append(room);
    if (apart) window.watch.guard(room.contentWindow);
    (apart ? room.contentDocument.body : room).innerHTML = text;
    return room;
  });
  await rest(400);
  rooms.forEach((room, index) => {
    if (batch[index].fires !== 'person') return;
    for (const one of (apart ? room.contentDocument : room)?.querySelectorAll('*') ?? []) if (one.closest('body')) window.watch.touch(one);
  });
  await rest(300);
  for (const room of rooms) room.remove();`;

scene('control: where markup is made of them and no policy stands, they act', {}, async (_wane, desk) => {
  const listener = await Listener.open();
  try {
    const all = payloads(listener.url);
    assert.ok(all.length >= 200, `there are ${all.length} of them`);
    assert.equal(new Set(all.map(({ text }) => text)).size, all.length, 'no two are the same');
    const live = all.filter(({ fires }) => fires);
    assert.ok(live.length >= 100, `${live.length} of them are meant to act this way`);

    const page = await blankPage(desk, `${listener.url}/blank`);
    await page.run(WATCH);
    for (let from = 0; from < live.length; from += 25) await page.wait(MAKE_MARKUP, escaped(live.slice(from, from + 25)), true);
    const acted = new Set([...(await seen(page)).fired, ...asked(listener)]);
    const silent = live.filter(({ number }) => !acted.has(number));
    assert.ok(
      silent.length <= live.length / 10,
      `${live.length - silent.length} of ${live.length} acted; these did not: ${silent.map(({ text }) => text).join('\n')}`,
    );
    await page.close();
  } finally {
    listener.close();
  }
});

scene("even as markup in the window's own page they do nothing: its policy stands behind the code", {}, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const listener = await Listener.open();
  try {
    const page = await wane.driven({ at: '2026-03-14 08:30:00' });
    await until('the Today view', () => reads(page, 'How was the night?'));
    await page.run(WATCH);
    const live = payloads(listener.url).filter(({ fires }) => fires);
    for (let from = 0; from < live.length; from += 25) await page.wait(MAKE_MARKUP, escaped(live.slice(from, from + 25)), false);
    const { fired, strange, polluted } = await seen(page);
    assert.deepEqual(fired, [], 'no code of theirs ran');
    assert.deepEqual(asked(listener), [], 'nobody was asked for anything');
    assert.equal(polluted, false, 'no object has a canary');
    assert.match(await page.run('return location.href'), /^tauri:\/\/localhost\b/, 'the window stays on its own page');
    assert.equal((await page.windows()).length, 1, 'there is one window');
    assert.ok(strange.length >= live.length / 2, `control: the watch sees strange elements; it saw ${strange.length}`);
  } finally {
    listener.close();
  }
});
