// @ts-check
/** Plan: tonight and tomorrow at a glance, which reminders come and why, the user's own times, when nothing comes, and whether they get through. */

import { done } from '../frame.js';
import { icon, make, part } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { autostart } from './autostart.js';
import { keepFocus } from './hold.js';
import { glance } from './plan-glance.js';
import { light } from './plan-light.js';
import { pauseStrip, questionStrip } from './plan-now.js';
import { past } from './plan-past.js';
import { pause, protectedNight } from './plan-quiet.js';
import { rules } from './plan-rules.js';
import { start } from './plan-start.js';
import { targets } from './plan-targets.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * What the parts of the plan share.
 *
 * @typedef {object} Doing
 * @property {Ask} ask
 * @property {(asking: Promise<PlanView>, status: HTMLElement) => Promise<PlanView | null>} change shows the answer everywhere, or what is wrong beside `status`
 * @property {(status: HTMLElement, said: string, more?: HTMLElement[]) => void} say says what was done where it was done
 * @property {() => void} again shows what is known once more
 * @property {(act: string, then: () => unknown) => void} acting a button of the template
 */

/** How often the plan is read afresh, in milliseconds. */
const LOOK_AGAIN = 30_000;

/** @param {Ask} ask */
export const load = (ask) => ask('plan', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} _frame
 * @param {import('../router.js').Wish} _wish
 * @param {PlanView} plan
 */
export function show(root, ask, _frame, _wish, plan) {
  const trouble = part(root, 'trouble');
  /** Answers may overtake one another; only the newest is shown. */
  let asked = 0;
  let shown = 0;

  /** @type {Doing['say']} */
  function say(status, said, more = []) {
    for (const other of root.querySelectorAll('.status')) if (other !== status) other.replaceChildren();
    status.replaceChildren(...done(said, more));
  }

  /** @type {Doing['change']} */
  async function change(asking, status) {
    const turn = (asked += 1);
    try {
      const view = await asking;
      calm(trouble);
      if (turn > shown) take(view);
      shown = Math.max(turn, shown);
      return view;
    } catch (error) {
      wrong(status, error);
      take(last);
      return null;
    }
  }

  /** It is said where it was tried. @param {HTMLElement} status @param {unknown} error */
  function wrong(status, error) {
    status.replaceChildren();
    status.before(trouble);
    complain(trouble, error);
  }

  /** @type {Doing['acting']} */
  const acting = (act, then) => root.querySelector(`[data-act="${act}"]`)?.addEventListener('click', then);

  /** @type {Doing} */
  const doing = { ask, change, say, acting, again: () => take(last) };
  // The card for the first visit decides first which others are there.
  const rooms = [start(root, doing), { take: takeNow }, glance(root, doing), past(root, doing), targets(root, doing), rules(root, doing), light(root, doing), pause(root, doing), protectedNight(root, doing), { take: takeHealth }];
  let last = plan;
  let nowShown = '';

  /** Each part leaves alone what is being typed into it. @param {PlanView} view */
  function take(view) {
    last = view;
    keepFocus(root, () => rooms.forEach((room) => room.take(view)));
  }

  /** @param {PlanView} view */
  function takeNow(view) {
    const now = JSON.stringify([view.pause, view.questions]);
    if (now === nowShown) return;
    nowShown = now;
    const status = part(root, 'now-status');
    const strips = view.pause ? [pauseStrip(view.pause, ask, then)] : [];
    strips.push(...view.questions.map((question) => questionStrip(question, ask, then)));
    part(root, 'now').replaceChildren(...strips);
    part(root, 'now').hidden = strips.length === 0;
    if (strips.length > 0) part(root, 'now-room').hidden = false;

    /** @type {import('./plan-now.js').Then} */
    async function then(asking, said = '') {
      if (await change(asking, status)) say(status, said);
    }
  }

  /** @param {PlanView} view */
  function takeHealth({ health, notice_text }) {
    part(root, 'health').replaceChildren(...health.map((line) => make('li', {}, line)));
    part(root, 'example').textContent = text('notice-example', { example: notice_text.example });
  }

  acting('test', async () => {
    const status = part(root, 'test-status');
    status.replaceChildren(text('health-testing'));
    try {
      const result = await ask('test_reminder', {});
      status.replaceChildren(icon(result.accepted ? 'done' : 'note'), make('span', {}, result.text));
      takeHealth(await ask('plan', {}));
    } catch (error) {
      status.replaceChildren(icon('note'), make('span', {}, words(error)));
    }
  });

  void autostart(part(root, 'autostart'), ask, (error) => {
    const status = part(root, 'autostart-status');
    if (error) wrong(status, error);
    else {
      calm(trouble);
      say(status, text('saved'));
    }
  });

  async function lookAgain() {
    if (document.hidden) return;
    const turn = asked;
    try {
      const view = await ask('plan', {});
      // What was changed meanwhile has an answer of its own.
      if (turn === asked) take(view);
    } catch {
      // The next look may work; whatever the user does says what is wrong.
    }
  }

  const clock = window.setInterval(() => void lookAgain(), LOOK_AGAIN);
  const ended = new AbortController();
  document.addEventListener('visibilitychange', () => void lookAgain(), { signal: ended.signal });
  take(plan);
  return () => {
    clearInterval(clock);
    ended.abort();
  };
}
