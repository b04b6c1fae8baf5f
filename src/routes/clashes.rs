//! Two people have corrected one registration: whoever saves last sees both, and chooses.

use serde_json::Value;

use crate::clock;
use crate::forms::details::DetailsForm;
use crate::forms::{Typed, field_name};
use crate::i18n::{self, Texts, dates};
use crate::models::forum::context::ForumContext;
use crate::models::people::event::ActorKind;
use crate::models::people::registration::{Clash, Merge, Registration};
use crate::values::Language;

/// A field with both values, for the page.
pub(super) struct ClashView {
    /// Of the choice.
    pub name: String,
    pub label: String,
    /// Who changed it, and when.
    pub changed: String,
    pub theirs: String,
    pub mine: String,
}

/// For whom the page is: the desk sees the account of a colleague, a delegate does not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    Desk,
    Delegate,
}

pub(super) fn views(
    clashes: &[Clash],
    whole: &ForumContext,
    reader: Reader,
    t: Texts,
) -> Vec<ClashView> {
    let view = |clash: &Clash| {
        let at = clock::in_zone(whole.forum.zone(), clash.by.at);
        let at = dates::day_time(t.language(), at);
        let changed = match (clash.by.actor, &clash.by.account, reader) {
            (ActorKind::Delegate, ..) => t.clash_by_delegate(at),
            (_, Some(account), Reader::Desk) => t.clash_by_account(account, at),
            _ => t.clash_by_desk(at),
        };
        ClashView {
            name: choice(&clash.field),
            label: field_name(&clash.field, t),
            changed,
            theirs: said(&clash.field, &clash.stands, whole, t),
            mine: said(&clash.field, &clash.typed, whole, t),
        }
    };
    clashes.iter().map(view).collect()
}

fn choice(field: &str) -> String {
    format!("keep_{field}")
}

/// The form as it was sent, with what was chosen in it: a field whose other value was to stay has that.
pub(super) fn chosen(
    form: &Typed,
    mut details: DetailsForm,
    present: &Registration,
    sites: &[i64],
    whole: &ForumContext,
) -> DetailsForm {
    let stands = DetailsForm::of(present, sites, whole);
    for field in DetailsForm::FIELDS {
        if form.has(&choice(field), "theirs") {
            details.take(field, &stands);
        }
    }
    details
}

/// The form to be looked at once more: with what others changed and it left alone.
pub(super) fn merged(
    mut details: DetailsForm,
    merge: &Merge,
    present: &Registration,
    sites: &[i64],
    whole: &ForumContext,
) -> DetailsForm {
    let stands = DetailsForm::of(present, sites, whole);
    for field in &merge.kept {
        details.take(field, &stands);
    }
    details
}

/// A value of a correction as people read it: countries, categories and sites by their names.
pub(super) fn said(field: &str, value: &Value, whole: &ForumContext, t: Texts) -> String {
    let lang = t.language();
    match (field, value) {
        ("country", Value::String(code)) => i18n::country_name(lang, code).to_string(),
        ("language", Value::String(code)) => {
            Language::parse(code).map_or(code.clone(), |language| language.autonym().to_string())
        }
        ("category", Value::Number(id)) => id
            .as_i64()
            .map_or_else(String::new, |id| whole.category_name(id, lang).to_string()),
        ("sites", Value::Array(ids)) => {
            let has = |id: i64| ids.iter().any(|one| one.as_i64() == Some(id));
            let sites = whole.sites.iter().filter(|site| has(site.id));
            let names: Vec<&str> = sites.map(|site| whole.site_name(site, lang)).collect();
            names.join(" · ")
        }
        (_, Value::String(text)) => text.clone(),
        _ => "—".to_owned(),
    }
}
