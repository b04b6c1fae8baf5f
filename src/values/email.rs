//! An e-mail address somebody can be written to.

mod likely;

use std::{fmt, str::FromStr};

use email_address::EmailAddress;

/// An e-mail address, as it was typed. Its domain may be in any script; before the @ stands ASCII alone, since
/// few mail servers on a message's way accept more.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    typed: String,
    ascii: String,
}

/// What is wrong with an address; the sentence for it belongs to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailFault {
    /// There is no @.
    NoAt,
    /// Nothing after the @, or no dot in it.
    NoDomain,
    /// A blank in the middle.
    Space,
    /// Letters before the @ that mail servers do not carry.
    NotLatin,
    /// Anything else.
    Other,
}

impl Email {
    /// Reads an address as people type it.
    pub fn parse(text: &str) -> Result<Email, EmailFault> {
        let typed = text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
        let (local, domain) = typed.rsplit_once('@').ok_or(EmailFault::NoAt)?;
        if typed.contains(char::is_whitespace) {
            return Err(EmailFault::Space);
        }
        if !domain.contains(['.', '。']) {
            return Err(EmailFault::NoDomain);
        }
        if !local.is_ascii() {
            return Err(EmailFault::NotLatin);
        }
        let ascii = format!("{local}@{}", ascii_domain(domain)?);
        if ascii.len() > 254 || EmailAddress::from_str(&ascii).is_err() {
            return Err(EmailFault::Other);
        }
        Ok(Email {
            typed: typed.to_owned(),
            ascii,
        })
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// As mail servers take it: the domain in ASCII (`xn--…`).
    pub fn ascii(&self) -> &str {
        &self.ascii
    }

    /// What two spellings of one address have in common; tells whether somebody is registered already.
    pub fn folded(&self) -> String {
        self.ascii.to_ascii_lowercase()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

/// Says nothing: an address has no place in a log.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

fn ascii_domain(domain: &str) -> Result<String, EmailFault> {
    if domain.contains(['%', '[', ']']) {
        return Err(EmailFault::Other);
    }
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(ascii)) => Ok(ascii),
        _ => Err(EmailFault::Other),
    }
}

/// Marks that come along when an address is copied out of a right-to-left text.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_typed() {
        let email = Email::parse(" \u{200f}Sehla.Agayeva+forum@Example.ORG\u{200e}\n").unwrap();
        assert_eq!(email.as_str(), "Sehla.Agayeva+forum@Example.ORG");
        assert_eq!(email.folded(), "sehla.agayeva+forum@example.org");
        assert_eq!(format!("{email:?}"), "Email(…)");
    }

    #[test]
    fn domains_of_any_script() {
        let email = Email::parse("info@türkçe.com.tr").unwrap();
        assert_eq!(email.as_str(), "info@türkçe.com.tr");
        assert_eq!(email.ascii(), "info@xn--trke-2oa7j.com.tr");
        assert_eq!(
            email.folded(),
            Email::parse("INFO@XN--TRKE-2OA7J.com.tr").unwrap().folded()
        );
        assert!(Email::parse("info@مثال.إختبار").is_ok());
        assert!(Email::parse("a@пример.рф").is_ok());
    }

    #[test]
    fn says_what_is_wrong() {
        for (typed, fault) in [
            ("", EmailFault::NoAt),
            ("sehla.example.org", EmailFault::NoAt),
            ("sehla@", EmailFault::NoDomain),
            ("sehla@example", EmailFault::NoDomain),
            ("sehla agayeva@example.org", EmailFault::Space),
            ("sehla@example .org", EmailFault::Space),
            ("şəhla@example.org", EmailFault::NotLatin),
            ("@example.org", EmailFault::Other),
            ("a@b@example.org", EmailFault::Other),
            ("a..b@example.org", EmailFault::Other),
            ("a@example..org", EmailFault::Other),
            ("a@.org", EmailFault::Other),
            ("a@127.0.0.1", EmailFault::Other),
            ("a@[127.0.0.1]", EmailFault::Other),
            ("a@ex%61mple.org", EmailFault::Other),
            ("<a@example.org>", EmailFault::Other),
            ("a,b@example.org", EmailFault::Other),
            ("a@example.org,b@example.org", EmailFault::Other),
            ("a@example.org\r\nBcc: b@example.org", EmailFault::Space),
        ] {
            assert_eq!(Email::parse(typed).err(), Some(fault), "{typed}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        assert_eq!(Email::parse(&long).err(), Some(EmailFault::Other));
    }
}
