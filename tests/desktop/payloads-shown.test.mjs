// The same texts as in `payloads.test.mjs`, already in the diary, wherever the window shows what was written:
// each stands there letter by letter and does nothing.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { past } from './harness/diary.mjs';
import { Listener } from './harness/listener.mjs';
import { reads } from './harness/page-words.mjs';
import { WATCH, escaped, payloads, quiet } from './harness/payloads.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';
import { WALK, walked } from './harness/walk.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

const TODAY = '2026-03-14';

/** A word that finds every note. */
const COMMON = 'zugvogel';

/**
 * Ways in which a text comes into the diary.
 *
 * @typedef {object} Way
 * @property {string} command
 * @property {string} request for `text`, which is the number `index` in its row, as code; `day` is a day of its own for each,
 *   `shelf` one of the few days that hold many
 * @property {boolean} [few] only those that could act by themselves, trip the page's own code, or are not what they seem:
 *   each answer tells of everything that is tracked, so many are slow
 * @property {'pain' | 'factor'} [kind] what is made is put aside again, since not all can be in use at once
 * @property {string} [needs] the template of the window that comes with it
 * @property {(payload: import('./harness/payloads.mjs').Payload | undefined) => boolean} [shown] which of them the walk comes across
 */

const everyOne = () => true;

/** @type {Record<string, Way>} */
const WAYS = {
  'what mattered': {
    command: 'save_evening',
    request: '{ date: day(index), mattered: text, keep_absent: true, pain: null, arousal: null, movement_min: null, light_min: null, pains: [], factors: [] }',
    shown: (payload) => payload?.fires === 'itself' || payload?.kind === 'letters',
  },
  note: { command: 'save_note', request: `{ id: null, date: shelf(index), text: text + " ${COMMON}" }`, needs: 'view-lists', shown: everyOne },
  'medicine taken': {
    command: 'save_taken',
    request: `{ id: null, date: shelf(index), medicine: { name: text, at: null, purpose: null, amount: null } }`,
    needs: 'view-lists',
    shown: everyOne,
  },
  amount: {
    command: 'save_taken',
    request: `{ id: null, date: shelf(index), medicine: { name: "tablet", at: null, purpose: null, amount: text } }`,
    needs: 'view-lists',
    shown: everyOne,
  },
  pain: { command: 'save_pain', request: '{ id: null, name: text, regions: [] }', kind: 'pain', few: true, needs: 'view-lists', shown: everyOne },
  factor: { command: 'save_factor', request: '{ id: null, name: text, timing: "day", unit: null }', kind: 'factor', few: true, needs: 'view-lists', shown: everyOne },
  unit: { command: 'save_factor', request: '{ id: null, name: "factor " + index, timing: "day", unit: text }', kind: 'factor', few: true, needs: 'view-lists' },
  medicine: { command: 'save_medicine', request: '{ id: null, name: "m " + text }', few: true, needs: 'view-lists', shown: everyOne },
  anchor: { command: 'save_anchors', request: '{ anchors: [{ rating: index % 11, text }] }', needs: 'view-lists' },
};

/** How many things of a kind are written on one day, beginning with today. */
const A_SHELF = 40;

/** How many of each kind stay in use, and so are asked about on Today. */
const IN_USE = 5;

/**
 * Brings every text in by one way, as the body of an async function whose arguments are all texts.
 *
 * @param {Way} way
 */
const bring = ({ command, request, kind }) => `
  const texts = JSON.parse(args[0]);
  const ask = (name, request) => window.__TAURI__.core.invoke('call', { name, request });
  const day = (index) => new Date(Date.UTC(2026, 2, 13) - index * 86400000).toISOString().slice(0, 10);
  const shelf = (index) => new Date(Date.UTC(2026, 2, 14) - Math.floor(index / ${A_SHELF}) * 86400000).toISOString().slice(0, 10);
  const kept = [], refused = [];
  for (const [index, text] of texts.entries()) {
    try {
      const answer = await ask('${command}', ${request});
      kept.push(index);
      if (${JSON.stringify(kind ?? null)} && index < texts.length - ${IN_USE}) {
        for (const one of answer['${kind}s'].filter(({ retired }) => !retired)) await ask('retire', { kind: '${kind}', id: one.id, retired: true });
      }
    } catch (fault) {
      if (fault?.code === 'unsupported') return { supported: false, kept, refused };
      refused.push({ index, said: typeof fault === 'object' ? fault.code + ': ' + fault.message : String(fault) });
    }
  }
  return { supported: true, kept, refused };`;

