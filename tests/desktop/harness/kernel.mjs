// What the kernel counts of a program: how often it was woken, and how much memory it keeps.

import { readFileSync, readdirSync } from 'node:fs';
import { offspring } from './processes.mjs';

/**
 * How often each thread of a program has gone to sleep of its own accord, which is how often something woke it.
 *
 * @param {number} pid
 * @returns {Map<string, number>} by the thread's number and name
 */
export function wakeUps(pid) {
  const counts = new Map();
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
      const name = status.match(/^Name:\t(.*)$/m)?.[1] ?? '';
      counts.set(`${thread} ${name}`, Number(status.match(/^voluntary_ctxt_switches:\t(\d+)$/m)?.[1]));
    } catch {
      // The thread ended while we were looking.
    }
  }
  return counts;
}

/**
 * How often a program was woken between two counts; a thread that has ended meanwhile is not counted.
 *
 * @param {Map<string, number>} before
 * @param {Map<string, number>} after
 */
export function between(before, after) {
  const busy = [...after].map(([thread, count]) => /** @type {[string, number]} */ ([thread, count - (before.get(thread) ?? 0)])).filter(([, count]) => count > 0);
  return { count: busy.reduce((sum, [, count]) => sum + count, 0), said: busy.map(([thread, count]) => `${thread}: ${count}`).join(', ') };
}

/** Memory of a program and of all it has started, in KiB: `pss` shares what several use among them. @param {number} pid */
export function memory(pid) {
  const sums = { rss: 0, pss: 0 };
  for (const one of [pid, ...offspring(pid).map((child) => child.pid)]) {
    const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
    sums.rss += Number(rollup.match(/^Rss:\s+(\d+)/m)?.[1]);
    sums.pss += Number(rollup.match(/^Pss:\s+(\d+)/m)?.[1]);
  }
  return sums;
}
