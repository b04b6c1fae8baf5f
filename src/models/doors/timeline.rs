//! One person's coming and going at one checkpoint, in the order in which it happened, whenever it was heard of. What is
//! asked of it is found by index, a row at a time: a long history costs what a short one does.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::verdict::Verdict;
use crate::clock::Moment;
use crate::db::schema::scan;
use crate::db::{Backend, Connection, Result};
use crate::models::places::way::{Direction, Way};

/// No volunteer waits so long for a verdict.
pub(crate) const LATE: TimeDelta = TimeDelta::seconds(60);

/// Where in the order a passage stands: by when it happened; of two at one moment by the device's clock and the id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub at: Moment,
    pub scanned_at: Moment,
    pub scan_id: String,
}

/// A scan by which the person came in, was in already, or left.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = scan)]
pub(crate) struct Passage {
    #[diesel(column_name = id)]
    pub scan_id: String,
    /// By the device's clock.
    pub scanned_at: Moment,
    pub received_at: Moment,
    pub happened_at: Moment,
    pub direction: Direction,
    pub told: Option<Verdict>,
    pub verdict: Verdict,
}

/// The passages of a person at a checkpoint.
type Passages = scan::BoxedQuery<'static, Backend>;

impl Passage {
    pub(crate) fn is_in(&self) -> bool {
        self.direction == Direction::In
    }

    pub(crate) fn spot(&self) -> Spot {
        Spot {
            at: self.happened_at,
            scanned_at: self.scanned_at,
            scan_id: self.scan_id.clone(),
        }
    }

    /// Whether the volunteer let the person in by it: as the device said, or else by our own answer. A device that says
    /// nothing, and sent so late, did not wait for that.
    pub(crate) fn let_in(&self) -> bool {
        match self.told {
            Some(told) => told == Verdict::Admitted,
            None => self.verdict == Verdict::Admitted || self.received_at - self.scanned_at > LATE,
        }
    }
}

/// What stands around a spot.
#[derive(Debug, Clone)]
pub(crate) struct Around {
    /// The entrance of the visit that the person was on then; none: they were outside.
    pub since: Option<Passage>,
    /// What comes next.
    pub next: Option<Passage>,
}

impl Around {
    /// The entrance that follows though nobody left in between.
    pub(crate) fn doubled_by(&self) -> Option<&Passage> {
        self.next.as_ref().filter(|next| next.is_in())
    }
}

impl Way {
    pub(crate) fn around(self, c: &mut Connection, spot: &Spot) -> Result<Around> {
        Ok(Around {
            since: self.inside_since(c, spot)?,
            next: self.next(c, spot)?,
        })
    }

    /// The first time the person came in.
    pub(crate) fn first(self, c: &mut Connection) -> Result<Option<Passage>> {
        earliest(c, self.passages(Direction::In))
    }

    /// The last passage of all.
    pub(crate) fn last(self, c: &mut Connection) -> Result<Option<Passage>> {
        let entered = latest(c, self.passages(Direction::In))?;
        let left = latest(c, self.passages(Direction::Out))?;
        Ok(entered.into_iter().chain(left).max_by_key(Passage::spot))
    }

    /// The entrance of the visit that a passage belongs to by which somebody came in.
    pub(crate) fn visit_of(self, c: &mut Connection, passage: &Passage) -> Result<Option<Passage>> {
        let before = self.inside_since(c, &passage.spot())?;
        Ok(before.or_else(|| Some(passage.clone())))
    }

    /// The entrance of the visit that the person was on at a spot; none: they were outside.
    pub(crate) fn inside_since(self, c: &mut Connection, spot: &Spot) -> Result<Option<Passage>> {
        let left = latest(c, before(self.passages(Direction::Out), spot))?;
        let entrance = match left {
            Some(left) => earliest(c, after(self.passages(Direction::In), &left.spot()))?,
            None => self.first(c)?,
        };
        Ok(entrance.filter(|entrance| entrance.spot() < *spot))
    }

    fn next(self, c: &mut Connection, spot: &Spot) -> Result<Option<Passage>> {
        let enters = earliest(c, after(self.passages(Direction::In), spot))?;
        let leaves = earliest(c, after(self.passages(Direction::Out), spot))?;
        Ok(enters.into_iter().chain(leaves).min_by_key(Passage::spot))
    }

    fn passages(self, direction: Direction) -> Passages {
        scan::table
            .filter(scan::registration_id.eq(self.registration_id))
            .filter(scan::checkpoint_id.eq(self.checkpoint_id))
            .filter(scan::counts.eq(true))
            .filter(scan::direction.eq(direction))
            .into_boxed()
    }
}

fn before(passages: Passages, spot: &Spot) -> Passages {
    let (at, scanned_at, id) = (spot.at, spot.scanned_at, spot.scan_id.clone());
    passages.filter(scan::happened_at.le(at)).filter(
        scan::happened_at
            .lt(at)
            .or(scan::scanned_at.lt(scanned_at))
            .or(scan::scanned_at.eq(scanned_at).and(scan::id.lt(id))),
    )
}

