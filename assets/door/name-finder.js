import { hasHan } from "./names/asian.js";
import { fold, foldBoth } from "./names/fold.js";
import { Lexicon } from "./names/lexicon.js";
import { Query } from "./names/query.js";

const MOST = 20;
const LEAST = 0.45;
const BEHIND = 0.35;

const lexicons = new WeakMap();

/**
 * Finds people in the roster by name as heard, as the server does: the best first, and of those who answer equally
 * well who is not inside yet.
 */
export function findPeople(roster, words, checkpoint) {
  const scored = hasHan(words) ? asWritten(roster, words) : asHeard(roster, words);
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  return scored
    .filter(({ score }) => score >= Math.max(LEAST, best - BEHIND))
    .map(({ score, person }) => ({
      hundredths: Math.round(score * 100),
      person: { ...person, first: roster.insideSince(checkpoint, person.registration) },
    }))
    .sort(byPlace)
    .slice(0, MOST)
    .map(({ person }) => person);
}

/** Reads all names now, so that the first letter typed is answered as fast as the next. */
export function prepare(roster) {
  const { entries } = readingsOf(roster);
  for (const person of roster.people()) if (person.name) entries.of(person);
}

function asHeard(roster, words) {
  const { lexicon, entries } = readingsOf(roster);
  const people = [...roster.people()].filter((person) => person.name);
  const readings = people.map((person) => entries.of(person));
  const query = new Query(words, lexicon);
  return people.map((person, at) => ({ person, score: query.score(readings[at].names, readings[at].organisation) }));
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
    Boolean(one.person.first) - Boolean(other.person.first) ||
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
