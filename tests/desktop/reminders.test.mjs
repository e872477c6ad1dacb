// Reminders, shown by a real notification service at the right time by a faked clock, exactly once.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { Tray } from './harness/tray.mjs';
import { rest, stays, until } from './harness/wait.mjs';

const WIND_DOWN = 'Your evening time has come.';
const LIGHT = 'It is light outside.';

/** A diary whose wind-down comes at 22:15 every evening, and whose window closes without a question. @param {import('./harness/wane.mjs').Wane} wane */
async function windDownAt2215(wane) {
  await past(wane, '2026-03-13', 5);
  await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
}

// They mostly wait for the clock, each on a desk of its own, so they wait side by side.
describe('reminders', { concurrency: 3 }, () => {
  scene('control: a notification sent by hand is found in the history, and heard on the bus', {}, async (_wane, desk) => {
    assert.deepEqual(await desk.notes(), [], 'nothing has been shown yet');
    await desk.run('gdbus', [
      'call', '--session', '--dest=org.freedesktop.Notifications', '--object-path=/org/freedesktop/Notifications',
      '--method=org.freedesktop.Notifications.Notify', 'Hand', '0', '', 'By hand', 'A body, "quoted"', '[]', '{}', '--', '-1',
    ]);
    await until('the notification in the history', async () => (await desk.notes()).length === 1);
    assert.deepEqual(await desk.notes(), [{ title: 'By hand', body: 'A body, "quoted"', app: 'Hand' }], 'title, body and sender are read');
    assert.equal(desk.asked, 1, 'one call was heard');
  });

  scene('the wind-down comes while the window is closed, at its time, once, and not again after a restart', { seconds: 240 }, async (wane, desk) => {
    await windDownAt2215(wane);
    // With a tray the program has nothing to say about itself when its window is closed.
    await Tray.open(desk);
    const begun = performance.now();
    const program = await wane.opened({ at: '2026-03-14 22:14:30' });
    // Seconds after 22:15 by the program's own clock, which was set a moment after `begun`, by whole seconds.
    const clock = () => (performance.now() - begun) / 1000 - 30;
    await wane.closeWindow();
    await wane.keepRunning();
    assert.equal(desk.asked, 0, 'nothing is shown before its time');
    assert.ok(clock() < 0, 'the window was closed before 22:15');

    await until('the wind-down', () => desk.asked > 0, 60);
    assert.ok(clock() >= -1 && clock() <= 15, `it came ${clock().toFixed(1)} s after 22:15, within 15 s`);
    await until('it in the history', async () => (await desk.notes()).length > 0);
    assert.deepEqual(await desk.notes(), [{ title: 'Wane', body: WIND_DOWN, app: 'Wane' }], 'its words name neither pain nor sleep');

    await stays('no second one within 65 s', () => desk.asked === 1, 65);

    program.kill('SIGKILL');
    await program.end;
    const again = wane.start({ at: '2026-03-14 22:17:00', args: ['--hidden'] });
    await stays('none after kill -9 and a restart inside its window of time', () => desk.asked === 1 && again.ended === null, 25);
    assert.equal((await desk.notes()).length, 1, 'one was shown in all');
  });

  scene('killed between claim and show, it is shown after the restart, once', { seconds: 180 }, async (wane, desk) => {
    await windDownAt2215(wane);
    const program = wane.start({ at: '2026-03-14 22:14:50', args: ['--hidden'] });
    await rest(3000);
    // The service stands still: the program claims the reminder, asks the service who it is, and waits.
    desk.dunst.kill('SIGSTOP');
    await until('the program to ask the service', () => desk.heard('GetServerInformation') > 0, 40);
    program.kill('SIGKILL');
    await program.end;
    desk.dunst.child.kill('SIGCONT');
    assert.equal(desk.asked, 0, 'it was killed before anything was shown');

    const again = wane.start({ at: '2026-03-14 22:15:40', args: ['--hidden'] });
    await until('the wind-down', () => desk.asked > 0, 40);
    await stays('no second one', () => desk.asked === 1 && again.ended === null, 25);
    assert.equal((await desk.notes()).filter(({ body }) => body === WIND_DOWN).length, 1, 'the service showed one');
  });

  scene('a wind-down missed by hours waits in the inbox and is not shown', { seconds: 90 }, async (wane, desk) => {
    await windDownAt2215(wane);
    // The program runs in the evening, is off at 22:15, and comes back in the night.
    const evening = wane.start({ at: '2026-03-14 21:00:00', args: ['--hidden'] });
    await rest(5000);
    evening.kill('SIGKILL');
    await evening.end;
    const page = await wane.driven({ at: '2026-03-15 01:30:00' });
    await until('it in the inbox', () => reads(page, /Was due at 22:15/), 40);
    assert.equal(desk.asked, 0, 'nobody is woken for it');
  });

  scene('morning light comes after waking, never before sunrise', { seconds: 180 }, async (wane, desk) => {
    await past(wane, '2026-01-09', 5);
    await wane.cli(['reminders', 'set', 'morning-light'], '2026-01-09T20:00:00Z');
    // A dark winter morning: awake at half past six, the sun an hour and a half away.
    await wane.cli(['log', 'morning', '2026-01-10', '--final-wake', '06:30', '--up', '06:40'], '2026-01-10T06:45:00Z');
    const { sunrise } = JSON.parse(await wane.cli(['--json', 'sun', '2026-01-10']));
    const plan = JSON.parse(await wane.cli(['--json', 'reminders', 'plan', '--from', '2026-01-10T00:00:00Z', '--to', '2026-01-11T00:00:00Z'], '2026-01-10T06:50:00Z'));
    const light = plan.find((/** @type {{ kind: string }} */ one) => one.kind === 'morning-light');
    assert.ok(light, `morning light is planned: ${JSON.stringify(plan)}`);
    assert.ok(Date.parse(light.due) >= Date.parse(sunrise), `due at ${light.due}, not before sunrise at ${sunrise}`);
    assert.ok(Date.parse(sunrise) > Date.parse('2026-01-10T07:30:00Z'), 'the sun rises long after waking that day, or this shows nothing');

    const dark = wane.start({ at: local(Date.parse(sunrise) - 20 * 60_000), args: ['--hidden'] });
    await stays('nothing while it is dark', () => desk.asked === 0 && dark.ended === null, 25);
    dark.kill('SIGKILL');
    await dark.end;

    wane.start({ at: local(Date.parse(light.due) - 15_000), args: ['--hidden'] });
    await until('morning light', () => desk.asked > 0, 60);
    await until('it in the history', async () => (await desk.notes()).length > 0);
    assert.equal((await desk.notes())[0].body, LIGHT, 'it is the reminder of light');
  });

  scene('without a notification service the reminder waits in the window, and the window tells the truth', { seconds: 150, notifications: false }, async (wane, desk) => {
    await windDownAt2215(wane);
    const page = await wane.driven({ at: '2026-03-14 22:14:45' });
    await until('the reminder in the window', () => reads(page, /Was due at 22:15.*no notification could be shown/s), 75);

    const refused = await page.call('test_reminder');
    assert.equal(refused.accepted, false, '"show me one now" does not pretend');
    assert.match(refused.text, /no notification service is running/, 'it says why');

    await desk.startNotifications();
    const taken = await page.call('test_reminder');
    assert.equal(taken.accepted, true, 'with a service it works');
    assert.match(taken.text, /^dunst \d/, 'and names the service that took it');
    await until('it in the history', async () => (await desk.notes()).length === 1);
  });
});

/** An instant as faketime reads it, in the desk's zone (London, winter). @param {number} instant */
function local(instant) {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
