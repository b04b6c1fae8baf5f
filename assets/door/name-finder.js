const MOST = 20;
const LETTERS = Object.entries({
  ə: "a", ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe",
  а: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "j", з: "z", и: "i", й: "y", к: "k", қ: "k", л: "l", м: "m",
  н: "n", ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ү: "u", ұ: "u", ф: "f", х: "h", һ: "h", ц: "ts", ч: "ch",
  ш: "sh", щ: "sh", ъ: "", ы: "i", ь: "", э: "e", ю: "yu", я: "ya", і: "i",
});
const FOLDED = new Map(LETTERS);

/**
 * Finds people in the roster by the beginnings of words, letters compared without their marks and across the Latin
 * and Cyrillic alphabets: for when the server, which also finds what only sounds alike, does not answer.
 */
export function findPeople(roster, words, checkpoint) {
  const wanted = folded(words);
  if (wanted.length === 0) return [];
  const found = [];
  for (const person of roster.people()) {
    if (!person.name || !wanted.every((start) => namesOf(person).some((word) => word.startsWith(start)))) continue;
    found.push({ ...person, first: roster.insideSince(checkpoint, person.registration) });
  }
  const byArrival = (one, other) => Boolean(one.first) - Boolean(other.first) || one.name.localeCompare(other.name);
  return found.sort(byArrival).slice(0, MOST);
}

const known = new WeakMap();

function namesOf(person) {
  if (!known.has(person)) known.set(person, folded(`${person.name} ${person.native_name ?? ""}`));
  return known.get(person);
}

function folded(text) {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const letters = Array.from(bare, (letter) => FOLDED.get(letter) ?? letter).join("");
  return letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
