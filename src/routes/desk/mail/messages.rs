use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::desk::trouble::Trouble;
use crate::desk::words::{Chip, When};
use crate::desk::{Bar, ForForum, Notice, Tab};
use crate::error::Error;
use crate::forms;
use crate::i18n::Texts;
use crate::mail::parcel::NO_LAST_ANSWER;
use crate::models::desk::account::Role;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message::{self, Message, UNDELIVERED, WAITING, Wanted};
use crate::models::mail::silent_destination::{self, SilentDestination};
use crate::models::mail::state::State;
use crate::models::mail::stranger_mail::{Limits, Why};
use crate::models::people::registrations;
use crate::pages::{self, Frame};
use crate::values::Language;

const ON_A_PAGE: usize = 50;

/// In an address: the message is tried once more; it was on its way, or there, before.
const AGAIN: &str = "again";
const ALREADY: &str = "already";

#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    state: String,
    /// Id of the mailing whose messages are wanted alone.
    mailing: String,
    /// Id of the row that the page before ended with.
    before: String,
    done: String,
    /// Messages that the desk has let go.
    gone: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AgainForm {
    /// Public id of the person whose page the form was on.
    person: String,
    /// Set on the page of those without a working address.
    unreachable: String,
}

/// A message as the desk's pages show it.
pub(crate) struct SentMail {
    pub id: i64,
    pub subject: String,
    pub recipient: String,
    /// Address of the person's page, behind the forum's.
    pub person: Option<String>,
    pub chip: Chip,
    pub created: When,
    pub attempts: i32,
    /// The mail server's own words, and when it said them.
    pub reply: Option<String>,
    pub replied: Option<When>,
    /// What came back after the server had taken it.
    pub report: Option<(String, When)>,
    /// Of a message that was put off.
    pub next_try: Option<When>,
    /// Whether the server may have it although it did not say so.
    pub perhaps_taken: bool,
    /// Refused, given up or returned: it can be sent once more.
    pub can_retry: bool,
}

impl SentMail {
    pub(crate) fn all(messages: &[Message], whole: &ForumContext, lang: Language) -> Vec<SentMail> {
        let t = Texts::html(lang);
        let when = |moment| When::of(moment, whole.forum.zone(), lang);
        messages
            .iter()
            .map(|message| SentMail {
                id: message.id,
                subject: message.subject.clone(),
                recipient: message.recipient.clone(),
                person: None,
                chip: Chip::of_message(message, t),
                created: when(message.created_at),
                attempts: message.attempts,
                reply: message.reply.clone(),
                replied: message.replied_at.map(when),
                report: message.report.clone().zip(message.reported_at.map(when)),
                next_try: is_put_off(message).then(|| when(message.run_after)),
                perhaps_taken: message.state == State::Queued
                    && message
                        .reply
                        .as_ref()
                        .is_some_and(|reply| reply.starts_with(NO_LAST_ANSWER)),
                can_retry: UNDELIVERED.contains(&message.state),
            })
            .collect()
    }
}

/// `GET /{lang}/desk/{forum}/messages`
pub(crate) async fn show(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Messages).await?;
    let query: Query = forms::parse(of.query_string().as_bytes());
    let (forum_id, before) = (at.forum_id(), query.before.parse().ok());
    let mailing = query.mailing.parse().ok();
    let wanted = wanted(&query.state);
    let (mut messages, people, held, silent) = at
        .app
        .db
        .read(move |c| {
            let most = ON_A_PAGE as i64 + 1;
            let messages = message::of_forum(c, forum_id, wanted, mailing, before, most)?;
            let ids: Vec<i64> = messages.iter().filter_map(|m| m.registration_id).collect();
            let held = message::count_held(c, forum_id)?;
            let silent = silent_destination::of_forum(c, forum_id)?;
            Ok((messages, registrations::public_ids(c, &ids)?, held, silent))
        })
        .await?;
    let more = messages.len() > ON_A_PAGE;
    messages.truncate(ON_A_PAGE);
    let address = at.address("/messages");
    let (t, lang) = (at.t, at.asked.lang);
    let mut letters = SentMail::all(&messages, &at.whole, lang);
    for (letter, message) in letters.iter_mut().zip(&messages) {
        letter.person = message
            .registration_id
            .and_then(|id| people.get(&id).cloned());
    }
    let next = messages.last().filter(|_| more);
    pages::ok(&Messages {
        next: next.map(|last| {
            format!(
                "{address}?state={}&mailing={}&before={}",
                query.state, query.mailing, last.id
            )
        }),
        trouble: Trouble::now(&at.app, &at.whole, lang),
        held: held
            .into_iter()
            .map(|(why, count)| held_words(why, count, at.app.stranger_mail, t))
            .collect(),
        silent: silent
            .into_iter()
            .map(|one| silent_words(one, &at.whole, lang))
            .collect(),
        letters,
        desk: at.bar().saying(notice(&query.done, t).or(gone(&query, t))),
        page: at.tab_frame(),
        can_change: at.role >= Role::Registrar,
        forum: at.address(""),
        state: query.state,
        mailing,
        address,
    })
}

