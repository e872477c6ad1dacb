// The policy of the page as the engine has it: nothing foreign is run, loaded, asked, sent, opened or granted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blankPage } from './harness/blank.mjs';
import { past } from './harness/diary.mjs';
import { Listener } from './harness/listener.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';

const CONFIGURED = new URL('../../src-tauri/tauri.conf.json', import.meta.url);

/**
 * What a page could try: each as the body of an async function that is given an address nobody should be asked at, and
 * the name of the directive that must stand against it. `put` adds an element; code that runs sets `canary`.
 *
 * @type {Record<string, [string, string]>}
 */
const TRIES = {
  'an inline script': ['script-src', `put('script', { textContent: 'canary = 1' })`],
  'an inline module': ['script-src', `put('script', { type: 'module', textContent: 'canary = 1' })`],
  'a script of data': ['script-src', `put('script', { src: 'data:text/javascript,canary=1' })`],
  'a script of a blob': ['script-src', `put('script', { src: URL.createObjectURL(new Blob(['canary = 1'])) })`],
  'a script from elsewhere': ['script-src', `put('script', { src: url })`],
  'a module of data': ['script-src', `await import('data:text/javascript,canary=1')`],
  'a module of a blob': ['script-src', `await import(URL.createObjectURL(new Blob(['window.canary = 1'], { type: 'text/javascript' })))`],
  'a module from elsewhere': ['script-src', `await import(url)`],
  eval: ['script-src', `(0, eval)('canary = 1')`],
  'a function made of text': ['script-src', `Function('canary = 1')()`],
  'a timer of text': ['script-src', `setTimeout('canary = 1'); await rest(50)`],
  'a handler in markup': ['script-src', `put('div', {}).innerHTML = '<img src="data:," onerror="canary = 1">'; await rest(100)`],
  'a handler as an attribute': ['script-src', `const one = put('b', {}); one.setAttribute('onclick', 'canary = 1'); one.click()`],
  'a link that is code': ['script-src', `put('a', { href: 'javascript:void(canary = 1)' }).click(); await rest(100)`],
  'code that a form goes to': ['script-src|form-action', `const form = put('form', { action: 'javascript:void(canary = 1)' }); form.submit(); await rest(100)`],
  'a worker of a blob': ['worker-src|child-src|script-src|default-src', `new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '")'])))`],
  'a worker from elsewhere': ['', `new Worker(url)`],
  'a shared worker': ['worker-src|child-src|script-src|default-src', `new SharedWorker(URL.createObjectURL(new Blob(['0'])))`],
  'a service worker': ['', `await navigator.serviceWorker.register(url)`],
  fetch: ['connect-src', `await fetch(url)`],
  'fetch without an answer': ['connect-src', `await fetch(url, { mode: 'no-cors' })`],
  XMLHttpRequest: ['connect-src', `const one = new XMLHttpRequest(); one.open('GET', url); await new Promise((done, fail) => { one.onload = done; one.onerror = fail; one.send(); })`],
  WebSocket: ['connect-src', `const one = new WebSocket(url.replace('http', 'ws')); await new Promise((done, fail) => { one.onopen = done; one.onerror = fail; })`],
  EventSource: ['connect-src', `const one = new EventSource(url); await new Promise((done, fail) => { one.onopen = done; one.onerror = fail; })`],
  'a beacon': ['connect-src', `if (!navigator.sendBeacon(url, 'x')) throw 0; await rest(100)`],
  'a ping': ['connect-src', `put('a', { href: '#today', ping: url }).click(); await rest(100)`],
  'a file of the disk': ['connect-src', `await fetch('file:///etc/hostname')`],
  'the page itself as data': ['connect-src', `await fetch('/index.html')`],
  'a picture': ['img-src', `put('img', { src: url })`],
  'a picture of a set': ['img-src', `put('img', { srcset: url + ' 1x' })`],
  'a picture in a picture': ['img-src', `put('div', {}).innerHTML = '<svg width="9" height="9"><image width="9" height="9" href="' + url + '"/></svg>'`],
  'a cursor and a background': ['img-src', `const one = put('b', { textContent: 'x' }); one.style.backgroundImage = 'url(' + url + ')'; one.style.listStyleImage = 'url(' + url + ')'`],
  'a font': ['font-src', `await new FontFace('foreign', 'url(' + url + ')').load()`],
  'a font of data': ['font-src', `await new FontFace('foreign', 'url(data:font/woff2;base64,d09GMg==)').load()`],
  'a sound': ['media-src|default-src', `put('audio', { src: url, preload: 'auto' })`],
  'a film': ['media-src|default-src|img-src', `put('video', { poster: url, src: url, preload: 'auto' })`],
  'a style': ['style-src', `put('style', { textContent: 'body { --canary: 1 }' })`],
  'a style in markup': ['style-src', `put('div', {}).innerHTML = '<b style="--canary: 1">x</b>'`],
  'a style from elsewhere': ['style-src', `put('link', { rel: 'stylesheet', href: url })`],
  'a style of data': ['style-src', `put('link', { rel: 'stylesheet', href: 'data:text/css,body{--canary:1}' })`],
  'something fetched ahead': ['', `for (const rel of ['preload', 'prefetch', 'preconnect', 'modulepreload', 'icon', 'manifest']) put('link', { rel, as: 'image', href: url })`],
  'a frame': ['frame-src|child-src|default-src', `put('iframe', { src: url })`],
  'a frame of data': ['frame-src|child-src|default-src', `put('iframe', { src: 'data:text/html,<script>parent.canary = 1</script>' })`],
  'a frame of a blob': ['frame-src|child-src|default-src', `put('iframe', { src: URL.createObjectURL(new Blob(['<script>parent.canary = 1</script>'], { type: 'text/html' })) })`],
  'a frame of text': ['', `put('iframe', { srcdoc: '<script>parent.canary = 1</script>' }); await rest(100)`],
  'a frame of code': ['script-src|frame-src|default-src', `put('iframe', { src: 'javascript:void(parent.canary = 1)' }); await rest(100)`],
  'a frame of the page itself': ['frame-src|child-src|default-src', `put('iframe', { src: '/index.html' })`],
  'an object': ['object-src', `put('object', { data: url, type: 'text/html' })`],
  'something embedded': ['object-src', `put('embed', { src: url, type: 'text/html' })`],
  'a form': ['form-action', `put('form', { action: url, method: 'post' }).submit(); await rest(100)`],
  'a form in another window': ['form-action', `put('form', { action: url, target: '_blank' }).submit(); await rest(100)`],
  'another base': ['base-uri', `put('base', { href: url })`],
  'a policy of its own': ['', `put('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src *" }); await fetch(url)`],
  'leaving in a moment': ['', `put('meta', { httpEquiv: 'refresh', content: '0;url=' + url })`],
  leaving: ['', `location.href = url; await rest(200)`],
  'leaving for good': ['', `location.replace(url); await rest(200)`],
  'leaving for a file': ['', `location.href = 'file:///etc/hostname'; await rest(200)`],
  'leaving for data': ['', `location.href = 'data:text/html,<script>canary=1</script>'; await rest(200)`],
  'leaving for a blob': ['', `location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' })); await rest(200)`],
  'leaving by code': ['script-src', `location.href = 'javascript:void(canary = 1)'; await rest(100)`],
  'leaving for nothing': ['', `location.href = 'about:blank'; await rest(200)`],
  'a link elsewhere': ['', `put('a', { href: url }).click(); await rest(200)`],
  'a link in another window': ['', `put('a', { href: url, target: '_blank' }).click(); await rest(200)`],
  'a download': ['', `put('a', { href: url, download: 'x' }).click(); await rest(200)`],
  'another window': ['', `if (window.open(url) === null) throw 0`],
  'an empty window': ['', `if (window.open('') === null) throw 0`],
  'another computer, directly': ['', `new RTCPeerConnection()`],
};

