// Nothing leaves the machine, and nothing that was written stands anywhere but in the diary.

import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { has, holding } from './harness/canary.mjs';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { offspring } from './harness/processes.mjs';
import { scene } from './harness/scene.mjs';
import { Spy } from './harness/spy.mjs';
import { rest, until } from './harness/wait.mjs';
import { WALK, walked } from './harness/walk.mjs';
import { CLI } from './harness/wane.mjs';

/** Everything that the program can be made to say of itself. */
const TALKATIVE = { WANE_TRACE: 'startup,steps,window,reminders,notify,clock,upkeep', RUST_BACKTRACE: 'full', RUST_LOG: 'trace', G_MESSAGES_DEBUG: 'all' };

/** The files of the diary itself: where what was written belongs. */
const DIARY = /^(sample\/)?(diary\.db(-wal|-shm)?|backups\/[^/]+|damaged-[^/]+\/[^/]+)$/;

scene('in a whole session by keyboard, nobody driving, no socket to any network is made', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const control = new Spy(desk.env.HOME ?? '');
  await desk.run(control.under[0] ?? '', [...control.under.slice(1), process.execPath, '-e', 'require("node:net").connect(9, "::1").on("error", () => {}); require("node:net").connect(9, "127.0.0.1").on("error", () => {})']);
  assert.deepEqual([control.sockets('AF_INET,').length, control.sockets('AF_INET6').length], [1, 1], 'control: a socket of either network is seen');
  assert.deepEqual(control.led.sort(), ['127.0.0.1:9', '::1:9'].sort(), 'control: and where it leads');

  await wane.cli(['reminders', 'set', 'wind-down', '--at', '15:30'], '2026-03-14T12:00:00Z');
  const spy = new Spy(desk.dir ?? '');
  const program = await wane.opened({ at: '2026-03-14 15:29:50', under: spy.under });
  const [window] = await desk.windows('Wane');
  await desk.focus(window ?? '');
  // Every view, the morning and the evening with a line in words, undo and redo, the help, the search if there is one.
  for (const keys of [['Escape', '2', 't', 't'], ['3'], ['4'], ['5'], ['1'], ['n'], ['4', '2', 'Return'], ['r'], ['ctrl+z'], ['ctrl+y'], ['question', 'Escape'], ['slash']]) {
    await desk.keys(...keys);
    await rest(700);
  }
  await desk.type('zugvogel');
  await desk.keys('Escape');
  await until('the reminder', () => desk.asked > 0, 60);
  // Closed, asked, kept; and opened again.
  await wane.closeWindow();
  await wane.keepRunning();
  const second = wane.start({ at: '2026-03-14 15:31:00' });
  assert.equal(await second.end, 0, `a second start ends well: ${second.err}`);
  await until('the window again', async () => (await desk.windows('Wane')).length === 1);
  await rest(1500);
  program.kill('SIGTERM');
  await program.end;
  assert.ok(spy.sockets('AF_UNIX').length > 0, 'the spy saw the program speak to its desktop');
  assert.deepEqual(spy.sockets('AF_INET'), [], 'no socket of either network');
  assert.deepEqual(spy.lines.filter((line) => /io_uring_setup|AF_PACKET|AF_VSOCK|AF_BLUETOOTH/.test(line)), [], 'and no other way out of the machine');
});

scene('the command line makes no socket at all', {}, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const spy = new Spy(desk.dir ?? '');
  const file = join(desk.dir ?? '', 'past.csv');
  for (const args of [['day', '2026-03-13'], ['measures'], ['chart', 'trend', '-o', join(desk.dir ?? '', 'trend.png')], ['sun', '2026-03-14'], ['import', file, '--dry-run'], ['reminders', 'list'], ['undo'], ['redo']]) {
    await desk.run(spy.under[0] ?? '', [...spy.under.slice(1), CLI, '--data', wane.data, '--now', '2026-03-14T12:00:00Z', ...args]);
    assert.deepEqual(spy.lines.filter((line) => line.includes('socket(AF_INET')), [], `wane ${args[0]}: no socket of either network`);
  }
});

