//! What takes longer than an answer may: a list that is brought in, a file that is made. A row says who asked for it,
//! how far it has come and what became of it. It is in the hand of one worker, and goes on in another's.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, job, job_piece};
use crate::db::{self, Connection, Result};
use crate::models::mail::worker;
use crate::models::printing::badge_print;
use crate::text_column;

/// Bytes of a piece: what is written in one transaction, so that no door waits for a long file.
pub(crate) const PIECE: usize = 1 << 20;

text_column! {
    /// What a job does. Of each kind a program does one at a time.
    pub enum Kind {
        Badges = "badges",
        /// People brought in.
        List = "list",
        /// A few people brought in: they do not wait for a long list.
        ShortList = "short_list",
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = job)]
pub struct Job {
    pub id: i64,
    pub forum_id: i64,
    pub account_id: i64,
    /// What was chosen, to be chosen again.
    pub wish: String,
    state: State,
    pub done: i32,
    pub total: i32,
    /// Letters that no font has.
    pub missing: Option<String>,
    pub started_at: Moment,
    pub taken_back_at: Option<Moment>,
    worker_id: Option<String>,
    /// What became of it, or has so far, as JSON.
    pub result: Option<String>,
    cancelled_at: Option<Moment>,
}

text_column! {
    /// As the row has it: who holds it says more.
    pub enum State {
        Running = "running",
        Done = "done",
        Failed = "failed",
    }
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// For its turn, or for another program to take it up.
    Waiting,
    Running,
    Cancelled,
    Failed,
    Done,
}

impl Stage {
    pub fn is_over(self) -> bool {
        !matches!(self, Stage::Waiting | Stage::Running)
    }
}

impl Job {
    pub fn stage(&self) -> Stage {
        match self.state {
            State::Done => Stage::Done,
            State::Running if self.worker_id.is_some() => Stage::Running,
            State::Running => Stage::Waiting,
            State::Failed if self.cancelled_at.is_some() => Stage::Cancelled,
            State::Failed => Stage::Failed,
        }
    }
}

/// A job that somebody asks for.
#[derive(Debug, Clone)]
pub(crate) struct NewJob {
    pub forum_id: i64,
    pub account_id: i64,
    pub kind: Kind,
    pub wish: String,
    pub total: i32,
    /// Of what was sent and of the page it was sent from: one press, however often it is sent. None: each is another.
    pub fingerprint: Option<String>,
}

/// A job in a worker's hand.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub id: i64,
    pub worker_id: String,
}

text_column! {
    /// What a job reads, and what it makes.
    pub enum Part {
        Input = "input",
        Output = "output",
    }
}

/// Whether there was such a job already.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Begun {
    New(i64),
    Before(i64),
}

/// The job's row. Nobody takes it up before it was sent off: its input comes piece by piece.
pub(crate) fn begin(c: &mut Connection, new: &NewJob, now: Moment) -> Result<Begun> {
    let before: Option<i64> = job::table
        .filter(job::account_id.eq(new.account_id))
        .filter(job::fingerprint.is_not_null())
        .filter(job::fingerprint.eq(new.fingerprint.as_deref()))
        .select(job::id)
        .first(c)
        .optional()?;
    if let Some(id) = before {
        return Ok(Begun::Before(id));
    }
    diesel::insert_into(job::table)
        .values((
            job::forum_id.eq(new.forum_id),
            job::account_id.eq(new.account_id),
            job::kind.eq(new.kind),
            job::wish.eq(&new.wish),
            job::state.eq(State::Running),
            job::done.eq(0),
            job::total.eq(new.total),
            job::fingerprint.eq(new.fingerprint.as_deref()),
            job::started_at.eq(now),
            job::seen_at.eq(now),
        ))
        .returning(job::id)
        .get_result(c)
        .map(Begun::New)
        .map_err(db::again_if_taken)
}

pub(crate) fn add_piece(
    c: &mut Connection,
    job_id: i64,
    part: Part,
    number: i32,
    bytes: &[u8],
) -> Result<()> {
    diesel::insert_into(job_piece::table)
        .values((
            job_piece::job_id.eq(job_id),
            job_piece::part.eq(part),
            job_piece::number.eq(number),
            job_piece::bytes.eq(bytes),
        ))
        .execute(c)
        .map(drop)
}

