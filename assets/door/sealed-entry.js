const PURPOSE = "hazir sealed entry ";
const NONCE_LENGTH = 12;

/** Opens an entry that the server sealed with a badge's code. */
export async function unsealed(sealed, code) {
  const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
  const made = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(PURPOSE + code));
  const key = await crypto.subtle.importKey("raw", made, "AES-GCM", false, ["decrypt"]);
  const iv = bytes.subarray(0, NONCE_LENGTH);
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.subarray(NONCE_LENGTH));
  return JSON.parse(new TextDecoder().decode(opened));
}
