import { meaningful, wordsOf } from "./fold.js";
import { Typed } from "./typed.js";

const MOST_WORDS = 12;
const OF_ORGANISATION = 0.8;
const KEPT = 40;
/** Who answers so well needs no other reading of what was typed. */
const GOOD = 0.9;
const SHORTEST_PARTED = 6;
const SHORTEST_PART = 2;
/** No name can reach the least score whose words are all farther than this. */
const LEAST_NEAR = 0.4;
const comparisons = new WeakMap();

/**
 * What was typed, to be compared with thousands of names; as `src/names/query.rs`. Only those are looked at of which
 * a word is near to a typed one: no other can reach the least score.
 */
export class Query {
  #ways;

  constructor(typed, lexicon) {
    const all = wordsOf(typed).map((word) => new Typed(word));
    const words = meaningful(all);
    const ways = [words];
    for (let at = 1; at < Math.min(words.length, MOST_WORDS); at += 1) ways.push(joinedAt(words, at));
    // The whole name as one word, its small words too; of two also the other way round.
    if (all.length > 2) ways.push([all.reduce((one, next) => one.joined(next)).guessed()]);
    if (words.length === 2) ways.push([words[1].joined(words[0]).guessed()]);
    const best = this.#compareAll(ways, lexicon);
    if (best >= GOOD) return;
    const parted = words.flatMap((word, at) => partings(word, lexicon).map((parts) => words.toSpliced(at, 1, ...parts)));
    if (parted.length > 0) this.#compareAll([...ways, ...parted], lexicon);
  }

  /** The best score that comes of it. */
  #compareAll(ways, lexicon) {
    const compared = comparisonsWith(lexicon);
    this.round = {};
    this.#ways = ways.map((way) => way.map((word) => compared.with(word)));
    let best = 0;
    for (const word of this.#ways.flat()) {
      for (const name of word.near) {
        this.compare(name);
        best = Math.max(best, name.score);
      }
    }
    return best;
  }

  /** How well a person answers, 0 to 1: the best of their names, or their organisation, which tells less. */
  score(names, organisation) {
    return Math.max(this.#best(names), OF_ORGANISATION * this.#best(organisation));
  }

  #best(names) {
    let best = 0;
    for (const name of names) if (name.query === this.round && name.score > best) best = name.score;
    return best;
  }

  /** Compares a name, also one that is far. */
  compare(name) {
    if (name.query === this.round) return;
    name.query = this.round;
    name.score = 0;
    for (const way of this.#ways) {
      name.score = Math.max(name.score, answers(name, way));
      if (name.score >= 0.9) break;
    }
  }
}

const taken = new Uint8Array(MOST_WORDS);
const place = { likeness: 0, from: 0, to: 0 };

/** Each typed word takes the best word still free; what the name has besides costs little. */
function answers(name, way) {
  let sum = 0;
  let weights = 0;
  taken.fill(0);
  for (const compared of way) {
    findBest(name, compared);
    for (let at = place.from; at < place.to; at += 1) taken[at] = 1;
    sum += compared.weight * place.likeness;
    weights += compared.weight;
  }
  if (sum === 0) return 0;
  let left = 0;
  for (let at = 0; at < name.words.length; at += 1) if (!taken[at] && name.telling[at]) left += 1;
  return Math.max(sum / weights - 0.01 * Math.min(left, 5), 0);
}

/** The best word, or pair of neighbours written apart, and where it stands. */
function findBest({ words, pairs, length }, compared) {
  place.likeness = place.from = place.to = 0;
  const { likeness } = compared;
  for (let at = 0; at < words.length; at += 1) if (!taken[at]) take(likeness[words[at]], at, at + 1);
  if (place.likeness > 0.8) return;
  for (let at = 0; at < pairs.length; at += 1) {
    const { word, from, to } = pairs[at];
    const fits = compared.length > from && compared.length >= to && compared.length <= length + 2;
    if (fits && !taken[at] && !taken[at + 1]) take(0.97 * likeness[word], at, at + 2);
  }
}

function take(likeness, from, to) {
  if (likeness <= place.likeness) return;
  place.likeness = likeness;
  place.from = from;
  place.to = to;
}

/** The last typed words, each with what came of comparing it: the next key stroke changes one of them. */
class Comparisons {
  #kept = new Map();

  constructor(lexicon) {
    this.lexicon = lexicon;
  }

  with(typed) {
    const name = `${typed.texts.join(" ")} ${typed.isGuess}`;
    const known = this.#kept.get(name) ?? new Compared(typed);
    this.#kept.delete(name);
    this.#kept.set(name, known);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    return known.with(this.lexicon);
  }
}

/** A typed word beside every word of the lexicon. */
class Compared {
  likeness = [];
  near = new Set();

  constructor(typed) {
    this.typed = typed;
    this.weight = typed.weight;
    this.length = typed.text.length;
  }

  /** Compares it with the words that are new since the last time. */
  with({ words }) {
    for (let number = this.likeness.length; number < words.length; number += 1) {
      const likeness = this.typed.alike(words[number]);
      this.likeness.push(likeness);
      if (likeness >= LEAST_NEAR) for (const name of words[number].names) this.near.add(name);
    }
    return this;
  }
}

function comparisonsWith(lexicon) {
  if (!comparisons.has(lexicon)) comparisons.set(lexicon, new Comparisons(lexicon));
  return comparisons.get(lexicon);
}

/** The pairs of words that it may be when it was written without a gap: both are names of the list. */
function partings(word, lexicon) {
  const pairs = [];
  for (const text of word.texts) {
    if (text.length < SHORTEST_PARTED) continue;
    for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at += 1) {
      const parts = [text.slice(0, at), text.slice(at)];
      if (parts.every((part) => lexicon.knows(part))) pairs.push(word.parted(...parts));
    }
  }
  return pairs;
}

/** The words with the one before this and this as one. */
function joinedAt(words, at) {
  return [...words.slice(0, at - 1), words[at - 1].joined(words[at]), ...words.slice(at + 1)];
}
