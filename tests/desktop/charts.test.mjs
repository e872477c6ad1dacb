// Charts in the real window: what a screen reader is told, the system's clipboard, the system's printing.

import assert from 'node:assert/strict';
import { past } from './harness/diary.mjs';
import { scene } from './harness/scene.mjs';
import { Tree, every } from './harness/tree.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** @typedef {import('./harness/tree.mjs').Node} Node */
/** @typedef {import('./harness/wane.mjs').Wane} Wane */
/** @typedef {import('./harness/desk.mjs').Desk} Desk */

const CHART = 'Sleep and pain';
const MORNING = '2026-03-14 08:30:00';

/** Goes to Trends by keys, as a person would. @param {Desk} desk */
async function toTrends(desk) {
  const [window] = await desk.windows('Wane');
  await desk.focus(window);
  // First out of the question that has the focus, so that a digit means a view.
  await desk.keys('Escape', '2');
}

/** @param {Node} node */
const allText = (node) => every(node, () => true).map(({ name, text }) => `${name} ${text ?? ''}`).join(' ');

scene('a screen reader is told a chart’s name, its sentence, the day that is read, and its table', { seconds: 480 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 12);
  const tree = await Tree.open(desk);
  const page = await wane.driven({ at: MORNING, env: tree.env });
  const sliders = async () => every(await tree.read(), ({ role, name }) => role === 'slider' && name === CHART);
  await until('the first view in the tree', async () => every(await tree.read(), ({ name }) => name === 'How was the night?').length > 0, 60);
  assert.deepEqual(await sliders(), [], 'the control: on Today there is no such chart');

  await page.click('.rail [data-view="trends"]');
  // What is read while a view is being made, WebKit remembers half made; a screen reader waits to be told of it.
  await until('the chart', () => page.run('return document.querySelectorAll("wane-chart .drawing svg").length > 6'), 60);
  const [slider] = await until('the chart in the tree', () => sliders().then((found) => found.length > 0 && found), 60);
  assert.match(slider.described, /12 of 42 days have an entry/, 'the sentence describes it');
  const pictures = every(await tree.read(), ({ role, name }) => /image|graphic|canvas/.test(role) && name === CHART);
  assert.equal(pictures.length, 1, 'the picture is named as the chart');

  // How many stops lie before the chart is no matter here.
  await page.run('document.querySelector("wane-chart[name=trend] .reader").focus()');
  await page.press(KEY.left);
  const read = await until('the day before', async () => (await sliders()).find(({ value }) => /13 March/.test(value ?? '')), 60);
  assert.match(read.value ?? '', /Pain on waking \d/, 'its value is the day in words');
  await page.run('document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", shiftKey: true, bubbles: true, cancelable: true }))');
  await until('a stretch of days', async () => (await sliders()).some(({ value }) => /12 March.* to .*13 March.*Enter/.test(value ?? '')), 30);
  await page.press(KEY.escape, 't');
  const [table] = await until('the table', async () => {
    const found = every(await tree.read(), ({ role, name }) => role === 'table' || (role === 'region' && name === CHART));
    const whole = found.filter((node) => /13 Mar 2026/.test(allText(node)));
    return whole.length > 0 && whole;
  }, 60);
  assert.match(allText(table), /Pain on waking/, 'with its columns');
});

/** What the clipboard holds, as another program finds it. @param {Desk} desk @param {string} type */
const clipboard = (desk, type) => desk.run('sh', ['-c', `xclip -selection clipboard -t ${type} -o | base64 -w0`]).then((text) => Buffer.from(text, 'base64'), () => Buffer.alloc(0));

scene('a chart’s picture and its table reach other programs through the clipboard', { seconds: 240 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 12);
  await wane.cli(['annotate', '2026-03-12', '=1+1'], '2026-03-13T20:00:00Z');
  const page = await wane.driven({ at: MORNING });
  assert.equal((await clipboard(desk, 'image/png')).length, 0, 'the control: nothing is there before');
  await page.click('.rail [data-view="trends"]');
  const at = 'wane-chart[name="trend"]';
  await until('the chart', () => page.run('return Boolean(document.querySelector(arguments[0]))', `${at} .drawing svg`));
  await page.click(`${at} .keep summary`);
  await page.click(`${at} [data-keep="copy-picture"]`);
  const png = await until('the picture', async () => {
    const found = await clipboard(desk, 'image/png');
    return found.length > 0 && found;
  }, 30);
  assert.deepEqual([...png.subarray(0, 4)], [137, 80, 78, 71], 'it is a PNG');
  assert.ok(png.readUInt32BE(16) > 600, 'as large as the chart');
  await page.click(`${at} [data-keep="copy-table"]`);
  const table = await until('the table', async () => {
    const found = (await clipboard(desk, 'UTF8_STRING')).toString();
    return found.includes('\t') && found;
  }, 30);
  const lines = table.trimEnd().split('\n');
  assert.equal(lines.length, 13, 'a heading and twelve days');
  assert.match(table, /\t'=1\+1\n/, 'no cell is a formula');
  assert.match(await page.text(`${at} [role="status"]`), /spreadsheet/, 'it is said');
});

scene('printing opens the system’s own dialog, and Escape leaves everything as it was', { seconds: 240 }, async (wane, desk) => {
  await past(wane, '2026-03-13', 12);
  const program = await wane.opened({ at: MORNING });
  await toTrends(desk);
  const dialog = () => desk.windows('Print').then((found) => found.length > 0);
  assert.equal(await dialog(), false, 'the control: there is no dialog before');
  await until('the dialog', async () => {
    if (await dialog()) return true;
    await desk.keys('ctrl+p');
    return false;
  }, 90);
  await desk.keys('Escape');
  await until('the dialog to go', async () => !(await dialog()), 30);
  assert.equal(program.ended, null, 'the program lives on');
  assert.equal((await desk.windows('Wane')).length, 1, 'and so does its window');
});
