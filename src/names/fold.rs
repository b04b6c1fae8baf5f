//! One search text for a name in any script.

use unicode_normalization::UnicodeNormalization;

use super::habits::Habits;
use super::{arabic, asian, cyrillic, latin};

/// What separates the two names of one person in [`fold_both`]; never part of a folded word.
pub(super) const BETWEEN: char = '/';

/// Small words of names that tell people apart too little to be searched for by themselves.
const PARTICLES: [&str; 31] = [
    "al", "el", "ul", "bin", "ibn", "ben", "bint", "binti", "oglu", "ogli", "ogl", "kizi", "kizy",
    "uli", "ulu", "de", "da", "do", "dos", "das", "del", "la", "van", "der", "von", "y", "e", "bi",
    "ould", "uld", "mint",
];

/// A word of a name, folded, with the other ways it may be read where its spelling leaves that open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Word {
    pub text: String,
    pub also: Vec<String>,
    /// Of a script that leaves vowels out.
    pub is_abjad: bool,
    /// Keys held down, no name: zzzqq.
    pub is_noise: bool,
}

impl Word {
    fn plain(text: impl Into<String>) -> Word {
        Word {
            text: text.into(),
            ..Word::default()
        }
    }
}

/// The name in plain lower-case Latin letters, whatever its script, words separated by one space.
///
/// Spellings of one sound become one: `kh`, `x` and `х` are `h`, `ş` and `ш` are `sh`, `iye` is `ie`. It is for
/// searching, not for reading.
pub fn fold(name: &str) -> String {
    let words: Vec<String> = words(name).into_iter().map(|word| word.text).collect();
    words.join(" ")
}

/// Both names of a person, folded, as [`Query::score`](super::Query::score) reads them.
pub fn fold_both(name: &str, native_name: Option<&str>) -> String {
    let mut folded = fold(name);
    if let Some(native) = native_name.map(fold).filter(|native| !native.is_empty()) {
        folded.push(BETWEEN);
        folded.push_str(&native);
    }
    folded
}

/// What lists are ordered by: the letters as an English dictionary has them, capitals and accents apart.
pub fn sort_key(name: &str) -> String {
    let plain = any_ascii::any_ascii(&name.nfkc().collect::<String>()).to_ascii_lowercase();
    let mut key = String::with_capacity(plain.len());
    for c in plain.chars().filter(|c| *c != '\'' && *c != '`') {
        if c.is_ascii_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// The folded words of a name, in their order.
pub(super) fn words(name: &str) -> Vec<Word> {
    let name: String = name.nfkc().collect();
    let habits = Habits::of(&name);
    let mut words = Vec::with_capacity(6);
    for raw in split(&name) {
        fold_word(&raw, habits, &mut words);
    }
    words.retain(|word| !word.text.is_empty());
    join_compounds(words)
}

/// Lower-case words without apostrophes and invisible marks; `<` of a passport's machine lines separates too.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in name.chars() {
        if is_dropped(c) {
            continue;
        }
        if is_separator(c) {
            if words.last().is_some_and(|word| !word.is_empty()) {
                words.push(String::new());
            }
            continue;
        }
        if let Some(word) = words.last_mut() {
            match c {
                'İ' => word.push('i'),
                _ => word.extend(c.to_lowercase()),
            }
        }
    }
    words
}

fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '’' | '‘' | '‛' | '′' | 'ʹ'..='ʿ' | 'ˈ' | 'ꞌ' | '\u{ad}' | '\u{307}'
    ) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || arabic::is_mark(c)
        || is_vowel_mark(c)
        || is_picture(c)
}

/// Arrows, signs and emoji, which the table of letters would spell out.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Points of Hebrew and Syriac, which most people leave out.
fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{730}'..='\u{74a}')
}

/// Hebrew and Syriac letters: consonants, as the Arabic ones.
fn is_abjad(c: char) -> bool {
    arabic::is_arabic(c) || matches!(c, '\u{5d0}'..='\u{5f2}' | '\u{710}'..='\u{72f}')
}

/// Whether keys were held down rather than a name typed.
fn is_held_down(raw: &str) -> bool {
    let letters: Vec<char> = raw.chars().collect();
    let repeated = letters.windows(2).filter(|pair| pair[0] == pair[1]);
    let different = letters.len() - repeated.count();
    letters.len() > 2 && different * 2 <= letters.len()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(
            c,
            '\u{2010}'
                ..='\u{205e}'
                    | '·'
                    | '«'
                    | '»'
                    | '،'
                    | '؛'
                    | '।'
                    | '་'
                    | '・'
                    | '፡'
                    | '၊'
                    | '。'
                    | '、'
        )
}

