//! What is stored to find a person by, and what of it a typed word asks for.

use super::fold::{Word, is_particle, words};
use super::skeleton::stored_readings;
use super::typed::Typed;

/// Longer keys tell no two people apart.
const LONGEST: usize = 40;

/// What separates a sound from the word that has it, in a key of what is heard.
const OF: char = ' ';

/// What a stored key was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Word,
    /// A word behind its sound, so that all words of one sound stand together.
    Heard,
    Sound,
    /// All words of a name in one order.
    Whole,
}

impl Kind {
    /// As it stands in the table.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Word => "word",
            Kind::Heard => "heard",
            Kind::Sound => "sound",
            Kind::Whole => "whole",
        }
    }
}

/// One row of the search table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub kind: Kind,
    pub text: String,
}

/// The word in a key of kind `Heard`.
pub fn heard_word(key: &str) -> &str {
    key.split_once(OF).map_or(key, |(_, word)| word)
}

/// The distinct keys of a person.
pub fn keys(name: &str, native_name: Option<&str>) -> Vec<Key> {
    let mut found = Vec::with_capacity(12);
    for name in [Some(name), native_name].into_iter().flatten() {
        let words = words(name);
        found.push(key(
            Kind::Whole,
            &whole(words.iter().map(|word| &word.text)),
        ));
        keys_of(&words, &mut found);
    }
    found.retain(|key| !key.text.is_empty());
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
            found.push(key(Kind::Heard, &format!("{reading}{OF}{word}")));
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

/// Two words that others write as one: `abdul rahman`, `al sayed`, `bat erdene`, `de souza`. Longer ones are found
/// by their halves, see [`Query::parted`](super::Query::parted).
fn joined(first: &str, second: &str) -> Option<String> {
    if first == "abdul" {
        return Some(format!("abdu{second}"));
    }
    let short = first.len() <= 3 || second.len() <= 3 || (first.len() <= 5 && second.len() <= 4);
    let spelt_apart = second.starts_with('h') && first.ends_with(['t', 'd', 's', 'k']);
    (short && !spelt_apart && first.len() > 1 && second.len() > 1)
        .then(|| format!("{first}{second}"))
}

/// All telling words in one order, so that a full name is found whichever of its words came first.
pub(super) fn whole<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut words: Vec<&str> = words
        .map(String::as_str)
        .filter(|word| !is_particle(word))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

impl Typed {
    /// Beginnings of the words to look for, as they are written.
    pub fn sought_words(&self) -> Vec<String> {
        let mut sought = Vec::new();
        for text in &self.texts {
            add(text.clone(), &mut sought);
            // The first half of a sh, ch, kh, ph or zh still being typed.
            for (half, whole) in [('c', "ch"), ('k', "h"), ('p', "f"), ('z', "j")] {
                if let Some(before) = text.strip_suffix(half) {
                    add(format!("{before}{whole}"), &mut sought);
                }
            }
        }
        sought
    }

    /// Beginnings of the sounds to look for.
    pub fn sought_sounds(&self) -> Vec<String> {
        let mut sought = Vec::new();
        let readings = if self.is_guess() { 1 } else { usize::MAX };
        for reading in self.sounds.iter().take(readings) {
            match reading.len() {
                0 | 1 => {}
                // A slip in the last consonant must not hide a long name.
                5.. => add(reading[..reading.len() - 1].to_owned(), &mut sought),
                _ => add(reading.clone(), &mut sought),
            }
        }
        let all = sought.clone();
        sought.retain(|one| {
            !all.iter()
                .any(|other| other != one && one.starts_with(other.as_str()))
        });
        sought
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
