use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::{Button, Mine, page};
use crate::app::{App, Asked};
use crate::clock::Moment;
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms;
use crate::i18n::Texts;
use crate::mail::Post;
use crate::models::event::{self, Actor, What};
use crate::models::{message, registration};
use crate::pages;

/// `POST /{lang}/me/{link}/resend`: the mail once more, as things stand now.
pub async fn resend(
    app: web::Data<App>,
    asked: Asked,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let form: Button = forms::parse(&body);
    if !mine.knows(&app, &form.token, asked.now) {
        return page::refused(&app, &asked, &mine, t.delegate_old());
    }
    let (shared, whole) = (app.clone(), mine.whole.clone());
    let (id, now) = (mine.registration.id, asked.now);
    let sent = app
        .db
        .write(move |c| again(c, Mine::post(&shared, &whole), id, now))
        .await?;
    if !sent {
        return page::refused(&app, &asked, &mine, t.delegate_sent_often());
    }
    app.outbox.ring();
    Ok(pages::see_other(&asked.at(&mine.path("?done=sent"))))
}

/// `false` when there were enough mails already.
fn again(c: &mut Connection, post: Post, id: i64, now: Moment) -> DbResult<bool> {
    if !message::may_repeat(c, id, now)? {
        return Ok(false);
    }
    let registration = registration::by_id(c, id)?;
    post.tell_again(c, &registration, now)?;
    let what = What::MessageSentAgain;
    event::record(c, id, now, Actor::Delegate, what, (None, None), None)?;
    Ok(true)
}
