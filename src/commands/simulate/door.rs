//! The demo's simulated door: a checkpoint of its own, a phone for each lane, and the people who come.

use chrono::TimeDelta;

use crate::clock;
use crate::db::{self, Connection, Database};
use crate::models::devices::device::{self, Pairing};
use crate::models::forum::Forum;
use crate::models::forum_text::{self, Owner};
use crate::models::people::badge::{self, Holder};
use crate::models::places::checkpoint::{self, Settings, Ways};
use crate::values::{Language, Secret};

/// Short name of the checkpoint, so that the demo's own doors stay as they are.
pub(super) const CHECKPOINT: &str = "simulation";

/// Longer than any morning.
const PHONES_LAST: TimeDelta = TimeDelta::days(1);

/// The phones of a simulation, while it runs.
pub(super) struct Door {
    forum_id: i64,
    phones: Vec<i64>,
    /// One of each phone.
    pub tokens: Vec<Secret>,
}

/// The people who come: confirmed, with a badge, at most so many.
pub(super) fn comers(db: &Database, forum: &Forum, most: usize) -> db::Result<Vec<Holder>> {
    db.read_now(|c| badge::holders(c, forum.id, most))
}

impl Door {
    pub(super) fn open(db: &Database, forum: &Forum, lanes: usize) -> db::Result<Door> {
        let forum_id = forum.id;
        let tokens: Vec<Secret> = (0..lanes).map(|_| Secret::random()).collect();
        let given = tokens.clone();
        let phones = db.write_now(move |c| {
            let checkpoint = checkpoint(c, forum_id)?;
            let lanes = given.iter().zip(1..);
            let add = |(token, lane)| add_phone(c, forum_id, checkpoint, token, lane);
            lanes.map(add).collect()
        })?;
        Ok(Door {
            forum_id,
            phones,
            tokens,
        })
    }

    /// Nobody scans with a simulation's phone after it.
    pub(super) fn close(self, db: &Database) -> db::Result<()> {
        let (forum_id, phones) = (self.forum_id, self.phones);
        db.write_now(move |c| {
            for phone in &phones {
                device::revoke(c, forum_id, *phone, clock::now())?;
            }
            Ok(())
        })
    }
}

/// The one of the simulation before, or a new one: both ways, at any time, for everybody.
fn checkpoint(c: &mut Connection, forum_id: i64) -> db::Result<i64> {
    let known = checkpoint::of_forum(c, forum_id)?;
    if let Some(found) = known.iter().find(|known| known.slug == CHECKPOINT) {
        return Ok(found.id);
    }
    let settings = Settings {
        site_id: None,
        session_id: None,
        slug: CHECKPOINT.into(),
        opens_at: None,
        closes_at: None,
        direction: Ways::Both,
        capacity: None,
        position: known.len() as i32,
        // No certificate stands on a simulation.
        kind: checkpoint::Kind::Entry,
    };
    let id = checkpoint::create(c, forum_id, &settings, &[])?.ok_or(db::Error::NotFound)?;
    let owner = Owner::Checkpoint(id);
    forum_text::set(c, forum_id, owner, "name", Language::En, "Simulation")?;
    Ok(id)
}

fn add_phone(
    c: &mut Connection,
    forum_id: i64,
    checkpoint: i64,
    token: &Secret,
    lane: usize,
) -> db::Result<i64> {
    let now = clock::now();
    let pairing = Pairing {
        name: &format!("Simulation, lane {lane}"),
        checkpoints: &[checkpoint],
        pairing: &Secret::random(),
        pairing_until: now,
        bearer: Some(token),
        valid_until: now + PHONES_LAST,
        printer_id: None,
        made_by: None,
    };
    device::create(c, forum_id, &pairing, now)
}
