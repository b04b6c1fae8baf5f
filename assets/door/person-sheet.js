import { asked } from "./dialogs.js";
import { element, mayPass, personFacts, refusedAs } from "./person-line.js";
import { fill, lookOf, texts, timeOf } from "./texts.js";

/** What can be done about one person: one dialog for whoever was found by name, and for whoever was just scanned. */
export class PersonSheet {
  #person = null;
  #scan = null;

  /** `countGroup(person)` says how many belong together, `wayOf(person)` how they went through the doors today, as
   * `GET /api/door/passages` answers, or nothing while that cannot be known; the others do what their names say. */
  constructor({ direction, countGroup, wayOf, canUndo, onAdmit, onGroup, onUndo, onLost, onPrint, onNote }) {
    this.direction = direction;
    this.countGroup = countGroup;
    this.wayOf = wayOf ?? (() => null);
    this.canUndo = canUndo ?? isThrough;
    this.actions = { yes: onAdmit, group: onGroup, undo: onUndo, lost: onLost, print: onPrint, note: onNote };
  }

  /** Somebody who was found; `title` where that is not the plain question. Who cannot simply pass is offered a check,
   * which says why, and what else can be done. */
  found(person, title) {
    const { title: question, button } = texts.ask[this.direction()];
    const isFree = mayPass(person, this.direction());
    return this.#open(person, { title: title ?? (isFree ? question : texts.more), yes: isFree ? button : texts.sheet.check, isFree });
  }

  /** Somebody who seems to be registered already; `another` where it is said that they are not. */
  known(person) {
    const { button } = texts.ask[this.direction()];
    const isFree = mayPass(person, this.direction());
    return this.#open(person, { title: texts.walk_in.known, yes: isFree ? button : texts.sheet.check, isFree, isAsked: true });
  }

  /** Somebody who was scanned; `scan` where it can be undone. */
  scanned(person, scan) {
    return this.#open(person, { title: texts.more, scan });
  }

  async #open(person, { title, yes = "", isFree = false, scan = null, isAsked = false }) {
    this.#person = person;
    byId("ask-title").textContent = title;
    byId("ask-name").textContent = person.name;
    byId("ask-facts").replaceChildren(personFacts({ ...person, first: null, state: "confirmed", refusal: null }));
    byId("ask-yes").textContent = yes;
    byId("ask-yes").hidden = !yes;
    byId("ask-yes").classList.toggle("plain", !isFree);
    byId("ask-another-row").hidden = !isAsked;
    byId("ask-lost-row").hidden = !person.registration;
    byId("ask-print-row").hidden = !person.registration || (person.state ?? "confirmed") !== "confirmed";
    this.#showState(person);
    this.#offerUndo(scan);
    this.#offerGroup(person);
    this.#showWay(person);
    const chosen = await asked("ask");
    this.actions[chosen]?.(person, this.#scan);
    return chosen;
  }

  /** In a chip: why not, or since when inside. */
  #showState({ state = "confirmed", first, refusal }) {
    const isInside = state === "confirmed" && first;
    const refused = state === "confirmed" ? refusedAs({ first, refusal }) : texts.states[state];
    byId("ask-state").textContent = isInside ? fill(texts.sheet.inside, { time: timeOf(first.at, first.checkpoint) }) : refused;
    byId("ask-state").className = isInside ? "chip good" : "chip warn";
  }

  #offerUndo(scan, sentence = texts.sheet.undo_this) {
    this.#scan = scan;
    byId("ask-undo-row").hidden = !scan;
    if (scan) byId("ask-undo").textContent = sentence;
  }

  /** Once it is known that there is one. */
  async #offerGroup(person) {
    byId("ask-group-row").hidden = true;
    const together = await this.countGroup(person);
    if (person !== this.#person) return;
    byId("ask-group").textContent = fill(texts.group.button, { count: together });
    byId("ask-group-row").hidden = together < 2;
  }

  /** The way through the doors today, once it is told; the last of it that counts can be undone from here. */
  async #showWay(person) {
    const list = byId("sheet-way");
    list.hidden = true;
    const way = person.registration && (await Promise.resolve(this.wayOf(person)).catch(() => null));
    if (!way || person !== this.#person) return;
    list.replaceChildren(...way.passages.map(rowOf));
    list.hidden = way.passages.length === 0;
    const last = way.passages.find((one) => !one.undone && this.canUndo(one));
    if (!last) return;
    const { id, checkpoint, direction, at } = last;
    const sentence = fill(texts.sheet.undo, { what: texts.directions[direction], time: timeOf(at, checkpoint) });
    this.#offerUndo({ id, checkpoint, direction, scanned_at: at }, sentence);
  }
}

/** When, which way or why not, where and by whom. */
function rowOf({ at, verdict, direction, checkpoint, checkpoint_id: id, device, undone }) {
  const what = isThrough({ verdict }) ? texts.directions[direction] : lookOf({ verdict }).word;
  const where = [placeOf(checkpoint, id), device === texts.device ? texts.sheet.here : device];
  if (undone) where.push(texts.sheet.undone);
  const row = element("li", undone ? "undone" : "", element("span", "number", timeOf(at, checkpoint)));
  row.append(element("b", "", what), element("span", "", where.filter(Boolean).join(texts.comma)));
  return row;
}

function isThrough({ verdict }) {
  return verdict === "admitted" || verdict === "left";
}

/** As the page names the checkpoint, by its short name or its lasting id; nothing where it is the phone's only one. */
function placeOf(checkpoint, id) {
  const options = [...byId("checkpoint").options];
  const place = options.find((option) => option.dataset.id === id || option.value === checkpoint);
  if (place && options.length === 1) return "";
  return place?.text ?? checkpoint;
}

function byId(id) {
  return document.getElementById(id);
}
