//! One e-mail, as it was rendered, in the outbox until the mail server's own answer says what became of it.

use std::convert::identity;

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::stranger_mail::Why;
use crate::clock::Moment;
use crate::db::schema::message;
use crate::db::{Connection, Prepare, Result};
use crate::models::mail::state::State;
use crate::models::mail::worker;
use crate::text_column;
use crate::values::SealingKey;

text_column! {
    /// The occasion of a mail.
    pub enum Kind {
        Confirmed = "confirmed",
        Pending = "pending",
        Waitlisted = "waitlisted",
        Approved = "approved",
        Declined = "declined",
        Withdrawn = "withdrawn",
        PlaceFreed = "place_freed",
        BadgeReissued = "badge_reissued",
        BadgeAgain = "badge_again",
        ConfirmAddress = "confirm_address",
        AddressChanged = "address_changed",
        LetterIssued = "letter_issued",
        LetterRefused = "letter_refused",
        LetterWithdrawn = "letter_withdrawn",
        Changed = "changed",
        StillComing = "still_coming",
        Reminder = "reminder",
        LastInformation = "last_information",
        Thanks = "thanks",
        PasswordLink = "password_link",
        AccessGiven = "access_given",
        Mailing = "mailing",
        MailingTest = "mailing_test",
    }
}

/// A finished mail that is to be sent.
#[derive(Debug, Clone)]
pub struct Outgoing {
    pub forum_id: Option<i64>,
    pub registration_id: Option<i64>,
    pub kind: Kind,
    pub recipient: String,
    pub subject: String,
    /// Without angle brackets; stays the same however often it is tried.
    pub message_id: String,
    /// The whole mail, headers included, as it is kept: sealed.
    pub raw: Vec<u8>,
}

impl Outgoing {
    /// A mail as the table keeps it.
    pub fn seal(key: &SealingKey, message_id: &str, mail: &[u8]) -> Vec<u8> {
        key.seal(&place(message_id), mail)
    }
}

/// The occasions of mails that carry a calendar: those of a person with a place.
pub(crate) const WITH_CALENDAR: [Kind; 6] = [
    Kind::Confirmed,
    Kind::Approved,
    Kind::PlaceFreed,
    Kind::BadgeReissued,
    Kind::BadgeAgain,
    Kind::Changed,
];

/// What the worker takes.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = message)]
pub(crate) struct Waiting {
    pub id: i64,
    pub message_id: String,
    pub recipient: String,
    raw: Vec<u8>,
    pub attempts: i32,
}

impl Waiting {
    /// The mail; `None` where another key sealed it.
    pub(crate) fn mail(&self, key: &SealingKey) -> Option<Vec<u8>> {
        opened(key, &self.message_id, &self.raw)
    }
}

/// What the desk sees.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = message)]
pub(crate) struct Message {
    pub id: i64,
    pub registration_id: Option<i64>,
    pub recipient: String,
    pub subject: String,
    pub state: State,
    pub attempts: i32,
    pub run_after: Moment,
    pub reply: Option<String>,
    pub replied_at: Option<Moment>,
    /// What came back after the server had taken it, or was told of its delay.
    pub report: Option<String>,
    pub reported_at: Option<Moment>,
    pub created_at: Moment,
    /// Of a mailing that was stopped, or until the desk lets it go.
    pub held: bool,
    /// Why the desk is to let it go.
    pub held_for: Option<Why>,
}

/// What the desk reads of a mail that is sealed with a key that is gone.
pub(crate) const KEY_LOST: &str = "sealed with a key that was lost";

/// A mail as the table keeps it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = message)]
pub(crate) struct StoredMail {
    pub id: i64,
    message_id: String,
    raw: Vec<u8>,
}

impl StoredMail {
    /// Those of versions that did not seal them are not.
    pub(crate) fn is_sealed(&self) -> bool {
        SealingKey::is_sealed(&self.raw)
    }

    pub(crate) fn sealed(&self, key: &SealingKey) -> Vec<u8> {
        key.seal(&place(&self.message_id), &self.raw)
    }

