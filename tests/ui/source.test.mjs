// What the window's own files may say.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const UI = fileURLToPath(new URL('../../ui/', import.meta.url));

/** @returns {Promise<Map<string, string>>} every file that ships, by its path below ui/ */
async function shipped() {
  const files = (await readdir(UI, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return /** @type {[string, string]} */ ([relative(UI, path), await readFile(path, 'utf8')]);
  });
  return new Map(await Promise.all(read));
}

const files = await shipped();
const code = [...files].filter(([path]) => /\.(js|html)$/.test(path));

/** @param {RegExp} forbidden @param {string} why @param {[string, string][]} [among] */
function nobodySays(forbidden, why, among = code) {
  for (const [path, content] of among) {
    const line = content.split('\n').findIndex((text) => forbidden.test(text));
    assert.equal(line, -1, `${path}:${line + 1}: ${why}`);
  }
}

test('no markup is ever made from text', () => {
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|srcdoc/;
  assert.match('x.innerHTML = y', forbidden, 'the pattern finds what it is for');
  nobodySays(forbidden, 'text reaches the page through textContent only');
});

test('nothing evaluates text', () => {
  nobodySays(/\beval\(|new Function\(|setTimeout\(\s*['"`]/, 'text is never run');
});

test('no style stands inline, so the content security policy can forbid it', () => {
  nobodySays(/\sstyle=|<style|setAttribute\(\s*['"]style/, 'styles come from styles/, or through the CSSOM');
});

test('no script stands inline', () => {
  const page = files.get('index.html') ?? '';
  nobodySays(/\son[a-z]+=/, 'events are listened to in code', [['index.html', page]]);
  for (const [tag] of page.matchAll(/<script[^>]*>/g)) assert.match(tag, /src="/, `${tag} has its code in a file`);
});

test('only one file knows the shell', () => {
  const knowing = code.filter(([, content]) => content.includes('__TAURI')).map(([path]) => path);
  assert.deepEqual(knowing, ['ipc/host.js'], 'every other file asks through ipc/host.js');
});

test('nothing is fetched and nothing is kept in the window', () => {
  nobodySays(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|document\.cookie/, 'the diary is the only memory and the only partner');
  nobodySays(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/, 'no address of another machine');
});

test('every script is checked against its types, and stays small', () => {
  for (const [path, content] of files) {
    if (!path.endsWith('.js')) continue;
    assert.ok(content.startsWith('// @ts-check\n'), `${path} begins with // @ts-check`);
    assert.ok(content.split('\n').length < 500, `${path} is one small room`);
  }
});

test('what the first picture needs is announced ahead, and nothing else is', () => {
  const page = files.get('index.html') ?? '';
  const announced = new Set([...page.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, path]) => path));
  const needed = new Set();
  const follow = (/** @type {string} */ path) => {
    for (const [, found = ''] of (files.get(path) ?? '').matchAll(/^(?:import|export) (?:[^'(]* from )?'(\.[^']+)'/gm)) {
      const target = join(path, '..', found);
      if (!needed.has(target)) {
        needed.add(target);
        follow(target);
      }
    }
  };
  follow('main.js');
  assert.ok(needed.has('views/today.js'), 'the walk found the first view');
  assert.deepEqual([...announced].sort(), [...needed].sort(), 'modulepreload lists exactly what main.js imports');
});

test('every rule of the styles ends where it should', () => {
  // What is missing one bracket swallows all the rules behind it, and the window shows them no more.
  for (const [path, text] of [...files].filter(([path]) => path.endsWith('.css'))) {
    const brackets = text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/[^{}]/g, '');
    let depth = 0;
    for (const bracket of brackets) {
      depth += bracket === '{' ? 1 : -1;
      assert.ok(depth >= 0, `${path}: a bracket too many`);
    }
    assert.equal(depth, 0, `${path}: a bracket is missing`);
  }
});

test('styles know no left and no right', () => {
  const styles = [...files].filter(([path]) => path.endsWith('.css'));
  nobodySays(/(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|^\s*(?:left|right):|float:/, 'logical properties serve both directions', styles);
});

test('colours stand in the tokens only', () => {
  const others = [...files].filter(([path]) => path.endsWith('.css') && !path.endsWith('tokens.css'));
  nobodySays(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|oklch\(\d/i, 'colours are tokens', others);
});
