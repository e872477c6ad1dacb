// @ts-check
/** When nothing comes: a pause, and the protected night. */

import { find, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { choices } from './choices.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {import('../ipc/bindings.js').PauseReason} PauseReason */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('./plan.js').Doing} Doing */

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function pause(root, { ask, change, say, acting }) {
  const form = part(root, 'pause');
  const status = part(root, 'pause-status');
  const count = /** @type {WaneMinutes} */ (form.querySelector('wane-minutes'));
  /** @type {PauseReason} */
  let reason = 'flare';
  const mark = choices(part(form, 'pause-reason'), ({ dataset: { value } }) => {
    reason = /** @type {PauseReason} */ (value);
    mark(isChosen);
  });
  const isChosen = (/** @type {HTMLButtonElement} */ { dataset: { value } }) => value === reason;
  let had = '';

  /** @param {PlanView} view */
  function take(view) {
    const now = JSON.stringify(view.pause);
    if (now !== had) reason = view.pause?.reason ?? reason;
    had = now;
    mark(isChosen);
    /** @type {HTMLElement} */ (root.querySelector('[data-act="to-pause"]')).hidden = view.pause !== null || part(root, 'quiet-cards').hidden;
    part(form, 'pause-act').textContent = text(view.pause ? 'pause-change' : 'pause-start');
  }

  acting('to-pause', () => /** @type {HTMLElement | null} */ (form.querySelector('[aria-checked="true"]'))?.focus());

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (count.value === 0) {
      say(status, text('pause-count-help'));
      count.focus();
      return;
    }
    if (!(await change(ask('pause_start', { reason, days: count.value }), status))) return;
    count.value = null;
    say(status, text('pause-started'));
  });

  return { take };
}

/**
 * @param {HTMLElement} root
 * @param {Doing} doing
 */
export function protectedNight(root, { ask, change, say }) {
  const status = part(root, 'protected-status');
  const automatic = /** @type {HTMLInputElement} */ (part(root, 'protected-auto'));
  const own = part(root, 'protected-own');
  const from = /** @type {WaneTime} */ (find(root, 'wane-time[name="protected-from"]'));
  const to = /** @type {WaneTime} */ (find(root, 'wane-time[name="protected-to"]'));
  let had = '';

  /** What is being typed stays until the night itself has changed. @param {PlanView} view */
  function take({ protected_night: night }) {
    part(root, 'protected-text').textContent = night.text;
    automatic.checked = night.automatic;
    own.hidden = night.automatic;
    const now = JSON.stringify(night);
    if (now !== had) [from.value, to.value] = [night.from, night.to];
    had = now;
  }

  async function save() {
    const night = automatic.checked ? { automatic: true, from: null, to: null } : { automatic: false, from: from.value, to: to.value };
    if (!night.automatic && !(night.from && night.to)) return;
    if (await change(ask('set_protected_night', night), status)) say(status, text('saved'));
  }

  automatic.addEventListener('change', () => void save());
  own.addEventListener('wane-value', () => void save());
  return { take };
}
