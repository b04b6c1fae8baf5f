/** What is kept of a person, in this order: ten thousand rows without names of fields are read in half the time. */
const FIELDS = [
  "registration", "state", "name", "native_name", "organisation", "country", "category", "sites", "folded", "folded_organisation",
];
const OF_BADGE = ["code_sha256", "revoked", "revoked_at", "sealed"];

/** A person of the list as a row. */
export function pack(person) {
  const badges = person.badges.map((badge) => values(badge, OF_BADGE));
  return [...FIELDS.map((field) => person[field] ?? null), badges];
}

/** The person of a row. */
export function unpack(row) {
  const person = {};
  for (let at = 0; at < FIELDS.length; at += 1) if (row[at] !== null) person[FIELDS[at]] = row[at];
  person.badges = row[FIELDS.length].map(named);
  return person;
}

function named(row) {
  const badge = {};
  for (let at = 0; at < OF_BADGE.length; at += 1) if (row[at] !== undefined) badge[OF_BADGE[at]] = row[at];
  return badge;
}

/** Without what is not there at the end. */
function values(badge, fields) {
  const row = fields.map((field) => badge[field]);
  while (row.length > 0 && row.at(-1) === undefined) row.pop();
  return row.map((value) => value ?? null);
}
