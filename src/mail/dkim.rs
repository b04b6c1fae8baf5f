//! The sender's signature (DKIM, RFC 6376 and 8463), put on when a mail is handed over, so that a new key counts at
//! once for what waits. Written on ring, which is here anyway: the crates that sign bring another RSA, with an open
//! advisory, or a resolver and a runtime.

use std::borrow::Cow;
use std::path::Path;

use chrono::Utc;
use data_encoding::BASE64;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use sha2::{Digest, Sha256};

/// What is signed where a mail has it: everything a reader sees or a mail reader acts upon.
const SIGNED: [&str; 12] = [
    "from",
    "reply-to",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// Characters of base64 on a line of a header.
const LINE: usize = 72;

/// A private key, and the domain and name under which its other half is published.
pub struct Dkim {
    key: Key,
    domain: String,
    selector: String,
}

enum Key {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl Dkim {
    /// The error is a sentence.
    pub fn read(file: &Path, selector: &str, domain: &str) -> Result<Dkim, String> {
        let der = PrivateKeyDer::from_pem_file(file)
            .map_err(|error| format!("The DKIM key {} cannot be read: {error}.", file.display()))?;
        let key = Key::of(&der).ok_or_else(|| {
            format!(
                "The DKIM key {} is no RSA key of 2048 bits or more and no Ed25519 key.",
                file.display()
            )
        })?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        if !selector.chars().all(is_name) {
            return Err(format!(
                "The DKIM selector {selector:?} is no name such as hazir2026."
            ));
        }
        Ok(Dkim {
            key,
            domain: domain.to_owned(),
            selector: selector.to_owned(),
        })
    }

    /// Where the other half of the key is to be published.
    pub fn name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// What is to be published there.
    pub fn record(&self) -> String {
        let public = BASE64.encode(&self.key.public());
        format!("v=DKIM1; k={}; p={public}", self.key.kind())
    }

    /// Whether a published record is of this key.
    pub fn is_published_as(&self, record: &str) -> bool {
        let bare: String = record.chars().filter(|c| !c.is_whitespace()).collect();
        let published = bare.split(';').find_map(|part| part.strip_prefix("p="));
        let published = published.and_then(|p| BASE64.decode(p.as_bytes()).ok());
        // Some publish an RSA key without the frame that names its kind.
        published.is_some_and(|p| p == self.key.public() || p == self.key.bare())
    }

    /// The mail with the signature on top. A mail that cannot be signed goes without: it is better late at the
    /// spam filter than not sent.
    pub fn sign<'a>(&self, raw: &'a [u8]) -> Cow<'a, [u8]> {
        match self.signature(raw, Utc::now().timestamp()) {
            Some(header) => Cow::Owned([header.as_bytes(), raw].concat()),
            None => {
                tracing::error!("a mail could not be signed");
                Cow::Borrowed(raw)
            }
        }
    }

    fn signature(&self, raw: &[u8], at: i64) -> Option<String> {
        let text = String::from_utf8_lossy(raw);
        let (headers, body) = parted(&text);
        let (names, signed) = signed_headers(&headers);
        let start = format!(
            "DKIM-Signature: v=1; a={}-sha256; c=relaxed/relaxed; d={};\r\n s={}; t={at};\r\n h={names};\r\n bh={};\r\n b=",
            self.key.kind(),
            self.domain,
            self.selector,
            BASE64.encode(&Sha256::digest(relaxed_body(body))),
        );
        let (name, value) = start.split_once(':')?;
        let data = format!("{signed}{}", relaxed_header(name, value));
        let signature = BASE64.encode(&self.key.sign(data.as_bytes())?);
        Some(format!("{start}{}\r\n", folded(&signature)))
    }
}

impl Key {
    fn of(der: &PrivateKeyDer) -> Option<Key> {
        match der {
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der())
                .ok()
                .map(Key::Rsa),
            PrivateKeyDer::Pkcs8(key) => {
                let bytes = key.secret_pkcs8_der();
                let rsa = RsaKeyPair::from_pkcs8(bytes).ok().map(Key::Rsa);
                rsa.or_else(|| {
                    let key = Ed25519KeyPair::from_pkcs8_maybe_unchecked(bytes).ok()?;
                    Some(Key::Ed25519(key))
                })
            }
            _ => None,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Key::Rsa(_) => "rsa",
            Key::Ed25519(_) => "ed25519",
        }
    }

    fn sign(&self, data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(
                    &RSA_PKCS1_SHA256,
                    &SystemRandom::new(),
                    data,
                    &mut signature,
                )
                .ok()?;
                Some(signature)
            }
            Key::Ed25519(key) => Some(key.sign(&Sha256::digest(data)).as_ref().to_vec()),
        }
    }

    /// The public half as it is published.
    fn public(&self) -> Vec<u8> {
        match self {
            Key::Rsa(_) => framed(&self.bare()),
            Key::Ed25519(_) => self.bare(),
        }
    }

    fn bare(&self) -> Vec<u8> {
        match self {
            Key::Rsa(key) => key.public_key().as_ref().to_vec(),
            Key::Ed25519(key) => key.public_key().as_ref().to_vec(),
        }
    }
}

