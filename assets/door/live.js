const AGAIN_AFTER_MS = 5000;

/** What happens at this device's checkpoints, at whichever door, told by the server as it happens. */
export class Live {
  #timer = null;
  #source = null;

  /** `onNews({ passages, inside })`: who passed, and how many are inside now, by the checkpoint's lasting id. */
  constructor({ onNews, onUnpaired }) {
    this.onNews = onNews;
    this.onUnpaired = onUnpaired;
  }

  end() {
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  start() {
    clearTimeout(this.#timer);
    const source = (this.#source = new EventSource("/api/door/events"));
    source.addEventListener("message", (event) => this.onNews(JSON.parse(event.data)));
    source.addEventListener("unpaired", () => {
      source.close();
      this.onUnpaired();
    });
    // A lost line comes back by itself; one that was refused does not.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) this.#timer = setTimeout(() => this.start(), AGAIN_AFTER_MS);
    });
  }
}
