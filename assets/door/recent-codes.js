const GONE_MS = 1000;
const FORGET_MS = 10000;

/**
 * Tells a badge that is shown from one that is still being held there.
 *
 * A code counts again once it has left the picture for a second. Being away is counted in frames that were
 * really looked at: a camera that stood still for five seconds has not seen anybody leave. Several codes are
 * kept, since two badges in one picture take turns in being read.
 */
export class RecentCodes {
  #seen = new Map();

  /** Call for every frame looked at; true when `code` is a new showing of a badge. */
  frame(code, now) {
    const known = code === null ? undefined : this.#seen.get(code);
    const isNew = code !== null && (!known || (known.missingSince !== null && now - known.missingSince >= GONE_MS));
    this.#noteMissing(code, now);
    if (code !== null) this.#seen.set(code, { missingSince: null });
    return isNew;
  }

  #noteMissing(code, now) {
    for (const [other, entry] of this.#seen) {
      if (other === code) continue;
      entry.missingSince ??= now;
      if (now - entry.missingSince > FORGET_MS) this.#seen.delete(other);
    }
  }
}