/// An RSA key as SubjectPublicKeyInfo: its kind, then itself.
fn framed(rsa: &[u8]) -> Vec<u8> {
    /// `SEQUENCE { OBJECT IDENTIFIER rsaEncryption, NULL }`
    const RSA: [u8; 15] = [
        0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    ];
    const SEQUENCE: u8 = 0x30;
    const BIT_STRING: u8 = 0x03;
    let bits = der(BIT_STRING, &[&[0], rsa].concat());
    der(SEQUENCE, &[&RSA, bits.as_slice()].concat())
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let length = match length {
        0..128 => vec![length as u8],
        128..256 => vec![0x81, length as u8],
        _ => vec![0x82, (length >> 8) as u8, length as u8],
    };
    [&[tag], length.as_slice(), content].concat()
}

/// Names and values of the headers, folded as they are, and the body.
fn parted(text: &str) -> (Vec<(&str, String)>, &str) {
    let mut headers: Vec<(&str, String)> = Vec::new();
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            break;
        }
        match (line.starts_with([' ', '\t']), headers.last_mut()) {
            (true, Some((_, value))) => value.push_str(line),
            _ => headers.extend(
                line.split_once(':')
                    .map(|(name, value)| (name, value.to_owned())),
            ),
        }
    }
    (headers, rest)
}

/// Which headers are signed, and those as they are signed. The sender is named once more than it stands there, so
/// that nobody can add a second.
fn signed_headers(headers: &[(&str, String)]) -> (String, String) {
    let (mut names, mut signed) = (Vec::new(), String::new());
    for name in SIGNED {
        let found = headers
            .iter()
            .rev()
            .filter(|(known, _)| known.eq_ignore_ascii_case(name));
        for (_, value) in found {
            names.push(name);
            signed.push_str(&relaxed_header(name, value));
            signed.push_str("\r\n");
        }
    }
    names.push("from");
    (names.join(":"), signed)
}

fn relaxed_header(name: &str, value: &str) -> String {
    let words: Vec<&str> = value.split_ascii_whitespace().collect();
    format!("{}:{}", name.trim().to_ascii_lowercase(), words.join(" "))
}

/// Blanks in a row are one, none at the end of a line, no empty lines at the end.
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len() + 2);
    for line in body.split('\n') {
        let line = line.trim_end_matches([' ', '\t', '\r']);
        let mut after_blank = false;
        for c in line.chars() {
            let is_blank = matches!(c, ' ' | '\t');
            match (is_blank, after_blank) {
                (true, true) => {}
                (true, false) => relaxed.push(' '),
                _ => relaxed.push(c),
            }
            after_blank = is_blank;
        }
        relaxed.push_str("\r\n");
    }
    let end = relaxed.trim_end_matches("\r\n").len();
    relaxed.truncate(end);
    if !relaxed.is_empty() {
        relaxed.push_str("\r\n");
    }
    relaxed
}

fn folded(base64: &str) -> String {
    let lines: Vec<&str> = base64
        .as_bytes()
        .chunks(LINE)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    lines.join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_folds_do_not_count() {
        assert_eq!(relaxed_header("SubJect ", " a \r\n\t b  "), "subject:a b");
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!(relaxed_body(""), "");
        assert_eq!(relaxed_body("\r\n\r\n"), "");
        assert_eq!(relaxed_body("no end"), "no end\r\n");
    }

    #[test]
    fn the_sender_is_signed_once_more_than_it_is_there() {
        let (headers, body) = parted(
            "From: a@example.org\r\nX: 1\r\nTo: b@example.org,\r\n c@example.org\r\n\r\nhello\r\n",
        );
        assert_eq!(body, "hello\r\n");
        let (names, signed) = signed_headers(&headers);
        assert_eq!(names, "from:to:from");
        assert_eq!(
            signed,
            "from:a@example.org\r\nto:b@example.org, c@example.org\r\n"
        );
    }
}
