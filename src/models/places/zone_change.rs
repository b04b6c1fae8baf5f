//! The clocks of a place go by another zone: what people wrote of it stays as they wrote it, at another moment.

use chrono_tz::Tz;
use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{checkpoint, device, session};
use crate::db::{Connection, Result};

/// From which zone to which.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ZoneChange {
    from: Tz,
    to: Tz,
}

impl ZoneChange {
    /// `None` where the zone stays, or one of the names is of no zone.
    pub(crate) fn of(from: &str, to: &str) -> Option<ZoneChange> {
        let change = ZoneChange {
            from: from.parse().ok()?,
            to: to.parse().ok()?,
        };
        (change.from != change.to).then_some(change)
    }

    /// The sessions and the doors of a site.
    pub(crate) fn at_site(self, c: &mut Connection, site_id: i64) -> Result<()> {
        let sessions: Vec<(i64, Moment, Moment)> = session::table
            .filter(session::site_id.eq(site_id))
            .select((session::id, session::starts_at, session::ends_at))
            .load(c)?;
        for (id, starts_at, ends_at) in sessions {
            diesel::update(session::table.find(id))
                .set((
                    session::starts_at.eq(self.moved(starts_at)),
                    session::ends_at.eq(self.moved(ends_at)),
                ))
                .execute(c)?;
        }
        let doors: Vec<Door> = checkpoint::table
            .filter(checkpoint::site_id.eq(site_id))
            .select(Door::as_select())
            .load(c)?;
        self.move_doors(c, doors)
    }

    /// The doors of no site, and how long devices may send that are not over yet: these times are the forum's.
    pub(crate) fn at_forum(self, c: &mut Connection, forum_id: i64, now: Moment) -> Result<()> {
        let doors: Vec<Door> = checkpoint::table
            .filter(checkpoint::forum_id.eq(forum_id))
            .filter(checkpoint::site_id.is_null())
            .select(Door::as_select())
            .load(c)?;
        self.move_doors(c, doors)?;
        let devices: Vec<(i64, Moment)> = device::table
            .filter(device::forum_id.eq(forum_id))
            .filter(device::valid_until.gt(now))
            .select((device::id, device::valid_until))
            .load(c)?;
        for (id, valid_until) in devices {
            diesel::update(device::table.find(id))
                .set(device::valid_until.eq(self.moved(valid_until)))
                .execute(c)?;
        }
        Ok(())
    }

    fn move_doors(self, c: &mut Connection, doors: Vec<Door>) -> Result<()> {
        for door in doors {
            diesel::update(checkpoint::table.find(door.id))
                .set((
                    checkpoint::opens_at.eq(door.opens_at.map(|at| self.moved(at))),
                    checkpoint::closes_at.eq(door.closes_at.map(|at| self.moved(at))),
                ))
                .execute(c)?;
        }
        Ok(())
    }

    fn moved(self, moment: Moment) -> Moment {
        clock::same_clocks(moment, self.from, self.to)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = checkpoint)]
struct Door {
    id: i64,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
}
