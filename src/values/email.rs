//! An e-mail address somebody can be written to.

mod likely;

use std::{fmt, str::FromStr};

use email_address::EmailAddress;
use url::quirks::domain_to_unicode;

use super::coded_text;

/// An e-mail address, as it was typed. Its domain may be in any script; before the @ stands ASCII alone, since
/// few mail servers on a message's way accept more.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    typed: String,
    ascii: String,
}

/// What is wrong with an address, and where; the sentence for it belongs to the form.
#[derive(Clone, PartialEq, Eq)]
pub enum EmailFault {
    /// There is no @ in what was typed.
    NoAt(String),
    /// More than one: two addresses, mostly.
    TwoAts,
    /// What stands after the @ is empty or has no dot.
    NoDomain(String),
    /// A blank in the middle; the address with the blanks made visible.
    Space(String),
    /// A letter before the @ that mail servers do not carry.
    NotLatin(char),
    /// A sign that no address has.
    Sign(char),
    /// A dot at the beginning or end of a part, or two on end.
    Dots(String),
    /// What stands before the @ is missing.
    NoName,
    TooLong,
    /// What stands after the @ is no domain.
    Domain(String),
}

impl Email {
    /// Reads an address as people type it, or copy it out of a link, a contact or a sentence.
    pub fn parse(text: &str) -> Result<Email, EmailFault> {
        let plain = coded_text(text);
        let typed = bare(&plain);
        let (local, domain) = parts(typed)?;
        let ascii = format!("{local}@{}", ascii_domain(domain)?);
        if local.len() > LONGEST_LOCAL || ascii.len() > LONGEST {
            return Err(EmailFault::TooLong);
        }
        if EmailAddress::from_str(&ascii).is_err() {
            return Err(EmailFault::Domain(shortened(domain)));
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

/// An address as people read it: in small letters, the domain in its own script.
pub(crate) fn shown_address(typed: &str) -> String {
    match typed.rsplit_once('@') {
        Some((local, domain)) => format!("{}@{}", local.to_lowercase(), domain_to_unicode(domain)),
        None => typed.to_lowercase(),
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

/// Says nothing either: it quotes what was typed.
impl fmt::Debug for EmailFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailFault(…)")
    }
}

/// The address alone: without `mailto:` and what a link says behind it, without the name before `<`, and without the
/// quotes, the comma or the full stop of the sentence it stood in.
fn bare(text: &str) -> &str {
    let text = match text.rsplit_once('<') {
        Some((_, rest)) if rest.contains('@') => rest.split('>').next().unwrap_or(rest),
        _ => text,
    };
    let text = match text.get(..SCHEME.len()) {
        Some(scheme) if scheme.eq_ignore_ascii_case(SCHEME) => {
            text[SCHEME.len()..].split('?').next().unwrap_or_default()
        }
        _ => text,
    };
    let is_around = |sign: char| " \"'«»“”<>".contains(sign);
    text.trim_start_matches(is_around)
        .trim_end_matches(|sign| is_around(sign) || ",;:.".contains(sign))
}

/// What stands before the @ and after it, where both can be right.
fn parts(typed: &str) -> Result<(&str, &str), EmailFault> {
    let Some((local, domain)) = typed.split_once('@') else {
        return Err(EmailFault::NoAt(shortened(typed)));
    };
    if domain.contains('@') {
        return Err(EmailFault::TwoAts);
    }
    if typed.contains(' ') {
        return Err(EmailFault::Space(shortened(&typed.replace(' ', "␣"))));
    }
    if !domain.contains('.') {
        return Err(EmailFault::NoDomain(shortened(domain)));
    }
    if local.is_empty() {
        return Err(EmailFault::NoName);
    }
    if let Some(other) = local.chars().find(|sign| !sign.is_ascii()) {
        return Err(EmailFault::NotLatin(other));
    }
    if let Some(other) = local.chars().find(|sign| !is_of_a_name(*sign)) {
        return Err(EmailFault::Sign(other));
    }
    let has_stray_dot =
        |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
    if has_stray_dot(local) || has_stray_dot(domain) {
        return Err(EmailFault::Dots(shortened(typed)));
    }
    Ok((local, domain))
}

/// Letters, digits and the signs that mail servers take before the @ without quotes.
fn is_of_a_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(sign)
}

fn ascii_domain(domain: &str) -> Result<String, EmailFault> {
    if let Some(sign) = domain
        .chars()
        .find(|sign| "%[]/:?#\\,;()!'\"".contains(*sign))
    {
        return Err(EmailFault::Sign(sign));
    }
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(ascii)) => Ok(ascii),
        _ => Err(EmailFault::Domain(shortened(domain))),
    }
}

/// As much of what was typed as a sentence can show.
fn shortened(typed: &str) -> String {
    match typed.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}

const SCHEME: &str = "mailto:";
/// Characters of what was typed that a sentence shows.
const SHOWN: usize = 60;
/// Most bytes, of which so many before the @ (RFC 5321).
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

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
        let of = |text: &str| text.to_owned();
        for (typed, fault) in [
            ("", EmailFault::NoAt(of(""))),
            (
                "sehla.example.org",
                EmailFault::NoAt(of("sehla.example.org")),
            ),
            ("sehla@", EmailFault::NoDomain(of(""))),
            ("sehla@example", EmailFault::NoDomain(of("example"))),
            (
                "sehla agayeva@example.org",
                EmailFault::Space(of("sehla␣agayeva@example.org")),
            ),
            (
                "sehla@example .org",
                EmailFault::Space(of("sehla@example␣.org")),
            ),
            ("şəhla@example.org", EmailFault::NotLatin('ş')),
            ("@example.org", EmailFault::NoName),
            ("a@b@example.org", EmailFault::TwoAts),
            ("a..b@example.org", EmailFault::Dots(of("a..b@example.org"))),
            ("a@example..org", EmailFault::Dots(of("a@example..org"))),
            ("a@.org", EmailFault::Dots(of("a@.org"))),
            ("a@127.0.0.1", EmailFault::Domain(of("127.0.0.1"))),
            ("a@[127.0.0.1]", EmailFault::Sign('[')),
            ("a@ex%61mple.org", EmailFault::Sign('%')),
            ("a,b@example.org", EmailFault::Sign(',')),
            ("a@example.org,b@example.org", EmailFault::TwoAts),
            ("a@example.org\r\nBcc: b@example.org", EmailFault::TwoAts),
        ] {
            assert!(Email::parse(typed).err() == Some(fault), "{typed}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        assert!(Email::parse(&long).err() == Some(EmailFault::TooLong));
    }

    #[test]
    fn an_address_is_taken_out_of_what_was_copied_with_it() {
        for copied in [
            "mailto:aysel@example.org?subject=Hello",
            "Aysel Məmmədova <aysel@example.org>",
            "\"aysel@example.org\",",
            "«aysel@example.org».",
            "aysel＠example．org",
        ] {
            assert_eq!(
                Email::parse(copied).ok().unwrap().as_str(),
                "aysel@example.org"
            );
        }
    }
}
