//! Who lost the mail with the link to the own page has it sent again, to the address it was sent to.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use crate::app::{App, PageRequest};
use crate::clock::Moment;
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::mail::Post;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message;
use crate::models::people::registration;
use crate::pages::{self, ForumHead, Frame};
use crate::values::Email;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    email: String,
    token: String,
}

/// What was just done here, told by the address the form leads to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    done: String,
}

/// `GET /{lang}/{forum}/find`
pub(crate) async fn form(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    let mut page = Page::new(&app, &asked, &whole, String::new());
    page.is_done = !query.done.is_empty();
    pages::ok(&page)
}

/// `POST /{lang}/{forum}/find`: the same answer whoever is registered with the address; the mail says the rest.
pub(crate) async fn find(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    let form: Form = forms::parse(&body);
    let t = Texts::html(asked.lang);
    let mut page = Page::new(&app, &asked, &whole, form.email.clone());
    if app.limits.registration(asked.ip).is_err() {
        page.saying = t.form_too_many();
        return pages::page(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    let email = parse_email(&form.email, t, &mut page.errors);
    let is_ours = app
        .forms
        .open(&scope(&whole), &form.token, asked.now)
        .is_some();
    let (Some(email), true) = (email, is_ours) else {
        if page.errors.is_empty() {
            page.saying = t.form_old();
        }
        return pages::unprocessable(&page);
    };
    let (shared, now) = (app.clone(), asked.now);
    let done = asked.at(&format!("/{}/find?done=sent", whole.forum.slug));
    app.db
        .write(move |c| tell(c, shared.registrar.post(&whole), &email, now))
        .await?;
    app.outbox.ring();
    Ok(pages::see_other(&done))
}

/// Each who is registered with the address, once more; who was written to often enough waits.
fn tell(c: &mut Connection, post: Post, email: &Email, now: Moment) -> DbResult<()> {
    for person in registration::at_address(c, post.whole.forum.id, email, MOST)? {
        if message::may_repeat(c, person.id, now)? {
            post.tell_again(c, &person, now)?;
        }
    }
    Ok(())
}

/// Mails to one address at once; an office that registered more people asks again.
const MOST: i64 = 20;

/// What the form's token is good for.
fn scope(whole: &ForumContext) -> String {
    format!("find {}", whole.forum.slug)
}

#[derive(Template)]
#[template(path = "public/find.html")]
struct Page {
    page: Frame,
    forum: ForumHead,
    email: String,
    token: String,
    errors: FieldErrors,
    saying: &'static str,
    is_done: bool,
}

impl Page {
    fn new(app: &App, asked: &PageRequest, whole: &Arc<ForumContext>, email: String) -> Page {
        let title = Texts::html(asked.lang).find_title();
        let frame = Frame::new(asked.lang, &format!("/{}/find", whole.forum.slug), title);
        Page {
            page: frame.branded(whole.forum.brand.as_deref()),
            forum: ForumHead::of(whole, asked.lang),
            email,
            token: app.forms.issue(&scope(whole), asked.now),
            errors: FieldErrors::default(),
            saying: "",
            is_done: false,
        }
    }
}
