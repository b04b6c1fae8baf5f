import { categoryOf, countryOf, fill, latinOf, texts, timeOf } from "./texts.js";

/** What a row says of everybody alike is said once, above the list. */
const SHARED = { organisation: (text) => text, country: countryOf, category: categoryOf };

/** A person's name, at the side of its column where its script begins. */
export function personLine({ name }) {
  const line = element("span", "name-line", name);
  line.dir = "auto";
  return line;
}

/** The other names, what keeps the person out or in, and what tells people of one name apart, but for what all share. */
export function personFacts(person, shared = []) {
  const { name, native_name: native, latin_name: latin } = person;
  const names = [latinOf(person), native === name || native === latin ? "" : native];
  const facts = Object.keys(SHARED).map((fact) => (shared.includes(fact) ? "" : SHARED[fact](person[fact])));
  return joined([...names, stateOf(person), refusedAs(person), arrivedAt(person), ...facts]);
}

/** Of several people: which facts are the same of all. */
export function sharedBy(people) {
  const isShared = (fact) => people.every((person) => person[fact] === people[0][fact]);
  return people.length > 1 ? Object.keys(SHARED).filter(isShared) : [];
}

/** What is shared, in words. */
export function sharedFacts(person, shared) {
  return joined(shared.map((fact) => SHARED[fact](person[fact])));
}

/** Whether a tap may let this person pass, as far as is known here. */
export function mayPass({ state = "confirmed", first, refusal }, direction) {
  return direction === "out" ? Boolean(first) : state === "confirmed" && !first && !refusal;
}

/** The word of the verdict that awaits who is not inside. */
export function refusedAs({ first, refusal }) {
  return refusal && !first ? texts.verdicts[refusal].word : "";
}

function stateOf({ state = "confirmed" }) {
  return state === "confirmed" ? "" : texts.states[state];
}

function arrivedAt({ first }) {
  return first ? fill(texts.search.arrived, { time: timeOf(first.at, first.checkpoint) }) : "";
}

export function element(name, className = "", ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** Pieces with a dot between them, each keeping its own direction. */
function joined(pieces) {
  const line = document.createDocumentFragment();
  for (const piece of pieces.filter(Boolean)) line.append(line.hasChildNodes() ? " · " : "", element("bdi", "", piece));
  return line;
}
