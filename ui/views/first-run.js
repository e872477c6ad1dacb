// @ts-check
/** The first run: three questions at most, all of which can be skipped. */

import { part } from '../model/make.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').FirstRun} FirstRun */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 */
export function show(root, ask, frame) {
  const ended = new AbortController();
  const form = /** @type {HTMLFormElement} */ (root.querySelector('form'));

  /** @param {string} name */
  const time = (name) => /** @type {WaneTime} */ (form.querySelector(`wane-time[name="${name}"]`)).value;
  /** @param {string} name */
  const flag = (name) => /** @type {HTMLInputElement} */ (form.querySelector(`input[name="${name}"]`)).checked;

  /** @param {boolean} sample */
  const said = (sample) => ({
    bed: time('bed'),
    rise: time('rise'),
    remind_wind_down: flag('wind-down'),
    remind_light: flag('light'),
    sample,
  });

  /** @param {FirstRun} answers */
  async function begin(answers) {
    try {
      calm(part(root, 'trouble'));
      await frame.adopt(await ask('first_run', answers));
    } catch (error) {
      complain(part(root, 'trouble'), error);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void begin(said(false));
  }, { signal: ended.signal });
  form.addEventListener('click', ({ target }) => {
    const act = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-act]'))?.dataset.act;
    if (act === 'sample') void begin(said(true));
    if (act === 'skip') void begin({ bed: null, rise: null, remind_wind_down: false, remind_light: false, sample: false });
  }, { signal: ended.signal });
  return () => ended.abort();
}
