// Nothing leaves the machine, and nothing runs in the page but its own code.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';

scene('the page runs no code but its own and reaches nobody', {}, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  // A server that would be glad to be asked.
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*').end('canary');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
  try {
    assert.equal(await fetch(url).then((response) => response.text()), 'canary', 'control: the server answers');
    assert.equal(await page.run('window.canary = 1; return window.canary;'), 1, 'control: a canary that is set is seen');
    const found = await page.wait(
      `const [url] = args;
       delete window.canary;
       const policies = new Set(), blocked = [];
       document.addEventListener('securitypolicyviolation', (event) => { policies.add(event.originalPolicy); blocked.push(event.effectiveDirective); });
       const put = (tag, fill) => { const one = document.createElement(tag); fill(one); document.body.append(one); return one; };
       put('script', (one) => { one.textContent = 'window.canary = "inline script"'; });
       put('script', (one) => { one.src = 'data:text/javascript,window.canary="data script"'; });
       put('script', (one) => { one.src = url; });
       put('div', (one) => { one.innerHTML = '<img src="x" onerror="window.canary=\\'handler\\'">'; });
       put('img', (one) => { one.src = url; });
       put('iframe', (one) => { one.src = url; });
       put('style', (one) => { one.textContent = 'body { --canary: 1 }'; });
       const evaluated = await Promise.resolve().then(() => (0, Function)('return 1')()).catch(() => 'refused');
       const fetched = await fetch(url).then((response) => response.text(), () => 'refused');
       const socket = await new Promise((done) => {
         try { const one = new WebSocket(url.replace('http', 'ws')); one.onopen = () => done('open'); one.onerror = () => done('refused'); }
         catch { done('refused'); }
       });
       await new Promise((done) => setTimeout(done, 1500));
       return { canary: window.canary ?? null, styled: getComputedStyle(document.body).getPropertyValue('--canary'),
                evaluated, fetched, socket, policies: [...policies], blocked };`,
      url,
    );
    assert.equal(found.canary, null, 'no foreign script ran');
    assert.equal(found.styled, '', 'no foreign style applies');
    assert.equal(found.evaluated, 'refused', 'text is not made into code');
    assert.equal(found.fetched, 'refused', 'fetch reaches nobody');
    assert.equal(found.socket, 'refused', 'a socket reaches nobody');
    assert.equal(asked, 1, 'the server heard of the control only');
    for (const directive of ['script-src-elem', 'connect-src', 'img-src']) {
      assert.ok(found.blocked.some((/** @type {string} */ one) => one.startsWith(directive.slice(0, 8))), `${directive} was enforced: ${found.blocked}`);
    }
    for (const policy of found.policies) served(policy);
    assert.ok(found.policies.length > 0, 'the served policy was seen');

    await page.run('location.href = arguments[0]', url);
    await rest(1000);
    assert.match(await page.run('return location.href'), /^tauri:\/\/localhost/, 'the window stays on its own page');
    assert.equal(asked, 1, 'and nobody was asked');
  } finally {
    server.close();
  }
});

/** The policy as it was really served. @param {string} policy */
function served(policy) {
  const directives = new Map(policy.split(';').map((one) => /** @type {[string, string[]]} */ (([name, ...rest]) => [name, rest])(one.trim().split(' '))));
  assert.deepEqual(directives.get('default-src'), ["'none'"], 'everything is closed unless it is opened');
  for (const name of ['script-src', 'style-src']) {
    const open = (directives.get(name) ?? []).filter((source) => source !== "'self'" && !/^'(nonce|sha256)-/.test(source));
    assert.deepEqual(open, [], `${name} opens nothing but the page's own files and Tauri's own code`);
  }
}

scene('the commands of the window are one, and what is wrong is refused', {}, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await assert.rejects(page.call('no-such-command'), /unsupported/, 'an unknown command is refused by code');
  await assert.rejects(page.call('save_morning', { pain: 'four' }), /bad-input/, 'a wrong type is refused by code');
  await assert.rejects(page.call('save_morning', { pain: 11 }), /bad-input/, 'a number off its scale is refused by code');
  for (const [command, payload] of [
    ['plugin:dialog|open', { options: {} }],
    ['plugin:notification|notify', { options: { title: 'x' } }],
    ['plugin:fs|read_text_file', { path: '/etc/passwd' }],
    ['plugin:window|close', {}],
    ['plugin:webview|create_webview_window', { options: { label: 'x' } }],
    ['plugin:app|version', {}],
  ]) {
    const outcome = await page.wait('return window.__TAURI__.core.invoke(args[0], args[1]).then(() => "done", () => "refused")', command, payload);
    assert.equal(outcome, 'refused', `${JSON.stringify(command)} is closed to the page`);
  }
});

scene('in a whole session no socket to any network is opened, and nothing of the diary lies outside its folder', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const trace = join(desk.dir, 'sockets');
  const spy = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=socket', '-o', trace];
  // Control: the same spy sees a program that does open one.
  await desk.run(spy[0], [...spy.slice(1), process.execPath, '-e', 'require("node:net").connect(9, "127.0.0.1").on("error", () => {})']);
  assert.match(readFileSync(trace, 'utf8'), /AF_INET/, 'control: a network socket is seen');

  const program = await wane.opened({ at: '2026-03-14 15:30:00', under: spy });
  const [window] = await desk.windows('Wane');
  await desk.focus(window);
  // Through the views first, then the evening: pain, a busy head, and one line in words.
  await desk.keys('Escape', '2');
  await rest(1500);
  await desk.keys('3', '4', '5');
  await rest(1500);
  await desk.keys('n');
  await rest(500);
  await desk.keys('4', '2');
  await desk.type('canary-zugvogel');
  await desk.keys('Return');
  await rest(1500);
  program.kill('SIGTERM');
  await program.end;
  const sockets = readFileSync(trace, 'utf8').split('\n').filter((line) => line.includes('socket('));
  assert.ok(sockets.some((line) => line.includes('AF_UNIX')), 'the spy saw the program speak to its desktop');
  assert.deepEqual(sockets.filter((line) => line.includes('AF_INET')), [], 'no network socket of either kind');

  const day = await until('the diary to be free', () => wane.cli(['--json', 'day', '2026-03-14']));
  assert.equal(JSON.parse(day)[0].mattered, 'canary-zugvogel', 'the line was logged, or this shows nothing');
  assert.ok(holds(wane.data).length > 0, 'control: the line is found where it belongs');
  assert.deepEqual(holds(desk.env.HOME ?? ''), [], 'and in no cache, no log, no store of the engine');
  for (const [file, mode] of modes(wane.data)) {
    assert.equal(mode & 0o077, 0, `${file} is for its owner only`);
  }
  assert.equal(statSync(wane.data).mode & 0o077, 0, 'so is the folder');
});

/** Files below a folder that hold the canary. @param {string} folder @returns {string[]} */
function holds(folder) {
  return files(folder).filter((file) => readFileSync(file).includes('canary-zugvogel'));
}

/** Files below a folder with their modes. @param {string} folder @returns {[string, number][]} */
function modes(folder) {
  return files(folder).map((file) => [file, statSync(file).mode]);
}

/** All ordinary files below a folder. @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : entry.isFile() ? [path] : [];
  });
}
