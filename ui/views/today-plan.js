// @ts-check
/** At most one quiet line of the plan on Today: a running pause, or else the question whether a reminder shall rest. */

import { pauseStrip, questionStrip } from './plan-now.js';

/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * Shows the line, or none.
 *
 * @param {HTMLElement} room
 * @param {PlanView} plan
 * @param {Ask} ask
 * @param {(asking: Promise<PlanView>) => void} then an answer was given
 */
export function showLine(room, plan, ask, then) {
  const now = JSON.stringify([plan.pause, plan.questions[0]]);
  // A line that is the same stays, so that a button in it keeps the focus.
  if (room.dataset.shown === now) return;
  room.dataset.shown = now;
  const [question] = plan.questions;
  const strip = plan.pause ? pauseStrip(plan.pause, ask, then) : question ? questionStrip(question, ask, then) : null;
  room.replaceChildren(...(strip ? [strip] : []));
  room.hidden = strip === null;
}
