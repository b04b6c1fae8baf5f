//! A mailing on its way. The list is frozen when it is sent and worked off a few people at a time, each batch
//! in one transaction with the marks of its people: killed anywhere, it goes on where it was.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use crate::clock::Moment;
use crate::db::schema::{
    complaint, mailing, mailing_recipient, message, registration, unsubscribed,
};
use crate::db::{Connection, Result, insert_rows};
use crate::mailings::mailing::{About, Mailing, State, Turn};
use crate::models::mail::message::{Outgoing, WAITING};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{self, Filter};
use crate::models::people::standing;

/// What became of the wish to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    Done,
    /// It was sent before: by the first of two clicks.
    Already,
    /// It would go to so many people now, and not to as many as were promised.
    Changed(i64),
}

/// One person's mail.
#[derive(Debug, Clone)]
pub struct MailingMail {
    pub registration_id: i64,
    pub outgoing: Outgoing,
}

/// Freezes the list, if it still holds as many people as whoever sends it was shown.
pub fn send(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    filter: &Filter,
    promised: i64,
    now: Moment,
) -> Result<Begun> {
    let draft = mailing::table
        .filter(mailing::id.eq(id))
        .filter(mailing::forum_id.eq(forum_id))
        .filter(mailing::state.eq(State::Draft));
    // Two clicks come one after the other from here on.
    let held = diesel::update(draft)
        .set(mailing::people.eq(mailing::people))
        .execute(c)?;
    if held == 0 {
        return Ok(Begun::Already);
    }
    let people: Vec<i64> = registrations::ids(c, forum_id, filter)?;
    let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
    if count != promised || count == 0 {
        return Ok(Begun::Changed(count));
    }
    let rows = people.into_iter().map(|person| [id.into(), person.into()]);
    let columns = ["mailing_id", "registration_id"];
    insert_rows(c, "mailing_recipient", columns, rows.collect())?;
    diesel::update(mailing::table.find(id))
        .set((
            mailing::state.eq(State::Sending),
            mailing::people.eq(count),
            mailing::started_at.eq(now),
        ))
        .execute(c)?;
    Ok(Begun::Done)
}

/// Writes no further mail, and holds those that wait in the outbox. What the mail server has been given cannot be
/// taken back. `false`: it was not being sent.
pub fn stop(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    turn(c, forum_id, id, State::Sending, State::Stopped)
}

/// Goes on where it was stopped.
pub fn go_on(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    turn(c, forum_id, id, State::Stopped, State::Sending)
}

fn turn(c: &mut Connection, forum_id: i64, id: i64, from: State, to: State) -> Result<bool> {
    let mine = mailing::table
        .filter(mailing::id.eq(id))
        .filter(mailing::forum_id.eq(forum_id))
        .filter(mailing::state.eq(from));
    let turned = diesel::update(mine).set(mailing::state.eq(to)).execute(c)?;
    if turned == 1 {
        let waiting = message::table
            .filter(message::mailing_id.eq(id))
            .filter(message::state.eq_any(WAITING));
        diesel::update(waiting)
            .set(message::held.eq(to == State::Stopped))
            .execute(c)?;
    }
    Ok(turned == 1)
}

/// Those that are being sent, whichever forum's, the oldest first.
pub fn sending(c: &mut Connection) -> Result<Vec<Mailing>> {
    let text = "SELECT id FROM mailing WHERE state = 'sending' ORDER BY id";
    let ids: Vec<Id> = diesel::sql_query(text).load(c)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    mailing::table
        .filter(mailing::id.eq_any(ids.into_iter().map(|row| row.id).collect::<Vec<_>>()))
        .order(mailing::id)
        .select(Mailing::as_select())
        .load(c)
}

/// How many mails of a mailing are due in the outbox; those put off by a mail server do not count.
pub fn under_way(c: &mut Connection, id: i64, now: Moment) -> Result<i64> {
    message::table
        .filter(message::mailing_id.eq(id))
        .filter(message::state.eq_any(WAITING))
        .filter(message::run_after.le(now))
        .count()
        .get_result(c)
}

/// The next people whose turn it is.
pub fn waiting_people(c: &mut Connection, id: i64, most: i64) -> Result<Vec<Registration>> {
    mailing_recipient::table
        .inner_join(registration::table)
        .filter(mailing_recipient::mailing_id.eq(id))
        .filter(mailing_recipient::state.eq(Turn::Waiting))
        .order(mailing_recipient::registration_id)
        .limit(most)
        .select(Registration::as_select())
        .load(c)
}

