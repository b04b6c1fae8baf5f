//! Who gets letters and certificates, who gives them out, and who signs.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::forum::forum_image::{self, Place};
use crate::models::forum_text::{self, Owner};
use crate::models::people::document::rule;
use crate::pages::{self, Frame};
use crate::papers::settings_form as form;
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/letters/settings`
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let forum_id = at.forum_id();
    let rule = at.app.db.read(move |c| rule::of_forum(c, forum_id)).await?;
    let typed = form::filled(rule, &at.whole.texts);
    page(&at, typed, FieldErrors::default(), StatusCode::OK).await
}

/// `POST /{lang}/desk/{forum}/letters/settings`
pub(crate) async fn save(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let typed = at.read(&body)?;
    let mut errors = FieldErrors::default();
    let languages = at.whole.forum.languages();
    let Some((rule, texts)) = form::parse(&typed, &languages, at.t, &mut errors) else {
        return page(&at, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let forum_id = at.forum_id();
    let before = at.app.db.read(move |c| rule::of_forum(c, forum_id)).await?;
    let drawn = form::filled(before, &at.whole.texts);
    let saved = at
        .edit(&typed, Some(&drawn), move |c| {
            rule::set(c, forum_id, rule)?;
            forum_text::set_all(c, forum_id, Owner::Forum, &texts).map(|()| true)
        })
        .await?;
    if saved == Edit::Meanwhile {
        return page(&at, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    Ok(at.saved("/letters/settings", Some(&drawn), &typed))
}

/// The page again, with what is wrong with a picture.
pub(crate) async fn refused(
    at: &AtForum,
    place: Place,
    sentence: String,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let rule = at.app.db.read(move |c| rule::of_forum(c, forum_id)).await?;
    let mut errors = FieldErrors::default();
    errors.add(place.as_str(), sentence);
    let typed = form::filled(rule, &at.whole.texts);
    page(at, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(crate) async fn organizer(request: ForForum) -> Result<AtForum, Error> {
    request.at_least(Tab::Letters, Role::Organizer).await
}

#[derive(Template)]
#[template(path = "papers/settings.html")]
struct Page {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
    images: Vec<ImageField>,
    list: String,
    /// Of this page: its forms lead there also when a picture was refused.
    address: String,
}

struct ImageField {
    place: &'static str,
    label: &'static str,
    hint: &'static str,
    /// Where it is put, and seen.
    address: String,
    /// Id of the one there is.
    current: Option<i64>,
}

async fn page(
    at: &AtForum,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let current = at
        .app
        .db
        .read(move |c| forum_image::current(c, forum_id))
        .await?;
    let field = |place: Place| {
        let (label, hint) = named(place, at.t);
        ImageField {
            place: place.as_str(),
            label,
            hint,
            address: at.address(&format!("/letters/images/{}", place.as_str())),
            current: current
                .iter()
                .find(|(other, _)| *other == place)
                .map(|(_, id)| *id),
        }
    };
    let page = Page {
        page: at.frame(at.t.letters_settings()),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        images: Place::ALL.map(field).into(),
        list: at.address("/letters"),
        address: at.address("/letters/settings"),
        form,
        errors,
    };
    pages::page(status, &page)
}

fn named(place: Place, t: Texts) -> (&'static str, &'static str) {
    match place {
        Place::Logo => (t.letters_logo(), t.letters_logo_hint()),
        Place::Signature => (t.letters_signature(), t.letters_signature_hint()),
        Place::Stamp => (t.letters_stamp(), t.letters_stamp_hint()),
    }
}
