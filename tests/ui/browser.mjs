// The window in an ordinary browser, with the fake host in place of the program.

import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

/** Where Debian, Ubuntu, Fedora and Arch put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function chromiumPath() {
  for (const place of process.env.CHROMIUM ? [process.env.CHROMIUM] : PLACES) {
    if (await access(place).then(() => true, () => false)) return place;
  }
  throw new Error(`these tests open the window in Chromium, and there is none in ${PLACES.join(', ')}: install the package "chromium", or name one in CHROMIUM`);
}

/** @typedef {import('playwright-core').Page} Page */

export async function openBrowser() {
  const server = await serve(0, 'max-age=600');
  // A profile on disk keeps what was loaded once, and compiled once, for all windows: a private one would not, and opening
  // the window is half of what most of these tests do.
  const profile = await mkdtemp(join(tmpdir(), 'wane-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    reducedMotion: 'reduce',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

  return {
    url: server.url,
    /**
     * Opens the window; whatever it complains about on the console is collected in `complaints`.
     *
     * @param {string} [query] of the fake host
     * @param {{ width: number, height: number }} [viewport]
     */
    async open(query = '', viewport = { width: 1280, height: 900 }) {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      page.setDefaultTimeout(5000);
      /** @type {string[]} */
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${server.url}?${query}`);
      await page.locator('[data-room] h1').waitFor();
      return Object.assign(page, { complaints });
    },
    async close() {
      await context.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * What the window asked the host for, in order.
 *
 * @param {Page} page
 * @param {string} [name] of one command
 * @returns {Promise<{ name: string, request: any }[]>}
 */
export async function asked(page, name) {
  const calls = await page.evaluate(() => /** @type {any} */ (window).fakeHost.calls);
  return name ? calls.filter((/** @type {{ name: string }} */ call) => call.name === name) : calls;
}

/**
 * Waits until the window has asked for something so many times.
 *
 * @param {Page} page
 * @param {string} name
 * @param {number} [times]
 */
export async function untilAsked(page, name, times = 1) {
  await page.waitForFunction(
    ([wanted, count]) => /** @type {any} */ (window).fakeHost.calls.filter((/** @type {{ name: string }} */ call) => call.name === wanted).length >= Number(count),
    [name, times],
  );
  return (await asked(page, name)).at(-1)?.request;
}

/**
 * Lets answers go that the fake host holds back (`held=<command>`); waits until there is one.
 *
 * @param {Page} page
 * @param {string} name
 * @param {'all' | 'newest'} [which]
 */
export async function release(page, name, which = 'all') {
  await page.waitForFunction(([command, some]) => /** @type {any} */ (window).fakeHost.release(command, some) > 0, [name, which]);
}

/** @param {Page} page @param {string} view */
export async function goTo(page, view) {
  await page.locator(`.rail [data-view="${view}"]`).click();
  await page.locator(`.rail [data-view="${view}"][aria-current="page"]`).waitFor();
}
