// @ts-check
/**
 * The evening under way: a list of its blocks, one below the other, the present one large, with a soft ring that fills.
 *
 * It counts no seconds for anybody to see. The diary knows how far it is; here it is only drawn on from what the diary last said,
 * by a clock that nobody sets. Every so often the diary is told that somebody is still there.
 */

import { movementFigure } from '../elements/movement-figure.js';
import { WaneBreath } from '../elements/wane-breath.js';
import { icon, make, makeSvg } from '../model/make.js';
import { text, words } from '../model/texts.js';
import { Tones } from '../model/tones.js';
import { isView } from '../router.js';
import { pacer } from './breath-pacer.js';
import { how } from './movement-library.js';
import { ParkForm } from './wind-down-worries.js';

/** @typedef {import('../ipc/bindings.js').WindDownView} WindDownView */
/** @typedef {import('../ipc/bindings.js').SessionView} SessionView */
/** @typedef {import('../ipc/bindings.js').SessionBlock} SessionBlock */
/** @typedef {import('../ipc/bindings.js').WindDownAct} WindDownAct */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** How often it is drawn on, in milliseconds. */
const BEAT = 1000;

/** How often the diary is told that somebody is there, in milliseconds; it takes a longer silence for an interruption. */
const LOOK = 20_000;

export class Stage {
  #room;
  #ask;
  #act;
  /** @type {SessionView | null} */ #session = null;
  /** @type {WindDownView | null} */ #view = null;
  /** When the present block would have begun, had nothing been passed over; on the clock of `performance.now()`. */
  #began = 0;
  #looked = 0;
  #timer = 0;
  #step = -1;
  #isAsking = false;
  #tones = new Tones();
  /** @type {{ element: WaneBreath, end: () => void } | null} */ #pacer = null;
  #list = make('ol', { class: 'stage-list' });
  #controls = make('div', { class: 'stage-controls' });
  #trouble = make('p', { class: 'trouble', role: 'alert', hidden: true });
  #still = window.matchMedia('(prefers-reduced-motion: reduce)');

