//! Slips of the finger in the domains of large mail providers: `gmial.com` was meant to be `gmail.com`; and letters of
//! another keyboard that look alike: `gmаil.com` with a Cyrillic а.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use url::quirks::domain_to_unicode;

use super::Email;

/// Where most addresses of the countries Hazir is used in are kept.
const PROVIDERS: &str = include_str!("providers.txt");

/// Domains one slip away from a provider's that are somebody else's in their own right.
const OTHERS: [&str; 3] = ["never.com", "photon.me", "ramble.com"];

/// Endings under which nobody has a domain: what becomes of `.com`, `.net`, `.org` and `.ru` under a finger.
const BROKEN_ENDINGS: [(&str, &str); 16] = [
    ("con", "com"),
    ("cim", "com"),
    ("cpm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("comm", "com"),
    ("ocm", "com"),
    ("cmo", "com"),
    ("coml", "com"),
    ("come", "com"),
    ("copm", "com"),
    ("nte", "net"),
    ("ogr", "org"),
    ("orgg", "org"),
    ("ruu", "ru"),
    ("rru", "ru"),
];

impl Email {
    /// What was perhaps meant, where the domain is one slip away from a large provider's, or looks like one, or mixes
    /// letters that only look alike.
    pub fn likely(&self) -> Option<Email> {
        let (_, domain) = self.ascii.rsplit_once('@')?;
        let domain = domain.to_ascii_lowercase();
        let meant = likely_domain(&domain).or_else(|| in_plain_letters(&domain))?;
        let (local, _) = self.typed.rsplit_once('@')?;
        Email::parse(&format!("{local}@{meant}")).ok()
    }
}

fn likely_domain(domain: &str) -> Option<String> {
    if is_known(domain) {
        return None;
    }
    let mended = mended_ending(domain);
    nearest(domain)
        .or_else(|| mended.as_deref().and_then(nearest))
        .map(str::to_owned)
        .or(mended)
}

/// What a domain in other letters looks like in Latin ones, where that is a provider's or its letters are mixed.
fn in_plain_letters(domain: &str) -> Option<String> {
    let shown = domain_to_unicode(domain);
    if shown.is_ascii() {
        return None;
    }
    let plain: String = shown
        .nfd()
        .filter(|sign| !is_combining_mark(*sign))
        .map(looks_like)
        .collect();
    let meant = likely_domain(&plain).or_else(|| is_known(&plain).then(|| plain.clone()));
    meant.or_else(|| (plain.is_ascii() && shown.split('.').any(is_mixed)).then_some(plain))
}

/// Whether Latin letters stand beside Cyrillic or Greek ones in one word.
fn is_mixed(label: &str) -> bool {
    let has = |range: std::ops::RangeInclusive<char>| label.contains(|sign| range.contains(&sign));
    has('a'..='z') && (has('\u{370}'..='\u{3ff}') || has('\u{400}'..='\u{52f}'))
}

/// The Latin letter that looks the same, also as a capital.
fn looks_like(sign: char) -> char {
    match sign {
        'ı' => 'i',
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' | 'н' | 'η' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ո' | 'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'у' | 'υ' => 'y',
        'х' | 'χ' => 'x',
        other => other,
    }
}

fn providers() -> impl Iterator<Item = &'static str> {
    PROVIDERS.split_whitespace()
}

fn is_known(domain: &str) -> bool {
    providers().chain(OTHERS).any(|known| known == domain)
}

fn mended_ending(domain: &str) -> Option<String> {
    let (name, ending) = domain.rsplit_once('.')?;
    let (_, right) = BROKEN_ENDINGS
        .iter()
        .find(|(broken, _)| *broken == ending)?;
    Some(format!("{name}.{right}"))
}

/// The provider itself, or the one that is a slip away.
fn nearest(domain: &str) -> Option<&'static str> {
    providers().find(|provider| *provider == domain || is_meant(domain, provider))
}

/// Short names are one letter apart by nature (`mil.ru` is no slip of `mail.ru`, nor `line.com` of `live.com`), and
/// so are the endings of countries.
fn is_meant(typed: &str, provider: &str) -> bool {
    let name = provider.split('.').next().unwrap_or_default();
    if name.len() < SHORTEST || are_two_countries(typed, provider) {
        return false;
    }
    match slip(typed.as_bytes(), provider.as_bytes()) {
        None | Some((0, _)) => false,
        Some((at, slip)) if at < name.len() && name.len() == SHORTEST => {
            matches!(slip, Slip::More | Slip::Exchanged)
        }
        Some(_) => true,
    }
}

fn are_two_countries(typed: &str, provider: &str) -> bool {
    let ending = |domain: &str| domain.rsplit('.').next().unwrap_or_default().to_owned();
    let (one, other) = (ending(typed), ending(provider));
    one.len() == 2 && other.len() == 2 && one != other
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// A letter too many.
    More,
    /// A letter too few.
    Less,
    /// One letter in place of another.
    Other,
    /// Two neighbours in each other's place.
    Exchanged,
}

