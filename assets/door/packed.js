/** What many people share is kept once, and named by its place: half the bytes to read and to take apart. */
const SHARED = ["state", "organisation", "folded_organisation", "country", "category", "category_id"];
const OWN = ["name", "native_name", "latin_name", "latin_is_ours", "folded"];
/** Of this form; a list of another is asked for anew. */
const VERSION = 2;
/** A line begins with it: `["…`. */
const BEFORE_REGISTRATION = 2;

/**
 * People, the passages of those who are inside, and what else belongs to the list, as text: a line for each person,
 * opened when somebody asks for this one. So ten thousand are there in a blink.
 */
export function pack(people, inside, more) {
  const words = new Words();
  const lines = Array.from(people, (person) => JSON.stringify([
    person.registration,
    ...OWN.map((field) => person[field] ?? 0),
    ...SHARED.map((field) => words.place(person[field])),
    words.place(person.sites),
    words.place(person.site_ids),
    person.badges.map((badge) => [badge.code_sha256, badge.revoked, badge.revoked_at, badge.sealed, badge.start]),
  ]));
  const passages = Array.from(inside, ({ registration, checkpoint, at, device }) => {
    return [registration, words.place(checkpoint), at, words.place(device)];
  });
  return [JSON.stringify({ ...more, version: VERSION, words: words.all, inside: passages }), ...lines].join("\n");
}

/** The lines of the people, by registration, and all else; null for what an older version of this page kept. */
export function unpack(text) {
  const [head, ...lines] = text.split("\n");
  const all = JSON.parse(head);
  if (all.version !== VERSION) return null;
  const people = new Map();
  for (const line of lines) people.set(line.slice(BEFORE_REGISTRATION, line.indexOf('"', BEFORE_REGISTRATION)), line);
  return { ...all, people };
}

/** The person of a line. */
export function unpackPerson(line, words) {
  const [registration, name, native, latin, isOurs, folded, state, organisation, foldedOrganisation, country, category,
    categoryId, sites, siteIds, badges] = JSON.parse(line);
  return {
    registration,
    state: words[state],
    name: name || undefined,
    native_name: native || undefined,
    latin_name: latin || undefined,
    latin_is_ours: isOurs || undefined,
    organisation: words[organisation],
    country: words[country],
    category: words[category],
    category_id: words[categoryId],
    sites: words[sites],
    site_ids: words[siteIds],
    folded: folded || undefined,
    folded_organisation: words[foldedOrganisation],
    badges: badges.map(unpackBadge),
  };
}

/** The hashes of the badges of a line. */
export function hashesOf(line) {
  return JSON.parse(line).at(-1).map(([hash]) => hash);
}

/** The passages of such a list. */
export function* unpackInside({ words, inside }) {
  for (const [registration, checkpoint, at, device] of inside) {
    yield { registration, checkpoint: words[checkpoint], at, device: words[device] };
  }
}

function unpackBadge([code_sha256, revoked, revoked_at, sealed, start]) {
  return { code_sha256, revoked, revoked_at: revoked_at ?? undefined, sealed: sealed ?? undefined, start: start ?? undefined };
}

/** Values by their place; place 0 is that there is none. */
class Words {
  all = [null];
  #places = new Map();

  place(value) {
    if (value === null || value === undefined) return 0;
    const key = JSON.stringify(value);
    if (!this.#places.has(key)) this.#places.set(key, this.all.push(value) - 1);
    return this.#places.get(key);
  }
}
