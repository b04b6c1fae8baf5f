//! A new forum, its settings and its texts.

use chrono_tz::Tz;

use super::details::parse_email;
use super::{FieldErrors, Tongues, Typed, given};
use crate::i18n::Texts;
use crate::models::forum::{Approval, Forum, Settings, WalkIns};
use crate::models::forum_text::{ForumTexts, Owner, Version};
use crate::values::{Colour, Language, Slug, coded_text};

/// What people read of the forum itself.
const TEXTS: [Tongues; 4] = [
    Tongues::new("title", LONGEST_TITLE),
    Tongues::new("about", LONGEST_TEXT),
    Tongues::new("who", LONGEST_TEXT),
    Tongues::new("privacy", LONGEST_TEXT),
];
const LONGEST_TITLE: usize = 200;
const LONGEST_TEXT: usize = 20_000;
const LONGEST_LINE: usize = 200;
/// Each day has a checkpoint of its own.
const LONGEST_DAYS: i64 = 60;
/// What a picker shows that has no colour yet.
const USUAL_COLOUR: &str = "#0e5a5f";

/// What a forum begins with.
#[derive(Debug, Clone)]
pub(crate) struct NewForum {
    pub settings: Settings,
    pub title: String,
    pub language: Language,
    pub site: Option<String>,
    pub city: Option<String>,
}

/// The empty form: the page's language first, the zone of the last forum.
pub(crate) fn blank(language: Language, zone: &str) -> Typed {
    Typed::default()
        .with("zone", zone)
        .with("approval", Approval::AtOnce.as_str())
        .with("language", language.code())
}

