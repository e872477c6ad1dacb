// What a screen reader is told of the window: the accessibility tree, from the desktop's own accessibility bus.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from './wait.mjs';

/** Where systems put the program that opens the bus. */
const LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];
const READER = fileURLToPath(new URL('tree.py', import.meta.url));

/**
 * A node of the tree.
 *
 * @typedef {object} Node
 * @property {string} role
 * @property {string} name
 * @property {string} described what describes it
 * @property {string | null} value what a slider says it is at
 * @property {string | null} text
 * @property {Node[]} children
 */

/** The accessibility bus of a desk. */
export class Tree {
  /** @param {import('./desk.mjs').Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** Opens the bus; programs that start from now on with `env` tell it what they show. @param {import('./desk.mjs').Desk} desk */
  static async open(desk) {
    const launcher = LAUNCHERS.find((path) => existsSync(path));
    if (!launcher) throw new Error(`at-spi2-core is not installed: there is none of ${LAUNCHERS.join(', ')}`);
    const tree = new Tree(desk);
    desk.start(launcher, ['--launch-immediately', '--a11y=1'], tree.env);
    const address = ['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus', '--method', 'org.a11y.Bus.GetAddress'];
    await until('the accessibility bus', () => desk.run('gdbus', address).then((said) => said.includes('unix:'), () => false), 30);
    return tree;
  }

  /** The surroundings in which a program finds the bus. @type {NodeJS.ProcessEnv} */
  get env() {
    return { NO_AT_BRIDGE: undefined };
  }

  /** The window's tree; nothing while it is not there, or changes while it is read. @returns {Promise<Node | null>} */
  async read() {
    // Bindings belong to the system's own Python, whichever another one comes first on the path.
    const said = await this.desk.run('/usr/bin/python3', [READER, 'wane'], this.env).catch((/** @type {Error} */ error) => {
      if (/No module|Namespace/.test(error.message)) throw error;
      return 'null';
    });
    return JSON.parse(said);
  }
}

/**
 * Every node below one that is as it should be.
 *
 * @param {Node | null} node
 * @param {(node: Node) => boolean} is
 * @returns {Node[]}
 */
export function every(node, is) {
  if (!node) return [];
  return [...(is(node) ? [node] : []), ...node.children.flatMap((child) => every(child, is))];
}