fn fold_word(raw: &str, habits: Habits, words: &mut Vec<Word>) {
    let Some(first) = raw.chars().next() else {
        return;
    };
    let is_abjad = is_abjad(first);
    let is_noise = is_held_down(raw);
    let word = |text: String| Word {
        is_noise: is_noise || (text.len() == 1 && raw.chars().count() > 2),
        text,
        also: Vec::new(),
        is_abjad,
    };
    if latin::is_latin(first) {
        words.push(Word {
            also: latin::fold_otherwise(raw, habits),
            ..word(latin::fold(raw, habits))
        });
    } else if cyrillic::is_cyrillic(first) {
        words.push(Word {
            also: cyrillic::fold_otherwise(raw),
            ..word(cyrillic::fold(raw))
        });
    } else if arabic::is_arabic(first) {
        words.extend(arabic::fold(raw).into_iter().map(word));
    } else {
        words.extend(asian::fold(raw).into_iter().map(word));
    }
}

/// Brings `Abd al-Rahman`, `Abdurrahman`, `Abdel Rahman` and `Nur ad-Din`, `Nureddin` to one shape each.
fn join_compounds(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len() + 1);
    let mut rest = words.into_iter().peekable();
    while let Some(word) = rest.next() {
        let next = rest.peek().map(|next| next.text.as_str());
        if is_servant(&word.text, next) {
            if rest.peek().is_some_and(|next| is_article(&next.text)) {
                rest.next();
            }
            match rest.next_if(|next| matches!(next.text.as_str(), "lah" | "alah" | "lh" | "alh")) {
                Some(_) => joined.push(Word::plain("abdulah")),
                None => joined.push(Word::plain("abdul")),
            }
        } else if is_article(&word.text) && next == Some("din") && !joined.is_empty() {
            rest.next();
            if let Some(before) = joined.last_mut() {
                before.text.push_str("udin");
            }
        } else if matches!(
            word.text.as_str(),
            "aldin" | "eldin" | "udin" | "adin" | "edin"
        ) && let Some(before) = joined.last_mut()
        {
            before.text.push_str("udin");
        } else if let Some(servant_of) = servant_of(&word.text) {
            joined.push(Word::plain("abdul"));
            joined.push(Word::plain(servant_of));
        } else if matches!(word.text.as_str(), "md" | "mohd" | "muhd") && next.is_some() {
            joined.push(Word::plain("mohamed"));
        } else if let Some(of_faith) = of_faith(&word.text) {
            joined.push(Word::plain(of_faith));
        } else {
            joined.push(word);
        }
    }
    joined
}

/// `nurudin` of `nuredin`, `nureldin`, `nuradine`: the article before `din` as it is heard most.
fn of_faith(word: &str) -> Option<String> {
    let before = word
        .strip_suffix("dine")
        .or_else(|| word.strip_suffix("din"))?;
    let before = match before.strip_suffix('l') {
        Some(rest) if rest.ends_with(['e', 'u']) => rest,
        _ => before,
    };
    let name = before.strip_suffix(['a', 'e', 'u'])?;
    let whole = name.len() >= 3 && !name.ends_with(['a', 'e', 'i', 'o', 'u']);
    whole.then(|| format!("{name}udin"))
}

/// The article in the shapes it takes before the next word: al-, el-, as-, ash-, ud-.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "el" | "ul" | "il" | "ad" | "ed" | "ud" | "id" | "ar" | "ur" | "as" | "us" | "ash"
    )
}

/// `abd`, `abdul`, `abdel` and the like, standing before the name they belong to.
fn is_servant(word: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    match word {
        "abd" | "abdul" | "abdel" | "abdal" | "abdol" | "abdil" => true,
        _ => word.strip_prefix("abdu").is_some_and(|tail| {
            matches!(tail, "r" | "s" | "n" | "sh" | "z") && next.starts_with(tail)
        }),
    }
}

/// What follows in a name written as one word: `rahman` of `abdurahman`, `abdirahman`, `abdelrahman`.
fn servant_of(word: &str) -> Option<String> {
    let tail = word.strip_prefix("abd")?;
    let tail = tail.strip_prefix(['u', 'e', 'a', 'o', 'i'])?;
    let (rest, article) = match tail.strip_prefix('l') {
        Some(rest) => (rest, true),
        None => (tail, false),
    };
    let vowel = rest.starts_with(['a', 'e', 'i', 'o', 'u']);
    let surname = rest.starts_with("ae")
        || rest.starts_with("ah")
        || rest.starts_with('o')
        || rest.starts_with("ai");
    let whole = rest.len() >= 4 && !surname && (article || !vowel);
    whole.then(|| rest.to_owned())
}