/** What a page could ask to be allowed, each as the body of an async function that gives what it got. @type {Record<string, string>} */
const PERMISSIONS = {
  place: `return await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), ({ message }) => done('refused: ' + message), { timeout: 3000 }))`,
  notifications: `return (await Notification.requestPermission()) === 'granted' ? 'granted' : 'refused'`,
  'what was copied': `return (await navigator.clipboard.readText(), 'granted')`,
  'what was copied, whole': `return (await navigator.clipboard.read(), 'granted')`,
  microphone: `return (await navigator.mediaDevices.getUserMedia({ audio: true }), 'granted')`,
  camera: `return (await navigator.mediaDevices.getUserMedia({ video: true }), 'granted')`,
  screen: `return (await navigator.mediaDevices.getDisplayMedia({ video: true }), 'granted')`,
  'a lasting store': `return (await navigator.storage.persist()) ? 'granted' : 'refused'`,
};

/** What sees the code that runs and the attempts that the engine stops; a canary is set once, to be sure. */
const EYES = `
  window.ran = 0;
  Object.defineProperty(window, 'canary', { set: () => { window.ran += 1; } });
  window.canary = 0;
  window.blocked = []; window.policies = new Set();
  document.addEventListener('securitypolicyviolation', (event) => { window.blocked.push(event.effectiveDirective || event.violatedDirective); window.policies.add(event.originalPolicy); });`;

/** One attempt and what came of it, as the body of an async function. @param {string} attempt */
const carriedOut = (attempt) => `
  const url = args[0];
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const made = [];
  const put = (tag, fields) => { const one = Object.assign(document.createElement(tag), fields); document.body.append(one); made.push(one); return one; };
  window.blocked.length = 0;
  // What never comes to an end has not come to anything.
  await Promise.race([(async () => { ${attempt} })().catch(() => {}), rest(1500)]);
  for (let looks = 0; looks < 10 && window.blocked.length === 0; looks += 1) await rest(10);
  const style = (one) => one && getComputedStyle(one).getPropertyValue('--canary');
  const styled = Boolean(style(document.body)) || made.some((one) => Boolean(style(one.firstElementChild)));
  for (const one of made) one.remove();
  return { blocked: [...window.blocked], href: location.href, ran: window.ran, styled };`;

