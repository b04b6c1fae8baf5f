//! How far what a device does beside scanning reaches: to the people of its checkpoints, at their hours.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::scan::found::unmet_by;
use super::scan::rehearsal;
use crate::clock::Moment;
use crate::db::schema::checkpoint_category;
use crate::db::{Connection, Result};
use crate::models::places::checkpoint::Checkpoint;

/// People stand in line before a door opens, and what went wrong in its last minute is put right after it.
const AROUND: TimeDelta = TimeDelta::minutes(30);

/// Whether one of these checkpoints was open then or about to be, or was being rehearsed.
pub(crate) fn is_of_hours(c: &mut Connection, doors: &[Checkpoint], at: Moment) -> Result<bool> {
    if doors.iter().any(|door| is_about_open(door, at)) {
        return Ok(true);
    }
    Ok(!rehearsal::running(c, doors, at)?.is_empty())
}

fn is_about_open(door: &Checkpoint, at: Moment) -> bool {
    door.opens_at.is_none_or(|opens| opens - AROUND <= at)
        && door.closes_at.is_none_or(|closes| at < closes + AROUND)
}

/// Whether one of these checkpoints is for this person, by its categories and its site.
pub(crate) fn is_of_people(
    c: &mut Connection,
    doors: &[Checkpoint],
    registration_id: i64,
) -> Result<bool> {
    for door in doors {
        let unmet = unmet_by(c, door, &[registration_id])?;
        if unmet
            .get(&registration_id)
            .is_some_and(|unmet| unmet.refusal().is_none())
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether one of these checkpoints admits a category.
pub(crate) fn is_of_category(
    c: &mut Connection,
    doors: &[Checkpoint],
    category_id: i64,
) -> Result<bool> {
    for door in doors {
        let admitted: Vec<i64> = checkpoint_category::table
            .filter(checkpoint_category::checkpoint_id.eq(door.id))
            .select(checkpoint_category::category_id)
            .load(c)?;
        if admitted.is_empty() || admitted.contains(&category_id) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::clock;
    use crate::models::doors::door_reach::*;
    use crate::models::places::checkpoint::Kind;

    fn door(opens_at: Option<Moment>, closes_at: Option<Moment>) -> Checkpoint {
        Checkpoint {
            id: 1,
            forum_id: 1,
            site_id: None,
            slug: "door".into(),
            opens_at,
            closes_at,
            direction: crate::models::places::checkpoint::Ways::Both,
            capacity: None,
            position: 1,
            session_id: None,
            kind: Kind::Attendance,
        }
    }

    #[test]
    fn a_door_is_about_open_half_an_hour_before_and_after() {
        let now = clock::now();
        let minutes = TimeDelta::minutes;
        let about = |opens, closes| is_about_open(&door(opens, closes), now);
        assert!(about(None, None));
        assert!(about(Some(now + minutes(30)), None));
        assert!(!about(Some(now + minutes(31)), None));
        assert!(about(None, Some(now - minutes(29))));
        assert!(!about(None, Some(now - minutes(30))));
    }
}
