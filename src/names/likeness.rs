//! How alike two folded words are: a Damerau distance in which what ears confuse costs half.

use super::latin::is_vowel;
use super::skeleton::one;

/// Words are compared by at most so many letters.
const LONGEST: usize = 24;

/// What a consonant in place of another costs; all other costs are in its parts.
const WHOLE: u16 = 4;

/// How like `word` is to the whole of another, and to the best of its beginnings; 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    pub whole: f64,
    pub beginning: f64,
}

pub(super) fn likeness(word: &str, other: &str) -> Likeness {
    let word = clip(word.as_bytes());
    let other = clip(other.as_bytes());
    if word.is_empty() || other.is_empty() {
        return Likeness {
            whole: 0.0,
            beginning: 0.0,
        };
    }
    let row = last_row(word, other);
    let share = |cost: u16, letters: usize| {
        (1.0 - f64::from(cost) / (f64::from(WHOLE) * letters as f64)).max(0.0)
    };
    let nearest = row[1..=other.len()]
        .iter()
        .copied()
        .min()
        .unwrap_or(u16::MAX);
    Likeness {
        whole: share(row[other.len()], word.len().max(other.len())),
        beginning: share(nearest, word.len()),
    }
}

fn clip(word: &[u8]) -> &[u8] {
    &word[..word.len().min(LONGEST)]
}

/// Costs of turning all of `word` into each beginning of `other`.
fn last_row(word: &[u8], other: &[u8]) -> [u16; LONGEST + 1] {
    let mut rows = [[0u16; LONGEST + 1]; 3];
    for (at, letter) in other.iter().enumerate() {
        rows[0][at + 1] = rows[0][at] + gap(*letter);
    }
    for (i, a) in word.iter().enumerate() {
        let gap_a = gap(*a);
        let [before, above, mut row] = [rows[(i + 2) % 3], rows[i % 3], [0; LONGEST + 1]];
        row[0] = above[0] + gap_a;
        for (j, b) in other.iter().enumerate() {
            let mut cost = (above[j] + change(*a, *b))
                .min(above[j + 1] + gap_a)
                .min(row[j] + gap(*b));
            if i > 0 && j > 0 && a != b && word[i - 1] == *b && other[j - 1] == *a {
                cost = cost.min(before[j - 1] + WHOLE / 2);
            }
            row[j + 1] = cost;
        }
        rows[(i + 1) % 3] = row;
    }
    rows[word.len() % 3]
}

/// A letter more or less: vowels, h and y come and go between alphabets.
fn gap(letter: u8) -> u16 {
    if is_vowel(letter) || matches!(letter, b'y' | b'h') {
        WHOLE / 2
    } else {
        WHOLE
    }
}

fn change(a: u8, b: u8) -> u16 {
    if a == b {
        return 0;
    }
    let soft = |letter| is_vowel(letter) || letter == b'y';
    match (soft(a), soft(b)) {
        (true, true) => WHOLE / 4,
        (false, false) if one(a) == one(b) => WHOLE / 2,
        _ => WHOLE,
    }
}
