// @ts-check
/** Soft tones for a breath or a step, made on the fly: nothing is loaded, and nothing sounds unless it is switched on. */

/** How loud, as a share of what the machine can: a tone for a dark room. */
const LOUD = 0.05;

/** Low tones in cycles a second; a breath in rises from the first to the second, a breath out falls back. */
const LOW = 146;
const HIGH = 196;

/** A tone for a step: one soft stroke, in seconds. */
const STROKE = 2.2;

/** A tone that is no longer wanted goes within so many seconds: soon, and without an edge. */
const HUSH = 0.25;

export class Tones {
  /** @type {AudioContext | null} */ #audio = null;
  /** The tone that was begun last. @type {{ tone: OscillatorNode, loudness: GainNode } | null} */ #last = null;

  /**
   * Makes ready to sound; to be called when somebody has just touched something, or no machine lets it sound.
   *
   * @returns {boolean} whether there can be sound
   */
  begin() {
    try {
      this.#audio ??= new AudioContext();
      void this.#audio.resume().catch(() => {});
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Sounds for one part of a breath; holds are silent.
   *
   * @param {string} part
   * @param {number} ms its length
   */
  breath(part, ms) {
    if (part === 'in' || part === 'more') this.#sound(LOW, HIGH, ms / 1000);
    else if (part === 'out') this.#sound(HIGH, LOW, ms / 1000);
  }

  /** One soft stroke for a new step. */
  stroke() {
    this.#sound(HIGH, HIGH, STROKE);
  }

  /** What still sounds fades away. */
  hush() {
    if (!this.#audio || !this.#last) return;
    const { tone, loudness } = this.#last;
    this.#last = null;
    const now = this.#audio.currentTime;
    const level = loudness.gain.value;
    loudness.gain.cancelScheduledValues(now);
    loudness.gain.setValueAtTime(level, now);
    loudness.gain.linearRampToValueAtTime(0, now + HUSH);
    tone.stop(now + HUSH);
  }

  end() {
    const audio = this.#audio;
    if (!audio) return;
    this.hush();
    this.#audio = null;
    setTimeout(() => void audio.close().catch(() => {}), 2 * HUSH * 1000);
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {number} seconds
   */
  #sound(from, to, seconds) {
    const audio = this.#audio;
    if (!audio) return;
    this.hush();
    const now = audio.currentTime;
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: from });
    const loudness = new GainNode(audio, { gain: 0 });
    tone.frequency.setValueAtTime(from, now);
    tone.frequency.linearRampToValueAtTime(to, now + seconds);
    // It comes and goes without an edge.
    loudness.gain.setValueAtTime(0, now);
    loudness.gain.linearRampToValueAtTime(LOUD, now + seconds * 0.35);
    loudness.gain.linearRampToValueAtTime(0, now + seconds * 0.98);
    tone.connect(loudness).connect(audio.destination);
    tone.start(now);
    tone.stop(now + seconds);
    this.#last = { tone, loudness };
  }
}
