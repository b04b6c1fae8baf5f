const LOOK_EVERY_MS = 500;
const ACTIVITY = ["pointerdown", "keydown", "input", "change"];

/** Takes a newer version of the page once nobody has scanned or touched anything for a while. */
export class Update {
  #timer = null;
  #quietSince = performance.now();

  /** `isBusy()` says whether somebody is scanning; `take()` gets the new version, and is asked again if it fails. */
  constructor({ version, idleMs, isBusy, take }) {
    this.version = version;
    this.idleMs = idleMs;
    this.isBusy = isBusy;
    this.take = take;
    for (const event of ACTIVITY) addEventListener(event, () => this.#noteActivity(), { capture: true });
  }

  /** The server's own version of the page. */
  heard(version) {
    clearInterval(this.#timer);
    if (version === this.version) return;
    document.documentElement.dataset.update = "waits";
    this.#timer = setInterval(() => this.#takeIfQuiet(), LOOK_EVERY_MS);
  }

  #noteActivity() {
    this.#quietSince = performance.now();
  }

  async #takeIfQuiet() {
    if (this.isBusy()) this.#noteActivity();
    if (performance.now() - this.#quietSince < this.idleMs) return;
    this.#noteActivity(); // should it fail, there is a pause before the next attempt
    await this.take().catch(() => {});
  }
}

/** Has the service worker keep the newest page and its files, then opens it. */
export async function openNewest() {
  const worker = navigator.serviceWorker?.controller;
  if (worker) await kept(worker);
  location.reload();
}

function kept(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => (data === "kept" ? resolve() : reject(new Error(data)));
    worker.postMessage({ page: location.pathname }, [port2]);
  });
}
