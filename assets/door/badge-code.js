const SEPARATES = /[\s\-_.:\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The 26 characters of a badge's code, however it was scanned or typed, as the server reads it; null: none. */
export function badgeCode(text) {
  for (const part of text.split(/[/?#=&]/).reverse()) {
    const code = ofCharacters(part.replace(SEPARATES, "").replace(EASTERN, western).toUpperCase());
    if (code) return code;
  }
  return null;
}

function ofCharacters(text) {
  const bare = text.length === 28 && text.startsWith("HZ") ? text.slice(2) : text;
  const mended = bare.replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(mended) ? mended : null;
}

function western(digit) {
  return String(digit.codePointAt(0) % 16);
}

/** What the roster knows a code by: SHA-256 in hexadecimal. */
export async function codeHash(code) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
