//! A checkpoint of a forum.

use chrono_tz::Tz;

use super::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::checkpoint::{Checkpoint, Settings};
use crate::models::forum_text::{Owner, Version};
use crate::models::whole::Whole;

pub const DIRECTIONS: [&str; 3] = ["in", "out", "both"];

/// What the form says of a checkpoint.
#[derive(Debug, Clone)]
pub struct Said {
    pub settings: Settings,
    /// The categories it admits; none: all.
    pub categories: Vec<i64>,
    pub texts: Vec<Version>,
}

/// A new one comes last, and lets in and out.
pub fn blank(checkpoints: &[Checkpoint], whole: &Whole) -> Typed {
    let last = checkpoints.iter().map(|checkpoint| checkpoint.position);
    let site = match whole.sites.as_slice() {
        [only] => only.id.to_string(),
        _ => String::new(),
    };
    Typed::default()
        .with("site", site)
        .with("direction", "both")
        .with("position", (last.max().unwrap_or(0) + 1).to_string())
}

pub fn of(checkpoint: &Checkpoint, categories: &[i64], whole: &Whole) -> Typed {
    let zone = zone_of(checkpoint.site_id, whole);
    let site = checkpoint.site_id.map(|id| id.to_string());
    let form = Typed::default()
        .with("slug", &checkpoint.slug)
        .with("site", site.unwrap_or_default())
        .with_time("opens_at", checkpoint.opens_at, zone)
        .with_time("closes_at", checkpoint.closes_at, zone)
        .with("direction", &checkpoint.direction)
        .with_number("capacity", checkpoint.capacity)
        .with_number("position", Some(checkpoint.position));
    let form = categories
        .iter()
        .fold(form, |form, id| form.with("category", id.to_string()));
    Tongues::NAME.fill(form, &whole.texts, Owner::Checkpoint(checkpoint.id))
}

pub fn parse(form: &Typed, whole: &Whole, t: Texts, errors: &mut FieldErrors) -> Option<Said> {
    let languages = whole.forum.languages();
    let missing = t.desk_edit_name_missing();
    let texts = Tongues::NAME.parse_needed(form, &languages, missing, t, errors);
    let slug = form.slug(&texts, t, errors);
    let site_id = form.id("site", whole.sites.iter().map(|site| site.id));
    if site_id.is_none() && !form.get("site").is_empty() {
        errors.add("site", t.desk_edit_choice_missing());
    }
    let zone = zone_of(site_id, whole);
    let (opens_at, closes_at) = form.times(("opens_at", "closes_at"), zone, t, errors);
    let direction = form.get("direction");
    if !DIRECTIONS.contains(&direction) {
        errors.add("direction", t.desk_edit_choice_missing());
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
        direction: direction.to_string(),
        capacity,
        position,
    };
    Some(Said {
        settings,
        categories: form.ids("category", whole.categories.iter().map(|one| one.id)),
        texts,
    })
}

/// The zone of a checkpoint's times: its site's, or else the forum's.
pub fn zone_of(site_id: Option<i64>, whole: &Whole) -> Tz {
    let site = whole.sites.iter().find(|site| Some(site.id) == site_id);
    site.map_or_else(|| whole.forum.zone(), |site| site.zone())
}
