//! Ranking: how well a name answers what was typed.

use super::fold::{BETWEEN, Word, is_particle, words};
use super::keys::meaningful;
use super::likeness::likeness;
use super::skeleton::{Skeleton, heard_readings};

/// Names have fewer words than this; what follows is not compared.
const MOST_WORDS: usize = 12;

/// What was typed, prepared once to be compared with thousands of names.
#[derive(Debug, Clone)]
pub struct Query {
    /// The words as typed, and for more than one also with two neighbours as one.
    ways: Vec<Vec<Typed>>,
}

#[derive(Debug, Clone)]
struct Typed {
    texts: Vec<String>,
    sounds: Vec<String>,
    /// The classes of the first sound as bits.
    set: u32,
    weight: f64,
}

/// How well the folded name answers the query, 0 to 1; see [`Query`] for asking about many names.
pub fn score(query: &str, folded: &str) -> f64 {
    Query::new(query).score(folded)
}

impl Query {
    pub fn new(query: &str) -> Query {
        let typed: Vec<Typed> = meaningful(words(query)).iter().map(Typed::of).collect();
        let mut ways = Vec::new();
        for at in 1..typed.len().min(MOST_WORDS) {
            let mut way = typed.clone();
            let second = way.remove(at);
            way[at - 1] = way[at - 1].joined(&second);
            ways.push(way);
        }
        ways.insert(0, typed);
        Query { ways }
    }

    /// `folded` is what [`fold`](super::fold) or [`fold_both`](super::fold_both) made of a person's names.
    pub fn score(&self, folded: &str) -> f64 {
        let names = folded.split(BETWEEN);
        names.map(|name| self.score_one(name)).fold(0.0, f64::max)
    }

    fn score_one(&self, name: &str) -> f64 {
        let name = Name::of(name);
        let mut best = 0.0;
        for (index, way) in self.ways.iter().enumerate() {
            // Words as typed come first; joining them is tried only where that left something open.
            if index > 0 && !(0.3..0.9).contains(&best) {
                break;
            }
            best = f64::max(best, name.answers(way));
        }
        best
    }
}

impl Typed {
    fn of(word: &Word) -> Typed {
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

    fn joined(&self, next: &Typed) -> Typed {
        let first = if self.texts[0] == "abdul" {
            "abdu"
        } else {
            &self.texts[0]
        };
        Typed::of(&Word {
            text: format!("{first}{}", next.texts[0]),
            also: None,
        })
    }
}

/// A stored name, its words ready to be compared.
struct Name<'a> {
    text: &'a str,
    words: [(&'a str, Skeleton); MOST_WORDS],
    count: usize,
}

impl<'a> Name<'a> {
    fn of(text: &'a str) -> Name<'a> {
        let mut name = Name {
            text,
            words: [("", Skeleton::default()); MOST_WORDS],
            count: 0,
        };
        for word in text.split_ascii_whitespace().take(MOST_WORDS) {
            name.words[name.count] = (word, Skeleton::of(word));
            name.count += 1;
        }
        name
    }

    /// Each typed word takes the best word still free; what the name has besides costs little.
    fn answers(&self, typed: &[Typed]) -> f64 {
        let mut taken = [false; MOST_WORDS];
        let (mut sum, mut weights) = (0.0, 0.0);
        for typed in typed {
            let (likeness, from, to) = self.best(typed, &taken);
            taken[from..to].fill(true);
            sum += typed.weight * likeness;
            weights += typed.weight;
        }
        if weights == 0.0 {
            return 0.0;
        }
        let left = (0..self.count).filter(|at| !taken[*at] && !is_particle(self.words[*at].0));
        let besides = 0.01 * left.count().min(5) as f64;
        (sum / weights - besides).max(0.0)
    }

    /// The best word, or pair of neighbours written apart, and where it stands.
    fn best(&self, typed: &Typed, taken: &[bool; MOST_WORDS]) -> (f64, usize, usize) {
        let mut best = (0.0, 0, 0);
        for at in (0..self.count).filter(|at| !taken[*at]) {
            let (word, skeleton) = &self.words[at];
            let likeness = alike(typed, word, skeleton);
            if likeness > best.0 {
                best = (likeness, at, at + 1);
            }
        }
        if best.0 > 0.8 {
            return best;
        }
        for at in (1..self.count).filter(|at| !taken[*at] && !taken[*at - 1]) {
            let likeness = self.alike_joined(typed, at);
            if likeness > best.0 {
                best = (likeness, at - 1, at + 1);
            }
        }
        best
    }

    fn alike_joined(&self, typed: &Typed, at: usize) -> f64 {
        let (first, second) = (self.words[at - 1].0, self.words[at].0);
        let first = if first == "abdul" { "abdu" } else { first };
        let longest = typed.texts[0].len();
        let fits = longest > first.len()
            && longest + 4 >= first.len() + second.len()
            && longest <= self.text.len() + 2;
        if !fits {
            return 0.0;
        }
        let joined = format!("{first}{second}");
        0.97 * alike(typed, &joined, &Skeleton::of(&joined))
    }
}

/// How alike a typed word and a name's word are, by letters and by sound.
fn alike(typed: &Typed, word: &str, skeleton: &Skeleton) -> f64 {
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
    let classes = skeleton.classes();
    let sound = typed
        .sounds
        .iter()
        .map(|heard| sounds_alike(heard.as_bytes(), classes))
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
