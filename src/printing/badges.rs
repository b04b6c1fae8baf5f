//! From a forum's rows to what its badges say.

use crate::badges::{BadgeFace, Category, ForumFace, Pictogram, Sign};
use crate::db::{Connection, Result};
use crate::i18n::{Texts, country_name, dates};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::people::badge;
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{self, Filter, Sort};
use crate::press::Ink;
use crate::values::Language;

/// People read at once.
const BATCH: i64 = 500;

/// What all badges of a forum say, in one of its languages.
pub(crate) fn forum_face(whole: &ForumContext, language: Language) -> ForumFace {
    let forum = &whole.forum;
    let cities: Vec<&str> = whole
        .sites
        .iter()
        .map(
            |site| match whole.text(Owner::Site(site.id), "city", language) {
                "" => whole.site_name(site, language),
                city => city,
            },
        )
        .collect();
    ForumFace {
        title: whole.title(language).to_owned(),
        place: cities.join(" · "),
        dates: dates::date_range(language, forum.starts_on, forum.ends_on),
        brand: forum
            .brand
            .as_deref()
            .and_then(Ink::parse)
            .unwrap_or(Ink::PETROL),
    }
}

/// The badges of those whom the filter finds and who have one, in that order. Three queries for every five hundred.
pub(crate) fn faces(
    c: &mut Connection,
    whole: &ForumContext,
    language: Language,
    filter: &Filter,
    sort: Sort,
) -> Result<Vec<BadgeFace>> {
    let (mut faces, mut after) = (Vec::new(), None);
    loop {
        let people = registrations::page(c, whole.forum.id, filter, sort, after.as_ref(), BATCH)?;
        let Some(last) = people.last() else {
            return Ok(faces);
        };
        after = Some(registrations::after(last, sort));
        let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
        let codes = badge::codes_of(c, &ids)?;
        let sites = registrations::sites_of(c, &ids)?;
        for person in &people {
            if let Some(code) = codes.get(&person.id) {
                let own = sites.get(&person.id).map_or(&[][..], Vec::as_slice);
                faces.push(face(whole, language, person, code.clone(), own));
            }
        }
    }
}

/// One person's badge; `sites` are the short names of those the person goes to.
pub(crate) fn face(
    whole: &ForumContext,
    language: Language,
    person: &Registration,
    code: crate::values::Code,
    sites: &[String],
) -> BadgeFace {
    let (name, latin_name) = BadgeFace::names(&person.name, person.native_name.as_deref());
    let category = whole.category(person.category_id);
    BadgeFace {
        name,
        latin_name,
        position: person.position.clone().unwrap_or_default(),
        organisation: person.organisation.clone().unwrap_or_default(),
        country: country_name(language, &person.country).to_owned(),
        category: Category {
            slug: category
                .map(|category| category.slug.clone())
                .unwrap_or_default(),
            word: whole.category_name(person.category_id, language).to_owned(),
            colour: category
                .and_then(|category| Ink::parse(&category.colour))
                .unwrap_or(Ink::PETROL),
        },
        symbol_says: Texts::of(language).badges_symbol(code.grouped()),
        code,
        pictograms: pictograms(whole, language, sites),
    }
}

/// The days of the sites that a person goes to, and the cities where there are several.
fn pictograms(whole: &ForumContext, language: Language, sites: &[String]) -> Vec<Pictogram> {
    /// More days than these are no picture any more.
    const DAYS: usize = 6;
    let own = whole
        .sites
        .iter()
        .filter(|site| sites.is_empty() || sites.contains(&site.slug));
    let mut pictograms = Vec::new();
    for site in own {
        let city = match whole.text(Owner::Site(site.id), "city", language) {
            "" => whole.site_name(site, language),
            city => city,
        };
        if whole.sites.len() > 1 {
            pictograms.push(Pictogram {
                sign: Sign::City,
                label: city.to_owned(),
            });
        }
        let days = site
            .starts_on
            .iter_days()
            .take_while(|day| *day <= site.ends_on);
        pictograms.extend(days.take(DAYS).map(|day| Pictogram {
            sign: Sign::Day,
            label: chrono::Datelike::day(&day).to_string(),
        }));
    }
    pictograms
}
