//! What stays of a word when vowels are dropped and consonants that stand for each other are one.
//!
//! | class | letters |
//! | --- | --- |
//! | `A` | any vowel at the start |
//! | `B` `F` `T` | b p · f v · t d th dh |
//! | `G` | g k h (also q, x, kh, gh, which folding made one of these) |
//! | `J` | j zh dj ch |
//! | `S` | s z sh ts |
//! | `L` `M` `N` `R` | themselves |

use super::latin::is_vowel;

/// How much of a word is looked at; no name's word tells more in what follows.
const LONGEST: usize = 16;

/// A skeleton kept without allocation, since thousands are compared for one search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Skeleton {
    classes: [u8; LONGEST],
    length: u8,
}

impl Skeleton {
    pub(super) fn of(word: &str) -> Skeleton {
        Skeleton::read(word.as_bytes(), false)
    }

    pub(super) fn classes(&self) -> &[u8] {
        &self.classes[..usize::from(self.length)]
    }

    fn read(word: &[u8], lisped: bool) -> Skeleton {
        let mut skeleton = Skeleton::default();
        let mut at = 0;
        let mut apart = true;
        while at < word.len() && usize::from(skeleton.length) < LONGEST {
            let (class, letters) = class(word, at, lisped);
            at += letters;
            match class {
                Some(class) if apart || skeleton.classes().last() != Some(&class) => {
                    skeleton.push(class);
                    apart = false;
                }
                Some(_) => {}
                None => apart = true,
            }
        }
        skeleton
    }

    fn push(&mut self, class: u8) {
        self.classes[usize::from(self.length)] = class;
        self.length += 1;
    }

    fn text(&self) -> String {
        self.classes()
            .iter()
            .map(|class| char::from(*class))
            .collect()
    }
}

/// The two ways a word of a name is heard; most have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sounds {
    pub plain: Skeleton,
    lisped: Option<Skeleton>,
}

impl Sounds {
    pub(super) fn of(word: &str) -> Sounds {
        let open = word.contains("th") || word.contains("dh") || word.starts_with("ch");
        Sounds {
            plain: Skeleton::of(word),
            lisped: open.then(|| Skeleton::read(word.as_bytes(), true)),
        }
    }

    pub(super) fn both(&self) -> impl Iterator<Item = &[u8]> {
        std::iter::once(&self.plain)
            .chain(&self.lisped)
            .map(Skeleton::classes)
    }
}

/// The consonant skeleton of a folded word: `GJF` for `hajiev`, `gajiev` and `hjiif`.
pub fn skeleton(word: &str) -> String {
    Skeleton::of(word).text()
}

/// The skeletons a folded word is stored under: th, dh and an initial ch are heard in two ways.
pub(super) fn stored_readings(word: &str) -> Vec<String> {
    let plain = skeleton(word);
    let lisped = Skeleton::read(word.as_bytes(), true).text();
    if lisped == plain {
        vec![plain]
    } else {
        vec![plain, lisped]
    }
}

