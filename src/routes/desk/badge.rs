use actix_web::HttpResponse;
use actix_web::web::Bytes;
use chrono::TimeDelta;

use super::ForPerson;
use super::decisions::news_again;
use crate::error::Error;
use crate::mail::{Badge, News, Post};
use crate::models::event::{self, What};
use crate::models::registration::{self, Reissued};
use crate::models::{badge, message};
use crate::values::Code;

/// Who presses "send again" twice within this time meant it once.
const JUST_SENT: TimeDelta = TimeDelta::seconds(30);

/// `POST .../registrations/{person}/badge`: a new code; the old one is refused from now on.
pub async fn reissue(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let form = there.at.read(&body)?;
    // The code that the desk saw: pressed twice, or on an old page, it is another's by then.
    let replaces = Code::parse(form.get("replaces"));
    let badge = Badge::of(&Code::random());
    let (id, actor, now) = (there.person.id, there.actor(), there.at.asked.now);
    let (with, of) = (there.at.app.clone(), there.at.whole.clone());
    let reissued = there
        .at
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
    there.at.app.outbox.ring();
    match reissued {
        Reissued::Done(_) => Ok(there.done("badge")),
        Reissued::Already => Ok(there.done("already")),
        Reissued::NotConfirmed => {
            let why = there.at.t.desk_person_badge_not_confirmed();
            there.refused(why, String::new()).await
        }
    }
}

/// `POST .../registrations/{person}/resend`: tells the person once more how the registration stands.
pub async fn resend(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    there.at.read(&body)?;
    let (id, actor, now) = (there.person.id, there.actor(), there.at.asked.now);
    let (with, of) = (there.at.app.clone(), there.at.whole.clone());
    let sent = there
        .at
        .write(move |c| {
            if message::count_within(c, id, JUST_SENT, now)? > 0 {
                return Ok(false);
            }
            let person = registration::by_id(c, id)?;
            let badge = badge::current_code(c, id)?.map(|code| Badge::of(&code));
            let post = Post {
                letterhead: &with.letterhead,
                public_url: &with.public_url,
                whole: &of,
            };
            let news = news_again(person.state());
            post.tell(c, &person, badge.as_ref(), news, now)?;
            let what = What::MessageSentAgain;
            event::record(c, id, now, actor, what, (None, None), None)?;
            Ok(true)
        })
        .await?;
    there.at.app.outbox.ring();
    Ok(there.done(if sent { "sent" } else { "sent-already" }))
}
