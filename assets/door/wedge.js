// A scanner's keys follow each other within a few milliseconds; a busy computer may hold some of them back.
const LONGEST_PAUSE_MS = 300;
const USUAL_PAUSE_MS = 60;
const SHORTEST = 8;
const BADGE = /HZ[0-9A-Z]{26}/;

/**
 * Hears a hardware scanner among the keystrokes: it types faster than a hand, or a whole badge, and ends with Enter.
 *
 * Such scanners press the keys of an American keyboard. On a computer set to Russian or Arabic the letters come
 * out as others, so the physical keys are kept too, and taken where only they spell a badge.
 */
export class Wedge {
  #typed = "";
  #pressed = "";
  #first = 0;
  #last = -Infinity;

  /** One keydown, its time in milliseconds. Gives the code when this key ends one, otherwise null. */
  key({ key, code }, now) {
    if (now - this.#last > LONGEST_PAUSE_MS) this.#forget();
    if (key === "Enter") return this.#take(now);
    if (key.length !== 1) return null; // Shift and the like
    if (this.#typed === "") this.#first = now;
    this.#last = now;
    this.#typed += key;
    this.#pressed += letterOf(code);
    return null;
  }

  /** How many keys of what may be a scan were pressed so far. */
  get length() {
    return this.#typed.length;
  }

  #take(now) {
    const typed = this.#typed;
    const badge = BADGE.exec(typed.toUpperCase()) ?? BADGE.exec(this.#pressed);
    const isQuick = typed.length >= SHORTEST && now - this.#first <= typed.length * USUAL_PAUSE_MS;
    this.#forget();
    if (badge) return badge[0];
    return isQuick ? typed : null;
  }

  #forget() {
    this.#typed = "";
    this.#pressed = "";
  }
}

function letterOf(code) {
  return /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code ?? "")?.slice(1).find(Boolean) ?? "";
}
