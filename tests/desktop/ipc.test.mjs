// The door between window and shell: one command, for the window's own page alone, and whatever comes through it wrong is refused.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';

const BINDINGS = new URL('../../ui/ipc/bindings.d.ts', import.meta.url);

/** A word that no answer to a wrong request may repeat. */
const CANARY = 'canary-zugvogel';

/** Commands that would end the window or ask a person. */
const APART = ['quit', 'close_window', 'pick_files'];

/** Every command of the table, and whether it wants to be told something. @returns {[string, boolean][]} */
function table() {
  const surface = readFileSync(BINDINGS, 'utf8').split('export interface Commands {')[1] ?? '';
  return [...surface.matchAll(/^ {2}(\w+): \{ request: (\w+);/gm)].map(([, name = '', request]) => [name, request !== 'Nothing']);
}

/** A request in which every field of the table is of a kind that none of them is. */
function strange() {
  const fields = [...readFileSync(BINDINGS, 'utf8').matchAll(/^(\w+): /gm)].map(([, name = '']) => name);
  return Object.fromEntries(fields.map((name) => [name, { [CANARY]: [CANARY] }]));
}

/** Commands of Tauri itself and of its plugins, of which the page is given none but hearing events. */
const CLOSED = [
  'app|version', 'app|name', 'app|app_hide', 'app|set_app_theme', 'app|fetch_data_store_identifiers', 'app|remove_data_store',
  'event|emit', 'event|emit_to',
  'dialog|open', 'dialog|save', 'dialog|message', 'dialog|ask', 'dialog|confirm',
  'fs|read_text_file', 'fs|read_dir', 'fs|write_text_file', 'fs|remove', 'fs|exists', 'shell|open', 'shell|execute', 'opener|open_url', 'http|fetch', 'process|exit', 'os|platform',
  'clipboard-manager|read_text', 'updater|check', 'store|load', 'sql|load', 'upload|upload', 'websocket|connect', 'global-shortcut|register',
  'image|from_path', 'image|rgba', 'menu|new', 'menu|items', 'path|resolve_directory', 'path|basename', 'resources|close', 'tray|new',
  'notification|notify', 'notification|is_permission_granted', 'notification|request_permission',
  'webview|create_webview', 'webview|create_webview_window', 'webview|get_all_webviews', 'webview|print', 'webview|internal_toggle_devtools', 'webview|clear_all_browsing_data', 'webview|reparent', 'webview|set_webview_zoom',
  'window|create', 'window|get_all_windows', 'window|close', 'window|destroy', 'window|hide', 'window|set_title', 'window|set_fullscreen', 'window|start_dragging', 'window|scale_factor', 'window|set_content_protected',
];

scene('whatever comes through the door wrong is refused by code, in words that repeat nothing', { seconds: 150 }, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  const before = await page.call('data');
  const commands = table();
  assert.ok(commands.length >= 40, `the table was read: ${commands.length} commands`);

  // Control: what is right is answered, through the same way.
  assert.equal((await sent(page, 'call', { name: 'appearance', request: {} })).outcome, 'answered', 'control: a right request is answered');

  const wrong = { 'a text': CANARY, 'a number': 7, true: true, 'a list of a text': [CANARY], 'things of other kinds': strange() };
  let refused = 0;
  const asked = commands.filter(([name]) => !APART.includes(name)).flatMap(([name, wants]) => Object.entries(wrong).map(([what, request]) => ({ name, wants, what, request })));
  const outcomes = await together(page, asked.map(({ name, request }) => ['call', { name, request }]));
  for (const [index, { name, wants, what, request }] of asked.entries()) {
    const { outcome, said } = outcomes[index] ?? { outcome: 'lost', said: '' };
    // A command that is told nothing does not mind what it is told; and it says nothing of it.
    assert.ok(outcome === 'refused' || (outcome === 'answered' && (!wants || typeof request === 'object')), `${name} given ${what}: ${outcome}`);
    if (outcome === 'answered') continue;
    assert.match(said, /^\{"code":"[a-z-]+","message":"[^"]/, `${name} given ${what} is refused by a code and in words: ${said}`);
    assert.ok(!said.includes(CANARY), `${name} given ${what} repeats it: ${said}`);
    refused += 1;
  }
  assert.ok(refused >= commands.length, `${refused} wrong requests were refused`);

  for (const [what, payload] of Object.entries({
    'no name': { request: {} },
    'no request': { name: 'today' },
    'nothing at all': {},
    'a name that is a number': { name: 7, request: {} },
    'a name that is a list': { name: [CANARY], request: {} },
    'an unknown name': { name: CANARY, request: {} },
    'an inherited name': { name: '__proto__', request: {} },
    'a name of another kind': { name: 'call', request: {} },
    'a name with an end in it': { name: 'today\0', request: {} },
  })) {
    const { outcome, said } = await sent(page, 'call', payload);
    assert.equal(outcome, 'refused', `${what} is refused`);
    assert.ok(!said.includes(CANARY), `${what} is not repeated: ${said}`);
  }

  for (const [what, make] of Object.entries({
    'a very long text': '({ text: "a".repeat(4_000_000) })',
    'a very long list': '({ anchors: Array(100_000).fill({ rating: 1, text: "x" }) })',
    'something very deep': '(() => { let one = 1; for (let depth = 0; depth < 5_000; depth += 1) one = [one]; return one; })()',
    'very many keys': 'Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => ["key" + index, index]))',
  })) {
    for (const name of ['save_evening', 'save_anchors', 'no-such-command']) {
      const { outcome, said } = await page.wait(`return window.__TAURI__.core.invoke('call', { name: args[0], request: ${make} })
        .then(() => ({ outcome: 'answered', said: '' }), (fault) => ({ outcome: 'refused', said: JSON.stringify(fault) }));`, name);
      assert.ok(outcome === 'refused' || name === 'save_evening', `${what} to ${name}: ${outcome}`);
      assert.ok(said.length < 1000, `${what} to ${name}: the answer is short: ${said.length}`);
    }
  }

  const given = { options: { label: 'x', url: 'index.html' }, label: 'main', path: '/etc/hostname', event: 'close-asked', value: CANARY };
  const none = ['quit', 'open', 'call2', 'Call', 'CALL', 'call ', '', 'plugin:', 'plugin:|', '../call'];
  const shut = [...CLOSED.map((name) => `plugin:${name}`), ...none];
  for (const [index, { outcome, said }] of (await together(page, shut.map((command) => [command, given]))).entries()) {
    assert.equal(outcome, 'refused', `${shut[index]} is closed to the page`);
    assert.ok(!said.includes(CANARY), `${shut[index]}: ${said}`);
  }

  assert.deepEqual((await page.call('data')).text, before.text, 'nothing of it is in the diary');
  assert.equal((await page.windows()).length, 1, 'there is one window');
  assert.doesNotMatch(wane.driver?.err ?? "", /panicked|fault of the program/, 'nothing in the program gave up');
  assert.ok(!(wane.driver?.err ?? '').includes(CANARY) && !(wane.driver?.out ?? '').includes(CANARY), 'nothing of it was printed');
  console.log(`# ${commands.length} commands, ${refused} wrong requests refused, ${CLOSED.length} commands of Tauri closed`);
});