/** Letters that the diary or the page may leave out or change: blanks, line ends and control characters. @param {string} text */
const bare = (text) => text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f\ufeff]+/g, '');

scene('what was written stands in every view as it was written, and does nothing', { seconds: 1000 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const listener = await Listener.open();
  try {
    const all = payloads(listener.url);
    const page = await wane.driven({ at: `${TODAY} 08:30:00` });
    await until('the Today view', () => reads(page, 'How was the night?'));
    await page.run(WATCH);
    await page.run(WALK);

    /** What should stand somewhere. @type {Map<string, string[]>} */
    const awaited = new Map();
    for (const [name, way] of Object.entries(WAYS)) {
      const chosen = way.few ? all.filter(({ kind, fires }) => fires === 'itself' || ['clobbering', 'key', 'letters'].includes(kind)) : all;
      const texts = chosen.map(({ text }) => text);
      const { supported, kept, refused } = await broughtIn(page, way, texts);
      if (way.needs && !(await page.run('return document.getElementById(arguments[0]) !== null', way.needs))) continue;
      assert.ok(supported, `${name}: ${way.command} is carried out`);
      assert.ok(kept.length >= texts.length / 4, `${name}: ${kept.length} of ${texts.length} texts were taken`);
      for (const { index, said } of refused) {
        const text = bare(texts[index] ?? '');
        assert.match(said, /^[a-z-]+: |hex escape|surrogate/, `${name}: what is not taken is refused by code`);
        assert.ok(text.length < 4 || !bare(said).includes(text), `${name}: the refusal does not repeat what was written: ${said}`);
      }
      if (way.shown) awaited.set(name, kept.filter((index) => way.shown?.(chosen[index])).map((index) => texts[index] ?? ''));
      console.log(`# ${name}: ${kept.length} taken, ${refused.length} refused`);
    }

    // The window goes to the days that hold many things, and to those whose one line could act by itself or is not what it seems.
    const before = (/** @type {string} */ day, /** @type {number} */ count) => new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
    const shelves = Array.from({ length: Math.ceil(all.length / A_SHELF) }, (_, count) => before(TODAY, count));
    const lines = all.filter((payload) => WAYS['what mattered']?.shown?.(payload)).map(({ number }) => before('2026-03-13', number - 1));
    await visit(page, [...new Set([...shelves, ...lines])]);
    await page.run('window.walk.begin(async () => {})');
    await walked(page);
    await search(page);

    const shown = /** @type {string} */ (await page.run('return [...window.walk.texts].join("\\n\\n")'));
    const everything = bare(shown);
    for (const [name, written] of awaited) {
      const missing = written.filter((text) => !everything.includes(bare(text)));
      assert.deepEqual(missing, [], `${name}: each stands on the page letter by letter`);
    }
    await quiet(page, listener, desk);
  } finally {
    listener.close();
  }
});

/**
 * Brings texts in by one way, a few at a time so that no step takes long.
 *
 * @param {Page} page
 * @param {Way} way
 * @param {string[]} texts
 * @returns {Promise<{ supported: boolean, kept: number[], refused: { index: number, said: string }[] }>}
 */
async function broughtIn(page, way, texts) {
  await page.run(`
    window.brought = null;
    (async (...args) => { ${bring(way)} })(arguments[0]).then((value) => { window.brought = value; }, (error) => { window.brought = { error: String(error) }; });`, escaped(texts));
  const brought = await until(`${way.command}`, () => page.run('return window.brought'), 120);
  if (brought.error) throw new Error(brought.error);
  return brought;
}

/**
 * Goes to days, one after the other, as a link to them would, and takes up what stands there.
 *
 * @param {Page} page
 * @param {string[]} days
 */
async function visit(page, days) {
  await page.run(`
    const [days] = arguments;
    window.walk.over = null;
    (async () => {
      for (const date of days) {
        const before = document.querySelector('[data-room]').firstElementChild;
        dispatchEvent(new PopStateEvent('popstate', { state: { view: 'today', date } }));
        for (let looks = 0; looks < 2000 && document.querySelector('[data-room]').firstElementChild === before; looks += 1) {
          await new Promise((done) => setTimeout(done, 5));
        }
        window.walk.read();
      }
    })().then(() => { window.walk.over = 'done'; }, (error) => { window.walk.over = String(error); });`, days);
  await walked(page);
}

/** Looks for a word that every note has, and for nothing at all, where the window can search. @param {Page} page */
async function search(page) {
  if (!(await page.run('return document.querySelector("[data-act=search]") !== null'))) return;
  await page.press('/');
  await until('the search field', () => page.run('return document.activeElement.matches("input")'));
  for (const words of [COMMON, 'canary', 'img src', '<', 'rest']) {
    await page.wait(`window.walk.put(document.activeElement, args[0]); await window.walk.still(250); window.walk.read();`, words);
  }
  await page.press(KEY.escape);
  await page.wait('await window.walk.close();');
}

