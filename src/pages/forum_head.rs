use chrono::{Offset, TimeZone};
use chrono_tz::Tz;

use crate::clock::Moment;
use crate::i18n::{Texts, dates};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::values::Language;

/// A forum as the head and the foot of its pages name it, in the language of the page.
pub(crate) struct ForumHead {
    /// Of the forum's page: `/az/gsnp-2025`.
    pub address: String,
    pub title: String,
    pub dates: String,
    /// The names of its sites.
    pub places: String,
    pub contact: Option<String>,
    /// What everybody has to know first, such as that it is a demonstration; mostly empty.
    pub notice: String,
}

impl ForumHead {
    pub(crate) fn of(whole: &ForumContext, lang: Language) -> ForumHead {
        let forum = &whole.forum;
        let sites: Vec<&str> = whole
            .sites
            .iter()
            .map(|site| whole.site_name(site, lang))
            .collect();
        ForumHead {
            address: format!("/{}/{}", lang.code(), forum.slug),
            title: whole.title(lang).to_string(),
            dates: dates::date_range(lang, forum.starts_on, forum.ends_on),
            places: sites.join(" · "),
            contact: forum.contact.clone(),
            notice: whole.text(Owner::Forum, "notice", lang).to_string(),
        }
    }
}

/// A moment on the clocks of a zone, with whose clocks these are: `28 April 2025, 09:00`, `Baku time, UTC+4`.
pub(crate) fn local(
    whole: &ForumContext,
    lang: Language,
    zone: Tz,
    moment: Moment,
) -> (String, String) {
    let there = zone.from_utc_datetime(&moment);
    let text = dates::date_time(lang, there.naive_local());
    (text, clocks(whole, lang, zone, moment))
}

/// Whose clocks a zone's are, by a city of the forum where they go so; the distance from UTC alone where it has none.
pub(crate) fn clocks(whole: &ForumContext, lang: Language, zone: Tz, moment: Moment) -> String {
    let offset = offset(zone, moment);
    let city = whole
        .sites
        .iter()
        .filter(|site| site.zone() == zone)
        .map(|site| whole.text(Owner::Site(site.id), "city", lang))
        .find(|city| !city.is_empty());
    match city {
        Some(city) => Texts::html(lang).forum_clocks(city, offset),
        None => offset,
    }
}

/// How far a zone's clocks are from UTC at a moment: `UTC+4`, `UTC+5:30`, `UTC−3`.
fn offset(zone: Tz, moment: Moment) -> String {
    let minutes = zone
        .offset_from_utc_datetime(&moment)
        .fix()
        .local_minus_utc()
        / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    match (hours, rest) {
        (0, 0) => "UTC".to_string(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_written_by_their_distance_from_utc() {
        let moment = crate::clock::parse_rfc3339("2025-04-28T05:00:00Z").expect("a moment");
        let written = |zone: &str| offset(zone.parse().expect("a zone"), moment);
        assert_eq!(written("Asia/Baku"), "UTC+4");
        assert_eq!(written("Asia/Kolkata"), "UTC+5:30");
        assert_eq!(written("America/Bogota"), "UTC−5");
        assert_eq!(written("UTC"), "UTC");
    }
}
