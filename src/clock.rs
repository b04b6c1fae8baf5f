//! The one place the time comes from.

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

/// A moment in UTC, in whole milliseconds: the one precision both databases give back unchanged.
pub type Moment = NaiveDateTime;

pub fn now() -> Moment {
    Utc::now().naive_utc().trunc_subsecs(3)
}

/// RFC 3339 in UTC, as the door API and the exports write it: `2025-04-28T05:01:02Z`.
pub fn rfc3339(moment: Moment) -> String {
    moment
        .and_utc()
        .to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// Reads RFC 3339 with any offset.
pub fn parse_rfc3339(text: &str) -> Option<Moment> {
    let parsed = DateTime::parse_from_rfc3339(text.trim()).ok()?;
    Some(parsed.naive_utc().trunc_subsecs(3))
}
