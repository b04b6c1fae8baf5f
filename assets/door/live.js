const AGAIN_AFTER_MS = 5000;

/** What happens at this device's checkpoints, at whichever door, told by the server as it happens. */
export class Live {
  #timer = null;

  /** `onNews({ passages, inside })`: who passed, and how many are inside now, by checkpoint. */
  constructor({ onNews, onUnpaired }) {
    this.onNews = onNews;
    this.onUnpaired = onUnpaired;
  }

  start() {
    clearTimeout(this.#timer);
    const source = new EventSource("/api/door/events");
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
