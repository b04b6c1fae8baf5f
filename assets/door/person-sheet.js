import { asked } from "./dialogs.js";
import { fill, texts } from "./texts.js";

/** What can be done about one person: one dialog for whoever was found by name, and for whoever was just scanned. */
export class PersonSheet {
  /** `countGroup(person)` says how many belong together; the others do what their names say. */
  constructor({ direction, countGroup, onAdmit, onGroup, onUndo, onLost, onPrint, onNote }) {
    this.direction = direction;
    this.countGroup = countGroup;
    this.actions = { yes: onAdmit, group: onGroup, undo: onUndo, lost: onLost, print: onPrint, note: onNote };
  }

  /** Somebody who was found, and may be let in; `title` where that is not the plain question. */
  found(person, title = texts.ask[this.direction()].title) {
    return this.#open(person, { title, yes: texts.ask[this.direction()].button });
  }

  /** Somebody who was scanned; `scan` where it can be undone. */
  scanned(person, scan) {
    return this.#open(person, { title: texts.more, scan });
  }

  async #open(person, { title, yes = "", scan = null }) {
    byId("ask-title").textContent = title;
    byId("ask-name").textContent = person.name;
    byId("ask-yes").textContent = yes;
    byId("ask-yes").hidden = !yes;
    this.#offerGroup(person);
    byId("ask-undo-row").hidden = !scan;
    byId("ask-lost-row").hidden = !person.registration;
    byId("ask-print-row").hidden = !person.registration || (person.state ?? "confirmed") !== "confirmed";
    const chosen = await asked("ask");
    this.actions[chosen]?.(person, scan);
    return chosen;
  }

  /** Once it is known that there is one. */
  async #offerGroup(person) {
    byId("ask-group-row").hidden = true;
    const together = await this.countGroup(person);
    byId("ask-group").textContent = fill(texts.group.button, { count: together });
    byId("ask-group-row").hidden = together < 2;
  }
}

function byId(id) {
  return document.getElementById(id);
}