/// The skeletons a typed word may be stored under: those above, and what other alphabets make of its letters.
pub(super) fn heard_readings(word: &str) -> Vec<String> {
    let mut readings = stored_readings(word);
    let mut add = |reading: String| {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    // Egyptian Gamal is Jamal, Spanish Juan is Хуан.
    if word.contains('g') {
        add(skeleton(&word.replace('g', "j")));
    }
    if word.contains('j') {
        add(skeleton(&word.replace('j', "h")));
    }
    // Julia is Юлия, Jakob is Yaqub.
    if let Some(rest) = word
        .strip_prefix('j')
        .filter(|rest| begins_with_vowel(rest))
    {
        add(skeleton(rest));
    }
    // Chevalier is heard with a sh.
    if word.contains("sh") {
        add(skeleton(&word.replace("sh", "ch")));
    }
    // Nguyen and Njoroge are heard as they begin, or without the one or the other.
    match word.strip_prefix("ng") {
        Some(rest) if begins_with_vowel(rest) => add(skeleton(&format!("n{rest}"))),
        _ if word.starts_with('n') && begins_with_vowel(&word[1..]) => {
            add(skeleton(&format!("ng{}", &word[1..])))
        }
        _ => {}
    }
    // Hovsepyan and Hinojosa begin with a vowel for who does not hear the h.
    if begins_with_vowel(word) {
        add(skeleton(&format!("h{word}")));
    }
    // Spanish Villa has the sound of y.
    if let Some(at) = between_vowels(word, 'y') {
        add(skeleton(&format!("{}l{}", &word[..at], &word[at + 1..])));
    }
    // Swahili mwa is heard as mua.
    if let Some(at) = glide(word) {
        add(skeleton(&format!("{}v{}", &word[..at], &word[at + 1..])));
    }
    // Spanish and French leave an initial h unspoken; Russian and Arabic hear one where there is none.
    if let Some(rest) = word.strip_prefix('h') {
        add(skeleton(rest));
        add(skeleton(&format!("j{rest}")));
    }
    // Urdu writes an h in Chaudhry that Latin leaves to the next letter.
    let unspoken = |at: &usize| word[at + 1..].starts_with(['d', 't', 'b', 'r']);
    if let Some(at) = word.find('h').filter(unspoken) {
        add(skeleton(&format!("{}{}", &word[..at], &word[at + 1..])));
    }
    // Arabic writes the w of Anwar and the u of Mahmud with one letter.
    if let Some(without) = without_glide(word) {
        add(skeleton(&without));
    }
    readings
}

fn begins_with_vowel(word: &str) -> bool {
    word.bytes().next().is_some_and(is_vowel)
}

fn between_vowels(word: &str, letter: char) -> Option<usize> {
    let at = word.find(letter)?;
    let bytes = word.as_bytes();
    let inside = at > 0 && at + 1 < bytes.len();
    (inside && is_vowel(bytes[at - 1]) && is_vowel(bytes[at + 1])).then_some(at)
}

/// Where a u stands between a consonant and another vowel.
fn glide(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    (1..bytes.len().saturating_sub(1))
        .find(|at| bytes[*at] == b'u' && !is_vowel(bytes[at - 1]) && is_vowel(bytes[at + 1]))
}

/// The word without a v or u-like glide inside: `anar` for `anvar`, `daud` for `davud`.
fn without_glide(word: &str) -> Option<String> {
    let at = word[1.min(word.len())..].find('v')? + 1;
    (at + 1 < word.len()).then(|| format!("{}u{}", &word[..at], &word[at + 1..]))
}

/// The class of what stands at `at`, none for a vowel inside, and how many letters that took.
fn class(word: &[u8], at: usize, lisped: bool) -> (Option<u8>, usize) {
    let letter = word[at];
    let next = word.get(at + 1).copied();
    match (letter, next) {
        (b't' | b'd', Some(b'h')) if lisped => (Some(b'S'), 2),
        (b't' | b'd', Some(b'h')) => (Some(b'T'), 2),
        (b't', Some(b's')) => (Some(b'S'), 2),
        (b's', Some(b'h')) => (Some(b'S'), 2),
        (b'c', Some(b'h')) if lisped && at == 0 => (Some(b'S'), 2),
        (b'c', Some(b'h')) => (Some(b'J'), 2),
        (b'n', Some(b'g')) if !word.get(at + 2).is_some_and(|after| is_vowel(*after)) => {
            (Some(b'N'), 2)
        }
        (b'y', Some(vowel)) if at == 0 && is_vowel(vowel) => (Some(b'A'), 2),
        (b'h', None) if at > 0 && is_vowel(word[at - 1]) => (None, 1),
        (vowel, _) if is_vowel(vowel) || vowel == b'y' => ((at == 0).then_some(b'A'), 1),
        _ => (Some(one(letter)), 1),
    }
}

pub(super) fn one(letter: u8) -> u8 {
    match letter {
        b'b' | b'p' => b'B',
        b'f' | b'v' | b'w' => b'F',
        b't' | b'd' => b'T',
        b'g' | b'k' | b'h' | b'q' | b'x' => b'G',
        b'j' | b'c' => b'J',
        b's' | b'z' => b'S',
        other => other.to_ascii_uppercase(),
    }
}
