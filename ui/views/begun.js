// @ts-check
/** What was typed into a form of the plan and not saved yet; it outlives the view, so that leaving it loses nothing. */

import { make } from '../model/make.js';
import { text } from '../model/texts.js';

/** What each form holds, by its name. @type {Map<string, Record<string, any>>} */
const begun = new Map();

/**
 * Keeps what a form holds from the first change on.
 *
 * @template {Record<string, any>} Values
 * @param {string} name
 * @param {HTMLElement} form
 * @param {() => Values} read
 * @returns {{ had: () => Values | null, drop: () => void }} what was kept, and the end of it
 */
export function keepBegun(name, form, read) {
  for (const event of ['wane-value', 'input', 'change']) form.addEventListener(event, () => begun.set(name, read()));
  return {
    had: () => /** @type {Values | null} */ (begun.get(name) ?? null),
    drop: () => void begun.delete(name),
  };
}

/** Words for a form that holds something unsaved. */
export const unsaved = () => make('span', {}, text('lists-begun'));
