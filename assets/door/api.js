import { memory } from "./memory.js";

const PATIENCE_MS = 8000;
const TRUSTED_CLOCK_MS = 5000;
const CLOCK = "clock-ahead";

/** The server did not answer, or not with an answer: the same request may be sent again. */
export class NoAnswer extends Error {
  constructor(retryAfterMs = 0) {
    super("no answer");
    this.retryAfterMs = retryAfterMs;
  }
}

/** This device may not scan (any more). */
export class NotPaired extends Error {}

/** The server understood and said no, in a sentence. */
export class Refused extends Error {}

/** The door API as this page uses it; the device's cookie goes along by itself. */
export class DoorApi {
  // Known from the last time, should the server be away from the start.
  #ahead = Number(memory.get(CLOCK)) || 0;

  /** `onAnswer(true or false)` hears whether the server answered, each time it was asked. */
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
  }

  /** The time by the server's clock, as far as it is known: a phone's own may be hours wrong. */
  now() {
    return new Date(Date.now() + this.#ahead);
  }

  async sendScans(scans) {
    const answer = await this.#post("/api/door/scans", { scans });
    return answer.results;
  }

  /** What was done beside scanning. */
  async sendActs(acts) {
    const answer = await this.#post("/api/door/acts", { language: document.documentElement.lang, acts });
    return answer.results;
  }

  /** How this device is, for the desk; gives the server's own version of the page. */
  async tellStatus(status) {
    const answer = await this.#post("/api/door/status", status);
    return answer.version;
  }

  async search(words, checkpoint) {
    const query = new URLSearchParams({ q: words, checkpoint });
    const answer = await this.#ask(`/api/door/search?${query}`);
    return answer.people;
  }

  /** Everybody of the same "organisation" or "country" as a person. */
  async delegation({ registration }, by, checkpoint) {
    const query = new URLSearchParams({ registration, by, checkpoint });
    const answer = await this.#ask(`/api/door/delegation?${query}`);
    return answer.people;
  }

  /** Who may come: all, or who changed since the cursor of the answer before. */
  async roster(cursor) {
    const query = new URLSearchParams(cursor ? { since: cursor } : {});
    return this.#ask(`/api/door/roster?${query}`);
  }

  /** Who is inside at this device's checkpoints, and since when. */
  async inside() {
    return this.#ask("/api/door/inside");
  }

  /** How many are inside. */
  async count(checkpoint) {
    const query = new URLSearchParams({ checkpoint });
    const answer = await this.#ask(`/api/door/count?${query}`);
    return answer.inside;
  }

  async #post(address, content) {
    const headers = { "Content-Type": "application/json" };
    return this.#ask(address, { method: "POST", headers, body: JSON.stringify(content) });
  }

  async #ask(address, options = {}) {
    try {
      const response = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS), ...options });
      const answer = await response.json();
      this.#compareClocks(response);
      if (!response.ok) throw errorOf(response, answer);
      this.onAnswer(true);
      return answer;
    } catch (error) {
      const told = error instanceof NotPaired || error instanceof Refused;
      this.onAnswer(told);
      throw told || error instanceof NoAnswer ? error : new NoAnswer();
    }
  }

  // The server tells whole seconds, so a small difference is none.
  #compareClocks(response) {
    const ahead = Date.parse(response.headers.get("Date")) - Date.now();
    this.#ahead = Math.abs(ahead) > TRUSTED_CLOCK_MS ? ahead : 0;
    memory.set(CLOCK, this.#ahead);
  }
}

function errorOf(response, answer) {
  if (response.status === 401 || response.status === 403) return new NotPaired(answer.error);
  if (response.status === 429) return new NoAnswer(Number(response.headers.get("Retry-After")) * 1000 || 1000);
  if (response.status >= 500) return new NoAnswer();
  return new Refused(answer.error);
}
