// The window comes and goes; the program and its reminders stay.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Wane } from './harness/wane.mjs';
import { past } from './harness/diary.mjs';
import { offspring } from './harness/processes.mjs';
import { scene } from './harness/scene.mjs';
import { rest, stays, until } from './harness/wait.mjs';

scene('closing asks once, then gives the window back and keeps the program; a second start opens it again', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 08:30:00' });
  assert.equal(Wane.renderers(program).length, 1, 'one page is drawn');

  await wane.closeWindow();
  // The question stands; its first answer is to stay, and Enter takes it.
  await stays('the window asks before it goes', async () => (await desk.windows('Wane')).length === 1, 2);
  await wane.keepRunning();
  await until('the page to be gone from memory', () => Wane.renderers(program).length === 0);
  assert.equal(program.ended, null, 'the program lives on');

  const second = wane.start({ at: '2026-03-14 08:31:00' });
  assert.equal(await second.end, 0, `a second start ends well: ${second.err}`);
  await until('a new window', async () => (await desk.windows('Wane')).length === 1);
  await until('its first picture', () => program.err.split('window painted').length === 3);

  // The answer is remembered: now closing simply closes, and what was answered just before is saved.
  const [window] = await desk.windows('Wane');
  await desk.focus(window);
  await desk.keys('n', '4', 'alt+F4');
  await until('the window to go without a question', async () => (await desk.windows('Wane')).length === 0);
  assert.equal(program.ended, null, 'the program lives on');
  await until('the page to be gone from memory again', () => Wane.renderers(program).length === 0);
  const left = offspring(program.pid).filter(({ name }) => name.startsWith('WebKit'));
  assert.ok(left.length <= 1, `opening and closing leaves no engine processes to pile up: ${left.map(({ name }) => name)}`);
  program.kill();
  await program.end;
  const [day] = JSON.parse(await until('the diary to be free', () => wane.cli(['--json', 'day', '2026-03-14'])));
  assert.equal(day.quality, 4, 'the last answer is in the diary');
});

scene('started in the moment in which its window goes, it opens another', { seconds: 180 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 08:30:00' });
  await wane.closeWindow();
  await wane.keepRunning();
  const there = async () => (await desk.windows('Wane')).length === 1;
  // How long a start takes to reach the program is not known, so it is tried all over the moment.
  for (const later of [0, 50, 100, 150, 200, 250, 300]) {
    await wane.start().end;
    await until('the window', there);
    await wane.closeWindow();
    await rest(later);
    assert.equal(await wane.start().end, 0, 'a second start ends well');
    await until(`a window, asked for after ${later} ms`, there);
    await stays(`a window, asked for after ${later} ms`, there, 1);
    assert.equal(program.ended, null, 'it is the same program');
    await wane.closeWindow();
    await until('the window to go', async () => (await desk.windows('Wane')).length === 0);
  }
});

scene('a second start brings the open window to the front and opens no other', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 08:30:00' });
  const before = await desk.windows('Wane');
  const second = wane.start();
  assert.equal(await second.end, 0, `a second start ends well: ${second.err}`);
  await until('the window to be raised', () => program.err.includes('window raised'));
  assert.deepEqual(await desk.windows('Wane'), before, 'it is the same single window');
});

scene('started hidden it shows no window until it is asked for', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = wane.start({ at: '2026-03-14 08:30:00', args: ['--hidden'] });
  await stays('no window', async () => (await desk.windows('Wane')).length === 0 && program.ended === null, 4);
  assert.equal(Wane.renderers(program).length, 0, 'no page is drawn');
  wane.start();
  await until('the window', async () => (await desk.windows('Wane')).length === 1);
});

scene('a second copy that cannot see the first refuses the diary, says why, and changes nothing', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const first = await wane.opened({ at: '2026-03-14 08:30:00' });
  // Without a message bus the copies cannot speak to each other: the lock on the diary must hold by itself.
  const second = wane.start({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  await until('the refusal on the terminal', () => /already open|in use|another/i.test(second.err));
  await until('the refusal on the screen', async () => (await desk.windows('Wane')).length === 2);
  await desk.keys('alt+F4');
  assert.equal(await second.end, 1, 'it ends with status 1');
  assert.equal(first.ended, null, 'the first copy is undisturbed');
  await assert.rejects(wane.cli(['day', '2026-03-13']), 'the command line is kept out by the same lock');
});

scene('a diary from a newer version is refused in words, and not a byte of it is changed', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const [file] = readdirSync(wane.data).filter((name) => /^diary.*\.(db|sqlite3?)$/.test(name));
  assert.ok(file, `the diary's file is known: ${readdirSync(wane.data)}`);
  const path = `${wane.data}/${file}`;
  // SQLite keeps `user_version` in bytes 60–63 of the file's header (sqlite.org/fileformat2.html, 1.3).
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(path, bytes);
  const program = wane.start();
  await until('the refusal on the terminal', () => /newer/i.test(program.err));
  await until('the refusal on the screen', async () => (await desk.windows('Wane')).length === 1);
  await wane.closeWindow();
  assert.equal(await program.end, 1, 'it ends with status 1');
  assert.ok(readFileSync(path).equals(bytes), 'the file is as it was');
});

scene('without a display it says so, names the command line, and ends', {}, async (wane) => {
  const program = wane.start({ env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
  assert.equal(await program.end, 1, 'it could not do what was asked');
  assert.match(program.err, /display/, 'it says what is missing');
  assert.match(program.err, /wane --help/, 'it says what to type instead');
});
