// The night screen in the real window: dark in every frame, without a clock, noted to the instant, told in the morning.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { Pixels, brightest, isDark } from './harness/pixels.mjs';
import { scene } from './harness/scene.mjs';
import { Tray } from './harness/tray.mjs';
import { rest, until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** @typedef {import('./harness/desk.mjs').Desk} Desk */

/** How long every frame is looked at after the first picture: a window may settle late. */
const SETTLES = 1500;

/** What a window manager draws round a page is its own; some report a place that is off by its height. */
const EDGE = 40;

/** The place of the window's page on the display. @param {Desk} desk */
async function place(desk) {
  const [window] = await desk.windows('Wane');
  const said = await desk.run('xdotool', ['getwindowgeometry', '--shell', window ?? '']);
  const number = (/** @type {string} */ name) => Number(said.match(new RegExp(`^${name}=(-?\\d+)`, 'm'))?.[1]);
  return { x: number('X'), y: number('Y'), width: number('WIDTH'), height: number('HEIGHT') };
}

/** The page without its outermost edge. @param {Desk} desk */
async function within(desk) {
  const { x, y, width, height } = await place(desk);
  return { x: x + EDGE, y: y + EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
}

/** What every window of ours is called. @param {Desk} desk */
async function titles(desk) {
  return Promise.all((await desk.programs()).map(async (window) => (await desk.run('xdotool', ['getwindowname', window])).trim()));
}

/**
 * Chooses an entry of the tray and watches the display until the window has been there for a while.
 *
 * @param {Desk} desk
 * @param {Tray} tray
 * @param {import('./harness/processes.mjs').Program} program
 * @param {string} entry
 */
async function watchOpening(desk, tray, program, entry) {
  const pixels = new Pixels(desk);
  const painted = program.err.split('window painted').length;
  const frames = await pixels.watch(async () => {
    await tray.click(entry);
    await until('its first picture', () => program.err.split('window painted').length > painted);
    await rest(SETTLES);
  });
  pixels.close();
  return frames;
}

scene('from the tray it opens dark in every frame, notes the instant, goes by itself, and the morning offers it', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const tray = await Tray.open(desk);
  const program = wane.start({ at: '2026-03-15 03:10:00', args: ['--hidden'] });
  await until('the menu', async () => (await tray.menu()).some(({ label, enabled }) => label === 'Night screen' && enabled));
  const frames = await watchOpening(desk, tray, program, 'Night screen');
  assert.ok(frames.length > 50, `it was looked at often: ${brightest(frames)}`);
  assert.ok(frames.every(isDark), `no frame is bright: ${brightest(frames)}`);
  assert.ok(frames.some(({ mean }) => mean > 0.0008), `and there is something to read: ${brightest(frames)}`);
  assert.deepEqual(await titles(desk), ['Wane'], 'its title tells no time');
  const { width, height } = await place(desk);
  assert.deepEqual([width, height], [1280, 900], 'it covers the display, and any clock on it');

  await desk.focus((await desk.windows('Wane'))[0] ?? '');
  await desk.keys('Down', 'Down', 'Down', 'Return');
  await until('it to go by itself', async () => (await desk.windows('Wane')).length === 0, 20);
  assert.equal(program.ended, null, 'the program lives on');
  assert.equal(desk.asked, 0, 'and nothing popped up in the dark');
  program.kill();
  await program.end;

  const day = async (/** @type {string} */ now) => {
    const [found] = JSON.parse(await until('the diary to be free', () => wane.cli(['--json', 'day', '2026-03-14'], now)));
    return found.awakenings;
  };
  assert.deepEqual(await day('2026-03-15T03:40:00Z'), [], 'hidden while it is night');
  const [noted, ...more] = await day('2026-03-15T08:00:00Z');
  assert.deepEqual(more, [], 'one note');
  assert.equal(noted.choice, 'note', 'as it was chosen');
  const late = Date.parse(noted.at) - Date.parse('2026-03-15T03:10:00Z');
  assert.ok(late >= 0 && late < 60_000, `the instant of the key, in UTC: ${noted.at}`);
  const { today } = JSON.parse(await wane.cli(['--json', 'log', 'morning', '--pain', '3'], '2026-03-15T08:00:00Z'));
  assert.equal(today.morning.noted.text, 'You noted being awake once in the night.', 'and it is offered in the morning');
});

scene('at noon, when everything else is bright, it is as dark; and the check finds what is bright', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const tray = await Tray.open(desk);
  const program = wane.start({ at: '2026-03-15 12:00:00', args: ['--hidden'] });
  await until('the menu', async () => (await tray.menu()).length > 0);
  const frames = await watchOpening(desk, tray, program, 'Night screen');
  assert.ok(frames.every(isDark), `no frame is bright: ${brightest(frames)}`);
  await desk.focus((await desk.windows('Wane'))[0] ?? '');
  await desk.keys('Escape');
  await until('it to go', async () => (await desk.windows('Wane')).length === 0);
  assert.equal(program.ended, null, 'the program lives on');

  const control = await watchOpening(desk, tray, program, 'Quick log');
  assert.ok(!control.every(isDark), `the day is found to be bright: ${brightest(control)}`);
  const { width } = await place(desk);
  assert.ok(width < 1280, 'and the next window is an ordinary one');

  // The same by key, over a bright view: the display grows dark as a whole, and no brighter than before on the way there and back.
  const pixels = new Pixels(desk);
  const before = pixels.look().mean;
  const turn = (/** @type {string} */ key) => pixels.watch(async () => {
    await desk.keys(key);
    await rest(2 * SETTLES);
  });
  await desk.focus((await desk.windows('Wane'))[0] ?? '');
  const there = await turn('period');
  assert.ok(there.slice(-20).every(isDark), `the whole display is dark: ${brightest(there.slice(-20))}`);
  const back = await turn('Escape');
  assert.ok((back.at(-1)?.mean ?? 0) > before / 2, `and bright again after it: ${brightest(back)}`);
  for (const frames of [there, back]) assert.ok(frames.every(({ mean }) => mean <= before * 1.02), `never brighter than before (${before.toFixed(3)}): ${brightest(frames)}`);
  pixels.close();
});

