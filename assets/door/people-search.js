import { NotPaired } from "./api.js";
import { categoryOf, countryOf, fill, texts, timeOf } from "./texts.js";

const PAUSE_MS = 200;
const SHORTEST = 2;

/** Finds people by name as it is typed; a tap on a row asks once, then hands the person over. */
export class PeopleSearch {
  #timer = null;
  #asked = 0;
  #chosen = null;
  #listed = new Set();

  constructor({ search, direction, onChosen, onUnpaired }) {
    this.search = search;
    this.direction = direction;
    this.onChosen = onChosen;
    this.onUnpaired = onUnpaired;
    this.field = byId("search-q");
    this.list = byId("search-found");
    this.status = byId("search-status");
    this.dialog = byId("ask");
    this.field.addEventListener("input", () => this.#typed());
    byId("search").addEventListener("submit", (event) => this.#submitted(event));
    this.dialog.addEventListener("close", () => this.#answered());
  }

  /** Looks again: at another checkpoint others are in. */
  refresh() {
    this.#find();
  }

  /** Somebody passed a door: who stands in the list may have arrived. */
  heard(passages) {
    if (passages.some(({ registration }) => this.#listed.has(registration))) this.#find();
  }

  #clear() {
    this.field.value = "";
    this.refresh();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#find(), PAUSE_MS);
  }

  #submitted(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#find();
  }

  async #find() {
    const asked = ++this.#asked;
    const words = this.field.value.trim();
    if (words.length < SHORTEST) return this.#show([], "");
    try {
      const people = await this.search(words);
      if (asked === this.#asked) this.#show(people, foundSentence(people.length));
    } catch (error) {
      if (error instanceof NotPaired) return this.onUnpaired();
      if (asked === this.#asked) this.#show([], texts.search.no_answer);
    }
  }

  #show(people, sentence) {
    this.status.textContent = sentence;
    this.#listed = new Set(people.map(({ registration }) => registration));
    this.list.replaceChildren(...people.map((person) => this.#row(person)));
  }

  #row(person) {
    const button = element("button");
    button.type = "button";
    button.append(element("span", "", joined(namesOf(person)), element("span", "at", joined(factsOf(person)))));
    button.append(element("span", "chip", texts.ask[this.direction()].button));
    button.addEventListener("click", () => this.#ask(person));
    return element("li", "", button);
  }

  #ask(person) {
    this.#chosen = person;
    const { title, button } = texts.ask[this.direction()];
    byId("ask-title").textContent = title;
    byId("ask-yes").textContent = button;
    byId("ask-name").textContent = person.name;
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  #answered() {
    if (this.dialog.returnValue === "yes") {
      this.onChosen(this.#chosen);
      this.#clear();
    }
    this.#chosen = null;
  }
}

function foundSentence(count) {
  return count === 0 ? texts.search.nobody : fill(texts.search.found, { count });
}

function namesOf({ name, native_name: native }) {
  return native === name ? [name] : [name, native];
}

function factsOf(person) {
  const state = person.state === "confirmed" ? "" : texts.states[person.state];
  const arrived = person.first ? fill(texts.search.arrived, { time: timeOf(person.first.at, person.first.checkpoint) }) : "";
  return [person.organisation, countryOf(person.country), categoryOf(person.category), state, arrived];
}

/** Pieces with a dot between them, each keeping its own direction. */
function joined(pieces) {
  const line = document.createDocumentFragment();
  for (const piece of pieces.filter(Boolean)) line.append(line.hasChildNodes() ? " · " : "", element("bdi", "", piece));
  return line;
}

function element(name, className = "", ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function byId(id) {
  return document.getElementById(id);
}
