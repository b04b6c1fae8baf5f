import { asked } from "./dialogs.js";
import { fill, texts } from "./texts.js";
import { uuid7 } from "./uuid7.js";

/** How long the server's answer is waited for before this device goes on by itself. */
const PATIENCE_MS = 1500;
/** The same where this device can do nothing by itself. */
const LONG_PATIENCE_MS = 8000;

/** What a door does beside scanning; each act waits in the queue like a scan and is done once. */
export class Acts {
  #undone = new Set();

  constructor(door) {
    this.door = door;
  }

  /** Whether a scan can be taken back: it counted, and was not taken back yet. */
  canUndo({ id }, { verdict, rehearsal }) {
    return !rehearsal && (verdict === "admitted" || verdict === "left") && !this.#undone.has(id);
  }

  async undo(person, scan) {
    if ((await asked("undo", person.name)) !== "yes") return;
    const reason = document.querySelector("#undo [name=reason]:checked").value;
    const { roster, counter, api } = this.door;
    this.#undone.add(scan.id);
    const direction = scan.direction === "out" ? "in" : "out";
    const at = api.now().toISOString();
    roster.note({ ...scan, registration: person.registration, direction, at, device: texts.device });
    counter.note({ verdict: direction === "out" ? "left" : "admitted" }, scan);
    this.#say(texts.undone, person);
    this.#settled(this.#do("undo", { scan: scan.id, reason }).answered, person);
  }

  async replaceBadge(person) {
    if ((await asked("lost", person.name)) !== "yes") return;
    this.door.roster.revokeBadges(person.registration, this.door.api.now().toISOString());
    const { answered } = this.#do("badge_lost", { registration: person.registration });
    this.door.verdict.expect(false);
    const answer = await this.#withPatience(answered);
    if (!answer) return this.#say(texts.lost_later, person);
    this.door.verdict.close();
    if (!answer.done) return this.#refused(person, answer);
    const symbol = new DOMParser().parseFromString(answer.symbol, "image/svg+xml").documentElement;
    byId("next-badge-symbol").replaceChildren(symbol);
    byId("next-badge-code").textContent = answer.code;
    byId("next-badge-printer").textContent = answer.printer ? adviceAt(texts.print.at, answer.printer) : "";
    byId("next-badge-print").hidden = Boolean(answer.printer);
    if ((await asked("next-badge", person.name)) === "print") await this.printBadge(person);
  }

  /** At the door's printer, or as a page of this browser, which has to be there to be printed. */
  async printBadge(person) {
    const { printer, at, later, alone } = texts.print;
    if (!printer && this.door.isAlone) return this.#say(alone, person);
    const { answered } = this.#do("print", { registration: person.registration });
    this.door.verdict.expect(false);
    const answer = await this.#withPatience(answered, printer ? PATIENCE_MS : LONG_PATIENCE_MS);
    if (!answer) {
      this.#settled(answered, person);
      return this.#say(printer ? saying(later, printer) : alone, person);
    }
    this.door.verdict.close();
    if (!answer.done) return this.#refused(person, answer);
    if (answer.printer) return this.#say(saying(at, answer.printer), person);
    byId("label-open").href = answer.label;
    await asked("label", person.name);
  }

  async note(person) {
    byId("note-words").value = "";
    const sent = (await asked("note", person.name)) === "yes";
    const words = byId("note-words").value.trim();
    if (!sent || !words) return;
    this.#say(texts.noted, person);
    this.#settled(this.#do("note", { registration: person.registration, words }).answered, person);
  }

  /** Registers somebody who stands here and lets them in; gives what to mend. */
  async walkIn(fields) {
    const { id, answered } = this.#do("walk_in", fields);
    const answer = await this.#withPatience(answered);
    if (!answer) {
      this.#walkInAlone(id, fields, answered);
      return null;
    }
    if (answer.fields) return answer.fields;
    if (!answer.done) this.#refused(fields, answer);
    else if (answer.known) this.door.sheet.found({ ...fields, ...answer }, texts.walk_in.known);
    else this.door.scan({ registration: answer.registration });
    if (answer.printer) this.door.recent.say(adviceAt(texts.print.at, answer.printer));
    return null;
  }

  /** The device lets the person in as the forum would; the server hears of it later. */
  #walkInAlone(id, { name, country }, answered) {
    const { roster, recent } = this.door;
    const { state, category } = texts.walk_in;
    roster.add({ registration: id, name, country, category, state });
    this.door.scan({ registration: id });
    const heard = ({ registration, done }) => {
      if (!done) recent.say(fill(texts.walk_in.refused, { name }));
      if (registration) roster.drop(id);
      roster.refresh();
    };
    answered.then(heard, (error) => this.door.failed(error));
  }

  /** The promise is kept once the server has answered, however long that takes. */
  #do(what, fields) {
    const { api, queue, choices } = this.door;
    const act = { id: uuid7(), do: what, checkpoint: choices.checkpoint, done_at: api.now().toISOString(), ...fields };
    return { id: act.id, answered: queue.add(act) };
  }

  /** The server's answer, unless it takes so long that this device goes on by itself. */
  async #withPatience(answered, patienceMs = PATIENCE_MS) {
    const wait = this.door.isAlone ? 0 : patienceMs;
    const patience = new Promise((resolve) => setTimeout(resolve, wait, null));
    try {
      return await Promise.race([answered, patience]);
    } catch (error) {
      this.door.failed(error);
      return { done: false };
    }
  }

  /** What the server says to an act that was already told as done. */
  async #settled(answered, person) {
    try {
      const answer = await answered;
      if (!answer.done) this.#refused(person, answer);
    } catch (error) {
      this.door.failed(error);
    }
  }

  #refused({ name }, { error }) {
    if (error) this.door.verdict.show({ ...texts.failed, advice: error }, { delegate: { name } });
  }

  #say(look, { name }) {
    this.door.verdict.show(look, { delegate: { name } });
    this.door.sounds.play(look.sound);
  }
}

/** What a look advises, about this printer. */
function adviceAt({ advice }, printer) {
  return fill(advice, { printer });
}

function saying(look, printer) {
  return { ...look, advice: adviceAt(look, printer) };
}

function byId(id) {
  return document.getElementById(id);
}
