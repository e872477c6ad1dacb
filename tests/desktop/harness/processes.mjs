// Programs that a test starts, and their end: nothing outlives the test.

import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const running = new Set();

/** Ends everything that was started, even when the test itself falls over. */
process.on('exit', () => {
  for (const program of running) program.kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** A program that runs beside the test. */
export class Program {
  /** What it has said so far. */
  out = '';
  err = '';
  /** Its exit status, or the signal that ended it; `null` while it runs. @type {number | string | null} */
  ended = null;

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {{ env: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions }} options
   */
  constructor(command, args, options) {
    // A group of its own, so that the programs it starts end with it.
    this.child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true });
    running.add(this);
    this.child.stdout?.setEncoding('utf8').on('data', (text) => (this.out += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text) => (this.err += text));
    this.end = new Promise((done) => {
      this.child.on('error', (error) => done((this.ended = error.message)));
      this.child.on('exit', (code, signal) => {
        this.ended = code ?? signal;
        // Killed with all that it started, the first to go says nothing of the others: what holds the diary and has a
        // name on the bus may take a moment more, and whoever starts it again would be told that it runs.
        const wait = () => (signal === 'SIGKILL' && processes().some(({ group }) => group === this.pid) ? setTimeout(wait, 10) : done(this.ended));
        wait();
      });
    });
  }

  get pid() {
    return this.child.pid ?? 0;
  }

  /** Ends it and everything it started. @param {NodeJS.Signals} [signal] */
  kill(signal = 'SIGKILL') {
    running.delete(this);
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It has ended already.
    }
  }
}

/**
 * Runs a program to its end and gives what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function run(command, args, env) {
  const { stdout } = await promisify(execFile)(command, args, { env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Every running process: its number, its parent, its group and its name. */
export function processes() {
  const all = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state !== 'Z') all.push({ pid: Number(entry), parent: Number(parent), group: Number(group), name });
    } catch {
      // It ended while we were looking.
    }
  }
  return all;
}

/** The processes that `pid` started, and those that they started. @param {number} pid */
export function offspring(pid) {
  const all = processes();
  const found = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter((one) => parents.includes(one.parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}
