// Reminders and the service that shows them: it goes and comes back, and what is clicked is carried out.

import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { Clock } from './harness/clock.mjs';
import { scene } from './harness/scene.mjs';
import { stays, until } from './harness/wait.mjs';

/** The desk's program of menus: it picks the line that has the wanted word in it. @param {import('./harness/desk.mjs').Desk} desk @param {string} word */
function chooser(desk, word) {
  const path = join(desk.dir ?? '', 'choose');
  writeFileSync(path, `#!/bin/sh\nexec grep -m1 '${word}'\n`);
  chmodSync(path, 0o700);
  return path;
}

/** Starts the program a few seconds before the wind-down of 22:15. @param {import('./harness/wane.mjs').Wane} wane @param {Clock} clock */
async function evening(wane, clock) {
  await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
  clock.set('2026-03-14T22:14:50Z');
  return wane.start({ args: ['--hidden'], env: clock.env });
}

describe('reminders and their service', { concurrency: 2 }, () => {
  scene('with the service gone a reminder waits in the inbox, and the next one is shown by the service that came back', { seconds: 120 }, async (wane, desk) => {
    const clock = await Clock.open(desk, '2026-03-14T22:00:00Z');
    await wane.cli(['reminders', 'set', 'Stretch', '--at', '22:05'], '2026-03-14T12:00:00Z');
    await wane.cli(['reminders', 'set', 'Water', '--at', '22:10'], '2026-03-14T12:00:00Z');
    await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
    const program = wane.start({ args: ['--hidden'], env: clock.env });
    await until('the first turn', () => program.err.includes('reminders waits'), 30);
    clock.set('2026-03-14T22:04:58Z');
    await clock.resume();
    await until('the first reminder', () => desk.asked === 1, 20);

    desk.dunst?.kill('SIGKILL');
    await desk.dunst?.end;
    clock.set('2026-03-14T22:09:58Z');
    await clock.resume();
    await until('the program to be told', () => /notify no notification was shown: no notification service is running/.test(program.err), 20);

    await desk.startNotifications();
    clock.set('2026-03-14T22:14:58Z');
    await clock.resume();
    await until('the third', async () => (await desk.notes()).length === 1, 20);
    await stays('no more', () => desk.asked === 2 && program.ended === null, 4);
    program.kill();
    await program.end;
    const page = await wane.driven({ env: clock.env });
    const states = (await page.call('plan')).past.map((/** @type {{ kind: string, state: string }} */ { kind, state }) => `${kind} ${state}`);
    assert.deepEqual(states.sort(), ['Stretch shown', 'Water undelivered', 'wind-down shown'], 'what became of each is told');
  });

  scene('a click on the notification opens its view', { seconds: 90, notifications: false }, async (wane, desk) => {
    await desk.startNotifications({ seconds: 60 });
    const clock = await Clock.open(desk, '2026-03-14T22:14:50Z');
    const program = await evening(wane, clock);
    await until('the wind-down', () => desk.asked === 1, 40);
    assert.equal((await desk.windows('Wane')).length, 0, 'there is no window yet');
    await desk.run('dunstctl', ['action', '0']);
    await until('the click to be heard', () => program.err.includes('notify clicked'));
    await until('the window', async () => (await desk.windows('Wane')).length === 1);
    await until('its view', () => /window shows wind-down/.test(program.err), 30);
  });

  scene('a button of the notification is carried out without a window: "later" brings it again, "not tonight" does not', { seconds: 120, notifications: false }, async (wane, desk) => {
    await desk.startNotifications({ seconds: 60, menu: chooser(desk, 'Later') });
    const clock = await Clock.open(desk, '2026-03-14T22:14:50Z');
    const program = await evening(wane, clock);
    await until('the wind-down', () => desk.asked === 1, 40);
    await desk.run('dunstctl', ['context']);
    await until('the click to be heard', () => program.err.includes('notify clicked'));
    clock.set('2026-03-14T22:26:00Z');
    await clock.resume();
    await until('it again, ten minutes later', () => desk.asked === 2, 20);

    chooser(desk, 'Not tonight');
    await desk.run('dunstctl', ['context']);
    await until('the second click', () => program.err.split('notify clicked').length === 3);
    clock.set('2026-03-14T22:40:00Z');
    await clock.resume();
    await stays('it does not come again', () => desk.asked === 2 && program.ended === null, 5);
    assert.equal((await desk.windows('Wane')).length, 0, 'no window was opened for it');
  });

  scene('control: a click on somebody else\'s notification opens nothing', { seconds: 60, notifications: false }, async (wane, desk) => {
    await desk.startNotifications({ seconds: 60 });
    const clock = await Clock.open(desk, '2026-03-14T12:00:00Z');
    const program = wane.start({ args: ['--hidden'], env: clock.env });
    await until('the first turn', () => program.err.includes('reminders waits'), 30);
    await desk.run('gdbus', [
      'call', '--session', '--dest=org.freedesktop.Notifications', '--object-path=/org/freedesktop/Notifications',
      '--method=org.freedesktop.Notifications.Notify', 'Hand', '0', '', 'By hand', 'A body', "['default', 'Open']", '{}', '--', '-1',
    ]);
    await desk.run('dunstctl', ['action', '0']);
    await stays('nothing opens', async () => !program.err.includes('notify clicked') && (await desk.windows('Wane')).length === 0, 4);
  });
});
