use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::mail::News;
use crate::models::mail::{message, stranger_mail};
use crate::models::people::email_change;
use crate::models::people::standing::State;
use crate::pages::{self, ForumHead, Frame};
use crate::routes::delegate::Mine;
use crate::values::{Email, Secret};

/// How long the link in the mail to the new address works.
const HOURS: i64 = 24;
/// Mails an hour: whoever mistypes an address may try again, but not write to half the world.
const MAILS_AN_HOUR: i64 = 6;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    token: String,
    email: String,
}

/// `GET /{lang}/me/{link}/email`
pub(crate) async fn form(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if mine.state() == State::Withdrawn {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    pages::ok(&Page::new(&app, &asked, &mine, &Form::default()))
}

/// `POST /{lang}/me/{link}/email`: writes to the new address; nothing changes until that mail's link is followed. The
/// answer is the same whoever has the address.
pub(crate) async fn change(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let form: Form = forms::parse(&body);
    let mut page = Page::new(&app, &asked, &mine, &form);
    let email = parse_email(&form.email, t, &mut page.errors)
        .filter(|email| Some(email.as_str()) != mine.registration.email.as_deref());
    let Some(email) = email else {
        if page.errors.is_empty() {
            page.errors.add("email", t.delegate_email_same());
        }
        return pages::unprocessable(&page);
    };
    if !mine.knows(&app, &form.token, asked.now) {
        page.saying = t.form_old();
        return pages::unprocessable(&page);
    }
    if mine.state() == State::Withdrawn {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    page.saying = match ask(&app, &asked, &mine, email).await? {
        Asking::Done => "",
        Asking::Often => t.delegate_sent_often(),
        Asking::Many => t.delegate_email_many(),
    };
    if !page.saying.is_empty() {
        return pages::unprocessable(&page);
    }
    app.outbox.ring();
    Ok(pages::see_other(&asked.at(&mine.path("?done=asked"))))
}

/// What became of the wish for another address.
enum Asking {
    Done,
    /// There were enough mails to this person already.
    Often,
    /// And enough to strangers.
    Many,
}

async fn ask(
    app: &web::Data<App>,
    asked: &PageRequest,
    mine: &Mine,
    email: Email,
) -> Result<Asking, Error> {
    let asker = app.asker(asked.ip);
    let (shared, whole, me) = (app.clone(), mine.whole.clone(), mine.registration.clone());
    let (code, now) = (Secret::random(), asked.now);
    let link = app.link(&format!("/{}/me/email/{code}", me.language.code()));
    let written = app
        .db
        .write(move |c| {
            if message::count_within(c, me.id, TimeDelta::hours(1), now)? >= MAILS_AN_HOUR {
                return Ok(Asking::Often);
            }
            if stranger_mail::admit(c, &asker, now)?.is_some() {
                return Ok(Asking::Many);
            }
            let until = now + TimeDelta::hours(HOURS);
            email_change::ask(c, me.id, &email, &code, until, now)?;
            let news = News::ConfirmAddress {
                link: &link,
                hours: HOURS,
            };
            let post = shared.registrar.post(&whole);
            post.tell_at(c, email.as_str(), &me, None, news, now)?;
            Ok(Asking::Done)
        })
        .await?;
    Ok(written)
}

#[derive(Template)]
#[template(path = "delegate/email.html")]
struct Page<'a> {
    page: Frame,
    forum: ForumHead,
    base: String,
    form: &'a Form,
    errors: FieldErrors,
    token: String,
    saying: &'static str,
}

impl<'a> Page<'a> {
    fn new(app: &App, asked: &PageRequest, mine: &Mine, form: &'a Form) -> Page<'a> {
        let title = Texts::html(asked.lang).delegate_email();
        Page {
            page: mine.frame(asked, "/email", title),
            forum: ForumHead::of(&mine.whole, asked.lang),
            base: asked.at(&mine.path("")),
            form,
            errors: FieldErrors::default(),
            token: mine.form_token(app, asked.now),
            saying: "",
        }
    }
}
