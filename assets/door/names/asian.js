import { spell } from "./latin.js";
import { plain } from "./letters.js";

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const HAN_OR_HANGUL = /[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const USUAL = new Map([["김", "kim"], ["박", "park"], ["이", "lee"]]);

/** Whether there are letters in it that only the server can read. */
export function hasHan(text) {
  return HAN.test(text);
}

/** Scripts of South, East and Southeast Asia, the Caucasus and Ethiopia; the same as `src/names/asian.rs`. */
export function fold(word) {
  const letters = Array.from(word);
  if (HAN_OR_HANGUL.test(letters[0])) {
    const given = letters.slice(1).map(syllable).join("");
    return [syllable(letters[0]), given];
  }
  const latin = prepared(letters).map(plain).join("");
  return [spell(latin.replace(/c(?!h)/g, "ch"))];
}

function syllable(letter) {
  return spell(USUAL.get(letter) ?? plain(letter));
}

const BEFORE_ITS_CONSONANT = /[เ-ไ\u0ec0-\u0ec4]/;

/** The same letters such that the table reads them as they are spoken. */
function prepared(letters) {
  const out = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    const next = letters[at + 1];
    if (letter === "\u0e4c") silence(out);
    else if (BEFORE_ITS_CONSONANT.test(letter) && next) {
      out.push(aspirate(next), letter);
      at += 1;
    } else if (letter === "ห" && next && "งญนมยรลว".includes(next)) continue;
    else if ((letter === "\u091c" || letter === "\u092f") && next === "\u093c") {
      out.push("z");
      at += 1;
    } else if (letter === "\u092b" && next === "\u093c") {
      out.push("f");
      at += 1;
    } else if ((letter === "\u0902" || letter === "\u0982") && next && !"पफबभमপফবভম".includes(next)) out.push("n");
    else if (letter === "\u09af" && next === "\u09bc") {
      out.push("y");
      at += 1;
    } else if (letter === "\u09df") out.push("y");
    else if (letter === "\u09af") {
      if (out.at(-1) !== "\u09cd") out.push("j");
    } else if (letter === "ச") out.push("s");
    else if (letter === "χ") out.push("h");
    else out.push(aspirate(letter));
  }
  return out;
}

/** Thai and Khmer aspirates are p, t and k to a Latin ear. */
function aspirate(letter) {
  if ("พภผភផ".includes(letter)) return "p";
  if ("ทธถฐฒឋថធ".includes(letter)) return "t";
  return "ขคฆខឃ".includes(letter) ? "k" : letter;
}

function silence(out) {
  if (out.at(-1) === "ิ" || out.at(-1) === "ุ") out.pop();
  out.pop();
}
