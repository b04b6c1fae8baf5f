import { NoAnswer, NotPaired, Refused } from "./api.js";
import { clock } from "./clock.js";
import { PASSES } from "./since.js";

const AT_ONCE = 100;
const SLOW_AT_ONCE = 10;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];
const LONGEST_PAUSE_MS = 300_000;
/** A store that does not answer holds nobody up. */
const KEPT_WITHIN_MS = 1000;
/** What waits longer than that is held back; before, it is on its way. */
const ON_ITS_WAY_MS = 3000;

/**
 * Scans, and what else a door does, on their way to the server. Each is kept on the device first, then sent, with the
 * same id and in the same order, until the server has written it down, as what it is or for the desk to see to. What
 * comes in meanwhile goes along in the next request; what is refused waits behind the others.
 */
export class ScanQueue {
  #waiting = new Map();
  #sending = false;
  #failures = 0;
  #atOnce = AT_ONCE;
  /** What was put behind the others since the last request that was answered. */
  #behind = [];
  #timer = null;

  /** `api` sends scans and acts; `onChange(how many wait)` hears of every change; `since` of what the device believes. */
  constructor(api, onChange, since = null) {
    this.api = api;
    this.onChange = onChange;
    this.since = since;
    this.store = null;
    clock.whenHeard(() => this.#putTimesRight());
  }

  /** Takes up what was not sent the last time this page was open. */
  async keepIn(store) {
    this.store = store;
    const [meanwhile, before] = [this.#waiting, await store.all("queue")];
    this.#waiting = new Map();
    for (const { of, clock: reading, ...scan } of before) {
      if (meanwhile.has(scan.id)) continue;
      this.#waiting.set(scan.id, { scan, of, reading, at: -Infinity, isKept: true, resolve() {}, reject() {} });
      if (of) this.since?.take(scan, of);
    }
    for (const [id, entry] of meanwhile) {
      this.#waiting.set(id, entry);
      await this.#keep(entry);
    }
    this.#putTimesRight();
    this.#tell();
    this.retry();
  }

  /**
   * Sends a scan or an act; the promise is kept once the server has written it down, however long that takes. `of` is
   * what the device knows of it beside that, where it was told as done.
   */
  add(scan, of) {
    return new Promise((resolve, reject) => {
      const reading = timeOf(scan) && clock.reading;
      const entry = { scan, of, reading, at: performance.now(), resolve, reject };
      this.#waiting.set(scan.id, entry);
      if (of) this.since?.take(scan, of);
      this.#tell();
      if (this.store) Promise.race([this.#keep(entry), pause(KEPT_WITHIN_MS)]).then(() => this.retry());
      else this.retry();
    });
  }

  /** The volunteer was told this before the server had answered: the server is to know. */
  told(id, verdict, of) {
    const entry = this.#waiting.get(id);
    if (!entry) return;
    if (verdict) entry.scan = { ...entry.scan, told: verdict };
    entry.of = of;
    if (of) this.since?.take(entry.scan, of);
    this.#keep(entry);
  }

  get length() {
    return this.#waiting.size;
  }

  /** Whether something waits that the server did not take. */
  get isStuck() {
    return [...this.#waiting.values()].some(({ tries }) => tries > 0);
  }

  /** Whether a page that is opened again takes up all that waits. */
  get isKept() {
    return [...this.#waiting.values()].every(({ isKept }) => isKept);
  }

  /**
   * By how many that are held back somebody may have come `in`, and gone `out`, at each checkpoint: not by whom this
   * device turned away, nor by what is rehearsed; by what takes a scan back, both.
   */
  get heldBack() {
    const doors = new Map();
    const until = performance.now() - ON_ITS_WAY_MS;
    for (const { scan, of, at } of this.#waiting.values()) {
      const checkpoint = scan.checkpoint ?? of?.checkpoint;
      const ways = at > until ? [] : waysOf(scan, of);
      if (!checkpoint || ways.length === 0) continue;
      const door = doors.get(checkpoint) ?? { checkpoint, in: 0, out: 0 };
      for (const way of ways) door[way] += 1;
      doors.set(checkpoint, door);
    }
    return [...doors.values()];
  }

  /** Tries now instead of after the pause: something speaks for the server being back. */
  retry() {
    this.#sendIn(0);
  }

  #sendIn(milliseconds) {
    clearTimeout(this.#timer);
    if (milliseconds > 0) this.#timer = setTimeout(() => this.#sendNext(), milliseconds);
    else this.#sendNext();
  }

  async #sendNext() {
    if (this.#sending || this.#waiting.size === 0) return;
    const batch = this.#next();
    if (batch.length === 0) return this.#sendIn(this.#untilNext());
    this.#sending = true;
    let pauseMs = 0;
    try {
      await this.#hearTime(batch);
      const sent = batch.map(({ scan }) => scan);
      this.#settle(batch, sent, await (isAct(sent[0]) ? this.api.sendActs(sent) : this.api.sendScans(sent)));
    } catch (error) {
      pauseMs = this.#fail(batch, error);
    }
    this.#sending = false;
    this.#tell();
    this.#timer = setTimeout(() => this.#sendNext(), pauseMs);
  }

  /** The server enters by their times what was told as done: they are put right before it goes. */
  async #hearTime(batch) {
    const isAlone = ({ scan, of }) => scan.told || of || this.#failures > 0 || !clock.isHeard;
    const untold = batch.find((entry) => entry.reading && isAlone(entry) && !clock.isHeardSince(entry.reading));
    if (!untold) return;
    await this.api.hear(untold.scan.checkpoint).catch((error) => {
      if (error instanceof NoAnswer) throw error;
    });
  }

  /** The server's time was heard: the times of all that waits are right from now on, whatever the phone's clock does. */
  #putTimesRight() {
    for (const entry of this.#waiting.values()) {
      const { reading } = entry;
      if (!reading || !clock.isHeardSince(reading)) continue;
      entry.reading = undefined;
      const error = clock.errorOf(reading);
      if (error !== 0) this.#putRight(entry, new Date(Date.parse(timeOf(entry.scan)) + error).toISOString());
    }
  }

  #putRight(entry, at) {
    const { scan } = entry;
    entry.scan = { ...scan, [isAct(scan) ? "done_at" : "scanned_at"]: at };
    this.#keep(entry);
    if (scan.do === "undo") return;
    this.since?.putRight(scan.id, at);
    for (const other of this.#waiting.values()) {
      const of = withTime(other, scan.id, at);
      if (of === other.of) continue;
      other.of = of;
      this.#keep(other);
    }
  }

  /** The oldest that go by one request, in their order; those that were refused have their time behind the others. */
  #next() {
    const now = performance.now();
    const all = [...this.#waiting.values()];
    const batch = this.#firstOf(all.filter(({ tries }) => !tries));
    return batch.length > 0 ? batch : this.#firstOf(all.filter(({ notBefore = 0 }) => notBefore <= now));
  }

  #firstOf(entries) {
    const batch = [];
    for (const entry of entries) {
      if (this.#hasToWait(entry, batch)) continue;
      if (batch.length === this.#atOnce || (batch.length > 0 && isAct(entry.scan) !== isAct(batch[0].scan))) break;
      batch.push(entry);
    }
    return batch;
  }

  /** It is about a scan or a walk-in that the server does not have yet. */
  #hasToWait({ scan }, batch) {
    const before = this.#waiting.get(scan.scan ?? scan.registration);
    return before !== undefined && !batch.includes(before);
  }

  #untilNext() {
    const times = [...this.#waiting.values()].map(({ notBefore }) => notBefore ?? Infinity);
    return Math.max(1, Math.min(...times, performance.now() + LONGEST_PAUSE_MS) - performance.now());
  }

  #settle(batch, sent, results) {
    if (!Array.isArray(results)) throw new NoAnswer();
    const byId = new Map(results.map((result) => [result?.id, result]));
    if (!sent.some(({ id }) => byId.has(id))) throw new NoAnswer(0, true);
    if (results.some(isWritten)) this.#answered();
    batch.forEach((entry, at) => {
      const result = byId.get(entry.scan.id);
      if (!isWritten(result)) return this.#putBehind(entry);
      entry.resolve(result);
      // What the volunteer was told meanwhile goes along once more.
      if (entry.scan === sent[at]) this.#forget(entry, result);
    });
  }

  /** The server takes things: more at once again, and once more what may have suffered only from its being away. */
  #answered() {
    this.#failures = 0;
    this.#atOnce = Math.min(AT_ONCE, this.#atOnce * 2);
    for (const entry of this.#behind) if (entry.tries === 1) entry.notBefore = 0;
    this.#behind = [];
  }

  /** Gives the pause before the next request. Nothing is forgotten, whatever was answered. */
  #fail(batch, error) {
    const isUnpaired = error instanceof NotPaired;
    if (isUnpaired) for (const { reject } of this.#waiting.values()) reject(error);
    for (const entry of this.#waiting.values()) if (entry.isKept === false) this.#keep(entry);
    // One of them may be what the server, or something before it, does not take: it is found by halves.
    const isRefused = error instanceof Refused || error.isOfServer;
    // And on a slow line less is more.
    this.#atOnce = Math.max(isRefused ? 1 : SLOW_AT_ONCE, Math.ceil(batch.length / 2));
    if (isRefused && batch.length === 1) this.#putBehind(batch[0]);
    if (error instanceof Refused && batch.length > 1) return 0;
    const pauseMs = isUnpaired ? doubled(this.#failures) : PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    return Math.max(pauseMs, error.retryAfterMs ?? 0);
  }

  #putBehind(entry) {
    entry.tries = (entry.tries ?? 0) + 1;
    entry.notBefore = performance.now() + doubled(entry.tries);
    this.#behind.push(entry);
  }

  // A device that keeps nothing (no room, no https) still sends.
  async #keep(entry) {
    const { scan, of, reading } = entry;
    try {
      await this.store?.put("queue", scan.id, { ...scan, of, clock: reading });
      entry.isKept = true;
      if (this.#waiting.get(scan.id) !== entry) await this.store?.delete("queue", scan.id);
    } catch {
      entry.isKept = false;
    }
  }

  #forget({ scan, of }, result) {
    this.#waiting.delete(scan.id);
    this.store?.delete("queue", scan.id).catch(() => {});
    this.since?.written(scan, of, result);
  }

  #tell() {
    this.onChange(this.#waiting.size);
  }
}

function isAct(scan) {
  return "do" in scan;
}

function timeOf(scan) {
  return scan.scanned_at ?? scan.done_at;
}

/** What is known of it beside what is sent, where that speaks of the scan with this id. */
function withTime({ scan, of }, id, at) {
  if (!of) return of;
  if (scan.scan === id) of = { ...of, at };
  return of.before?.id === id ? { ...of, before: { ...of.before, at } } : of;
}

/** Which ways somebody may have passed by it. */
function waysOf(scan, of) {
  if (isAct(scan)) return scan.do === "undo" ? ["in", "out"] : [];
  const isRehearsed = scan.told && !of;
  return isRehearsed || (scan.told && !PASSES.includes(scan.told)) ? [] : [scan.direction];
}

/** Whether the server has it, as what it is or for the desk; an error alone says that it has not. */
function isWritten(result) {
  return typeof result?.verdict === "string" || result?.done === true || result?.kept === true;
}

function doubled(times) {
  return Math.min(LONGEST_PAUSE_MS, PAUSES_MS[0] * 2 ** times);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
