//! What a new forum begins with, so that it can be used at once: a site, categories, a checkpoint a day.

use chrono::Days;

use super::account::{self, Account, Grant, Role};
use crate::clock::{self, Moment};
use crate::db::{Connection, Result};
use crate::models::forum::{self, category};
use crate::models::forum_text::{self, Owner};
use crate::models::places::{checkpoint, site};
use crate::values::Language;

/// A forum to be made, with the words for its parts.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub settings: forum::Settings,
    /// The language in which title, site and city are written.
    pub language: Language,
    pub title: String,
    /// Name of the site in each language that has one.
    pub site: Vec<(Language, String)>,
    pub city: Option<String>,
    pub categories: Vec<StartCategory>,
    /// Names of the first day's checkpoint, of the second day's, ...
    pub checkpoints: Vec<Vec<(Language, String)>>,
}

#[derive(Debug, Clone)]
pub(crate) struct StartCategory {
    pub slug: &'static str,
    pub colour: &'static str,
    pub on_form: bool,
    pub names: Vec<(Language, String)>,
}

/// Makes the forum, and its maker an organizer of it; `false` when the address is taken.
pub(crate) fn create(
    c: &mut Connection,
    start: &Start,
    maker: &Account,
    now: Moment,
) -> Result<bool> {
    let Some(forum_id) = forum::create(c, &start.settings, now)? else {
        return Ok(false);
    };
    if !maker.is_owner {
        let grant = Grant {
            forum_id,
            role: Role::Organizer,
            given_by: Some(maker.id),
            now,
        };
        account::grant(c, maker.id, &grant)?;
    }
    let language = start.language;
    forum_text::set(c, forum_id, Owner::Forum, "title", language, &start.title)?;
    let site_id = add_site(c, forum_id, start)?;
    for (position, category) in (1..).zip(&start.categories) {
        add_category(c, forum_id, position, category)?;
    }
    for (day, names) in start.checkpoints.iter().enumerate() {
        add_checkpoint(c, forum_id, (site_id, start), day, names)?;
    }
    Ok(true)
}

fn add_site(c: &mut Connection, forum_id: i64, start: &Start) -> Result<Option<i64>> {
    let settings = site::Settings {
        slug: "main".into(),
        zone: start.settings.zone.clone(),
        starts_on: start.settings.starts_on,
        ends_on: start.settings.ends_on,
    };
    let id = site::create(c, forum_id, &settings)?;
    if let Some(owner) = id.map(Owner::Site) {
        name(c, forum_id, owner, &start.site)?;
        let city = start.city.as_deref().unwrap_or_default();
        forum_text::set(c, forum_id, owner, "city", start.language, city)?;
    }
    Ok(id)
}

fn add_category(
    c: &mut Connection,
    forum_id: i64,
    position: i32,
    start: &StartCategory,
) -> Result<()> {
    let settings = category::Settings {
        slug: start.slug.into(),
        colour: start.colour.into(),
        approval: None,
        quota: None,
        on_form: start.on_form,
        position,
    };
    match category::create(c, forum_id, &settings)? {
        Some(id) => name(c, forum_id, Owner::Category(id), &start.names),
        None => Ok(()),
    }
}

/// Open from midnight to midnight of its day.
fn add_checkpoint(
    c: &mut Connection,
    forum_id: i64,
    (site_id, start): (Option<i64>, &Start),
    day: usize,
    names: &[(Language, String)],
) -> Result<()> {
    let zone = start.settings.zone.parse().unwrap_or(chrono_tz::UTC);
    let date = start.settings.starts_on + Days::new(day as u64);
    let settings = checkpoint::Settings {
        site_id,
        slug: format!("day-{}", day + 1),
        opens_at: Some(clock::local_day(zone, date)),
        closes_at: Some(clock::local_day(zone, date + Days::new(1))),
        direction: checkpoint::Ways::Both,
        capacity: None,
        position: i32::try_from(day + 1).unwrap_or(i32::MAX),
        session_id: None,
        kind: checkpoint::Kind::Attendance,
    };
    match checkpoint::create(c, forum_id, &settings, &[])? {
        Some(id) => name(c, forum_id, Owner::Checkpoint(id), names),
        None => Ok(()),
    }
}

fn name(
    c: &mut Connection,
    forum_id: i64,
    owner: Owner,
    names: &[(Language, String)],
) -> Result<()> {
    for (language, value) in names {
        forum_text::set(c, forum_id, owner, "name", *language, value)?;
    }
    Ok(())
}
