// @ts-check
/**
 * Soft tones for a breath or a step, made on the fly: nothing is loaded, and nothing sounds unless it is switched on.
 *
 * Every sample is worked out here, the going of a tone that is cut short too, so that it can be tested sample by sample.
 */

/** How loud, as a share of what the machine can: a tone for a dark room. */
const LOUD = 0.05;

/** Low tones in cycles a second; a breath in rises from the first to the second, a breath out falls back. */
const LOW = 146;
const HIGH = 196;

/** A tone for a step: one soft stroke, in seconds. */
const STROKE = 2.2;

/** Where in its length a tone is loudest, and where it has gone. */
const PEAK = 0.35;
const GONE = 0.98;

/** A tone that is no longer wanted goes within so many seconds: soon, and without an edge. */
const HUSH = 0.25;

/**
 * What is asked for begins so many seconds later. Sound is worked out ahead of the moment at which it is heard, on a busy
 * machine well ahead; what should have begun in what is worked out already would be entered in its middle, with an edge.
 */
const AHEAD = 0.1;

/**
 * Nobody hears so little, and less than the smallest step of most machines. It is there because a machine that had nothing to
 * play leaves out the first fiftieth of a second of what comes next.
 */
const NEXT_TO_NOTHING = 1e-7;

/**
 * @typedef {object} Tone
 * @property {number} first cycles a second at its beginning
 * @property {number} last and at its end; between them it moves evenly
 * @property {number} seconds its length
 */

/**
 * The samples of a tone: a sine that comes and goes without an edge, from one moment of it to another.
 *
 * @param {Tone} tone
 * @param {number} rate samples a second
 * @param {number} [from] the first sample
 * @param {number} [to] the sample after the last
 * @returns {Float32Array<ArrayBuffer>} from -1 to 1
 */
export function samples({ first, last, seconds }, rate, from = 0, to = Math.round(seconds * rate)) {
  const made = new Float32Array(to - from);
  for (let at = 0; at < made.length; at += 1) {
    const time = (from + at) / rate;
    const share = time / seconds;
    const loudness = share < PEAK ? share / PEAK : Math.max((GONE - share) / (GONE - PEAK), 0);
    const turns = first * time + ((last - first) * time * share) / 2;
    made[at] = LOUD * loudness * Math.sin(2 * Math.PI * turns);
  }
  return made;
}

/**
 * How a tone goes that is cut short at one of its samples.
 *
 * @param {Tone} tone
 * @param {number} rate samples a second
 * @param {number} from the sample
 * @returns {Float32Array<ArrayBuffer>}
 */
export function going(tone, rate, from) {
  const length = Math.round(HUSH * rate);
  return samples(tone, rate, from, from + length).map((value, at) => value * (1 - at / length));
}

export class Tones {
  /** @type {AudioContext | null} */ #audio = null;
  /** The tone that was begun last, and the sample of the machine's time at which it begins. @type {{ tone: Tone, sound: AudioBufferSourceNode, began: number } | null} */ #last = null;

  /** The tone that waits for the machine to be awake. @type {Tone | null} */ #first = null;
  #isAwake = false;

  /**
   * Makes ready to sound; to be called when somebody has just touched something, or no machine lets it sound.
   *
   * @returns {boolean} whether there can be sound
   */
  begin() {
    try {
      this.#audio ??= this.#wake();
      return true;
    } catch {
      return false;
    }
  }

  #wake() {
    const audio = new AudioContext();
    const floor = new ConstantSourceNode(audio, { offset: NEXT_TO_NOTHING });
    floor.connect(audio.destination);
    floor.start();
    const ready = () => {
      if (this.#audio !== audio) return;
      this.#isAwake = true;
      if (this.#first) this.#play(audio, this.#first);
    };
    // A tone that is asked for before would come earlier after its turn than any other.
    void audio.resume().then(ready, () => {});
    return audio;
  }

  /**
   * Sounds for one part of a breath; holds are silent.
   *
   * @param {string} part
   * @param {number} ms its length
   */
  breath(part, ms) {
    if (part === 'in' || part === 'more') this.#sound({ first: LOW, last: HIGH, seconds: ms / 1000 });
    else if (part === 'out') this.#sound({ first: HIGH, last: LOW, seconds: ms / 1000 });
  }

  /** One soft stroke for a new step. */
  stroke() {
    this.#sound({ first: HIGH, last: HIGH, seconds: STROKE });
  }

  /** What still sounds fades away. */
  hush() {
    this.#first = null;
    if (!this.#audio || !this.#last) return;
    const audio = this.#audio;
    const { tone, sound, began } = this.#last;
    this.#last = null;
    const from = soon(audio);
    // What has not begun yet by then does not begin.
    sound.stop(from / audio.sampleRate);
    if (from > began) played(audio, going(tone, audio.sampleRate, from - began), from);
  }

  end() {
    const audio = this.#audio;
    if (!audio) return;
    this.hush();
    this.#audio = null;
    this.#isAwake = false;
    setTimeout(() => void audio.close().catch(() => {}), (AHEAD + 2 * HUSH) * 1000);
  }

  /** @param {Tone} tone */
  #sound(tone) {
    const audio = this.#audio;
    if (!audio) return;
    this.hush();
    if (this.#isAwake) this.#play(audio, tone);
    else this.#first = tone;
  }

  /**
   * @param {AudioContext} audio
   * @param {Tone} tone
   */
  #play(audio, tone) {
    this.#first = null;
    const began = soon(audio);
    this.#last = { tone, sound: played(audio, samples(tone, audio.sampleRate), began), began };
  }
}

/** The sample of a machine's time that comes as soon as anything may. @param {AudioContext} audio */
const soon = (audio) => Math.ceil((audio.currentTime + AHEAD) * audio.sampleRate);

/**
 * Plays samples from one sample of a machine's time on.
 *
 * @param {AudioContext} audio
 * @param {Float32Array<ArrayBuffer>} made
 * @param {number} from
 */
function played(audio, made, from) {
  const buffer = new AudioBuffer({ length: made.length, sampleRate: audio.sampleRate });
  buffer.copyToChannel(made, 0);
  const sound = new AudioBufferSourceNode(audio, { buffer });
  sound.connect(audio.destination);
  sound.start(from / audio.sampleRate);
  return sound;
}
