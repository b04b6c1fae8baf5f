import { categoryOf, dayTimeOf, fill, listed, numberOf, siteOf, texts, timeOf } from "./texts.js";

/** What to do next, with the facts; where none are known, what the look advises. As `reasons.rs` says it. */
export function adviceOf(look, { verdict, first, reason, checkpoint }) {
  if (first) return fill(texts.reasons.already_in, { time: timeOf(first.at, first.checkpoint), device: first.device });
  return (reason && explained(verdict, reason, checkpoint)) || look.advice;
}

function explained(verdict, reason, checkpoint) {
  const { replaced, opens, closed, sites, categories, full, more, states } = texts.reasons;
  const at = (sentence, moment) => moment && fill(sentence, { time: dayTimeOf(moment, checkpoint) });
  switch (verdict) {
    case "revoked":
      // Who does not come any more has no newer badge.
      return reason.state ? states[reason.state] : at(replaced, reason.replaced_at);
    case "not_confirmed":
      return states[reason.state];
    case "wrong_day":
      return at(opens, reason.opens_at) ?? at(closed, reason.closes_at);
    case "wrong_place":
      return named(reason.site_ids, reason.sites, texts.sites, (names) => fill(sites, { sites: listed(names.map(siteOf)) }));
    case "wrong_category":
      return named(reason.category_ids, reason.categories, texts.categories, (names) => fill(categories, { categories: listed(names.map(categoryOf)) }));
    case "full":
      return fill(full, { inside: numberOf(reason.inside), capacity: numberOf(reason.capacity) });
    case "unknown":
      return reason.more && more;
  }
}

/** By what does not change, where the page knows all of them so; else by the short names of then. */
function named(ids, slugs, known, sentence) {
  const names = ids?.every((id) => id in known) ? ids : slugs ?? ids;
  return names && sentence(names);
}
