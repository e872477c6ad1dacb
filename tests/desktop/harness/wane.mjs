// The program under test on a desk: its window, its command line, its clock.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { offspring } from './processes.mjs';
import { rest, until } from './wait.mjs';
import { Page } from './webdriver.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
/** The window's program. */
export const BIN = process.env.WANE_BIN ?? join(TARGET, 'debug/wane-desktop');
/** The command line. */
export const CLI = process.env.WANE_CLI ?? join(TARGET, 'debug/wane');
/** Where pictures of failures go. */
const FAILURES = join(ROOT, 'target/desktop-failures');

/** Wane on a desk: one diary, opened as often as the test likes. */
export class Wane {
  /** @param {import('./desk.mjs').Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.data = join(desk.dir ?? '', 'diary');
  }

  /**
   * Runs the command line over this diary, with its clock set if `now` is given.
   *
   * @param {string[]} args
   * @param {string} [now] RFC 3339
   */
  cli(args, now) {
    return this.desk.run(CLI, ['--data', this.data, ...(now ? ['--now', now] : []), ...args]);
  }

  /**
   * Starts the program as a person would.
   *
   * @param {{ at?: string, args?: string[], env?: NodeJS.ProcessEnv, under?: string[] }} [options]
   *   `at`: set its clock to this local time and let it run on; `under`: a program that starts it
   */
  start({ at, args = [], env = {}, under = [] } = {}) {
    const call = [...under, ...clock(at), BIN, '--data', this.data, ...args];
    return this.desk.start(call[0], call.slice(1), { WANE_TRACE: 'startup,window,reminders,notify,clock,tray,autostart', ...STEADY, ...env });
  }

  /** Starts the program and waits for its first picture. @param {Parameters<Wane['start']>[0]} [options] */
  async opened(options) {
    const program = this.start(options);
    await until('the first picture', () => {
      if (program.ended !== null) throw new Error(`the program ended with ${program.ended}: ${program.err}`);
      return program.err.includes('startup_ms');
    }, 40);
    return program;
  }

  /**
   * Starts the program with WebDriver in its window.
   *
   * @param {{ at?: string, args?: string[], env?: NodeJS.ProcessEnv, under?: string[] }} [options]
   * @returns {Promise<Page>}
   */
  async driven({ at, args = [], env = {}, under = [] } = {}) {
    const [driver, url] = await openDriver(this.desk, { TAURI_WEBVIEW_AUTOMATION: 'true', WANE_TRACE: 'window', ...STEADY, ...env });
    this.driver = driver;
    const [command, ...rest] = [...under, ...clock(at), BIN, '--data', this.data, ...args];
    const binary = command.startsWith('/') ? command : (await this.desk.run('which', [command])).trim();
    this.page = await Page.open(url, binary, rest);
    await until('the first view', () => this.page?.run('return document.querySelector("main, [role=main], h1") !== null'));
    return this.page;
  }

  /** The programs that draw pages for `program`. @param {import('./processes.mjs').Program} program */
  static renderers(program) {
    return offspring(program.pid).filter(({ name }) => name.startsWith('WebKitWebProc'));
  }

  /** Closes the window the way a person does. */
  async closeWindow() {
    const [window] = await until('the window', () => this.desk.windows('Wane').then((found) => found.length > 0 && found));
    await this.desk.focus(window);
    await this.desk.keys('alt+F4');
  }

  /** Answers the question that the first closing asks: keep running. The question's own page may take a moment to come. */
  async keepRunning() {
    await until('the window to go', async () => {
      if ((await this.desk.windows('Wane')).length === 0) return true;
      await this.desk.keys('Return');
      await rest(500);
      return false;
    });
  }

  /** Keeps a picture of a failure. @param {string} name */
  async keepPicture(name) {
    mkdirSync(FAILURES, { recursive: true });
    const file = join(FAILURES, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
    const picture = await this.page?.picture().catch(() => null);
    if (picture) writeFileSync(file, picture);
  }
}

/** libfaketime sets the wall clock only: the steady clock, by which the engine waits, stays true. */
const STEADY = { FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };

/** The program that sets another one's clock. @param {string} [at] */
function clock(at) {
  return at ? ['faketime', at] : [];
}

/**
 * Starts the driver of the engine's windows, and gives its address.
 *
 * @param {import('./desk.mjs').Desk} desk
 * @param {NodeJS.ProcessEnv} [env] also that of the program it starts
 * @returns {Promise<[import('./processes.mjs').Program, string]>}
 */
export async function openDriver(desk, env) {
  const port = await freePort();
  const driver = desk.start('WebKitWebDriver', [`--port=${port}`], env);
  const url = `http://127.0.0.1:${port}`;
  await until('the driver', async () => (await fetch(`${url}/status`)).ok);
  return [driver, url];
}

/** A port that nobody has. @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
