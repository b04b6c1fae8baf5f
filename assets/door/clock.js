import { memory } from "./memory.js";

/** The server tells whole seconds, so a small difference is none. */
const TRUSTED_MS = 5000;
/** From here on the page says so. */
const WRONG_MS = 3 * 60_000;
const AHEAD = "clock-ahead";
const HEARD = "clock-heard";

/** The time by the server's clock, as far as it is known: a phone's own may be days wrong, or be set meanwhile. */
class Clock {
  /** How far a clock that nobody sets is ahead of the time since the page was opened. */
  #set = Date.now() - performance.now();
  /** Known from the last time, should the server be away from the start. */
  #ahead = Number(memory.get(AHEAD)) || 0;

  constructor() {
    // It was later than this already: the clock was set back while the page was closed.
    const back = (Number(memory.get(HEARD)) || 0) - this.now();
    if (back > 0) this.#ahead += back;
  }

  now() {
    // Sleep only ever puts this forward: what put it back was a hand.
    const back = this.#set - (Date.now() - performance.now());
    return new Date(Date.now() + this.#ahead + Math.max(0, back));
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
    this.#set = Date.now() - performance.now();
    memory.set(AHEAD, this.#ahead);
    memory.set(HEARD, told);
  }
}

export const clock = new Clock();
