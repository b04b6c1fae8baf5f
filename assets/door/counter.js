import { NotPaired } from "./api.js";

const BETWEEN_MS = 10000;

/** How many are inside: the server's count, and by how many more this device knows better. */
export class Counter {
  #count = null;
  #timer = null;

  /** `since` says what a count does not hold yet; `onCount` hears `{ inside, expected, came }`. */
  constructor(api, since, { onCount, onUnpaired }) {
    this.api = api;
    this.since = since;
    this.onCount = onCount;
    this.onUnpaired = onUnpaired;
  }

  /** Counts at another checkpoint from now on. */
  async follow(checkpoint) {
    clearTimeout(this.#timer);
    if (checkpoint !== this.checkpoint) this.#count = null;
    this.checkpoint = checkpoint;
    const asked = this.since.ask();
    try {
      this.#set(checkpoint, await this.api.count(checkpoint), asked);
    } catch (error) {
      if (error instanceof NotPaired) return this.onUnpaired();
    }
    if (checkpoint !== this.checkpoint) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.follow(this.checkpoint), BETWEEN_MS);
  }

  /** A door that is none any more counts nobody. */
  end() {
    clearTimeout(this.#timer);
    this.checkpoint = null;
  }

  /** The server's own count, told by checkpoint and without being asked, or with the answer to what was asked then. */
  told(inside, asked = this.since.ask()) {
    if (this.checkpoint in inside) this.#set(this.checkpoint, { ...this.#count, inside: inside[this.checkpoint] }, asked);
  }

  /** Something happened that the count does not hold. */
  show() {
    if (!this.#count) return;
    const inside = this.#count.inside + this.since.change(this.checkpoint, this.#count.asked);
    this.onCount({ ...this.#count, inside: Math.max(0, inside) });
  }

  /** An older answer that comes later says nothing new. */
  #set(checkpoint, count, asked) {
    if (checkpoint !== this.checkpoint || asked < this.#count?.asked) return;
    this.#count = { ...count, asked };
    this.show();
  }
}
