import { memory } from "./memory.js";

/** The server tells whole seconds, so a small difference is none. */
const TRUSTED_MS = 5000;
/** From here on the page says so. */
const WRONG_MS = 3 * 60_000;
/** A phone sleeps so long between two uses; a clock that has gone on by more was perhaps set. */
const SLEEP_MS = 4 * 3_600_000;
const AHEAD = "clock-ahead";
const HEARD = "clock-heard";

/** The time by the server's clock, as far as it is known: a phone's own may be days wrong, or be set meanwhile. */
class Clock {
  /** How far this phone's clock is behind the server's, known from the last time should the server be away from the start. */
  #ahead = Number(memory.get(AHEAD)) || 0;
  /** A moment that surely was, and how long the page was open then: what counts on from there nobody sets. */
  #sure = { at: Number(memory.get(HEARD)) || this.#shown, open: performance.now() };
  #end = Infinity;

  /** When this device's time is over, by the server's clock. */
  set end(moment) {
    this.#end = moment;
  }

  now() {
    return new Date(this.isUnsure ? this.#least : Math.max(this.#least, this.#shown));
  }

  /**
   * Whether the phone's clock may have been set ahead: it has gone on by hours since the server was heard, and over this
   * device's end. A long sleep looks alike; within the device's time it is believed to be one.
   */
  get isUnsure() {
    return this.#shown - this.#least > SLEEP_MS && this.#least <= this.#end && this.#end < this.#shown;
  }

  /** By how many milliseconds the phone's own clock is slow, where that is worth saying; 0: it is right. */
  get wrong() {
    const ahead = this.now() - Date.now();
    return Math.abs(ahead) < WRONG_MS ? 0 : ahead;
  }

  /** The date of an answer to what was asked then: it is of the middle of the time that took. */
  heard(date, askedAt) {
    const told = Date.parse(date);
    if (!told) return;
    const ahead = told + 500 - Date.now() + (performance.now() - askedAt) / 2;
    this.#ahead = Math.abs(ahead) > TRUSTED_MS ? Math.round(ahead) : 0;
    this.#sure = { at: this.#shown, open: performance.now() };
    memory.set(AHEAD, this.#ahead);
    this.keep();
  }

  /** A page that is opened again begins no earlier. */
  keep() {
    memory.set(HEARD, Math.floor(this.#least));
  }

  /** What this phone's clock shows, corrected. */
  get #shown() {
    return Date.now() + this.#ahead;
  }

  /** It is no earlier than this: phones do not count while they sleep. What puts a clock back further is a hand. */
  get #least() {
    return this.#sure.at + performance.now() - this.#sure.open;
  }
}

export const clock = new Clock();
