//! Telephone numbers and addresses that lead nowhere.

use std::collections::HashSet;

use fastrand::Rng;

use super::Which;
use super::name::Name;
use super::table::Land;

/// With an area code that no country gives out.
pub(super) fn phone(land: &Land, rng: &mut Rng) -> String {
    format!(
        "+{} 00 {:03} {:02} {:02}",
        land.calling_code,
        rng.u16(100..1000),
        rng.u8(..100),
        rng.u8(..100)
    )
}

/// An address of an organisation or of a mail provider, neither of which can exist.
pub(super) fn email(
    which: Which,
    name: &Name,
    emblem: &str,
    rng: &mut Rng,
    seen: &mut HashSet<String>,
) -> String {
    let [first, last] = name.short.map(plain);
    let local = match rng.u8(..10) {
        _ if first == last => first,
        0..6 => format!("{first}.{last}"),
        6 | 7 => format!("{}.{last}", &first[..1]),
        8 => format!("{first}_{last}"),
        _ => format!("{last}{}", &first[..1]),
    };
    let organisation: Vec<String> = emblem.split(' ').map(plain).collect();
    let organisation = organisation.join("-");
    let domain = match (which, rng.u8(..4)) {
        (Which::Gsnp, 0) => "post.example".to_owned(),
        (Which::Ots, 0) => "mail.example".to_owned(),
        (Which::Gsnp, _) => format!("{organisation}.example"),
        (Which::Ots, _) => format!("{organisation}.example.org"),
    };
    let mut email = format!("{local}@{domain}");
    let mut again = 2;
    while !seen.insert(email.clone()) {
        email = format!("{local}{again}@{domain}");
        // Strides keep the search short when a hundred thousand share a few thousand names.
        again += 1 + rng.u32(..again);
    }
    email
}

/// Small ASCII letters alone.
fn plain(word: &str) -> String {
    let ascii = any_ascii::any_ascii(word).to_ascii_lowercase();
    ascii.chars().filter(char::is_ascii_alphanumeric).collect()
}
