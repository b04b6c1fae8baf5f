import { hasHan } from "./names/asian.js";
import { fold, foldBoth } from "./names/fold.js";
import { Lexicon } from "./names/lexicon.js";
import { Query } from "./names/query.js";

const MOST = 20;
const LEAST = 0.6;
const BEHIND = 0.35;
const SLICE_MS = 8;

const lexicons = new WeakMap();

/**
 * Finds people in the roster by name as heard, as the server does: the best first, and of those who answer equally
 * well who is not inside yet.
 */
export function findPeople(roster, words, checkpoint) {
  const found = hasHan(words) ? asWritten(roster, words) : asHeard(roster, words);
  const best = found.reduce((most, { score }) => Math.max(most, score), 0);
  const shown = found.filter(({ score }) => score >= best - BEHIND);
  for (const one of shown) {
    one.hundredths = Math.round(one.score * 100);
    one.first = roster.insideSince(checkpoint, one.person.registration);
  }
  return shown
    .sort(byPlace)
    .slice(0, MOST)
    .map(({ person, first }) => ({ ...person, first }));
}

/** Whether this list holds names at all. */
export function holdsNames(roster) {
  for (const { name } of roster.people()) if (name) return true;
  return false;
}

/** Reads all names a little at a time, so that the first letter typed is answered as fast as the next. */
export async function prepare(roster) {
  const { entries } = readingsOf(roster);
  await pause();
  let began = performance.now();
  for (const person of roster.people()) {
    if (person.name) entries.of(person);
    if (performance.now() - began < SLICE_MS) continue;
    await pause();
    began = performance.now();
  }
  findPeople(roster, "prepared", "");
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}

function asHeard(roster, words) {
  const { lexicon, entries } = readingsOf(roster);
  // Names are read before what is typed, so that all their words are compared with it.
  for (const person of roster.people()) if (person.name) entries.of(person);
  const query = new Query(words, lexicon);
  const found = [];
  for (const person of roster.people()) {
    const entry = person.name && entries.of(person);
    const score = entry ? query.score(entry.names, entry.organisation) : 0;
    if (score >= LEAST) found.push({ person, score });
  }
  return found;
}

/** Chinese characters, whose sounds only the server knows, are compared as they stand. */
function asWritten(roster, words) {
  const wanted = words.normalize("NFKC").replace(/\s/g, "");
  const found = [...roster.people()].filter(({ name, native_name: native }) => {
    return [name, native].some((text) => text?.normalize("NFKC").replace(/\s/g, "").includes(wanted));
  });
  return found.map((person) => ({ person, score: 1 }));
}

function byPlace(one, other) {
  return (
    other.hundredths - one.hundredths ||
    Boolean(one.first) - Boolean(other.first) ||
    order(one.person.name, other.person.name) ||
    order(one.person.registration, other.person.registration)
  );
}

function order(one, other) {
  return one < other ? -1 : Number(one > other);
}

function readingsOf(roster) {
  if (!lexicons.has(roster)) {
    const lexicon = new Lexicon();
    lexicons.set(roster, { lexicon, entries: new Entries(lexicon) });
  }
  return lexicons.get(roster);
}

/** People's names as the lexicon has them, read once for each entry of the roster. */
class Entries {
  #known = new WeakMap();

  constructor(lexicon) {
    this.lexicon = lexicon;
  }

  of(person) {
    let known = this.#known.get(person);
    if (!known) {
      const { name, native_name: native, organisation } = person;
      known = {
        names: this.lexicon.read(person.folded ?? foldBoth(name, native)),
        organisation: organisation ? this.lexicon.read(person.folded_organisation ?? fold(organisation)) : [],
      };
      this.#known.set(person, known);
    }
    return known;
  }
}
