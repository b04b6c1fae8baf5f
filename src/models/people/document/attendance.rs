use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{checkpoint, scan, site};
use crate::db::{Connection, Result};
use crate::models::forum::Forum;
use crate::models::places::checkpoint::Kind;
use crate::models::places::way::Direction;

/// A query holds only so many values.
const AT_ONCE: usize = 500;

/// The days of the forum on which a person came through a door that means attendance. Who is inside already is admitted
/// no second time on the next day, so that such readings name days too.
pub(crate) fn attended(
    c: &mut Connection,
    forum: &Forum,
    registration_id: i64,
) -> Result<Vec<NaiveDate>> {
    let mut days = attended_by(c, forum, &[registration_id])?;
    Ok(days.remove(&registration_id).unwrap_or_default())
}

/// The same of many people, by the registration's id; who came on no day is not among them. A day is one where the door
/// is.
pub(super) fn attended_by(
    c: &mut Connection,
    forum: &Forum,
    people: &[i64],
) -> Result<HashMap<i64, Vec<NaiveDate>>> {
    let mut days: HashMap<i64, BTreeSet<NaiveDate>> = HashMap::new();
    for some in people.chunks(AT_ONCE) {
        for (person, at, there) in entrances(c, some)? {
            let zone = there.and_then(|name| name.parse().ok());
            let day = clock::in_zone(zone.unwrap_or_else(|| forum.zone()), at).date();
            if (forum.starts_on..=forum.ends_on).contains(&day) {
                days.entry(person).or_default().insert(day);
            }
        }
    }
    let sorted = |(person, days): (i64, BTreeSet<NaiveDate>)| (person, days.into_iter().collect());
    Ok(days.into_iter().map(sorted).collect())
}

/// Who came, when, and in which zone the door is, where it is one of a site.
type Entrance = (i64, Moment, Option<String>);

fn entrances(c: &mut Connection, people: &[i64]) -> Result<Vec<Entrance>> {
    scan::table
        .inner_join(checkpoint::table.left_join(site::table))
        .filter(scan::registration_id.eq_any(people.to_vec()))
        .filter(scan::counts.eq(true))
        .filter(scan::direction.eq(Direction::In))
        .filter(checkpoint::kind.eq(Kind::Attendance))
        .select((
            scan::registration_id.assume_not_null(),
            scan::happened_at,
            site::zone.nullable(),
        ))
        .load(c)
}