/// The one slip that makes what was typed out of what was meant, and where it is.
fn slip(typed: &[u8], meant: &[u8]) -> Option<(usize, Slip)> {
    let at = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let slip = match (&typed[at..], &meant[at..]) {
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c && typed == meant => {
            Slip::Exchanged
        }
        ([_, typed @ ..], [_, meant @ ..]) if typed == meant => Slip::Other,
        ([_, typed @ ..], meant) if typed == meant => Slip::More,
        (typed, [_, meant @ ..]) if typed == meant => Slip::Less,
        _ => return None,
    };
    Some((at, slip))
}

/// Letters of a name that is long enough to be told from its neighbours.
const SHORTEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(address: &str) -> Option<String> {
        let email = Email::parse(address).unwrap();
        email.likely().map(|likely| likely.as_str().to_owned())
    }

    #[test]
    fn slips_are_seen() {
        for (typed, meant) in [
            ("Anna@gmial.com", "Anna@gmail.com"),
            ("anna@GMAIL.CON", "anna@gmail.com"),
            ("anna@gmail.co", "anna@gmail.com"),
            ("anna@gmail.om", "anna@gmail.com"),
            ("anna@gmai.com", "anna@gmail.com"),
            ("anna@gmaill.com", "anna@gmail.com"),
            ("anna@gmal.com", "anna@gmail.com"),
            ("anna@gnail.com", "anna@gmail.com"),
            ("anna@gmailcom.com", ""),
            ("anna@gmial.con", "anna@gmail.com"),
            ("anna@hotmial.com", "anna@hotmail.com"),
            ("anna@hotmail.cim", "anna@hotmail.com"),
            ("anna@yaho.com", "anna@yahoo.com"),
            ("anna@yahooo.com", "anna@yahoo.com"),
            ("anna@outlok.com", "anna@outlook.com"),
            ("anna@mail.ruu", "anna@mail.ru"),
            ("anna@mial.ru", "anna@mail.ru"),
            ("anna@yandex.ruu", "anna@yandex.ru"),
            ("anna@yandx.ru", "anna@yandex.ru"),
            ("anna@icloud.con", "anna@icloud.com"),
            ("anna@ministry-of-names.con", "anna@ministry-of-names.com"),
        ] {
            let wanted = (!meant.is_empty()).then(|| meant.to_owned());
            assert_eq!(likely(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn letters_that_only_look_alike_are_seen() {
        for (typed, meant) in [
            ("anna@gm\u{430}il.com", "anna@gmail.com"),
            ("anna@gmaıl.com", "anna@gmail.com"),
            ("anna@GMAİL.COM", "anna@gmail.com"),
            ("anna@\u{443}\u{430}hoo.com", "anna@yahoo.com"),
            ("anna@ex\u{430}mple.org", "anna@example.org"),
        ] {
            assert_eq!(likely(typed).as_deref(), Some(meant), "{typed}");
        }
        for right in [
            "a@türkçe.com.tr",
            "a@пример.рф",
            "a@почта.com",
            "a@مثال.إختبار",
        ] {
            assert_eq!(likely(right), None, "{right}");
        }
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for domain in providers() {
            assert_eq!(likely_domain(domain), None, "{domain}");
        }
        for domain in [
            "example.org",
            "un.org",
            "undp.org",
            "mail.com",
            "email.com",
            "mail.az",
            "gov.az",
            "edu.az",
            "ngo.org.tr",
            "adau.edu.az",
            "gmx.net",
            "gmx.at",
            "yandex.com.tr",
            "yahoo.com.br",
            "yahoo.fr",
            "hotmail.it",
            "mail.kz",
            "mail.uz",
            "mail.tm",
            "mail.gov.kz",
            "rambler.com",
            "outlook.com.br",
            "live.fr",
            "proton.me",
            "qq.cn",
            "inbox.az",
            "list.az",
            "box.az",
            "ya.com",
            "aol.de",
            "gmail.org.example",
            "co.tz",
            "ub.edu",
            "mil.ru",
            "mai.ru",
            "main.ru",
            "line.com",
            "love.com",
            "gm.com",
            "man.com",
            "168.com",
            "189.cn",
            "mail.cz",
            "mail.eu",
            "yahoo.com.au",
            "lit.ru",
            "yahoo.co.jp",
            "hotmail.ch",
            "outlook.dk",
            "never.com",
            "sina.cn",
            "gmail.example",
            "hotmail.example.org",
        ] {
            assert_eq!(likely_domain(domain), None, "{domain}");
        }
    }

    #[test]
    fn providers_do_not_look_like_each_others_slips() {
        let all: Vec<&str> = providers().collect();
        assert!(all.len() >= 60, "{}", all.len());
        let unique: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
    }
}
