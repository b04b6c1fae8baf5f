/** Who is told this has passed. */
export const PASSES = ["admitted", "already_in", "left"];

/** A phone's clock may be that far ahead of the server's. */
const AHEAD_MS = 5000;

/**
 * What the server's state, as it was read the last time, does not say yet: what this device did, sent or not, and what
 * was heard of other doors meanwhile. What a device believes is that state and this, always. Each is forgotten once a
 * state was read that surely holds it: the answer to a question that was asked after the server had written it down.
 */
export class Since {
  /** By id, each with the moment at which it was `written` down by the server: none yet, Infinity. */
  #all = new Map();
  /** Passages and what takes them back, by checkpoint and registration, in the order of their times. */
  #places = new Map();
  /** Scans that were heard of, by registration, for as long as the page is open: what can be taken back. */
  #ways = new Map();
  /** Walk-ins as the server calls them, by what this device called them before. */
  #names = new Map();
  #moment = 0;

  /** `onChange()` hears of everything new; `base(checkpoint, registration)` is the entry that the server's state has. */
  constructor(device = "", onChange = () => {}) {
    this.device = device;
    this.onChange = onChange;
    this.base = () => undefined;
  }

  /** Before something is asked: its answer holds what was written down until then. */
  ask() {
    return ++this.#moment;
  }

