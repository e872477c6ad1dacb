// A wall clock of the test's own, which can be set while the program runs, and a zone that can be changed under it.

import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ZONES = '/usr/share/zoneinfo';

/** The clock and the zone that a program is told. */
export class Clock {
  #offset = 0;

  /** @param {import('./desk.mjs').Desk} desk @param {string} now RFC 3339 @param {string} [zone] the desk's own if absent */
  static async open(desk, now, zone) {
    const clock = new Clock();
    clock.desk = desk;
    clock.file = join(desk.dir ?? '', 'clock');
    clock.link = join(desk.dir ?? '', 'localtime');
    const library = (await desk.run('faketime', ['now', 'printenv', 'LD_PRELOAD'])).trim();
    /** What a program is started with to be told this clock. @type {NodeJS.ProcessEnv} */
    clock.env = {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock.file,
      FAKETIME_NO_CACHE: '1',
      // The signals of the machine are heard on the desk's own bus.
      DBUS_SYSTEM_BUS_ADDRESS: desk.env?.DBUS_SESSION_BUS_ADDRESS,
    };
    if (zone) {
      clock.travel(zone);
      clock.env.TZ = `:${clock.link}`;
    }
    clock.set(now);
    return clock;
  }

  /** Sets the clock; it runs on from there. @param {string} now RFC 3339 */
  set(now) {
    this.#offset = Date.parse(now) - Date.now();
    writeFileSync(`${this.file}.new`, `${this.#offset < 0 ? '' : '+'}${this.#offset / 1000}\n`);
    renameSync(`${this.file}.new`, this.file ?? '');
  }

  /** Seconds since an instant by this clock; negative before it. @param {string} instant RFC 3339 */
  since(instant) {
    return (Date.now() + this.#offset - Date.parse(instant)) / 1000;
  }

  /** The system is set to another zone, as settings programs do it: the link is exchanged as a whole. @param {string} zone */
  travel(zone) {
    symlinkSync(join(ZONES, zone), `${this.link}.new`);
    renameSync(`${this.link}.new`, this.link ?? '');
  }

  /** The computer wakes up, and says so. */
  async resume() {
    await this.desk?.run('dbus-send', ['--session', '--type=signal', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep', 'boolean:false']);
  }
}
