// @ts-check
/** The morning check-in: two scales, the night as a sentence, details folded away. */

import { icon, make, part } from '../model/make.js';
import { FIELDS, MorningForm, TIMES } from '../model/morning.js';
import { text, weave } from '../model/texts.js';
import { AnchorLine } from './today-anchors.js';
import { AskedFactors, AskedPains } from './today-asked.js';
import { NotedOffer } from './today-noted.js';

/** @typedef {import('../ipc/bindings.js').SaveMorning} SaveMorning */
/** @typedef {import('../ipc/bindings.js').Today} Today */
/** @typedef {import('../ipc/bindings.js').NightSummary} NightSummary */
/** @typedef {import('../elements/wane-scale.js').WaneScale} WaneScale */
/** @typedef {import('../elements/wane-time.js').WaneTime} WaneTime */
/** @typedef {import('../elements/wane-minutes.js').WaneMinutes} WaneMinutes */
/** @typedef {import('../elements/wane-night-bar.js').WaneNightBar} WaneNightBar */
/** @typedef {import('../model/morning.js').Field} Field */

/** How long typing may go on before the night is summed up anew, in milliseconds. */
const PAUSE = 200;

/** How the name of a question begins that asks which of two equal readings is meant; the field's name follows. */
const AMBIGUOUS = 'ambiguous_time:';

/** The four parts of the sentence: message, element, field, and the message that names it. */
const SENTENCE = /** @type {const} */ ([
  ['night-bed', 'wane-time', 'bed', 'field-bed'],
  ['night-sol', 'wane-minutes', 'sol_min', 'field-sol'],
  ['night-waso', 'wane-minutes', 'waso_min', 'field-waso'],
  ['night-up', 'wane-time', 'out_of_bed', 'field-out-of-bed'],
]);

/** Names of the clock times. @type {Record<typeof TIMES[number], string>} */
const NAMES = { bed: 'field-bed', lights_out: 'field-lights-out', final_wake: 'field-final-wake', out_of_bed: 'field-out-of-bed' };

export class MorningPart {
  #root;
  #ask;
  #changed;
  #anchors;
  #pains;
  #factors;
  #noted;
  #form = /** @type {MorningForm} */ (/** @type {unknown} */ (null));
  #timer = 0;
  #asked = 0;
  /** The summing-up under way; ends when the newest answer is in. @type {Promise<void> | null} */
  #summing = null;
  /** The times whose second reading is asked about. @type {string} */
  #readings = '';

