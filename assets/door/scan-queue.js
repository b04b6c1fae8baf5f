import { NoAnswer, NotPaired } from "./api.js";

const AT_ONCE = 100;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/**
 * Scans on their way to the server. Each is sent, with the same id, until the server has answered it; what comes
 * in meanwhile goes along in the next request. Kept in memory.
 */
export class ScanQueue {
  #waiting = new Map();
  #sending = false;
  #failures = 0;
  #timer = null;

  /** `send` takes a list of scans and gives their results; `onChange(how many wait)` hears of every change. */
  constructor(send, onChange) {
    this.send = send;
    this.onChange = onChange;
  }

  /** Sends a scan; the promise is kept once the server has answered, however long that takes. */
  add(scan) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(scan.id, { scan, resolve, reject });
      this.#tell();
      this.retry();
    });
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
    const batch = [...this.#waiting.values()].slice(0, AT_ONCE);
    let pause = 0;
    try {
      this.#settle(batch, await this.send(batch.map((entry) => entry.scan)));
      this.#failures = 0;
    } catch (error) {
      pause = this.#fail(batch, error);
    }
    this.#sending = false;
    this.#tell();
    this.#timer = setTimeout(() => this.#sendNext(), pause);
  }

  #settle(batch, results) {
    const byId = new Map(results.map((result) => [result.id, result]));
    for (const { scan, resolve } of batch) {
      if (!byId.has(scan.id)) continue;
      this.#waiting.delete(scan.id);
      resolve(byId.get(scan.id));
    }
    if (this.#waiting.size > 0 && byId.size === 0) throw new NoAnswer();
  }

  /** Keeps what may be sent again and gives the pause before that; what never will be answered is rejected. */
  #fail(batch, error) {
    if (!(error instanceof NoAnswer)) {
      const lost = error instanceof NotPaired ? [...this.#waiting.values()] : batch;
      for (const { scan, reject } of lost) {
        this.#waiting.delete(scan.id);
        reject(error);
      }
      return 0;
    }
    const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    return Math.max(pause, error.retryAfterMs);
  }

  #tell() {
    this.onChange(this.#waiting.size);
  }
}
