use actix_web::HttpResponse;
use actix_web::web::Bytes;

use super::at_person::ForPerson;
use crate::error::Error;
use crate::forms;
use crate::models::people::registration::Decided;
use crate::registrar::Decision;

/// Longest words that go out with a "no", in characters.
const LONGEST_WORDS: usize = 1000;

/// `POST .../registrations/{person}/confirm`
pub(crate) async fn confirm(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Confirm, wanted, body).await
}

/// `POST .../registrations/{person}/decline`
pub(crate) async fn decline(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Decline, wanted, body).await
}

/// `POST .../registrations/{person}/waitlist`
pub(crate) async fn waitlist(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Waitlist, wanted, body).await
}

/// `POST .../registrations/{person}/withdraw`
pub(crate) async fn withdraw(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Withdraw, wanted, body).await
}

async fn answer(decision: Decision, wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let form = there.at.read(&body)?;
    let t = there.at.t;
    // To the person, with a "no".
    let typed = form.get("words");
    let words = forms::given_lines(typed);
    let length = words.as_ref().map_or(0, |words| words.chars().count());
    if length > LONGEST_WORDS {
        let why = t.form_too_long(LONGEST_WORDS);
        return there.refused(why, typed.to_string()).await;
    }
    let id = there.person.id;
    let decided = there.at.act(move |acts| {
        let decided = acts.decide(id, decision, words.as_deref())?;
        Ok((decided, acts.moved_up()))
    });
    let (decided, moved_up) = decided.await?;
    let why = match decided {
        Decided::Done(_) => {
            let said = format!("{}&up={moved_up}", said_after(decision));
            return Ok(there.done(&said));
        }
        Decided::Already => return Ok(there.done("already")),
        Decided::Full => t.desk_person_full(),
        Decided::NotFrom(_) => t.desk_person_not_from(),
    };
    there.refused(why, typed.to_string()).await
}

/// What the person's page says after it.
fn said_after(decision: Decision) -> &'static str {
    match decision {
        Decision::Confirm => "confirmed",
        Decision::Decline => "declined",
        Decision::Waitlist => "waitlisted",
        Decision::Withdraw => "withdrawn",
    }
}
