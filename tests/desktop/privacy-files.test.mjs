// Whatever the program writes is for its owner alone, and what it holds in memory is written nowhere.

import assert from 'node:assert/strict';
import { lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { everything } from './harness/canary.mjs';
import { past } from './harness/diary.mjs';
import { offspring } from './harness/processes.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';
import { CLI } from './harness/wane.mjs';

scene('no program of ours leaves its memory behind when it dies', {}, async (wane) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 08:30:00' });
  // What sets the test's clock is none of ours.
  const ours = offspring(program.pid).filter(({ name }) => /^(wane-|WebKit)/.test(name));
  assert.ok(ours.length >= 3, `the engine has programs of its own: ${ours.map(({ name }) => name)}`);
  for (const { pid, name } of ours) {
    const line = readFileSync(`/proc/${pid}/limits`, 'utf8').split('\n').find((one) => one.startsWith('Max core file size')) ?? '';
    assert.match(line, /^Max core file size +0 +0 /, `${name}: no core is written, and none can be allowed again`);
  }
});

for (const mask of ['000', '022', '077']) {
  scene(`under umask ${mask} every file and every folder is its owner's alone`, {}, async (wane, desk) => {
    const under = ['sh', '-c', `umask ${mask}; exec "$@"`, 'sh'];
    const wide = join(desk.dir ?? '', 'wide');
    await desk.run('sh', ['-c', `umask ${mask}; touch ${wide}`]);
    assert.equal(lstatSync(wide).mode & 0o777, 0o666 & ~Number.parseInt(mask, 8), 'control: the umask is in force, and a file made carelessly shows it');

    const cli = (/** @type {string[]} */ ...args) => desk.run('sh', [...under.slice(1), CLI, '--data', wane.data, '--now', '2026-03-14T07:00:00Z', ...args]);
    await cli('log', 'morning', '2026-03-13', '--quality', '3', '--pain', '4');
    const picture = join(desk.dir ?? '', 'trend.svg');
    await cli('chart', 'trend', '-o', picture);
    const program = await wane.opened({ at: '2026-03-14 08:30:00', under });
    const [window] = await desk.windows('Wane');
    await desk.focus(window ?? '');
    await desk.keys('n', '4', '3', 'Return');
    await rest(1500);
    const running = modes([wane.data, ...readdirSync(desk.env.XDG_RUNTIME_DIR ?? '').filter((name) => name.startsWith('wane-window-')).map((name) => join(desk.env.XDG_RUNTIME_DIR ?? '', name))]);
    assert.ok([...running.keys()].some((path) => path.endsWith('diary.db-wal')), 'the diary is open while we look');
    assert.ok([...running.keys()].some((path) => path.includes('wane-window-')), "and so is the engine's folder");
    program.kill();
    await program.end;
    await until('the diary to be free', () => cli('sample', '--days', '40'));
    // A diary that cannot be read is moved aside, whole.
    writeFileSync(join(wane.data, 'diary.db'), Buffer.alloc(8192, 7));
    const after = await wane.opened({ at: '2026-03-14 08:40:00', under });
    await rest(500);
    after.kill();
    await after.end;

    const all = new Map([...running, ...modes([wane.data])]);
    for (const [path, { mode, isFolder }] of all) {
      assert.equal(mode, isFolder ? 0o700 : 0o600, `${relative(desk.dir ?? '', path)} is 0${mode.toString(8)}`);
    }
    for (const name of ['lock', 'schedule.db', 'sample/diary.db']) assert.ok(all.has(join(wane.data, name)), `${name} was looked at`);
    assert.equal(lstatSync(picture).mode & 0o077, 0, 'a picture of the diary, drawn into a file, is its owner\'s alone too');
  });
}

/** Files and folders with their modes; sockets and links have none that matter. @param {string[]} places */
function modes(places) {
  /** @type {Map<string, { mode: number, isFolder: boolean }>} */
  const found = new Map();
  for (const path of places.flatMap(everything)) {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() || stat?.isDirectory()) found.set(path, { mode: stat.mode & 0o777, isFolder: stat.isDirectory() });
  }
  return found;
}
