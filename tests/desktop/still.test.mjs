// With less motion asked of the desktop nothing moves by itself, in the real window.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { past } from './harness/diary.mjs';
import { reads } from './harness/page-words.mjs';
import { scene } from './harness/scene.mjs';
import { rest, until } from './harness/wait.mjs';

/** @typedef {import('./harness/webdriver.mjs').Page} Page */

/** Asks the desktop for less motion, as its settings do. @param {import('./harness/desk.mjs').Desk} desk @param {boolean} less */
function asks(desk, less) {
  const folder = join(desk.env.XDG_CONFIG_HOME ?? '', 'gtk-3.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.ini'), `[Settings]\ngtk-enable-animations=${less ? 0 : 1}\n`);
}

/** Counts, from now on, everything that the page moves: what runs by styles at any frame, and what is moved by hand. */
const WATCH = `
  window.moved = new Set();
  const look = () => {
    for (const one of document.getAnimations()) {
      const { target } = one.effect ?? {};
      if (one.playState === 'running') window.moved.add((target?.className?.baseVal ?? target?.className ?? '') + ' ' + (one.animationName ?? one.transitionProperty));
    }
    for (const shape of document.querySelectorAll('wane-breath .shape, .ring .filled')) {
      if (!shape.checkVisibility()) continue;
      const now = shape.style.transform;
      if (shape.dataset.was !== undefined && shape.dataset.was !== now) window.moved.add('shape ' + shape.className);
      shape.dataset.was = now;
    }
    requestAnimationFrame(look);
  };
  look();`;

/** What has moved since it was asked last. @param {Page} page @returns {Promise<string[]>} */
const moved = (page) => page.run('const all = [...window.moved]; window.moved.clear(); return all');

/** Walks through all that helps. @param {Page} page @returns {Promise<Map<string, string[]>>} what moved, by where */
async function walk(page) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const at = async (/** @type {string} */ where, ms = 700) => {
    await rest(ms);
    found.set(where, await moved(page));
  };
  await page.run(WATCH);
  for (const view of ['trends', 'insights', 'movement', 'learn', 'plan', 'data', 'settings', 'today']) {
    await page.click(`.rail [data-view="${view}"]`);
    await at(view);
  }
  await page.click('.rail [data-view="wind-down"]');
  await until('the wind-down', () => page.run('return document.querySelector("[data-go=breathing]") !== null'));
  await page.click('[data-go="breathing"]');
  await until('breathing', () => page.run('return document.querySelector("[data-act=begin]") !== null'));
  await page.click('[data-act="begin"]');
  await at('the pacer', 2500);
  await page.click('[data-act="end"]');
  await page.press('\uE00C', '.');
  await until('the night screen', () => page.run('return document.querySelector(".night-screen") !== null'));
  await at('the night screen');
  await page.click('[data-act="breathe"]');
  await at('a breath at night', 2500);
  return found;
}

/** @param {import('./harness/wane.mjs').Wane} wane */
async function opened(wane) {
  await past(wane, '2026-03-14', 40);
  const page = await wane.driven({ at: '2026-03-14 21:30:00' });
  await until('the Today view', () => reads(page, 'Save evening'));
  return page;
}

scene('with less motion nothing moves in any view, while breathing or at night', { seconds: 150 }, async (wane, desk) => {
  asks(desk, true);
  const page = await opened(wane);
  assert.equal(await page.run('return matchMedia("(prefers-reduced-motion: reduce)").matches'), true, 'the window knows of it');
  for (const [where, what] of await walk(page)) assert.deepEqual(what, [], where);
});

scene('control: without it a breath moves, and that is noticed', { seconds: 150 }, async (wane, desk) => {
  asks(desk, false);
  const page = await opened(wane);
  assert.equal(await page.run('return matchMedia("(prefers-reduced-motion: reduce)").matches'), false);
  const found = await walk(page);
  for (const where of ['the pacer', 'a breath at night']) assert.notDeepEqual(found.get(where), [], where);
});
