const BETWEEN_KEYS_MS = 60;
const SHORTEST = 8;
const BADGE = /HZ[0-9A-Z]{26}/;

/**
 * Hears a hardware scanner among the keystrokes: it types faster than a hand and ends with Enter.
 *
 * Such scanners press the keys of an American keyboard. On a computer set to Russian or Arabic the letters come
 * out as others, so the physical keys are kept too, and taken where only they spell a badge.
 */
export class Wedge {
  #typed = "";
  #pressed = "";
  #last = -Infinity;

  /** One keydown, its time in milliseconds. Gives the code when this key ends one, otherwise null. */
  key({ key, code }, now) {
    const isQuick = now - this.#last <= BETWEEN_KEYS_MS;
    if (!isQuick) this.#forget();
    if (key === "Enter") return this.#take();
    if (key.length !== 1) return null; // Shift and the like
    this.#last = now;
    this.#typed += key;
    this.#pressed += letterOf(code);
    return null;
  }

  /** How many keys of what may be a scan were pressed so far. */
  get length() {
    return this.#typed.length;
  }

  #take() {
    const typed = this.#typed;
    const pressed = this.#pressed;
    this.#forget();
    if (typed.length < SHORTEST) return null;
    return !BADGE.test(typed.toUpperCase()) && BADGE.test(pressed) ? pressed : typed;
  }

  #forget() {
    this.#typed = "";
    this.#pressed = "";
  }
}

function letterOf(code) {
  return /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code ?? "")?.slice(1).find(Boolean) ?? "";
}
