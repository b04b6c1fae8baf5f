use actix_web::HttpResponse;
use actix_web::web::Bytes;
use chrono::TimeDelta;

use super::at_person::ForPerson;
use crate::error::Error;
use crate::models::mail::message;
use crate::models::people::registration::Reissued;
use crate::values::Code;

/// Who presses "send again" twice within this time meant it once.
const JUST_SENT: TimeDelta = TimeDelta::seconds(30);

/// `POST .../registrations/{person}/badge`: a new code; the old one is refused from now on.
pub(crate) async fn reissue(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let form = there.at.read(&body)?;
    // The code that the desk saw: pressed twice, or on an old page, it is another's by then.
    let replaces = Code::parse(form.get("replaces"));
    let id = there.person.id;
    let reissued = there
        .at
        .act(move |acts| acts.reissue_badge(id, replaces.as_ref()))
        .await?;
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
pub(crate) async fn resend(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    there.at.read(&body)?;
    if there.person.email.is_none() {
        return Ok(there.done("no-address"));
    }
    let (id, now) = (there.person.id, there.at.asked.now);
    let sent = there.at.act(move |acts| {
        if message::count_within(acts.c, id, JUST_SENT, now)? > 0 {
            return Ok(false);
        }
        acts.tell_again(id).map(|()| true)
    });
    let sent = sent.await?;
    Ok(there.done(if sent { "sent" } else { "sent-already" }))
}
