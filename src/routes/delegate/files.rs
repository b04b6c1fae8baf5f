//! What a delegate takes along: the badge as a picture, the dates as a calendar file.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::Mine;
use crate::app::{App, PageRequest};
use crate::badges::{self, Card};
use crate::error::Error;
use crate::i18n::{Texts, country_name};
use crate::mail::{self, when};
use crate::press::Typesetter;
use crate::threads::behind;

/// `GET /{lang}/me/{link}/badge.png`
pub(crate) async fn badge(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    let disposition = as_file(&mine, "png");
    let with = app.clone();
    let turn = app.drawing.acquire().await.map_err(Error::broken)?;
    let drawn = behind(move || picture(&with, &asked, &mine)).await;
    drop(turn);
    let picture = drawn.map_err(Error::broken)??;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .insert_header(disposition)
        .body(picture))
}

fn picture(app: &App, asked: &PageRequest, mine: &Mine) -> Result<Vec<u8>, Error> {
    let (lang, t) = (asked.lang, Texts::of(asked.lang));
    let (whole, person) = (&mine.whole, &mine.registration);
    let category = whole.category(person.category_id);
    let country = country_name(lang, &person.country);
    let facts = app.registrar.post(whole).facts(&mine.sites, lang);
    let card = Card {
        forum: &facts.title,
        colour: whole.forum.brand.as_deref(),
        name: &person.name,
        native_name: person.native_name.as_deref(),
        from: match &person.organisation {
            Some(organisation) => format!("{organisation} · {country}"),
            None => country.to_owned(),
        },
        category: whole.category_name(person.category_id, lang),
        category_colour: category.map(|category| category.colour.as_str()),
        code: mine.code.as_ref().ok_or(Error::NotFound)?,
        places: facts
            .sites
            .iter()
            .flat_map(|site| [when(t, site), site.place.clone()])
            .collect(),
    };
    let mut letters = Typesetter::new(&app.fonts);
    badges::card(&mut letters, &card).ok_or_else(|| Error::broken("the badge cannot be drawn"))
}

/// `GET /{lang}/me/{link}/calendar.ics`
pub(crate) async fn calendar(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if mine.code.is_none() {
        return Err(Error::NotFound);
    }
    let facts = app
        .registrar
        .post(&mine.whole)
        .facts(&mine.sites, asked.lang);
    let host = app.letterhead.host();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header(as_file(&mine, "ics"))
        .body(mail::calendar(&facts, &mine.registration.public_id, host)))
}

/// Named after the forum, not after the person.
pub(crate) fn as_file(mine: &Mine, ending: &str) -> (header::HeaderName, String) {
    let name = &mine.whole.forum.slug;
    (
        header::CONTENT_DISPOSITION,
        format!("attachment; filename=\"{name}.{ending}\""),
    )
}
