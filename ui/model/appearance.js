// @ts-check
/** Theme and text size: asks for them again when they run out, and tells whoever draws. The night screen is darker than any theme. */

import { call } from '../ipc/host.js';

/** @typedef {import('../ipc/bindings.js').Appearance} Appearance */

/** @type {Appearance} */
let current = { theme: 'day', amber: false, again_in_s: 3600, text_scale: 1 };
let timer = 0;
/** The night screen is on: it is dark whatever the theme; a window made for it has been so from its first picture on. */
let isNight = document.documentElement.dataset.theme === 'night';

/** An evening is under way: it looks like evening, whatever the time, except for those who need the highest contrast. */
let isDusk = false;

/** Hears about every new look. */
export const looks = new EventTarget();

/** How the window looks now. */
export const appearance = () => current;

/** Whether the window is dark for the night screen. */
export const isDark = () => isNight;

/**
 * Turns the window dark for the night screen, at once, or back to its theme.
 *
 * @param {boolean} night
 */
export function darken(night) {
  isNight = night;
  showTheme();
}

/**
 * Turns the window to its evening look while an evening is under way, or back to its theme.
 *
 * @param {boolean} evening
 */
export function dusk(evening) {
  isDusk = evening;
  showTheme();
}

function showTheme() {
  const own = current.amber ? 'amber' : isDusk && current.theme === 'day' ? 'evening' : current.theme;
  document.documentElement.dataset.theme = isNight ? 'night' : own;
}

/** @param {Appearance} look */
export function wear(look) {
  const changed = look.theme !== current.theme || look.amber !== current.amber || look.text_scale !== current.text_scale;
  current = look;
  showTheme();
  document.documentElement.style.setProperty('--text-scale', String(look.text_scale));
  clearTimeout(timer);
  // A day is long enough for any theme, and short enough for a timer.
  const seconds = Math.min(Math.max(look.again_in_s, 1), 24 * 3600);
  timer = window.setTimeout(askAgain, seconds * 1000);
  if (changed) looks.dispatchEvent(new Event('change'));
}

/** Asks the diary how the window should look now. */
export async function askAgain() {
  try {
    wear(await call('appearance', {}));
  } catch {
    // The look stays as it is; the next occasion asks again.
    timer = window.setTimeout(askAgain, 60_000);
  }
}