    pub(crate) fn opened(&self, key: &SealingKey) -> Option<Vec<u8>> {
        opened(key, &self.message_id, &self.raw)
    }
}

/// A mail that is laid into another's row does not open.
fn place(message_id: &str) -> String {
    format!("message.raw:{message_id}")
}

fn opened(key: &SealingKey, message_id: &str, raw: &[u8]) -> Option<Vec<u8>> {
    match SealingKey::is_sealed(raw) {
        true => key.open(&place(message_id), raw),
        false => Some(raw.to_vec()),
    }
}

/// Some of all mails, after this one.
pub(crate) fn stored_after(c: &mut Connection, after: i64, most: i64) -> Result<Vec<StoredMail>> {
    message::table
        .filter(message::id.gt(after))
        .order(message::id)
        .limit(most)
        .select(StoredMail::as_select())
        .load(c)
}

/// The same of those that are still to be sent.
pub(crate) fn waiting_after(c: &mut Connection, after: i64, most: i64) -> Result<Vec<StoredMail>> {
    message::table
        .filter(message::state.eq_any(WAITING))
        .filter(message::id.gt(after))
        .order(message::id)
        .limit(most)
        .select(StoredMail::as_select())
        .load(c)
}

pub(crate) fn store(c: &mut Connection, id: i64, raw: &[u8]) -> Result<()> {
    diesel::update(message::table.find(id))
        .set(message::raw.eq(raw))
        .execute(c)?;
    Ok(())
}

/// States in which nobody has the message and nobody will be sent it.
pub(crate) const UNDELIVERED: [State; 3] = [State::Refused, State::Failed, State::Returned];

/// States in which it is still to be sent.
pub(crate) const WAITING: [State; 2] = [State::Queued, State::Sending];

/// Puts a mail into the outbox: call it in the transaction that makes the mail true.
pub(crate) fn queue(c: &mut Connection, outgoing: &Outgoing, now: Moment) -> Result<()> {
    diesel::insert_into(message::table)
        .values((
            message::forum_id.eq(outgoing.forum_id),
            message::registration_id.eq(outgoing.registration_id),
            message::kind.eq(outgoing.kind),
            message::recipient.eq(&outgoing.recipient),
            message::subject.eq(&outgoing.subject),
            message::message_id.eq(&outgoing.message_id),
            message::raw.eq(&outgoing.raw),
            message::state.eq(State::Queued),
            message::run_after.eq(now),
            message::created_at.eq(now),
        ))
        .prepared()
        .execute_along(c, identity)
}

/// What one person waits for, and what goes to many. Each is an index of its own, which SQLite finds by these very
/// words.
const QUEUES: [&str; 2] = [
    "state IN ('queued', 'sending') AND mailing_id IS NULL AND NOT held",
    "state IN ('queued', 'sending') AND mailing_id IS NOT NULL AND NOT held",
];

/// Takes up to `most` messages that are due into a worker's hand; those of mailings when no other is due. What is in
/// a hand nobody else takes.
pub(crate) fn claim(
    c: &mut Connection,
    most: i64,
    hand: &str,
    now: Moment,
) -> Result<Vec<Waiting>> {
    worker::count_on(c, hand)?;
    let mut ids = Vec::new();
    for queue in QUEUES {
        let room = most - i64::try_from(ids.len()).unwrap_or(most);
        if room > 0 {
            ids.extend(claim_of(c, queue, room, hand, now)?);
        }
    }
    message::table
        .filter(message::id.eq_any(ids))
        .order((
            message::mailing_id.is_not_null(),
            message::run_after,
            message::id,
        ))
        .select(Waiting::as_select())
        .load(c)
}

