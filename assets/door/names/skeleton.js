import { isVowel } from "./latin.js";

const LONGEST = 16;
const CLASSES = new Map();
for (const [letters, of] of Object.entries({ bp: "B", fvw: "F", td: "T", gkhqx: "G", jc: "J", sz: "S" })) {
  for (const letter of letters) CLASSES.set(letter, of);
}

/** The class of sounds a consonant belongs to. */
export function one(letter) {
  return CLASSES.get(letter) ?? letter.toUpperCase();
}

/** What stays of a folded word when vowels are dropped and like consonants are one; as `src/names/skeleton.rs`. */
export function skeleton(word, lisped = false) {
  let out = "";
  let apart = true;
  for (let at = 0; at < word.length && out.length < LONGEST; ) {
    const [found, letters] = classAt(word, at, lisped);
    at += letters;
    if (found === "") apart = true;
    else if (apart || !out.endsWith(found)) {
      out += found;
      apart = false;
    }
  }
  return out;
}

/** The ways a word of a name is heard, most have one; each with its classes as bits. */
export function soundsOf(word) {
  const ways = /th|dh|^ch/.test(word) ? [skeleton(word), skeleton(word, true)] : [skeleton(word)];
  return ways.map((text) => ({ text, set: setOf(text) }));
}

/** Classes as bits. */
export function setOf(classes) {
  let set = 0;
  for (let at = 0; at < classes.length; at += 1) set |= 1 << (classes.charCodeAt(at) & 31);
  return set;
}

/** The ways a typed word may be heard: those, and what other alphabets make of its letters. */
export function heardReadings(word) {
  const readings = new Set([skeleton(word), skeleton(word, true)]);
  const add = (other) => readings.add(skeleton(other));
  if (word.includes("g")) add(word.replaceAll("g", "j"));
  if (word.includes("j")) add(word.replaceAll("j", "h"));
  if (/^j[aeiou]/.test(word)) add(word.slice(1));
  if (word.includes("sh")) add(word.replaceAll("sh", "ch"));
  if (/^ng[aeiou]/.test(word)) add(`n${word.slice(2)}`);
  else if (/^n[aeiou]/.test(word)) add(`ng${word.slice(1)}`);
  if (isVowel(word[0])) add(`h${word}`);
  const y = word.indexOf("y");
  if (y > 0 && isVowel(word[y - 1]) && isVowel(word[y + 1])) add(`${word.slice(0, y)}l${word.slice(y + 1)}`);
  const glide = word.search(/[^aeiou]u[aeiou]/) + 1;
  if (glide > 0) add(`${word.slice(0, glide)}v${word.slice(glide + 1)}`);
  if (word.startsWith("h")) {
    add(word.slice(1));
    add(`j${word.slice(1)}`);
  }
  const h = word.indexOf("h");
  if (h >= 0 && /[dtbr]/.test(word[h + 1] ?? "")) add(word.slice(0, h) + word.slice(h + 1));
  const v = word.indexOf("v", 1);
  if (v > 0 && v + 1 < word.length) add(`${word.slice(0, v)}u${word.slice(v + 1)}`);
  return [...readings];
}

function classAt(word, at, lisped) {
  const letter = word[at];
  const next = word[at + 1];
  if (next === "h") {
    if (letter === "t" || letter === "d") return [lisped ? "S" : "T", 2];
    if (letter === "s") return ["S", 2];
    if (letter === "c") return [lisped && at === 0 ? "S" : "J", 2];
  }
  if (letter === "t" && next === "s") return ["S", 2];
  if (letter === "n" && next === "g" && !isVowel(word[at + 2])) return ["N", 2];
  if (letter === "y" && at === 0 && isVowel(next)) return ["A", 2];
  if (letter === "h" && next === undefined && at > 0 && isVowel(word[at - 1])) return ["", 1];
  if (isVowel(letter) || letter === "y") return [at === 0 ? "A" : "", 1];
  return [one(letter), 1];
}
