use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::app::{App, Asked};
use crate::error::Error;
use crate::i18n::dates;
use crate::models::forum::Stage;
use crate::models::forum_text::Owner;
use crate::models::whole::Whole;
use crate::pages::{Frame, accepted};

/// `GET /{lang}/{forum}`: what, when, where, who may come, and the way to register.
pub async fn show(
    app: web::Data<App>,
    asked: Asked,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, slug) = path.into_inner();
    let accepted = accepted(&request);
    let page = match app.forum_pages.rendered(&slug, asked.lang, accepted) {
        Some(page) => page,
        None => {
            let whole = app.forum_pages.forum(&app.db, &slug, asked.now).await?;
            let page = ForumPage::of(&whole, &asked).render()?;
            let page = Bytes::from(accepted.compress(page.as_bytes()));
            app.forum_pages
                .keep_rendered(&whole, asked.lang, accepted, &page);
            page
        }
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_ENCODING, accepted.name()))
        .insert_header((header::CACHE_CONTROL, "public, max-age=0, must-revalidate"))
        .insert_header((header::VARY, "accept-encoding"))
        .body(page))
}

#[derive(Template)]
#[template(path = "public/forum.html")]
struct ForumPage<'a> {
    page: Frame,
    whole: &'a Whole,
    dates: String,
    stage: Stage,
}

impl<'a> ForumPage<'a> {
    fn of(whole: &'a Whole, asked: &Asked) -> ForumPage<'a> {
        let forum = &whole.forum;
        // Without the query: the page is kept for everybody.
        let frame = Frame::new(
            asked.lang,
            &format!("/{}", forum.slug),
            whole.title(asked.lang),
        );
        ForumPage {
            page: frame.branded(forum.brand.as_deref()),
            dates: dates::date_range(asked.lang, forum.starts_on, forum.ends_on),
            stage: forum.stage(asked.now),
            whole,
        }
    }

    fn text(&self, field: &str) -> &str {
        self.whole.text(Owner::Forum, field, self.page.lang)
    }
}
