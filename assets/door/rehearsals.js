import { badgeCode } from "./badge-code.js";

/** Checkpoints that are being tried out: test badges, and who of them came in. Nothing of it counts. */
export class Rehearsals {
  #inside = new Map();
  /** As the roster gives them. */
  all = [];

  running(checkpoint, at) {
    const moment = Date.parse(at);
    const isNow = (one) => Date.parse(one.starts_at) <= moment && moment < Date.parse(one.ends_at);
    return this.all.find((one) => one.checkpoint_id === checkpoint && isNow(one));
  }

  /** A verdict of a rehearsal, the server's or this device's own. */
  note(scan, { verdict, first }, device) {
    const { checkpoint, scanned_at: at } = scan;
    if (verdict === "left") this.#inside.delete(nameOf(scan));
    if (verdict === "admitted") this.#inside.set(nameOf(scan), { checkpoint, at, device });
    if (verdict === "already_in") this.#inside.set(nameOf(scan), first);
  }

  insideSince(scan) {
    const first = this.#inside.get(nameOf(scan));
    const rehearsal = this.running(scan.checkpoint, scan.scanned_at);
    return first && Date.parse(first.at) >= Date.parse(rehearsal.starts_at) ? first : undefined;
  }
}

/** The verdict of a rehearsal. `refusal` says why a real person could not pass at whatever hour, if so. */
export function rehearse(rehearsals, scan, test, refusal) {
  const refused = test && test.verdict !== "admitted" ? test : refusal;
  const isHeldBack = refused && (scan.direction === "in" || ["revoked", "unknown"].includes(refused.verdict));
  if (isHeldBack) return { verdict: refused.verdict, reason: refused.reason };
  if (scan.direction === "out") return { verdict: "left" };
  const first = rehearsals.insideSince(scan);
  return first ? { verdict: "already_in", first } : { verdict: "admitted" };
}

function nameOf({ checkpoint, code, registration }) {
  return `${checkpoint} ${registration ?? badgeCode(code) ?? code}`;
}
