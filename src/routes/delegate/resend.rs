use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::mail::message;
use crate::routes::delegate::{Button, Mine, page};
use crate::{forms, pages};

/// `POST /{lang}/me/{link}/resend`: the mail once more, as things stand now.
pub(crate) async fn resend(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let form: Button = forms::parse(&body);
    if !mine.knows(&app, &form.token, asked.now) {
        return page::refused(&app, &asked, &mine, t.delegate_old());
    }
    let (id, now) = (mine.registration.id, asked.now);
    let sent = mine.act(&app, now, move |acts| {
        if !message::may_repeat(acts.c, id, now)? {
            return Ok(false);
        }
        acts.tell_again(id).map(|()| true)
    });
    let sent = sent.await?;
    if !sent {
        return page::refused(&app, &asked, &mine, t.delegate_sent_often());
    }
    Ok(pages::see_other(&asked.at(&mine.path("?done=sent"))))
}
