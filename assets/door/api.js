import { clock } from "./clock.js";

const PATIENCE_MS = 8000;

/** The server did not answer, or not with an answer: the same request may be sent again. */
export class NoAnswer extends Error {
  /** `isOfServer`: it was reached, and could not; perhaps for what it was sent. */
  constructor(retryAfterMs = 0, isOfServer = false) {
    super("no answer");
    this.retryAfterMs = retryAfterMs;
    this.isOfServer = isOfServer;
  }
}

/** This device may not scan (any more). */
export class NotPaired extends Error {}

/** The server, or something on the way to it, understood and said no, in a sentence. */
export class Refused extends Error {}

/** The door API as this page uses it; the device's cookie goes along by itself. */
export class DoorApi {
  /** `onAnswer(true or false, the error)` hears whether the server answered, each time it was asked. */
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
  }

  /** The time by the server's clock. */
  now() {
    return clock.now();
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
    const answer = await this.#get("search", { q: words, checkpoint });
    return answer.people;
  }

  /** Everybody of the same "organisation" or "country" as a person. */
  async delegation({ registration }, by, checkpoint) {
    const answer = await this.#get("delegation", { registration, by, checkpoint });
    return answer.people;
  }

  /** Who may come: all, or who changed since the cursor of the answer before. */
  async roster(since) {
    return this.#get("roster", since ? { since } : {});
  }

  /** Who is inside at this device's checkpoints, and since when: all, or what changed since a cursor. */
  async inside(since) {
    return this.#get("inside", since ? { since } : {});
  }

  /** A person's scans of today at this device's checkpoints, whoever took them, the newest first. */
  async passages(registration) {
    return this.#get("passages", { registration });
  }

  /** How many are `inside`; where it is known whom to expect, how many are `expected` and `came`. */
  async count(checkpoint) {
    return this.#get("count", { checkpoint });
  }

  /** Asks for nothing but the server's time. */
  async hear(checkpoint) {
    await this.count(checkpoint);
  }

  async #get(what, values) {
    return this.#ask(`/api/door/${what}?${new URLSearchParams(values)}`);
  }

  async #post(address, content) {
    const headers = { "Content-Type": "application/json" };
    return this.#ask(address, { method: "POST", headers, body: JSON.stringify(content) });
  }

  // Nothing of ours leads elsewhere: what does is a network that wants something of its own first.
  async #ask(address, options = {}) {
    const askedAt = performance.now();
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(address, { cache: "no-store", redirect: "error", signal, ...options });
      if (!response.ok) throw await errorOf(response, askedAt);
      const answer = await response.json();
      clock.heard(response.headers.get("Date"), askedAt);
      this.onAnswer(true);
      return answer;
    } catch (error) {
      const told = error instanceof NotPaired || error instanceof Refused;
      this.onAnswer(told, error);
      throw told || error instanceof NoAnswer ? error : new NoAnswer();
    }
  }
}

async function errorOf(response, askedAt) {
  const { status, headers } = response;
  const { error } = (await response.json().catch(() => null)) ?? {};
  if (status === 429) return new NoAnswer(Number(headers.get("Retry-After")) * 1000 || 1000);
  if (status >= 500) return new NoAnswer(0, true);
  // Only the server itself ends a pairing; a proxy that wants to know who asks says how it wants to be told.
  if (status === 401 && typeof error === "string" && !headers.has("WWW-Authenticate")) {
    clock.heard(headers.get("Date"), askedAt);
    return new NotPaired(error);
  }
  return new Refused(error ?? String(status));
}
