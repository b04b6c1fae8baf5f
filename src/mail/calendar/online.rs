//! The days of a forum as an entry of a calendar that others run: one press, and nothing of the person in it.

use chrono::{NaiveDate, SecondsFormat, TimeDelta};
use url::Url;

use crate::clock::Moment;

use crate::mail::{ForumFacts, SiteFacts};

const GOOGLE_CALENDAR: &str = "https://calendar.google.com/calendar/render?action=TEMPLATE";
const OUTLOOK: &str = "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent";

/// The days of a forum at one place, as a new entry of Google's calendar.
pub(crate) fn google_calendar(forum: &ForumFacts, site: &SiteFacts) -> String {
    let dates = match one_day(site) {
        Some((starts, ends)) => format!(
            "{}Z/{}Z",
            starts.format("%Y%m%dT%H%M%S"),
            ends.format("%Y%m%dT%H%M%S")
        ),
        None => format!(
            "{}/{}",
            site.first_day.format("%Y%m%d"),
            day_after(site).format("%Y%m%d")
        ),
    };
    let entry = [
        ("text", forum.title.as_str()),
        ("dates", &dates),
        ("location", &site.place),
        ("details", &forum.page),
    ];
    with(GOOGLE_CALENDAR, &entry)
}

/// The same of Microsoft's.
pub(crate) fn outlook(forum: &ForumFacts, site: &SiteFacts) -> String {
    let (starts, ends, all_day) = match one_day(site) {
        Some((starts, ends)) => {
            let written =
                |moment: Moment| moment.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
            (written(starts), written(ends), "false")
        }
        None => (
            site.first_day.to_string(),
            day_after(site).to_string(),
            "true",
        ),
    };
    let entry = [
        ("subject", forum.title.as_str()),
        ("startdt", &starts),
        ("enddt", &ends),
        ("allday", all_day),
        ("location", &site.place),
        ("body", &forum.page),
    ];
    with(OUTLOOK, &entry)
}

/// The hours of a programme of one day; several days are told as whole days, as one entry cannot hold their hours.
fn one_day(site: &SiteFacts) -> Option<(Moment, Moment)> {
    match site.hours.as_slice() {
        [hours] if site.first_day == site.last_day => Some(*hours),
        _ => None,
    }
}

fn day_after(site: &SiteFacts) -> NaiveDate {
    site.last_day + TimeDelta::days(1)
}

fn with(address: &str, parts: &[(&str, &str)]) -> String {
    match Url::parse_with_params(address, parts) {
        Ok(address) => address.into(),
        Err(_) => address.to_owned(),
    }
}
