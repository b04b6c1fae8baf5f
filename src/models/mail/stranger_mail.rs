//! Mail that somebody whom nobody here knows can cause, to any address there is: so many an hour from one network, and
//! so many in all. It is the sum of the last hour that counts, in the database, so that neither another token nor
//! another program nor a new start begins it anew.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use crate::clock::Moment;
use crate::db::schema::stranger_mail;
use crate::db::{Connection, Prepare, Result};
use crate::text_column;

const AN_HOUR: TimeDelta = TimeDelta::hours(1);

/// Mails an hour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub network: u32,
    pub all: u32,
}

/// Who causes a mail.
#[derive(Debug, Clone)]
pub(crate) struct Asker {
    /// A mark that is the network's, and says nothing of it to whoever reads the table.
    pub network: String,
    pub limits: Limits,
}

text_column! {
    /// Why a mail waits for the desk.
    pub enum Why {
        /// As many came from this network already.
        Network = "network",
        /// As many came from everywhere.
        All = "all",
    }
}

/// Counts one more mail, or says why it is one too many. One statement, for everybody who registers waits for it.
pub(crate) fn admit(c: &mut Connection, asker: &Asker, now: Moment) -> Result<Option<Why>> {
    let admitted = diesel::sql_query(
        "INSERT INTO stranger_mail (network, at) SELECT $1, $2
         WHERE (SELECT COUNT(*) FROM stranger_mail WHERE network = $1 AND at > $3) < $4
           AND (SELECT COUNT(*) FROM stranger_mail WHERE at > $3) < $5",
    )
    .bind::<Text, _>(&asker.network)
    .bind::<Timestamp, _>(now)
    .bind::<Timestamp, _>(now - AN_HOUR)
    .bind::<BigInt, _>(i64::from(asker.limits.network))
    .bind::<BigInt, _>(i64::from(asker.limits.all))
    .prepared()
    .execute(c)?;
    match admitted {
        0 => why_not(c, asker, now).map(Some),
        _ => Ok(None),
    }
}

fn why_not(c: &mut Connection, asker: &Asker, now: Moment) -> Result<Why> {
    let from_there: i64 = stranger_mail::table
        .filter(stranger_mail::network.eq(&asker.network))
        .filter(stranger_mail::at.gt(now - AN_HOUR))
        .count()
        .get_result(c)?;
    Ok(match from_there >= i64::from(asker.limits.network) {
        true => Why::Network,
        false => Why::All,
    })
}

/// Forgets what counts no more.
pub(crate) fn forget(c: &mut Connection, now: Moment) -> Result<()> {
    diesel::delete(stranger_mail::table.filter(stranger_mail::at.le(now - AN_HOUR)))
        .execute(c)
        .map(drop)
}
