import { codeHash, codeStarts } from "./badge-code.js";

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Fewer first characters are nobody's, however few people there are. */
const FEWEST = 6;
/** The list knows as many of a code's first characters. */
const MOST = 10;
/** How many letters of a badge's `start` are of its first six characters. */
const OF_SIX = 8;

/**
 * Which badge of these begins with what somebody typed: its hash; `more` where that may be another's too, or would be
 * with one character mistyped or two swapped. As the server tells it, by as much as the list knows of codes.
 */
export async function typedBadge(badges, typed) {
  const starts = codeStarts(typed);
  if (!starts) return {};
  const known = bySix(badges);
  // Where doors are strict the list says nothing of a code's beginning.
  if (!known || starts.some((start) => start.length < FEWEST)) return { more: true };
  const marks = new Marks();
  const [begun, near] = [new Set(), new Set()];
  for (const start of starts.map((start) => start.slice(0, MOST))) {
    for (const hash of await marks.find(known, start)) begun.add(hash);
    for (const other of slips(start)) for (const hash of await marks.find(known, other)) near.add(hash);
  }
  const [hash] = begun;
  for (const one of begun) near.delete(one);
  if (begun.size === 0) return {};
  return begun.size === 1 && near.size === 0 ? { hash } : { more: true };
}

/** The badges by what the list has of their first six characters; null where it does not have it of each. */
function bySix(badges) {
  const all = new Map();
  for (const badge of badges) {
    if (!badge.start) return null;
    const six = badge.start.slice(0, OF_SIX);
    if (all.has(six)) all.get(six).push(badge);
    else all.set(six, [badge]);
  }
  return all;
}

/** Every text with one character mistyped or two neighbours swapped. */
function* slips(text) {
  for (let at = 0; at < text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    for (const symbol of SYMBOLS) if (symbol !== text[at]) yield before + symbol + after;
    if (at > 0 && text[at] !== text[at - 1]) yield before.slice(0, -1) + text[at] + text[at - 1] + after;
  }
}

/** What the list has of beginnings, each reckoned once. */
class Marks {
  #of = new Map();

  /** The hashes of the badges that begin so, as far as the list tells. */
  async find(known, start) {
    const six = (await this.#hash(start.slice(0, FEWEST))).slice(0, OF_SIX);
    const found = known.get(six) ?? [];
    if (found.length === 0) return [];
    let mark = six;
    for (let end = FEWEST + 1; end <= start.length; end += 1) mark += (await this.#hash(start.slice(0, end)))[0];
    return found.filter((badge) => badge.start.startsWith(mark)).map((badge) => badge.code_sha256);
  }

  #hash(text) {
    if (!this.#of.has(text)) this.#of.set(text, codeHash(text));
    return this.#of.get(text);
  }
}
