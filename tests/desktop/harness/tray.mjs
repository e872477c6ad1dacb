// A tray on the desk: it takes the program's symbol as a panel does, reads its menu, and clicks an entry.

import { dirname, join } from 'node:path';
import { until } from './wait.mjs';
import { BIN } from './wane.mjs';

const WATCHER = join(dirname(BIN), 'examples/tray_watcher');

/** @typedef {{ id: number, label: string, enabled: boolean, checked: boolean }} Entry */

export class Tray {
  /** @param {import('./desk.mjs').Desk} desk */
  static async open(desk) {
    const tray = new Tray();
    tray.desk = desk;
    tray.watcher = desk.start(WATCHER, []);
    await until('the tray', () => tray.watcher?.out.includes('ready'));
    return tray;
  }

  /** The symbol that was offered last. @returns {Promise<string>} its name on the bus */
  item() {
    return until('a symbol in the tray', () => this.watcher?.out.match(/^item (\S+)$/gm)?.at(-1)?.slice('item '.length));
  }

  /** @param {string[]} what */
  async #ask(...what) {
    const said = await /** @type {import('./desk.mjs').Desk} */ (this.desk).run('busctl', [`--address=${this.desk?.env?.DBUS_SESSION_BUS_ADDRESS}`, '--json=short', ...what]);
    // A call without an answer prints nothing.
    return said ? JSON.parse(said) : null;
  }

  /** One property of the symbol. @param {string} name */
  async property(name) {
    return (await this.#ask('get-property', await this.item(), '/StatusNotifierItem', 'org.kde.StatusNotifierItem', name)).data;
  }

  /** The menu's entries, in order. @returns {Promise<Entry[]>} */
  async menu() {
    const answer = await this.#ask('call', await this.item(), '/MenuBar', 'com.canonical.dbusmenu', 'GetLayout', 'iias', '0', '--', '-1', '0');
    const [, [, , children]] = answer.data;
    return children.map((/** @type {{ data: [number, Record<string, { data: unknown }>] }} */ { data: [id, said] }) => ({
      id,
      label: said.label?.data ?? '',
      enabled: said.enabled?.data ?? true,
      checked: said['toggle-state']?.data === 1,
    }));
  }

  /** Clicks the entry that is called so. @param {string} label */
  async click(label) {
    const entry = (await this.menu()).find((one) => one.label === label);
    if (!entry) throw new Error(`the menu has no “${label}”: ${JSON.stringify(await this.menu())}`);
    await this.#ask('call', await this.item(), '/MenuBar', 'com.canonical.dbusmenu', 'Event', 'isvu', String(entry.id), 'clicked', 's', '', '0');
  }

  /** Clicks the symbol itself. */
  async activate() {
    await this.#ask('call', await this.item(), '/StatusNotifierItem', 'org.kde.StatusNotifierItem', 'Activate', 'ii', '0', '0');
  }

  /** The desktop's panel goes away, and with it the tray. */
  async close() {
    this.watcher?.kill('SIGTERM');
    await this.watcher?.end;
  }
}
