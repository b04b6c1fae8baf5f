//! The badge alone, as large as the screen allows: what is held out to the scanner, and what a phone keeps.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::Mine;
use crate::app::{App, PageRequest};
use crate::badges;
use crate::error::Error;
use crate::i18n::{Texts, country_name};
use crate::mail::when;
use crate::pages::{self, Frame, assets, local};

/// `?copy`: to be kept for a time without network.
#[derive(Deserialize)]
pub(crate) struct Query {
    copy: Option<String>,
}

/// `GET /{lang}/me/{link}/badge`: no more of the person than a badge of paper shows, since phones keep this page.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let (lang, t) = (asked.lang, Texts::html(asked.lang));
    let code = mine.code.as_ref().ok_or(Error::NoBadge)?;
    let (whole, person) = (&mine.whole, &mine.registration);
    let facts = app.registrar.post(whole).facts(&mine.sites, lang);
    let mut answer = pages::ok(&BadgePage {
        page: mine.frame(&asked, "/badge", &*person.name),
        base: asked.at(&mine.path("")),
        forum: &facts.title,
        name: &person.name,
        organisation: person.organisation.as_deref(),
        country: country_name(lang, &person.country),
        category: whole.category_name(person.category_id, lang),
        svg: badges::svg(code, t.delegate_qr()),
        code: code.grouped(),
        places: facts
            .sites
            .iter()
            .map(|site| (when(t, site), site.place.clone()))
            .collect(),
        copied: query.copy.as_ref().map(|_| as_of(&asked, &mine)),
    })?;
    let (name, word) = pages::badge_word(true);
    answer.headers_mut().insert(name, word);
    Ok(answer)
}

/// When the copy was made, on the clocks of the place the person comes to.
fn as_of(asked: &PageRequest, mine: &Mine) -> String {
    let sites = &mine.whole.sites;
    let site = sites.iter().find(|site| mine.sites.contains(&site.id));
    let zone = site
        .or(sites.first())
        .map_or(chrono_tz::UTC, |site| site.zone());
    let (moment, zone) = local(&mine.whole, asked.lang, zone, asked.now);
    Texts::html(asked.lang).delegate_copy(moment, zone)
}

#[derive(Template)]
#[template(path = "delegate/badge.html")]
struct BadgePage<'a> {
    page: Frame,
    /// Address of the person's page.
    base: String,
    forum: &'a str,
    name: &'a str,
    organisation: Option<&'a str>,
    country: &'a str,
    category: &'a str,
    svg: String,
    code: String,
    /// (when, where)
    places: Vec<(String, String)>,
    /// That it is a copy, and of when.
    copied: Option<String>,
}

impl BadgePage<'_> {
    /// What the page's script runs beside itself, for a browser that keeps the page.
    fn imports(&self) -> String {
        ["delegate/kept-badge.js", "wake-lock.js"]
            .map(assets::address)
            .join(" ")
    }
}
