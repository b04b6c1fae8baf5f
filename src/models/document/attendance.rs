use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{checkpoint, scan, site};
use crate::db::{Connection, Result};

/// The days on which a person was read at a door; none for whom no door ever admitted. Who is inside already is
/// admitted no second time on the next day, so that such readings name days too.
pub fn attended(c: &mut Connection, registration_id: i64, zone: Tz) -> Result<Vec<NaiveDate>> {
    let scans: Vec<(Moment, String, Option<String>)> = scan::table
        .inner_join(checkpoint::table.left_join(site::table))
        .filter(scan::registration_id.eq(registration_id))
        .filter(scan::verdict.eq_any(["admitted", "already_in"]))
        .filter(scan::undone_at.is_null())
        .select((scan::happened_at, scan::verdict, site::zone.nullable()))
        .load(c)?;
    if !scans.iter().any(|(_, verdict, _)| verdict == "admitted") {
        return Ok(Vec::new());
    }
    let day = |(at, _, there): (Moment, String, Option<String>)| {
        let zone = there.and_then(|name| name.parse().ok()).unwrap_or(zone);
        clock::in_zone(zone, at).date()
    };
    let days: BTreeSet<NaiveDate> = scans.into_iter().map(day).collect();
    Ok(days.into_iter().collect())
}
