//! The demo's invented names, organisations and positions, read from the text files beside this one.
//!
//! A line is a letter and words: `m` and `f` given names, `s` family names, `w` what organisations are called after
//! (`a` the same in Arabic), `n` a way to put a name together (`nm`, `nf` for men or women alone), `join` for scripts
//! that write it without spaces. `_` stands for a space, `=` comes before the form in the own script, `/` before
//! a woman's form.

use std::sync::LazyLock;

/// A piece of a name in Latin letters and, where people there write otherwise, in theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub latin: &'static str,
    pub native: Option<&'static str>,
}

/// How a people is named.
#[derive(Debug, Default)]
pub(super) struct Culture {
    pub key: &'static str,
    pub orders: Vec<(Whose, &'static str)>,
    pub men: Vec<Piece>,
    pub women: Vec<Piece>,
    /// Family names: a man's form and a woman's.
    pub families: Vec<[Piece; 2]>,
    pub emblems: Vec<&'static str>,
    pub arabic_emblems: Vec<&'static str>,
    pub joined: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Anyone,
    Men,
    Women,
}

/// Where people come from, how many, and what they write in.
#[derive(Debug)]
pub(super) struct Land {
    pub code: &'static str,
    /// Share among those beyond the first of each country; 0 for countries outside the Non-Aligned Movement.
    pub share: usize,
    pub language: &'static str,
    pub calling_code: &'static str,
    pub organisation_languages: Vec<&'static str>,
    pub cultures: Vec<&'static Culture>,
}

/// Lines under a heading, such as `en` or `en media`.
type Sections = Vec<(&'static str, Vec<&'static str>)>;

static CULTURES: LazyLock<Vec<Culture>> = LazyLock::new(|| {
    let files = [
        include_str!("turkic.txt"),
        include_str!("arab.txt"),
        include_str!("asia.txt"),
        include_str!("africa.txt"),
        include_str!("americas.txt"),
    ];
    let sections = files.into_iter().flat_map(sections);
    sections.map(|(key, lines)| culture(key, &lines)).collect()
});

pub(super) static LANDS: LazyLock<Vec<Land>> = LazyLock::new(|| {
    lines(include_str!("countries.txt"))
        .filter_map(land)
        .collect()
});

static ORGANISATIONS: LazyLock<Sections> =
    LazyLock::new(|| sections(include_str!("organisations.txt")));

static POSITIONS: LazyLock<Sections> = LazyLock::new(|| sections(include_str!("positions.txt")));

static NEEDS: LazyLock<Sections> = LazyLock::new(|| sections(include_str!("needs.txt")));

/// How a category's organisations are called in a language, `{w}` standing for the emblem.
pub(super) fn organisations(language: &str, category: &str) -> &'static [&'static str] {
    under_own(&ORGANISATIONS, language, category)
}

/// A category's positions in a language.
pub(super) fn positions(language: &str, category: &str) -> &'static [&'static str] {
    under_own(&POSITIONS, language, category)
}

/// The lines for a category that has its own, else those for all.
fn under_own(
    sections: &'static Sections,
    language: &str,
    category: &str,
) -> &'static [&'static str] {
    let own = under(sections, &format!("{language} {category}"));
    if own.is_empty() {
        under(sections, language)
    } else {
        own
    }
}

/// What people ask for, `access` or `food`, in a language.
pub(super) fn needs(language: &str, kind: &str) -> Vec<&'static str> {
    let all = under(&NEEDS, language).iter();
    all.filter_map(|line| line.strip_prefix(kind).map(str::trim))
        .collect()
}

