import { clock } from "./clock.js";

/** The page's sentences, as the server wrote them into it. */
export const texts = JSON.parse(document.getElementById("door-texts").textContent);

/** Puts values into a sentence: `fill("Waiting: {count}", { count: 3 })`. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Time of day at a checkpoint; with its date where that is not today's. */
export function timeOf(iso, checkpoint) {
  const then = partsOf(new Date(iso), zoneOf(checkpoint));
  const today = partsOf(clock.now(), zoneOf(checkpoint));
  return then.day === today.day && then.month === today.month ? clockOf(then) : dayTime(then);
}

/** Date and time of day at a checkpoint. */
export function dayTimeOf(iso, checkpoint) {
  return dayTime(partsOf(new Date(iso), zoneOf(checkpoint)));
}

function dayTime(then) {
  const days = then.day === "1" ? texts.first_days : texts.days;
  return listed([fill(days[then.month - 1], { day: then.day }), clockOf(then)]);
}

function clockOf({ hour, minute }) {
  return `${hour}:${minute}`;
}

function zoneOf(checkpoint) {
  return texts.zones[checkpoint] ?? texts.zone;
}

/** Several things after one another, with the language's own comma. */
export function listed(parts) {
  return parts.join(texts.comma);
}

/** A whole number with its digits grouped as the language does. */
export function numberOf(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, texts.thousand.slice(1, -3));
}

// Numbers alone are asked of the browser: not every one has the names of months in every language.
function partsOf(moment, timeZone) {
  const numbers = { timeZone, month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const parts = new Intl.DateTimeFormat("en", numbers).formatToParts(moment);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

export function countryOf(code) {
  return texts.countries[code] ?? code ?? "";
}

export function siteOf(slug) {
  return texts.sites[slug] ?? slug;
}

export function categoryOf(slug) {
  return texts.categories[slug] ?? slug ?? "";
}

/** How a result looks, sounds and reads. */
export function lookOf(result) {
  if (result.kept) return texts.kept;
  if (result.error) return texts.failed;
  return result.verdict === "left" && result.was_inside === false ? texts.not_inside : texts.verdicts[result.verdict];
}

/** Scripts whose readers compare a passport's Latin letters with the name as it stands. */
const OTHER_LETTERS = ["ar", "ru"];

/** The Latin form of a name in another script, for a reader of Latin letters; marked where it is a transliteration of ours. */
export function latinOf({ name, latin_name: latin, latin_is_ours: isOurs } = {}) {
  if (!latin || latin === name || OTHER_LETTERS.includes(texts.language)) return "";
  return isOurs ? fill(texts.latin_is_ours, { name: latin }) : latin;
}
