import { plain } from "./letters.js";

/** What the letters of a whole name tell about how single ones are spoken; the same as `src/names/latin.rs`. */
export function habitsOf(name) {
  if (!/[^\0-\x7f]/.test(name)) {
    const lower = name.toLowerCase();
    return { somali: looksSomali(lower), chinese: looksChinese(lower), hungarian: looksHungarian(lower) };
  }
  const turkic = /[əƏğĞıİşŞ]/.test(name);
  const slavic = /[šžčćŠŽČĆ]/.test(name);
  const hungarian = !turkic && !slavic && looksHungarian(name);
  const portuguese = !turkic && !slavic && !hungarian && /nçal|enço|onça|ança|aço|eição/.test(name);
  return { turkic, slavic, hungarian, romance: /[ãõêèàôÃÕÊÈÀÔ]/.test(name) || portuguese };
}

function looksSomali(name) {
  const words = name.split(/\s+/);
  if (words.some((word) => word.startsWith("cabd"))) return true;
  return words.some((word) => /^(c(?![hl])|x)/.test(word)) && /aa|uu|axa|axm|xir|xas|xus/.test(name);
}

const SYLLABLES = [
  "[jqx](i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)",
  "y(a|ao|an|ang|e|ou|ong|i|in|ing|u|ue|uan|un)",
  "w(a|o|ai|ei|an|en|ang|eng|u)",
  "([zcs]h?|r)(a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)",
  "[gkh](a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)",
  "[bpmfdtnl](a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|ue)",
  "(a|e|o|ai|ei|ao|ou|an|en|ang|er)",
];
const CHINESE = new RegExp(`^(${SYLLABLES.join("|")})*$`);

function looksChinese(name) {
  return /[qx]|zh/.test(name) && name.split(/[^a-z]/).every((word) => CHINESE.test(word));
}

function looksHungarian(name) {
  const lower = name.toLowerCase();
  if (/[őű]|[aeouár]gy(\s|$)/.test(lower)) return true;
  return /[áéíóöúü]/.test(lower) && /sz|zs|gy|cs/.test(lower);
}

export function isLatin(letter) {
  return /[a-zA-Z0-9\u00c0-\u024f\u1e00-\u1effə]/.test(letter);
}

export function fold(word, habits = {}) {
  return spell(lettersOf(word, habits), habits);
}

/** The other ways in which the word may be meant, for names typed without the letters that would have told. */
export function foldOtherwise(word, habits) {
  const others = [];
  if (word.includes("c") && !habits.turkic && !habits.chinese) {
    others.push(fold(word, { turkic: true }));
    const slavic = { slavic: true };
    others.push(word.endsWith("ic") ? fold(word.slice(0, -2).replaceAll("z", "zh"), slavic) + "ich" : fold(word, slavic));
  }
  if (word.includes("ğ")) others.push(fold(word.replaceAll("ğ", ""), habits));
  if (word.includes("ç") && !habits.turkic) others.push(fold(word, { ...habits, romance: !habits.romance }));
  if (USUAL_KOREAN.has(word)) others.push(USUAL_KOREAN.get(word));
  const first = fold(word, habits);
  return others.filter((other) => other !== first).filter((other, at, all) => other !== all[at - 1]);
}

const USUAL_KOREAN = new Map(Object.entries({
  yi: "li", ri: "li", rhee: "li", rhi: "li", pak: "park", bak: "park", gim: "kim", choe: "choi", jeong: "jung", chung: "jung",
  cheong: "jung", roh: "noh", no: "noh", ryu: "yu", ryoo: "yu", you: "yu", im: "lim", rim: "lim", paik: "baek", paek: "baek",
  gang: "kang",
}));

const SAME_FOR_ALL = new Map(Object.entries({
  ə: "a", ä: "a", ı: "i", ç: "ch", č: "ch", ć: "ch", ş: "sh", š: "sh", ș: "sh", ś: "sh", ž: "j", ţ: "ts", ț: "ts", æ: "e", œ: "e",
}));

/** Every letter as plain Latin ones. */
function lettersOf(word, habits) {
  const letters = Array.from(word);
  let out = "";
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    const next = letters[at + 1];
    if (letter === "g" && habits.hungarian && next === "y") {
      out += "d";
      at += 1;
    } else {
      out += byHabit(letter, next, habits, out === "") ?? SAME_FOR_ALL.get(letter) ?? plain(letter);
    }
  }
  return out;
}

