//! Ranking: how well a name answers what was typed.

use super::fold::{BETWEEN, is_particle, words};
use super::keys::{meaningful, whole};
use super::skeleton::{Sounds, skeleton, stored_readings};
use super::typed::{Typed, alike};

/// Names have fewer words than this; what follows is not compared.
const MOST_WORDS: usize = 12;

/// What an organisation's name counts beside the person's own.
const OF_ORGANISATION: f64 = 0.8;

/// What was typed, prepared once to be compared with thousands of names.
#[derive(Debug, Clone)]
pub struct Query {
    /// The words as typed, and for more than one also with two neighbours as one.
    ways: Vec<Vec<Typed>>,
}

/// Who answers so well needs no other reading of what was typed.
pub const GOOD: f64 = 0.9;

/// How well the folded name answers the query, 0 to 1; see [`Query`] for asking about many names.
pub fn score(query: &str, folded: &str) -> f64 {
    let query = Query::new(query);
    let score = query.score(folded);
    if score >= GOOD {
        return score;
    }
    let words = words_and_pairs(folded);
    let sounds: Vec<String> = words
        .iter()
        .flat_map(|word| stored_readings(word))
        .collect();
    let is_name = |part: &Typed| {
        let sound = skeleton(part.text());
        words.iter().any(|word| word == part.text()) || (sound.len() > 1 && sounds.contains(&sound))
    };
    query.parted(is_name).score(folded)
}

/// The words of names, and neighbours as one.
fn words_and_pairs(folded: &str) -> Vec<String> {
    let mut all = Vec::new();
    for name in folded.split(BETWEEN) {
        let words: Vec<&str> = name.split_ascii_whitespace().take(MOST_WORDS).collect();
        all.extend(words.iter().map(|word| (*word).to_owned()));
        all.extend(words.windows(2).map(|pair| {
            let first = if pair[0] == "abdul" { "abdu" } else { pair[0] };
            format!("{first}{}", pair[1])
        }));
    }
    all
}

/// A word shorter than this is not two.
const SHORTEST_PARTED: usize = 6;

/// Nor is a name's word shorter than this, where it is parted.
const SHORTEST_PART: usize = 2;

impl Query {
    pub fn new(query: &str) -> Query {
        let words = words(query);
        let all: Vec<Typed> = words.iter().map(Typed::of).collect();
        let typed: Vec<Typed> = meaningful(words).iter().map(Typed::of).collect();
        let mut ways = Vec::new();
        for at in 1..typed.len().min(MOST_WORDS) {
            let mut way = typed.clone();
            let second = way.remove(at);
            way[at - 1] = way[at - 1].joined(&second);
            ways.push(way);
        }
        // The whole name as one word, its small words too; of two also the other way round.
        if all.len() > 2 {
            let rest = all.iter().skip(1);
            let joined = rest.fold(all[0].clone(), |one, next| one.joined(next));
            ways.push(vec![joined.guessed()]);
        }
        if let [first, second] = &typed[..] {
            ways.push(vec![second.joined(first).guessed()]);
        }
        ways.insert(0, typed);
        Query { ways }
    }

    /// The ways in which the words may be meant: as typed first, then with neighbours as one, or parted.
    pub fn ways(&self) -> &[Vec<Typed>] {
        &self.ways
    }

    /// All words in the order in which a full name is kept.
    pub fn whole(&self) -> String {
        whole(self.ways[0].iter().map(|typed| &typed.texts[0]))
    }

    /// The halves of the words that may have been written without a gap.
    pub fn parts(&self) -> Vec<Typed> {
        let long = self.ways[0].iter().flat_map(partings);
        long.flatten().collect()
    }

    /// This, and every word as the two that are both names here.
    pub fn parted(&self, is_name: impl Fn(&Typed) -> bool) -> Query {
        let mut ways = self.ways.clone();
        for (at, word) in self.ways[0].iter().enumerate() {
            for parts in partings(word).filter(|parts| parts.iter().all(&is_name)) {
                let mut way = self.ways[0].clone();
                way.splice(at..=at, parts);
                ways.push(way);
            }
        }
        Query { ways }
    }

    /// `folded` is what [`fold`](super::fold) or [`fold_both`](super::fold_both) made of a person's names.
    pub fn score(&self, folded: &str) -> f64 {
        let names = folded.split(BETWEEN);
        names.map(|name| self.score_one(name)).fold(0.0, f64::max)
    }

    /// The better of name and organisation, both folded; an organisation tells less of a person.
    pub fn score_person(&self, folded: &str, organisation: Option<&str>) -> f64 {
        let by_name = self.score(folded);
        let by_organisation = organisation.map_or(0.0, |organisation| self.score(organisation));
        by_name.max(OF_ORGANISATION * by_organisation)
    }

    fn score_one(&self, name: &str) -> f64 {
        let name = Name::of(name);
        let mut best = 0.0;
        for (index, way) in self.ways.iter().enumerate() {
            // Words as typed come first; joining them is tried only where that left something open.
            if index > 0 && best >= GOOD {
                break;
            }
            best = f64::max(best, name.answers(way));
        }
        best
    }
}

/// Every pair of words that a long one may be.
fn partings(word: &Typed) -> impl Iterator<Item = [Typed; 2]> + '_ {
    let long = word
        .texts
        .iter()
        .filter(|text| text.len() >= SHORTEST_PARTED);
    long.flat_map(|text| {
        (SHORTEST_PART..=text.len() - SHORTEST_PART).map(|at| word.parted(text.split_at(at)))
    })
}

/// A stored name, its words ready to be compared.
struct Name<'a> {
    text: &'a str,
    words: [(&'a str, Sounds); MOST_WORDS],
    count: usize,
}

impl<'a> Name<'a> {
    fn of(text: &'a str) -> Name<'a> {
        let mut name = Name {
            text,
            words: [("", Sounds::default()); MOST_WORDS],
            count: 0,
        };
        for word in text.split_ascii_whitespace().take(MOST_WORDS) {
            name.words[name.count] = (word, Sounds::of(word));
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
            let (word, sounds) = &self.words[at];
            let likeness = alike(typed, word, sounds);
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
        0.97 * alike(typed, &joined, &Sounds::of(&joined))
    }
}
