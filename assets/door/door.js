import { Acts } from "./acts.js";
import { DoorApi, NoAnswer, NotPaired } from "./api.js";
import { passAll } from "./bus.js";
import { CameraPanel } from "./camera-panel.js";
import { Choices } from "./choices.js";
import { clock } from "./clock.js";
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
import { Since } from "./since.js";
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
/** A server that took the scan but gives no answer is told of after that. */
const LONG_PATIENCE_MS = 8000;
/** A clock may be set at any time, and a phone sleep: timers alone do not notice. */
const LOOK_AT_CLOCK_MS = 60_000;
const ASK_AGAIN_MS = 10_000;
/** A server that gives lists and takes nothing answers and fails in turn: it is not back each time. */
const BACK_AGAIN_MS = 3000;
/** The server and this device agree on the time no better than that. */
const SAME_TIME_MS = 10_000;
/** The share of its charge below which a battery does not last until the evening. */
const LOW_BATTERY = 0.15;

/** The scan page: every way a badge comes in leads to `scan`, every result to `#show`. */
class Door {
  #latest = null;
  #shown = null;
  #connected = true;
  #aloneSince = null;
  #lastAlone = null;
  #backAt = -Infinity;
  #isStopped = false;
  #taken = null;
  #told = null;
  /** Whom the last delegation's one tap has let pass. */
  passed = [];

