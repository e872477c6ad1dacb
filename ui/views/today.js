// @ts-check
/** Today: the check-in of a day, and what the day brings. Opens by itself; any day can be shown. */

import { done } from '../frame.js';
import { part } from '../model/make.js';
import { Saver } from '../model/saver.js';
import { text, words } from '../model/texts.js';
import { inboxItem } from './inbox.js';
import { showCards } from './today-cards.js';
import { EntriesPart } from './today-entries.js';
import { EveningPart } from './today-evening.js';
import { FlareCard } from './today-flare.js';
import { showExperiment } from './today-experiment.js';
import { MorningPart } from './today-morning.js';
import { showOffer } from './today-offer.js';
import { calm, complain } from './trouble.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../router.js').Wish} Wish */
/** @typedef {import('../ipc/bindings.js').Today} Today */
/** @typedef {import('../ipc/bindings.js').DayPart} DayPart */
/** @typedef {import('../ipc/bindings.js').Saved} Saved */
/** @typedef {import('../ipc/bindings.js').Undone} Undone */
/** @typedef {import('../ipc/bindings.js').PlanView} PlanView */
/** @typedef {typeof import('../ipc/host.js').call} Ask */

/** How often the present day looks whether something has come in, in milliseconds. */
const LOOK_AGAIN = 30_000;

/**
 * @param {Ask} ask
 * @param {Wish} wish
 */
export async function load(ask, wish) {
  return wish.today ?? (await ask('today', { date: wish.date ?? null }));
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Frame} frame
 * @param {Wish} wish
 * @param {Today} today
 */
export function show(root, ask, frame, wish, today) {
  const view = new TodayView(root, ask, frame, today);
  if (wish.said) view.say(wish.said);
  if (wish.part) view.open(wish.part);
  if (wish.question) view.toQuestion(wish.today === undefined);
  return () => view.dispose();
}

class TodayView {
  #root;
  #ask;
  #frame;
  #today;
  #morning;
  #evening;
  #entries;
  #flare;
  /** @type {DayPart} */ #part;
  #savers;
  #ended = new AbortController();
  #clock;

