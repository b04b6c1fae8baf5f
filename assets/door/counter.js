import { NotPaired } from "./api.js";

const BETWEEN_MS = 10000;

/** How many are inside, by the server's count; between two answers this door's own scans are added. */
export class Counter {
  #inside = null;
  #timer = null;

  constructor(api, { onCount, onUnpaired }) {
    this.api = api;
    this.onCount = onCount;
    this.onUnpaired = onUnpaired;
  }

  /** Counts at another checkpoint from now on. */
  async follow(checkpoint) {
    clearTimeout(this.#timer);
    this.checkpoint = checkpoint;
    try {
      const inside = await this.api.count(checkpoint);
      if (checkpoint === this.checkpoint) this.#set(inside);
    } catch (error) {
      if (error instanceof NotPaired) this.onUnpaired();
    }
    if (checkpoint !== this.checkpoint) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.follow(this.checkpoint), BETWEEN_MS);
  }

  /** The server's own count, told without being asked. */
  told(inside) {
    if (this.checkpoint in inside) this.#set(inside[this.checkpoint]);
  }

  /** Adds what this door has just seen. */
  note({ verdict }, { checkpoint }) {
    if (checkpoint !== this.checkpoint || this.#inside === null) return;
    const step = { admitted: 1, left: -1 }[verdict] ?? 0;
    this.#set(Math.max(0, this.#inside + step));
  }

  #set(inside) {
    this.#inside = inside;
    this.onCount(inside);
  }
}
