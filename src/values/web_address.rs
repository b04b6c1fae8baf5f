//! Whether a text holds an address that a mail reader makes a link of: of a page, or of a mailbox. A full stop in a name
//! is none.

use unicode_normalization::UnicodeNormalization;

use super::Country;
use super::personal::is_unseen;

/// Endings of addresses beside those of countries. Those of countries are two letters, as are many family names: they
/// make no address of an initial or a title.
const ENDINGS: [&str; 74] = [
    "com",
    "net",
    "org",
    "info",
    "biz",
    "name",
    "pro",
    "edu",
    "gov",
    "mil",
    "int",
    "mobi",
    "jobs",
    "tel",
    "cat",
    "asia",
    "post",
    "travel",
    "xyz",
    "top",
    "site",
    "online",
    "shop",
    "store",
    "app",
    "dev",
    "club",
    "live",
    "life",
    "space",
    "website",
    "tech",
    "icu",
    "vip",
    "fun",
    "link",
    "click",
    "page",
    "blog",
    "cloud",
    "world",
    "today",
    "news",
    "media",
    "agency",
    "company",
    "center",
    "email",
    "network",
    "digital",
    "group",
    "host",
    "press",
    "win",
    "bid",
    "loan",
    "download",
    "stream",
    "review",
    "trade",
    "webcam",
    "zip",
    "mov",
    "ngo",
    "ong",
    "рф",
    "рус",
    "орг",
    "ком",
    "сайт",
    "онлайн",
    "дети",
    "бел",
    "укр",
];

/// Endings of two letters that are no country's in ISO's list.
const UNLISTED: [&str; 4] = ["uk", "eu", "su", "ac"];

/// What people put before a name with a full stop and without a blank.
const TITLES: [&str; 24] = [
    "dr", "mr", "mrs", "ms", "mx", "prof", "doc", "doç", "eng", "ing", "st", "ste", "sr", "jr",
    "hon", "rev", "gen", "col", "capt", "mme", "mlle", "av", "msc", "phd",
];

pub(crate) fn holds_web_address(text: &str) -> bool {
    let seen = text.nfkc().filter(|c| !is_unseen(*c));
    let plain: String = seen.map(|c| if c == '。' { '.' } else { c }).collect();
    let plain = plain.to_lowercase();
    plain.contains("://") || plain.split(ends_word).any(is_address)
}

/// What stands in no address, or ends one in a sentence.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || "()<>[]{},;\"'«»„“”‘’|!".contains(c)
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(['.', ':', '-']);
    if let Some((before, behind)) = word.split_once('@') {
        return !before.is_empty() && behind.contains('.');
    }
    let (host, rest) = match word.find(['/', '?', '#', ':', '\\']) {
        Some(at) => (&word[..at], &word[at..]),
        None => (word, ""),
    };
    let labels: Vec<&str> = host.split('.').collect();
    let Some((last, before)) = labels.split_last().filter(|(_, before)| !before.is_empty()) else {
        return false;
    };
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    if !labels.iter().all(is_label) {
        return false;
    }
    let leads_on =
        rest.len() > 1 && last.chars().count() > 1 && !last.starts_with(char::is_numeric);
    leads_on || before[0] == "www" || ends_as_one(last, before)
}

fn ends_as_one(last: &str, before: &[&str]) -> bool {
    if last.starts_with("xn--") || ENDINGS.contains(&last) {
        return true;
    }
    let is_country = Country::parse(last).is_some() && last != "qn";
    (is_country || UNLISTED.contains(&last))
        && !before.iter().all(|label| stands_before_a_name(label))
}

fn stands_before_a_name(label: &str) -> bool {
    label.chars().count() == 1 || TITLES.contains(&label)
}

#[cfg(test)]
mod tests {
    use super::holds_web_address;

    #[test]
    fn addresses_are_found_however_they_are_written() {
        for text in [
            "http://x",
            "Win at https://evil.example/now",
            "evil.com",
            "Evil.Com",
            "see bit.ly/3xYz",
            "t.me/evil",
            "www.evil.example",
            "(evil.ru)",
            "evil．com",
            "evil。com",
            "evil.\u{200b}com",
            "ｅｖｉｌ.ｃｏｍ",
            "зло.рф",
            "evil.co.uk",
            "write to a@evil.example.",
            "evil.com:8080",
            "evil.xn--p1ai",
            "ab.example/offer",
        ] {
            assert!(holds_web_address(text), "{text}");
        }
    }

    #[test]
    fn a_full_stop_in_a_name_is_no_address() {
        for text in [
            "J.R.R. Tolkien",
            "Dr.Ali Vəliyev",
            "Prof.Li",
            "J.Ma",
            "Ə.Əliyev",
            "И.И.Иванов",
            "Anna.Maria",
            "St.Petersburg Union",
            "24.11.2025",
            "Nr. 5/7",
            "и.о. директора",
            "Head of Dept./Chair",
            "A/B c/o Xəzər",
            "Red Crescent Co. Ltd.",
            "@xezer",
            "No.1",
            "Yeni Nəfəs M.M.C.",
        ] {
            assert!(!holds_web_address(text), "{text}");
        }
    }
}
