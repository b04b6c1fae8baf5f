import { meaningful, wordsOf } from "./fold.js";
import { Typed } from "./typed.js";

const MOST_WORDS = 12;
const OF_ORGANISATION = 0.8;
const KEPT = 40;
const comparisons = new WeakMap();

/** What was typed, to be compared with thousands of names; as `src/names/query.rs`. */
export class Query {
  #ways;

  constructor(typed, lexicon) {
    const compared = comparisonsWith(lexicon);
    const words = meaningful(wordsOf(typed)).map((word) => new Typed(word));
    const ways = [words];
    for (let at = 1; at < Math.min(words.length, MOST_WORDS); at += 1) {
      ways.push(spliced(words, at));
    }
    this.#ways = ways.map((way) => way.map((word) => compared.with(word)));
  }

  /** How well a person answers, 0 to 1: the best of their names, or their organisation, which tells less. */
  score(names, organisations) {
    return Math.max(this.#best(names), OF_ORGANISATION * this.#best(organisations));
  }

  #best(names) {
    let best = 0;
    for (const name of names) best = Math.max(best, this.#scoreOf(name));
    return best;
  }

  #scoreOf(name) {
    let best = 0;
    for (const way of this.#ways) {
      best = Math.max(best, answers(name, way));
      if (best >= 0.9) break;
    }
    return best;
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
  for (let at = 0; at < words.length; at += 1) {
    if (!taken[at]) take(compared.likeness(words[at]), at, at + 1);
  }
  if (place.likeness > 0.8) return;
  for (let at = 0; at < pairs.length; at += 1) {
    const { word, from, to } = pairs[at];
    const fits = compared.length > from && compared.length >= to && compared.length <= length + 2;
    if (fits && !taken[at] && !taken[at + 1]) take(0.97 * compared.likeness(word), at, at + 2);
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
    const name = typed.texts.join(" ");
    const known = this.#kept.get(name) ?? new Compared(typed, this.lexicon);
    this.#kept.delete(name);
    this.#kept.set(name, known);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    return known;
  }
}

class Compared {
  #known;

  constructor(typed, lexicon) {
    this.typed = typed;
    this.lexicon = lexicon;
    this.weight = typed.weight;
    this.length = typed.text.length;
    this.#known = new Float64Array(lexicon.words.length).fill(-1);
  }

  likeness(number) {
    const known = this.#known[number];
    if (known >= 0) return known;
    const likeness = this.typed.alike(this.lexicon.words[number]);
    if (number < this.#known.length) this.#known[number] = likeness;
    return likeness;
  }
}

function comparisonsWith(lexicon) {
  if (!comparisons.has(lexicon)) comparisons.set(lexicon, new Comparisons(lexicon));
  return comparisons.get(lexicon);
}

function spliced(words, at) {
  const way = [...words];
  way.splice(at - 1, 2, words[at - 1].joined(words[at]));
  return way;
}
