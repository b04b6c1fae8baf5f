//! A site of a forum.

use crate::forms::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::forum::Forum;
use crate::models::forum_text::{ForumTexts, Owner, Version};
use crate::models::places::site::{Settings, Site};
use crate::values::Language;

const ADDRESS: Tongues = Tongues::new("address", 300);
const CITY: Tongues = Tongues::new("city", 100);

/// A new one has the forum's days and zone.
pub(crate) fn blank(forum: &Forum) -> Typed {
    Typed::default()
        .with("zone", &forum.zone)
        .with("starts_on", forum.starts_on.to_string())
        .with("ends_on", forum.ends_on.to_string())
}

pub(crate) fn of(site: &Site, texts: &ForumTexts) -> Typed {
    let form = Typed::default()
        .with("slug", &site.slug)
        .with("zone", &site.zone)
        .with("starts_on", site.starts_on.to_string())
        .with("ends_on", site.ends_on.to_string());
    [Tongues::NAME, ADDRESS, CITY]
        .iter()
        .fold(form, |form, text| {
            text.fill(form, texts, Owner::Site(site.id))
        })
}

pub(crate) fn parse(
    form: &Typed,
    languages: &[Language],
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<(Settings, Vec<Version>)> {
    let missing = t.desk_edit_name_missing();
    let mut texts = Tongues::NAME.parse_needed(form, languages, missing, t, errors);
    let slug = form.slug(&texts, t, errors);
    texts.extend(ADDRESS.parse(form, languages, t, errors));
    texts.extend(CITY.parse(form, languages, t, errors));
    let days = form.days(t, errors);
    let zone = form.zone(t, errors);
    if !errors.is_empty() {
        return None;
    }
    let (starts_on, ends_on) = days?;
    let settings = Settings {
        slug: slug?.as_str().to_string(),
        zone: zone?.name().to_string(),
        starts_on,
        ends_on,
    };
    Some((settings, texts))
}
