// @ts-check
/** Starts the window: one question to the diary, one picture. */

import './elements/wane-chart.js';
import './elements/wane-minutes.js';
import './elements/wane-night-bar.js';
import './elements/wane-number.js';
import './elements/wane-scale.js';
import './elements/wane-time.js';
import './views/today.js';
import { Frame } from './frame.js';
import { call, listen } from './ipc/host.js';
import { askAgain } from './model/appearance.js';
import { hearKeys } from './model/keys.js';
import { copyOf, part } from './model/make.js';

/**
 * Width the small chart of Today will have in this window, in CSS pixels.
 * The layout decides; this only foresees it, so that the first picture needs no second drawing.
 */
function chartWidth() {
  const page = window.innerWidth;
  const rail = page < 520 ? 0 : page < 720 ? 68 : 212;
  const view = Math.min(page - rail - 2 * Math.min(Math.max(page * 0.04, 16), 56), 1056);
  const card = view < 576 ? view : ((view - 24) * 1.4) / 2.4;
  return Math.round(Math.max(card - (view < 576 ? 34 : 50), 200));
}

async function begin() {
  let start;
  try {
    start = await call('start', { chart_width: chartWidth() });
  } catch (error) {
    // There is no diary and so no catalogue: the message is all there is to say, and it says it all.
    document.body.append(copyOf('view-unopened'));
    part(document.body, 'message').textContent = error instanceof Error ? error.message : '';
    return;
  }
  const frame = new Frame();
  await frame.adopt(start);
  // Two frames later the picture is on the screen.
  requestAnimationFrame(() => requestAnimationFrame(() => void call('painted', {}).catch(() => {})));

  hearKeys({
    rail: (index) => frame.rail(index),
    checkIn: () => frame.checkIn(),
    rough: () => void frame.rough(),
    help: () => void frame.help(),
    helpNow: () => void frame.helpNow(),
    flare: () => void frame.flare(),
    day: (way) => frame.day(way),
    night: () => void frame.night(),
    windDown: () => frame.windDown(),
    table: () => frame.table(),
    charts: (what) => frame.charts(what),
    search: () => void frame.search(),
    undo: () => void frame.undo(),
    redo: () => void frame.redo(),
    back: () => {
      // First out of a question, so that digits mean views again; then back to the view before.
      const asked = document.activeElement?.closest('wane-scale');
      if (asked) /** @type {HTMLElement} */ (document.activeElement).blur();
      else frame.back();
    },
  });
  listen('open-view', (view) => frame.open(String(view)));
  listen('close-asked', () => void frame.closeAsked());
  listen('tauri://drag-drop', (drop) => frame.dropped(drop));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void askAgain();
  });
}

void begin();
