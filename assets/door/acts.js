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
  #walkIn = null;

  constructor(door) {
    this.door = door;
  }

  /** Whether a scan can be taken back: it counted, and was not taken back yet. */
  canUndo({ id }, { verdict, rehearsal }) {
    return !rehearsal && ["admitted", "already_in", "left"].includes(verdict) && !this.#undone.has(id);
  }

  async undo(person, scan) {
    if ((await asked("undo", person.name)) !== "yes") return;
    const reason = document.querySelector("#undo [name=reason]:checked").value;
    this.#say(texts.undone, person);
    this.#undo(person, scan, reason);
  }

  /** Takes back what one tap has let pass, each scan by an act of its own. */
  undoThese(passed) {
    const left = passed.filter(({ scan }) => !this.#undone.has(scan.id));
    this.#say(texts.undone, { name: String(left.length) });
    for (const { scan, person } of left) this.#undo(person, scan, texts.mistake);
  }

  #undo(person, scan, reason) {
    this.#undone.add(scan.id);
    const of = this.door.since.undoing(person.registration, scan);
    this.#settled(this.#do("undo", { scan: scan.id, reason }, of).answered, person);
  }

  async replaceBadge(person) {
    if ((await asked("lost", person.name)) !== "yes") return;
    const { answered } = this.#do("badge_lost", { registration: person.registration }, {});
    answered.then(() => this.door.roster.refresh(), () => {});
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
    // What is mended is the same act: the desk has nothing of it to see to.
    this.#walkIn ??= uuid7();
    const { id, answered } = this.#do("walk_in", fields, undefined, this.#walkIn);
    const answer = await this.#withPatience(answered);
    if (answer?.fields) return answer.fields;
    this.#walkIn = null;
    if (!answer) {
      this.#walkInAlone(id, fields, answered);
      return null;
    }
    this.door.roster.refresh();
    if (!answer.done) this.#refused(fields, answer);
    else if (answer.known) this.#askWhether(fields, answer);
    else this.door.scan({ registration: answer.registration });
    if (answer.printer) this.door.say(adviceAt(texts.print.at, answer.printer));
    return null;
  }

  /** Somebody of this name is registered already: the same, or another? */
  async #askWhether(fields, answer) {
    const chosen = await this.door.sheet.known({ ...fields, ...answer });
    if (chosen === "another") this.walkIn({ ...fields, another: true });
  }

  /** The device lets the person in as the forum would; the server hears of it later. */
  #walkInAlone(id, { name }, answered) {
    const { queue, roster } = this.door;
    const { state, category, category_id } = texts.walk_in;
    queue.told(id, undefined, { state, category, category_id });
    this.door.scan({ registration: id });
    const heard = ({ done }) => {
      if (!done) this.door.say(fill(texts.walk_in.refused, { name }));
      roster.refresh();
    };
    answered.then(heard, (error) => this.door.failed(error));
  }

  /**
   * The promise is kept once the server has written it down, however long that takes. `of`, where the volunteer is told
   * at once that it is done: what it changes here.
   */
  #do(what, fields, of, id = uuid7()) {
    const { api, queue, choices } = this.door;
    const act = { id, do: what, checkpoint: choices.checkpoint, done_at: api.now().toISOString(), ...fields };
    return { id, answered: queue.add(act, of) };
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

  /** It waits at the desk, which is told why. */
  #refused({ name }, { error = "" }) {
    this.door.tell({ ...texts.kept, advice: `${error} ${texts.kept.advice}`.trim() }, { delegate: { name } });
  }

  #say(look, { name }) {
    this.door.tell(look, { delegate: { name } });
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
