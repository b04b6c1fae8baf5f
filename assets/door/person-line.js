import { categoryOf, countryOf, fill, texts, timeOf } from "./texts.js";

/** Both names of a person, where they differ. */
export function personLine({ name, native_name: native }) {
  return joined(native === name ? [name] : [name, native]);
}

/** What tells people of one name apart, and whether they are in already. */
export function personFacts(person) {
  const state = person.state === "confirmed" ? "" : texts.states[person.state];
  const arrived = person.first ? fill(texts.search.arrived, { time: timeOf(person.first.at, person.first.checkpoint) }) : "";
  return joined([person.organisation, countryOf(person.country), categoryOf(person.category), state, arrived]);
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
