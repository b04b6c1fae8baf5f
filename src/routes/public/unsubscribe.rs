//! The link by which a reader ends a forum's news. It needs no sign-in and opens nothing else.

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::Typed;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::registration::{self, Registration};
use crate::models::returned::unsubscribed;
use crate::pages::{self, ForumHead, Frame};

/// `GET /{lang}/unsubscribe/{signed}`: one button; looking changes nothing, for mail programs look at links too.
pub(crate) async fn ask(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (person, whole) = find(&app, &asked, &path.1).await?;
    let gets_news = app
        .db
        .read(move |c| unsubscribed::gets_news(c, &person))
        .await?;
    pages::ok(&Page::new(&asked, &path.1, &whole, !gets_news))
}

/// `POST /{lang}/unsubscribe/{signed}`: by the page's button, or by the mail program's own (RFC 8058), which is
/// answered at once: it follows no redirect.
pub(crate) async fn answer(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (person, whole) = find(&app, &asked, &path.1).await?;
    let form = Typed::read(&body);
    let (again, now) = (form.get("want") == "again", asked.now);
    app.db
        .write(move |c| match again {
            true => unsubscribed::come_back(c, &person),
            false => unsubscribed::leave(c, &person, now),
        })
        .await?;
    match form.get("List-Unsubscribe") {
        "One-Click" => pages::ok(&Page::new(&asked, &path.1, &whole, true)),
        _ => Ok(pages::see_other(
            &asked.at(&format!("/unsubscribe/{}", path.1)),
        )),
    }
}

/// The person the link was made for, and the forum.
async fn find(
    app: &App,
    asked: &PageRequest,
    signed: &str,
) -> Result<(Registration, ForumContext), Error> {
    let Some(public_id) = app.unsubscribing(signed).map(str::to_owned) else {
        app.limits.guess(asked.ip)?;
        return Err(Error::NotFound);
    };
    let found = app
        .db
        .read(move |c| {
            let Some(person) = registration::by_unique_id(c, &public_id)? else {
                return Ok(None);
            };
            let forum = forum::by_id(c, person.forum_id)?;
            Ok(Some((person, context::of(c, forum)?)))
        })
        .await?;
    found.ok_or(Error::NotFound)
}

#[derive(Template)]
#[template(path = "public/unsubscribe.html")]
struct Page {
    page: Frame,
    forum: ForumHead,
    title: String,
    address: String,
    has_left: bool,
}

impl Page {
    fn new(asked: &PageRequest, signed: &str, whole: &ForumContext, has_left: bool) -> Page {
        let here = format!("/unsubscribe/{signed}");
        let t = crate::i18n::Texts::html(asked.lang);
        let title = match has_left {
            true => t.unsubscribe_done_title(),
            false => t.unsubscribe_title(),
        };
        Page {
            page: Frame::new(asked.lang, &here, title).branded(whole.forum.brand.as_deref()),
            forum: ForumHead::of(whole, asked.lang),
            title: whole.title(asked.lang).to_string(),
            address: asked.at(&here),
            has_left,
        }
    }
}
