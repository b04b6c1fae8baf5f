import { Refused } from "./api.js";
import { hashesOf, pack, unpack, unpackInside, unpackPerson } from "./packed.js";
import { Rehearsals } from "./rehearsals.js";
import { refusalOf } from "./rules.js";
import { Since } from "./since.js";
import { LIST, SINCE, takeList } from "./store.js";
import { uuid7 } from "./uuid7.js";

const BETWEEN_MS = 60_000;
const SAVED_AFTER_MS = 500;

/**
 * Who may come and who is inside: this device's own list, for the time when it cannot ask. It is what the server said
 * the last time; what happened since is laid over it wherever somebody asks.
 */
export class Roster {
  /** A person by registration; a line of what was kept until somebody asks for this person. */
  #people = new Map();
  /** A whole list that is being told anew; the one before serves until this one is complete. */
  #anew = null;
  #words = [];
  /** Whose badge it is, by its hash; of a kept list, gathered when the first badge is asked for. */
  #badges = null;
  /** The scans that let in who is inside now: by registration, of each checkpoint. */
  #inside = new Map();
  /** By the checkpoint's lasting id. */
  #rules = new Map();
  #cursor = null;
  #insideCursor = null;
  /** What is kept of it, by which what is kept beside it is known to belong to it. */
  #kept = {};
  #isWhole = false;
  #isRead = false;
  #isUnsaved = false;
  #timer = null;
  #turn = Promise.resolve();
  #next = null;

  /**
   * `store` is opened meanwhile: a promise, or null where nothing is kept. `onRead(asked, answer)` hears of a state that
   * was read whole, and what categories and sites are called in it.
   */
  constructor(store, api, since = new Since(), onRead = () => {}) {
    this.rehearsals = new Rehearsals();
    this.store = store;
    this.api = api;
    this.since = since;
    this.onRead = onRead;
    since.base = (checkpoint, registration) => this.#inside.get(checkpoint)?.get(registration);
  }

  /** What was kept the last time, at once; what changed since comes after it, again and again. */
  async start() {
    const kept = await takeList();
    const list = kept && unpack(kept);
    if (!list) return this.refresh();
    this.#restore(list);
    this.refresh();
  }

