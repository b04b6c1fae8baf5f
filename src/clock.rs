//! The one place the time comes from.

use chrono::{
    DateTime, LocalResult, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

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

/// The same, always with three digits of the second: `2025-04-28T05:01:02.000Z`.
pub fn rfc3339_in_milliseconds(moment: Moment) -> String {
    moment
        .and_utc()
        .to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Reads RFC 3339 with any offset.
pub fn parse_rfc3339(text: &str) -> Option<Moment> {
    let parsed = DateTime::parse_from_rfc3339(text.trim()).ok()?;
    Some(parsed.naive_utc().trunc_subsecs(3))
}

/// RFC 3339 in JSON, where there may be none: `#[serde(with = "clock::optional")]`.
pub mod optional {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::{Moment, parse_rfc3339, rfc3339};

    pub fn serialize<S: Serializer>(moment: &Option<Moment>, to: S) -> Result<S::Ok, S::Error> {
        match moment {
            Some(moment) => to.serialize_some(&rfc3339(*moment)),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|text| parse_rfc3339(&text).ok_or_else(|| D::Error::custom("not a time")))
            .transpose()
    }
}

/// A moment as the clocks of a zone show it.
pub fn in_zone(zone: Tz, moment: Moment) -> NaiveDateTime {
    moment.and_utc().with_timezone(&zone).naive_local()
}

/// Why a time on a zone's clocks is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clocks are put forward over it.
    Skipped,
    /// The clocks are put back over it.
    Twice,
}

/// The moment at which the clocks of a zone show a time.
pub fn from_zone(zone: Tz, local: NaiveDateTime) -> Result<Moment, ClockChange> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(moment) => Ok(moment.naive_utc()),
        LocalResult::None => Err(ClockChange::Skipped),
        LocalResult::Ambiguous(..) => Err(ClockChange::Twice),
    }
}

/// Longer than any zone puts its clocks forward at once.
const BEFORE_A_GAP: TimeDelta = TimeDelta::hours(3);

/// The moment at which the clocks of `to` show what those of `from` show at this one. A time that is skipped there is
/// as much later as the clocks are put forward; of one that comes twice it is the first.
pub fn same_clocks(moment: Moment, from: Tz, to: Tz) -> Moment {
    let local = in_zone(from, moment);
    let earliest = |local: NaiveDateTime| to.from_local_datetime(&local).earliest();
    let carried = earliest(local).map(|carried| carried.naive_utc());
    let over_the_gap =
        || earliest(local - BEFORE_A_GAP).map(|before| before.naive_utc() + BEFORE_A_GAP);
    carried.or_else(over_the_gap).unwrap_or(moment)
}

/// When a day begins in a zone; some zones change their clocks at midnight, and their day begins at one.
pub fn local_day(zone: Tz, day: NaiveDate) -> Moment {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    (0..4)
        .map(|halves| midnight + TimeDelta::minutes(30 * halves))
        .find_map(|local| zone.from_local_datetime(&local).earliest())
        .map_or(midnight, |moment| moment.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    #[test]
    fn a_local_time_is_a_moment_but_where_the_clocks_change() {
        let paris = chrono_tz::Europe::Paris;
        let noon = from_zone(paris, at("2025-04-28T12:00:00"));
        assert_eq!(noon, Ok(at("2025-04-28T10:00:00")));
        assert_eq!(
            in_zone(paris, at("2025-04-28T10:00:00")),
            at("2025-04-28T12:00:00")
        );
        let skipped = from_zone(paris, at("2025-03-30T02:30:00"));
        assert_eq!(skipped, Err(ClockChange::Skipped));
        let twice = from_zone(paris, at("2025-10-26T02:30:00"));
        assert_eq!(twice, Err(ClockChange::Twice));
    }

    #[test]
    fn a_time_stays_on_the_clocks_of_another_zone_also_where_they_change() {
        let (baku, paris) = (chrono_tz::Asia::Baku, chrono_tz::Europe::Paris);
        let in_paris = |local: &str| {
            let moment = from_zone(baku, at(local)).expect("a moment");
            in_zone(paris, same_clocks(moment, baku, paris)).to_string()
        };
        assert_eq!(in_paris("2025-04-28T09:00:00"), "2025-04-28 09:00:00");
        assert_eq!(in_paris("2025-03-30T02:30:00"), "2025-03-30 03:30:00");
        assert_eq!(in_paris("2025-10-26T02:30:00"), "2025-10-26 02:30:00");
    }

    #[test]
    fn a_day_begins_when_its_clocks_do() {
        let day = |zone, day: &str| local_day(zone, day.parse().expect("a day"));
        assert_eq!(
            day(chrono_tz::Asia::Baku, "2025-04-28"),
            at("2025-04-27T20:00:00")
        );
        // Beirut put its clocks forward at midnight.
        assert_eq!(
            day(chrono_tz::Asia::Beirut, "2025-03-30"),
            at("2025-03-29T22:00:00")
        );
    }
}
