//! One typed word beside one word of a name.

use super::fold::{Word, is_particle};
use super::likeness::likeness;
use super::skeleton::{Sounds, heard_readings};

/// A typed word: how it may be written, and how it may have been meant.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub texts: Vec<String>,
    sounds: Vec<String>,
    /// The classes of the first sound as bits.
    set: u32,
    /// How much it counts among the other words.
    pub weight: f64,
}

impl Typed {
    pub fn of(word: &Word) -> Typed {
        let mut texts = vec![word.text.clone()];
        texts.extend(word.also.clone());
        let mut sounds: Vec<String> = texts.iter().flat_map(|text| heard_readings(text)).collect();
        sounds.dedup();
        let particle = is_particle(&word.text);
        let weight = if particle {
            1.0
        } else {
            word.text.len().clamp(2, 7) as f64
        };
        let set = sounds.first().map_or(0, |heard| set(heard.as_bytes()));
        Typed {
            texts,
            sounds,
            set,
            weight,
        }
    }

    pub fn joined(&self, next: &Typed) -> Typed {
        let first = if self.texts[0] == "abdul" {
            "abdu"
        } else {
            &self.texts[0]
        };
        Typed::of(&Word {
            text: format!("{first}{}", next.texts[0]),
            also: Vec::new(),
        })
    }
}

/// How alike a typed word and a name's word are, by letters and by sound.
pub(super) fn alike(typed: &Typed, word: &str, sounds: &Sounds) -> f64 {
    let mut best = 0.0;
    for text in &typed.texts {
        if text == word {
            return 1.0;
        }
        best = f64::max(best, beginning(text, word));
    }
    if typed.texts[0].len() == 1 || word.len() == 1 || best > 0.0 {
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
                let sure = match classes.len() {
                    0 | 1 => 0.2,
                    2 => 0.4,
                    _ => 0.6,
                };
                sure + (1.0 - sure) * like.whole
            }
            Sound::Begins => 0.45 + 0.4 * like.beginning,
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
