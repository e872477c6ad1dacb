// Starting with the session: the entry in the desktop's own folder, as the desktop would start it.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { past } from './harness/diary.mjs';
import { scene } from './harness/scene.mjs';
import { stays, until } from './harness/wait.mjs';
import { BIN } from './harness/wane.mjs';

/** The words of an entry's `Exec` line; every word is in quotes. @param {string} text */
function words(text) {
  const line = text.match(/^Exec=(.*)$/m)?.[1] ?? '';
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word);
}

scene('switched on, the session starts it without a window; switched off, nothing is left', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const folder = join(desk.env?.XDG_CONFIG_HOME ?? '', 'autostart');
  const page = await wane.driven({ at: '2026-03-14 15:00:00' });
  assert.deepEqual(await page.call('autostart'), { available: true, enabled: false }, 'nobody has asked for it');
  assert.deepEqual(await page.call('set_autostart', { enabled: true }), { available: true, enabled: true }, 'now somebody has');
  const [name, ...others] = readdirSync(folder);
  assert.deepEqual(others, [], 'one entry, and nothing half-written');
  const path = join(folder, name);
  assert.equal(statSync(path).mode & 0o777, 0o600, 'for its owner only');
  const exec = words(readFileSync(path, 'utf8'));
  assert.deepEqual(exec, [BIN, '--hidden', '--data', wane.data], 'this program, this diary, no window');

  // A settings program of the desktop switches an entry off by a word in it.
  writeFileSync(path, `${readFileSync(path, 'utf8')}Hidden=true\n`);
  assert.equal((await page.call('autostart')).enabled, false, 'what the user switched off elsewhere is off');
  await page.call('set_autostart', { enabled: true });

  // The session starts again while the program runs: nobody asked for a second window.
  const before = await desk.programs();
  const second = desk.start(exec[0], exec.slice(1));
  assert.equal(await second.end, 0, `the entry leads to the program: ${second.err}`);
  assert.deepEqual(await desk.programs(), before, 'and opens no window');

  assert.deepEqual(await page.call('set_autostart', { enabled: false }), { available: true, enabled: false }, 'switched off');
  assert.deepEqual(readdirSync(folder), [], 'nothing is left');
});

scene('started by its entry it is hidden, and a program that was moved is found again', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const folder = join(desk.env?.XDG_CONFIG_HOME ?? '', 'autostart');
  const page = await wane.driven({ at: '2026-03-14 15:00:00' });
  await page.call('set_autostart', { enabled: true });
  const path = join(folder, readdirSync(folder)[0]);
  await page.call('quit').catch(() => {});
  await page.close();
  wane.page = undefined;

  // Somebody moves the program, as an AppImage is moved, and has added a line of their own.
  const place = join(desk.dir ?? '', 'a new place');
  mkdirSync(place);
  const moved = join(place, 'Wane');
  copyFileSync(BIN, moved);
  writeFileSync(path, `${readFileSync(path, 'utf8')}X-GNOME-Autostart-Delay=30\n`);
  const program = await until('the diary to be free', async () => {
    const started = desk.start(moved, ['--hidden', '--data', wane.data], { WANE_TRACE: 'reminders' });
    return until('it to run', () => started.ended === null && started.err.includes('reminders waits') && started, 8);
  }, 30);
  const text = readFileSync(path, 'utf8');
  assert.equal(words(text)[0], moved, 'the entry names the new place');
  assert.match(text, /^X-GNOME-Autostart-Delay=30$/m, "and the user's own line stands");
  await stays('no window', async () => (await desk.windows('Wane')).length === 0 && program.ended === null, 3);
});
