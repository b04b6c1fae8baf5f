import { pack, unpackInside, unpackPerson } from "./packed.js";
import { Rehearsals } from "./rehearsals.js";
import { LIST, takeList } from "./store.js";

const BETWEEN_MS = 60_000;
const SAVED_AFTER_MS = 2000;

/** Who may come: this device's own list, for the time when it cannot ask. */
export class Roster {
  /** A person by registration; a row of what was kept until somebody asks for this person. */
  #people = new Map();
  #words = [];
  /** Whose badge it is, by its hash. */
  #badges = new Map();
  #inside = new Map();
  #rules = new Map();
  #cursor = null;
  #isWhole = false;
  #timer = null;

  constructor(store, api) {
    this.rehearsals = new Rehearsals();
    this.store = store;
    this.api = api;
  }

  /** What was kept the last time, at once; what changed since comes after it, again and again. */
  async start() {
    const list = this.store && (await takeList());
    // One that an older version of this page kept is asked for anew.
    if (!list?.packed) return this.refresh();
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
    clearTimeout(this.#timer);
    clearTimeout(this.saving);
    this.api = null;
    this.store?.delete(...LIST).catch(() => {});
    this.store = null;
  }

  /** Whether the whole list is here, so that a badge that is not in it is nobody's. */
  get isWhole() {
    return this.#isWhole;
  }

  /** The badge with this hash: whose it is, and whether it was replaced. */
  badge(hash) {
    const registration = this.#badges.get(hash);
    const badge = this.person(registration)?.badges.find((one) => one.code_sha256 === hash);
    return badge && { registration, revoked: badge.revoked, revokedAt: badge.revoked_at, sealed: badge.sealed };
  }

  person(registration) {
    const known = this.#people.get(registration);
    if (!Array.isArray(known)) return known;
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
    return this.#inside.get(key(checkpoint, registration));
  }

  countInside(checkpoint) {
    return [...this.#inside.values()].filter((first) => first.checkpoint === checkpoint).length;
  }

  /** Somebody passed a door, this one or another. */
  note({ checkpoint, registration, direction, at, device }) {
    const name = key(checkpoint, registration);
    if (direction === "out") this.#inside.delete(name);
    else if (!this.#inside.has(name)) this.#inside.set(name, { registration, checkpoint, at, device });
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
    this.#inside = byKey(inside);
    this.#isWhole = true;
    return isNew || rules !== this.#written() || !agree(passages, this.#inside);
  }

  #written() {
    return JSON.stringify([[...this.#rules], this.rehearsals.all]);
  }

  #add(person) {
    this.#people.set(person.registration, person);
    for (const { code_sha256: hash } of person.badges) this.#badges.set(hash, person.registration);
  }

  #addRow(row) {
    const registration = row[0];
    this.#people.set(registration, row);
    for (const [hash] of row.at(-1)) this.#badges.set(hash, registration);
  }

  #restore({ packed, rules, rehearsals, cursor }) {
    this.#words = packed.words;
    for (const row of packed.people) this.#addRow(row);
    this.#inside = byKey(unpackInside(packed));
    this.#rules = new Map(rules);
    this.rehearsals.all = rehearsals ?? [];
    this.#cursor = cursor;
    this.#isWhole = true;
  }

  #saveSoon() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.#save().catch(() => {}), SAVED_AFTER_MS);
  }

  async #save() {
    const packed = pack(this.people(), this.#inside.values());
    const rehearsals = this.rehearsals.all;
    const all = { packed, rules: [...this.#rules], rehearsals, cursor: this.#cursor };
    await this.store?.put(...LIST, all);
  }
}

function agree(before, now) {
  return before.size === now.size && [...now].every(([name, first]) => before.get(name)?.at === first.at);
}

function byKey(passages) {
  const all = new Map();
  for (const passage of passages) all.set(key(passage.checkpoint, passage.registration), passage);
  return all;
}

function key(checkpoint, registration) {
  return `${checkpoint} ${registration}`;
}

function same(text) {
  return text?.trim().toLowerCase();
}
