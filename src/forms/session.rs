//! A session of the programme.

use chrono_tz::Tz;

use crate::forms::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::{Owner, Version};
use crate::models::places::session::{Session, Settings};

const TITLE: Tongues = Tongues::new("title", 300);
const DETAILS: Tongues = Tongues::new("details", 5000);

/// A new one begins on the first day of the first site.
pub(crate) fn blank(whole: &ForumContext) -> Typed {
    match whole.sites.first() {
        Some(site) => Typed::default()
            .with("site", site.id.to_string())
            .with("starts_at", format!("{}T09:00", site.starts_on))
            .with("ends_at", format!("{}T10:00", site.starts_on)),
        None => Typed::default(),
    }
}

pub(crate) fn of(session: &Session, whole: &ForumContext) -> Typed {
    let zone = zone_of(session.site_id, whole);
    let form = Typed::default()
        .with("site", session.site_id.to_string())
        .with_time("starts_at", Some(session.starts_at), zone)
        .with_time("ends_at", Some(session.ends_at), zone);
    [TITLE, DETAILS].iter().fold(form, |form, text| {
        text.fill(form, &whole.texts, Owner::Session(session.id))
    })
}

pub(crate) fn parse(
    form: &Typed,
    whole: &ForumContext,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<(Settings, Vec<Version>)> {
    let languages = whole.forum.languages();
    let missing = t.desk_sessions_name_missing();
    let mut texts = TITLE.parse_needed(form, &languages, missing, t, errors);
    texts.extend(DETAILS.parse(form, &languages, t, errors));
    let site_id = form.id("site", whole.sites.iter().map(|site| site.id));
    if site_id.is_none() {
        errors.add("site", t.desk_edit_choice_missing());
    }
    let zone = site_id.map_or(Tz::UTC, |id| zone_of(id, whole));
    let (starts_at, ends_at) = form.times(("starts_at", "ends_at"), zone, t, errors);
    for (field, time) in [("starts_at", starts_at), ("ends_at", ends_at)] {
        if time.is_none() {
            errors.add(field, t.desk_edit_time_missing());
        }
    }
    if !errors.is_empty() {
        return None;
    }
    let settings = Settings {
        site_id: site_id?,
        starts_at: starts_at?,
        ends_at: ends_at?,
    };
    Some((settings, texts))
}

fn zone_of(site_id: i64, whole: &ForumContext) -> Tz {
    let site = whole.sites.iter().find(|site| site.id == site_id);
    site.map_or_else(|| whole.forum.zone(), |site| site.zone())
}