  /** The state that was asked for then is here. */
  read(asked) {
    for (const one of [...this.#all.values()]) if (one.written < asked) this.#forget(one);
    this.onChange();
  }

  /** This device did it, and has told the volunteer; `of` is what it knows of it beside what is sent. */
  take(item, of) {
    this.#put(this.#entryOf(item, of));
    this.onChange();
  }

  /** The server has written it down, or has put it on the desk, where it changes nothing. */
  written(item, of, result) {
    const own = this.#all.get(item.id);
    if (result.kept || result.rehearsal) this.#undo(own);
    else if (own && !own.undoes && result.verdict && !PASSES.includes(result.verdict)) this.#discount(own, result);
    else {
      if (item.do === "walk_in") this.#rename(item.id, result.registration);
      const entry = this.#all.get(item.id) ?? this.#entryOf(item, { ...of, ...result });
      if (entry) entry.written = Math.min(entry.written, this.ask());
      this.#put(entry);
      if (!item.told && entry?.direction === "in" && result.verdict === "admitted") this.#wasOutside(entry);
      if (entry?.direction === "out") result.was_inside ??= Boolean(entry.before);
    }
    this.onChange();
  }

  /** People passed a door, this one or another; `undone` where a scan was taken back, with where they are now. */
  heard(passages) {
    for (const { checkpoint_id: checkpoint, ...passage } of passages) {
      const own = this.#all.get(passage.id);
      if (own) own.written = this.ask();
      if (own && !isUndone(passage)) continue;
      this.#put({ ...passage, id: own ? `${passage.id} heard` : passage.id, checkpoint, written: this.ask() });
    }
    this.onChange();
  }

  /** A scan of this device was at another time than its clock said then. */
  putRight(id, at) {
    for (const one of this.#all.values()) {
      if (one.id === id || one.undoes === id) one.at = at;
      if (one.before?.id === id) one.before = { ...one.before, at };
    }
    for (const way of this.#ways.values()) if (way.has(id)) way.get(id).at = at;
    for (const door of this.#places.values()) for (const entries of door.values()) entries.sort(byTime);
    this.onChange();
  }

  /** The scan that let a person in who is inside now. */
  insideSince(checkpoint, registration) {
    const name = this.nameOf(registration);
    return replay(this.base(checkpoint, name), this.#places.get(checkpoint)?.get(name) ?? []);
  }

  /** By how many more are inside than in a count that was asked for then; by default, than in the server's state. */
  change(checkpoint, asked = 0) {
    let more = 0;
    for (const [name, entries] of this.#places.get(checkpoint) ?? []) {
      const first = this.base(checkpoint, name);
      const counted = entries.filter(({ written }) => written < asked);
      more += Boolean(replay(first, entries)) - Boolean(replay(first, counted));
    }
    return more;
  }

  /** Since when this person's badge is lost. */
  lostAt(registration) {
    for (const { lost, at } of this.#all.values()) if (lost && lost === this.nameOf(registration)) return at;
  }

  /** Walk-ins whom the server's list does not have yet. */
  *people() {
    for (const { person } of this.#all.values()) if (person) yield person;
  }

  person(registration) {
    for (const person of this.people()) if (person.registration === registration) return person;
  }

  nameOf(registration) {
    return this.#names.get(registration) ?? registration;
  }

  /** A person's scans as far as this device has heard of them, the newest first. */
  way(registration) {
    const scans = [...(this.#ways.get(this.nameOf(registration))?.values() ?? [])];
    const undone = new Set([...this.#all.values()].map(({ undoes }) => undoes));
    const told = scans.map((scan) => ({ ...scan, checkpoint_id: scan.checkpoint, undone: scan.undone || undone.has(scan.id) }));
    return told.sort((a, b) => byTime(b, a));
  }

  /** A person's scans as the server has them. */
  learn(registration, scans) {
    const way = inner(this.#ways, this.nameOf(registration));
    for (const { checkpoint_id: checkpoint, ...scan } of scans) {
      const known = way.get(scan.id) ?? scan;
      way.set(scan.id, { ...known, checkpoint, undone: known.undone || scan.undone });
    }
  }

  /** What this device has to know, beside what is sent, of a scan that is taken back. */
  undoing(registration, { id, checkpoint, direction, scanned_at }) {
    const way = this.way(registration).reverse();
    const { before, device, at = scanned_at } = way.find((one) => one.id === id) ?? {};
    const counted = way.filter((one) => one.checkpoint === checkpoint && one.id !== id && counts(one));
    // Who let them in before it may have been taken back itself: then they were outside.
    const isGone = before && way.some((one) => one.undone && one.direction === "in" && isOf(before, one));
    const then = replay(isGone ? undefined : before ?? undefined, counted);
    return { registration: this.nameOf(registration), checkpoint, direction, at, device, before: then ?? null };
  }

  /** What is to be kept with the server's state; what waits to be sent is kept with the queue. */
  get kept() {
    return [...this.#all.values()].filter(({ written }) => written < Infinity);
  }

  restore(entries) {
    for (const one of entries) this.#put({ ...one, written: 0 });
  }

  clear() {
    for (const all of [this.#all, this.#places, this.#ways, this.#names]) all.clear();
  }

  #entryOf(item, of = {}) {
    const { id, checkpoint, direction, scanned_at: at } = item;
    const written = Infinity;
    switch (item.do) {
      case undefined: {
        const [verdict, registration] = [item.told ?? of.verdict, this.nameOf(of.registration)];
        if (!registration || !PASSES.includes(verdict)) return null;
        return { id, registration, checkpoint, direction, at, verdict, device: this.device, written };
      }
      case "undo":
        return { ...of, id, undoes: item.scan, written };
      case "badge_lost":
        return { id, lost: this.nameOf(item.registration), at: item.done_at, written };
      case "walk_in": {
        const { registration = id, name = item.name, state, category, category_id } = of;
        const person = { registration, name, country: item.country, state, category, category_id };
        return { id, person: { ...person, sites: [], site_ids: [], badges: [] }, written };
      }
    }
    return null;
  }

  #put(entry) {
    if (!entry) return;
    this.#forget(this.#all.get(entry.id));
    if (entry.direction === "out" && entry.before === undefined) {
      entry.before = this.insideSince(entry.checkpoint, entry.registration) ?? null;
    }
    this.#all.set(entry.id, entry);
    if (!entry.checkpoint) return;
    const entries = inner(inner(this.#places, entry.checkpoint), entry.registration, () => []);
    entries.push(entry);
    entries.sort(byTime);
    if (!entry.undoes && !isUndone(entry)) inner(this.#ways, entry.registration).set(entry.id, entry);
  }

  #forget(entry) {
    if (!entry) return;
    this.#all.delete(entry.id);
    if (entry.undoes) {
      const scan = this.#ways.get(entry.registration)?.get(entry.undoes);
      if (scan) scan.undone = true;
    }
    const there = this.#places.get(entry.checkpoint);
    const left = there?.get(entry.registration)?.filter((one) => one !== entry) ?? [];
    if (left.length > 0) there.set(entry.registration, left);
    else there?.delete(entry.registration);
  }

  /** It was done, and counts nowhere: the server would not have let the person pass. */
  #discount(entry, { verdict }) {
    this.#forget(entry);
    entry.verdict = verdict;
  }

  /** The server knew nobody inside when it let them in: whoever let them in before was taken back, heard of or not. */
  #wasOutside({ id, registration, checkpoint, at }) {
    const isBefore = (one) => one.checkpoint === checkpoint && one.id !== id && timeOf(one) <= timeOf({ at });
    const isAtServer = (one) => (this.#all.get(one.id)?.written ?? 0) < Infinity;
    const way = this.way(registration).filter((one) => isBefore(one) && isAtServer(one) && counts(one));
    const lastOut = way.findIndex(({ direction }) => direction === "out");
    const entrances = lastOut < 0 ? way : way.slice(0, lastOut);
    for (const one of entrances) this.#ways.get(registration).get(one.id).undone = true;
  }

  /** It did not come to be. */
  #undo(entry) {
    if (!entry) return;
    this.#forget(entry);
    const way = this.#ways.get(entry.registration);
    way?.delete(entry.id);
    if (entry.undoes && way?.has(entry.undoes)) way.get(entry.undoes).undone = false;
  }

  /** The server calls this walk-in otherwise than the device did. */
  #rename(from, to = from) {
    if (from === to) return;
    this.#names.set(from, to);
    for (const one of [...this.#all.values()]) {
      if (one.registration === from) this.#put({ ...one, registration: to });
      if (one.person?.registration === from) one.person = { ...one.person, registration: to };
    }
  }
}

/** Who is inside after all that, if anyone: the first scan that counts since they came in. */
function replay(base, entries) {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  let first = base;
  for (const one of entries) if (one.undoes) first = without(first, one);
  for (const one of entries) {
    if (one.undoes || undone.has(one.id) || (first && timeOf(one) < timeOf(first))) continue;
    first = one.direction === "out" ? undefined : first ?? one;
  }
  return first;
}

/** As it is without a scan that the server's state holds. */
function without(first, scan) {
  const then = scan.before ?? undefined;
  if (scan.direction === "out") return first ?? then;
  return first && isOf(first, scan) ? then : first;
}

/** Whether that entry of the server's state is of this scan. What is ahead of the server's clock it takes for now. */
function isOf(first, scan) {
  const ahead = timeOf(scan) - timeOf(first);
  return ahead === 0 || (first.device === scan.device && ahead > 0 && ahead < AHEAD_MS);
}

function counts({ undone, verdict }) {
  return !undone && PASSES.includes(verdict);
}

function isUndone({ verdict }) {
  return verdict === "undone";
}

function byTime(a, b) {
  return timeOf(a) - timeOf(b);
}

function timeOf({ at }) {
  return Date.parse(at);
}

function inner(map, key, made = () => new Map()) {
  if (!map.has(key)) map.set(key, made());
  return map.get(key);
}
