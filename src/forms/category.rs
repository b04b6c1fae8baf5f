//! A category of a forum.

use crate::forms::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::forum::Approval;
use crate::models::forum::category::{Category, Settings};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::{ForumTexts, Owner, Version};
use crate::values::{Colour, Language};

/// The choice of no rule of its own.
const AS_FORUM: &str = "forum";

/// A new one comes last.
pub(crate) fn blank(whole: &ForumContext) -> Typed {
    let last = whole.categories.iter().map(|category| category.position);
    Typed::default()
        .with("colour", "#0e5a5f")
        .with("approval", AS_FORUM)
        .with("position", (last.max().unwrap_or(0) + 1).to_string())
        .with("on_form", "yes")
}

pub(crate) fn of(category: &Category, texts: &ForumTexts) -> Typed {
    let form = Typed::default()
        .with("slug", &category.slug)
        .with("colour", &category.colour)
        .with(
            "approval",
            category.approval.map_or(AS_FORUM, Approval::as_str),
        )
        .with_number("quota", category.quota)
        .with_number("position", Some(category.position))
        .with_tick("on_form", category.on_form);
    Tongues::NAME.fill(form, texts, Owner::Category(category.id))
}

pub(crate) fn parse(
    form: &Typed,
    languages: &[Language],
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<(Settings, Vec<Version>)> {
    let missing = t.desk_edit_name_missing();
    let texts = Tongues::NAME.parse_needed(form, languages, missing, t, errors);
    let slug = form.slug(&texts, t, errors);
    let colour = Colour::parse(form.get("colour"));
    if colour.is_none() {
        errors.add("colour", t.desk_edit_colour_wrong());
    }
    let quota = form.number("quota", t, errors);
    let own_rule = form.get("approval") != AS_FORUM;
    let approval = Approval::parse(form.get("approval"));
    if own_rule && approval.is_none() {
        errors.add("approval", t.desk_edit_choice_missing());
    }
    let position = form.number("position", t, errors).unwrap_or(0);
    if !errors.is_empty() {
        return None;
    }
    let settings = Settings {
        slug: slug?.as_str().to_string(),
        colour: colour?.as_str().to_string(),
        approval,
        quota,
        on_form: form.ticked("on_form"),
        position,
    };
    Some((settings, texts))
}