  /**
   * @param {HTMLElement} root
   * @param {typeof import('../ipc/host.js').call} ask
   * @param {() => void} changed something was said that should be saved soon
   */
  constructor(root, ask, changed) {
    this.#root = root;
    this.#ask = ask;
    this.#changed = changed;
    this.#anchors = new AnchorLine(/** @type {HTMLElement} */ (this.pain.closest('.question')), part(root, 'anchor'));
    this.#pains = new AskedPains(part(root, 'pains'), 'morning-pain', changed);
    this.#factors = new AskedFactors(part(root, 'factors'), changed);
    this.#noted = new NotedOffer(part(root, 'night'), (count) => this.#takeNoted(count));
    for (const [id, tag, name, label] of SENTENCE) {
      const field = document.createElement(tag);
      field.setAttribute('name', name);
      field.setAttribute('label', label);
      root.querySelector(`[data-weave="${id}"]`)?.append(...weave(id, { field }));
    }
    root.addEventListener('wane-answer', (event) => this.#answered(/** @type {WaneScale} */ (event.target)));
    root.addEventListener('wane-value', (event) => this.#said(/** @type {HTMLElement} */ (event.target)));
    part(root, 'second-readings').addEventListener('change', (event) => this.#read(/** @type {HTMLInputElement} */ (event.target)));
  }

  /**
   * Shows the morning of a day.
   *
   * @param {Today} today
   */
  take({ date, morning, anchors, measured, came_from: cameFrom }) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#asked += 1;
    this.#form = new MorningForm(date, morning);
    this.quality.value = morning.quality;
    this.pain.value = morning.pain;
    this.#pains.take(morning.pains, anchors);
    this.#factors.take(morning.factors);
    this.#anchors.take(anchors);
    this.#show();
    this.#sumUp(morning.summary);
    const beside = part(this.#root, 'measured');
    beside.replaceChildren(...measured.map((said) => make('li', {}, said)));
    beside.hidden = measured.length === 0;
    const whence = part(this.#root, 'came-from');
    whence.replaceChildren(...cameFrom.map((said) => make('li', {}, said)));
    whence.hidden = cameFrom.length === 0;
  }

  /**
   * Offers what was noted in the night; not where the number of awakenings has been said since the diary was asked.
   *
   * @param {Today} today
   */
  offer({ date, morning }) {
    this.#noted.take(this.#form.touched.includes('nwak') && this.#form.value('nwak') !== null ? null : morning.noted, date);
  }

  /** The person takes what was noted as the number of awakenings. @param {number} count */
  #takeNoted(count) {
    const field = this.#field('nwak');
    this.#form.say('nwak', count);
    Object.assign(field, { value: count });
    field.removeAttribute('suggested');
    part(this.#root, 'suggestion-note').hidden = !this.#form.hasSuggestion;
    this.#previewSoon();
    this.#changed();
  }

  get quality() {
    return /** @type {WaneScale} */ (this.#root.querySelector('wane-scale[name="quality"]'));
  }

  get pain() {
    return /** @type {WaneScale} */ (this.#root.querySelector('wane-scale[name="pain"]'));
  }

  /** The first question without an answer. */
  get unanswered() {
    return [this.quality, this.pain].find((scale) => scale.value === null) ?? null;
  }

  /** There is something to confirm or to save. */
  get isOpen() {
    return this.unanswered !== null || this.#form.hasSuggestion;
  }

  /** The person confirms all that is shown, once suggestions have followed what was changed last. */
  async confirm() {
    if (this.#timer) this.#previewNow();
    await this.#summing;
    this.#form.confirm();
    this.#show();
  }

  /** What has been said. @returns {SaveMorning} */
  get request() {
    return { ...this.#form.request(), pains: this.#pains.answers, factors: this.#factors.answers };
  }

  /** @param {Field} name */
  #field(name) {
    return /** @type {WaneTime | WaneMinutes} */ (this.#root.querySelector(`[name="${name}"]`));
  }

  #show() {
    for (const name of FIELDS) {
      const field = this.#field(name);
      // Each field knows its own kind of value: times are texts, minutes are numbers.
      Object.assign(field, { value: this.#form.value(name) });
      field.toggleAttribute('suggested', this.#form.isSuggested(name));
    }
    part(this.#root, 'suggestion-note').hidden = !this.#form.hasSuggestion;
    this.#root.querySelector('wane-night-bar')?.toggleAttribute('suggested', this.#form.hasSuggestion);
  }

  /** @param {WaneScale} scale */
  #answered(scale) {
    if (scale.getAttribute('name') === 'quality') this.#form.quality = scale.value;
    else this.#form.pain = scale.value;
    this.#changed();
  }

  /** @param {HTMLElement} target */
  #said(target) {
    const field = /** @type {WaneTime | WaneMinutes} */ (target);
    this.#form.say(/** @type {Field} */ (field.getAttribute('name')), field.value);
    field.removeAttribute('suggested');
    if (field.getAttribute('name') === 'nwak') this.#noted.take(null, this.#form.date);
    part(this.#root, 'suggestion-note').hidden = !this.#form.hasSuggestion;
    this.#previewSoon();
    this.#changed();
  }

  /** @param {HTMLInputElement} tick */
  #read(tick) {
    this.#form.sayReading(tick.name, tick.checked);
    this.#previewSoon();
    this.#changed();
  }

  #previewSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#previewNow(), PAUSE);
  }

  #previewNow() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#summing = this.#preview();
  }

  async #preview() {
    const asked = (this.#asked += 1);
    const request = { date: this.#form.date, night: this.#form.shown(), touched: this.#form.touched };
    try {
      const summary = await this.#ask('preview_night', request);
      if (asked !== this.#asked) return;
      this.#form.takeSuggestions(summary.night);
      this.#show();
      this.#sumUp(summary);
    } catch {
      // A night that cannot be summed up can still be saved; saving says what is wrong.
      this.#sumUp({ text: '', questions: [], bar: null });
    }
  }

  /** @param {Pick<NightSummary, 'text' | 'questions' | 'bar'>} summary */
  #sumUp({ text: said, questions, bar }) {
    part(this.#root, 'summary').textContent = said;
    part(this.#root, 'night-note').hidden = !said && !this.#form.hasSuggestion;
    /** @type {WaneNightBar} */ (this.#root.querySelector('wane-night-bar')).bar = bar;
    const asked = questions.filter(({ code }) => !code.startsWith(AMBIGUOUS));
    const list = part(this.#root, 'questions');
    list.replaceChildren(...asked.map((question) => make('li', {}, icon('question'), make('span', {}, question.text))));
    list.hidden = asked.length === 0;
    this.#offerReadings(questions.map(({ code }) => code));
  }

  /**
   * On the night the clock is put back some readings come twice: the person may say that the second one is meant.
   *
   * @param {string[]} codes of the questions
   */
  #offerReadings(codes) {
    const fields = TIMES.filter((name) => codes.includes(`${AMBIGUOUS}${name}`) && this.#form.value(name));
    const room = part(this.#root, 'second-readings');
    room.hidden = fields.length === 0;
    const readings = fields.map((name) => `${name} ${this.#form.value(name)}`).join();
    // The ticks stay in place while they mean the same times, so that none loses the focus.
    if (readings === this.#readings) return;
    this.#readings = readings;
    room.replaceChildren(
      ...fields.map((name) => {
        const tick = make('input', { type: 'checkbox', name });
        tick.checked = this.#form.isSecondReading(name);
        const said = text('second-reading', { name: text(NAMES[name]), time: this.#form.value(name) ?? '' });
        return make('label', { class: 'tick' }, tick, make('span', {}, said));
      }),
    );
  }
}
