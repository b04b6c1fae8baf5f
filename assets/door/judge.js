import { badgeCode, codeHash } from "./badge-code.js";
import { rehearse } from "./rehearsals.js";
import { refusalOf } from "./rules.js";
import { unsealed } from "./sealed-entry.js";
import { typedBadge } from "./typed-code.js";

/**
 * This device's own verdict over a scan, by the rules of the server and what the roster knows: for when the server
 * does not answer. The server judges again when it hears of the scan.
 */
export async function judge(roster, scan) {
  const rehearsal = roster.rehearsals.running(scan.checkpoint, scan.scanned_at);
  const { person, badge, hash, more } = await whom(roster, scan, rehearsal?.badges ?? []);
  const test = rehearsal?.badges.find((one) => one.code_sha256 === hash);
  const lasting = test ? null : lastingRefusal(roster, scan, person, badge, more);
  const judged = rehearsal ? rehearse(roster.rehearsals, scan, test, lasting) : lasting ?? verdictOf(roster, scan, person);
  const delegate = test?.delegate ?? (person?.name ? person : undefined);
  return { id: scan.id, ...judged, rehearsal: Boolean(rehearsal), delegate, registration: person?.registration };
}

async function whom(roster, { code, registration }, tests) {
  if (registration) return { person: roster.person(registration) };
  const read = badgeCode(code);
  const { hash, more } = read ? { hash: await codeHash(read) } : await typedBadge(badgesOf(roster, tests), code);
  const badge = roster.badge(hash);
  if (!badge) return { hash, more };
  const person = roster.person(badge.registration);
  // Where the doors are strict the list says nothing of a person but to who holds the badge.
  const opened = badge.sealed ? await unsealed(badge.sealed, read) : {};
  return { person: { ...person, ...opened }, badge, hash };
}

/** Every badge of the list, those of a rehearsal too. */
function* badgesOf(roster, tests) {
  for (const { badges } of roster.people()) yield* badges;
  yield* tests;
}

/** What holds at this door at whatever hour. */
function lastingRefusal(roster, { checkpoint, direction }, person, badge, more) {
  if (!person) return { verdict: "unknown", reason: more && { more } };
  const { state } = person;
  const unconfirmed = state === "confirmed" ? {} : { state };
  if (badge?.revoked) return { verdict: "revoked", reason: { replaced_at: badge.revokedAt, ...unconfirmed } };
  if (direction === "out") return null;
  if (unconfirmed.state) return { verdict: "not_confirmed", reason: { state } };
  const rule = roster.rule(checkpoint);
  const verdict = refusalOf(rule, person);
  if (!verdict) return null;
  return { verdict, reason: verdict === "wrong_place" ? { site_ids: person.site_ids } : { category_ids: rule.category_ids } };
}

function verdictOf(roster, { checkpoint, direction, scanned_at: at }, person) {
  const first = roster.insideSince(checkpoint, person.registration);
  if (direction === "out") return { verdict: "left", was_inside: Boolean(first) };
  const rule = roster.rule(checkpoint);
  const shut = whenShut(rule, at);
  if (shut) return { verdict: "wrong_day", reason: shut };
  if (first) return { verdict: "already_in", first };
  const [inside, capacity] = [roster.countInside(checkpoint), rule.capacity];
  if (capacity !== null && inside >= capacity) return { verdict: "full", reason: { inside, capacity } };
  return { verdict: "admitted" };
}

/** When the door opens, or since when it is closed; nothing while it is open. */
function whenShut({ opens_at, closes_at }, at) {
  const moment = Date.parse(at);
  if (opens_at !== null && moment < Date.parse(opens_at)) return { opens_at };
  if (closes_at !== null && Date.parse(closes_at) <= moment) return { closes_at };
  return null;
}