scene('a bright window that was put away is dark when the tray brings it back for the night', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const tray = await Tray.open(desk);
  const program = await wane.opened({ at: '2026-03-15 12:00:00' });
  await until('the menu', async () => (await tray.menu()).length > 0);
  await rest(1000);
  const region = await within(desk);
  const pixels = new Pixels(desk);
  const bright = pixels.look(region).mean;
  assert.ok(bright > 0.3, `the control: it is bright: ${bright.toFixed(3)}`);
  const [window = ''] = await desk.windows('Wane');
  await desk.run('xdotool', ['windowminimize', '--sync', window]);
  await until('it to be out of sight', () => isDark({ at: 0, ...pixels.look(region) }));
  // A window manager lets the title bar fly after it.
  await rest(SETTLES);
  const opened = program.err.split('window opened').length;
  const frames = await pixels.watch(async () => {
    await tray.click('Night screen');
    await until('it to be back', () => program.err.split('window opened').length > opened);
    await rest(2 * SETTLES);
  }, region);
  pixels.close();
  assert.ok(frames.every(isDark), `no frame shows what was there: ${brightest(frames)}`);
  assert.ok(frames.some(({ mean }) => mean > 0.0008), `and there is something to read: ${brightest(frames)}`);
  assert.equal(program.ended, null, 'it is the same program');
});

scene('one key opens it over whatever is shown, and another leads back; each of its states is dark and tells no time', { seconds: 150 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-15 03:10:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  await rest(800);
  const region = await within(desk);
  const pixels = new Pixels(desk);
  const before = { at: 0, ...pixels.look(region) };
  assert.ok(!isDark(before), `the control: the evening's own look is brighter: ${brightest([before])}`);
  const opening = await pixels.watch(async () => {
    await page.press('.');
    await until('the night screen', () => page.run('return document.querySelector(".night-screen") !== null'));
    await rest(SETTLES);
  }, region);
  assert.ok(opening.every(({ mean }) => mean <= before.mean + 0.001), `it only grows darker: ${brightest(opening)} after ${before.mean.toFixed(4)}`);
  const settled = opening.filter(({ at }) => at > (opening.at(-1)?.at ?? 0) - SETTLES / 2);
  assert.ok(settled.every(isDark), `and is dark: ${brightest(settled)}`);
  assert.ok(isDark({ at: 0, ...pixels.look() }), `with the whole of the display: ${JSON.stringify(pixels.look())}`);

  const told = () => page.run(`
    const said = [document.title];
    for (const one of document.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt']) said.push(one.getAttribute(name) ?? '');
      if (!one.matches('script, style, template')) for (const child of one.childNodes) if (child.nodeType === 3) said.push(child.data);
    }
    return said.filter((text) => /[0-9]/.test(text));`);
  /** @type {[string, string[]][]} */
  const states = [['choose', []], ['breathe', [KEY.down, KEY.enter]], ['settle', [KEY.escape, KEY.down, KEY.enter]]];
  for (const [state, keys] of states) {
    await page.press(...keys);
    await until(state, () => page.run('return document.querySelector(".night-screen").dataset.state === arguments[0]', state));
    const frames = await pixels.watch(() => rest(state === 'breathe' ? 10_500 : 700), region);
    assert.ok(frames.every(isDark), `${state} is dark: ${brightest(frames)}`);
    assert.deepEqual(await told(), [], `${state} tells no time`);
    assert.deepEqual(await titles(desk), ['Wane'], `${state}: nor does the title`);
    if (process.env.NIGHT_PICTURES) await desk.run('import', ['-window', 'root', `${process.env.NIGHT_PICTURES}-${state}.png`]);
  }
  await page.press(KEY.escape, KEY.escape);
  await until('the view before', () => reads(page, 'Save evening'));
  assert.notDeepEqual(await told(), [], 'the control: which is full of times');
  await until('the window to be as large as before', async () => (await within(desk)).width === region.width);
  pixels.close();
});

