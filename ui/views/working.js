// @ts-check
/** Work that may take a while: its own button waits, and after a moment it is said that it goes on. */

import { make } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { calm, complain } from './trouble.js';

/** After so many milliseconds it is said that the work goes on. */
const PATIENCE = 300;

/** After so many more it is said that this can be so. */
const LONG = 4000;

/**
 * @typedef {object} Place
 * @property {HTMLElement} button does nothing while its own work runs, and keeps the focus
 * @property {HTMLElement} status says that the work goes on
 * @property {HTMLElement} trouble says what went wrong
 * @property {import('../frame.js').Frame} frame says it instead when the view has been left
 */

/**
 * @template Result
 * @param {Place} place
 * @param {string} said what is being done, in words
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | null>} nothing if it could not be done, which has been said
 */
export async function working({ button, status, trouble, frame }, said, work) {
  if (button.getAttribute('aria-disabled') === 'true') return null;
  button.setAttribute('aria-disabled', 'true');
  status.replaceChildren();
  calm(trouble);
  const going = make('span', { class: 'going', 'aria-hidden': 'true' });
  const what = make('span', {}, said);
  const timers = [
    window.setTimeout(() => status.replaceChildren(going, what), PATIENCE),
    window.setTimeout(() => what.append(' ', text('working-long')), PATIENCE + LONG),
  ];
  try {
    return await work();
  } catch (error) {
    if (button.isConnected) complain(trouble, error);
    else frame.say(words(error));
    return null;
  } finally {
    timers.forEach(clearTimeout);
    button.removeAttribute('aria-disabled');
    if (status.contains(going)) status.replaceChildren();
  }
}
