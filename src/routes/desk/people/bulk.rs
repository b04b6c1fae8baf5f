use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::desk::{ForForum, Notice, Tab};
use crate::error::Error;
use crate::forms::list_query::ListQuery;
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::people::registration::{self, Decided};
use crate::models::people::standing::State;
use crate::registrar::{Acts, Decision};
use crate::{db, forms, pages};

/// More than one page has cannot be chosen.
const MOST: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Chosen {
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
pub(crate) async fn confirm(
    request: ForForum,
    of_list: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    at.read(&body)?;
    let chosen: Chosen = forms::parse(&body);
    let forum_id = at.forum_id();
    let done = at.act(move |acts| {
        let mut done = Done::default();
        for public_id in chosen.person.iter().take(MOST) {
            done.count(confirm_one(acts, forum_id, public_id)?);
        }
        Ok(done)
    });
    let done = done.await?;
    let query: ListQuery = forms::parse(of_list.query_string().as_bytes());
    let list = at.address(&format!("/registrations{}", query.address()));
    let more = if list.contains('?') { '&' } else { '?' };
    Ok(pages::see_other(&format!(
        "{list}{more}confirmed={}&full={}&decided={}",
        done.confirmed.unwrap_or_default(),
        done.full,
        done.decided
    )))
}

fn confirm_one(acts: &mut Acts, forum_id: i64, public_id: &str) -> db::Result<Decided> {
    let person = registration::by_public_id(acts.c, forum_id, public_id)?;
    match person {
        Some(person) if person.state == State::Pending => {
            acts.decide(person.id, Decision::Confirm, None)
        }
        _ => Ok(Decided::Already),
    }
}

impl Done {
    fn count(&mut self, decided: Decided) {
        match decided {
            Decided::Done(_) => *self.confirmed.get_or_insert(0) += 1,
            Decided::Full => self.full += 1,
            Decided::Already | Decided::NotFrom(_) => self.decided += 1,
        }
    }
}

/// What the list says after it.
pub(crate) fn notice(request: &HttpRequest, t: Texts) -> Option<Notice> {
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
