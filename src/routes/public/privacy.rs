use actix_web::{HttpResponse, web};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum_text::Owner;
use crate::pages::{self, ForumHead, Frame};

/// `GET /{lang}/{forum}/privacy`: the forum's own text, else what holds for every forum.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    pages::ok(&Privacy {
        page: asked
            .frame(Texts::html(asked.lang).privacy_title())
            .branded(whole.forum.brand.as_deref()),
        forum: ForumHead::of(&whole, asked.lang),
        text: whole.text(Owner::Forum, "privacy", asked.lang),
    })
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct Privacy<'a> {
    page: Frame,
    forum: ForumHead,
    text: &'a str,
}
