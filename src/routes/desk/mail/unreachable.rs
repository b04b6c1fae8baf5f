//! Who cannot be written to: a list to call by telephone.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::desk::trouble::Trouble;
use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::i18n::{self, Texts};
use crate::models::desk::account::Role;
use crate::models::mail::message::Message;
use crate::models::people::registration::Registration;
use crate::models::returned::unreachable;
use crate::pages::{self, Frame};
use crate::routes::desk::mail::messages;
use crate::values::{Email, Obstacle};

const ON_A_PAGE: usize = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asking {
    /// Id of the message that the page before ended with.
    before: Option<i64>,
    done: String,
}

/// `GET /{lang}/desk/{forum}/unreachable`
pub(crate) async fn list(
    request: ForForum,
    asking: Option<Query<Asking>>,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Messages).await?;
    let asking = asking.map(Query::into_inner).unwrap_or_default();
    let forum_id = at.forum_id();
    let (mut found, total) = at
        .app
        .db
        .read(move |c| {
            let most = ON_A_PAGE as i64 + 1;
            let found = unreachable::of_forum(c, forum_id, asking.before, most)?;
            Ok((found, unreachable::count(c, forum_id)?))
        })
        .await?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let address = at.address("/unreachable");
    let done = messages::notice(&asking.done, at.t);
    pages::ok(&Unreachable {
        next: found
            .last()
            .filter(|_| more)
            .map(|(last, _)| format!("{address}?before={}", last.id)),
        rows: found.iter().map(|found| Row::of(found, &at)).collect(),
        summary: at.t.delivery_count(total),
        trouble: at
            .app
            .returned_mail
            .trouble()
            .map(|trouble| Trouble::of(trouble, &at.whole, at.asked.lang)),
        can_change: at.role >= Role::Registrar,
        people: at.address("/registrations"),
        messages: at.address("/messages"),
        export: at.address("/export"),
        page: at.frame(at.t.delivery_title()),
        desk: at.bar().saying(done),
    })
}

#[derive(Template)]
#[template(path = "desk/mail/unreachable.html")]
struct Unreachable {
    page: Frame,
    desk: Bar,
    /// Why mail that came back is not read, and so is missing here.
    trouble: Option<Trouble>,
    summary: String,
    rows: Vec<Row>,
    can_change: bool,
    next: Option<String>,
    /// Of the registrations, of the messages, and of the lists to take along.
    people: String,
    messages: String,
    export: String,
}

struct Row {
    public_id: String,
    name: String,
    organisation: Option<String>,
    country: String,
    phone: Option<Phone>,
    email: String,
    /// What was perhaps meant.
    likely: Option<String>,
    message: i64,
    why: &'static str,
    line: String,
    when: Option<When>,
}

/// As typed, and as a telephone dials it.
pub(crate) struct Phone {
    pub typed: String,
    pub dialled: String,
}

impl Phone {
    pub(crate) fn of(typed: &str) -> Phone {
        let dialled = typed.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        Phone {
            typed: typed.to_owned(),
            dialled: dialled.collect(),
        }
    }
}

impl Row {
    fn of((message, person): &(Message, Registration), at: &AtForum) -> Row {
        let line = last_words(message);
        let told = message.reported_at.or(message.replied_at);
        Row {
            public_id: person.public_id.clone(),
            name: person.name.clone(),
            organisation: person.organisation.clone(),
            country: i18n::country_name(at.asked.lang, &person.country).to_string(),
            phone: person.phone.as_deref().map(Phone::of),
            email: person.email.clone().unwrap_or_default(),
            likely: person.email.as_deref().and_then(likely),
            message: message.id,
            why: sentence(Obstacle::in_words(line), at.t),
            line: line.to_owned(),
            when: told.map(|moment| When::of(moment, at.whole.forum.zone(), at.asked.lang)),
        }
    }
}

/// What a mail server said last of a message that reached nobody.
pub(crate) fn last_words(message: &Message) -> &str {
    let words = message.report.as_ref().or(message.reply.as_ref());
    words.map_or("", String::as_str)
}

pub(crate) fn likely(email: &str) -> Option<String> {
    let likely = Email::parse(email).ok()?.likely()?;
    Some(likely.as_str().to_owned())
}

/// Why somebody cannot be written to, in words that can be said on the telephone.
pub(crate) fn sentence(obstacle: Obstacle, t: Texts) -> &'static str {
    match obstacle {
        Obstacle::NoMailbox => t.delivery_no_mailbox(),
        Obstacle::NoDomain => t.delivery_no_domain(),
        Obstacle::Full => t.delivery_full(),
        Obstacle::Closed => t.delivery_closed(),
        Obstacle::Unwanted => t.delivery_unwanted(),
        Obstacle::Silent => t.delivery_silent(),
        Obstacle::TooLarge => t.delivery_too_large(),
        Obstacle::Other => t.delivery_other(),
    }
}