/// Puts the mails of these people into the outbox, without those who have left the list or the forum's news since
/// it was frozen, and without those whose turn another program has taken. `turns` are all whose turn it was, those
/// too for whom there is no letter.
pub fn write(
    c: &mut Connection,
    one: &Mailing,
    turns: &[i64],
    letters: &[MailingMail],
    states: &[standing::State],
    now: Moment,
) -> Result<()> {
    // Held until the end: who stops it meanwhile waits for these few, and another program for its turn.
    let mine = mailing::table
        .filter(mailing::id.eq(one.id))
        .filter(mailing::state.eq(State::Sending));
    let held = diesel::update(mine)
        .set(mailing::people.eq(mailing::people))
        .execute(c)?;
    if held == 0 {
        return Ok(());
    }
    let fit = still_fit(c, one, turns, states)?;
    let letters = letters
        .iter()
        .filter(|letter| fit.contains(&letter.registration_id));
    let (written, rows): (Vec<i64>, Vec<_>) = letters
        .map(|letter| (letter.registration_id, row(one, letter, now)))
        .unzip();
    insert_rows(c, "message", COLUMNS, rows)?;
    mark(c, one.id, &written, Turn::Written)?;
    // Whoever is not marked by now had no letter, or may have none.
    mark(c, one.id, turns, Turn::LeftOut)
}

/// Of these people those whose turn it still is, and who still belong to the list.
fn still_fit(
    c: &mut Connection,
    one: &Mailing,
    turns: &[i64],
    states: &[standing::State],
) -> Result<HashSet<i64>> {
    let complained = complaint::table.select(complaint::email_folded.nullable());
    let query = mailing_recipient::table
        .inner_join(registration::table)
        .filter(mailing_recipient::mailing_id.eq(one.id))
        .filter(mailing_recipient::state.eq(Turn::Waiting))
        .filter(mailing_recipient::registration_id.eq_any(turns.to_vec()))
        .filter(registration::state.eq_any(states.to_vec()))
        .filter(registration::email_folded.ne_all(complained))
        .select(mailing_recipient::registration_id)
        .into_boxed::<crate::db::Backend>();
    let left = unsubscribed::table
        .filter(unsubscribed::forum_id.eq(one.forum_id))
        .select(unsubscribed::email_folded.nullable());
    let ids: Vec<i64> = match one.about {
        About::News => query
            .filter(registration::email_folded.ne_all(left))
            .load(c),
        About::Registration => query.load(c),
    }?;
    Ok(ids.into_iter().collect())
}

const COLUMNS: [&str; 11] = [
    "forum_id",
    "registration_id",
    "mailing_id",
    "kind",
    "recipient",
    "subject",
    "message_id",
    "raw",
    "state",
    "run_after",
    "created_at",
];

fn row(one: &Mailing, letter: &MailingMail, now: Moment) -> [crate::db::Value; 11] {
    let outgoing = &letter.outgoing;
    [
        one.forum_id.into(),
        letter.registration_id.into(),
        one.id.into(),
        outgoing.kind.into(),
        outgoing.recipient.clone().into(),
        outgoing.subject.clone().into(),
        outgoing.message_id.clone().into(),
        outgoing.raw.clone().into(),
        crate::models::mail::state::State::Queued.into(),
        now.into(),
        now.into(),
    ]
}

fn mark(c: &mut Connection, id: i64, people: &[i64], state: Turn) -> Result<()> {
    let waiting = mailing_recipient::table
        .filter(mailing_recipient::mailing_id.eq(id))
        .filter(mailing_recipient::state.eq(Turn::Waiting))
        .filter(mailing_recipient::registration_id.eq_any(people.to_vec()));
    diesel::update(waiting)
        .set(mailing_recipient::state.eq(state))
        .execute(c)?;
    Ok(())
}

/// Notes that it is over, once nobody waits for a turn and no mail for an answer.
pub fn finish(c: &mut Connection, id: i64, now: Moment) -> Result<bool> {
    let finished = diesel::sql_query(
        "UPDATE mailing SET state = 'done', finished_at = $1 WHERE id = $2 AND state = 'sending'
           AND NOT EXISTS (SELECT 1 FROM mailing_recipient WHERE mailing_id = $2 AND state = 'waiting')
           AND NOT EXISTS (SELECT 1 FROM message WHERE mailing_id = $2 AND state IN ('queued', 'sending'))",
    )
    .bind::<Timestamp, _>(now)
    .bind::<BigInt, _>(id)
    .execute(c)?;
    Ok(finished == 1)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}