  /**
   * @param {HTMLElement} root
   * @param {Ask} ask
   * @param {Frame} frame
   * @param {Today} today
   */
  constructor(root, ask, frame, today) {
    this.#root = root;
    this.#ask = ask;
    this.#frame = frame;
    this.#today = today;
    this.#part = today.part;
    this.#savers = {
      morning: new Saver(() => this.#save('morning', () => ask('save_morning', this.#morning.request))),
      evening: new Saver(() => this.#save('evening', () => ask('save_evening', this.#evening.request))),
    };
    this.#morning = new MorningPart(part(root, 'morning'), ask, () => this.#savers.morning.later());
    this.#evening = new EveningPart(part(root, 'evening'), () => this.#savers.evening.later());
    this.#entries = new EntriesPart(part(root, 'entries'), ask, frame, (now) => {
      this.#around(now);
      part(root, 'status').replaceChildren();
    });
    this.#flare = new FlareCard(part(root, 'flare'), [...root.querySelectorAll('.checkin, .entries, .beside, .segments')].map((piece) => /** @type {HTMLElement} */ (piece)), (name, request) => void this.#log(this.#ask(name, request)).then(() => this.#quietLine()));
    frame.flush = () => this.#flush();
    this.#listen();
    this.#take(today);
    this.#clock = window.setInterval(() => void this.#lookAgain(), LOOK_AGAIN);
    // The first picture waits for nothing that is not in it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      void this.#quietLine();
      void this.#lookBack();
    })));
  }

  /** Ends when everything that was said is saved. */
  dispose() {
    this.#ended.abort();
    clearInterval(this.#clock);
    return this.#flush();
  }

  async #flush() {
    await Promise.all([this.#savers.morning.flush(), this.#savers.evening.flush()]);
  }

  #listen() {
    const { signal } = this.#ended;
    const root = this.#root;
    root.addEventListener('click', (event) => this.#clicked(/** @type {Element} */ (event.target)), { signal });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#confirm();
    }, { signal });
    root.addEventListener('wane-onward', ({ target }) => this.#onward(/** @type {Element} */ (target)), { signal });
    root.addEventListener('wane-open', (event) => void this.#go(/** @type {CustomEvent<string>} */ (event).detail), { signal });
    const away = (/** @type {Event} */ event) => this.#ask('night_offer_dismiss', { date: /** @type {CustomEvent<string>} */ (event).detail });
    root.addEventListener('wane-noted-away', (event) => void this.#planned(away(event)), { signal });
    root.addEventListener('wane-experiment-said', async (event) => {
      const saying = this.#ask('experiment_said', /** @type {CustomEvent<import('../ipc/bindings.js').ExperimentSaid>} */ (event).detail);
      if (await this.#planned(saying)) this.say((await saying).text);
    }, { signal });
    root.addEventListener('keydown', (event) => this.#tabKey(event), { signal });
    this.#frame.addEventListener('undone', (event) => {
      event.preventDefault();
      this.#turnedBack(/** @type {CustomEvent<Undone>} */ (event).detail);
    }, { signal });
    this.#frame.addEventListener('rough', (event) => {
      event.preventDefault();
      void this.#rough();
    }, { signal });
    this.#frame.addEventListener('check-in', (event) => {
      if (!this.#today.is_today) return;
      event.preventDefault();
      this.toQuestion(true);
    }, { signal });
    this.#frame.addEventListener('day', (event) => void this.#turn(/** @type {CustomEvent<-1 | 1>} */ (event).detail), { signal });
    this.#frame.addEventListener('look', () => void this.#planned(Promise.resolve()), { signal });
    document.addEventListener('visibilitychange', () => void this.#lookAgain().then(() => this.#quietLine()), { signal });
  }

  /**
   * Shows a day as the diary has it.
   *
   * @param {Today} today
   */
  #take(today) {
    if (today.date !== this.#today.date) this.#part = today.part;
    this.#morning.take(today);
    this.#evening.take(today);
    this.#around(today);
    this.open(this.#part);
    calm(part(this.#root, 'trouble'));
  }

  /**
   * Shows everything of a day but its two forms, which may have moved on.
   *
   * @param {Today} today
   */
  #around(today) {
    this.#today = today;
    part(this.#root, 'greeting').textContent = today.greeting;
    // On another day the heading names the day already, and the button need not say it to the eye again.
    part(this.#root, 'date').textContent = today.date_text;
    part(this.#root, 'date').classList.toggle('unseen', !today.is_today);
    this.#act('next').disabled = today.next === null;
    this.#act('to-today').hidden = today.is_today;
    this.#act('rough').setAttribute('aria-pressed', String(today.rough));
    this.#recalled();
    this.#morning.offer(today);
    this.#entries.take(today);
    this.#inbox(today.inbox);
    const line = part(this.#root, 'quiet-line');
    line.hidden = !today.is_today || line.childElementCount === 0;
    const week = part(this.#root, 'look-back');
    week.hidden = !today.is_today || week.childElementCount === 0;
    if (showExperiment(part(this.#root, 'experiment'), today.experiment)) part(this.#root, 'greeting').focus({ preventScroll: true });
    showCards(this.#root, today);
    showOffer(part(this.#root, 'offer'), today.flare || today.holiday ? null : today.card, this.#offered);
    this.#flare.take(today);
    this.#frame.sample(today.sample);
  }

  /** What becomes of the card that is offered. */
  #offered = {
    open: (/** @type {string} */ card) => void this.#frame.router.show('learn', { card }),
    away: (/** @type {string} */ card) => void this.#planned(this.#ask('learn_put_away', { card })).then(() => {
      this.say(text('learn-put-away'));
      this.#act('save').focus();
    }),
  };

  /** @param {string} name */
  #act(name) {
    return /** @type {HTMLButtonElement} */ (this.#root.querySelector(`[data-act="${name}"]`));
  }

  #recalled() {
    part(this.#root, 'recalled').hidden = !this.#today[this.#part].recalled;
  }

  /** Opens one of the two forms of the day. @param {DayPart} which */
  open(which) {
    this.#part = which;
    for (const name of /** @type {const} */ (['morning', 'evening'])) {
      const tab = /** @type {HTMLElement} */ (this.#root.querySelector(`[data-part-tab="${name}"]`));
      tab.setAttribute('aria-selected', String(name === which));
      tab.tabIndex = name === which ? 0 : -1;
      part(this.#root, name).hidden = name !== which;
    }
    this.#act('details').hidden = which !== 'morning';
    this.#act('save').textContent = text(which === 'morning' ? 'save-morning' : 'save-evening');
    this.#recalled();
  }

  /** @param {boolean} open */
  #unfold(open) {
    part(this.#root, 'details').hidden = !open;
    this.#act('details').setAttribute('aria-expanded', String(open));
  }

  /** @param {KeyboardEvent} event */
  #tabKey(event) {
    const tab = /** @type {Element} */ (event.target).closest('[role="tab"]');
    if (!tab || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    this.open(this.#part === 'morning' ? 'evening' : 'morning');
    /** @type {HTMLElement} */ (this.#root.querySelector('[role="tab"][aria-selected="true"]')).focus();
    event.preventDefault();
  }

  /** @param {Element} target */
  #clicked(target) {
    const tab = /** @type {HTMLElement | null} */ (target.closest('[data-part-tab]'));
    if (tab) this.open(/** @type {DayPart} */ (tab.dataset.partTab));
    const act = /** @type {HTMLElement | null} */ (target.closest('[data-act]'))?.dataset.act;
    const acts = /** @type {Record<string, () => unknown>} */ ({
      previous: () => this.#go(this.#today.previous),
      next: () => this.#today.next && this.#go(this.#today.next),
      'to-today': () => this.#go(null),
      calendar: () => this.#calendar(),
      rough: () => this.#rough(),
      history: () => this.#frame.router.show('history', { date: this.#today.date }),
      details: () => this.#unfold(part(this.#root, 'details').hidden),
      light: () => this.#log(this.#ask('log_light', { date: this.#today.date, minutes: null })),
      'not-tonight': () => this.#notTonight(),
      sample: () => this.#frame.showSample(),
    });
    if (act && Object.hasOwn(acts, act)) void acts[act]?.();
  }

  // Saving.

  /** The person confirms the form that is open: suggestions too. */
  async #confirm() {
    const which = this.#part;
    if (which === 'morning') await this.#morning.confirm();
    await this.#savers[which].now();
  }

  /**
   * @param {DayPart} which
   * @param {() => Promise<Saved>} save
   * @returns {Promise<boolean>} whether it was saved
   */
  async #save(which, save) {
    const day = this.#today.date;
    try {
      const saved = await save();
      if (this.#today.date === day && !this.#ended.signal.aborted) {
        this.#around(saved.today);
        this.say(saved.text);
        calm(part(this.#root, 'trouble'));
        // While the person goes on answering, the form is theirs; afterwards it shows what the diary made of it.
        if (which === 'morning' && !this.#morning.isOpen && !this.#savers.morning.isWaiting) {
          this.#morning.take(saved.today);
        }
      }
      return true;
    } catch (error) {
      if (this.#ended.signal.aborted) this.#frame.say(words(error));
      else complain(part(this.#root, 'trouble'), error);
      return false;
    }
  }

  /**
   * Says what was done beside the button that did it, with the way back.
   *
   * @param {string} what
   * @param {'undo' | 'both'} [which]
   */
  say(what, which = 'undo') {
    if (this.#flare.isShrunk) {
      this.#frame.say(what, this.#frame.turning(this.#today, which));
      return;
    }
    const had = part(this.#root, 'status').contains(document.activeElement);
    part(this.#root, 'status').replaceChildren(...done(what, this.#frame.turning(this.#today, which)));
    if (had) this.#act('save').focus();
    this.#entries.hush();
  }

  /** @param {Undone} undone */
  #turnedBack({ text: what, today }) {
    this.#savers.morning.forget();
    this.#savers.evening.forget();
    const beside = this.#entries.hasSpoken;
    this.#take(today);
    this.#frame.router.movedTo(today.date);
    if (beside) this.#entries.say(what, 'both');
    else this.say(what, 'both');
  }

  /**
   * Logs something that is no form.
   *
   * @param {Promise<Saved>} saving
   */
  async #log(saving) {
    try {
      const saved = await saving;
      this.#around(saved.today);
      if (!this.#savers.evening.isWaiting) this.#evening.take(saved.today);
      this.say(saved.text);
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  #rough() {
    return this.#log(this.#ask('mark_rough', { date: this.#today.date, rough: !this.#today.rough }));
  }

  // Moving.

  /**
   * Puts the focus on the first question without an answer.
   *
   * @param {boolean} always also when every question has one
   */
  toQuestion(always) {
    if (this.#flare.isShrunk) {
      this.#flare.focus();
      return;
    }
    const open = this.#part === 'morning' ? this.#morning : this.#evening;
    if (open.unanswered) open.unanswered.focus();
    else if (open.isOpen) this.#act('save').focus();
    else if (always) (this.#part === 'morning' ? this.#morning.quality : this.#evening.pain).focus();
  }

  /**
   * A digit has answered: on to what comes next, always in the same order, so that no digit lands elsewhere.
   *
   * @param {Element} answered
   */
  #onward(answered) {
    const questions = [...part(this.#root, this.#part).querySelectorAll('wane-scale, wane-number, #mattered')]
      .map((question) => /** @type {HTMLElement} */ (question))
      .filter((question) => !question.closest('[hidden]') && (question !== this.#evening.mattered || !this.#evening.mattered.value));
    (questions[questions.findIndex((question) => question === answered) + 1] ?? this.#act('save')).focus();
  }

  /** @param {string | null} date nothing for the present day */
  async #go(date) {
    try {
      await this.#flush();
      const today = await this.#ask('today', { date });
      this.#take(today);
      part(this.#root, 'status').replaceChildren();
      this.#frame.router.movedTo(today.date);
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
    }
  }

  /**
   * To the day before or after by key, with the first question at hand.
   *
   * @param {-1 | 1} way
   */
  async #turn(way) {
    const date = way < 0 ? this.#today.previous : this.#today.next;
    if (date === null) return;
    await this.#go(date);
    this.toQuestion(true);
  }

  async #calendar() {
    const button = this.#act('calendar');
    const old = this.#root.querySelector('wane-month');
    const close = () => {
      this.#root.querySelector('wane-month')?.remove();
      button.setAttribute('aria-expanded', 'false');
    };
    if (old) {
      close();
      return;
    }
    const { WaneMonth } = await import('../elements/wane-month.js');
    const month = new WaneMonth();
    button.setAttribute('aria-expanded', 'true');
    part(this.#root, 'day-picker').append(month);
    month.addEventListener('wane-close', (event) => {
      close();
      if (/** @type {CustomEvent<boolean>} */ (event).detail) button.focus();
    });
    month.addEventListener('wane-day', (event) => {
      close();
      button.focus();
      void this.#go(/** @type {CustomEvent<string>} */ (event).detail);
    });
    await month.open(this.#today.date);
  }

  /** @param {Today['inbox']} items */
  #inbox(items) {
    const room = part(this.#root, 'inbox');
    const strips = items.map((item) =>
      inboxItem(item, 'div', false, this.#ask, (plan) => void this.#planned(plan.then(({ inbox }) => this.#inbox(inbox)))),
    );
    // A strip that is the same stays, so that a button in it keeps the focus.
    if (room.textContent !== strips.map((strip) => strip.textContent).join('')) room.replaceChildren(...strips);
    room.hidden = items.length === 0;
  }

  /** @param {Promise<unknown>} change @returns {Promise<boolean>} whether it was done */
  async #planned(change) {
    try {
      await change;
      this.#around(await this.#ask('today', { date: this.#today.date }));
      return true;
    } catch (error) {
      complain(part(this.#root, 'trouble'), error);
      return false;
    }
  }

  /**
   * A running pause, or a question about a reminder, once the day is on the screen.
   *
   * @param {Promise<PlanView>} [asking] an answer to what the line said
   */
  async #quietLine(asking) {
    if (document.hidden || this.#ended.signal.aborted) return;
    const room = part(this.#root, 'quiet-line');
    const had = room.contains(document.activeElement);
    try {
      const [{ showLine }, plan] = await Promise.all([import('./today-plan.js'), asking ?? this.#ask('plan', {})]);
      if (this.#ended.signal.aborted) return;
      showLine(room, plan, this.#ask, (answer) => void this.#quietLine(answer));
      if (!this.#today.is_today) room.hidden = true;
      if (asking) await this.#planned(Promise.resolve());
      if (had && !room.contains(document.activeElement)) part(this.#root, 'greeting').focus();
    } catch (error) {
      // Nobody asked for the first look; an answer is another matter.
      if (asking) complain(part(this.#root, 'trouble'), error);
    }
  }

  /** The week in three facts, on the day of the look and once the present day is on the screen. */
  async #lookBack() {
    if (!this.#today.look_back) return;
    const { lookBackOnToday } = await import('./look-back.js');
    await lookBackOnToday(part(this.#root, 'look-back'), this.#ask, (error) => complain(part(this.#root, 'trouble'), error), this.#ended.signal);
    if (!this.#today.is_today) part(this.#root, 'look-back').hidden = true;
  }

  #notTonight() {
    return this.#planned(this.#ask('reminder_skip', { kind: 'wind-down', local_date: this.#today.tonight.can_skip }));
  }

  /** Looks whether the day has turned or a reminder has come in. */
  async #lookAgain() {
    if (document.hidden) return;
    try {
      const now = await this.#ask('today', { date: null });
      if (this.#ended.signal.aborted || this.#savers.morning.isWaiting || this.#savers.evening.isWaiting) return;
      if (!this.#today.is_today) this.#inbox(now.inbox);
      else if (document.activeElement?.matches('input[type="text"], textarea')) return;
      else if (now.date !== this.#today.date) this.#take(now);
      else {
        const turned = now.part !== this.#today.part;
        this.#around(now);
        if (turned && !this.#root.querySelector('form')?.contains(document.activeElement)) this.open(now.part);
      }
    } catch {
      // Nobody asked for this look; whatever is wrong is said when somebody does something.
    }
  }
}