scene('what is written stands in the diary and nowhere else', { seconds: 1000 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const [dir, home] = [desk.dir ?? '', desk.env.HOME ?? ''];
  const mark = Math.random().toString(36).slice(2, 8);
  const word = (/** @type {string} */ where) => `zugvogel${mark}${where}`;
  const begun = Date.now();
  // What is brought in, from a folder that is none of ours: a name in it, and words sent by each command that takes words.
  const outside = join(dir, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'in.csv'), `date,bed,out_of_bed,${word('column')}\n2026-03-05,23:10,07:00,1\n`);
  await wane.cli(['import', join(outside, 'in.csv'), '--format', 'wane-csv', '--home-zone', 'Europe/London'], '2026-03-14T07:00:00Z');

  const bus = desk.start('dbus-monitor', ['--session']);
  const spy = new Spy(dir, { files: true });
  const page = await wane.driven({ at: '2026-03-14 08:30:00', env: TALKATIVE, under: spy.under });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.run(WALK);
  for (const [name, request] of Object.entries({
    save_evening: { date: '2026-03-12', pain: 9, arousal: null, mattered: word('mattered'), movement_min: null, light_min: null, pains: [], factors: [], keep_absent: true },
    save_note: { id: null, date: '2026-03-14', text: word('note') },
    save_taken: { id: null, date: '2026-03-14', medicine: { name: word('medicine'), at: null, purpose: null, amount: word('amount') } },
    save_pain: { id: null, name: word('pain'), regions: [] },
    save_factor: { id: null, name: word('factor'), timing: 'day', unit: word('unit') },
    save_anchors: { anchors: [{ rating: 4, text: word('anchor') }] },
    search: { words: word('search') },
    backup_now: {},
  })) {
    await page.call(name, request).catch((error) => assert.match(String(error), /unsupported/, `${name} is carried out, or not there yet`));
  }
  // Then the person's way: every field of every view is typed into and sent.
  await page.run('window.walk.begin(window.walk.type([], [arguments[0]]))', word('typed'));
  await walked(page);
  assert.ok((await page.run('return window.walk.fields.size')) >= 15, 'fields were found');
  // Wrong requests with words in them, as a fault of the page would send them.
  for (const request of [{ date: word('wrong') }, { pain: word('wrong') }, { mattered: [word('wrong')] }]) await page.call('save_evening', request).catch(() => {});
  await page.call('test_reminder').catch(() => {});
  await until('the last save', async () => JSON.stringify(await page.call('days', { from: '2026-03-01', to: '2026-03-14' })).includes(word('typed')));

  const words = [word('')];
  const belongs = (/** @type {string} */ path) => DIARY.test(relative(wane.data, path));
  const strange = () => holding([dir, home], words, (path) => belongs(path) || path.startsWith(outside) || path === spy.file);
  assert.deepEqual(strange(), [], 'while the window is open: no other file holds a word of it');
  assert.ok(holding([wane.data], words).length > 0, 'control: the diary does');
  // The bus carries the whole of every call, so its history is the notifications' own, and more.
  assert.ok(bus.out.includes('org.freedesktop.Notifications'), 'control: the bus was heard');
  assert.ok(!has(Buffer.from(bus.out), words), 'nothing of it went over the bus');
  for (const note of await desk.notes()) assert.ok(!has(Buffer.from(JSON.stringify(note)), words), 'nor into a notification');
  for (const { pid, name } of offspring(wane.driver?.pid ?? 0)) {
    for (const file of ['cmdline', 'environ', 'comm']) assert.ok(!has(readFileSync(`/proc/${pid}/${file}`), words), `${name} carries nothing of it in its ${file}`);
  }
  for (const window of await desk.programs()) assert.ok(!has(Buffer.from(await desk.run('xprop', ['-id', window])), words), 'no window carries it in its title');

  // Quitting ends the page too, so that no answer comes.
  await page.run("void window.__TAURI__.core.invoke('call', { name: 'quit', request: {} })");
  await until('the program to end', () => !offspring(wane.driver?.pid ?? 0).some(({ name }) => name === 'wane-desktop'), 20);
  const said = `${wane.driver?.out}\n${wane.driver?.err}`;
  assert.match(said, /steps |window /, 'control: it was talkative');
  assert.ok(!has(Buffer.from(said), words), 'nothing of it was printed');
  assert.deepEqual(strange(), [], 'after the end: no other file holds a word of it');
  const left = readdirSync(desk.env.XDG_RUNTIME_DIR ?? '').filter((name) => name.startsWith('wane-window-'));
  assert.deepEqual(left, [], "the engine's folder went with the window");
  const fresh = (/** @type {string} */ path) => lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const elsewhere = holding([tmpdir(), '/var/tmp', '/dev/shm'], words, (path) => path.startsWith(dir) || fresh(path) < begun);
  assert.deepEqual(elsewhere, [], 'nor a file of any temporary folder');

  // Files that came and went are known by their names.
  // The walk through all switches also switches on that the program starts with the session.
  const own = [wane.data, join(desk.env.XDG_RUNTIME_DIR ?? '', 'wane-window-'), join(desk.env.XDG_CONFIG_HOME ?? '', 'autostart')];
  // What GTK and the test's clock put away, which is the same whatever is written; once a soft tone is tried,
  // GStreamer notes which of its plugins there are, and PulseAudio makes the folder for its socket.
  const theirs = [/\/cache\/gstreamer-1\.0(\/|$)/, /\/run\/pulse$/, /^\/dev\//, /^\/proc\//, /\/fontconfig\//, /\/dconf(\/|$)/, /\/mesa_shader_cache/, /\/gtk-3\.0$/];
  const unknown = spy.written.filter((path) => !own.some((start) => path.startsWith(start)) && !theirs.some((known) => known.test(path)));
  assert.deepEqual(unknown.filter((path) => path !== home && !home.startsWith(path)), [], 'no other file was ever written, not even for a moment');
  assert.ok(spy.written.some((path) => path.startsWith(wane.data)), 'control: the spy saw the diary being written');

  // Under WebDriver the engine opens one door for the driver; besides it there is none.
  const doors = new Set(spy.led);
  assert.equal(doors.size, 1, `all sockets lead to the driver: ${[...doors]}`);
  assert.match([...doors][0] ?? '', /^127\.0\.0\.1:/, 'which is on this machine');
  assert.ok(spy.sockets('AF_INET').length <= spy.led.length, 'and every socket leads somewhere known');

  // Control: what is planted is found, in each form.
  const planted = ['cache/plain', 'config/wide', 'run/encoded', 'data/hex'].map((name) => join(home, name));
  const phrase = `rest ${word('planted')} rest`;
  writeFileSync(planted[0] ?? '', phrase);
  writeFileSync(planted[1] ?? '', Buffer.from(phrase, 'utf16le'));
  writeFileSync(planted[2] ?? '', Buffer.from(phrase).toString('base64'));
  writeFileSync(planted[3] ?? '', Buffer.from(phrase).toString('hex'));
  assert.deepEqual(strange().sort(), planted.sort(), 'control: a word is found wherever it is planted, and in whatever form');
});