  /**
   * @param {HTMLElement} room
   * @param {Ask} ask
   * @param {(act: WindDownAct | 'leave') => Promise<unknown>} act
   */
  constructor(room, ask, act) {
    this.#room = room;
    this.#ask = ask;
    this.#act = act;
    const button = (/** @type {string} */ name, /** @type {string} */ id, kind = '') => make('button', { type: 'button', class: kind, 'data-stage': name }, text(id));
    this.#controls.append(
      button('back', 'wind-down-back', 'plain'), button('pause', 'wind-down-pause'), button('next', 'wind-down-next', 'primary'),
      button('finish', 'wind-down-finish', 'plain'));
    const stage = make('div', { class: 'stage', role: 'group', 'aria-label': text('wind-down-running') },
      make('h1', { class: 'unseen', tabindex: '-1' }, text('wind-down-running')), this.#list, this.#controls, this.#trouble);
    stage.addEventListener('click', ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    room.replaceChildren(stage);
    this.#tick();
  }

  /** Somebody is at it, and it does not stand still. */
  get isRunning() {
    return this.#session !== null && !this.#session.paused;
  }

  end() {
    clearTimeout(this.#timer);
    this.#quieten();
    this.#tones.end();
    this.#room.replaceChildren();
  }

  /** @param {WindDownView} view */
  take(view) {
    const before = this.#session;
    this.#view = view;
    this.#session = view.session;
    this.#looked = performance.now();
    if (!view.session) return;
    this.#began = performance.now() - view.session.at_s * 1000;
    this.#trouble.hidden = true;
    const same = before && before.current === view.session.current && before.paused === view.session.paused && before.steps.length === view.session.steps.length;
    if (!same) this.#draw(view.session, before !== null);
    this.#drawOn();
  }

  /** @param {string} what */
  complain(what) {
    this.#trouble.textContent = what;
    this.#trouble.hidden = false;
  }

  /** It has come to its end. @param {string} said */
  over(said) {
    clearTimeout(this.#timer);
    this.#quieten();
    this.#session = null;
    const close = make('button', { type: 'button', class: 'primary', 'data-stage': 'leave' }, text('wind-down-close'));
    const stage = /** @type {HTMLElement} */ (this.#room.querySelector('.stage'));
    stage.dataset.kind = 'over';
    stage.replaceChildren(make('h1', { class: 'unseen', tabindex: '-1' }, text('view-wind-down')), make('div', { class: 'stage-over' }, icon('evening'), make('p', { role: 'status' }, said), close));
    close.focus();
  }

  /**
   * @param {SessionView} session
   * @param {boolean} moved it was drawn before, and the focus follows
   */
  #draw(session, moved) {
    this.#quieten();
    this.#step = -1;
    const stage = /** @type {HTMLElement} */ (this.#room.querySelector('.stage'));
    stage.dataset.kind = session.kind;
    stage.toggleAttribute('data-paused', session.paused);
    this.#list.replaceChildren(...session.blocks.map((block) => (block.state === 'current' ? this.#current(block, session) : this.#other(block))));
    this.#button('pause').textContent = text(session.paused ? 'wind-down-resume' : 'wind-down-pause');
    if (!moved || !stage.contains(document.activeElement)) this.#button(session.waits ? 'pause' : 'next').focus({ preventScroll: true });
    if (session.kind === 'worries' && !session.paused) /** @type {HTMLElement | null} */ (this.#list.querySelector('textarea'))?.focus({ preventScroll: true });
  }

  /** @param {SessionBlock} block */
  #other(block) {
    const past = block.state === 'past';
    return make('li', { class: `stage-other ${block.state}` },
      past ? icon('done') : make('span', { class: 'dot', 'aria-hidden': 'true' }),
      make('span', {}, block.name), make('span', { class: 'unseen' }, text(past ? 'wind-down-past' : 'wind-down-ahead')),
      make('span', { class: 'quiet' }, past ? '' : block.minutes_text));
  }

  /**
   * @param {SessionBlock} block
   * @param {SessionView} session
   */
  #current(block, session) {
    const head = make('div', { class: 'stage-head' }, ring(), make('h2', {}, block.name));
    const body = make('div', { class: 'stage-body' });
    if (session.paused) body.append(make('p', { role: 'status' }, session.paused_text));
    else if (session.kind === 'breathing') body.append(...this.#breathing());
    else if (session.steps.length) body.append(...this.#led(session));
    else {
      body.append(make('p', { class: 'stage-text' }, session.text));
      if (session.list.length) body.append(make('ul', { class: 'stage-choices' }, ...session.list.map((one) => make('li', {}, one))));
      if (session.kind === 'worries') this.#worries(body);
      if ((session.kind === 'movement' || session.kind === 'stretching') && isView('movement')) {
        body.append(make('a', { class: 'button', href: '#movement', 'data-go': 'movement' }, text('wind-down-movement-link')));
      }
    }
    return make('li', { class: 'stage-current', 'aria-current': 'step' }, head, body);
  }

  #breathing() {
    const { breathing } = /** @type {WindDownView} */ (this.#view);
    this.#pacer = pacer(breathing, this.#ask, this.#tones);
    return [this.#pacer.element, make('p', { class: 'note' }, text('breath-dizzy'))];
  }

  /** @param {SessionView} session */
  #led(session) {
    const isRoutine = session.steps.some(({ movement }) => movement);
    const pass = make('button', { type: 'button', class: 'plain', 'data-stage': 'pass' }, text(isRoutine ? 'player-skip' : 'wind-down-pass'));
    const said = make('div', { class: 'stage-step', 'aria-live': 'polite' }, make('p', { 'data-part': 'step' }), make('p', { class: 'quiet', 'data-part': 'step-more' }));
    if (!isRoutine) return [said, make('div', { class: 'row' }, pass)];
    return [
      make('div', { class: 'stage-movement' }, make('div', { 'data-part': 'figure' }), make('div', { class: 'stack' }, said, make('div', { class: 'stack', 'data-part': 'how' }))),
      make('div', { class: 'row' }, pass, make('button', { type: 'button', class: 'plain', 'data-stage': 'aside' }, text('library-not-for-me')))];
  }

  /** The movement that is shown is not for the person: it is put aside here and in every routine. */
  async #aside() {
    const code = this.#session?.steps[this.#step]?.movement?.movement;
    if (!code) return;
    try {
      await this.#ask('hide_movement', { code, hidden: true });
      this.#step = -1;
      await this.#act('look');
    } catch (error) {
      this.complain(words(error));
    }
  }

  /** @param {HTMLElement} body */
  #worries(body) {
    const room = make('div', {});
    body.append(room);
    const form = new ParkForm(room, this.#ask, null, () => {});
    form.take(/** @type {WindDownView} */ (this.#view).worries);
  }

  /** Nothing of the block that was on goes on: no breath is led, and what still sounds fades. */
  #quieten() {
    this.#pacer?.end();
    this.#pacer = null;
    this.#tones.hush();
  }

  #tick = () => {
    this.#drawOn();
    const session = this.#session;
    if (session && !session.paused) {
      const now = performance.now();
      const isOver = !session.waits && now - this.#began >= session.length_s * 1000;
      if ((isOver || now - this.#looked >= LOOK) && !this.#isAsking) {
        this.#isAsking = true;
        this.#looked = now;
        void this.#act('look').finally(() => (this.#isAsking = false));
      }
    }
    this.#timer = window.setTimeout(this.#tick, BEAT);
  };

  /** Draws the ring and the step for now. */
  #drawOn() {
    const session = this.#session;
    if (!session) return;
    const at = session.paused ? session.at_s : (performance.now() - this.#began) / 1000;
    const share = Math.min(at / session.length_s, 1);
    // With less motion the ring moves in a few large steps.
    const shown = this.#still.matches ? Math.floor(share * 12) / 12 : share;
    const line = /** @type {SVGElement | null} */ (this.#list.querySelector('.ring .filled'));
    if (line) line.style.strokeDashoffset = (1 - shown).toFixed(4);
    const step = session.steps.findIndex(({ from_s, to_s }) => at >= from_s && at < to_s);
    if (step >= 0 && step !== this.#step && !session.paused) this.#showStep(session, step);
  }

  /**
   * @param {SessionView} session
   * @param {number} at
   */
  #showStep(session, at) {
    const place = this.#list.querySelector('[data-part="step"]');
    const step = session.steps[at];
    if (!place || !step) return;
    if (this.#step >= 0 && this.#view?.breathing.chosen.sound && this.#tones.begin()) this.#tones.stroke();
    this.#step = at;
    place.textContent = step.text;
    const room = /** @type {HTMLElement} */ (place.closest('.stage-step'));
    room.dataset.cue = step.cue;
    const more = /** @type {HTMLElement} */ (room.querySelector('[data-part="step-more"]'));
    more.textContent = step.more;
    more.hidden = step.more === '';
    const figure = this.#list.querySelector('[data-part="figure"]');
    if (!figure) return;
    figure.replaceChildren(...(step.movement ? [movementFigure(step.movement.movement, step.movement.picture)] : []));
    this.#list.querySelector('[data-part="how"]')?.replaceChildren(...(step.movement ? how(step.movement) : []));
    for (const name of ['pass', 'aside']) this.#list.querySelector(`[data-stage="${name}"]`)?.toggleAttribute('hidden', !step.movement);
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.#controls.querySelector(`[data-stage="${name}"]`));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest('[data-stage]')?.getAttribute('data-stage');
    if (act === 'aside') void this.#aside();
    else if (act === 'pause') void this.#act(this.#session?.paused ? 'resume' : 'pause');
    else if (act === 'leave' || act === 'back' || act === 'next' || act === 'pass' || act === 'finish') void this.#act(act);
  }
}

/** A ring that fills; it tells how far a block is, and no number. */
function ring() {
  const circle = (/** @type {string} */ name) => makeSvg('circle', { class: name, cx: '32', cy: '32', r: '28', pathLength: '1' });
  return makeSvg('svg', { class: 'ring', viewBox: '0 0 64 64', 'aria-hidden': 'true' }, circle('empty'), circle('filled'));
}
