import { hashesOf, pack, unpack, unpackInside, unpackPerson } from "./packed.js";
import { Rehearsals } from "./rehearsals.js";
import { LIST, takeList } from "./store.js";

const BETWEEN_MS = 60_000;
const SAVED_AFTER_MS = 2000;

/** Who may come: this device's own list, for the time when it cannot ask. */
export class Roster {
  /** A person by registration; a line of what was kept until somebody asks for this person. */
  #people = new Map();
  #words = [];
  /** Whose badge it is, by its hash; of a kept list, gathered when the first badge is asked for. */
  #badges = null;
  /** The scans that let in who is inside now: by registration, of each checkpoint. */
  #inside = new Map();
  #rules = new Map();
  #cursor = null;
  #isWhole = false;
  #timer = null;

  /** `store` is opened meanwhile: a promise, or null where nothing is kept. */
  constructor(store, api) {
    this.rehearsals = new Rehearsals();
    this.store = store;
    this.api = api;
  }

  /** What was kept the last time, at once; what changed since comes after it, again and again. */
  async start() {
    const kept = await takeList();
    const list = kept && unpack(kept);
    if (!list) return this.refresh();
    this.#restore(list);
    this.refresh();
  }

  /** Asks for what changed; a server that is away is asked again later. */
  async refresh() {
    clearTimeout(this.#timer);
    try {
      if (await this.#ask()) await this.#save();
    } catch {
      // The list stays as it is.
    }
    if (!this.api) return;
    this.#timer = setTimeout(() => this.refresh(), BETWEEN_MS);
  }

  /** Asks no more, and is kept no longer. */
  end() {
    takeList(); // nor does it stay in memory, if nobody has asked for it yet
    clearTimeout(this.#timer);
    clearTimeout(this.saving);
    this.api = null;
    this.store?.then((store) => store?.delete(...LIST)).catch(() => {});
    this.store = null;
  }

  /** Whether the whole list is here, so that a badge that is not in it is nobody's. */
  get isWhole() {
    return this.#isWhole;
  }

  /** The badge with this hash: whose it is, and whether it was replaced. */
  badge(hash) {
    this.#badges ??= this.#gatherBadges();
    const registration = this.#badges.get(hash);
    const badge = this.person(registration)?.badges.find((one) => one.code_sha256 === hash);
    return badge && { registration, revoked: badge.revoked, revokedAt: badge.revoked_at, sealed: badge.sealed };
  }

  person(registration) {
    const known = this.#people.get(registration);
    if (typeof known !== "string") return known;
    const person = unpackPerson(known, this.#words);
    this.#people.set(registration, person);
    return person;
  }

  *people() {
    for (const registration of this.#people.keys()) yield this.person(registration);
  }

  /** Everybody of the same "organisation" or "country" as this person, each with `first` if inside; those first who
   * are not in yet. */
  membersLike(person, by, checkpoint) {
    const wanted = same(person[by]);
    const members = [];
    for (const one of this.people()) {
      if (!one.name || !wanted || same(one[by]) !== wanted) continue;
      members.push({ ...one, first: this.insideSince(checkpoint, one.registration) });
    }
    return members.sort((a, b) => Boolean(a.first) - Boolean(b.first) || a.name.localeCompare(b.name));
  }

  /** Somebody registered at this door just now. */
  add(person) {
    this.#add({ sites: [], badges: [], ...person });
    this.#saveSoon();
  }

  /** The server knows this person by another name of the row: see `add`. */
  drop(registration) {
    this.#people.delete(registration);
    this.#saveSoon();
  }

  /** This person's badges are lost. */
  revokeBadges(registration, at) {
    for (const badge of this.person(registration)?.badges ?? []) {
      Object.assign(badge, { revoked: true, revoked_at: badge.revoked_at ?? at });
    }
    this.#saveSoon();
  }

  rule(checkpoint) {
    return this.#rules.get(checkpoint);
  }

  /** The scan that let a person in who is inside now. */
  insideSince(checkpoint, registration) {
    return this.#inside.get(checkpoint)?.get(registration);
  }

  countInside(checkpoint) {
    return this.#inside.get(checkpoint)?.size ?? 0;
  }

  /** Somebody passed a door, this one or another. */
  note({ checkpoint, registration, direction, at, device }) {
    const there = passagesAt(this.#inside, checkpoint);
    if (direction === "out") there.delete(registration);
    else if (!there.has(registration)) there.set(registration, { registration, checkpoint, at, device });
    this.#saveSoon();
  }

  /** Whether there was anything new. */
  async #ask() {
    const [rules, passages] = [this.#written(), this.#inside];
    let [more, isNew] = [true, !this.#isWhole];
    while (more) {
      const answer = await this.api.roster(this.#cursor);
      for (const person of answer.people) this.#add(person);
      this.#rules = new Map(answer.checkpoints.map((rule) => [rule.checkpoint, rule]));
      this.rehearsals.all = answer.rehearsals;
      this.#cursor = answer.cursor;
      more = answer.more;
      isNew ||= answer.people.length > 0;
    }
    const { inside } = await this.api.inside();
    this.#inside = byCheckpoint(inside);
    this.#isWhole = true;
    return isNew || rules !== this.#written() || !agree(passages, this.#inside);
  }

  #written() {
    return JSON.stringify([[...this.#rules], this.rehearsals.all]);
  }

  #add(person) {
    this.#people.set(person.registration, person);
    if (!this.#badges) return;
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
    this.#inside = byCheckpoint(unpackInside(list));
    this.#rules = new Map(list.rules);
    this.rehearsals.all = list.rehearsals;
    this.#cursor = list.cursor;
    this.#isWhole = true;
  }

  #saveSoon() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.#save().catch(() => {}), SAVED_AFTER_MS);
  }

  async #save() {
    const more = { rules: [...this.#rules], rehearsals: this.rehearsals.all, cursor: this.#cursor };
    const text = pack(this.people(), passagesOf(this.#inside), more);
    await (await this.store)?.putText(...LIST, text);
  }
}

function agree(before, now) {
  const [ones, others] = [[...passagesOf(before)], [...passagesOf(now)]];
  const isKnown = ({ checkpoint, registration, at }) => before.get(checkpoint)?.get(registration)?.at === at;
  return ones.length === others.length && others.every(isKnown);
}

function byCheckpoint(passages) {
  const all = new Map();
  for (const passage of passages) passagesAt(all, passage.checkpoint).set(passage.registration, passage);
  return all;
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