scene('control: where no policy stands, what is tried succeeds', { seconds: 150 }, async (_wane, desk) => {
  const listener = await Listener.open();
  try {
    const page = await blankPage(desk, `${listener.url}/blank`);
    const stopped = Object.entries(TRIES).filter(([, [directive]]) => directive);
    const vain = [];
    for (const [name, [, attempt]] of stopped) {
      await page.go(`${listener.url}/blank`);
      await page.run(EYES);
      listener.heard.clear();
      // Where the page is left, there is nobody to answer.
      const seen = await page.wait(carriedOut(attempt), `${listener.url}/tried`).catch(() => null);
      const ran = seen?.ran ?? 1;
      if (ran === 1 && !seen?.styled && listener.heard.size === 0) vain.push(name);
    }
    assert.ok(vain.length <= stopped.length / 5, `${stopped.length - vain.length} of ${stopped.length} succeeded; in vain were ${vain.join(', ')}`);
    console.log(`# ${stopped.length - vain.length} of ${stopped.length} tries succeed without a policy; not ${vain.join(', ')}`);
    await page.close();
  } finally {
    listener.close();
  }
});

scene('nothing foreign is run, loaded, asked, sent or opened', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const listener = await Listener.open();
  try {
    const page = await wane.driven({ at: '2026-03-14 08:30:00' });
    await until('the Today view', () => reads(page, 'How was the night?'));
    assert.equal(await fetch(`${listener.url}/control`).then((answer) => answer.ok), true, 'control: the listener answers');
    assert.ok(listener.heard.delete('/control'), 'control: and hears');
    await page.run(EYES);
    assert.equal(await page.run('return window.ran'), 1, 'control: a canary that is set is seen');

    let told = 0;
    for (const [name, [directive, attempt]] of Object.entries(TRIES)) {
      const number = (told += 1);
      const { blocked, href, ran, styled } = await page.wait(carriedOut(attempt), `${listener.url}/${number}`);
      assert.equal(ran, 1, `${name}: no code ran`);
      assert.equal(styled, false, `${name}: no style applies`);
      assert.ok(!listener.heard.has(`/${number}`), `${name}: nobody was asked`);
      assert.match(href, /^tauri:\/\/localhost\b/, `${name}: the window stays on its own page`);
      if (directive) {
        assert.ok(blocked.some((/** @type {string} */ one) => directive.split('|').some((start) => one.startsWith(start))), `${name}: stopped by ${directive}, and not by chance: ${blocked}`);
      }
    }
    await rest(500);
    assert.deepEqual([...listener.heard], [], 'nobody was asked, not even late');
    assert.equal((await page.windows()).length, 1, 'no other page was opened');
    assert.equal((await desk.programs()).length, 1, 'and no other window');
    assert.equal(await page.run('return document.baseURI.startsWith("tauri://localhost")'), true, 'the base is the page itself');

    const policies = /** @type {string[]} */ (await page.run('return [...window.policies]'));
    assert.ok(policies.length > 0, 'the served policy was seen');
    for (const policy of policies) assert.deepEqual(opened(policy), opened(configured()), 'the policy that was served is the one that was configured, and Tauri opened nothing in it');
    console.log(`# ${told} tries, ${new Set(Object.values(TRIES).map(([directive]) => directive)).size} directives`);
  } finally {
    listener.close();
  }
});

scene('nothing is granted that a page can ask for', {}, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  for (const [name, ask] of Object.entries(PERMISSIONS)) {
    const got = await page.wait(`
      const late = new Promise((done) => setTimeout(() => done('refused: no answer'), 4000));
      return await Promise.race([(async () => { ${ask} })().catch((fault) => 'refused: ' + fault), late]);`);
    assert.match(String(got), /^refused/, `${name}: ${got}`);
  }
});

/** The policy that the shell is configured to serve. */
function configured() {
  return /** @type {string} */ (JSON.parse(readFileSync(CONFIGURED, 'utf8')).app.security.csp);
}

/**
 * What a policy opens, by directive; the marks of single files, which Tauri adds for its own, open nothing else.
 *
 * @param {string} policy
 */
function opened(policy) {
  const directives = policy.split(';').map((one) => one.trim().split(/\s+/)).filter(([name]) => name);
  return new Map(directives.map(([name = '', ...sources]) => /** @type {[string, string[]]} */ ([name, sources.filter((one) => !/^'(nonce|sha256)-/.test(one)).sort()])).sort(([a], [b]) => a.localeCompare(b)));
}
