import { spell } from "./latin.js";
import { plain } from "./letters.js";

const LETTERS = new Map(Object.entries({
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", ґ: "g", ҕ: "g", д: "d", е: "e", э: "e", є: "e", ё: "yo", ж: "j", җ: "j", ҷ: "j", ҹ: "j", ђ: "j",
  ӂ: "j", џ: "j", з: "z", и: "i", і: "i", ы: "i", ӣ: "i", ї: "i", й: "y", ј: "y", к: "k", қ: "k", ҡ: "k", ҝ: "k", л: "l", љ: "lj",
  м: "m", н: "n", ң: "n", њ: "nj", ҥ: "n", о: "o", ө: "o", ӧ: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ү: "u", ұ: "u", ӯ: "u",
  ӱ: "u", ў: "o", ф: "f", х: "h", һ: "h", ҳ: "h", ц: "ts", ч: "ch", ћ: "ch", ш: "sh", щ: "sh", ю: "yu", я: "ya",
  ъ: "", ь: "", ѓ: "gj", ќ: "kj",
}));
const NO_CONSONANTS = new Set("аәеёиіоөуүұыэюяйьъ");

export function isCyrillic(letter) {
  return /[\u0400-\u052f]/.test(letter);
}

/** Russian, Kazakh, Kyrgyz, Uzbek and other letters; the same as `src/names/cyrillic.rs`. */
export function fold(word) {
  const letters = Array.from(word);
  let out = "";
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    const next = letters[at + 1];
    const pair = letter + (next ?? "");
    if (pair === "чж" || pair === "дж" || pair === "дч" || pair === "цз") {
      out += "j";
      at += 1;
    } else if (pair === "ця" || pair === "цю") {
      out += "ch";
    } else if (pair === "кх") {
      out += "h";
      at += 1;
    } else if (at === 0 && /^у[аэеи]/.test(pair)) {
      out += "v";
    } else if (letter === "ю" && at > 0 && !NO_CONSONANTS.has(letters[at - 1])) {
      out += "u";
    } else {
      out += LETTERS.get(letter) ?? plain(letter);
    }
  }
  return spell(out);
}

/** The word as Russian writes Chinese: Сяоцинь is Xiaoqin. */
export function foldOtherwise(word) {
  if (!/ся|сю|ци/.test(word)) return [];
  return [fold(word.replaceAll("ся", "шя").replaceAll("сю", "шю").replaceAll("ци", "чи"))];
}
