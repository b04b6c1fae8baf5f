//! Who wants no news of a forum. Mail about one's own registration still comes. Only the person ends news, and only
//! the person asks for them again: nobody at the desk can, whoever asked them to on the telephone.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use crate::clock::Moment;
use crate::db::schema::{registration, unsubscribed};
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::models::returned::complaint;

/// Takes a person's address off the forum's news; done twice it is done once.
pub(crate) fn leave(c: &mut Connection, person: &Registration, now: Moment) -> Result<()> {
    let folded = folded(c, person)?;
    diesel::sql_query(
        "INSERT INTO unsubscribed (forum_id, email_folded, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind::<BigInt, _>(person.forum_id)
    .bind::<Text, _>(folded)
    .bind::<Timestamp, _>(now)
    .execute(c)?;
    Ok(())
}

/// The person wants news again, whatever was called spam before.
pub(crate) fn come_back(c: &mut Connection, person: &Registration) -> Result<()> {
    complaint::take_back(c, person)?;
    let key = (person.forum_id, folded(c, person)?);
    diesel::delete(unsubscribed::table.find(key)).execute(c)?;
    Ok(())
}

/// Since when the person wants no news; nothing while they do.
pub(crate) fn since(c: &mut Connection, person: &Registration) -> Result<Option<Moment>> {
    let key = (person.forum_id, folded(c, person)?);
    unsubscribed::table
        .find(key)
        .select(unsubscribed::at)
        .first(c)
        .optional()
}

/// Whether news go to the person: neither has it been ended, nor a mail of ours called spam.
pub(crate) fn gets_news(c: &mut Connection, person: &Registration) -> Result<bool> {
    Ok(since(c, person)?.is_none() && complaint::since(c, person)?.is_none())
}

/// Who has no address gets no news: nothing is known of an empty one.
fn folded(c: &mut Connection, person: &Registration) -> Result<String> {
    let folded: Option<String> = registration::table
        .find(person.id)
        .select(registration::email_folded)
        .first(c)?;
    Ok(folded.unwrap_or_default())
}
