// @ts-check
/**
 * Plays a routine: one movement at a time, large, with its breath and its easier way.
 *
 * Time is soft: a ring fills and then waits, nothing counts down, and nothing is late. The next movement comes by hand,
 * or by itself where the person wants that. Done, it is written down as a session, with the way back beside it.
 */

import { movementFigure } from '../elements/movement-figure.js';
import { done } from '../frame.js';
import { make, makeSvg, part } from '../model/make.js';
import { text } from '../model/texts.js';
import { scaleField } from './movement-fields.js';
import { how } from './movement-library.js';
import { FELT } from './movement-log.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../ipc/bindings.js').RoutineView} RoutineView */
/** @typedef {import('../ipc/bindings.js').DoseView} DoseView */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('./movement.js').Doing} Doing */

/** How often the ring moves on, in milliseconds. */
const BEAT = 500;
/** The way round the ring. */
const ROUND = 2 * Math.PI * 46;

export class Player {
  #root;
  #doing;
  #routine;
  #leave;
  #steps;
  #at = 0;
  /** How long the present movement, and how long all of them have gone on, in milliseconds. */
  #gone = 0;
  #all = 0;
  #last = performance.now();
  #paused = false;
  #over = false;
  /** Whether the next movement comes by itself; the diary remembers how it was last wanted. */
  #byItself = false;
  #beat = 0;

  /**
   * @param {HTMLElement} root
   * @param {Doing} doing
   * @param {RoutineView} routine
   * @param {() => void} leave
   */
  constructor(root, doing, routine, leave) {
    this.#root = root;
    this.#doing = doing;
    this.#routine = routine;
    this.#leave = leave;
    this.#steps = routine.steps.filter((step) => !step.hidden);
    const button = (/** @type {string} */ act, /** @type {string} */ id, kind = '') => make('button', { type: 'button', class: kind, 'data-act': act }, text(id));
    const alone = make('input', { type: 'checkbox', 'data-part': 'alone' });
    alone.addEventListener('change', () => {
      this.#byItself = alone.checked;
      void this.#remember();
    });
    void doing.ask('settings', {}).then(({ settings }) => {
      this.#byItself = alone.checked = settings.routine_by_itself;
    }, () => {});
    root.replaceChildren(make('section', { class: 'card player' },
      make('div', { class: 'row spread' }, make('h2', { tabindex: '-1', 'data-part': 'name' }, routine.name), button('stop', 'player-stop', 'plain')),
      make('div', { class: 'playing', 'data-part': 'playing' },
        make('div', { class: 'figure-room' }, ring(), make('div', { 'data-part': 'figure' })),
        make('div', { class: 'stack' },
          make('p', { class: 'note', 'data-part': 'place' }),
          make('h3', { 'data-part': 'what', 'aria-live': 'polite' }), make('p', { class: 'amount', 'data-part': 'amount' }),
          make('div', { class: 'stack', 'data-part': 'how' })),
        make('div', { class: 'row acts' },
          button('next', 'player-next', 'primary'), button('pause', 'player-pause'), button('skip', 'player-skip', 'plain'), button('back', 'player-back', 'plain')),
        make('div', { class: 'row' }, make('label', { class: 'tick' }, alone, make('span', {}, text('player-alone'))), make('p', { class: 'note', role: 'status', 'data-part': 'soft' }))),
      make('div', { class: 'stack after', 'data-part': 'after', hidden: true },
        make('p', { class: 'lead', tabindex: '-1', 'data-part': 'over' }, text('player-done')),
        make('p', { class: 'status', role: 'status', 'data-part': 'status' }),
        make('div', { class: 'field', 'data-part': 'felt-room', hidden: true }, make('span', { class: 'label', id: 'player-felt' }, text('movement-felt')),
          scaleField({ min: '0', max: '2', words: 'felt-less felt-right felt-too-much', clearable: true, 'labelled-by': 'player-felt', 'data-part': 'felt' })),
        make('div', { class: 'row' }, button('note', 'player-note-it', 'primary'), button('leave', 'player-leave-it'))),
      make('div', { class: 'trouble', role: 'alert', 'data-part': 'trouble', hidden: true })));
    root.onclick = ({ target }) => this.#clicked(/** @type {Element} */ (target));
    this.#beat = window.setInterval(() => this.#tick(), BEAT);
    this.#show();
    part(root, 'name').focus();
  }

  get key() {
    return this.#routine.key;
  }

