// A private desktop: display, message bus, window manager and a real notification service.

import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program, run } from './processes.mjs';
import { until } from './wait.mjs';

/** Everything on this bus is allowed, and nothing is started by it: a service that is not running is missing. */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Every notification goes to the history after some seconds, and stays there. @param {number} seconds @param {string} menu */
const dunst = (seconds, menu) => `[global]
    dmenu = ${menu}
    idle_threshold = 0
    history_length = 1000
    notification_limit = 0
    stack_duplicates = false
    sort = no
    font = DejaVu Sans 10
    format = "%s\\n%b"
[urgency_low]
    timeout = ${seconds}
[urgency_normal]
    timeout = ${seconds}
[urgency_critical]
    timeout = ${seconds}
`;

/** A desktop of the test's own; `close` ends everything on it. */
export class Desk {
  /** @type {Program[]} */
  #programs = [];

  /** @param {{ notifications?: boolean, zone?: string }} [options] */
  static async open({ notifications = true, zone = 'Europe/London' } = {}) {
    const desk = new Desk();
    desk.dir = mkdtempSync(join(tmpdir(), 'wane-desk-'));
    const home = join(desk.dir, 'home');
    for (const name of ['data', 'config', 'cache', 'state', 'run']) {
      mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
    }
    /** @type {NodeJS.ProcessEnv} */
    desk.env = {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      TZ: zone,
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_STATE_HOME: join(home, 'state'),
      XDG_RUNTIME_DIR: join(home, 'run'),
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GDK_BACKEND: 'x11',
    };
    sweepClocks();
    try {
      await desk.#display();
      await desk.#bus();
      await desk.#windows();
      desk.monitor = desk.start('dbus-monitor', ['--profile', "interface='org.freedesktop.Notifications'"]);
      if (notifications) await desk.startNotifications();
    } catch (error) {
      desk.close();
      throw error;
    }
    return desk;
  }

  /** Starts a program on this desktop. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
  start(command, args, env = {}) {
    const program = new Program(command, args, { env: { ...this.env, ...env } });
    this.#programs.push(program);
    return program;
  }

  /** Runs a program on this desktop to its end. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
  run(command, args, env = {}) {
    return run(command, args, { ...this.env, ...env });
  }

  async #display() {
    // The display picks a free number itself and prints it; its picture lies in a file, where pixels.mjs reads it.
    const display = new Program('Xvfb', ['-displayfd', '3', '-screen', '0', process.env.DESK_SIZE ?? '1280x900x24', '-nolisten', 'tcp', '-fbdir', this.dir ?? ''], {
      env: this.env ?? {},
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#programs.push(display);
    let number = '';
    display.child.stdio[3]?.on('data', (text) => (number += text));
    await until('the display', () => number.endsWith('\n'));
    this.env = { ...this.env, DISPLAY: `:${number.trim()}` };
  }

  async #windows() {
    // A window that asks for its place before the manager is ready is forgotten by it.
    const ready = join(this.dir ?? '', 'managed');
    this.start('openbox', ['--startup', `touch ${ready}`]);
    await until('the window manager', () => existsSync(ready));
  }

  async #bus() {
    const config = join(this.dir ?? '', 'bus.conf');
    writeFileSync(config, BUS);
    const bus = this.start('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1']);
    const address = await until('the message bus', () => bus.out.includes('\n') && bus.out.trim());
    this.env = { ...this.env, DBUS_SESSION_BUS_ADDRESS: address };
  }

  /**
   * Starts the notification service, and waits until it answers.
   *
   * @param {{ seconds?: number, menu?: string }} [options] how long a notification stays, and the program that picks from its buttons
   */
  async startNotifications({ seconds = 1, menu = '/bin/false' } = {}) {
    const config = join(this.dir ?? '', 'dunstrc');
    writeFileSync(config, dunst(seconds, menu));
    this.dunst = this.start('dunst', ['-config', config]);
    await until('the notification service', async () => (await this.notes()).length >= 0);
  }

