//! Registrations that seem to be of one person.

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use crate::desk::notices::NoticeWord;
use crate::desk::words::{Chip, When};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::duplicates::duplicate::{self, Pair, Reason, Twin};
use crate::duplicates::finder::{DoubleFinder, Doubles};
use crate::error::Error;
use crate::i18n::{self, Texts};
use crate::models::desk::account::Role;
use crate::pages::{self, Frame};

/// Pairs on a page.
const MOST: usize = 100;

/// Which pairs are looked at.
#[derive(Debug, Deserialize)]
pub(crate) struct Wish {
    /// Pages before this one.
    #[serde(default)]
    after: usize,
}

/// `GET /{lang}/desk/{forum}/duplicates`
pub(crate) async fn list(
    request: ForForum,
    finder: web::Data<DoubleFinder>,
    wish: web::Query<Wish>,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Registrations).await?;
    let doubles = finder.of(at.forum_id()).await?;
    let zone = at.whole.forum.zone();
    let (found, looking) = match doubles {
        Doubles::Now(found) => (Some(found), None),
        Doubles::Before(found) => {
            let when = When::of(found.at, zone, at.asked.lang);
            (Some(found), Some(at.t.desk_duplicates_before(when.text)))
        }
        Doubles::Looking => (None, Some(at.t.desk_duplicates_looking().to_owned())),
    };
    let pairs = found
        .as_ref()
        .map_or(&[][..], |found| found.pairs.as_slice());
    let first = wish.after.saturating_mul(MOST).min(pairs.len());
    let until = (first + MOST).min(pairs.len());
    let page = pairs[first..until].to_vec();
    let next =
        (until < pairs.len()).then(|| at.address(&format!("/duplicates?after={}", wish.after + 1)));
    let pairs = at.app.db.read(move |c| duplicate::shown(c, &page)).await?;
    pages::ok(&Duplicates {
        rows: pairs.into_iter().map(|pair| Row::of(pair, &at)).collect(),
        looking,
        next,
        can_change: at.role >= Role::Registrar,
        list: at.address("/registrations"),
        address: at.address("/duplicates"),
        page: at.frame(at.t.desk_duplicates_title()),
        desk: at.bar(),
    })
}

/// `POST /{lang}/desk/{forum}/duplicates`: these two are two people.
pub(crate) async fn keep_apart(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    let form = at.read(&body)?;
    let pair = [form.get("one").to_string(), form.get("other").to_string()];
    let (forum_id, account_id, now) = (at.forum_id(), at.signed_in.account.id, at.asked.now);
    let known = at
        .write(move |c| duplicate::keep_apart(c, forum_id, [&pair[0], &pair[1]], account_id, now))
        .await?;
    match known {
        true => Ok(at.done("/duplicates", NoticeWord::Saved)),
        false => Err(Error::NotFound),
    }
}

#[derive(Template)]
#[template(path = "duplicates/list.html")]
struct Duplicates {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
    /// That the forum is being gone through, and what is shown meanwhile.
    looking: Option<String>,
    /// The address of what comes after.
    next: Option<String>,
    can_change: bool,
    /// Of the registrations and of this page.
    list: String,
    address: String,
}

struct Row {
    one: Side,
    other: Side,
    reasons: Vec<&'static str>,
}

struct Side {
    public_id: String,
    name: String,
    email: String,
    facts: String,
    chip: Chip,
    when: When,
}

impl Row {
    fn of(pair: Pair, at: &AtForum) -> Row {
        Row {
            one: Side::of(pair.one, at),
            other: Side::of(pair.other, at),
            reasons: pair
                .reasons
                .into_iter()
                .map(|reason| word(reason, at.t))
                .collect(),
        }
    }
}

impl Side {
    fn of(twin: Twin, at: &AtForum) -> Side {
        let country = i18n::country_name(at.asked.lang, &twin.country).to_string();
        let facts: Vec<String> = twin.organisation.into_iter().chain([country]).collect();
        Side {
            public_id: twin.public_id,
            name: twin.name,
            email: twin.email.unwrap_or_default(),
            facts: facts.join(" · "),
            chip: Chip::of(twin.state, at.t),
            when: When::of(twin.registered_at, at.whole.forum.zone(), at.asked.lang),
        }
    }
}

fn word(reason: Reason, t: Texts) -> &'static str {
    match reason {
        Reason::Phone => t.desk_duplicates_phone(),
        Reason::Mailbox => t.desk_duplicates_mailbox(),
        Reason::Organisation => t.desk_duplicates_organisation(),
        Reason::Country => t.desk_duplicates_country(),
    }
}
