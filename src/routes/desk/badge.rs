use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use chrono::TimeDelta;
use serde::Deserialize;

use super::decisions::news_again;
use super::person::{self, PersonPage};
use super::{Notice, SignedIn};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms;
use crate::i18n::Texts;
use crate::mail::{Badge, News, Post};
use crate::models::account::Role;
use crate::models::event::{self, Actor, What};
use crate::models::registration::{self, Reissued};
use crate::models::{badge, message};
use crate::pages;
use crate::values::Code;

/// Who presses "send again" twice within this time meant it once.
const JUST_SENT: TimeDelta = TimeDelta::seconds(30);

#[derive(Default, Deserialize)]
#[serde(default)]
struct BadgeForm {
    token: String,
    /// The code that the desk saw: pressed twice, or on an old page, it is another's by then.
    replaces: String,
}

/// `POST .../registrations/{person}/badge`: a new code; the old one is refused from now on.
pub async fn reissue(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: BadgeForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let id = person::find(&app, &whole, &public_id).await?.id;
    let replaces = Code::parse(&form.replaces);
    let badge = Badge::of(&Code::random());
    let (actor, now) = (Actor::Account(signed_in.account.id), asked.now);
    let (with, of) = (app.clone(), whole.clone());
    let reissued = app
        .db
        .write(move |c| {
            let reissued =
                registration::reissue_badge(c, id, replaces.as_ref(), badge.code(), actor, now)?;
            if let Reissued::Done(person) = &reissued {
                let post = Post {
                    letterhead: &with.letterhead,
                    public_url: &with.public_url,
                    whole: &of,
                };
                post.tell(c, person, Some(&badge), News::BadgeReissued, now)?;
            }
            Ok(reissued)
        })
        .await?;
    app.outbox.ring();
    let said = match reissued {
        Reissued::Done(_) => "done=badge",
        Reissued::Already => "done=already",
        Reissued::NotConfirmed => {
            let t = Texts::html(asked.lang);
            let person = person::load(&app, &whole, &public_id).await?;
            let mut page = PersonPage::of(&app, &asked, &signed_in, (&whole, role), person);
            let notice = Notice::warn(t.desk_person_badge_not_confirmed());
            page.desk = page.desk.saying(Some(notice));
            return pages::unprocessable(&page);
        }
    };
    Ok(pages::see_other(&person::address(
        &asked, &slug, &public_id, said,
    )))
}

/// `POST .../registrations/{person}/resend`: tells the person once more how the registration stands.
pub async fn resend(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, _) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: BadgeForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let id = person::find(&app, &whole, &public_id).await?.id;
    let (actor, now) = (Actor::Account(signed_in.account.id), asked.now);
    let with = app.clone();
    let sent = app
        .db
        .write(move |c| {
            if message::count_since(c, id, now - JUST_SENT)? > 0 {
                return Ok(false);
            }
            let person = registration::by_id(c, id)?;
            let badge = badge::current_code(c, id)?.map(|code| Badge::of(&code));
            let post = Post {
                letterhead: &with.letterhead,
                public_url: &with.public_url,
                whole: &whole,
            };
            let news = news_again(person.state());
            post.tell(c, &person, badge.as_ref(), news, now)?;
            let what = What::MessageSentAgain;
            event::record(c, id, now, actor, what, (None, None), None)?;
            Ok(true)
        })
        .await?;
    app.outbox.ring();
    let said = if sent {
        "done=sent"
    } else {
        "done=sent-already"
    };
    Ok(pages::see_other(&person::address(
        &asked, &slug, &public_id, said,
    )))
}
