use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, forum as form};
use crate::models::forum_text::{self, Owner};
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/texts`: title, about, who may come, privacy, in each of the forum's languages.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Texts).await?;
    let form = form::texts_of(&at.whole.texts);
    page(&at, form, FieldErrors::default(), StatusCode::OK)
}

/// `POST /{lang}/desk/{forum}/texts`
pub(crate) async fn save(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Texts).await?;
    let form = at.read(&body)?;
    let mut errors = FieldErrors::default();
    let texts = form::parse_texts(&form, &at.whole.forum.languages(), at.t, &mut errors);
    if !errors.is_empty() {
        return page(&at, form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let forum_id = at.forum_id();
    let drawn = form::texts_of(&at.whole.texts);
    let saved = at
        .edit(&form, Some(&drawn), move |c| {
            forum_text::set_all(c, forum_id, Owner::Forum, &texts).map(|()| true)
        })
        .await?;
    if saved == Edit::Meanwhile {
        return page(&at, form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    Ok(at.saved("/texts", Some(&drawn), &form))
}

#[derive(Template)]
#[template(path = "desk/forum/texts.html")]
struct TextsPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
}

fn page(
    at: &AtForum,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let page = TextsPage {
        page: at.tab_frame(),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        form,
        errors,
    };
    pages::page(status, &page)
}
