use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::notices::{self, NoticeWord};
use crate::desk::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, forum as form, zones};
use crate::models::devices::device;
use crate::models::doors::scan::rehearsal;
use crate::models::forum;
use crate::models::people::document;
use crate::pages::{self, Frame};
use crate::routes::desk::forum::outside;
use crate::values::Colour;

/// What WCAG 2.2 asks of text.
const ENOUGH_CONTRAST: f64 = 4.5;

/// `GET /{lang}/desk/{forum}/settings`
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Settings).await?;
    let form = form::settings_of(&at.whole.forum);
    page(&at, form, FieldErrors::default(), StatusCode::OK).await
}

/// `POST /{lang}/desk/{forum}/settings`. Who waits for a place moves up when there are more of them.
pub(crate) async fn save(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Settings).await?;
    let form = at.read(&body)?;
    let mut errors = FieldErrors::default();
    if let Some(settings) = form::parse_settings(&form, at.t, &mut errors) {
        let slug = settings.slug.clone();
        let (forum_id, now) = (at.forum_id(), at.asked.now);
        let drawn = form::settings_of(&at.whole.forum);
        let saved = at
            .edit(&form, Some(&drawn), move |c| {
                // In another zone doors open at another moment.
                rehearsal::heed_hours(c, forum_id, now)?;
                let saved = forum::update(c, forum_id, &settings, now)?;
                let forum = forum::by_id(c, forum_id)?;
                device::end_with(c, &forum, now)?;
                rehearsal::heed_hours(c, forum_id, now)?;
                // On other days, certificates may stand on none.
                document::review_all(c, forum_id, now)?;
                Ok(saved)
            })
            .await?;
        if saved == Edit::Done {
            at.serve_line().await?;
            at.app.forum_pages.forget(&slug);
            at.app.forum_pages.forget(&at.whole.forum.slug);
            let address = at.asked.at(&format!("/desk/{slug}/settings"));
            let said = NoticeWord::of_form(Some(&drawn), &form);
            return Ok(pages::see_other(&notices::saying(&address, said)));
        }
        if saved == Edit::Refused {
            errors.add("slug", at.t.desk_new_slug_taken());
        }
    }
    page(&at, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

#[derive(Template)]
#[template(path = "desk/forum/settings.html")]
struct SettingsPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    zones: Vec<&'static str>,
    weak_brand: bool,
    outside: Vec<String>,
}

async fn page(
    at: &AtForum,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let brand = at.whole.forum.brand.as_deref().and_then(Colour::parse);
    let page = SettingsPage {
        page: at.tab_frame(),
        desk: at.bar(),
        outside: outside::sentences(at).await?,
        zones: zones().collect(),
        weak_brand: brand.is_some_and(|colour| colour.contrast_of_text() < ENOUGH_CONTRAST),
        form,
        errors,
    };
    pages::page(status, &page)
}
