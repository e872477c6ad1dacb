// @ts-check
/**
 * A morning form while it is being filled in.
 * It keeps apart what the person has said and what is only suggested: a suggestion is shown,
 * and saved only when the person confirms the whole.
 */

/** @typedef {import('../ipc/bindings.js').NightFields} NightFields */
/** @typedef {import('../ipc/bindings.js').Morning} Morning */
/** @typedef {Omit<import('../ipc/bindings.js').SaveMorning, 'pains' | 'factors'>} SaveMorning */
/** @typedef {Exclude<keyof NightFields, 'second_reading'>} Field */

/** @type {readonly ['bed', 'lights_out', 'sol_min', 'nwak', 'waso_min', 'final_wake', 'tasafa_min', 'out_of_bed']} */
export const FIELDS = ['bed', 'lights_out', 'sol_min', 'nwak', 'waso_min', 'final_wake', 'tasafa_min', 'out_of_bed'];

/** The fields that hold a clock time. */
export const TIMES = /** @type {const} */ (['bed', 'lights_out', 'final_wake', 'out_of_bed']);

/** @returns {NightFields} a night of which nothing was said */
export function nothingSaid() {
  return {
    bed: null,
    lights_out: null,
    sol_min: null,
    nwak: null,
    waso_min: null,
    final_wake: null,
    tasafa_min: null,
    out_of_bed: null,
    second_reading: [],
  };
}

export class MorningForm {
  /** @type {NightFields | null} */ #suggested;
  /** @type {NightFields} */ #said;
  /** What the person has answered or changed, and what was saved before. @type {Set<Field>} */
  #touched = new Set();

  /**
   * @param {string} date the wake date
   * @param {Morning} morning
   */
  constructor(date, morning) {
    this.date = date;
    /** @type {number | null} */
    this.quality = morning.quality;
    /** @type {number | null} */
    this.pain = morning.pain;
    this.#said = { ...nothingSaid(), ...morning.night };
    this.#suggested = morning.suggested;
    for (const field of FIELDS) if (this.#said[field] !== null) this.#touched.add(field);
  }

  /** Some of what is shown is only suggested. */
  get hasSuggestion() {
    return FIELDS.some((field) => this.isSuggested(field));
  }

  /** The names of the fields that the person has said something about. */
  get touched() {
    return FIELDS.filter((field) => this.#touched.has(field));
  }

  /** @param {Field} field */
  isSuggested(field) {
    return !this.#touched.has(field) && this.#suggested !== null && this.#suggested[field] !== null;
  }

  /**
   * What a field shows.
   *
   * @template {Field} Name
   * @param {Name} field
   * @returns {NightFields[Name] | null}
   */
  value(field) {
    return this.#touched.has(field) ? this.#said[field] : this.#suggested?.[field] ?? null;
  }

  /** The whole night as it is shown. @returns {NightFields} */
  shown() {
    const night = { ...nothingSaid(), second_reading: [...this.#said.second_reading] };
    for (const field of FIELDS) Object.assign(night, { [field]: this.value(field) });
    return night;
  }

  /**
   * The person says, or takes back, the value of a field.
   *
   * @param {Field} field
   * @param {string | number | null} value
   */
  say(field, value) {
    Object.assign(this.#said, { [field]: value });
    this.#touched.add(field);
  }

  /**
   * The clock showed this time twice; which one is meant?
   *
   * @param {string} field
   * @param {boolean} second
   */
  sayReading(field, second) {
    const others = this.#said.second_reading.filter((name) => name !== field);
    this.#said.second_reading = second ? [...others, field] : others;
  }

  /** @param {string} field */
  isSecondReading(field) {
    return this.#said.second_reading.includes(field);
  }

  /**
   * Takes the suggestions that the diary has moved to fit what was said.
   *
   * @param {NightFields} night
   */
  takeSuggestions(night) {
    if (!this.#suggested) return;
    const moved = { ...this.#suggested };
    for (const field of FIELDS) if (this.isSuggested(field)) Object.assign(moved, { [field]: night[field] });
    this.#suggested = moved;
  }

  /** The person confirms what is shown: nothing is a suggestion any more. */
  confirm() {
    this.#said = this.shown();
    for (const field of FIELDS) if (this.#said[field] !== null) this.#touched.add(field);
    this.#suggested = null;
  }

  /** What has been said so far, to be saved; suggestions are not part of it. @returns {SaveMorning} */
  request() {
    const night = { ...this.#said, second_reading: [...this.#said.second_reading] };
    return { date: this.date, night, quality: this.quality, pain: this.pain, keep_absent: false };
  }
}
