import { NotPaired } from "./api.js";
import { texts } from "./texts.js";

const LOOK_EVERY_MS = 1000;
const AT_MOST_EVERY_MS = 30_000;
const AT_LEAST_EVERY_MS = 120_000;

const CAMERAS = { scanning: "works", stalled: "stalled", refused: "refused", none: "none" };

/** Tells the server how this device is, and hears from it which version of the page is the newest. */
export class Status {
  #sent = "";
  #urgent = "";
  #sentAt = -Infinity;
  #battery = null;
  #timer = null;

  /** `look()` gives `{ queue, heldBack, direction, aloneSince }`; `onVersion` hears the server's own version of the page, `onBattery` how the
   * battery is, where it is known. */
  constructor(api, { look, onVersion, onBattery, onUnpaired }) {
    this.api = api;
    this.look = look;
    this.onVersion = onVersion;
    this.onBattery = onBattery;
    this.onUnpaired = onUnpaired;
  }

  async start() {
    // Chromium alone tells, and only over https.
    this.#battery = (await navigator.getBattery?.().catch(() => null)) ?? null;
    for (const change of ["levelchange", "chargingchange"]) {
      this.#battery?.addEventListener(change, () => this.onBattery(this.#battery));
    }
    if (this.#battery) this.onBattery(this.#battery);
    this.#timer = setInterval(() => this.#sendIfDue(), LOOK_EVERY_MS);
  }

  /** The server is back: it hears at once how this device is, and says what the newest page is. */
  again() {
    this.#sentAt = -Infinity;
  }

  /** A door that is none any more tells nothing of itself. */
  end() {
    clearInterval(this.#timer);
  }

  #sendIfDue() {
    const status = this.#now();
    const news = JSON.stringify(status);
    const urgent = urgentOf(status);
    const since = performance.now() - this.#sentAt;
    if (urgent === this.#urgent && since < (news === this.#sent ? AT_LEAST_EVERY_MS : AT_MOST_EVERY_MS)) return;
    this.#sent = news;
    this.#urgent = urgent;
    this.#sentAt = performance.now();
    this.#send(status);
  }

  #now() {
    const { queue, heldBack, direction, aloneSince } = this.look();
    const camera = document.getElementById("camera").dataset.state;
    return {
      queue,
      held_back: heldBack,
      direction,
      battery: this.#battery?.level ?? null,
      charging: this.#battery?.charging ?? null,
      version: texts.version,
      camera: CAMERAS[camera] ?? "not_ready",
      since_alone: aloneSince?.toISOString() ?? null,
    };
  }

  async #send(status) {
    try {
      this.onVersion(await this.api.tellStatus(status));
    } catch (error) {
      if (error instanceof NotPaired) this.onUnpaired();
      this.#sent = ""; // told again as soon as that may be
    }
  }
}

/** What is told at once, since the figure of the hall rests on it. */
function urgentOf({ held_back: heldBack, direction }) {
  return `${direction} ${heldBack.length > 0}`;
}
