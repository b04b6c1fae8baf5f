use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::{self, FieldErrors, given_lines};
use crate::i18n::Texts;
use crate::models::people::registration;
use crate::models::people::standing::State;
use crate::pages::{self, ForumHead, Frame};
use crate::registrar::Decision;
use crate::routes::delegate::Mine;

/// Longest reason, in characters.
const LONGEST: usize = 1000;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    token: String,
    reason: String,
}

/// `GET /{lang}/me/{link}/withdraw`: the question.
pub(crate) async fn ask(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if !may_withdraw(mine.state()) {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    pages::ok(&Page::new(&app, &asked, &mine, &Form::default()))
}

/// `POST /{lang}/me/{link}/withdraw`
pub(crate) async fn withdraw(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let form: Form = forms::parse(&body);
    let mut page = Page::new(&app, &asked, &mine, &form);
    if form.reason.chars().count() > LONGEST {
        page.errors.add("reason", t.form_too_long(LONGEST));
        return pages::unprocessable(&page);
    }
    if !mine.knows(&app, &form.token, asked.now) {
        page.saying = t.delegate_old();
        return pages::unprocessable(&page);
    }
    let (id, reason) = (mine.registration.id, given_lines(&form.reason));
    mine.act(&app, asked.now, move |acts| {
        // Done twice it is done once.
        if may_withdraw(registration::by_id(acts.c, id)?.state) {
            acts.decide(id, Decision::Withdraw, reason.as_deref())?;
        }
        Ok(())
    })
    .await?;
    Ok(pages::see_other(&asked.at(&mine.path(""))))
}

/// Who was declined cannot undo it by withdrawing and registering anew.
fn may_withdraw(state: State) -> bool {
    matches!(state, State::Confirmed | State::Pending | State::Waitlisted)
}

#[derive(Template)]
#[template(path = "delegate/withdraw.html")]
struct Page<'a> {
    page: Frame,
    forum: ForumHead,
    base: String,
    form: &'a Form,
    errors: FieldErrors,
    confirmed: bool,
    token: String,
    saying: &'static str,
}

impl<'a> Page<'a> {
    fn new(app: &App, asked: &PageRequest, mine: &Mine, form: &'a Form) -> Page<'a> {
        let title = Texts::html(asked.lang).delegate_withdraw_title();
        Page {
            page: mine.frame(asked, "/withdraw", title),
            forum: ForumHead::of(&mine.whole, asked.lang),
            base: asked.at(&mine.path("")),
            form,
            errors: FieldErrors::default(),
            confirmed: mine.state() == State::Confirmed,
            token: mine.form_token(app, asked.now),
            saying: "",
        }
    }
}