fn claim_of(
    c: &mut Connection,
    queue: &str,
    most: i64,
    hand: &str,
    now: Moment,
) -> Result<Vec<i64>> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }

    // The state is asked again outside the inner query: of two programs that claim at
    // once, the second sees on PostgreSQL that the first has been there, and takes nothing.
    let ids: Vec<Id> = diesel::sql_query(format!(
        "UPDATE message SET state = 'sending', attempts = attempts + 1, worker_id = $1
         WHERE id IN (SELECT id FROM message WHERE {queue} AND run_after <= $2
                      AND worker_id IS NULL ORDER BY run_after, id LIMIT $3)
           AND {queue} AND worker_id IS NULL
         RETURNING id",
    ))
    .bind::<Text, _>(hand)
    .bind::<Timestamp, _>(now)
    .bind::<BigInt, _>(most)
    .load(c)?;
    Ok(ids.into_iter().map(|row| row.id).collect())
}

/// Clocks of two programs may be apart by so much, and a message put off is still believed.
const APART: TimeDelta = TimeDelta::minutes(1);

/// What was queued or put off by a clock that was ahead, as it says itself, is no longer waited for; `true` when
/// something was.
pub(crate) fn put_right(c: &mut Connection, now: Moment) -> Result<bool> {
    let mut found = 0;
    for queue in QUEUES {
        found += diesel::sql_query(format!(
            "UPDATE message SET run_after = $1 WHERE {queue} AND worker_id IS NULL AND run_after > $1
               AND (created_at > $2 OR replied_at > $2)"
        ))
        .bind::<Timestamp, _>(now)
        .bind::<Timestamp, _>(now + APART)
        .prepared()
        .execute(c)?;
    }
    Ok(found > 0)
}

/// When the next message that waits is due, if one waits.
pub(crate) fn next_due(c: &mut Connection) -> Result<Option<Moment>> {
    #[derive(QueryableByName)]
    struct Due {
        #[diesel(sql_type = Timestamp)]
        run_after: Moment,
    }

    let mut next = None;
    for queue in QUEUES {
        let due: Option<Due> = diesel::sql_query(format!(
            "SELECT run_after FROM message WHERE {queue} AND worker_id IS NULL ORDER BY run_after, id LIMIT 1"
        ))
        .prepared()
        .get_result(c)
        .optional()?;
        next = next.into_iter().chain(due.map(|due| due.run_after)).min();
    }
    Ok(next)
}

/// A message whose answer is to be noted. One that came back before that has come back all the same.
#[diesel::dsl::auto_type]
fn under_way(id: i64) -> _ {
    let returned: State = State::Returned;
    message::table.find(id).filter(message::state.ne(returned))
}

/// The server took it: it is never sent again.
pub(crate) fn accepted(c: &mut Connection, id: i64, reply: &str, now: Moment) -> Result<()> {
    settle(c, id, State::Accepted, reply, now)
}

/// The server said no for good.
pub(crate) fn refused(c: &mut Connection, id: i64, reply: &str, now: Moment) -> Result<()> {
    settle(c, id, State::Refused, reply, now)
}

/// We gave up after trying for as long as we try; the last words are kept.
pub(crate) fn failed(c: &mut Connection, id: i64, reply: &str, now: Moment) -> Result<()> {
    settle(c, id, State::Failed, reply, now)
}

/// The server said "later".
pub(crate) fn deferred(
    c: &mut Connection,
    id: i64,
    reply: &str,
    run_after: Moment,
    now: Moment,
) -> Result<()> {
    diesel::update(under_way(id))
        .set((
            message::state.eq(State::Queued),
            message::worker_id.eq(None::<String>),
            message::run_after.eq(run_after),
            message::reply.eq(reply),
            message::replied_at.eq(now),
            message::hangs_at.eq(None::<String>),
            message::hangs_since.eq(None::<Moment>),
        ))
        .execute(c)?;
    Ok(())
}

