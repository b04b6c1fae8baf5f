//! What is stored to find a person by, and what of it a query asks for.

use super::fold::{Word, is_particle, words};
use super::skeleton::{heard_readings, skeleton, stored_readings};

/// Longer keys tell no two people apart.
const LONGEST: usize = 40;

/// A typed word of so many letters may be two that were not kept apart.
const LONG: usize = 9;

/// What a stored key was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Word,
    Sound,
}

impl Kind {
    /// As it stands in the table.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Word => "word",
            Kind::Sound => "sound",
        }
    }
}

/// One row of the search table: a folded word or a skeleton.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub kind: Kind,
    pub text: String,
}

/// Beginnings of keys to search for, for one typed word or for two as one; who has any of them is worth a
/// [`score`](super::score).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    pub words: Vec<String>,
    pub sounds: Vec<String>,
    /// Whole keys of sounds: a name that may stand first in what was typed as one word.
    pub whole_sounds: Vec<String>,
}

/// The distinct keys of a person.
pub fn keys(name: &str, native_name: Option<&str>) -> Vec<Key> {
    let mut found = Vec::with_capacity(12);
    for name in [Some(name), native_name].into_iter().flatten() {
        keys_of(&words(name), &mut found);
    }
    found.sort();
    found.dedup();
    found
}

fn keys_of(words: &[Word], found: &mut Vec<Key>) {
    let only_particles = words.iter().all(|word| is_particle(&word.text));
    for word in words {
        if only_particles || !is_particle(&word.text) {
            for text in std::iter::once(&word.text).chain(&word.also) {
                store(text, found);
            }
        }
        if let Some(rest) = after_article(&word.text) {
            store(rest, found);
        }
    }
    for pair in words.windows(2) {
        if let Some(joined) = joined(&pair[0].text, &pair[1].text) {
            store(&joined, found);
        }
    }
}

fn store(word: &str, found: &mut Vec<Key>) {
    found.push(key(Kind::Word, word));
    for reading in stored_readings(word) {
        if reading.len() > 1 {
            found.push(key(Kind::Sound, &reading));
        }
    }
}

fn key(kind: Kind, text: &str) -> Key {
    let text = text.chars().take(LONGEST).collect();
    Key { kind, text }
}

/// `sayed` of `elsayed`: written together, an article hides the word people search by.
fn after_article(word: &str) -> Option<&str> {
    let rest = word
        .strip_prefix("el")
        .or_else(|| word.strip_prefix("al"))?;
    let consonant = !rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'l']);
    (rest.len() >= 5 && consonant).then_some(rest)
}

/// Two words that others write as one: `abdul rahman`, `al sayed`, `bat erdene`, `de souza`.
fn joined(first: &str, second: &str) -> Option<String> {
    if first == "abdul" {
        return Some(format!("abdu{second}"));
    }
    let short = first.len() <= 3 || second.len() <= 3 || (first.len() <= 5 && second.len() <= 4);
    let spelt_apart = second.starts_with('h') && first.ends_with(['t', 'd', 's', 'k']);
    (short && !spelt_apart && first.len() > 1 && second.len() > 1)
        .then(|| format!("{first}{second}"))
}

/// What to look for in the table when somebody types this, word by word.
pub fn lookup(query: &str) -> Vec<Sought> {
    let typed = meaningful(words(query));
    let alone = typed.len() == 1;
    let mut sought: Vec<Sought> = typed
        .iter()
        .filter(|word| alone || word.text.len() > 1)
        .map(Sought::of)
        .collect();
    if let [word] = &typed[..]
        && word.text.len() >= LONG
        && let Some(only) = sought.first_mut()
    {
        let sound = skeleton(&word.text);
        only.whole_sounds = (3..sound.len().saturating_sub(1))
            .map(|end| sound[..end].to_owned())
            .collect();
    }
    for pair in typed.windows(2) {
        if let Some(joined) = joined(&pair[0].text, &pair[1].text) {
            sought.push(Sought {
                words: vec![joined],
                ..Sought::default()
            });
        }
    }
    sought
}

impl Sought {
    fn of(word: &Word) -> Sought {
        let mut sought = Sought::default();
        for text in std::iter::once(&word.text).chain(&word.also) {
            sought.add(text);
        }
        sought
    }

    fn add(&mut self, text: &str) {
        add(text.to_owned(), &mut self.words);
        // The first half of a sh, ch, kh, ph or zh still being typed.
        for (half, whole) in [('c', "ch"), ('k', "h"), ('p', "f"), ('z', "j")] {
            if let Some(before) = text.strip_suffix(half) {
                add(format!("{before}{whole}"), &mut self.words);
            }
        }
        for reading in heard_readings(text) {
            match reading.len() {
                0 | 1 => {}
                // A slip in the last consonant must not hide a long name.
                5.. => add(reading[..reading.len() - 1].to_owned(), &mut self.sounds),
                _ => add(reading, &mut self.sounds),
            }
        }
    }
}

fn add(text: String, list: &mut Vec<String>) {
    if !text.is_empty() && !list.contains(&text) {
        list.push(text);
    }
}

/// Without particles and titles, unless nothing else was typed.
pub(super) fn meaningful(words: Vec<Word>) -> Vec<Word> {
    let idle = |word: &Word| is_particle(&word.text) || is_title(&word.text);
    if words.iter().all(idle) {
        return words;
    }
    words.into_iter().filter(|word| !idle(word)).collect()
}

fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "dr" | "prof" | "mme" | "eng")
}
