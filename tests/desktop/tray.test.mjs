// The symbol in the tray, for the time the window is closed; and the desktops that have no tray.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { past } from './harness/diary.mjs';
import { scene } from './harness/scene.mjs';
import { Tray } from './harness/tray.mjs';
import { rest, stays, until } from './harness/wait.mjs';

const NOTE = /^Reminders keep coming with the window closed/;

scene('the tray shows a symbol and a menu, and each entry does what it says', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  await wane.cli(['reminders', 'set', 'wind-down', '--at', '22:15'], '2026-03-14T12:00:00Z');
  const tray = await Tray.open(desk);
  const program = wane.start({ at: '2026-03-14 15:00:00', args: ['--hidden'] });
  const entries = await until('the menu', async () => (await tray.menu()).length > 0 && tray.menu());
  assert.deepEqual(
    entries.map(({ label }) => label),
    ['Quick log', 'A rough day', 'Wind-down', 'Night screen', 'Pause reminders until tomorrow', 'Quit'],
    'the entries, in their order',
  );
  assert.equal(await tray.property('Title'), 'Wane', 'the symbol has a name');
  assert.ok((await tray.property('IconPixmap')).length > 0, 'and a picture');
  assert.equal((await desk.windows('Wane')).length, 0, 'nobody has asked for the window');

  await tray.click('A rough day');
  await until('the day to be marked in the menu', async () => (await tray.menu()).some(({ label, checked }) => label === 'A rough day' && checked));
  await tray.click('Pause reminders until tomorrow');
  await until('the pause in the menu', async () => (await tray.menu()).some(({ label }) => label === 'End the pause'));

  await tray.click('Quick log');
  await until('the window', async () => (await desk.windows('Wane')).length === 1);
  await until('the view', () => /window shows (today|morning|evening)/.test(program.err));

  await tray.click('Quit');
  assert.equal(await until('its end', () => program.ended !== null && { end: program.ended }).then(({ end }) => end), 0, `it ends well: ${program.err}`);
  const [day] = JSON.parse(await wane.cli(['--json', 'day', '2026-03-14']));
  assert.equal(day.rough, true, 'what was chosen in the menu is in the diary');
});

scene('a tray that comes later takes the symbol, one that goes leaves the program as it was, and a click opens the window', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = wane.start({ at: '2026-03-14 15:00:00', args: ['--hidden'] });
  await until('the program to find no tray', () => program.err.includes('tray none'));
  const tray = await Tray.open(desk);
  await until('the symbol', () => tray.item());
  await tray.close();
  await until('it to notice', () => program.err.split('tray none').length === 3);
  assert.equal(program.ended, null, 'the program lives on');

  const again = await Tray.open(desk);
  await until('the symbol again', () => again.item());
  await again.activate();
  await until('the window', async () => (await desk.windows('Wane')).length === 1);
  await until('its first picture', () => program.err.includes('window painted'));
  await wane.closeWindow();
  await wane.keepRunning();
  await stays('with a tray nothing need be said', () => desk.asked === 0, 4);
});

scene('without a tray it is said once that reminders keep coming, and how to come back', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 15:00:00' });
  await wane.closeWindow();
  await wane.keepRunning();
  await until('the note', () => desk.asked === 1);
  await until('it in the history', async () => (await desk.notes()).length === 1);
  assert.match((await desk.notes())[0].body, NOTE, 'it says what goes on');

  const second = wane.start();
  assert.equal(await second.end, 0, `a second start ends well: ${second.err}`);
  await until('the window', async () => (await desk.windows('Wane')).length === 1);
  await until('its first picture', () => program.err.split('window painted').length === 3);
  await rest(1000);
  await wane.closeWindow();
  await until('the window to go', async () => (await desk.windows('Wane')).length === 0);
  await stays('it is not said twice', () => desk.asked === 1 && program.ended === null, 4);
});

scene('a note that could not be shown is said at the next closing', { seconds: 120, notifications: false }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = await wane.opened({ at: '2026-03-14 15:00:00' });
  await wane.closeWindow();
  await wane.keepRunning();
  await until('it to find no service', () => program.err.includes('notify no notification was shown'));
  await desk.startNotifications();
  wane.start();
  await until('its first picture', () => program.err.split('window painted').length === 3);
  await rest(1000);
  await wane.closeWindow();
  await until('the note', async () => (await desk.notes()).some(({ body }) => NOTE.test(body)));
});

scene('without a message bus there is no tray, and everything else is there', { seconds: 60 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 3);
  const program = wane.start({ at: '2026-03-14 15:00:00', env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  await until('its first picture', () => program.err.includes('window painted'), 40);
  assert.equal(program.ended, null, `it runs: ${program.err}`);
  assert.ok((await desk.windows('Wane')).length === 1 && existsSync(wane.data), 'with its window and its diary');
});
