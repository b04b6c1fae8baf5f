const SEPARATES = /[^\p{Alphabetic}\p{N}]/gu;
const SCANNERS_MARK = /^[\s\p{Cc}]*\][a-z][0-9a-z]/iu;
const SYMBOL = "[0-9A-HJKMNP-TV-Z]";
const CODE = new RegExp(`^${SYMBOL}{26}$`);
const START = new RegExp(`^${SYMBOL}{1,25}$`);
/** The zeros of keyboards with digits of their own. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
/** A Russian keyboard's letters by the keys that a scanner presses. */
const RUSSIAN_KEYS = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";
const KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM";

/** The 26 characters of a badge's code, however it was scanned or typed, as `typed_code.rs` reads it; null: none. */
export function badgeCode(text) {
  for (const part of text.split(/[/?#=&]/).reverse()) {
    const written = charactersOf(part);
    const code = whole(written) ?? whole(asFromGermany(written));
    if (code) return code;
  }
  return null;
}

/** The ways to read the first characters of a code, typed by hand; null where they are none, or a whole code. */
export function codeStarts(text) {
  if (/[/?#=&]/.test(text) || badgeCode(text)) return null;
  const written = charactersOf(text);
  const bare = written.startsWith("HZ") ? [written.slice(2)] : [];
  const readings = [...bare, written].map(mended).filter((reading) => START.test(reading));
  return readings.length > 0 ? readings : null;
}

/** What the roster knows a code by: SHA-256 in hexadecimal. */
export async function codeHash(code) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function whole(written) {
  const bare = written?.length === 28 && written.startsWith("HZ") ? written.slice(2) : written;
  const code = bare && mended(bare);
  return CODE.test(code) ? code : null;
}

/** The letters and digits of what was read, in capitals, without what scanners say of the symbol: `]Q3`. */
function charactersOf(part) {
  const bare = part.replaceAll("%20", " ").replace(SCANNERS_MARK, "").replace(SEPARATES, "");
  const all = Array.from(bare, plain).join("");
  return /^ря/i.test(all) ? Array.from(all, byItsKey).join("") : all;
}

function plain(letter) {
  if (letter === "ı" || letter === "İ") return "I";
  const code = letter.codePointAt(0);
  const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
  if (zero) return String(code - zero);
  return /[a-z]|[Ａ-Ｚａ-ｚ]/.test(letter) ? letter.normalize("NFKC").toUpperCase() : letter;
}

function byItsKey(letter) {
  return KEYS[RUSSIAN_KEYS.indexOf(letter.toUpperCase())] ?? letter;
}

/** A German keyboard has Y and Z in each other's place; it shows in the HZ. */
function asFromGermany(written) {
  if (written.length !== 28 || !written.startsWith("HY")) return null;
  return written.replace(/[YZ]/g, (letter) => (letter === "Y" ? "Z" : "Y"));
}

function mended(text) {
  return text.replaceAll("O", "0").replace(/[IL]/g, "1");
}