/// Its input is whole: it waits for a worker.
pub(crate) fn send_off(c: &mut Connection, id: i64, now: Moment) -> Result<()> {
    diesel::update(job::table.find(id))
        .set(job::sent_at.eq(now))
        .execute(c)
        .map(drop)
}

/// The next piece of a file, by its number; none after the last.
pub(crate) fn piece(
    c: &mut Connection,
    job_id: i64,
    part: Part,
    number: i32,
) -> Result<Option<Vec<u8>>> {
    job_piece::table
        .find((job_id, part, number))
        .select(job_piece::bytes)
        .first(c)
        .optional()
}

/// Whether its file is there.
pub(crate) fn has_output(c: &mut Connection, job_id: i64) -> Result<bool> {
    piece(c, job_id, Part::Output, 0).map(|piece| piece.is_some())
}

/// The kinds of which something waits.
pub(crate) fn waiting(c: &mut Connection) -> Result<Vec<Kind>> {
    job::table
        .filter(job::state.eq(State::Running))
        .filter(job::worker_id.is_null())
        .filter(job::sent_at.is_not_null())
        .select(job::kind)
        .distinct()
        .load(c)
}

/// The oldest of a kind that waits, in this worker's hand from now on.
pub(crate) fn take_up(c: &mut Connection, kind: Kind, worker_id: &str) -> Result<Option<Job>> {
    let waits = job::state
        .eq(State::Running)
        .and(job::worker_id.is_null())
        .and(job::sent_at.is_not_null());
    let oldest: Option<i64> = job::table
        .filter(job::kind.eq(kind).and(waits))
        .order(job::id)
        .select(job::id)
        .first(c)
        .optional()?;
    let Some(id) = oldest else {
        return Ok(None);
    };
    worker::count_on(c, worker_id)?;
    // Another program may have been quicker.
    let taken = diesel::update(job::table.find(id).filter(waits))
        .set(job::worker_id.eq(worker_id))
        .execute(c)?;
    match taken {
        0 => Ok(None),
        _ => job::table
            .find(id)
            .select(Job::as_select())
            .first(c)
            .optional(),
    }
}

/// A sign of life, in the transaction of what was done: `false` when the job is no longer in this hand, and nothing more
/// may be done for it.
pub(crate) fn hold(c: &mut Connection, held: &Held, now: Moment) -> Result<bool> {
    diesel::update(of_worker(held))
        .set(job::seen_at.eq(now))
        .execute(c)
        .map(|held| held == 1)
}

type OfWorker = diesel::dsl::Filter<
    diesel::dsl::Find<job::table, i64>,
    diesel::dsl::And<diesel::dsl::Eq<job::worker_id, String>, diesel::dsl::Eq<job::state, State>>,
>;

fn of_worker(held: &Held) -> OfWorker {
    let is_held = job::worker_id
        .eq(held.worker_id.clone())
        .and(job::state.eq(State::Running));
    job::table.find(held.id).filter(is_held)
}

/// How far it has come, of how many.
pub(crate) fn progress(c: &mut Connection, id: i64, done: usize, total: usize) -> Result<()> {
    diesel::update(job::table.find(id))
        .set((job::done.eq(counted(done)), job::total.eq(counted(total))))
        .execute(c)
        .map(drop)
}

/// What became of it so far.
pub(crate) fn note(c: &mut Connection, id: i64, result: &str) -> Result<()> {
    diesel::update(job::table.find(id))
        .set(job::result.eq(result))
        .execute(c)
        .map(drop)
}

/// Throws away what a job has made that did not come to its end.
pub(crate) fn begin_output_anew(c: &mut Connection, id: i64) -> Result<()> {
    forget_part(c, id, Part::Output)
}

/// It came to its end. `false` when it was no longer in this hand.
pub(crate) fn finish(c: &mut Connection, held: &Held, now: Moment) -> Result<bool> {
    end(c, held, State::Done, now)
}

/// It cannot come to its end.
pub(crate) fn fail(c: &mut Connection, held: &Held, now: Moment) -> Result<bool> {
    end(c, held, State::Failed, now)
}

