// docs/HELP.md names the place in the code and the test of every number: each of them is there.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CRATES = join(ROOT, 'src-tauri/crates');
const DOMAIN = join(CRATES, 'wane-domain');

/** Everything that is searched for names. */
async function sources() {
  const found = [];
  for (const folder of [DOMAIN, join(CRATES, 'wane-app'), join(CRATES, 'wane-text'), join(ROOT, 'ui'), join(ROOT, 'tests/app'), join(ROOT, 'tests/ui')]) {
    for (const path of await readdir(folder, { recursive: true })) {
      if (/\.(rs|js|mjs|ftl|css)$/.test(path) && !path.includes('node_modules')) found.push(await readFile(join(folder, path), 'utf8'));
    }
  }
  return found.join('\n');
}

/** Where a file of the page may lie. @param {string} name */
function places(name) {
  return [
    join(ROOT, name), join(CRATES, name), join(DOMAIN, 'src', name), join(DOMAIN, 'tests/domain', name), join(DOMAIN, 'src', name.replace(/^domain\//, '')),
    join(CRATES, 'wane-text/tests', name), join(CRATES, 'wane-text/src', name), join(CRATES, 'wane-text/catalogue/en', name)];
}

/** What the page names in its tables and what of it is nowhere. @param {string} page @param {string} everything */
function lost(page, everything) {
  const names = page.split('\n').filter((line) => line.startsWith('| ')).flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const design = /^(SCIENCE|PRODUCT|LOOK)\.md$/;
  return {
    names: names.length,
    lost: names.filter((name) => {
      if (design.test(name) || name.includes('*')) return false;
      if (/[/.](\w+)?/.test(name) && !name.includes('::')) return !places(name).some(existsSync);
      return !everything.includes(name.split('::').at(-1) ?? name);
    }),
  };
}

test('every place and every test that HELP.md names is there', async () => {
  const everything = await sources();
  const found = lost(await readFile(join(ROOT, 'docs/HELP.md'), 'utf8'), everything);
  assert.ok(found.names > 90, `the page was read (${found.names} names)`);
  assert.deepEqual(found.lost, []);
  const control = lost('| 1 | `NO' + '_SUCH` | `domain/nowhere.rs` | `a_test_that_is_' + 'not_there` |', everything);
  assert.equal(control.lost.length, 3, 'the control: what is nowhere is found out');
});