pub(crate) fn parse_new(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<NewForum> {
    let title = form.text("title", LONGEST_TITLE, t, errors);
    if title.is_none() {
        errors.add("title", t.desk_new_name_missing());
    }
    let slug = parse_slug(form, t, errors);
    let days = form.days(t, errors);
    if days.is_some_and(|(first, last)| (last - first).num_days() >= LONGEST_DAYS) {
        errors.add("ends_on", t.desk_new_long());
    }
    let site = form.text("site", LONGEST_LINE, t, errors);
    let city = form.text("city", LONGEST_LINE, t, errors);
    let zone = form.zone(t, errors);
    let languages = parse_languages(form, t, errors);
    let capacity = form.number("capacity", t, errors);
    let approval = parse_approval(form, t, errors);
    if !errors.is_empty() {
        return None;
    }
    let (starts_on, ends_on) = days?;
    let settings = Settings {
        slug: slug?.as_str().to_string(),
        zone: zone?.name().to_string(),
        starts_on,
        ends_on,
        opens_at: None,
        closes_at: None,
        capacity,
        approval: approval?,
        languages: codes(&languages),
        brand: None,
        contact: None,
        offers_qn: false,
        published: form.ticked("published"),
        walk_ins: WalkIns::No,
        strict_doors: false,
        asks_after: None,
    };
    Some(NewForum {
        settings,
        title: title?,
        language: *languages.first()?,
        site,
        city,
    })
}

/// The settings as they stand, in the form.
pub(crate) fn settings_of(forum: &Forum) -> Typed {
    let zone = forum.zone();
    let form = Typed::default()
        .with("slug", &forum.slug)
        .with("zone", &forum.zone)
        .with("starts_on", forum.starts_on.to_string())
        .with("ends_on", forum.ends_on.to_string())
        .with_time("opens_at", forum.opens_at, zone)
        .with_time("closes_at", forum.closes_at, zone)
        .with_number("capacity", forum.capacity)
        .with("approval", forum.approval.as_str())
        .with_tick("own_brand", forum.brand.is_some())
        .with("brand", forum.brand.as_deref().unwrap_or(USUAL_COLOUR))
        .with("contact", forum.contact.as_deref().unwrap_or_default())
        .with_tick("offers_qn", forum.offers_qn)
        .with_tick("published", forum.published)
        .with("walk_ins", forum.walk_ins.as_str())
        .with_tick("strict_doors", forum.strict_doors)
        .with_number("asks_after", forum.asks_after);
    let languages = forum.languages();
    languages.iter().fold(form, |form, language| {
        form.with("language", language.code())
    })
}

pub(crate) fn parse_settings(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<Settings> {
    let slug = parse_slug(form, t, errors);
    let days = form.days(t, errors);
    let zone = form.zone(t, errors);
    let in_zone = zone.unwrap_or(Tz::UTC);
    let (opens_at, closes_at) = form.times(("opens_at", "closes_at"), in_zone, t, errors);
    let capacity = form.number("capacity", t, errors);
    let asks_after = form.number("asks_after", t, errors);
    let approval = parse_approval(form, t, errors);
    let languages = parse_languages(form, t, errors);
    let brand = parse_brand(form, t, errors);
    let contact = parse_contact(form, t, errors);
    let walk_ins = WalkIns::parse(form.get("walk_ins"));
    if walk_ins.is_none() {
        errors.add("walk_ins", t.desk_edit_choice_missing());
    }
    if !errors.is_empty() {
        return None;
    }
    let (starts_on, ends_on) = days?;
    Some(Settings {
        slug: slug?.as_str().to_string(),
        zone: zone?.name().to_string(),
        starts_on,
        ends_on,
        opens_at,
        closes_at,
        capacity,
        approval: approval?,
        languages: codes(&languages),
        brand,
        contact,
        offers_qn: form.ticked("offers_qn"),
        published: form.ticked("published"),
        walk_ins: walk_ins?,
        strict_doors: form.ticked("strict_doors"),
        asks_after: asks_after.filter(|days| *days > 0),
    })
}

/// The texts as they stand, in the form.
pub(crate) fn texts_of(texts: &ForumTexts) -> Typed {
    TEXTS.iter().fold(Typed::default(), |form, text| {
        text.fill(form, texts, Owner::Forum)
    })
}

pub(crate) fn parse_texts(
    form: &Typed,
    languages: &[Language],
    t: Texts,
    errors: &mut FieldErrors,
) -> Vec<Version> {
    let [title, others @ ..] = &TEXTS;
    let missing = t.desk_new_name_missing();
    let mut versions = title.parse_needed(form, languages, missing, t, errors);
    for text in others {
        versions.extend(text.parse(form, languages, t, errors));
    }
    versions
}

fn parse_slug(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<Slug> {
    let slug = Slug::parse(&coded_text(form.get("slug")).to_lowercase());
    match &slug {
        None => errors.add("slug", t.desk_edit_slug_wrong()),
        Some(slug) if slug.is_reserved() => errors.add("slug", t.desk_new_slug_reserved()),
        Some(_) => {}
    }
    slug
}

/// In the order chosen, each once.
fn parse_languages(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Vec<Language> {
    let mut languages = Vec::new();
    for language in form.all("language").filter_map(Language::parse) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        errors.add("languages", t.desk_new_languages_missing());
    }
    languages
}

fn codes(languages: &[Language]) -> String {
    let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
    codes.join(",")
}

fn parse_approval(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<Approval> {
    let approval = Approval::parse(form.get("approval"));
    if approval.is_none() {
        errors.add("approval", t.desk_edit_choice_missing());
    }
    approval
}

/// A colour picker always has a colour, so a box says whether it counts.
fn parse_brand(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<String> {
    if !form.ticked("own_brand") {
        return None;
    }
    let colour = Colour::parse(form.get("brand"));
    if colour.is_none() {
        errors.add("brand", t.desk_edit_colour_wrong());
    }
    Some(colour?.as_str().to_string())
}

fn parse_contact(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<String> {
    let typed = given(form.get("contact"))?;
    let mut faults = FieldErrors::default();
    let email = parse_email(&typed, t, &mut faults);
    if let Some(sentence) = faults.get("email") {
        errors.add("contact", sentence);
    }
    Some(email?.as_str().to_string())
}
