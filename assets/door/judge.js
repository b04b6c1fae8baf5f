import { badgeCode, codeHash } from "./badge-code.js";

/**
 * This device's own verdict over a scan, by the rules of the server and what the roster knows: for when the server
 * does not answer. The server judges again when it hears of the scan.
 */
export async function judge(roster, scan) {
  const { person, revoked } = await whom(roster, scan);
  const { verdict, first } = verdictOf(roster, scan, person, revoked);
  return { id: scan.id, verdict, first, delegate: person?.name ? person : undefined, registration: person?.registration };
}

async function whom(roster, { code, registration }) {
  if (registration) return { person: roster.person(registration), revoked: false };
  const read = badgeCode(code);
  const badge = read && roster.badge(await codeHash(read));
  return badge ? { person: roster.person(badge.registration), revoked: badge.revoked } : {};
}

function verdictOf(roster, { checkpoint, direction, scanned_at: at }, person, revoked) {
  if (!person) return { verdict: "unknown" };
  if (revoked) return { verdict: "revoked" };
  if (direction === "out") return { verdict: "left" };
  if (person.state !== "confirmed") return { verdict: "not_confirmed" };
  const rule = roster.rule(checkpoint);
  const first = roster.insideSince(checkpoint, person.registration);
  if (refuses(rule.categories, [person.category])) return { verdict: "wrong_category" };
  if (rule.site && refuses(person.sites, [rule.site])) return { verdict: "wrong_place" };
  if (!isOpen(rule, at)) return { verdict: "wrong_day" };
  if (first) return { verdict: "already_in", first };
  if (rule.capacity !== null && roster.countInside(checkpoint) >= rule.capacity) return { verdict: "full" };
  return { verdict: "admitted" };
}

/** A list that names nothing admits everything. */
function refuses(list, wanted) {
  return list.length > 0 && !wanted.some((one) => list.includes(one));
}

function isOpen({ opens_at: opens, closes_at: closes }, at) {
  const moment = Date.parse(at);
  return (opens === null || Date.parse(opens) <= moment) && (closes === null || moment < Date.parse(closes));
}
