//! A file of badges in the making: who wanted it, of whom, and how far it has come.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::badge_print;
use crate::clock::Moment;
use crate::db::schema::{account, print_job};
use crate::db::{Connection, Result};

/// A job that gave no sign of life for so long has ended with the program that did it.
const SILENT: TimeDelta = TimeDelta::seconds(15);

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = print_job)]
pub struct PrintJob {
    pub id: i64,
    /// What was chosen, to be chosen again.
    pub wish: String,
    state: String,
    pub done: i32,
    pub total: i32,
    /// Letters that no font has.
    pub missing: Option<String>,
    pub started_at: Moment,
    seen_at: Moment,
    pub taken_back_at: Option<Moment>,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Running,
    /// The program ended before the job did.
    Interrupted,
    Failed,
    Done,
}

impl PrintJob {
    pub fn stage(&self, now: Moment) -> Stage {
        match self.state.as_str() {
            "done" => Stage::Done,
            "failed" => Stage::Failed,
            _ if now - self.seen_at > SILENT => Stage::Interrupted,
            _ => Stage::Running,
        }
    }
}

pub fn start(
    c: &mut Connection,
    (forum_id, account_id): (i64, i64),
    wish: &str,
    total: i32,
    now: Moment,
) -> Result<i64> {
    diesel::insert_into(print_job::table)
        .values((
            print_job::forum_id.eq(forum_id),
            print_job::account_id.eq(account_id),
            print_job::wish.eq(wish),
            print_job::state.eq("running"),
            print_job::done.eq(0),
            print_job::total.eq(total),
            print_job::started_at.eq(now),
            print_job::seen_at.eq(now),
        ))
        .returning(print_job::id)
        .get_result(c)
}

/// A sign of life.
pub fn progress(c: &mut Connection, id: i64, done: i32, now: Moment) -> Result<()> {
    diesel::update(print_job::table.find(id))
        .set((print_job::done.eq(done), print_job::seen_at.eq(now)))
        .execute(c)
        .map(drop)
}

/// The file is there: these badges count as printed.
pub fn finish(
    c: &mut Connection,
    id: i64,
    badges: &[i64],
    missing: Option<&str>,
    now: Moment,
) -> Result<()> {
    let all = i32::try_from(badges.len()).unwrap_or(i32::MAX);
    diesel::update(print_job::table.find(id))
        .set((
            print_job::state.eq("done"),
            print_job::done.eq(all),
            print_job::total.eq(all),
            print_job::missing.eq(missing),
            print_job::seen_at.eq(now),
        ))
        .execute(c)?;
    badge_print::record(c, id, badges)
}

pub fn fail(c: &mut Connection, id: i64, now: Moment) -> Result<()> {
    diesel::update(print_job::table.find(id))
        .set((print_job::state.eq("failed"), print_job::seen_at.eq(now)))
        .execute(c)
        .map(drop)
}

/// Its badges were not printed after all.
pub fn take_back(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let own = print_job::table
        .find(id)
        .filter(print_job::forum_id.eq(forum_id))
        .filter(print_job::taken_back_at.is_null());
    let set = print_job::taken_back_at.eq(now);
    if diesel::update(own).set(set).execute(c)? == 1 {
        badge_print::forget(c, id)?;
    }
    Ok(())
}

pub fn find(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<PrintJob>> {
    print_job::table
        .find(id)
        .filter(print_job::forum_id.eq(forum_id))
        .select(PrintJob::as_select())
        .first(c)
        .optional()
}

/// The newest of a forum, each with the address of who wanted it.
pub fn latest(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<(PrintJob, String)>> {
    print_job::table
        .inner_join(account::table)
        .filter(print_job::forum_id.eq(forum_id))
        .order(print_job::id.desc())
        .limit(most)
        .select((PrintJob::as_select(), account::email))
        .load(c)
}