/** From now on the window's question for a file is answered with `window.chosen`: the desktop's dialog is no part of the page. @param {Page} page */
function standIn(page) {
  return page.run(`
    const shell = window.__TAURI__;
    const invoke = (command, payload) => payload?.name === 'pick_files' ? Promise.resolve({ paths: [window.chosen] }) : shell.core.invoke(command, payload);
    window.__TAURI__ = { ...shell, core: { ...shell.core, invoke } };`);
}

scene('names in a file that comes from elsewhere, and the name of the file itself, stay text', { seconds: 600 }, async (wane, desk) => {
  await past(wane, '2026-03-10', 3);
  const listener = await Listener.open();
  try {
    // A file is UTF-8, so halves of letters cannot stand in one; a name of many thousand letters is no name.
    const whole = payloads(listener.url)
      .map(({ text }) => text)
      .filter((text) => text === text.toWellFormed() && text.length < 400 && bare(text) !== '');
    const page = await wane.driven({ at: `${TODAY} 08:30:00` });
    await until('the Today view', () => reads(page, 'How was the night?'));
    await page.run(WATCH);
    await page.run(WALK);
    await page.press(KEY.escape, '8');
    await until('the Data view', () => page.run('return document.querySelector("[data-act=pick]") !== null'));

    const files = whole.filter((name) => !/[\0/]/.test(name) && Buffer.byteLength(name) < 250 && name !== '..');
    assert.ok(files.length >= 100, `${files.length} of them can be the name of a file`);
    mkdirSync(join(wane.desk.dir ?? '', 'files'));
    for (const name of files) {
      writeFileSync(join(wane.desk.dir ?? '', 'files', name), 'not a diary');
    }
    await standIn(page);
    await page.run(`
      const [folder, names] = JSON.parse(arguments[0]);
      window.walk.over = null;
      (async () => {
        const trouble = document.querySelector('[data-room] [data-part=trouble]');
        for (const name of names) {
          window.chosen = folder + '/' + name;
          trouble.replaceChildren();
          document.querySelector('[data-act=pick]').click();
          for (let looks = 0; looks < 1000 && trouble.textContent === ''; looks += 1) await new Promise((done) => setTimeout(done, 5));
          window.walk.read();
        }
      })().then(() => { window.walk.over = 'done'; }, (error) => { window.walk.over = String(error); });`, escaped([join(wane.desk.dir ?? '', 'files'), files]));
    await walked(page);

    const names = whole.filter((name) => !/[\0\r\n]/.test(name));
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
    const table = join(desk.env.HOME ?? '', 'names.csv');
    writeFileSync(table, `date,bed,out_of_bed,${quoted.join(',')}\n2026-03-12,23:10,07:00${',1'.repeat(names.length)}\n`);
    await page.run('window.chosen = arguments[0]; document.querySelector("[data-act=pick]").click()', table);
    await until('the preview', () => page.run('return document.querySelector("[data-part=found]").hidden === false'));
    await page.run('window.walk.read()');
    const everything = bare(await page.run('return [...window.walk.texts].join("\\n\\n")'));
    for (const [what, all] of Object.entries({ file: files, column: names })) {
      assert.deepEqual(all.filter((name) => !everything.includes(bare(name))), [], `each name of a ${what} stands on the page letter by letter`);
    }

    await page.click('[data-act=import]');
    await until('the import in the list', () => page.run('return document.querySelector("[data-part=batches] li") !== null'));
    // Counted in the page: among the names are some that the driver cannot carry as keys.
    const tracked = await page.wait(`
      const [day] = await window.__TAURI__.core.invoke('call', { name: 'days', request: { from: '2026-03-12', to: '2026-03-12' } });
      return Object.keys(day.factors).length;`);
    assert.ok(tracked >= names.length * 0.9, `control: they came in as names: ${tracked} of ${names.length}`);
    // What came in is asked about on Today, and stands among what is tracked.
    await visit(page, [TODAY, '2026-03-12']);
    if (await page.run('return document.querySelector("a[data-go=lists]") !== null')) {
      await page.run('document.querySelector("a[data-go=lists]").click()');
      await page.wait('await window.walk.still();');
    }
    await quiet(page, listener, desk);
    console.log(`# ${files.length} names of files, ${names.length} names of columns`);
  } finally {
    listener.close();
  }
});
