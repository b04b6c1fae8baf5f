import { badgeCode, codeHash } from "./badge-code.js";

/**
 * This device's own verdict over a scan, by the rules of the server and what the roster knows: for when the server
 * does not answer. The server judges again when it hears of the scan.
 */
export async function judge(roster, scan) {
  const { person, badge } = await whom(roster, scan);
  const { verdict, first, reason } = verdictOf(roster, scan, person, badge);
  const delegate = person?.name ? person : undefined;
  return { id: scan.id, verdict, first, reason, delegate, registration: person?.registration };
}

async function whom(roster, { code, registration }) {
  if (registration) return { person: roster.person(registration) };
  const read = badgeCode(code);
  const badge = read && roster.badge(await codeHash(read));
  return badge ? { person: roster.person(badge.registration), badge } : {};
}

function verdictOf(roster, { checkpoint, direction, scanned_at: at }, person, badge) {
  if (!person) return { verdict: "unknown" };
  const { state, sites } = person;
  const unconfirmed = state === "confirmed" ? {} : { state };
  if (badge?.revoked) return { verdict: "revoked", reason: { replaced_at: badge.revokedAt, ...unconfirmed } };
  if (direction === "out") return { verdict: "left" };
  if (unconfirmed.state) return { verdict: "not_confirmed", reason: { state } };
  const rule = roster.rule(checkpoint);
  const { site, categories, capacity } = rule;
  if (refuses(categories, [person.category])) return { verdict: "wrong_category", reason: { categories } };
  if (site && refuses(sites, [site])) return { verdict: "wrong_place", reason: { sites } };
  const shut = whenShut(rule, at);
  if (shut) return { verdict: "wrong_day", reason: shut };
  const first = roster.insideSince(checkpoint, person.registration);
  if (first) return { verdict: "already_in", first };
  const inside = roster.countInside(checkpoint);
  if (capacity !== null && inside >= capacity) return { verdict: "full", reason: { inside, capacity } };
  return { verdict: "admitted" };
}

/** A list that names nothing admits everything. */
function refuses(list, wanted) {
  return list.length > 0 && !wanted.some((one) => list.includes(one));
}

/** When the door opens, or since when it is closed; nothing while it is open. */
function whenShut({ opens_at, closes_at }, at) {
  const moment = Date.parse(at);
  if (opens_at !== null && moment < Date.parse(opens_at)) return { opens_at };
  if (closes_at !== null && Date.parse(closes_at) <= moment) return { closes_at };
  return null;
}
