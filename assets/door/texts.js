/** The page's sentences, as the server wrote them into it. */
export const texts = JSON.parse(document.getElementById("door-texts").textContent);

/** Puts values into a sentence: `fill("Waiting: {count}", { count: 3 })`. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Time of day at a checkpoint; with its date where that is not today's. */
export function timeOf(iso, checkpoint) {
  const timeZone = texts.zones[checkpoint] ?? texts.zone;
  const then = partsOf(new Date(iso), timeZone);
  const today = partsOf(new Date(), timeZone);
  const time = `${then.hour}:${then.minute}`;
  if (then.day === today.day && then.month === today.month) return time;
  return `${fill(texts.days[then.month - 1], { day: then.day })}, ${time}`;
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

export function categoryOf(slug) {
  return texts.categories[slug] ?? slug ?? "";
}
