// Every word of the window is a message, every message is used.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WINDOW_FILES, messages, windowTexts } from './catalogue.mjs';

const UI = fileURLToPath(new URL('../../ui/', import.meta.url));
const paths = (await readdir(UI, { recursive: true })).filter((path) => /\.(js|html)$/.test(path));
const sources = new Map(await Promise.all(paths.map(async (path) => /** @type {[string, string]} */ ([path, await readFile(join(UI, path), 'utf8')]))));
const page = sources.get('index.html') ?? '';
const texts = await windowTexts();

/** Names asked for by their full name, with the place that asks. */
function asked() {
  const found = new Map();
  for (const [path, source] of sources) {
    for (const [, id] of source.matchAll(/\b(?:text|weave)\(\s*'([\w-]+)'/g)) found.set(id, path);
    for (const [, id] of source.matchAll(/data-(?:text|text-label|weave)="([\w-]+)"/g)) found.set(id, path);
    for (const [, ids = ''] of source.matchAll(/\bwords="([\w -]+)"/g)) for (const id of ids.split(' ')) found.set(id, path);
    for (const [, id] of source.matchAll(/(?:low|high|setAttribute\('label',)\s*=?\s*["']([\w-]+)["']/g)) found.set(id, path);
  }
  return found;
}

test('every message the window asks for is in the catalogue', () => {
  const all = asked();
  assert.ok(all.size > 100, `the search finds what the window asks for (${all.size})`);
  for (const [id, path] of all) assert.ok(id in texts, `${path} asks for ${id}`);
});

test('every message of the catalogue is used by the window', () => {
  const quoted = [...sources.values()].flatMap((source) => [...source.matchAll(/'([\w -]+)'|"([\w -]+)"/g)]);
  const used = new Set(quoted.flatMap(([, one, two]) => (one ?? two ?? '').split(' ')));
  for (const id of Object.keys(texts)) assert.ok(used.has(id.replace(/-in-words$/, '')), `${id} stands in the catalogue and nobody asks for it`);
});

test('a message is text and variables only', async () => {
  for (const file of WINDOW_FILES) {
    for (const [id, pattern] of await messages(file)) {
      const rest = pattern.replace(/\{ \$[a-z]+ \}|\{ [a-z][\w-]* \}/g, '');
      assert.doesNotMatch(rest, /[{}]/, `${id} has no selectors, functions or literals`);
    }
  }
});

test('every reference of a message leads somewhere', () => {
  for (const [id, text] of Object.entries(texts)) assert.doesNotMatch(text, /⟦/, `${id} refers to a message that is not there`);
});

test('every variable of a message is given by those who ask for it', () => {
  const everything = [...sources.values()].join('\n');
  for (const [id, text] of Object.entries(texts)) {
    const wanted = [...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name);
    for (const [, given = ''] of everything.matchAll(new RegExp(`(?:text|weave)\\('${id}'(?:, \\{([^}]*)\\})?`, 'g'))) {
      for (const name of wanted) assert.match(given, new RegExp(`\\b${name}\\b`), `${id} needs ${name}`);
    }
  }
});

test('the page itself holds no words', () => {
  const body = page.slice(page.indexOf('<body>')).replace(/<!--[\s\S]*?-->/g, '').replaceAll('<span>Wane</span>', '');
  const words = [...body.matchAll(/>([^<]*[A-Za-z]{2,}[^<]*)</g)].map(([, text]) => text?.trim()).filter(Boolean);
  assert.deepEqual(words, [], 'words come from the catalogue; only the product’s name stands in the page');
});
