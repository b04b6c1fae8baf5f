//! A forum moved to other days, whole: its dates, its doors, and what happened at them.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{
    checkpoint as checkpoints, device, forum, presence, scan, session as sessions, site as sites,
};
use crate::db::{Connection, Result};
use crate::models::forum::Forum;
use crate::models::places::{checkpoint, session, site};

/// Moves everything by so many days.
pub fn move_by(c: &mut Connection, moved: &Forum, days: i64) -> Result<()> {
    let by = TimeDelta::days(days);
    diesel::update(forum::table.find(moved.id))
        .set((
            forum::starts_on.eq(moved.starts_on + by),
            forum::ends_on.eq(moved.ends_on + by),
            forum::opens_at.eq(moved.opens_at.map(|at| at + by)),
            forum::closes_at.eq(moved.closes_at.map(|at| at + by)),
        ))
        .execute(c)?;
    move_programme(c, moved.id, by)?;
    move_doors(c, moved.id, by)?;
    move_scans(c, moved.id, by)
}

fn move_programme(c: &mut Connection, forum_id: i64, by: TimeDelta) -> Result<()> {
    for site in site::of_forum(c, forum_id)? {
        diesel::update(sites::table.find(site.id))
            .set((
                sites::starts_on.eq(site.starts_on + by),
                sites::ends_on.eq(site.ends_on + by),
            ))
            .execute(c)?;
    }
    for session in session::of_forum(c, forum_id)? {
        diesel::update(sessions::table.find(session.id))
            .set((
                sessions::starts_at.eq(session.starts_at + by),
                sessions::ends_at.eq(session.ends_at + by),
            ))
            .execute(c)?;
    }
    Ok(())
}

fn move_doors(c: &mut Connection, forum_id: i64, by: TimeDelta) -> Result<()> {
    for checkpoint in checkpoint::of_forum(c, forum_id)? {
        diesel::update(checkpoints::table.find(checkpoint.id))
            .set((
                checkpoints::opens_at.eq(checkpoint.opens_at.map(|at| at + by)),
                checkpoints::closes_at.eq(checkpoint.closes_at.map(|at| at + by)),
            ))
            .execute(c)?;
    }
    let devices: Vec<(i64, Moment)> = device::table
        .filter(device::forum_id.eq(forum_id))
        .select((device::id, device::valid_until))
        .load(c)?;
    for (id, valid_until) in devices {
        diesel::update(device::table.find(id))
            .set(device::valid_until.eq(valid_until + by))
            .execute(c)?;
    }
    Ok(())
}

/// Checkpoint and registration, with the times of a presence: the first, the visit's, the last.
type Stands = (i64, i64, Option<Moment>, Option<Moment>, Moment);

fn move_scans(c: &mut Connection, forum_id: i64, by: TimeDelta) -> Result<()> {
    let scans: Vec<(String, Moment, Moment, Moment)> = scan::table
        .filter(scan::forum_id.eq(forum_id))
        .select((
            scan::id,
            scan::scanned_at,
            scan::received_at,
            scan::happened_at,
        ))
        .load(c)?;
    for (id, scanned_at, received_at, happened_at) in scans {
        diesel::update(scan::table.find((forum_id, id)))
            .set((
                scan::scanned_at.eq(scanned_at + by),
                scan::received_at.eq(received_at + by),
                scan::happened_at.eq(happened_at + by),
            ))
            .execute(c)?;
    }
    let stands: Vec<Stands> = presence::table
        .filter(presence::forum_id.eq(forum_id))
        .select((
            presence::checkpoint_id,
            presence::registration_id,
            presence::first_at,
            presence::since_at,
            presence::last_at,
        ))
        .load(c)?;
    for (checkpoint_id, registration_id, first_at, since_at, last_at) in stands {
        diesel::update(presence::table.find((checkpoint_id, registration_id)))
            .set((
                presence::first_at.eq(first_at.map(|at| at + by)),
                presence::since_at.eq(since_at.map(|at| at + by)),
                presence::last_at.eq(last_at + by),
            ))
            .execute(c)?;
    }
    Ok(())
}