function byHabit(letter, next, habits, first) {
  switch (letter) {
    case "c":
      if (habits.turkic && next !== "h") return "j";
      if (habits.hungarian && next !== "s" && next !== "h") return "ts";
      if ((habits.slavic || habits.chinese) && next !== "h") return "ts";
      return habits.somali && next !== "h" ? "" : null;
    case "q":
      return habits.chinese ? "ch" : null;
    case "x":
      return habits.chinese ? "sh" : habits.somali ? "h" : null;
    case "ç":
      return habits.romance ? "s" : null;
    case "đ":
      return habits.slavic || !first ? "j" : null;
    case "j":
      return habits.hungarian ? "y" : null;
    default:
      return null;
  }
}

/** Groups of letters that stand for one sound, longest first. */
const GROUPS = Object.entries({
  tsch: "ch", dsch: "j", shch: "sh", chzh: "j", dzh: "j", tch: "ch", sch: "sh", aou: "avu", chr: "kr", chl: "kl",
  chm: "hm", chd: "hd", cht: "ht", kh: "h",
  gh: "g", ph: "f", zh: "j", dj: "j", dz: "z", ch: "ch", ck: "k", sz: "s", zs: "j", cs: "ch", cz: "ch", oo: "u", ee: "i",
});
const SECOND = new Set("cshzjkoe");

/** Plain letters with every sound spelt one way and nothing doubled. */
export function spell(word, habits = {}) {
  let out = "";
  const add = (letters) => {
    for (const letter of letters) if (!out.endsWith(letter)) out += letter;
  };
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    const group = SECOND.has(rest[1]) && GROUPS.find(([from]) => rest.startsWith(from));
    if (group) {
      add(group[1]);
      at += group[0].length;
    } else {
      const [letters, taken] = one(rest, word, at, out, habits);
      add(letters);
      at += taken;
    }
  }
  return out;
}

/** What stands at the beginning of `rest`, and how many letters that took. */
function one(rest, word, at, out, habits) {
  switch (rest[0]) {
    case "q":
      if (/^qu[ei]/.test(rest)) return ["k", 2];
      return [out === "" && /^qi[nu]/.test(rest) ? "ch" : "k", 1];
    case "g":
      return ["g", /^gu[ei]/.test(rest) && !habits.turkic ? 2 : 1];
    case "o":
      if (rest[1] !== "u") break;
      return [out === "" && isVowel(rest[2]) ? "v" : "u", 2];
    case "b":
      return ["b", out === "" && rest[1] === "h" ? 2 : 1];
    case "h":
      return out === "" && rest[1] === "s" ? ["sh", 2] : ["h", 1];
    case "j":
      return ["j", rest[1] === "h" ? 2 : 1];
    case "x":
      return [ofX(word, at), 1];
    case "c":
      return [/^c[eiy]/.test(rest) ? "s" : "k", 1];
    case "w":
      return [isVowel(out.at(-1)) && !(isVowel(rest[1]) || rest[1] === "y") ? "u" : "v", 1];
    case "y":
      return [ofY(rest, out), 1];
  }
  return [rest[0], 1];
}

function ofX(word, at) {
  const before = word.slice(0, at);
  const chinese = at === 0 && (/^xi[anoue]/.test(word) || /^x[ui]$/.test(word) || /^xu[ea]/.test(word));
  if (chinese || (at + 1 < word.length && /[ea]i$/.test(before))) return "sh";
  const isLast = at + 1 === word.length;
  const max = before === "ma" && (isLast || /^[iw]/.test(word.slice(at + 1)));
  if (max || /(ale|feli|ro|ni|phoeni)$/.test(before)) return "ks";
  return isLast && at >= 2 && /[ei]$/.test(before) ? "ks" : "h";
}

function ofY(rest, out) {
  const last = out.at(-1);
  const between = isVowel(last);
  const next = isVowel(rest[1]) ? rest[1] : null;
  if (!next) return "i";
  if (last === "i" || (next === "e" && (!last || between)) || (next === "u" && last && !between)) return "";
  return "y";
}

export function isVowel(letter) {
  return letter === "a" || letter === "e" || letter === "i" || letter === "o" || letter === "u";
}
