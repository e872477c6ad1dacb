// @ts-check
/**
 * Saves soon, one at a time, and never an older state after a newer one.
 * Answers given in quick succession become one saved change, and so one undo.
 */

export class Saver {
  #save;
  #delay;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<unknown>} */
  #running = Promise.resolve();
  #waiting = false;
  /** Saves that were asked for and have not begun. */
  #behind = 0;

  /**
   * @param {() => Promise<boolean>} save reads the state at the time it runs, shows its own errors, and tells whether it saved
   * @param {number} [delay] milliseconds of quiet before it saves by itself
   */
  constructor(save, delay = 500) {
    this.#save = save;
    this.#delay = delay;
  }

  /** Something changed that should be saved soon. */
  later() {
    clearTimeout(this.#timer);
    this.#waiting = true;
    this.#timer = setTimeout(() => this.flush(), this.#delay);
  }

  /** Saves now, after what is already under way. */
  now() {
    clearTimeout(this.#timer);
    this.#waiting = false;
    this.#behind += 1;
    this.#running = this.#running.then(async () => {
      this.#behind -= 1;
      // What could not be saved is still waiting, and is tried again at the next occasion.
      if (!(await this.#save())) this.#waiting = true;
    });
    return this.#running;
  }

  /** Saves now if something is waiting to be saved; ends when everything is. */
  flush() {
    return this.#waiting ? this.now() : this.#running;
  }

  /** Forgets what was waiting; what is under way goes on. */
  forget() {
    clearTimeout(this.#timer);
    this.#waiting = false;
  }

  /** Something was said that no save, finished or under way, has read yet. */
  get isWaiting() {
    return this.#waiting || this.#behind > 0;
  }
}
