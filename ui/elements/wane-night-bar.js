// @ts-check
/** A night as a bar: the time in bed, pale; the time from falling asleep to the final awakening, full. */

import { makeSvg } from '../model/make.js';

/** @typedef {import('../ipc/bindings.js').NightBar} NightBar */

export class WaneNightBar extends HTMLElement {
  /** @param {NightBar | null} bar */
  set bar(bar) {
    this.hidden = !bar;
    if (!bar || bar.length_min <= 0) {
      this.replaceChildren();
      return;
    }
    const at = (/** @type {number} */ minutes) => `${((100 * minutes) / bar.length_min).toFixed(2)}%`;
    const picture = makeSvg('svg', { 'aria-hidden': 'true' });
    picture.append(makeSvg('line', { class: 'ground', x1: '0', x2: '100%', y1: '13', y2: '13' }));
    for (const [stretch, name, y, height] of /** @type {const} */ ([
      [bar.in_bed, 'in-bed', 3, 20],
      [bar.asleep, 'asleep', 6, 14],
    ])) {
      if (!stretch) continue;
      const width = at(Math.max(stretch.to_min - stretch.from_min, 0));
      const place = { x: at(stretch.from_min), y: String(y), width, height: String(height), rx: String(height / 2) };
      picture.append(makeSvg('rect', { class: name, ...place }));
    }
    for (const tick of bar.ticks) {
      const x = at(tick.at_min);
      // The outermost labels stay inside the picture.
      const share = tick.at_min / bar.length_min;
      const anchor = share < 0.04 ? 'start' : share > 0.96 ? 'end' : 'middle';
      picture.append(makeSvg('line', { class: 'mark', x1: x, x2: x, y1: '25', y2: '29' }));
      picture.append(makeSvg('text', { x, y: '30', dy: '0.8em', 'text-anchor': anchor }, tick.text));
    }
    this.replaceChildren(picture);
  }
}

customElements.define('wane-night-bar', WaneNightBar);
