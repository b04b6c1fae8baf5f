import { Acts } from "./acts.js";
import { DoorApi, NoAnswer, NotPaired } from "./api.js";
import { passAll } from "./bus.js";
import { CameraPanel } from "./camera-panel.js";
import { Choices } from "./choices.js";
import { Counter } from "./counter.js";
import { Delegation } from "./delegation.js";
import { isBusy } from "./dialogs.js";
import { judge } from "./judge.js";
import { LeftOnOut } from "./left-on-out.js";
import { Live } from "./live.js";
import { memory } from "./memory.js";
import { findPeople, holdsNames, prepare } from "./name-finder.js";
import { PeopleSearch } from "./people-search.js";
import { PersonSheet } from "./person-sheet.js";
import { RecentScans } from "./recent-scans.js";
import { Roster } from "./roster.js";
import { ScanQueue } from "./scan-queue.js";
import { listenForScanner } from "./scanner-keys.js";
import { Sounds } from "./sounds.js";
import { Status } from "./status.js";
import { Store } from "./store.js";
import { fill, lookOf, texts, timeOf } from "./texts.js";
import { openNewest, Update } from "./update.js";
import { uuid7 } from "./uuid7.js";
import { VerdictScreen } from "./verdict-screen.js";
import { WalkInForm } from "./walk-in.js";
import { keepAwake } from "../wake-lock.js";

/** How long the server is waited for before the device decides by itself. */
const PATIENCE_MS = 1500;
/** Browsers count no further. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The scan page: every way a badge comes in leads to `scan`, every result to `#show`. */
class Door {
  #latest = null;
  #shown = null;
  #connected = true;
  #aloneSince = null;
  #lastAlone = null;
  #isStopped = false;

