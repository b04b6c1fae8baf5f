import { memory } from "./memory.js";

/** The server tells whole seconds, and a small difference is none. */
const TRUSTED_MS = 5000;
const SECOND_MS = 1000;
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
  /** Whether the server was ever heard on this device, and by this page. */
  #isTold = memory.get(AHEAD) !== null;
  #isHeard = false;
  /** Which page this is: what another one counted on from its opening says nothing here. */
  #page = Math.random();
  #hearing = [];
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

  /**
   * The date of an answer to what was asked then: it is of the middle of the time that took. A correction that may still
   * be right stays, and one that is nearly so comes no nearer than it must: another one with each answer would put what
   * happens within a second out of its order.
   */
  heard(date, askedAt) {
    const told = Date.parse(date);
    if (!told) return;
    const halfAsked = (performance.now() - askedAt) / 2;
    const ahead = told + SECOND_MS / 2 - Date.now() + halfAsked;
    const doubt = SECOND_MS / 2 + halfAsked;
    const off = Math.abs(ahead - this.#ahead);
    const isOther = off > (this.#ahead === 0 ? Math.max(TRUSTED_MS, doubt) : doubt);
    const nearest = off > 2 * doubt ? ahead : ahead - Math.sign(ahead - this.#ahead) * doubt;
    if (isOther) this.#ahead = Math.abs(ahead) > TRUSTED_MS ? Math.round(nearest) : 0;
    this.#sure = { at: this.#shown, open: performance.now() };
    this.#isTold = this.#isHeard = true;
    memory.set(AHEAD, this.#ahead);
    this.keep();
    for (const work of this.#hearing) work();
  }

  /** `work()` is done whenever the server's time was heard. */
  whenHeard(work) {
    this.#hearing.push(work);
  }

  /** Whether this page has heard the server's time. */
  get isHeard() {
    return this.#isHeard;
  }

  /** How this clock stands now, to be kept with what happens now; by it the true time is found once the server is heard. */
  get reading() {
    const [at, least] = [Number(this.now()), this.#isTold ? this.#least : 0];
    return { at, least, shown: Date.now(), open: performance.now(), page: this.#page };
  }

  /** Whether this page has heard the server's time since that reading. */
  isHeardSince({ page, open }) {
    return this.#isHeard && (page !== this.#page || open <= this.#sure.open);
  }

  /**
   * By how many milliseconds the time of a reading is wrong, as the server was heard since. Either the phone's clock has
   * shown all the while what it shows now, or somebody has set it meanwhile: then the time was right before that.
   */
  errorOf({ at, least, shown, open, page }) {
    const isOwn = page === this.#page;
    const latest = isOwn ? this.#sure.at - (this.#sure.open - open) : this.#sure.at;
    // What was no time, but the earliest that it could be, may have been long before.
    const read = at <= least ? [] : [at];
    const couldBe = [shown + this.#ahead, ...read].filter((one) => least - TRUSTED_MS <= one && one <= latest + TRUSTED_MS);
    // Without a sleep in between the page has counted on.
    const counted = couldBe.find((one) => isOwn && latest - one <= TRUSTED_MS);
    const right = counted ?? couldBe[0] ?? (isOwn ? latest : Math.min(Math.max(at, least), latest));
    return Math.abs(right - at) < SECOND_MS / 2 ? 0 : Math.round(right - at);
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