  /** Asks for what changed, one question after the other; a server that is away is asked again later. */
  refresh() {
    this.#next ??= this.#turn.then(() => this.#read());
    return (this.#turn = this.#next);
  }

  async #read() {
    this.#next = null;
    clearTimeout(this.#timer);
    try {
      await this.#ask();
      if (this.#isUnsaved) await this.#save();
    } catch {
      // The list stays as it is.
    }
    if (this.api) this.#timer = setTimeout(() => this.refresh(), BETWEEN_MS);
  }

  /** Asks no more, and is kept no longer. */
  end() {
    takeList(); // nor does it stay in memory, if nobody has asked for it yet
    clearTimeout(this.#timer);
    clearTimeout(this.saving);
    this.api = null;
    this.store?.then((store) => store?.clear("roster")).catch(() => {});
    this.store = null;
  }

  /** What happened after the list was kept, with what belongs to it. */
  async takeSince() {
    const kept = await (await this.store)?.getText(...SINCE);
    const { stamp, entries } = kept ? JSON.parse(kept) : {};
    if (stamp && stamp === this.#kept.stamp && !this.#isRead) this.since.restore(entries);
  }

  saveSoon() {
    this.saving ??= setTimeout(() => this.#saveSince().catch(() => {}), SAVED_AFTER_MS);
  }

  /** Whether the whole list is here, so that a badge that is not in it is nobody's. */
  get isWhole() {
    return this.#isWhole;
  }

  /** The badge with this hash: whose it is, and whether it was replaced. */
  badge(hash) {
    this.#badges ??= this.#gatherBadges();
    const registration = this.#badges.get(hash);
    const person = this.person(registration);
    const badge = person?.badges.find((one) => one.code_sha256 === hash);
    if (!badge) return undefined;
    // Who does not come gets no other badge, so this one is not replaced; the desk sees to it.
    const lostAt = person.state === "confirmed" ? this.since.lostAt(registration) : undefined;
    const revokedAt = badge.revoked_at ?? lostAt;
    return { registration, revoked: badge.revoked || Boolean(lostAt), revokedAt, sealed: badge.sealed };
  }

  person(registration) {
    const name = this.since.nameOf(registration);
    return this.#person(name) ?? this.since.person(name);
  }

  *people() {
    yield* this.#all();
    for (const person of this.since.people()) if (!this.#people.has(person.registration)) yield person;
  }

  /** A person as they stand at a checkpoint: with `first` if inside, with `refusal` if it does not let them pass. */
  at(checkpoint, person) {
    const rule = this.rule(checkpoint);
    const isJudged = rule && person.state === "confirmed";
    return {
      ...person,
      first: this.insideSince(checkpoint, person.registration),
      refusal: isJudged ? refusalOf(rule, person) : undefined,
    };
  }

  /** Everybody of the same "organisation" or "country" as this person, as they stand at a checkpoint; those first who
   * are not in yet. */
  membersLike(person, by, checkpoint) {
    const wanted = same(person[by]);
    const members = [];
    for (const one of this.people()) {
      if (!one.name || !wanted || same(one[by]) !== wanted) continue;
      members.push(this.at(checkpoint, one));
    }
    return members.sort((a, b) => Boolean(a.first) - Boolean(b.first) || a.name.localeCompare(b.name));
  }

  rule(checkpoint) {
    return this.#rules.get(checkpoint);
  }

  /** The scan that let a person in who is inside now. */
  insideSince(checkpoint, registration) {
    return this.since.insideSince(checkpoint, registration);
  }

  countInside(checkpoint) {
    return this.#countRead(checkpoint) + this.since.change(checkpoint);
  }

  /** How many are inside at each checkpoint, by the server. */
  get counts() {
    return Object.fromEntries([...this.#rules.keys()].map((checkpoint) => [checkpoint, this.#countRead(checkpoint)]));
  }

  #countRead(checkpoint) {
    return this.#inside.get(checkpoint)?.size ?? 0;
  }

  async #ask() {
    const asked = this.since.ask();
    const before = this.#written();
    await this.#askPeople();
    await this.#askInside();
    this.#isUnsaved ||= before !== this.#written();
    this.#isWhole = this.#isRead = true;
    this.since.read(asked);
    this.onRead(asked, this.names);
  }

  async #askPeople() {
    let more = true;
    while (more) {
      const answer = await this.#answer("roster", this.#cursor);
      if (answer.whole || !this.#cursor) this.#anew = new Map();
      for (const person of answer.people) this.#add(person);
      this.#rules = new Map(answer.checkpoints.map((rule) => [rule.id, rule]));
      this.rehearsals.all = answer.rehearsals;
      this.names = { categories: answer.categories, sites: answer.sites };
      this.#cursor = answer.cursor;
      more = answer.more;
      this.#isUnsaved ||= answer.people.length > 0 || this.#anew !== null;
    }
    if (this.#anew) [this.#people, this.#badges, this.#anew] = [this.#anew, null, null];
  }

  async #askInside() {
    const { whole, cursor, inside, outside = [] } = await this.#answer("inside", this.#insideCursor);
    const isWhole = whole !== false || !this.#insideCursor;
    if (isWhole) this.#inside = new Map();
    for (const { registration, checkpoint_id: checkpoint } of outside) passagesAt(this.#inside, checkpoint).delete(registration);
    for (const { checkpoint_id: checkpoint, ...passage } of inside) {
      passagesAt(this.#inside, checkpoint).set(passage.registration, { ...passage, checkpoint });
    }
    this.#insideCursor = cursor;
    this.#isUnsaved ||= isWhole || inside.length + outside.length > 0;
  }

  /** A cursor that the server does not know is none; and nothing that comes after the end is taken. */
  async #answer(what, cursor) {
    const { api } = this;
    const answer = await api[what](cursor).catch((error) => {
      if (!cursor || !(error instanceof Refused)) throw error;
      return api[what](null);
    });
    if (!this.api) throw new Error("ended");
    return answer;
  }

  #written() {
    return JSON.stringify([[...this.#rules], this.rehearsals.all, this.names]);
  }

  #person(registration) {
    const known = this.#people.get(registration);
    if (typeof known !== "string") return known;
    const person = unpackPerson(known, this.#words);
    this.#people.set(registration, person);
    return person;
  }

  *#all() {
    for (const registration of this.#people.keys()) yield this.#person(registration);
  }

  #add(person) {
    (this.#anew ?? this.#people).set(person.registration, person);
    if (this.#anew || !this.#badges) return;
    for (const { code_sha256: hash } of person.badges) this.#badges.set(hash, person.registration);
  }

  #gatherBadges() {
    const all = new Map();
    for (const [registration, known] of this.#people) {
      const hashes = typeof known === "string" ? hashesOf(known) : known.badges.map((badge) => badge.code_sha256);
      for (const hash of hashes) all.set(hash, registration);
    }
    return all;
  }

  #restore(list) {
    this.#words = list.words;
    this.#people = list.people;
    for (const passage of unpackInside(list)) passagesAt(this.#inside, passage.checkpoint).set(passage.registration, passage);
    this.#rules = new Map(list.rules);
    this.rehearsals.all = list.rehearsals;
    this.names = list.names;
    this.#cursor = list.cursor;
    this.#insideCursor = list.insideCursor;
    this.#kept = { stamp: list.stamp };
    this.#isWhole = true;
    this.onRead(0, this.names);
  }

  /** The list, and then what came after it: of no use with another list. */
  async #save() {
    const stamp = uuid7();
    const more = { rules: [...this.#rules], rehearsals: this.rehearsals.all, names: this.names, cursor: this.#cursor };
    const text = pack(this.#all(), passagesOf(this.#inside), { ...more, insideCursor: this.#insideCursor, stamp });
    await this.#put(LIST, text);
    this.#isUnsaved = false;
    this.#kept = { stamp };
    await this.#saveSince();
  }

  async #saveSince() {
    clearTimeout(this.saving);
    this.saving = undefined;
    await this.#put(SINCE, JSON.stringify({ ...this.#kept, entries: this.since.kept }));
  }

  async #put(place, text) {
    const store = await this.store;
    await store?.putText(...place, text);
    // It ended meanwhile.
    if (!this.store) await store?.clear("roster");
  }
}

function passagesAt(inside, checkpoint) {
  if (!inside.has(checkpoint)) inside.set(checkpoint, new Map());
  return inside.get(checkpoint);
}

function* passagesOf(inside) {
  for (const there of inside.values()) yield* there.values();
}

function same(text) {
  return text?.trim().toLowerCase();
}