  constructor() {
    this.form = byId("code-form");
    this.api = new DoorApi((answered) => this.#connection(answered));
    this.queue = new ScanQueue(this.api, () => this.#queueChanged());
    this.roster = new Roster(Store.open(), this.api);
    this.verdict = new VerdictScreen(() => this.#more(this.#shown));
    this.recent = new RecentScans((scan, result) => this.#more({ scan, result }));
    this.acts = new Acts(this);
    this.sounds = new Sounds(memory.get("sound") !== "off");
    this.choices = new Choices(this.form, () => this.#checkpointChosen());
    this.leftOnOut = new LeftOnOut(() => this.choices.turn("in"));
    this.counter = new Counter(this.api, {
      onCount: (inside) => (byId("door-count").textContent = inside),
      onUnpaired: () => this.failed(new NotPaired()),
    });
    this.search = new PeopleSearch({
      search: (words) => this.#find(words),
      isInstant: () => this.roster.isWhole && holdsNames(this.roster),
      direction: () => this.choices.direction,
      onChosen: (person) => this.sheet.found(person),
      onUnpaired: () => this.failed(new NotPaired()),
    });
    this.delegation = new Delegation({
      members: (person, by) => this.#members(person, by),
      direction: () => this.choices.direction,
    });
    this.sheet = new PersonSheet({
      direction: () => this.choices.direction,
      countGroup: (person) => this.delegation.size(person),
      onAdmit: ({ registration }) => this.scan({ registration }),
      onGroup: async (person) => passAll(this, await this.delegation.choose(person)),
      onUndo: (person, scan) => this.acts.undo(person, scan),
      onLost: (person) => this.acts.replaceBadge(person),
      onPrint: (person) => this.acts.printBadge(person),
      onNote: (person) => this.acts.note(person),
    });
    new WalkInForm((fields) => this.acts.walkIn(fields));
  }

  /** Whether this device decides by itself, since the server does not answer. */
  get isAlone() {
    return !this.#connected && this.roster.isWhole;
  }

  start() {
    // The browser would keep a note of every request of a long day, for a reader there is not.
    performance.setResourceTimingBufferSize(0);
    new Live({ onNews: (news) => this.#heard(news), onUnpaired: () => this.failed(new NotPaired()) }).start();
    this.camera = new CameraPanel((code, at) => isBusy() || this.scan({ code }, at));
    listenForScanner((code) => this.scan({ code }));
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    addEventListener("input", () => this.verdict.close());
    addEventListener("keydown", (event) => this.#keyPressed(event));
    addEventListener("online", () => this.queue.retry());
    this.#offerSound();
    byId("leave").addEventListener("click", (event) => this.#leaving(event));
    this.#checkpointChosen();
    this.#prepareToBeAlone();
    this.#tellTheDesk();
    keepAwake();
  }

  /** The desk sees how this device is; the server's answer shows whether the page has grown old. */
  #tellTheDesk() {
    const isInUse = () => document.querySelector("dialog[open], #walk-in-part[open]") !== null;
    const isBusy = () => !this.#connected || this.queue.length > 0 || this.verdict.isReadWithin(texts.idle_ms * 10) || isInUse();
    const update = new Update({ version: texts.version, idleMs: texts.idle_ms, isBusy, take: openNewest });
    new Status(this.api, {
      look: () => ({ queue: this.queue.length, aloneSince: this.#lastAlone }),
      onVersion: (version) => update.heard(version),
      onUnpaired: () => this.failed(new NotPaired()),
    }).start();
  }

  /** Brings everything here that the page needs when the server is gone. */
  async #prepareToBeAlone() {
    const taken = Store.open().then((store) => store && this.queue.keepIn(store)).catch(() => {});
    const left = Date.parse(texts.until) - Date.now();
    if (left <= 0) return taken.then(() => this.failed(new NotPaired()));
    // What is kept ends with the pairing, by the device's own clock too.
    if (left <= LONGEST_TIMER_MS) setTimeout(() => this.failed(new NotPaired()), left);
    await this.roster.start();
    document.documentElement.dataset.roster = this.roster.isWhole ? "whole" : "none";
    prepare(this.roster);
    await taken;
    const worker = await navigator.serviceWorker?.register("/door-worker.js").catch(() => null);
    if (!worker) return;
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ page: location.pathname });
  }

  /** `who` is a badge's code or a registration; `seenAt` when the badge came into the picture. */
  async scan(who, seenAt = performance.now()) {
    byId("ask").close();
    if (this.#isStopped) return this.failed(new NotPaired());
    const { checkpoint, direction } = this.choices;
    const scan = { id: uuid7(), ...who, checkpoint, direction, scanned_at: this.api.now().toISOString() };
    this.#latest = scan.id;
    // Before anybody else tells that they went.
    const wasInside = direction === "out" && this.roster.isWhole ? this.#wasInside(scan) : null;
    this.verdict.expect(!this.#connected && !this.roster.isWhole);
    const answered = this.queue.add(scan);
    try {
      const result = await this.firstVerdict(scan, answered);
      this.#show(scan, { was_inside: await wasInside, ...result }, seenAt);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Whether whoever is read out now was inside, as far as this device knows. */
  async #wasInside(scan) {
    const { registration } = await judge(this.roster, scan);
    return registration ? Boolean(this.roster.insideSince(scan.checkpoint, registration)) : null;
  }

  /** The server's, or after a while this device's own; the server hears which it was. */
  async firstVerdict(scan, answered) {
    if (!this.roster.isWhole) return answered;
    const patience = new Promise((resolve) => setTimeout(resolve, this.#connected ? PATIENCE_MS : 0));
    const first = await Promise.race([answered, patience]);
    if (first) return first;
    const own = await judge(this.roster, scan);
    this.queue.told(scan.id, own.verdict);
    answered.then((result) => this.#judgedLater(scan, own, result), (error) => this.failed(error));
    this.#notePassage(scan, own);
    return own;
  }

  /** The server saw it otherwise: that stands in the list of the last scans; the desk sees it too. */
  #judgedLater(scan, own, result) {
    if (result.verdict !== own.verdict) this.recent.add(scan, result, lookOf(result));
  }

  /** Who has just passed is in, or gone, before the others' doors are heard of. */
  #notePassage(scan, { verdict, registration, rehearsal }) {
    if (rehearsal) return;
    if (verdict !== "admitted" && verdict !== "left") return;
    const { checkpoint, direction, scanned_at: at } = scan;
    this.roster.note({ checkpoint, registration, direction, at, device: texts.device });
  }

  #show(scan, result, seenAt) {
    const look = lookOf(result);
    this.keep(scan, result);
    if (result.verdict === "left") this.leftOnOut.left(result.was_inside !== false);
    this.sounds.play(look.sound);
    if (scan.id !== this.#latest) return;
    this.#shown = { scan, result };
    this.verdict.show(look, { ...result, checkpoint: scan.checkpoint });
    this.verdict.took(performance.now() - seenAt);
    if (result.verdict !== "unknown") byId("code").value = "";
  }

  /** Counts a result and puts it among the last ones. */
  keep(scan, result) {
    if (result.rehearsal) this.roster.rehearsals.note(scan, result, texts.device);
    else this.counter.note(result, scan);
    this.#notePassage(scan, result);
    this.recent.add(scan, result, lookOf(result));
  }

  #queueChanged() {
    this.#tellConnection();
    this.#forgetOnceSent();
  }

  /** What else can be done about somebody who was scanned. */
  #more({ scan, result }) {
    const { registration } = result;
    const first = this.roster.insideSince(this.choices.checkpoint, registration);
    const person = { ...this.roster.person(registration), ...result.delegate, registration, first };
    this.sheet.scanned(person, this.acts.canUndo(scan, result) ? scan : null);
  }

  /** Everybody who has that in common; strict doors hold no names, so the server says who. */
  async #members(person, by) {
    const { checkpoint } = this.choices;
    if (!texts.strict) return this.roster.membersLike(person, by, checkpoint);
    return this.api.delegation(person, by, checkpoint).catch(() => []);
  }

  #heard({ passages, inside }) {
    this.counter.told(inside);
    for (const passage of passages) this.roster.note(passage);
    const isArrival = ({ checkpoint, direction }) => direction === "in" && checkpoint === this.choices.checkpoint;
    if (passages.some(isArrival)) this.leftOnOut.arrived();
    this.search.heard(passages);
  }

  failed(error) {
    if (error instanceof NotPaired) this.#stop();
    const look = error instanceof NotPaired ? texts.stopped : texts.failed;
    this.verdict.show(look);
    this.sounds.play(look.sound);
  }

  /** A door that is none any more judges nobody, and knows nobody; what it took before is still sent. */
  #stop() {
    this.#isStopped = true;
    this.roster.end();
    this.roster = new Roster(null, this.api);
    this.#forgetOnceSent();
  }

  #forgetOnceSent() {
    if (this.#isStopped && this.queue.length === 0) Store.wipe();
  }

  /** Who leaves takes what is kept along: not before it is sent. */
  #leaving(event) {
    if (this.queue.length === 0) return;
    event.preventDefault();
    this.verdict.show(texts.unsent);
  }

  #keyPressed(event) {
    if (event.key !== "Escape" || !this.verdict.isOpen) return;
    event.preventDefault(); // or the browser empties the search field too
    this.verdict.close();
  }

  #submitted(event) {
    event.preventDefault();
    const code = byId("code").value.trim();
    if (code) this.scan({ code });
  }

  /** This device's own list answers at once; of who is not in it, such as the declined, the server knows. */
  async #find(words) {
    const { checkpoint } = this.choices;
    const isWhole = this.roster.isWhole && holdsNames(this.roster);
    const found = isWhole ? findPeople(this.roster, words, checkpoint) : [];
    if (found.length > 0 || (isWhole && !this.#connected)) return found;
    try {
      return await this.api.search(words, checkpoint);
    } catch (error) {
      if (!(error instanceof NoAnswer) || !isWhole) throw error;
      return found;
    }
  }

  #checkpointChosen() {
    byId("door-place").textContent = this.choices.checkpointName;
    this.counter.follow(this.choices.checkpoint);
    this.leftOnOut.chosen(this.choices.direction);
    this.search.refresh();
  }

  #connection(answered) {
    const isNews = answered !== this.#connected;
    this.#connected = answered;
    if (isNews) this.#aloneSince = answered ? null : this.api.now();
    this.#lastAlone = this.#aloneSince ?? this.#lastAlone;
    this.#tellConnection();
    if (!isNews) return;
    if (answered) {
      this.queue.retry();
      this.roster.refresh();
    }
    else if (this.queue.length > 0 && !this.roster.isWhole) this.verdict.expect(true);
  }

  #tellConnection() {
    const { ok, waiting, lost, alone } = texts.connection;
    const away = this.roster.isWhole ? alone : lost;
    const sentence = this.#connected ? (this.queue.length > 1 ? waiting : ok) : away;
    const time = this.#aloneSince && timeOf(this.#aloneSince, this.choices.checkpoint);
    byId("door-connection").textContent = fill(sentence, { count: this.queue.length, time });
    byId("door-connection").classList.toggle("on", this.#connected);
    byId("door-connection").classList.toggle("says", sentence !== ok);
  }

  #offerSound() {
    const button = byId("sound");
    button.hidden = false;
    const tell = () => button.setAttribute("aria-pressed", String(this.sounds.isOn));
    button.addEventListener("click", () => {
      this.sounds.isOn = !this.sounds.isOn;
      memory.set("sound", this.sounds.isOn ? "on" : "off");
      tell();
    });
    tell();
  }
}

function byId(id) {
  return document.getElementById(id);
}

new Door().start();
