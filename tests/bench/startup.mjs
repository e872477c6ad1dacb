// Start-up: from the start of the process to the first painted view, against the smallest window Tauri opens.
//
// Both programs start in turn on the same desk, so that whatever else the machine does meets both alike.

import { Desk } from '../desktop/harness/desk.mjs';
import { past } from '../desktop/harness/diary.mjs';
import { until } from '../desktop/harness/wait.mjs';
import { BIN, Wane } from '../desktop/harness/wane.mjs';

/** The ratio of medians that may not be exceeded. */
const GOAL = 1.25;

const runs = Number(process.argv[process.argv.indexOf('--runs') + 1] || 15);
const empty = process.env.WANE_EMPTY ?? '';

/** Starts a program, waits for its first picture, and gives what it says that took. @param {Desk} desk @param {string[]} call */
async function startUp(desk, [command, ...args]) {
  const program = desk.start(command, args, { WANE_TRACE: 'startup' });
  const [, ms] = await until('the first picture', () => {
    if (program.ended !== null) throw new Error(`${command} ended with ${program.ended}: ${program.err}`);
    return program.err.match(/^startup_ms (\d+)$/m);
  }, 60);
  program.kill();
  await program.end;
  return Number(ms);
}

/** @param {number[]} numbers @param {number} share */
function quantile(numbers, share) {
  const sorted = numbers.slice().sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + ((sorted[low + 1] ?? sorted[low]) - sorted[low]) * (at - low);
}

const desk = await Desk.open();
const wane = new Wane(desk);
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
await past(wane, yesterday, 365);
/** @type {[string, string[], number[]][]} */
const programs = [
  ['empty window', [empty], []],
  ['Wane, a year of entries', [BIN, '--data', wane.data], []],
];
// The first start of each reads the libraries from the disk and is not counted.
for (const [, call] of programs) await startUp(desk, call);
for (let run = 0; run < runs; run += 1) {
  for (const [, call, took] of run % 2 ? [...programs].reverse() : programs) took.push(await startUp(desk, call));
}
desk.close();

const row = (/** @type {(string | number)[]} */ ...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(10) : String(cell).padEnd(26))).join(''));
row(`start-up, ${runs} runs each`, 'median', 'quarter', '3 quarters', 'most');
for (const [name, , took] of programs) {
  row(name, ...[quantile(took, 0.5), quantile(took, 0.25), quantile(took, 0.75), Math.max(...took)].map((ms) => `${Math.round(ms)} ms`));
}
const ratio = quantile(programs[1][2], 0.5) / quantile(programs[0][2], 0.5);
console.log(`\nratio of medians ${ratio.toFixed(2)}, goal at most ${GOAL}`);
process.exit(ratio <= GOAL ? 0 : 1);
