//! One mailing: a draft to be looked at and sent, or how far it is.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;
use serde::Serialize;

use crate::desk::words::{Chip, When};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::i18n;
use crate::mailings::mailing::{self, Mailing, Progress, State, Text};
use crate::mailings::page::{address, chip, find};
use crate::pages::{self, Frame};

/// `GET /{lang}/desk/{forum}/mailings/{id}`
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let (one, texts) = find(&at).await?;
    match one.is_draft() {
        true => super::draft::show(&at, &one, &texts).await,
        false => progress(&at, &one, texts).await,
    }
}

/// `GET /{lang}/desk/{forum}/mailings/{id}/live`: the figures of the page, for its script.
pub(crate) async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let (one, _) = find(&at).await?;
    let progress = of(&at, one.id).await?;
    Ok(HttpResponse::Ok().json(Figures::of(&one, progress, &at)))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/stop`
pub(crate) async fn stop(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), find(&at).await?.0.id);
    at.write(move |c| mailing::stop(c, forum_id, id)).await?;
    Ok(pages::see_other(&address(&at, id, "")))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/go-on`
pub(crate) async fn go_on(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), find(&at).await?.0.id);
    at.write(move |c| mailing::go_on(c, forum_id, id)).await?;
    at.app.mailings.ring();
    at.app.outbox.ring();
    Ok(pages::see_other(&address(&at, id, "")))
}

async fn of(at: &AtForum, id: i64) -> Result<Progress, Error> {
    let read = at.app.db.read(move |c| mailing::progress(c, &[id]));
    Ok(read.await?.remove(&id).unwrap_or_default())
}

async fn progress(at: &AtForum, one: &Mailing, texts: Vec<Text>) -> Result<HttpResponse, Error> {
    let progress = of(at, one.id).await?;
    let when = |moment| When::of(moment, at.whole.forum.zone(), at.asked.lang);
    pages::ok(&ProgressPage {
        page: at.frame(texts.first().map_or("", |text| &text.subject)),
        desk: at.bar(),
        chip: chip(one.state, at.t),
        can_stop: one.state == State::Sending,
        can_go_on: one.state == State::Stopped,
        started: one.started_at.map(when),
        finished: one.finished_at.map(when),
        figures: Figures::of(one, progress, at),
        texts,
        messages: at.address(&format!("/messages?mailing={}", one.id)),
        list: at.address(&format!("/registrations{}", one.whom)),
        address: address(at, one.id, ""),
    })
}

#[derive(Template)]
#[template(path = "mailings/progress.html")]
struct ProgressPage {
    page: Frame,
    desk: Bar,
    chip: Chip,
    can_stop: bool,
    can_go_on: bool,
    started: Option<When>,
    finished: Option<When>,
    figures: Figures,
    texts: Vec<Text>,
    /// Of its e-mails, of the list it was for as that is now, and of this page.
    messages: String,
    list: String,
    address: String,
}

/// The names are those of `data-live` in the page.
#[derive(Serialize)]
struct Figures {
    state: &'static str,
    people: i64,
    settled: i64,
    of: String,
    accepted: String,
    waiting: String,
    undelivered: String,
    left_out: String,
}

impl Figures {
    fn of(one: &Mailing, progress: Progress, at: &AtForum) -> Figures {
        let number = |count: i64| i18n::number(at.asked.lang, count);
        Figures {
            state: one.state.as_str(),
            people: progress.people,
            settled: progress.settled(),
            of: at.t.mailing_of(progress.settled(), progress.people),
            accepted: number(progress.accepted),
            waiting: number(progress.waiting()),
            undelivered: number(progress.undelivered),
            left_out: number(progress.left_out),
        }
    }
}
