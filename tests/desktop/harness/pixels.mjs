// What is on the display, pixel by pixel: its picture is read from the file in which the display keeps it, as often as it can be.

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { rest } from './wait.mjs';

/** The number of bytes before the picture that tell of it, and where they tell what (XWD, version 7: X11/XWDFile.h). */
const HEADER = { bytes: 100, size: 0, width: 16, height: 20, bitsPerPixel: 44, bytesPerLine: 48, colours: 76 };
/** Every colour of its table takes so many bytes. */
const COLOUR = 12;
/** One of so many pixels in each direction is looked at. */
const STEP = 2;

/** Linear light of each sRGB value (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));

/** A night screen has no more light than this: of a white screen's, all in all; and pixels above a dim ink are next to none. */
export const DARK = { mean: 0.012, ink: 0.25, bright: 0.0005 };

/**
 * @typedef {object} Region part of the display, in pixels
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */

/**
 * @typedef {object} Frame one look at the display
 * @property {number} at milliseconds since the watch began
 * @property {number} mean relative luminance (WCAG 2), 0 to 1
 * @property {number} bright share of pixels that are brighter than any ink of the night
 * @property {number} blue light of the blue dots for each part of the red ones: 1 for white and grey
 */

/** Whether a picture is dark enough for the night. @param {Frame} frame */
export const isDark = ({ mean, bright }) => mean <= DARK.mean && bright <= DARK.bright;

/** The picture of a desk's display. */
export class Pixels {
  #file;
  #offset;
  #buffer;
  #line;

  /** @param {import('./desk.mjs').Desk} desk */
  constructor(desk) {
    this.#file = openSync(join(desk.dir ?? '', 'Xvfb_screen0'), 'r');
    const header = Buffer.alloc(HEADER.bytes);
    readSync(this.#file, header, 0, HEADER.bytes, 0);
    const field = (/** @type {number} */ at) => header.readUInt32BE(at);
    if (field(HEADER.bitsPerPixel) !== 32) throw new Error(`the display has ${field(HEADER.bitsPerPixel)} bits for a pixel`);
    this.width = field(HEADER.width);
    this.height = field(HEADER.height);
    this.#line = field(HEADER.bytesPerLine);
    this.#offset = field(HEADER.size) + field(HEADER.colours) * COLOUR;
    this.#buffer = Buffer.alloc(this.#line * this.height);
  }

  /** Looks once. @param {Region} [region] the whole display if absent @returns {Omit<Frame, 'at'>} */
  look({ x, y, width, height } = { x: 0, y: 0, width: this.width, height: this.height }) {
    readSync(this.#file, this.#buffer, 0, this.#buffer.length, this.#offset);
    let [sum, bright, count, red, blue] = [0, 0, 0, 0, 0];
    for (let row = Math.max(y, 0); row < Math.min(y + height, this.height); row += STEP) {
      for (let column = Math.max(x, 0); column < Math.min(x + width, this.width); column += STEP) {
        const at = row * this.#line + column * 4;
        const light = 0.0722 * (LINEAR[this.#buffer[at] ?? 0] ?? 0) + 0.7152 * (LINEAR[this.#buffer[at + 1] ?? 0] ?? 0) + 0.2126 * (LINEAR[this.#buffer[at + 2] ?? 0] ?? 0);
        sum += light;
        red += LINEAR[this.#buffer[at + 2] ?? 0] ?? 0;
        blue += LINEAR[this.#buffer[at] ?? 0] ?? 0;
        if (light > DARK.ink) bright += 1;
        count += 1;
      }
    }
    return { mean: sum / count, bright: bright / count, blue: blue / Math.max(red, Number.EPSILON) };
  }

  /**
   * Looks again and again, as often as the machine can, while something is done.
   *
   * @param {() => Promise<unknown>} deed
   * @param {Region} [region]
   * @returns {Promise<Frame[]>}
   */
  async watch(deed, region) {
    /** @type {Frame[]} */
    const frames = [];
    const began = performance.now();
    let isDone = false;
    const done = deed().finally(() => (isDone = true));
    while (!isDone) {
      frames.push({ at: performance.now() - began, ...this.look(region) });
      await rest(4);
    }
    await done;
    return frames;
  }

  close() {
    closeSync(this.#file);
  }
}

/** The brightest of some frames, in words. @param {Frame[]} frames */
export function brightest(frames) {
  const [most] = [...frames].sort((one, other) => other.mean - one.mean);
  return `${frames.length} frames; the brightest after ${most?.at.toFixed(0)} ms, mean ${most?.mean.toFixed(4)}, ${((most?.bright ?? 0) * 100).toFixed(3)} % bright; most bright pixels ${(Math.max(...frames.map(({ bright }) => bright)) * 100).toFixed(3)} %`;
}