  constructor() {
    clock.end = Date.parse(texts.until);
    this.form = byId("code-form");
    this.api = new DoorApi((answered, error) => this.#connection(answered, error));
    this.since = new Since(texts.device, () => this.#sinceChanged());
    this.queue = new ScanQueue(this.api, () => this.#queueChanged(), this.since);
    this.roster = new Roster(Store.open(), this.api, this.since, (asked, names) => this.#read(asked, names));
    this.verdict = new VerdictScreen(() => this.#more(this.#shown), () => this.acts.undoThese(this.passed));
    this.recent = new RecentScans((scan, result) => this.#more({ scan, result }));
    this.acts = new Acts(this);
    this.sounds = new Sounds(memory.get("sound") !== "off");
    this.choices = new Choices(this.form, () => this.#checkpointChosen());
    this.leftOnOut = new LeftOnOut(() => this.choices.turn("in"));
    this.counter = new Counter(this.api, this.since, { onCount: tellCount, onUnpaired: () => this.#unpaired() });
    this.search = new PeopleSearch({
      search: (words) => this.#find(words),
      isInstant: () => this.roster.isWhole && holdsNames(this.roster),
      direction: () => this.choices.direction,
      onChosen: (person) => this.sheet.found(person),
      onUnpaired: () => this.#unpaired(),
    });
    this.delegation = new Delegation({
      members: (person, by) => this.#members(person, by),
      direction: () => this.choices.direction,
    });
    this.sheet = new PersonSheet({
      direction: () => this.choices.direction,
      countGroup: (person) => this.delegation.size(person),
      wayOf: (person) => this.#wayOf(person),
      canUndo: (scan) => this.acts.canUndo(scan, scan),
      onAdmit: ({ registration }) => this.scan({ registration }),
      onGroup: async (person) => passAll(this, await this.delegation.choose(person)),
      onUndo: (person, scan) => this.acts.undo(person, scan),
      onLost: (person) => this.acts.replaceBadge(person),
      onPrint: (person) => this.acts.printBadge(person),
      onNote: (person) => this.acts.note(person),
    });
    new WalkInForm((fields) => (this.#isStopped ? this.#tellEnd() : this.acts.walkIn(fields)));
  }

  /** Whether this device decides by itself, since the server does not answer. */
  get isAlone() {
    return !this.#connected && this.roster.isWhole;
  }

  start() {
    // The browser would keep a note of every request of a long day, for a reader there is not.
    performance.setResourceTimingBufferSize(0);
    this.live = new Live({ onNews: (news) => this.#heard(news), onUnpaired: () => this.#unpaired() });
    this.live.start();
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
    // What the server does not take holds up no newer page, which may know better, as long as it is kept.
    const isSending = () => this.queue.length > 0 && !(this.queue.isStuck && this.queue.isKept);
    const isBusy = () => !this.#connected || isSending() || this.verdict.isReadWithin(texts.idle_ms * 10) || isInUse();
    const update = new Update({ version: texts.version, idleMs: texts.idle_ms, isBusy, take: openNewest });
    this.status = new Status(this.api, {
      look: () => ({
        queue: this.queue.length,
        heldBack: this.queue.heldBack,
        direction: this.choices.direction,
        aloneSince: this.#lastAlone,
      }),
      onVersion: (version) => update.heard(version),
      onBattery: tellBattery,
      onUnpaired: () => this.#unpaired(),
    });
    this.status.start();
  }

  /** Brings everything here that the page needs when the server is gone. */
  async #prepareToBeAlone() {
    this.#taken = Store.open().then((store) => store && this.queue.keepIn(store)).catch(() => {});
    await this.roster.start();
    this.#taken = Promise.all([this.#taken, this.roster.takeSince().catch(() => {})]);
    document.documentElement.dataset.roster = this.roster.isWhole ? "whole" : "none";
    this.#lookAtClock();
    prepare(this.roster);
    await this.#taken;
    const worker = await navigator.serviceWorker?.register("/door-worker.js").catch(() => null);
    if (!worker) return;
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ page: location.pathname });
  }

  /** What is kept ends with the pairing, by the server's clock; while it answers, it is asked. */
  async #lookAtClock() {
    clock.keep();
    this.#tellClock();
    if (this.#isStopped) return;
    const left = () => Date.parse(texts.until) - clock.now();
    if (left() <= 0 && !(await this.#isStillPaired())) return this.#unpaired();
    setTimeout(() => this.#lookAtClock(), left() > 0 ? Math.min(LOOK_AT_CLOCK_MS, left()) : ASK_AGAIN_MS);
  }

  async #isStillPaired() {
    return this.api.count(this.choices.checkpoint).then(() => true, (error) => !(error instanceof NotPaired || error instanceof NoAnswer));
  }

  /** `who` is a badge's code or a registration; `seenAt` when the badge came into the picture. */
  async scan(who, seenAt = performance.now()) {
    byId("ask").close();
    if (this.#isStopped) return this.#tellEnd();
    const { checkpoint, direction } = this.choices;
    const scan = { id: uuid7(), ...who, checkpoint, direction, scanned_at: this.api.now().toISOString() };
    this.#latest = scan.id;
    this.verdict.expect(!this.#connected && !this.roster.isWhole);
    const answered = this.queue.add(scan);
    const late = setTimeout(() => scan.id === this.#latest && this.verdict.expect(true), LONG_PATIENCE_MS);
    try {
      const result = await this.firstVerdict(scan, answered);
      clearTimeout(late);
      this.#show(scan, result, seenAt);
    } catch (error) {
      clearTimeout(late);
      this.failed(error);
    }
  }

  /** The server's, or after a while this device's own; the server hears which it was. */
  async firstVerdict(scan, answered) {
    const patience = new Promise((resolve) => setTimeout(resolve, this.#connected ? PATIENCE_MS : 0));
    const first = await Promise.race([answered, patience]);
    if (first || !this.roster.isWhole || !this.roster.rule(scan.checkpoint)) return first ?? answered;
    await this.#taken;
    const own = await judge(this.roster, scan);
    this.queue.told(scan.id, own.verdict, own.rehearsal ? undefined : { registration: own.registration });
    answered.then((result) => this.#judgedLater(scan, own, result), (error) => this.failed(error));
    return own;
  }

  /** The server saw it otherwise: that stands in the list of the last scans; the desk sees it too. */
  #judgedLater(scan, own, result) {
    if (this.#isStopped || result.verdict === own.verdict) return;
    const { delegate, registration } = own;
    this.recent.add(scan, { delegate, registration, ...result }, lookOf(result));
  }

  #show(scan, result, seenAt) {
    if (this.#isStopped) return;
    if (!this.roster.isWhole) result.was_inside = undefined;
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

  /** Puts a result among the last ones. */
  keep(scan, result) {
    if (this.#isStopped) return;
    if (result.rehearsal) this.roster.rehearsals.note(scan, result, texts.device);
    this.recent.add(scan, result, lookOf(result));
  }

  /** Says something that is no verdict over a scan. */
  tell(look, result) {
    if (this.#isStopped) return;
    this.verdict.show(look, result);
    this.sounds.play(look.sound);
  }

  /** The same, among the last scans. */
  say(sentence) {
    if (!this.#isStopped) this.recent.say(sentence);
  }

  /** Hundreds are answered at once when the server is back: the page is told once. */
  #sinceChanged() {
    this.#told ??= Promise.resolve().then(() => {
      this.#told = null;
      this.roster.saveSoon();
      this.counter.show();
    });
  }

  /** The server's list was read; the names of categories and sites may have changed in it. */
  #read(asked, { categories, sites }) {
    for (const { id, category } of categories) texts.categories[category] = texts.categories[id] ??= category;
    for (const { id, site } of sites) texts.sites[site] = texts.sites[id] ??= site;
    if (asked) this.counter.told(this.roster.counts, asked);
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
    if (this.#isStopped) return [];
    if (!texts.strict) return this.roster.membersLike(person, by, checkpoint);
    const told = await this.api.delegation(person, by, checkpoint).catch(() => []);
    return told.map((one) => ({ ...one, first: this.#firstOf(one, checkpoint) }));
  }

  /** How somebody went through these doors today, as the server knows it or as far as it was heard of here. */
  async #wayOf({ registration }) {
    const told = await this.api.passages(registration).catch(() => null);
    if (this.#isStopped) return null;
    if (told) this.since.learn(registration, told.passages);
    return { inside: told?.inside, passages: this.since.way(registration) };
  }

  #heard({ passages, inside }) {
    this.since.heard(passages);
    this.counter.told(inside);
    const isArrival = ({ checkpoint_id: id, direction, verdict }) => direction === "in" && verdict !== "undone" && id === this.choices.checkpoint;
    if (passages.some(isArrival)) this.leftOnOut.arrived();
    this.search.heard(passages);
  }

  failed(error) {
    if (error instanceof NotPaired) return this.#unpaired();
    if (!this.#isStopped) this.tell(texts.failed);
  }

  /** A door that is none any more judges nobody, and knows nobody; what it took before is still sent. */
  #unpaired() {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#shown = null;
    this.passed = [];
    for (const part of [this.live, this.status, this.counter, this.roster]) part?.end();
    this.since.clear();
    this.roster = new Roster(null, this.api);
    forgetNames();
    this.#tellEnd();
    this.#forgetOnceSent();
    this.queue.retry();
  }

  /** Whether its time was over, or the desk has ended it before. */
  #tellEnd() {
    const look = Date.parse(texts.until) - clock.now() < SAME_TIME_MS ? texts.over : texts.stopped;
    this.verdict.show(look);
    this.sounds.play(look.sound);
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
    if (this.#isStopped) return [];
    const found = isWhole ? findPeople(this.roster, words, checkpoint).map((person) => this.roster.at(checkpoint, person)) : [];
    if (found.length > 0 || (isWhole && !this.#connected)) return found;
    try {
      const told = await this.api.search(words, checkpoint);
      return this.#isStopped ? [] : told.map((person) => ({ ...person, first: this.#firstOf(person, checkpoint) }));
    } catch (error) {
      if (!(error instanceof NoAnswer) || !isWhole) throw error;
      return found;
    }
  }

  /** Since when somebody is inside whom the server has found. */
  #firstOf({ registration, first }, checkpoint) {
    return this.roster.isWhole ? this.roster.insideSince(checkpoint, registration) : first;
  }

  #checkpointChosen() {
    byId("door-place").textContent = this.choices.checkpointName;
    this.counter.follow(this.choices.checkpoint);
    this.leftOnOut.chosen(this.choices.direction);
    this.search.refresh();
  }

  #connection(answered, error) {
    if (error instanceof NotPaired) this.#unpaired();
    const isNews = answered !== this.#connected;
    this.#tellClock();
    this.#connected = answered;
    if (isNews) this.#aloneSince = answered ? null : this.api.now();
    this.#lastAlone = this.#aloneSince ?? this.#lastAlone;
    this.#tellConnection();
    if (!isNews) return;
    if (answered) this.#isBack();
    else if (this.queue.length > 0 && !this.roster.isWhole && !this.#isStopped) this.verdict.expect(true);
  }

  /** What waits goes at once; where that was just tried, after its own pause. */
  #isBack() {
    if (performance.now() - this.#backAt < BACK_AGAIN_MS) return;
    this.#backAt = performance.now();
    this.queue.retry();
    this.status?.again();
    if (!this.#isStopped) this.roster.refresh();
  }

  #tellConnection() {
    const { ok, waiting, lost, alone } = texts.connection;
    const away = this.roster.isWhole ? alone : lost;
    const sentence = this.#connected ? (this.queue.length > 1 || this.queue.isStuck ? waiting : ok) : away;
    const time = this.#aloneSince && timeOf(this.#aloneSince, this.choices.checkpoint);
    byId("door-connection").textContent = fill(sentence, { count: this.queue.length, time });
    byId("door-connection").classList.toggle("on", this.#connected);
    byId("door-connection").classList.toggle("says", sentence !== ok);
  }

  #tellClock() {
    const minutes = Math.round(clock.wrong / 60_000);
    if (clock.isUnsure) tellLine("door-clock", texts.clock.unsure);
    else tellLine("door-clock", minutes && fill(texts.clock[minutes < 0 ? "ahead" : "behind"], { minutes: Math.abs(minutes) }));
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

function tellCount({ inside, expected, came }) {
  byId("door-count").textContent = inside;
  const isKnown = typeof expected === "number" && typeof came === "number";
  tellLine("door-expected", isKnown && fill(texts.expected, { came, expected }));
}

function tellBattery({ level, charging }) {
  tellLine("door-battery", level <= LOW_BATTERY && !charging && fill(texts.battery, { percent: Math.round(level * 100) }));
}

/** A line of the top of the page, where there is something to say. */
function tellLine(id, sentence) {
  const line = byId(id);
  line.hidden = !sentence;
  if (line.textContent !== (sentence || "")) line.textContent = sentence || "";
}

/** Whoever was scanned, found, listed or typed on this page: no name stays on the screen, nor behind it. */
function forgetNames() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  for (const part of document.querySelectorAll(".people, #recent, #sheet-way, #next-badge-symbol, #next-badge-code, dialog :is(bdi, [dir=auto], .at, .chip, [data-name])")) part.replaceChildren();
  for (const field of document.querySelectorAll("main input:not([type=hidden], [type=radio]), textarea")) field.value = "";
  document.body.classList.remove("seeking");
  byId("search-status").textContent = "";
  byId("recent-part").hidden = true;
}

function byId(id) {
  return document.getElementById(id);
}

new Door().start();
