// @ts-check
/** Every word of the window, as the catalogue has it. */

import { HostError } from '../ipc/host.js';
import { numbersShown } from './numbers.js';

/** @type {{ [id: string]: string | undefined }} */
let texts = {};

/** @param {{ [id: string]: string | undefined }} all messages by name, `{name}` where a value goes */
export function useTexts(all) {
  texts = all;
}

/** A message that says a number may have a second form without, `NAME-in-words`. @param {string} id */
function pattern(id) {
  return (numbersShown() ? null : texts[`${id}-in-words`]) ?? texts[id] ?? `⟦${id}⟧`;
}

/**
 * The message `id` with its variables filled in.
 *
 * @param {string} id
 * @param {{ [name: string]: string | number }} [values]
 */
export function text(id, values = {}) {
  return pattern(id).replace(/\{([\w-]+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The message `id` with elements where its variables stand, so that each language keeps its own word order.
 *
 * @param {string} id
 * @param {{ [name: string]: Node }} nodes
 * @returns {(Node | string)[]}
 */
export function weave(id, nodes) {
  return pattern(id)
    .split(/\{([\w-]+)\}/)
    .map((piece, index) => (index % 2 ? nodes[piece] ?? '' : piece.trim()))
    .filter((piece) => piece !== '');
}

/**
 * Fills in the fixed texts of a piece of the page: `data-text` and `data-text-label`.
 *
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = text(element.getAttribute('data-text') ?? '');
  }
  for (const element of root.querySelectorAll('[data-text-label]')) {
    element.setAttribute('aria-label', text(element.getAttribute('data-text-label') ?? ''));
  }
}

/**
 * Words for what could not be done.
 *
 * @param {unknown} error
 */
export function words(error) {
  return error instanceof HostError && error.message ? error.message : text('error-unreachable');
}
