use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};

use super::Code;

/// What the key is made of beside the code, so that it is no hash that a list knows badges by.
const PURPOSE: &[u8] = b"hazir sealed entry ";

/// What only the badge's code opens: AES-256-GCM in Base64, the nonce first. A code has 128 random bits, so that
/// nobody opens it by trying. `sealed-entry.js` opens it.
pub(crate) fn seal(code: &Code, plain: &[u8]) -> String {
    let key = Sha256::digest([PURPOSE, code.as_str().as_bytes()].concat());
    let key = UnboundKey::new(&AES_256_GCM, &key).expect("a SHA-256 is as long as the key");
    let mut nonce = [0; NONCE_LEN];
    getrandom::fill(&mut nonce).expect("the system gives random bytes");
    let mut sealed = plain.to_vec();
    LessSafeKey::new(key)
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .expect("an entry is short");
    data_encoding::BASE64.encode(&[&nonce, sealed.as_slice()].concat())
}
