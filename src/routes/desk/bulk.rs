use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::decisions::{Decider, Decision};
use super::{Notice, SignedIn};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms;
use crate::forms::list_query::ListQuery;
use crate::i18n::Texts;
use crate::models::account::Role;
use crate::models::registration::{self, Decided, State};
use crate::pages;

/// More than one page has cannot be chosen.
const MOST: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Chosen {
    token: String,
    /// Public ids.
    person: Vec<String>,
}

/// What became of them, as the address of the list says it afterwards.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    confirmed: Option<u32>,
    full: u32,
    /// They awaited no decision any more.
    decided: u32,
}

/// `POST /{lang}/desk/{forum}/registrations/confirm`: all the chosen who still wait for a decision.
pub async fn confirm(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let slug = path.into_inner().1;
    let (whole, _) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: Chosen = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let (mut confirmed, mut full, mut decided) = (0, 0, 0);
    for public_id in form.person.iter().take(MOST) {
        let (wanted, forum_id) = (public_id.clone(), whole.forum.id);
        let person = app
            .db
            .read(move |c| registration::by_public_id(c, forum_id, &wanted))
            .await?
            .filter(|person| person.state() == State::Pending);
        let Some(person) = person else {
            decided += 1;
            continue;
        };
        let decider = Decider::new(&app, &signed_in, &whole, asked.now);
        match decider
            .decide(&signed_in, Decision::Confirm, person.id, None)
            .await?
        {
            Decided::Done(..) => confirmed += 1,
            Decided::Full => full += 1,
            Decided::Already | Decided::NotFrom(_) => decided += 1,
        }
    }
    app.outbox.ring();
    let query: ListQuery = forms::parse(request.query_string().as_bytes());
    let list = asked.at(&format!("/desk/{slug}/registrations{}", query.address()));
    let more = if list.contains('?') { '&' } else { '?' };
    Ok(pages::see_other(&format!(
        "{list}{more}confirmed={confirmed}&full={full}&decided={decided}"
    )))
}

/// What the list says after it.
pub fn notice(request: &HttpRequest, t: Texts) -> Option<Notice> {
    let done: Done = forms::parse(request.query_string().as_bytes());
    let confirmed = done.confirmed?;
    let mut sentences = Vec::new();
    if confirmed > 0 {
        sentences.push(t.desk_people_confirmed(confirmed));
    }
    if done.full > 0 {
        sentences.push(t.desk_people_full(done.full));
    }
    if done.decided > 0 {
        sentences.push(t.desk_people_decided(done.decided));
    }
    if sentences.is_empty() {
        return Some(Notice::warn(t.desk_people_chosen_none()));
    }
    let said = sentences.join(" ");
    Some(match confirmed > 0 && done.full + done.decided == 0 {
        true => Notice::good(said),
        false => Notice::warn(said),
    })
}