  end() {
    clearInterval(this.#beat);
    this.#root.onclick = null;
    this.#root.replaceChildren();
  }

  #tick() {
    const now = performance.now();
    const step = this.#steps[this.#at];
    // A machine that slept was not moving.
    const passed = Math.min(now - this.#last, 4 * BEAT);
    this.#last = now;
    if (this.#paused || this.#over || !step) return;
    this.#gone += passed;
    this.#all += passed;
    const share = Math.min(this.#gone / (step.seconds * 1000), 1);
    this.#fill(share);
    if (share < 1) return;
    if (this.#byItself) this.#to(this.#at + 1);
    else if (!part(this.#root, 'soft').textContent) part(this.#root, 'soft').textContent = text('player-ready');
  }

  async #remember() {
    try {
      const { settings } = await this.#doing.ask('settings', {});
      await this.#doing.ask('save_settings', { ...settings, routine_by_itself: this.#byItself });
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** @param {number} share of the ring */
  #fill(share) {
    this.#root.querySelector('.ring .full')?.setAttribute('stroke-dashoffset', String(ROUND * (1 - share)));
  }

  #show() {
    const step = this.#steps[this.#at];
    if (!step) return;
    const root = this.#root;
    part(root, 'place').textContent = text('player-step', { step: this.#at + 1, all: this.#steps.length });
    part(root, 'what').textContent = step.name;
    part(root, 'amount').textContent = step.amount_text;
    part(root, 'figure').replaceChildren(movementFigure(step.movement, step.picture));
    part(root, 'how').replaceChildren(...how(step));
    part(root, 'soft').textContent = this.#paused ? text('player-paused') : '';
    this.#button('next').textContent = text(this.#at === this.#steps.length - 1 ? 'player-last' : 'player-next');
    this.#button('pause').textContent = text(this.#paused ? 'player-on' : 'player-pause');
    this.#button('back').toggleAttribute('disabled', this.#at === 0);
    this.#fill(0);
  }

  /** @param {string} act */
  #button(act) {
    return /** @type {HTMLButtonElement} */ (this.#root.querySelector(`[data-act="${act}"]`));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-act]')?.getAttribute('data-act');
    if (act === 'next' || act === 'skip') this.#to(this.#at + 1, act === 'skip');
    else if (act === 'back') this.#to(Math.max(this.#at - 1, 0));
    else if (act === 'pause') {
      this.#paused = !this.#paused;
      this.#button('pause').textContent = text(this.#paused ? 'player-on' : 'player-pause');
      part(this.#root, 'soft').textContent = this.#paused ? text('player-paused') : '';
    } else if (act === 'stop') this.#stop();
    else if (act === 'note') void this.#note();
    else if (act === 'leave') this.#leave();
  }

  /** @param {number} at @param {boolean} [passed] the present one was passed over */
  #to(at, passed = false) {
    if (passed) this.#all -= this.#gone;
    this.#gone = 0;
    if (at >= this.#steps.length) {
      this.#finish();
      void this.#note();
      return;
    }
    this.#at = at;
    this.#show();
  }

  /** Stopped before its end, it is written down only if the person says so. */
  #stop() {
    if (this.#over || this.#all < 15_000) this.#leave();
    else this.#finish();
  }

  #finish() {
    this.#over = true;
    part(this.#root, 'playing').hidden = true;
    this.#button('stop').hidden = true;
    part(this.#root, 'after').hidden = false;
    part(this.#root, 'over').focus();
  }

  async #note() {
    const minutes = Math.max(Math.round(this.#all / 60_000), 1);
    try {
      const { text: said, movement } = await this.#doing.ask('routine_done', { key: this.#routine.key, minutes });
      calm(part(this.#root, 'trouble'));
      part(this.#root, 'status').replaceChildren(...done(said, this.#doing.frame.turning(movement, 'undo')));
      this.#button('note').hidden = true;
      this.#button('leave').textContent = text('movement-close');
      this.#askHow(movement.sessions.at(-1));
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /** How it felt, said where it was done. @param {DoseView | undefined} session */
  #askHow(session) {
    if (!session) return;
    part(this.#root, 'felt-room').hidden = false;
    const felt = /** @type {WaneScale} */ (part(this.#root, 'felt'));
    felt.addEventListener('wane-answer', async () => {
      try {
        const dose = { ...session.dose, felt: felt.value === null ? null : FELT[felt.value] ?? null };
        const { text: said, movement } = await this.#doing.ask('save_dose', { id: session.id, date: null, dose, just_ended: false });
        part(this.#root, 'status').replaceChildren(...done(said, this.#doing.frame.turning(movement, 'undo')));
      } catch (error) {
        complain(part(this.#root, 'trouble'), error);
      }
    });
  }
}

/** A soft ring that fills; it says nothing to those who do not see it. */
function ring() {
  const circle = (/** @type {string} */ kind) => makeSvg('circle', { class: kind, cx: '50', cy: '50', r: '46', 'stroke-dasharray': String(ROUND), 'stroke-dashoffset': kind === 'full' ? String(ROUND) : '0' });
  return makeSvg('svg', { class: 'ring', viewBox: '0 0 100 100', 'aria-hidden': 'true' }, circle('track'), circle('full'));
}