scene('only the page of the window itself comes through the door', { seconds: 120 }, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  const pain = async () => (await page.call('today', { date: '2026-03-12' })).evening.pain;
  const usual = await pain();
  assert.notEqual(usual, 9, 'the day says something else than what is tried');
  const request = { name: 'save_evening', request: { date: '2026-03-12', pain: 9, arousal: null, mattered: null, movement_min: null, light_min: null, pains: [], factors: [], keep_absent: true } };

  // Without the key that Tauri gave to the page's own start, every way to the shell is silent or shut.
  const message = JSON.stringify({ cmd: 'call', callback: 1, error: 2, payload: request, options: {}, __TAURI_INVOKE_KEY__: 'guessed' });
  const bare = { method: 'POST', headers: { 'content-type': 'application/json', 'Tauri-Callback': '1', 'Tauri-Error': '2' }, body: JSON.stringify(request) };
  const tries = {
    'the protocol without a key': [`return await fetch('ipc://localhost/call', args[1]).then((answer) => answer.status)`, bare],
    'the protocol with a guessed key': [`return await fetch('ipc://localhost/call', { ...args[1], headers: { ...args[1].headers, 'Tauri-Invoke-Key': 'guessed' } }).then((answer) => answer.status)`, bare],
    'the protocol by GET': [`return await fetch('ipc://localhost/call?name=save_evening').then((answer) => answer.status)`, bare],
    'a message with a guessed key': [`window.webkit.messageHandlers.ipc.postMessage(args[1]); return 'sent'`, message],
    'a message that is none': [`window.webkit.messageHandlers.ipc.postMessage('{'); window.webkit.messageHandlers.ipc.postMessage(''); return 'sent'`, message],
  };
  for (const [name, [attempt, given]] of Object.entries(tries)) {
    const got = await page.wait(`
      const late = new Promise((done) => setTimeout(() => done('no answer'), 1000));
      return await Promise.race([(async () => { ${attempt} })().catch(() => 'refused'), late]);`, null, given);
    assert.notEqual(got, 200, `${name} is not answered`);
    assert.equal(await pain(), usual, `${name} changes nothing`);
  }

  // A frame inside the page: an empty one belongs to the page, and is given no door of its own all the same.
  const frame = await page.wait(`
    const [, message] = args;
    const one = document.createElement('iframe');
    document.body.append(one);
    const inner = one.contentWindow;
    const doors = ['__TAURI__', '__TAURI_INTERNALS__', '__TAURI_INVOKE__', '__TAURI_IPC__'].filter((name) => inner[name] !== undefined);
    try { inner.webkit?.messageHandlers?.ipc?.postMessage(message); } catch {}
    const late = new Promise((done) => setTimeout(() => done('no answer'), 1000));
    const fetched = await Promise.race([inner.fetch('ipc://localhost/call', { method: 'POST', body: '{}' }).then((answer) => answer.status, () => 'refused'), late]);
    one.remove();
    return { doors, fetched };`, null, message);
  assert.deepEqual(frame.doors, [], 'a frame is given no door');
  assert.notEqual(frame.fetched, 200, 'and the protocol does not answer it');
  assert.equal(await pain(), usual, 'a frame changes nothing');

  // A page from elsewhere never comes to stand in the window, nor in a frame of it: see `privacy-policy.test.mjs`.
  // Another window, and another origin in this one, are tried in the shell's own tests.

  assert.equal((await sent(page, 'call', request)).outcome, 'answered', 'control: the page itself may');
  assert.equal(await pain(), 9, 'control: and it is done');
  const properties = await page.run(`return {
    frozen: Object.isFrozen(Object.prototype), core: Object.isFrozen(window.__TAURI__.core),
    replaced: (() => { try { window.__TAURI_INTERNALS__ = {}; } catch {} return window.__TAURI_INTERNALS__?.invoke === undefined; })() };`);
  assert.deepEqual(properties, { frozen: true, core: true, replaced: false }, 'what the door stands on cannot be bent');
});

