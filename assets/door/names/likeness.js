import { isVowel } from "./latin.js";
import { one } from "./skeleton.js";

const LONGEST = 24;
const WHOLE = 4;
const KINDS = 128;
const GAPS = new Uint8Array(KINDS);
const CHANGES = new Uint8Array(KINDS * KINDS);
fillTables();

const rows = [0, 1, 2].map(() => new Uint16Array(LONGEST + 1));

/** How like a word is to the whole of another and to the best of its beginnings; as `src/names/likeness.rs`. */
export function likeness(word, other) {
  const length = Math.min(word.length, LONGEST);
  const width = Math.min(other.length, LONGEST);
  if (length === 0 || width === 0) return { whole: 0, beginning: 0 };
  const row = lastRow(word, length, other, width);
  let nearest = row[1];
  for (let at = 2; at <= width; at += 1) if (row[at] < nearest) nearest = row[at];
  return { whole: share(row[width], Math.max(length, width)), beginning: share(nearest, length) };
}

function share(cost, letters) {
  return Math.max(1 - cost / (WHOLE * letters), 0);
}

/** Costs of turning all of `word` into each beginning of `other`; what ears confuse costs half. */
function lastRow(word, length, other, width) {
  let [before, above, row] = rows;
  above[0] = 0;
  for (let at = 0; at < width; at += 1) above[at + 1] = above[at] + GAPS[other.charCodeAt(at)];
  for (let i = 0; i < length; i += 1) {
    const a = word.charCodeAt(i);
    row[0] = above[0] + GAPS[a];
    for (let j = 0; j < width; j += 1) {
      const b = other.charCodeAt(j);
      let cost = Math.min(above[j] + CHANGES[a * KINDS + b], above[j + 1] + GAPS[a], row[j] + GAPS[b]);
      if (i > 0 && j > 0 && a !== b && word.charCodeAt(i - 1) === b && other.charCodeAt(j - 1) === a) {
        cost = Math.min(cost, before[j - 1] + WHOLE / 2);
      }
      row[j + 1] = cost;
    }
    [before, above, row] = [above, row, before];
  }
  return above;
}

function fillTables() {
  const letters = Array.from({ length: KINDS }, (_, code) => String.fromCharCode(code));
  letters.forEach((a, i) => {
    GAPS[i] = isVowel(a) || a === "y" || a === "h" ? WHOLE / 2 : WHOLE;
    letters.forEach((b, j) => (CHANGES[i * KINDS + j] = change(a, b)));
  });
}

function change(a, b) {
  if (a === b) return 0;
  const [softA, softB] = [a, b].map((letter) => isVowel(letter) || letter === "y");
  if (softA && softB) return WHOLE / 4;
  return !softA && !softB && one(a) === one(b) ? WHOLE / 2 : WHOLE;
}