scene('the morning offers what was noted at night, and one tap takes it', { seconds: 120 }, async (wane) => {
  await past(wane, '2026-03-14', 7);
  await wane.cli(['log', 'awake'], '2026-03-15T02:20:00Z');
  await wane.cli(['log', 'awake', '--choice', 'breathe'], '2026-03-15T04:30:00Z');
  const page = await wane.driven({ at: '2026-03-15 08:00:00' });
  await until('the offer', () => reads(page, 'You noted being awake twice in the night.'));
  const nwak = async () => (await page.call('today', { date: '2026-03-15' })).morning.night.nwak;
  assert.equal(await nwak(), null, 'nothing is filled in by itself');
  await page.click('[data-act="noted-take"]');
  await until('the number in the diary', async () => (await nwak()) === 2);
  assert.ok(!(await reads(page, 'You noted being awake')), 'and the offer is over');
});

scene('a click at the foot of the page opens it as dark as the key does', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-15 12:00:00' });
  await until('the Today view', () => reads(page, 'Save morning'));
  await rest(800);
  // The window manager's bright frame passes over the edges of the place while the window grows to the whole display.
  const { x, y, width, height } = await place(desk);
  const region = { x: x + EDGE, y: y + EDGE, width: width - x - 2 * EDGE, height: height - y - 2 * EDGE };
  const pixels = new Pixels(desk);
  await page.run('document.querySelector(".help-foot [data-go=night]").scrollIntoView()');
  await rest(500);
  const before = pixels.look(region);
  assert.ok(before.mean > 0.3, `the control: it is bright: ${before.mean.toFixed(3)}`);
  const frames = await pixels.watch(async () => {
    await page.click('.help-foot [data-go="night"]');
    await until('the night screen', () => page.run('return document.querySelector(".night-screen") !== null'));
    await rest(2 * SETTLES);
  }, region);
  pixels.close();
  // What was on the display stays until the first dark picture; between them and after it nothing is brighter.
  const first = frames.findIndex(isDark);
  assert.ok(first >= 0 && frames.slice(first).every(isDark), `once dark it stays dark: ${brightest(frames.slice(Math.max(first, 0)))}`);
  assert.ok(frames.every(({ mean }) => mean <= before.mean * 1.02), `never brighter than before (${before.mean.toFixed(3)}): ${brightest(frames)}`);
});

scene('amber light is dim, and has little blue, wherever it is worn', { seconds: 120 }, async (wane, desk) => {
  await past(wane, '2026-03-14', 7);
  const page = await wane.driven({ at: '2026-03-14 22:00:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  await rest(800);
  const region = await within(desk);
  const pixels = new Pixels(desk);
  const { settings } = await page.call('settings');
  /** @param {'always' | 'off'} amber */
  const wear = async (amber) => {
    await page.call('save_settings', { ...settings, theme: 'evening', amber });
    await page.run('document.dispatchEvent(new Event("visibilitychange"))');
    await until(amber, () => page.run('return document.documentElement.dataset.theme === arguments[0]', amber === 'always' ? 'amber' : 'evening'));
    await rest(600);
  };
  for (const view of ['today', 'trends', 'wind-down', 'movement', 'learn', 'settings']) {
    await page.run('document.querySelector(`.rail [data-view="${arguments[0]}"]`).click()', view);
    await until(view, () => page.run('return location.hash === "#" + arguments[0] && document.querySelector("[data-room] h1") !== null', view));
    await wear('off');
    const evening = pixels.look(region);
    await wear('always');
    const amber = pixels.look(region);
    console.log(`# ${view}: evening ${evening.mean.toFixed(4)}, blue ${evening.blue.toFixed(2)}; amber ${amber.mean.toFixed(4)}, blue ${amber.blue.toFixed(2)}`);
    assert.ok(amber.mean < 0.04, `${view} is dim, an eighth of a day's page at most: ${amber.mean.toFixed(4)}`);
    assert.ok(amber.blue < 0.55, `${view} has little blue: ${amber.blue.toFixed(2)}`);
    assert.ok(evening.blue > 0.8, `the control: the evening has more: ${evening.blue.toFixed(2)}`);
  }
  pixels.close();
});
