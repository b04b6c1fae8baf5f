import { asked } from "./dialogs.js";
import { element, mayPass, personFacts, personLine, sharedBy, sharedFacts } from "./person-line.js";
import { countryOf, fill, texts } from "./texts.js";

/** A bus has come: everybody of one delegation, ticked as they stand there, admitted by one tap. */
export class Delegation {
  #person = null;
  #people = [];

  /** `members(person, by)` gives everybody of the same "organisation" or "country", each with `first` if inside; it
   * may have to ask the server. */
  constructor({ members, direction }) {
    this.members = members;
    this.direction = direction;
    this.list = byId("group-people");
    this.list.addEventListener("change", () => this.#count());
    byId("group-all").addEventListener("click", () => this.#tickAll());
    for (const radio of this.#radios()) radio.addEventListener("change", () => this.#show(radio.value));
  }

  /** How many there are of the person's organisation, or of the country where the organisation sent nobody else. */
  async size(person) {
    const own = await this.members(person, "organisation");
    return own.length > 1 ? own.length : (await this.members(person, "country")).length;
  }

  /** Gives those who were ticked; none when it was cancelled. */
  async choose(person) {
    this.#person = person;
    const own = await this.members(person, "organisation");
    const by = own.length > 1 ? "organisation" : "country";
    for (const radio of this.#radios()) {
      radio.checked = radio.value === by;
      radio.disabled = radio.value === "organisation" && !person.organisation;
    }
    await this.#show(by);
    if ((await asked("group")) !== "yes") return [];
    const ticked = new Set(this.#boxes().filter((box) => box.checked).map((box) => box.value));
    return this.#people.filter(({ registration }) => ticked.has(registration));
  }

  async #show(by) {
    const { organisation, country, registration } = this.#person;
    byId("group-of").textContent = by === "organisation" ? organisation : countryOf(country);
    this.#people = await this.members(this.#person, by);
    const shared = sharedBy(this.#people);
    const above = shared.filter((fact) => fact !== by);
    byId("group-shared").replaceChildren(sharedFacts(this.#people[0] ?? {}, above));
    this.list.replaceChildren(...this.#people.map((person) => this.#row(person, shared, person.registration === registration)));
    this.#count();
  }

  #row(person, shared, isTicked) {
    const box = element("input");
    box.type = "checkbox";
    box.value = person.registration;
    box.disabled = !mayPass(person, this.direction());
    box.checked = isTicked && !box.disabled;
    const label = element("label", "", box, element("span", "whose", personLine(person), element("span", "at", personFacts(person, shared))));
    return element("li", "", label);
  }

  #tickAll() {
    for (const box of this.#boxes()) box.checked = !box.disabled;
    this.#count();
  }

  #count() {
    const count = this.#boxes().filter((box) => box.checked).length;
    byId("group-yes").textContent = fill(texts.group[this.direction()], { count });
    byId("group-yes").disabled = count === 0;
  }

  #boxes() {
    return [...this.list.querySelectorAll("input")];
  }

  #radios() {
    return [...document.querySelectorAll("#group [name=by]")];
  }
}

function byId(id) {
  return document.getElementById(id);
}
