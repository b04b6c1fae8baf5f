//! Who among those found is shown, and in which order; the phone does the same.

/// Less is not the name that was typed.
const LEAST: f64 = 0.6;

/// Who answers so much worse than the best is not meant.
const BEHIND: f64 = 0.35;

/// Whether a person with this score is shown where the best has that one.
pub fn answers(score: f64, best: f64) -> bool {
    score >= LEAST.max(best - BEHIND)
}

/// The place of one who was found: the score in hundredths, then who has not arrived yet, then the name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match<'a> {
    missing: i32,
    arrived: bool,
    name: &'a str,
    id: &'a str,
}

impl<'a> Match<'a> {
    pub fn new(score: f64, name: &'a str, id: &'a str) -> Match<'a> {
        Match {
            missing: 100 - (score * 100.0).round() as i32,
            arrived: false,
            name,
            id,
        }
    }

    /// Who is inside already stands behind those who answer as well and are not.
    pub fn arrived(self, arrived: bool) -> Match<'a> {
        Match { arrived, ..self }
    }
}