fn after(passages: Passages, spot: &Spot) -> Passages {
    let (at, scanned_at, id) = (spot.at, spot.scanned_at, spot.scan_id.clone());
    passages.filter(scan::happened_at.ge(at)).filter(
        scan::happened_at
            .gt(at)
            .or(scan::scanned_at.gt(scanned_at))
            .or(scan::scanned_at.eq(scanned_at).and(scan::id.gt(id))),
    )
}

fn earliest(c: &mut Connection, passages: Passages) -> Result<Option<Passage>> {
    passages
        .order((scan::happened_at, scan::scanned_at, scan::id))
        .select(Passage::as_select())
        .first(c)
        .optional()
}

fn latest(c: &mut Connection, passages: Passages) -> Result<Option<Passage>> {
    passages
        .order((
            scan::happened_at.desc(),
            scan::scanned_at.desc(),
            scan::id.desc(),
        ))
        .select(Passage::as_select())
        .first(c)
        .optional()
}

#[cfg(test)]
mod tests {
    use diesel::connection::SimpleConnection;

    use crate::clock::parse_rfc3339;
    use crate::db::{Address, Database};
    use crate::models::doors::timeline::*;

    const WAY: Way = Way {
        forum_id: 1,
        checkpoint_id: 2,
        registration_id: 3,
    };

    fn at(minute: u32) -> Moment {
        parse_rfc3339(&format!("2025-04-28T09:{minute:02}:00Z")).unwrap()
    }

    fn spot(minute: u32) -> Spot {
        Spot {
            at: at(minute),
            scanned_at: at(minute),
            // After whatever else happened in that minute.
            scan_id: "~".to_owned(),
        }
    }

    /// A person who came and went so, in a table that holds nothing else.
    fn timeline(passages: &[(u32, &str)], look: impl FnOnce(&mut Connection)) {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}/timeline.db", folder.path().display());
        let db = Database::open(&Address::parse(&address).unwrap()).unwrap();
        let done = db.read_now(|c| {
            c.batch_execute("PRAGMA foreign_keys = OFF")?;
            for (minute, direction) in passages {
                passed(c, *minute, direction)?;
            }
            look(c);
            Ok(())
        });
        done.unwrap();
    }

    fn passed(c: &mut Connection, minute: u32, direction: &str) -> Result<()> {
        diesel::insert_into(scan::table)
            .values((
                scan::forum_id.eq(WAY.forum_id),
                scan::id.eq(format!("{direction} {minute}")),
                scan::checkpoint_id.eq(WAY.checkpoint_id),
                scan::device_id.eq(4_i64),
                scan::registration_id.eq(WAY.registration_id),
                scan::direction.eq(direction),
                scan::scanned_at.eq(at(minute)),
                scan::received_at.eq(at(minute)),
                scan::happened_at.eq(at(minute)),
                scan::verdict.eq("admitted"),
                scan::counts.eq(true),
            ))
            .execute(c)?;
        Ok(())
    }

    fn name(passage: Option<&Passage>) -> &str {
        passage.map_or("nobody", |passage| &passage.scan_id)
    }

    fn since(c: &mut Connection, minute: u32) -> String {
        let around = WAY.around(c, &spot(minute)).unwrap();
        name(around.since.as_ref()).to_owned()
    }

    fn doubled_by(c: &mut Connection, minute: u32) -> String {
        let around = WAY.around(c, &spot(minute)).unwrap();
        name(around.doubled_by()).to_owned()
    }

    #[test]
    fn who_comes_first_finds_nobody_before() {
        timeline(&[], |c| {
            assert_eq!(since(c, 5), "nobody");
            assert_eq!(doubled_by(c, 5), "nobody");
            assert!(WAY.last(c).unwrap().is_none());
        });
    }

    #[test]
    fn a_second_scan_of_a_visit_names_the_one_that_began_it() {
        timeline(&[(1, "in"), (2, "out"), (10, "in"), (12, "in")], |c| {
            assert_eq!(since(c, 15), "in 10");
            assert_eq!(since(c, 1), "in 1");
            assert_eq!(since(c, 5), "nobody");
            let last = WAY.last(c).unwrap().unwrap();
            assert_eq!(last.scan_id, "in 12");
            assert_eq!(name(WAY.visit_of(c, &last).unwrap().as_ref()), "in 10");
        });
    }

    #[test]
    fn an_entrance_heard_of_late_goes_before_the_one_that_was_thought_the_first() {
        timeline(&[(10, "in"), (20, "out")], |c| {
            assert_eq!(since(c, 4), "nobody");
            assert_eq!(doubled_by(c, 4), "in 10");
            assert_eq!(name(WAY.last(c).unwrap().as_ref()), "out 20");
        });
    }

    #[test]
    fn who_left_between_comes_in_anew() {
        timeline(&[(10, "in"), (20, "out"), (30, "in")], |c| {
            assert_eq!(doubled_by(c, 15), "nobody");
            assert_eq!(doubled_by(c, 25), "in 30");
        });
    }
}
