// @ts-check
/** Keeps the focus near where it was when what had it goes away. */

/** What can have the focus in a list. */
const STOPS = 'button, input, a[href]';

/**
 * Carries out `act`, which may take away what has the focus.
 * It then goes to the rest of the same row, else to what now stands in the same place of the list (`data-hold`),
 * else to the heading of the section, else of the view.
 *
 * @param {HTMLElement} root
 * @param {() => void} act
 */
export function keepFocus(root, act) {
  const held = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!held || !root.contains(held)) {
    act();
    return;
  }
  const list = /** @type {HTMLElement | null} */ (held.closest('[data-hold]'));
  const section = /** @type {HTMLElement | null} */ (held.closest('section'));
  const row = held.closest('li');
  const at = stops(list).indexOf(held);
  act();
  if (held.isConnected && held.checkVisibility()) return;
  const left = stops(list);
  const next = (row?.isConnected ? stops(row)[0] : null) ?? left[Math.min(at, left.length - 1)];
  const heading = section?.checkVisibility() ? section.querySelector('h2') : null;
  (next ?? focusable(heading) ?? root.querySelector('h1'))?.focus();
}

/** @param {Element | null} list @returns {HTMLElement[]} */
function stops(list) {
  const all = [...(list?.querySelectorAll(STOPS) ?? [])].map((element) => /** @type {HTMLElement} */ (element));
  return all.filter((element) => element.checkVisibility());
}

/** @param {HTMLElement | null} heading */
function focusable(heading) {
  if (heading) heading.tabIndex = -1;
  return heading;
}
