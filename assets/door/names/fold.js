import * as arabic from "./arabic.js";
import * as asian from "./asian.js";
import * as cyrillic from "./cyrillic.js";
import * as latin from "./latin.js";

/** What separates the two names of one person. */
const BETWEEN = "/";
const PARTICLES = new Set(
  ("al el ul bin ibn ben bint binti oglu ogli ogl kizi kizy uli ulu de da do dos das del la van der von y e bi ould uld " +
    "mint").split(" "),
);
const TITLES = new Set(["mr", "mrs", "ms", "dr", "prof", "mme", "eng"]);
const ARTICLES = new Set("al el ul il ad ed ud id ar ur as us ash".split(" "));

const DROPPED = /['`´’‘‛′ʹ-ʿˈꞌ\u00ad\u0307\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
/** Points of Hebrew and Syriac, which most people leave out. */
const VOWEL_MARK = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0730-\u074a]/;
/** Arrows, signs and emoji. */
const PICTURE = /[\u2190-\u2bff\ufe00-\ufe0f\u{1f000}-\u{1faff}]/u;
const HEBREW_OR_SYRIAC = /[\u05d0-\u05f2\u0710-\u072f]/;
const SEPARATOR = /[\s!-/:-@[-`{-~\u2010-\u205e·«»،؛।་・፡၊。、]/;

/** The name in plain lower-case Latin letters, whatever its script; the same as `src/names/fold.rs`. */
export function fold(name) {
  return wordsOf(name).map((word) => word.text).join(" ");
}

/** Both names of a person, as the server's list has them. */
export function foldBoth(name, native) {
  return [fold(name), fold(native ?? "")].filter(Boolean).join(BETWEEN);
}

export function namesOf(folded) {
  return folded.split(BETWEEN);
}

export function isParticle(word) {
  return PARTICLES.has(word);
}

/** The folded words that were typed, without particles and titles unless there is nothing else. */
export function meaningful(words) {
  const telling = words.filter(({ text }) => !PARTICLES.has(text) && !TITLES.has(text));
  return telling.length > 0 ? telling : words;
}

/** The folded words of a name in their order, each with the other ways it may be read. */
export function wordsOf(name) {
  const normal = name.normalize("NFKC");
  const habits = latin.habitsOf(normal);
  const words = split(normal).flatMap((raw) => foldWord(raw, habits));
  return joinCompounds(words.filter(({ text }) => text !== ""));
}

function split(name) {
  let words = "";
  for (const letter of name) {
    if (DROPPED.test(letter) || VOWEL_MARK.test(letter) || PICTURE.test(letter) || arabic.isMark(letter)) continue;
    words += SEPARATOR.test(letter) ? " " : letter === "İ" ? "i" : letter.toLowerCase();
  }
  return words.split(" ").filter(Boolean);
}

function foldWord(raw, habits) {
  const letters = Array.from(raw);
  const [first] = letters;
  const isAbjad = arabic.isArabic(first) || HEBREW_OR_SYRIAC.test(first);
  const isHeld = isHeldDown(letters);
  const word = (text, also = []) => ({ text, also, isAbjad, isNoise: isHeld || (text.length === 1 && letters.length > 2) });
  if (latin.isLatin(first)) return [word(latin.fold(raw, habits), latin.foldOtherwise(raw, habits))];
  if (cyrillic.isCyrillic(first)) return [word(cyrillic.fold(raw), cyrillic.foldOtherwise(raw))];
  return (arabic.isArabic(first) ? arabic.fold(raw) : asian.fold(raw)).map((text) => word(text));
}

/** Whether keys were held down rather than a name typed: zzzqq. */
function isHeldDown(letters) {
  const different = letters.filter((letter, at) => letter !== letters[at - 1]).length;
  return letters.length > 2 && different * 2 <= letters.length;
}

function plainWord(text) {
  return { text, also: [] };
}

/** Brings `Abd al-Rahman`, `Abdurrahman`, `Abdel Rahman` and `Nur ad-Din`, `Nureddin` to one shape each. */
function joinCompounds(words) {
  const joined = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at].text;
    const next = words[at + 1]?.text;
    const before = joined.at(-1);
    if (isServant(word, next)) {
      if (ARTICLES.has(next)) at += 1;
      const ofGod = ["lah", "alah", "lh", "alh"].includes(words[at + 1]?.text);
      if (ofGod) at += 1;
      joined.push(plainWord(ofGod ? "abdulah" : "abdul"));
    } else if (ARTICLES.has(word) && next === "din" && before) {
      at += 1;
      before.text += "udin";
    } else if (["aldin", "eldin", "udin", "adin", "edin"].includes(word) && before) {
      before.text += "udin";
    } else if (servantOf(word)) {
      joined.push(plainWord("abdul"), plainWord(servantOf(word)));
    } else if (["md", "mohd", "muhd"].includes(word) && next !== undefined) {
      joined.push(plainWord("mohamed"));
    } else {
      joined.push(ofFaith(word) ? plainWord(ofFaith(word)) : { ...words[at] });
    }
  }
  return joined;
}

/** `abd`, `abdul`, `abdel` and the like, standing before the name they belong to. */
function isServant(word, next) {
  if (next === undefined) return false;
  if (/^abd([uaoei]l)?$/.test(word)) return true;
  const tail = /^abdu(r|s|n|sh|z)$/.exec(word)?.[1];
  return tail !== undefined && next.startsWith(tail);
}

/** What follows in a name written as one word: `rahman` of `abdurahman`, `abdirahman`, `abdelrahman`. */
function servantOf(word) {
  const tail = /^abd[ueaoi](l?)(.*)$/.exec(word);
  if (!tail) return null;
  const [, article, rest] = tail;
  const surname = /^(ae|ah|o|ai)/.test(rest);
  return rest.length >= 4 && !surname && (article || !/^[aeiou]/.test(rest)) ? rest : null;
}

/** `nurudin` of `nuredin`, `nureldin`, `nuradine`: the article before `din` as it is heard most. */
function ofFaith(word) {
  const before = /^(.*)dine?$/.exec(word)?.[1].replace(/([eu])l$/, "$1");
  const name = before && /^(.*)[aeu]$/.exec(before)?.[1];
  return name && name.length >= 3 && !/[aeiou]$/.test(name) ? `${name}udin` : null;
}