/// What an address says of the button that was pressed before.
pub(crate) fn notice(done: &str, t: Texts) -> Option<Notice> {
    match done {
        AGAIN => Some(Notice::good(t.desk_message_done_again())),
        ALREADY => Some(Notice::warn(t.desk_person_already())),
        _ => None,
    }
}

fn gone(query: &Query, t: Texts) -> Option<Notice> {
    Some(match query.gone? {
        0 => Notice::warn(t.desk_person_already()),
        count => Notice::good(t.mail_let_go_done(count)),
    })
}

/// Why messages wait for the desk.
fn held_words(why: Why, count: i64, limits: Limits, t: Texts) -> String {
    match why {
        Why::Network => t.mail_held_network(count, limits.network),
        Why::All => t.mail_held_all(count, limits.all),
    }
}

/// Which destination does not answer, since when, and how many messages wait for it.
fn silent_words(one: SilentDestination, whole: &ForumContext, lang: Language) -> String {
    let since = When::of(one.since, whole.forum.zone(), lang);
    Texts::html(lang).delivery_silent_one(one.domain, since.text, one.waiting)
}

/// `POST /{lang}/desk/{forum}/messages/let-go`: all that wait for it.
pub(crate) async fn let_go(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::Messages, Role::Registrar).await?;
    at.read(&body)?;
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let gone = at.write(move |c| message::let_go(c, forum_id, now)).await?;
    at.app.outbox.ring();
    let list = at.address("/messages");
    Ok(pages::see_other(&format!("{list}?gone={gone}")))
}

/// `POST /{lang}/desk/{forum}/messages/{message}/again`: tries once more to deliver it.
pub(crate) async fn again(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::Messages, Role::Registrar).await?;
    at.read(&body)?;
    let form: AgainForm = forms::parse(&body);
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    let again = at
        .write(move |c| message::try_again(c, forum_id, id, now))
        .await?;
    at.app.outbox.ring();
    let done = if again { AGAIN } else { ALREADY };
    Ok(pages::see_other(&match form.person.as_str() {
        "" if !form.unreachable.is_empty() => at.address(&format!("/unreachable?done={done}")),
        "" => at.address(&format!("/messages?done={done}")),
        person => {
            let person = crate::desk::person::find(&at, person).await?;
            let done = if again { "done=sent" } else { "done=already" };
            crate::desk::person::address(&at, &person.public_id, done)
        }
    }))
}

#[derive(Template)]
#[template(path = "desk/mail/messages.html")]
struct Messages {
    page: Frame,
    desk: Bar,
    trouble: Option<Trouble>,
    /// Why messages wait until the desk lets them go.
    held: Vec<String>,
    /// Destinations that do not answer, and what waits for them.
    silent: Vec<String>,
    letters: Vec<SentMail>,
    state: String,
    /// The mailing whose messages are shown alone.
    mailing: Option<i64>,
    can_change: bool,
    next: Option<String>,
    /// Of the list and of the forum at the desk.
    address: String,
    forum: String,
}

/// Whether the server said "later", and meant this message.
fn is_put_off(message: &Message) -> bool {
    message.state == State::Queued && message.reply.is_some()
}

/// What the filter means in the outbox's own words.
fn wanted(asked: &str) -> Wanted {
    match asked {
        "waiting" => Wanted::In(&WAITING),
        "deferred" => Wanted::Deferred,
        "held" => Wanted::Held,
        "accepted" => Wanted::In(&[State::Accepted]),
        "refused" => Wanted::In(&[State::Refused]),
        "failed" => Wanted::In(&[State::Failed]),
        "returned" => Wanted::In(&[State::Returned]),
        "undelivered" => Wanted::In(&UNDELIVERED),
        _ => Wanted::All,
    }
}
