import { NotPaired } from "./api.js";
import { element, mayPass, personFacts, personLine } from "./person-line.js";
import { fill, texts } from "./texts.js";

const PAUSE_MS = 200;
const SHORTEST = 2;

/** Finds people by name as it is typed; a tap on a row hands the person over. */
export class PeopleSearch {
  #timer = null;
  #asked = 0;
  #listed = new Set();

  constructor({ search, isInstant, direction, onChosen, onUnpaired }) {
    this.search = search;
    this.isInstant = isInstant;
    this.direction = direction;
    this.onChosen = onChosen;
    this.onUnpaired = onUnpaired;
    this.field = byId("search-q");
    this.list = byId("search-found");
    this.status = byId("search-status");
    this.field.addEventListener("input", () => this.#typed());
    byId("search").addEventListener("submit", (event) => this.#submitted(event));
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
    this.#makeRoom();
    this.refresh();
  }

  /** While a name stands there the camera goes: the field is at the top, and the rows above the keyboard. */
  #makeRoom() {
    const isSeeking = this.field.value.trim() !== "";
    if (document.body.classList.toggle("seeking", isSeeking)) scrollTo(0, 0);
  }

  #typed() {
    this.#makeRoom();
    clearTimeout(this.#timer);
    if (this.isInstant()) this.#find();
    else this.#timer = setTimeout(() => this.#find(), PAUSE_MS);
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
    button.append(element("span", "whose", personLine(person), element("span", "at", personFacts(person))));
    button.append(this.#whatMayBeDone(person));
    button.addEventListener("click", () => this.#choose(person));
    return element("li", "", button);
  }

  /** The row says what the tap leads to: who cannot simply pass has a sheet, not an "Admit". */
  #whatMayBeDone(person) {
    const isFree = mayPass(person, this.direction());
    return element("span", isFree ? "chip good" : "chip", isFree ? texts.ask[this.direction()].button : texts.search.more);
  }

  async #choose(person) {
    if ((await this.onChosen(person)) === "yes") this.#clear();
  }
}

function foundSentence(count) {
  return count === 0 ? texts.search.nobody : fill(texts.search.found, { count });
}

function byId(id) {
  return document.getElementById(id);
}
