// @ts-check
/** Settings: how it looks, what reminders say, where the sun is asked about, what closing means. */

import { done } from '../frame.js';
import { wear } from '../model/appearance.js';
import { useSingleKeys } from '../model/keys.js';
import { make, part } from '../model/make.js';
import { useNumbers } from '../model/numbers.js';
import { text } from '../model/texts.js';
import { autostart } from './autostart.js';
import { choices } from './choices.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').Settings} Settings */
/** @typedef {import('../ipc/bindings.js').SettingsView} SettingsView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** Text sizes that are offered. */
const SIZES = [1, 1.25, 1.5, 1.75, 2];

/** @param {Ask} ask */
export const load = (ask) => ask('settings', {});

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {import('../frame.js').Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {SettingsView} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const ended = new AbortController();
  const lat = /** @type {HTMLInputElement} */ (root.querySelector('#place-lat'));
  const lon = /** @type {HTMLInputElement} */ (root.querySelector('#place-lon'));
  let { settings } = loaded;

  for (const size of SIZES) {
    const name = text('settings-size-value', { percent: Math.round(size * 100) });
    choice('text_scale').append(make('button', { type: 'button', role: 'radio', 'data-value': String(size) }, name));
  }

  const marks = (/** @type {const} */ (['theme', 'amber', 'text_scale', 'on_close'])).map((name) => {
    const mark = choices(choice(name), ({ dataset: { value } }) => {
      void save(/** @type {Partial<Settings>} */ ({ [name]: name === 'text_scale' ? Number(value) : value }));
    });
    return () => mark(({ dataset: { value } }) => value === String(settings[name]));
  });

  /** @param {string} name */
  function choice(name) {
    return /** @type {HTMLElement} */ (root.querySelector(`[data-choice="${name}"]`));
  }

  /** @returns {HTMLInputElement[]} */
  function flags() {
    return [...root.querySelectorAll('input')].filter((input) => input.dataset.flag);
  }

  /** @param {SettingsView} view */
  function take(view) {
    settings = view.settings;
    useSingleKeys(settings.single_keys);
    useNumbers(!settings.number_free);
    for (const mark of marks) mark();
    for (const flag of flags()) flag.checked = settings[/** @type {'dark_winter_lamp' | 'number_free' | 'offer_cards' | 'plain_notifications' | 'single_keys'} */ (flag.dataset.flag)];
    part(root, 'place').textContent = view.place_text;
    lat.value = settings.place ? String(settings.place.lat) : '';
    lon.value = settings.place ? String(settings.place.lon) : '';
    holiday(view.holiday?.text ?? null);
    part(root, 'version').textContent = view.version;
    part(root, 'folder').textContent = view.folder;
    part(root, 'zone').textContent = view.zone;
  }

  /** @param {string | null} said that a holiday is on, in words */
  function holiday(said) {
    part(root, 'holiday-text').textContent = said ?? '';
    part(root, 'holiday-text').hidden = said === null;
    for (const button of part(root, 'holiday').querySelectorAll('button')) button.hidden = (button.dataset.act === 'holiday-back') === (said === null);
  }

  /** @param {Promise<import('../ipc/bindings.js').Saved>} saving */
  async function mark(saving) {
    try {
      const saved = await saving;
      calm(part(root, 'trouble'));
      holiday(saved.today.holiday?.text ?? null);
      part(root, 'status').replaceChildren(...done(saved.text, frame.turning(saved.today, 'undo')));
      /** @type {HTMLElement | null} */ (part(root, 'holiday').querySelector('button:not([hidden])'))?.focus();
    } catch (error) {
      complain(part(root, 'trouble'), error);
    }
  }

  /** @param {Partial<Settings>} change */
  async function save(change) {
    try {
      const view = await ask('save_settings', { ...settings, ...change });
      calm(part(root, 'trouble'));
      take(view);
      wear(view.appearance);
      part(root, 'status').replaceChildren(...done(text('saved'), []));
      return true;
    } catch (error) {
      complain(part(root, 'trouble'), error);
      take({ ...loaded, settings });
      return false;
    }
  }

  part(root, 'place-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const place = { lat: degrees(lat.value), lon: degrees(lon.value) };
    const isPlace = Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180;
    part(root, 'place-trouble').textContent = isPlace ? '' : text('settings-place-help');
    if (isPlace) await save({ place });
  });

  root.addEventListener('change', ({ target }) => {
    const flag = /** @type {HTMLInputElement} */ (target);
    if (flag.dataset.flag) void save({ [flag.dataset.flag]: flag.checked });
  }, { signal: ended.signal });

  root.addEventListener('click', ({ target }) => {
    const act = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-act]'))?.dataset.act;
    if (act === 'zone-place') {
      part(root, 'place-trouble').textContent = '';
      void save({ place: null });
    } else if (act === 'holiday-week') void mark(ask('holiday_start', { days: 7 }));
    else if (act === 'holiday-open') void mark(ask('holiday_start', { days: null }));
    else if (act === 'holiday-back') void mark(ask('holiday_end', {}));
    else if (act === 'keys') void import('./dialogs.js').then(({ showKeys }) => showKeys());
    else if (act === 'quit') void ask('quit', {}).catch((error) => complain(part(root, 'trouble'), error));
  }, { signal: ended.signal });

  void autostart(part(root, 'autostart'), ask, (wrong) => {
    if (wrong) complain(part(root, 'trouble'), wrong);
    else {
      calm(part(root, 'trouble'));
      part(root, 'status').replaceChildren(...done(text('saved'), []));
    }
  });
  take(loaded);
  return () => ended.abort();
}

/**
 * Degrees as people write them, with a point or a comma.
 *
 * @param {string} typed
 */
function degrees(typed) {
  const tidy = typed.trim().replace(',', '.').replace('−', '-').replace(/\s*°$/, '');
  return tidy === '' ? Number.NaN : Number(tidy);
}
