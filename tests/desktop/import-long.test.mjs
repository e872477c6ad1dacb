// A file that takes long, in the real window: how far it has come is said, and it is stopped at any moment with nothing changed.

import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { past } from './harness/diary.mjs';
import { picked } from './harness/dialog.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { until } from './harness/wait.mjs';
import { KEY } from './harness/webdriver.mjs';

/** How much of it there is of what nobody wants, in MiB. */
const LENGTH = Number(process.env.WANE_LONG_MIB ?? 1000);

/**
 * An Apple Health export: years of energies burned, which Wane passes over, and three nights at its end.
 *
 * @param {string} file
 */
function longExport(file) {
  const record = '<Record type="HKQuantityTypeIdentifierActiveEnergyBurned" sourceName="Watch" unit="kcal" startDate="2026-02-01 10:00:00 +0000" endDate="2026-02-01 10:01:00 +0000" value="3"/>\n';
  const piece = Buffer.from(record.repeat(Math.ceil((1 << 20) / record.length)));
  const night = (/** @type {number} */ day) => `<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" startDate="2026-03-0${day} 00:10:00 +0000" endDate="2026-03-0${day} 06:40:00 +0000" value="HKCategoryValueSleepAnalysisAsleepCore"/>\n`;
  const out = openSync(file, 'w');
  writeSync(out, '<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n');
  for (let written = 0; written < LENGTH; written += 1) writeSync(out, piece);
  writeSync(out, `${[1, 2, 3].map(night).join('')}</HealthData>\n`);
  closeSync(out);
}

const ROOM = 'document.querySelector("[data-part=import-progress]")';
/** The words and the bar, as they stand there. */
const UNDER_WAY = `return ${ROOM}?.hidden === false && ${ROOM}.querySelector("[role=status]").textContent === "Reading the files" && ${ROOM}.querySelector("progress[value]") !== null`;

/** The diary as JSON, once no window has it open. @param {import('./harness/wane.mjs').Wane} wane @returns {Promise<string>} */
async function content(wane) {
  const out = join(wane.desk.dir ?? '', 'content.json');
  await until('the diary to be free', () => wane.cli(['export', '--format', 'json', '-o', out], '2026-03-14T10:00:00Z').then(() => true, () => false), 20);
  const text = readFileSync(out, 'utf8');
  rmSync(out);
  return text;
}

/** A window that shows where files come in. @param {import('./harness/wane.mjs').Wane} wane */
async function atData(wane) {
  const page = await wane.driven({ at: '2026-03-14 08:30:00' });
  await until('the Today view', () => reads(page, 'How was the night?'));
  await page.click('.rail [data-view="data"]');
  await until('the Data view', () => page.run('return document.querySelector("[data-act=pick]") !== null'));
  return page;
}

/** Quits, so that the diary is free. @param {import('./harness/webdriver.mjs').Page} page */
async function leave(page) {
  await page.call('quit').catch(() => {});
  await page.close();
}

scene('a long import says how far it has come, is stopped in two ways with nothing changed, and goes through', { seconds: 180 }, async (wane, desk) => {
  await past(wane, '2026-03-10', 3);
  const file = join(desk.env.HOME ?? '', 'export.xml');
  longExport(file);
  try {
    const before = await content(wane);
    let page = await atData(wane);
    const parts = () => page.run(`return [Number(${ROOM}.querySelector("progress").value), ${ROOM}.querySelector("span").textContent]`);
    const isStopped = async (/** @type {string} */ how) => {
      await until(`the words that it was stopped with ${how}`, () => reads(page, 'Stopped. Nothing was changed.'), 20);
      assert.equal(await page.run(`return ${ROOM}.hidden`), true, how);
      assert.equal(await page.run('return document.querySelector("[data-part=found]").hidden'), true, how);
    };

    await picked(page, desk, '~/export.xml', UNDER_WAY);
    const [early] = await parts();
    await until('how long it still takes', async () => /about .+ left/.test((await parts())[1]), 30);
    const [later] = await parts();
    assert.ok(later > early && later < 1, `it comes on: ${early}, ${later}`);
    await page.click('[data-act=stop]');
    await isStopped('its button');

    await picked(page, desk, '~/export.xml', UNDER_WAY);
    await page.press(KEY.escape);
    await isStopped('Escape');

    await leave(page);
    assert.deepEqual(await content(wane), before, 'stopped, the diary is the same to the last byte');

    page = await atData(wane);
    await picked(page, desk, '~/export.xml', UNDER_WAY);
    await until('the preview', () => page.run('return document.querySelector("[data-part=found]").hidden === false'), 60);
    await page.click('[data-act=import]');
    await until('the words and the bar while it comes in', () => page.run(UNDER_WAY), 20);
    await until('the import in the list', () => page.run('return document.querySelectorAll("[data-part=batches] button").length === 2'), 60);
    assert.equal(await page.run(`return ${ROOM}.hidden`), true, 'done, it is gone');
    await leave(page);
    assert.ok((await content(wane)).split('apple-health').length > 3, 'and the nights are in the diary');
  } finally {
    rmSync(file, { force: true });
  }
});
