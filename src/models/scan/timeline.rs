//! One person's coming and going at one checkpoint, in the order in which it happened, whenever it was heard of.

use diesel::prelude::*;

use super::Direction;
use crate::clock::Moment;
use crate::db::schema::scan;
use crate::db::{Connection, Result};

/// A scan by which the person came in, was in already, or left.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Passage {
    pub scan_id: String,
    /// By the device's clock.
    pub scanned_at: Moment,
    happened_at: Moment,
    direction: String,
}

/// Every passage written so far, the earliest first.
pub struct Timeline(Vec<Passage>);

/// Of the scans of one person at one checkpoint there are a handful; more are a fault of somebody's script.
const MOST: i64 = 1000;

pub fn of(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<Timeline> {
    scan::table
        .filter(scan::registration_id.eq(registration_id))
        .filter(scan::checkpoint_id.eq(checkpoint_id))
        .filter(scan::undone_at.is_null())
        .filter(
            scan::verdict
                .eq("admitted")
                .or(scan::verdict.eq("already_in"))
                .or(scan::verdict.eq("left")),
        )
        .order((scan::happened_at, scan::scanned_at, scan::id))
        .limit(MOST)
        .select((
            scan::id,
            scan::scanned_at,
            scan::happened_at,
            scan::direction,
        ))
        .load(c)
        .map(Timeline)
}

impl Passage {
    fn is_in(&self) -> bool {
        self.direction == Direction::In.as_str()
    }
}

impl Timeline {
    /// Nothing that is answered now happened before what was answered already.
    pub fn now(&self, now: Moment) -> Moment {
        self.0.last().map_or(now, |last| last.happened_at.max(now))
    }

    /// The first time the person came in.
    pub fn first(&self) -> Option<&Passage> {
        self.0.iter().find(|passage| passage.is_in())
    }

    /// The first time the person came in, unless that was after `at`.
    pub fn first_before(&self, at: Moment) -> Option<&Passage> {
        self.first().filter(|first| first.happened_at <= at)
    }

    /// Whether the person is inside after all of this.
    pub fn is_inside(&self) -> bool {
        self.0.last().is_some_and(Passage::is_in)
    }

    /// The entrance of the visit that a person who came at `at` was on already; none: they came in.
    pub fn inside_since(&self, at: Moment) -> Option<&Passage> {
        let before = self
            .0
            .iter()
            .rev()
            .filter(|passage| passage.happened_at <= at);
        before.take_while(|passage| passage.is_in()).last()
    }

    /// The entrance that follows though nobody left in between: it was taken for the first while this one was not known.
    pub fn doubled_by(&self, at: Moment) -> Option<&Passage> {
        let mut after = self.0.iter().filter(|passage| passage.happened_at > at);
        after.next().filter(|passage| passage.is_in())
    }

    /// Whether the person is inside once the last passage is one in this direction at `at`, or an earlier one is added.
    pub fn ends_inside(&self, at: Moment, direction: Direction) -> bool {
        match self.0.last() {
            Some(last) if last.happened_at > at => last.is_in(),
            _ => direction == Direction::In,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::parse_rfc3339;

    fn at(minute: u32) -> Moment {
        parse_rfc3339(&format!("2025-04-28T09:{minute:02}:00Z")).unwrap()
    }

    fn timeline(passages: &[(u32, &str)]) -> Timeline {
        let passage = |(minute, direction): &(u32, &str)| Passage {
            scan_id: format!("{direction} {minute}"),
            scanned_at: at(*minute),
            happened_at: at(*minute),
            direction: direction.to_string(),
        };
        Timeline(passages.iter().map(passage).collect())
    }

    fn name(passage: Option<&Passage>) -> &str {
        passage.map_or("nobody", |passage| &passage.scan_id)
    }

    #[test]
    fn who_comes_first_finds_nobody_before() {
        let none = timeline(&[]);
        assert_eq!(name(none.inside_since(at(5))), "nobody");
        assert_eq!(name(none.doubled_by(at(5))), "nobody");
        assert!(none.ends_inside(at(5), Direction::In));
        assert!(!none.ends_inside(at(5), Direction::Out));
    }

    #[test]
    fn a_second_scan_of_a_visit_names_the_one_that_began_it() {
        let visit = timeline(&[(1, "in"), (2, "out"), (10, "in"), (12, "in")]);
        assert_eq!(name(visit.inside_since(at(15))), "in 10");
        assert_eq!(name(visit.inside_since(at(1))), "in 1");
        assert_eq!(name(visit.inside_since(at(5))), "nobody");
    }

    #[test]
    fn an_entrance_heard_of_late_goes_before_the_one_that_was_thought_the_first() {
        let known = timeline(&[(10, "in"), (20, "out")]);
        assert_eq!(name(known.inside_since(at(4))), "nobody");
        assert_eq!(name(known.doubled_by(at(4))), "in 10");
        assert!(!known.ends_inside(at(4), Direction::In));
        assert!(!known.ends_inside(at(15), Direction::Out));
        assert!(known.ends_inside(at(25), Direction::In));
    }

    #[test]
    fn who_left_between_comes_in_anew() {
        let known = timeline(&[(10, "in"), (20, "out"), (30, "in")]);
        assert_eq!(name(known.doubled_by(at(15))), "nobody");
        assert_eq!(name(known.doubled_by(at(25))), "in 30");
    }
}
