import { spell } from "./latin.js";
import { plain } from "./letters.js";

const NOT_THE_ARTICLE = /^(الهام|الهه|الیاس|الياس|المیرا|الناز|الچین|النور|الدار|الشن|الشاد|المان|الميرا|الكسند)/;
const LETTERS = new Map();
for (const [letters, sound] of Object.entries({
  اأآٱةە: "a", إ: "i", "عءھ": "", ئ: "i", ؤۇۆۈ: "u", ب: "b", پ: "p", تطٹ: "t", ث: "th", جژ: "j", چ: "ch", حخ: "h", دڈ: "d",
  ذض: "dh", رڑ: "r", زظ: "z", سص: "s", ش: "sh", غگ: "g", ف: "f", ڤۋ: "v", قكک: "k", ل: "l", م: "m", نںڭ: "n", ېےۓ: "e", ۀۂۃ: "a",
  هہ: "h",
})) for (const letter of letters) LETTERS.set(letter, sound);

const VOWELS = new Set("اآويیىەۇۆۈېئ");

export function isArabic(letter) {
  return /[\u0620-\u064a\u0671-\u06d5\u0750-\u077f]/.test(letter);
}

/** Vowel points, the stretching line and other marks that searching passes over. */
export function isMark(letter) {
  return /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/.test(letter);
}

/** The words that one written word holds; the same as `src/names/arabic.rs`. */
export function fold(word) {
  if (word === "الله" || word === "اللہ") return ["alah"];
  if (word === "عبدالله" || word === "عبداللہ") return ["abdulah"];
  if (word.startsWith("عبدال") && word.length > 7) return ["abd", "al", lettersOf(word.slice(5))];
  for (const end of ["الله", "اللہ"]) if (word.endsWith(end)) return [lettersOf(word.slice(0, -4)) + "ulah"];
  const ofFaith = /^(.+)(الدين|الدین)$/.exec(word);
  if (ofFaith) return [lettersOf(ofFaith[1]) + "udin"];
  if (word.startsWith("ال") && word.length >= 5 && !NOT_THE_ARTICLE.test(word)) return ["al", lettersOf(word.slice(2))];
  return [lettersOf(word)];
}

function lettersOf(word) {
  let out = "";
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at];
    const before = word[at - 1];
    const after = word[at + 1];
    if (letter === "و") out += waw(before, after);
    else if ("ييىی".includes(letter)) out += ya(letter, before, after);
    else if (letter === "ع" && at === 0) out += "a";
    // At the end after a consonant it is the feminine ending, as people type it: فاطمه.
    else if ("هہ".includes(letter) && before && !after && !VOWELS.has(before)) out += "a";
    // Kurdish and Uyghur have it for h, Urdu for the breath after a consonant.
    else if (letter === "ھ" && (!before || VOWELS.has(before))) out += "h";
    else out += LETTERS.get(letter) ?? plain(letter);
  }
  return spell(out);
}

/** A consonant at the start, before another vowel's letter and after alif; a vowel between consonants. */
function waw(before, after) {
  return !before || before === "ا" || (after && "اييیوىةآ".includes(after)) ? "v" : "u";
}

function ya(letter, before, after) {
  if (!after && letter === "ى") return "a";
  if (!before && after) return "y";
  return after === "ا" || after === "و" ? "y" : "i";
}