fn under(sections: &'static Sections, heading: &str) -> &'static [&'static str] {
    let found = sections.iter().find(|(key, _)| *key == heading);
    found.map_or(&[], |(_, lines)| lines)
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn sections(text: &'static str) -> Sections {
    let mut sections = Sections::new();
    for line in lines(text) {
        let heading = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        match (heading, sections.last_mut()) {
            (Some(heading), _) => sections.push((heading, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    sections
}

fn culture(key: &'static str, lines: &[&'static str]) -> Culture {
    let mut culture = Culture {
        key,
        ..Culture::default()
    };
    for line in lines {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        let words = || {
            rest.split(' ')
                .filter(|word| !word.is_empty() && *word != "-")
        };
        match kind {
            "join" => culture.joined = true,
            "n" => culture.orders.push((Whose::Anyone, rest)),
            "nm" => culture.orders.push((Whose::Men, rest)),
            "nf" => culture.orders.push((Whose::Women, rest)),
            "m" => culture.men.extend(words().map(piece)),
            "f" => culture.women.extend(words().map(piece)),
            "s" => culture.families.extend(words().map(family)),
            "w" => culture.emblems.extend(words()),
            "a" => culture.arabic_emblems.extend(words()),
            _ => {}
        }
    }
    culture
}

/// `Olga=Ольга`
pub(super) fn piece(word: &'static str) -> Piece {
    match word.split_once('=') {
        Some((latin, native)) => Piece {
            latin,
            native: Some(native),
        },
        None => Piece {
            latin: word,
            native: None,
        },
    }
}

/// `Orlov/Orlova=Орлов/Орлова`
fn family(word: &'static str) -> [Piece; 2] {
    let both = piece(word);
    let (man, woman) = both
        .latin
        .split_once('/')
        .unwrap_or((both.latin, both.latin));
    let native = both
        .native
        .map(|native| native.split_once('/').unwrap_or((native, native)));
    [
        Piece {
            latin: man,
            native: native.map(|native| native.0),
        },
        Piece {
            latin: woman,
            native: native.map(|native| native.1),
        },
    ]
}

/// `KZ 2 ru 7 kk,ru kk,ru`
fn land(line: &'static str) -> Option<Land> {
    let mut columns = line.split(' ');
    Some(Land {
        code: columns.next()?,
        share: columns.next()?.parse().ok()?,
        language: columns.next()?,
        calling_code: columns.next()?,
        organisation_languages: columns.next()?.split(',').collect(),
        cultures: columns.next()?.split(',').filter_map(by_key).collect(),
    })
}

fn by_key(key: &str) -> Option<&'static Culture> {
    CULTURES.iter().find(|culture| culture.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Country, Language};

    #[test]
    fn every_country_can_name_its_people_and_their_organisations() {
        for land in LANDS.iter() {
            let code = land.code;
            assert!(Country::parse(code).is_some(), "{code}");
            assert!(Language::parse(land.language).is_some(), "{code}");
            assert!(!land.cultures.is_empty(), "{code}");
            for language in &land.organisation_languages {
                assert!(
                    !organisations(language, "delegate").is_empty(),
                    "{code} {language}"
                );
                assert!(
                    !positions(language, "delegate").is_empty(),
                    "{code} {language}"
                );
            }
        }
    }

    #[test]
    fn every_people_has_names_for_men_and_women_in_every_order_it_uses() {
        for culture in CULTURES.iter() {
            let key = culture.key;
            assert!(culture.men.len() > 4 && culture.women.len() > 4, "{key}");
            assert!(!culture.emblems.is_empty(), "{key}");
            for sex in [Whose::Men, Whose::Women] {
                let usable = |order: &&(Whose, &str)| order.0 == Whose::Anyone || order.0 == sex;
                assert!(culture.orders.iter().any(|order| usable(&order)), "{key}");
            }
            let with_family = culture
                .orders
                .iter()
                .any(|(_, order)| order.contains("{s}"));
            assert!(!with_family || culture.families.len() > 2, "{key}");
        }
    }

    #[test]
    fn native_forms_are_given_for_all_pieces_of_a_name_or_none() {
        for culture in CULTURES.iter() {
            let given = culture.men.iter().chain(&culture.women);
            let pieces: Vec<&Piece> = given.chain(culture.families.iter().flatten()).collect();
            let native = pieces.iter().filter(|piece| piece.native.is_some()).count();
            assert!(
                native == 0 || native + 3 >= pieces.len(),
                "{}: {native} of {}",
                culture.key,
                pieces.len()
            );
        }
    }
}
