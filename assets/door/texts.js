/** The page's sentences, as the server wrote them into it. */
export const texts = JSON.parse(document.getElementById("door-texts").textContent);

/** Puts values into a sentence: `fill("Waiting: {count}", { count: 3 })`. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Time of day at a checkpoint; with its date where that is not today's. */
export function timeOf(iso, checkpoint) {
  const moment = new Date(iso);
  const timeZone = texts.zones[checkpoint] ?? texts.zone;
  const zone = { timeZone, numberingSystem: "latn" };
  const day = (date) => date.toLocaleDateString("en", { timeZone });
  const time = moment.toLocaleTimeString(texts.language, { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (day(moment) === day(new Date())) return time;
  return `${moment.toLocaleDateString(texts.language, { ...zone, day: "numeric", month: "long" })}, ${time}`;
}

export function countryOf(code) {
  return texts.countries[code] ?? code ?? "";
}

export function categoryOf(slug) {
  return texts.categories[slug] ?? slug ?? "";
}
