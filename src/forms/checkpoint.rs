//! A checkpoint of a forum.

use chrono_tz::Tz;

use crate::clock::Moment;
use crate::forms::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::{Owner, Version};
use crate::models::places::checkpoint::{Checkpoint, Kind, Settings, Ways};
use crate::models::places::session::{Session, door};

/// What the form says of a checkpoint.
#[derive(Debug, Clone)]
pub(crate) struct CheckpointDetails {
    pub settings: Settings,
    /// The categories it admits; none: all.
    pub categories: Vec<i64>,
    pub texts: Vec<Version>,
}

/// A new one comes last, lets in and out, and counts as attendance.
pub(crate) fn blank(checkpoints: &[Checkpoint], whole: &ForumContext) -> Typed {
    let last = checkpoints.iter().map(|checkpoint| checkpoint.position);
    let site = match whole.sites.as_slice() {
        [only] => only.id.to_string(),
        _ => String::new(),
    };
    Typed::default()
        .with("site", site)
        .with("direction", Ways::Both.as_str())
        .with("kind", Kind::Attendance.as_str())
        .with("position", (last.max().unwrap_or(0) + 1).to_string())
}

pub(crate) fn of(checkpoint: &Checkpoint, categories: &[i64], whole: &ForumContext) -> Typed {
    let zone = zone_of(checkpoint.site_id, whole);
    let site = checkpoint.site_id.map(|id| id.to_string());
    let session = checkpoint.session_id.map(|id| id.to_string());
    let form = Typed::default()
        .with("slug", &checkpoint.slug)
        .with("site", site.unwrap_or_default())
        .with("session", session.unwrap_or_default())
        .with_time("opens_at", checkpoint.opens_at, zone)
        .with_time("closes_at", checkpoint.closes_at, zone)
        .with("direction", checkpoint.direction.as_str())
        .with("kind", checkpoint.kind.as_str())
        .with_number("capacity", checkpoint.capacity)
        .with_number("position", Some(checkpoint.position));
    let form = categories
        .iter()
        .fold(form, |form, id| form.with("category", id.to_string()));
    Tongues::NAME.fill(form, &whole.texts, Owner::Checkpoint(checkpoint.id))
}

/// What is left empty for a session's door is as the session has it.
pub(crate) fn parse(
    form: &Typed,
    whole: &ForumContext,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<CheckpointDetails> {
    let session = chosen_session(form, whole, t, errors);
    let texts = names(form, session, whole, t, errors);
    let slug = form.slug(&texts, t, errors);
    let site_id = form.id("site", whole.sites.iter().map(|site| site.id));
    if site_id.is_none() && !form.get("site").is_empty() {
        errors.add("site", t.desk_edit_choice_missing());
    }
    let site_id = site_id.or(session.map(|session| session.site_id));
    let (opens_at, closes_at) = hours(form, session, zone_of(site_id, whole), t, errors);
    let direction = Ways::parse(form.get("direction"));
    if direction.is_none() {
        errors.add("direction", t.desk_edit_choice_missing());
    }
    let kind = Kind::parse(form.get("kind"));
    if kind.is_none() {
        errors.add("kind", t.desk_edit_choice_missing());
    }
    let capacity = form.number("capacity", t, errors);
    let position = form.number("position", t, errors).unwrap_or(0);
    if !errors.is_empty() {
        return None;
    }
    let settings = Settings {
        site_id,
        slug: slug?.as_str().to_string(),
        opens_at,
        closes_at,
        direction: direction?,
        capacity,
        position,
        session_id: session.map(|session| session.id),
        kind: kind?,
    };
    Some(CheckpointDetails {
        settings,
        categories: form.ids("category", whole.categories.iter().map(|one| one.id)),
        texts,
    })
}

fn chosen_session<'a>(
    form: &Typed,
    whole: &'a ForumContext,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<&'a Session> {
    let id = form.id("session", whole.sessions.iter().map(|one| one.id));
    if id.is_none() && !form.get("session").is_empty() {
        errors.add("session", t.desk_edit_choice_missing());
    }
    whole.sessions.iter().find(|one| Some(one.id) == id)
}

/// A session's door without a name is called as the session.
fn names(
    form: &Typed,
    session: Option<&Session>,
    whole: &ForumContext,
    t: Texts,
    errors: &mut FieldErrors,
) -> Vec<Version> {
    let mut names = Tongues::NAME.parse(form, &whole.forum.languages(), t, errors);
    let is_empty = |names: &[Version]| names.iter().all(|name| name.value.is_empty());
    if let Some(session) = session.filter(|_| is_empty(&names)) {
        let owner = Owner::Session(session.id);
        for name in &mut names {
            let title = whole.texts.exact(owner, "title", name.language);
            name.value = title.chars().take(Tongues::NAME.most).collect();
        }
    }
    if is_empty(&names) {
        errors.add("name", t.desk_edit_name_missing());
    }
    names
}

fn hours(
    form: &Typed,
    session: Option<&Session>,
    zone: Tz,
    t: Texts,
    errors: &mut FieldErrors,
) -> (Option<Moment>, Option<Moment>) {
    let typed = form.times(("opens_at", "closes_at"), zone, t, errors);
    let Some(session) = session else {
        return typed;
    };
    let usual = door::usual_hours(session.starts_at, session.ends_at);
    let hours = (typed.0.unwrap_or(usual.0), typed.1.unwrap_or(usual.1));
    if errors.is_empty() && hours.1 <= hours.0 {
        errors.add("closes_at", t.desk_edit_time_order());
    }
    (Some(hours.0), Some(hours.1))
}

/// The zone of a checkpoint's times: its site's, or else the forum's.
pub(crate) fn zone_of(site_id: Option<i64>, whole: &ForumContext) -> Tz {
    let site = whole.sites.iter().find(|site| Some(site.id) == site_id);
    site.map_or_else(|| whole.forum.zone(), |site| site.zone())
}
