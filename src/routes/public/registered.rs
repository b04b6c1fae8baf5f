use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::pages::{self, ForumHead, Frame};

/// `GET /{lang}/{forum}/registered`: the same for a known and an unknown address; the mail says the rest.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    pages::ok(&Registered {
        page: asked
            .frame(Texts::html(asked.lang).registered_title())
            .branded(whole.forum.brand.as_deref()),
        forum: ForumHead::of(&whole, asked.lang),
        full: whole.forum.is_full(),
        later: request.query_string() == "later",
    })
}

#[derive(Template)]
#[template(path = "public/registered.html")]
struct Registered {
    page: Frame,
    forum: ForumHead,
    full: bool,
    /// Whether the mail waits for the desk.
    later: bool,
}