fn end(c: &mut Connection, held: &Held, state: State, now: Moment) -> Result<bool> {
    let ended = diesel::update(of_worker(held))
        .set((
            job::state.eq(state),
            job::seen_at.eq(now),
            job::worker_id.eq(None::<String>),
        ))
        .execute(c)?;
    if ended == 1 {
        forget_part(c, held.id, Part::Input)?;
    }
    Ok(ended == 1)
}

/// These badges went into its file, and count as printed.
pub(crate) fn printed(
    c: &mut Connection,
    id: i64,
    badges: &[i64],
    missing: Option<&str>,
) -> Result<()> {
    progress(c, id, badges.len(), badges.len())?;
    diesel::update(job::table.find(id))
        .set(job::missing.eq(missing))
        .execute(c)?;
    badge_print::record(c, id, badges)
}

/// A worker lets go of one job, which waits for the next.
pub(crate) fn put_down(c: &mut Connection, held: &Held) -> Result<()> {
    diesel::update(of_worker(held))
        .set(job::worker_id.eq(None::<String>))
        .execute(c)
        .map(drop)
}

/// Somebody no longer wants it. What is done is done.
pub(crate) fn cancel(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let own = job::table
        .find(id)
        .filter(job::forum_id.eq(forum_id))
        .filter(job::state.eq(State::Running));
    let cancelled = diesel::update(own)
        .set((
            job::state.eq(State::Failed),
            job::cancelled_at.eq(now),
            job::seen_at.eq(now),
            job::worker_id.eq(None::<String>),
        ))
        .execute(c)?;
    if cancelled == 1 {
        forget_part(c, id, Part::Input)?;
        forget_part(c, id, Part::Output)?;
    }
    Ok(())
}

fn forget_part(c: &mut Connection, id: i64, part: Part) -> Result<()> {
    let all = job_piece::table
        .filter(job_piece::job_id.eq(id))
        .filter(job_piece::part.eq(part));
    diesel::delete(all).execute(c).map(drop)
}

/// Files and names of jobs that have been over for so long, and what was never sent whole. Which badges were printed
/// when stays.
pub(crate) fn forget(c: &mut Connection, before: Moment) -> Result<()> {
    let never_whole = job::table
        .filter(job::state.eq(State::Running))
        .filter(job::sent_at.is_null())
        .filter(job::seen_at.lt(before));
    diesel::update(never_whole)
        .set(job::state.eq(State::Failed))
        .execute(c)?;
    let old = || {
        job::table
            .filter(job::state.ne(State::Running))
            .filter(job::seen_at.lt(before))
    };
    let pieces = job_piece::table.filter(job_piece::job_id.eq_any(old().select(job::id)));
    diesel::delete(pieces).execute(c)?;
    diesel::update(old().filter(job::result.is_not_null()))
        .set(job::result.eq(None::<String>))
        .execute(c)
        .map(drop)
}

/// Its badges were not printed after all.
pub(crate) fn take_back(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let own = job::table
        .find(id)
        .filter(job::forum_id.eq(forum_id))
        .filter(job::taken_back_at.is_null());
    let set = job::taken_back_at.eq(now);
    if diesel::update(own).set(set).execute(c)? == 1 {
        badge_print::forget(c, id)?;
    }
    Ok(())
}

/// A job of these kinds.
pub(crate) fn find(
    c: &mut Connection,
    forum_id: i64,
    kinds: &[Kind],
    id: i64,
) -> Result<Option<Job>> {
    job::table
        .find(id)
        .filter(job::forum_id.eq(forum_id))
        .filter(job::kind.eq_any(kinds.to_vec()))
        .select(Job::as_select())
        .first(c)
        .optional()
}

/// The newest of a forum, each with the address of who wanted it.
pub(crate) fn latest(
    c: &mut Connection,
    forum_id: i64,
    kinds: &[Kind],
    most: i64,
) -> Result<Vec<(Job, String)>> {
    job::table
        .inner_join(account::table)
        .filter(job::forum_id.eq(forum_id))
        .filter(job::kind.eq_any(kinds.to_vec()))
        .order(job::id.desc())
        .limit(most)
        .select((Job::as_select(), account::email))
        .load(c)
}

fn counted(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
