import { NoAnswer, NotPaired } from "./api.js";

const AT_ONCE = 100;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/**
 * Scans, and what else a door does, on their way to the server. Each is kept on the device first, then sent, with the
 * same id and in the same order, until the server has answered it; what comes in meanwhile goes along in the next request.
 */
export class ScanQueue {
  #waiting = new Map();
  #sending = false;
  #failures = 0;
  #timer = null;

  /** `api` sends scans and acts; `onChange(how many wait)` hears of every change. */
  constructor(api, onChange) {
    this.api = api;
    this.onChange = onChange;
    this.store = null;
  }

  /** Takes up what was not sent the last time this page was open. */
  async keepIn(store) {
    this.store = store;
    for (const scan of await store.all("queue")) {
      if (!this.#waiting.has(scan.id)) this.#waiting.set(scan.id, { scan, resolve() {}, reject() {} });
    }
    for (const { scan } of this.#waiting.values()) await this.#keep(scan);
    this.#tell();
    this.retry();
  }

  /** Sends a scan or an act; the promise is kept once the server has answered, however long that takes. */
  add(scan) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(scan.id, { scan, resolve, reject });
      this.#tell();
      if (this.store) this.#keep(scan).finally(() => this.retry());
      else this.retry();
    });
  }

  /** The volunteer was told this verdict before the server had answered: the server is to know. */
  told(id, verdict) {
    const entry = this.#waiting.get(id);
    if (!entry) return;
    entry.scan = { ...entry.scan, told: verdict };
    this.#keep(entry.scan);
  }

  get length() {
    return this.#waiting.size;
  }

  /** Tries now instead of after the pause: something speaks for the server being back. */
  retry() {
    clearTimeout(this.#timer);
    this.#sendNext();
  }

  async #sendNext() {
    if (this.#sending || this.#waiting.size === 0) return;
    this.#sending = true;
    const batch = this.#first();
    const sent = batch.map((entry) => entry.scan);
    let pause = 0;
    try {
      this.#settle(sent, await (isAct(sent[0]) ? this.api.sendActs(sent) : this.api.sendScans(sent)));
      this.#failures = 0;
    } catch (error) {
      pause = this.#fail(batch, error);
    }
    this.#sending = false;
    this.#tell();
    this.#timer = setTimeout(() => this.#sendNext(), pause);
  }

  /** The oldest that go by one request: an act may be about the scan before it. */
  #first() {
    const all = [...this.#waiting.values()].slice(0, AT_ONCE);
    const end = all.findIndex(({ scan }) => isAct(scan) !== isAct(all[0].scan));
    return end < 0 ? all : all.slice(0, end);
  }

  #settle(sent, results) {
    const byId = new Map(results.map((result) => [result.id, result]));
    for (const scan of sent) {
      const entry = this.#waiting.get(scan.id);
      if (!entry || !byId.has(scan.id)) continue;
      entry.resolve(byId.get(scan.id));
      // What the volunteer was told meanwhile goes along once more.
      if (entry.scan === scan) this.#forget(scan.id);
    }
    if (this.#waiting.size > 0 && byId.size === 0) throw new NoAnswer();
  }

  /** Keeps what may be sent again and gives the pause before that; what never will be answered is rejected. */
  #fail(batch, error) {
    if (!(error instanceof NoAnswer)) {
      const lost = error instanceof NotPaired ? [...this.#waiting.values()] : batch;
      for (const { scan, reject } of lost) {
        this.#forget(scan.id);
        reject(error);
      }
      return 0;
    }
    const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    return Math.max(pause, error.retryAfterMs);
  }

  // A device that keeps nothing (no room, no https) still sends.
  async #keep(scan) {
    await this.store?.put("queue", scan.id, scan).catch(() => {});
  }

  #forget(id) {
    this.#waiting.delete(id);
    this.store?.delete("queue", id).catch(() => {});
  }

  #tell() {
    this.onChange(this.#waiting.size);
  }
}

function isAct(scan) {
  return "do" in scan;
}
