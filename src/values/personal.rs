//! Whether a text holds what opens one person's page: it has no place in a mail to many.

/// What stands in the address before a secret of ours, whatever the host is called there.
const BEFORE_SECRETS: [&str; 4] = ["/me/", "/desk/password/", "/door/pair/", "/unsubscribe/"];

/// Letters and digits of a link's secret, and of a badge's code without its `HZ`.
const LENGTH: usize = 26;

/// A link to somebody's page, a link that sets a password or pairs a phone, or a badge's code, however it is
/// written: within another address, percent-encoded, with blanks, hyphens or unseen characters in it.
pub(crate) fn holds_personal_link(text: &str) -> bool {
    let plain = decoded(&decoded(text)).to_lowercase();
    let seen: String = plain.chars().filter(|c| !is_unseen(*c)).collect();
    BEFORE_SECRETS.iter().any(|part| leads_on(&seen, part))
        || holds_secret(&seen)
        || holds_code(&seen)
}

/// Such an address that goes on: `…/me/` alone is nobody's.
fn leads_on(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        text[at + part.len()..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .count()
            >= 8
    })
}

/// As many letters and digits on end as a secret has, with a digit among them: no word is like that.
fn holds_secret(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.into_iter().any(|word| {
        let bare = word.strip_prefix("hz").filter(|bare| bare.len() == LENGTH);
        let length = bare.unwrap_or(word).len();
        length == LENGTH && word.contains(|c: char| c.is_ascii_digit())
    })
}

/// `HZ 7QK3 M9XA …`, as it stands below the QR code: six groups of four and one of two.
fn holds_code(text: &str) -> bool {
    let separates = |c: char| c.is_whitespace() || "-_.·".contains(c);
    let plain = |group: &str| {
        group
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .count()
    };
    text.match_indices("hz").any(|(at, _)| {
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        let groups = text[at + 2..].split(separates);
        let groups: Vec<&str> = groups.filter(|group| !group.is_empty()).take(7).collect();
        let whole = groups
            .iter()
            .map(|group| plain(group))
            .eq([4, 4, 4, 4, 4, 4, 2]);
        begins && whole && groups.concat().contains(|c: char| c.is_ascii_digit())
    })
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

/// Soft hyphens, zero-width characters and marks of direction.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::holds_personal_link;
    use crate::values::{Code, Secret};

    #[test]
    fn what_opens_one_person_s_page_is_found_however_it_is_written() {
        let secret = Secret::from_bytes(*b"sixteen bytes ok");
        let code = Code::from_bytes(*b"sixteen bytes ok");
        for text in [
            format!("See https://forum.example/az/me/{secret}."),
            format!("forum.example/az/me/{secret}/correct"),
            format!("https://safe.example/?u=https%3A%2F%2Fforum.example%2Faz%2Fme%2F{secret}&x=1"),
            format!("https://forum.example/en/desk/password/{secret}"),
            format!("https://forum.example/en/door/pair/{secret}"),
            format!("{}\u{200b}{}", &secret.as_str()[..9], &secret.as_str()[9..]),
            format!("Code: {}", code.grouped()),
            format!("Code: {}", code.grouped().to_lowercase().replace(' ', "-")),
            code.qr_text(),
            "https://forum.example/az/unsubscribe/0197a000-0000-7000".to_owned(),
            "https://forum.example/az/unsubscribe/0197a00000007000".to_owned(),
        ] {
            assert!(holds_personal_link(&text), "{text}");
        }
    }

    #[test]
    fn what_is_everybody_s_is_not() {
        for text in [
            "Doors open at 09:00. See https://forum.example/az/gsnp-2025 and write to me/us.",
            "https://forum.example/en/me/ is where your page begins",
            "https://maps.example/@40.37,49.85,17z?entry=ttu&g_ep=EgoyMDI1",
            "+994 12 345 67 89, IBAN AZ21 NABZ 0000 0000 1370 1000 1944",
            "Antidisestablishmentarianism",
            "Məhz 24 noyabrda, at 50 Hz power and 25 seats in the hall today",
            "",
        ] {
            assert!(!holds_personal_link(text), "{text}");
        }
    }
}