/**
 * Sends many things to the shell, one after the other.
 *
 * @param {import('./harness/webdriver.mjs').Page} page
 * @param {[string, object][]} all
 * @returns {Promise<{ outcome: string, said: string }[]>}
 */
async function together(page, all) {
  await page.run(`
    window.outcomes = null;
    (async (all) => {
      const outcomes = [];
      for (const [command, payload] of all) {
        outcomes.push(await window.__TAURI__.core.invoke(command, payload)
          .then(() => ({ outcome: 'answered', said: '' }), (fault) => ({ outcome: 'refused', said: JSON.stringify(fault) })));
      }
      window.outcomes = outcomes;
    })(arguments[0]);`, all);
  return until('an answer to everything', () => page.run('return window.outcomes'), 90);
}

/**
 * Sends something to the shell the way the page does.
 *
 * @param {import('./harness/webdriver.mjs').Page} page
 * @param {string} command
 * @param {object} payload
 * @returns {Promise<{ outcome: 'answered' | 'refused', said: string }>}
 */
function sent(page, command, payload) {
  return page.wait(`
    return window.__TAURI__.core.invoke(args[0], args[1])
      .then(() => ({ outcome: 'answered', said: '' }), (fault) => ({ outcome: 'refused', said: JSON.stringify(fault) }));`, command, payload);
}
