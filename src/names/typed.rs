//! One typed word beside one word of a name.

use super::fold::{Word, is_particle};
use super::latin::is_vowel;
use super::likeness::likeness;
use super::skeleton::{Sounds, heard_readings};

/// A typed word: how it may be written, and how it may have been meant.
#[derive(Debug, Clone)]
pub struct Typed {
    pub(super) texts: Vec<String>,
    pub(super) sounds: Vec<String>,
    /// The classes of the first sound as bits.
    set: u32,
    /// How much it counts among the other words.
    pub(super) weight: f64,
    is_abjad: bool,
    is_noise: bool,
    /// Gaps put where none were typed, or taken away.
    is_guess: bool,
}

/// A guess must be that name, but for a letter.
const LEAST_OF_A_GUESS: f64 = 0.85;

impl Typed {
    pub(super) fn of(word: &Word) -> Typed {
        let mut texts = vec![word.text.clone()];
        texts.extend(word.also.clone());
        let mut sounds: Vec<String> = Vec::new();
        for reading in texts.iter().flat_map(|text| heard_readings(text)) {
            if !sounds.contains(&reading) {
                sounds.push(reading);
            }
        }
        let particle = is_particle(&word.text);
        let weight = if particle {
            1.0
        } else {
            word.text.len().clamp(2, 7) as f64
        };
        let set = sounds.first().map_or(0, |heard| set(heard.as_bytes()));
        // Only where vowels are not written do consonants alone make a name.
        if !word.is_abjad && !word.text.bytes().any(is_vowel) {
            sounds.clear();
        }
        Typed {
            texts,
            sounds,
            set,
            weight,
            is_abjad: word.is_abjad,
            is_noise: word.is_noise,
            is_guess: false,
        }
    }

    /// Not as it was typed, but as it may have been meant.
    pub(super) fn guessed(self) -> Typed {
        Typed {
            is_guess: true,
            ..self
        }
    }

    /// This word and the next as one.
    pub(super) fn joined(&self, next: &Typed) -> Typed {
        let first = if self.texts[0] == "abdul" {
            "abdu"
        } else {
            &self.texts[0]
        };
        Typed::of(&Word {
            text: format!("{first}{}", next.texts[0]),
            also: Vec::new(),
            is_abjad: self.is_abjad && next.is_abjad,
            is_noise: self.is_noise || next.is_noise,
        })
    }

    /// The two words it may be.
    pub(super) fn parted(&self, (first, second): (&str, &str)) -> [Typed; 2] {
        [first, second].map(|text| {
            Typed::of(&Word {
                text: text.to_owned(),
                also: Vec::new(),
                is_abjad: self.is_abjad,
                is_noise: self.is_noise,
            })
            .guessed()
        })
    }

    /// As it is folded.
    pub fn text(&self) -> &str {
        &self.texts[0]
    }

    /// Whether it was not typed so, but may have been meant.
    pub fn is_guess(&self) -> bool {
        self.is_guess
    }

    /// How much it counts among the other words.
    pub fn weight(&self) -> f64 {
        self.weight
    }

    /// How alike it and a word of a name are, 0 to 1.
    pub fn likeness(&self, word: &str) -> f64 {
        alike(self, word, &Sounds::of(word))
    }
}

/// How alike a typed word and a name's word are, by letters and by sound.
pub(super) fn alike(typed: &Typed, word: &str, sounds: &Sounds) -> f64 {
    if !typed.is_guess {
        return resembling(typed, word, sounds);
    }
    let (letters, of_word) = (typed.text().len(), word.len());
    if letters.abs_diff(of_word) * 3 > letters.max(of_word) {
        return 0.0;
    }
    match likeness(typed.text(), word).whole {
        like if like >= LEAST_OF_A_GUESS => like,
        _ => 0.0,
    }
}

fn resembling(typed: &Typed, word: &str, sounds: &Sounds) -> f64 {
    let mut best = 0.0;
    if typed.is_noise {
        return f64::from(u8::from(word.len() > 1 && typed.texts[0] == word));
    }
    for text in &typed.texts {
        if text == word {
            return 1.0;
        }
        best = f64::max(best, beginning(text, word));
    }
    if typed.texts[0].len() == 1 || word.len() == 1 || best > 0.0 || is_particle(word) {
        return best;
    }
    let classes = sounds.plain.classes();
    let sound = typed
        .sounds
        .iter()
        .flat_map(|heard| {
            sounds
                .both()
                .map(|classes| sounds_alike(heard.as_bytes(), classes))
        })
        .max();
    let sound = sound.unwrap_or(Sound::Other);
    if sound == Sound::Other && far(typed, classes) {
        return 0.0;
    }
    for text in &typed.texts {
        let like = likeness(text, word);
        let by_sound = match sound {
            Sound::Same => {
                let sure = surely(&[0.1, 0.1, 0.3, 0.6], classes);
                sure + (1.0 - sure) * like.whole
            }
            Sound::Begins => {
                let sure = surely(&[0.0, 0.0, 0.2, 0.35, 0.45], classes);
                sure + (0.9 - sure) * like.beginning
            }
            Sound::Other => 0.0,
        };
        let by_letters = f64::max(
            like.whole * like.whole.sqrt(),
            if text.len() > 2 {
                0.8 * like.beginning.powi(2)
            } else {
                0.0
            },
        );
        best = best.max(by_sound.min(0.97)).max(by_letters.min(0.95));
    }
    best
}

/// A typed word that begins the name's, as people type; or one of them is an initial.
fn beginning(text: &str, word: &str) -> f64 {
    if word.starts_with(text) {
        match text.len() {
            1 => 0.7,
            letters => 0.88 + 0.1 * letters as f64 / word.len() as f64,
        }
    } else if word.len() == 1 && text.starts_with(word) {
        0.55
    } else {
        0.0
    }
}

/// How surely words with so many consonants in common are one, whatever their vowels.
fn surely(by_count: &[f64], classes: &[u8]) -> f64 {
    by_count[classes.len().min(by_count.len() - 1)]
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sound {
    Other,
    Begins,
    Same,
}

fn sounds_alike(heard: &[u8], classes: &[u8]) -> Sound {
    if heard == classes {
        Sound::Same
    } else if heard.len() > 1 && classes.starts_with(heard) {
        Sound::Begins
    } else {
        Sound::Other
    }
}

/// Whether so few consonants are shared that counting single letters is not worth the time.
fn far(typed: &Typed, classes: &[u8]) -> bool {
    let set = set(classes);
    let missing = (typed.set & !set).count_ones();
    let differing = (typed.set ^ set).count_ones();
    missing + differing > 3
}

/// Classes as bits.
fn set(classes: &[u8]) -> u32 {
    classes.iter().fold(0, |set, class| set | 1 << (class & 31))
}