/// There was no answer: put off as by a "later", and still one of those that wait for an answer.
pub(crate) fn unanswered(
    c: &mut Connection,
    id: i64,
    reply: &str,
    run_after: Moment,
    now: Moment,
) -> Result<()> {
    diesel::update(under_way(id))
        .set((
            message::state.eq(State::Queued),
            message::worker_id.eq(None::<String>),
            message::run_after.eq(run_after),
            message::reply.eq(reply),
            message::replied_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

/// The server was not reached, for the reason given, or never asked: the attempt does not count against the message.
pub(crate) fn put_back(
    c: &mut Connection,
    id: i64,
    reason: Option<&str>,
    now: Moment,
) -> Result<()> {
    diesel::update(under_way(id))
        .set((
            message::state.eq(State::Queued),
            message::worker_id.eq(None::<String>),
            message::attempts.eq(message::attempts - 1),
            // None leaves what stands there.
            reason.map(|reason| (message::reply.eq(reason), message::replied_at.eq(now))),
        ))
        .execute(c)?;
    Ok(())
}

/// A message that was refused, given up or returned, sent once more by the desk.
pub(crate) fn try_again(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<bool> {
    let changed = diesel::update(
        message::table
            .find(id)
            .filter(message::forum_id.eq(forum_id))
            .filter(message::state.eq_any(UNDELIVERED)),
    )
    .set((
        message::state.eq(State::Queued),
        message::worker_id.eq(None::<String>),
        message::attempts.eq(0),
        message::held.eq(false),
        message::held_for.eq(None::<Why>),
        message::run_after.eq(now),
        message::created_at.eq(now),
        message::report.eq(None::<String>),
        message::reported_at.eq(None::<Moment>),
    ))
    .execute(c)?;
    Ok(changed == 1)
}

/// Keeps a person's last message back until the desk lets it go.
pub(crate) fn hold(c: &mut Connection, registration_id: i64, why: Why) -> Result<()> {
    let last: Option<i64> = message::table
        .filter(message::registration_id.eq(registration_id))
        .order(message::id.desc())
        .select(message::id)
        .first(c)
        .optional()?;
    let Some(last) = last else {
        return Ok(());
    };
    diesel::update(message::table.find(last))
        .set((message::held.eq(true), message::held_for.eq(why)))
        .prepared()
        .execute(c)
        .map(drop)
}

/// Whether a person's last message waits for the desk.
pub(crate) fn is_held(c: &mut Connection, registration_id: i64) -> Result<bool> {
    let last: Option<Option<Why>> = message::table
        .filter(message::registration_id.eq(registration_id))
        .order(message::id.desc())
        .select(message::held_for)
        .first(c)
        .optional()?;
    Ok(last.flatten().is_some())
}

/// What is still worth saying of what is kept back: its person comes, and was told nothing since.
const STILL_TRUE: &str = "EXISTS (SELECT 1 FROM registration WHERE registration.id = message.registration_id
        AND registration.state NOT IN ('withdrawn', 'declined'))
    AND NOT EXISTS (SELECT 1 FROM message AS later WHERE later.registration_id = message.registration_id
        AND later.id > message.id AND later.mailing_id IS NULL)";

/// How many messages of a forum the desk is to let go, by why they wait.
pub(crate) fn count_held(c: &mut Connection, forum_id: i64) -> Result<Vec<(Why, i64)>> {
    #[derive(QueryableByName)]
    struct Held {
        #[diesel(sql_type = Text)]
        held_for: Why,
        #[diesel(sql_type = BigInt)]
        count: i64,
    }

    let held: Vec<Held> = diesel::sql_query(format!(
        "SELECT held_for, COUNT(*) AS count FROM message
         WHERE forum_id = $1 AND held_for IS NOT NULL AND {STILL_TRUE}
         GROUP BY held_for ORDER BY held_for DESC"
    ))
    .bind::<BigInt, _>(forum_id)
    .load(c)?;
    Ok(held
        .into_iter()
        .map(|held| (held.held_for, held.count))
        .collect())
}

/// Lets all of a forum go that the desk was asked about; how many. What is no longer true stays here.
pub(crate) fn let_go(c: &mut Connection, forum_id: i64, now: Moment) -> Result<usize> {
    let gone = diesel::sql_query(format!(
        "UPDATE message SET held = FALSE, held_for = NULL, run_after = $1
         WHERE forum_id = $2 AND held_for IS NOT NULL AND {STILL_TRUE}"
    ))
    .bind::<Timestamp, _>(now)
    .bind::<BigInt, _>(forum_id)
    .execute(c)?;
    let stays = message::table
        .filter(message::forum_id.eq(forum_id))
        .filter(message::held_for.is_not_null());
    diesel::update(stays)
        .set(message::held_for.eq(None::<Why>))
        .execute(c)?;
    Ok(gone)
}

/// Which of a forum's messages somebody wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    All,
    In(&'static [State]),
    /// Queued, since the server said "later".
    Deferred,
    /// The desk is to let it go.
    Held,
}

/// A forum's messages, of one mailing or of all, the newest first; `before` is the id the last page ended with.
pub(crate) fn of_forum(
    c: &mut Connection,
    forum_id: i64,
    wanted: Wanted,
    mailing: Option<i64>,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Message>> {
    let mut query = message::table
        .order(message::id.desc())
        .limit(most)
        .select(Message::as_select())
        .into_boxed();
    query = match mailing {
        None => query.filter(message::forum_id.eq(forum_id)),
        // A range, lest SQLite walk through the forum's whole index instead of going to these.
        Some(mailing) => query
            .filter(message::mailing_id.eq(mailing))
            .filter(message::forum_id.between(forum_id, forum_id)),
    };
    query = match wanted {
        Wanted::All => query,
        Wanted::In(states) => query.filter(message::state.eq_any(states)),
        Wanted::Deferred => query
            .filter(message::state.eq(State::Queued))
            .filter(message::reply.is_not_null()),
        Wanted::Held => query.filter(message::held_for.is_not_null()),
    };
    if let Some(before) = before {
        query = query.filter(message::id.lt(before));
    }
    query.load(c)
}

pub(crate) fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Message>> {
    message::table
        .filter(message::registration_id.eq(registration_id))
        .order(message::id.desc())
        .select(Message::as_select())
        .load(c)
}

/// Mails an hour that forms anybody may send can cause to one person.
const REPEATS_AN_HOUR: i64 = 3;

/// Whether this person may be told once more what was told before, or has had enough mails this hour.
pub(crate) fn may_repeat(c: &mut Connection, registration_id: i64, now: Moment) -> Result<bool> {
    Ok(count_within(c, registration_id, TimeDelta::hours(1), now)? < REPEATS_AN_HOUR)
}

/// How many mails this person was sent lately: a link must not become a way to flood somebody. Those of a clock that
/// was ahead do not count.
pub(crate) fn count_within(
    c: &mut Connection,
    registration_id: i64,
    lately: TimeDelta,
    now: Moment,
) -> Result<i64> {
    message::table
        .filter(message::registration_id.eq(registration_id))
        .filter(message::mailing_id.is_null())
        .filter(message::created_at.between(now - lately, now + APART))
        .count()
        .get_result(c)
}

fn settle(c: &mut Connection, id: i64, state: State, reply: &str, now: Moment) -> Result<()> {
    diesel::update(under_way(id))
        .set((
            message::state.eq(state),
            message::worker_id.eq(None::<String>),
            message::reply.eq(reply),
            message::replied_at.eq(now),
            message::hangs_at.eq(None::<String>),
            message::hangs_since.eq(None::<Moment>),
        ))
        .prepared()
        .execute(c)?;
    Ok(())
}

/// Messages of a forum that were refused, given up or returned.
pub(crate) fn count_undelivered(c: &mut Connection, forum_id: i64) -> Result<i64> {
    message::table
        .filter(message::forum_id.eq(forum_id))
        .filter(message::state.eq_any(UNDELIVERED))
        .count()
        .get_result(c)
}

/// Messages that wait to be sent.
pub(crate) fn count_waiting(c: &mut Connection) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        waiting: i64,
    }

    let mut waiting = 0;
    for queue in QUEUES {
        let text = format!("SELECT COUNT(*) AS waiting FROM message WHERE {queue}");
        waiting += diesel::sql_query(text).get_result::<Count>(c)?.waiting;
    }
    Ok(waiting)
}
