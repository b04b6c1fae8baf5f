//! Addresses whose owner called a mail of ours spam: no mailing goes there. Mail about one's own registration still
//! comes, and only the person can ask for the rest again.

use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use crate::clock::Moment;
use crate::db::schema::{complaint, registration};
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;

/// Notes it once; the first counts.
pub(crate) fn note(c: &mut Connection, email_folded: &str, now: Moment) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO complaint (email_folded, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    )
    .bind::<Text, _>(email_folded)
    .bind::<Timestamp, _>(now)
    .execute(c)
    .map(drop)
}

/// When the person's address complained, if it did.
pub(crate) fn since(c: &mut Connection, person: &Registration) -> Result<Option<Moment>> {
    registration::table
        .find(person.id)
        .inner_join(
            complaint::table.on(complaint::email_folded
                .nullable()
                .eq(registration::email_folded)),
        )
        .select(complaint::at)
        .first(c)
        .optional()
}

/// The person wants mail again.
pub(crate) fn take_back(c: &mut Connection, person: &Registration) -> Result<()> {
    let folded = registration::table
        .find(person.id)
        .select(registration::email_folded);
    diesel::delete(complaint::table.filter(complaint::email_folded.nullable().eq_any(folded)))
        .execute(c)
        .map(drop)
}