  /** Ends the notification service. */
  async stopNotifications() {
    this.dunst?.kill('SIGTERM');
    await this.dunst?.end;
  }

  /** Every notification that the service has shown and put away: title and body, oldest first. */
  async notes() {
    const said = await this.run('dbus-send', [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.Notifications',
      '/org/freedesktop/Notifications',
      'org.dunstproject.cmd0.NotificationListHistory',
    ]);
    return readNotes(said);
  }

  /** How often any program asked for a notification to be shown, heard on the bus itself. */
  get asked() {
    return this.heard('Notify');
  }

  /** How often a method of the notification service was called. @param {string} method */
  heard(method) {
    return this.monitor?.out.split('\n').filter((line) => line.startsWith('mc\t') && line.endsWith(`\t${method}`)).length ?? 0;
  }

  /** The windows with this title, as the display knows them. @param {string} title */
  windows(title) {
    return this.#search('--name', `^${title}$`);
  }

  /** Every window of ours that can be seen, whatever it is called. */
  programs() {
    return this.#search('--class', '^wane');
  }

  /** The windows that can be seen and are such. @param {string[]} such @returns {Promise<string[]>} */
  async #search(...such) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.run('xdotool', ['search', '--onlyvisible', ...such])).trim().split('\n').filter(Boolean);
      } catch (error) {
        // With nothing to say, that is xdotool's way of saying that there is none. What it does say is that some window
        // went while it was looking, which tells nothing of ours.
        const { stderr } = /** @type {{ stderr?: string }} */ (error);
        if (stderr === '') return [];
        if (attempt === 20) throw error;
      }
    }
  }

  /** Presses keys the way a keyboard does, in whatever has the focus. @param {...string} keys names of the X keyboard */
  async keys(...keys) {
    await this.run('xdotool', ['key', '--delay', '60', ...keys]);
  }

  /** Types a text into whatever has the focus. @param {string} text */
  async type(text) {
    await this.run('xdotool', ['type', '--delay', '25', text]);
  }

  /** Gives a window the focus. @param {string} window */
  async focus(window) {
    await this.run('xdotool', ['windowactivate', '--sync', window]);
  }

  /** The last lines that every program said on the terminal, and how it ended. */
  get lastWords() {
    return this.#programs
      .filter(({ err, ended }) => err || ended !== null)
      .map(({ child, err, ended }) => `${child.spawnargs.join(' ')} (${ended ?? 'running'})\n${err.trimEnd().split('\n').slice(-15).join('\n')}`)
      .join('\n');
  }

  /** Ends everything on this desktop and removes its folder. */
  close() {
    for (const program of this.#programs.reverse()) program.kill();
    if (this.dir) rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Reads what `dbus-send` prints of dunst's history: an array of dictionaries.
 *
 * @param {string} said
 * @returns {{ title: string, body: string, app: string }[]}
 */
export function readNotes(said) {
  return said
    .split(/^ {6}array \[$/m)
    .slice(1)
    .map((entry) => {
      /** @param {string} key */
      const value = (key) => entry.match(new RegExp(`string "${key}"\\s+variant\\s+string "([^]*?)"\\n\\s+\\)`))?.[1] ?? '';
      return { title: value('summary'), body: value('body'), app: value('appname') };
    })
    .reverse();
}

/**
 * Removes what killed programs with a set clock have left in shared memory: by the number of their process,
 * which comes again one day, and then the clock of the new one could not be set.
 */
function sweepClocks() {
  const shared = '/dev/shm';
  for (const name of existsSync(shared) ? readdirSync(shared) : []) {
    const [, process] = name.match(/^(?:sem\.)?faketime_(?:sem|shm)_(\d+)$/) ?? [];
    if (process && !existsSync(`/proc/${process}`)) rmSync(join(shared, name), { force: true });
  }
}
