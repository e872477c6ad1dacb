// What a desk sounds like: a sound service of its own whose output goes nowhere but into a file, and what can be told from that file.
//
// Needs the Debian packages pulseaudio and pulseaudio-utils.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './wait.mjs';

/** Samples a second. */
export const RATE = 48_000;

/** The loudness is told over so many samples: a hundredth of a second. */
const WINDOW = RATE / 100;

/** Below this share of full loudness nobody hears anything; the room itself is louder. */
export const SILENT = 1e-4;

/** Whether there is a sound service to be had here. */
export const canHear = () => ['pulseaudio', 'parec'].every((name) => existsSync(`/usr/bin/${name}`));

/** Hears everything that sounds on a desk. */
export class Ear {
  /** @param {import('./desk.mjs').Desk} desk */
  static async open(desk) {
    const ear = new Ear();
    ear.desk = desk;
    ear.file = join(desk.dir ?? '', 'heard.raw');
    desk.start('pulseaudio', [
      '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--log-level=error',
      '--load=module-native-protocol-unix', `--load=module-null-sink sink_name=ear rate=${RATE} channels=1`,
    ]);
    await until('the sound service', () => desk.run('pactl', ['info']));
    desk.start('sh', ['-c', `exec parec --device=ear.monitor --raw --format=float32le --rate=${RATE} --channels=1 --latency-msec=20 > '${ear.file}'`]);
    await until('something to be heard', () => ear.now > 0.2);
    return ear;
  }

  /** How many seconds have been heard. */
  get now() {
    return existsSync(this.file ?? '') ? readFileSync(this.file ?? '').byteLength / 4 / RATE : 0;
  }

  /** What was heard from one second to another. @param {number} [from] @param {number} [to] */
  heard(from = 0, to = Infinity) {
    const bytes = readFileSync(this.file ?? '');
    const all = new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
    return all.subarray(Math.floor(from * RATE), Math.min(Math.floor(to * RATE), all.length));
  }
}

/** A busy machine leaves out no more than so many seconds at once. */
const LEFT_OUT = 0.6;

/**
 * Where a busy machine left sound out: an edge into silence and another one back, with next to nothing between.
 * An edge that nothing comes back after is none of these: there a tone was cut off.
 *
 * @param {Float32Array} sound
 * @param {number} smooth the furthest that sound moves from sample to sample without an edge
 * @returns {[number, number][]} samples, with the ringing of the edges
 */
function leftOut(sound, smooth) {
  const ringing = RATE / 250;
  /** @type {[number, number][]} */
  const edges = [];
  for (let at = 1; at < sound.length; at += 1) {
    if (Math.abs((sound[at] ?? 0) - (sound[at - 1] ?? 0)) <= smooth) continue;
    const last = edges.at(-1);
    if (last && at - last[1] < LEFT_OUT * RATE) last[1] = at;
    else edges.push([at, at]);
  }
  return edges.filter(([from, to]) => to - from > RATE / 1000).map(([from, to]) => [from - ringing, to + ringing]);
}

/**
 * What can be told from sound; what the machine left out is told apart.
 *
 * @param {Float32Array} sound
 * @param {number} smooth the furthest that it moves from sample to sample without an edge
 */
export function listen(sound, smooth) {
  const gaps = leftOut(sound, smooth);
  /** Peak of each hundredth of a second. @type {number[]} */
  const loud = Array.from({ length: Math.ceil(sound.length / WINDOW) }, () => 0);
  let [peak, sum, jump, gap] = [0, 0, 0, 0];
  for (let at = 0; at < sound.length; at += 1) {
    const value = Math.abs(sound[at] ?? 0);
    peak = Math.max(peak, value);
    sum += value * value;
    while (gap < gaps.length && at > (gaps[gap]?.[1] ?? 0)) gap += 1;
    if (at > 0 && at < (gaps[gap]?.[0] ?? Infinity)) jump = Math.max(jump, Math.abs((sound[at] ?? 0) - (sound[at - 1] ?? 0)));
    const window = Math.floor(at / WINDOW);
    loud[window] = Math.max(loud[window] ?? 0, value);
  }
  // Across what was left out the loudness goes on evenly.
  for (const [from, to] of gaps) {
    const [first, last] = [Math.max(Math.floor(from / WINDOW) - 1, 0), Math.min(Math.ceil(to / WINDOW) + 1, loud.length - 1)];
    const [before = 0, after = 0] = [loud[first], loud[last]];
    for (let window = first + 1; window < last; window += 1) loud[window] = before + ((after - before) * (window - first)) / (last - first);
  }
  return { peak, rms: Math.sqrt(sum / Math.max(sound.length, 1)), jump, loud, missing: gaps.reduce((all, [from, to]) => all + (to - from) / RATE, 0) };
}

/**
 * When tones begin, in seconds: where the line on which each grows louder leaves silence.
 *
 * @param {number[]} loud
 */
export function onsets(loud) {
  const [low, high] = [0.012, 0.03];
  /** @type {number[]} */
  const found = [];
  let below = -1;
  for (let at = 1; at < loud.length; at += 1) {
    const [before = 0, now = 0] = [loud[at - 1], loud[at]];
    if (before < low && now >= low) below = at - 1 + (low - before) / (now - before);
    if (below >= 0 && before < high && now >= high) {
      const above = at - 1 + (high - before) / (now - before);
      found.push(((below - ((above - below) * low) / (high - low)) * WINDOW) / RATE);
      below = -1;
    }
  }
  return found;
}
