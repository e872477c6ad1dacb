// @ts-check
/** Breathing by itself: one shape and nothing else on the page; below it, folded, how to breathe. */

import { icon, make, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { Tones } from '../model/tones.js';
import { pacer } from './breath-pacer.js';
import { PaceFinder } from './breath-pace.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../ipc/bindings.js').Breathing} Breathing */
/** @typedef {import('../ipc/bindings.js').BreathingView} BreathingView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** How a breath is shown, with the messages that name it. @type {[string, string][]} */
const SHOWS = [['shape', 'breath-show-shape'], ['words', 'breath-show-words'], ['numbers', 'breath-show-numbers']];

/** How much longer out than in, each with its message. @type {[number, string][]} */
const RATIOS = [[1, 'breath-ratio-1'], [1.5, 'breath-ratio-1-5'], [2, 'breath-ratio-2'], [3, 'breath-ratio-3']];

/** By how much a button moves the rate, in breaths a minute. */
const RATE_STEP = 0.5;

/** @param {Ask} ask */
export function load(ask) {
  return ask('breathing', {});
}

/** What the view is made of. */
export function page() {
  const segments = (/** @type {string} */ name, /** @type {string} */ label) => make('div', { class: 'segments', role: 'group', 'aria-label': text(label), 'data-part': name });
  const toggle = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ note) =>
    make('label', { class: 'toggle' }, make('input', { type: 'checkbox', role: 'switch', 'data-part': name }), make('span', {}, text(label)), make('span', { class: 'note' }, text(note)));
  return make('div', { class: 'breathing stack wide' },
    make('div', { class: 'stack wide', 'data-part': 'home' },
      make('header', { class: 'view-head' },
        make('h1', { tabindex: '-1' }, text('view-breathing')),
        make('a', { class: 'button', href: '#wind-down', 'data-go': 'wind-down', 'data-back': '' }, text('wind-down-back'))),
      make('section', { class: 'card breath-card' },
        make('p', { class: 'big', 'data-part': 'rate-text' }),
        make('p', { class: 'quiet' }, text('breath-lead')),
        make('p', { class: 'strip', 'data-part': 'caution', hidden: true }),
        make('div', { class: 'row' }, make('button', { type: 'button', class: 'primary', 'data-act': 'begin' }, text('breath-begin'))),
        make('p', { class: 'note' }, text('breath-dizzy')),
        make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true })),
      make('section', { class: 'card', 'aria-labelledby': 'breath-settings' },
        make('h2', { id: 'breath-settings' }, text('breath-settings')),
        make('h3', {}, text('breath-pattern')),
        make('div', { class: 'breath-presets', role: 'group', 'aria-label': text('breath-pattern'), 'data-part': 'presets' }),
        make('div', { class: 'stack', 'data-part': 'own', hidden: true },
          make('span', { class: 'stepper', role: 'group', 'aria-label': text('breath-rate-label') },
            make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'slower', 'aria-label': text('wind-down-less', { what: text('breath-rate-label') }) }, icon('minus')),
            make('output', { class: 'minutes', 'data-part': 'rate' }),
            make('button', { type: 'button', class: 'plain only-icon', 'data-act': 'faster', 'aria-label': text('wind-down-more', { what: text('breath-rate-label') }) }, icon('plus'))),
          make('h3', {}, text('breath-ratio')), segments('ratio', 'breath-ratio')),
        make('h3', {}, text('breath-show')), segments('show', 'breath-show'),
        toggle('sound', 'breath-sound', 'breath-sound-note'),
        make('div', { class: 'stack', 'data-part': 'slowing' },
          toggle('slow', 'breath-slow', 'breath-slow-note'),
          make('p', { class: 'note', 'data-part': 'pace' }), make('div', { 'data-part': 'find' })))),
    make('div', { class: 'stage', 'data-kind': 'breathing', 'data-part': 'stage', hidden: true }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {import('../router.js').Wish} _wish
 * @param {BreathingView} loaded
 */
export function show(root, ask, frame, _wish, loaded) {
  const view = new BreathingRoom(root, ask, frame, loaded);
  return () => view.end();
}

class BreathingRoom {
  #root;
  #ask;
  #frame;
  #now;
  #ended = new AbortController();
  #tones = new Tones();
  #finder;
  /** @type {ReturnType<typeof pacer> | null} */ #pacer = null;

  /**
   * @param {HTMLElement} root
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {BreathingView} loaded
   */
  constructor(root, ask, frame, loaded) {
    this.#root = root;
    this.#ask = ask;
    this.#frame = frame;
    this.#now = loaded;
    const { signal } = this.#ended;
    this.#finder = new PaceFinder(part(root, 'find'), (taps_ms) => this.#attempt(() => ask('breathing_pace', { taps_ms })));
    root.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)), { signal });
    root.addEventListener('change', ({ target }) => {
      const input = /** @type {HTMLInputElement} */ (target);
      if (input.dataset.part === 'sound') void this.#choose({ sound: input.checked });
      if (input.dataset.part === 'slow') void this.#choose({ slow: input.checked });
    }, { signal });
    frame.addEventListener('back', (event) => {
      if (!this.#pacer) return;
      event.preventDefault();
      this.#stop();
    }, { signal });
    frame.addEventListener('undone', (event) => {
      event.preventDefault();
      void this.#attempt(() => ask('breathing', {}));
    }, { signal });
    this.#draw();
  }

  end() {
    this.#ended.abort();
    this.#finder.end();
    this.#pacer?.end();
    this.#tones.end();
    this.#frame.quieten(false);
  }

  /** @param {() => Promise<BreathingView>} work */
  async #attempt(work) {
    try {
      const view = await work();
      if (this.#ended.signal.aborted) return;
      this.#now = view;
      calm(part(this.#root, 'trouble'));
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      complain(part(this.#root, 'trouble'), error);
    }
    this.#draw();
  }

  /** @param {Partial<Breathing>} change */
  #choose(change) {
    return this.#attempt(() => this.#ask('save_breathing', { ...this.#now.chosen, ...change }));
  }

  #draw() {
    const { chosen, presets, caution, pace_text, rate_text, own_rate_text } = this.#now;
    part(this.#root, 'rate-text').textContent = rate_text;
    part(this.#root, 'caution').textContent = caution;
    part(this.#root, 'caution').hidden = caution === '';
    const holds = presets.some(({ code, holds: held }) => code === chosen.preset && held);
    this.#buttons('presets', [
      ...presets.map((preset) => ({ name: preset.code, on: chosen.preset === preset.code, words: [make('strong', {}, preset.name), make('span', { class: 'note' }, preset.holds ? `${preset.rate_text}, ${text('breath-holds-note')}` : preset.rate_text)] })),
      { name: '', on: chosen.preset === null, words: [make('strong', {}, text('breath-own'))] }]);
    part(this.#root, 'own').hidden = chosen.preset !== null;
    part(this.#root, 'rate').textContent = own_rate_text;
    this.#buttons('ratio', RATIOS.map(([ratio, id]) => ({ name: String(ratio), on: chosen.out_per_in === ratio, words: [text(id)] })));
    this.#buttons('show', SHOWS.map(([name, id]) => ({ name, on: chosen.show === name, words: [text(id)] })));
    /** @type {HTMLInputElement} */ (part(this.#root, 'sound')).checked = chosen.sound;
    /** @type {HTMLInputElement} */ (part(this.#root, 'slow')).checked = chosen.slow;
    // What is held is not stretched: it goes as it is.
    part(this.#root, 'slowing').hidden = holds;
    part(this.#root, 'pace').textContent = pace_text;
  }

  /**
   * Buttons of which one is pressed; the one with the focus keeps it.
   *
   * @param {string} room
   * @param {{ name: string, on: boolean, words: (Node | string)[] }[]} all
   */
  #buttons(room, all) {
    const place = part(this.#root, room);
    const old = [...place.querySelectorAll('button')];
    if (old.length !== all.length) {
      place.replaceChildren(...all.map(({ name, words: said }) => make('button', { type: 'button', 'data-choice': room, 'data-value': name }, ...said)));
    }
    [...place.querySelectorAll('button')].forEach((button, at) => button.setAttribute('aria-pressed', String(all[at]?.on)));
  }

  /** @param {Element} target */
  #clicked(target) {
    const choice = /** @type {HTMLElement | null} */ (target.closest('[data-choice]'));
    const value = choice?.dataset.value ?? '';
    const { rate } = this.#now.chosen;
    if (choice?.dataset.choice === 'presets') void this.#choose({ preset: value || null });
    else if (choice?.dataset.choice === 'ratio') void this.#choose({ out_per_in: Number(value) });
    else if (choice?.dataset.choice === 'show') void this.#choose({ show: /** @type {Breathing['show']} */ (value) });
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    if (act === 'begin') this.#begin();
    else if (act === 'end') this.#stop();
    else if (act === 'slower') void this.#choose({ rate: rate - RATE_STEP });
    else if (act === 'faster') void this.#choose({ rate: rate + RATE_STEP });
  }

  #begin() {
    const stage = part(this.#root, 'stage');
    this.#pacer = pacer(this.#now, this.#ask, this.#tones);
    const end = make('button', { type: 'button', class: 'plain', 'data-act': 'end' }, text('breath-end'));
    const notes = [make('p', { class: 'note' }, text('breath-dizzy'))];
    if (!this.#pacer.hasSound) notes.push(make('p', { class: 'note', role: 'status' }, text('breath-no-sound')));
    stage.replaceChildren(make('div', { class: 'stage-body' }, this.#pacer.element, ...notes), make('div', { class: 'stage-controls' }, end));
    part(this.#root, 'home').hidden = true;
    stage.hidden = false;
    this.#frame.quieten(true);
    end.focus();
  }

  #stop() {
    this.#pacer?.end();
    this.#pacer = null;
    this.#tones.end();
    part(this.#root, 'stage').hidden = true;
    part(this.#root, 'stage').replaceChildren();
    part(this.#root, 'home').hidden = false;
    this.#frame.quieten(false);
    /** @type {HTMLElement} */ (this.#root.querySelector('[data-act="begin"]')).focus();
    if (this.#now.chosen.slow) void this.#attempt(() => this.#ask('breathing', {}));
  }
}
