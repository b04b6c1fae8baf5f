//! The desk's wish that whoever has old times be told the new ones. It is kept until it is fulfilled: killed anywhere,
//! the program goes on where it was, and of two programs each person is told by one.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{message, registration as people};
use crate::db::{Connection, Result};
use crate::models::forum::context::ForumContext;
use crate::models::mail::message::{Kind, WAITING};
use crate::models::people::registration::Registration;
use crate::models::people::timetable::outdated;
use crate::models::{setting, turn};

const WISHES: &str = "tell-moved/";

/// Of the times as they were then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    pub forum_id: i64,
    /// Of all its sites together: no clock is asked whether one has moved since.
    moved: i64,
    /// Everybody up to this registration has had their turn.
    after: i64,
}

impl Wish {
    pub(crate) fn new(whole: &ForumContext) -> Wish {
        Wish {
            forum_id: whole.forum.id,
            moved: moved(whole),
            after: 0,
        }
    }

    /// Times that have moved after it are asked about anew.
    pub(crate) fn holds(&self, whole: &ForumContext) -> bool {
        moved(whole) == self.moved
    }

    /// The same wish, with these people behind it.
    pub(crate) fn gone_on(&self, people: &[i64]) -> Wish {
        Wish {
            after: people.iter().copied().max().unwrap_or(self.after),
            ..self.clone()
        }
    }

    fn read((key, value): (String, String)) -> Option<Wish> {
        let (moved, after) = value.split_once(' ')?;
        Some(Wish {
            forum_id: key.strip_prefix(WISHES)?.parse().ok()?,
            moved: moved.parse().ok()?,
            after: after.parse().ok()?,
        })
    }

    fn key(&self) -> String {
        format!("{WISHES}{}", self.forum_id)
    }

    fn value(&self) -> String {
        format!("{} {}", self.moved, self.after)
    }
}

/// Another number after each move of a site.
fn moved(whole: &ForumContext) -> i64 {
    let moved = whole.sites.iter().filter_map(|site| site.moved_at);
    moved.map(|at| at.and_utc().timestamp_millis()).sum()
}

/// Notes a wish, in the place of an earlier one.
pub(crate) fn wish(c: &mut Connection, wish: &Wish) -> Result<()> {
    setting::set(c, &wish.key(), &wish.value())
}

/// Those not yet fulfilled, whichever forum's.
pub(crate) fn wishes(c: &mut Connection) -> Result<Vec<Wish>> {
    let found = setting::beginning(c, WISHES)?;
    Ok(found.into_iter().filter_map(Wish::read).collect())
}

/// Whether people of this forum are being told of the times as they are.
pub(crate) fn is_wished(c: &mut Connection, whole: &ForumContext) -> Result<bool> {
    let key = Wish::new(whole).key();
    let value = setting::get(c, &key)?;
    let wish = value.and_then(|value| Wish::read((key, value)));
    Ok(wish.is_some_and(|wish| wish.holds(whole)))
}

/// Takes the next turn, or ends the wish; `false` where another program has, or the desk has said it once more. Holds
/// the wish until the transaction ends.
pub(crate) fn take(c: &mut Connection, wish: &Wish, next: Option<&Wish>) -> Result<bool> {
    let value = next.map(Wish::value);
    setting::replace(c, &wish.key(), &wish.value(), value.as_deref())
}

/// Those whose turn is next.
pub(crate) fn next_people(
    c: &mut Connection,
    whole: &ForumContext,
    wish: &Wish,
    most: i64,
) -> Result<Vec<Registration>> {
    match outdated(whole) {
        None => Ok(Vec::new()),
        Some(query) => query
            .filter(people::id.gt(wish.after))
            .order(people::id)
            .limit(most)
            .select(Registration::as_select())
            .load(c),
    }
}

/// Of these people those who still have the old times. Holds whoever else would write to them until the transaction
/// ends, so that nobody is told twice.
pub(crate) fn still_outdated(
    c: &mut Connection,
    whole: &ForumContext,
    ids: &[i64],
) -> Result<Vec<Registration>> {
    turn::hold(c, whole.forum.id)?;
    match outdated(whole) {
        None => Ok(Vec::new()),
        Some(query) => query
            .filter(people::id.eq_any(ids.to_vec()))
            .order(people::id)
            .select(Registration::as_select())
            .load(c),
    }
}

/// How many of these mails are due in the outbox; those put off by a mail server do not count.
pub(crate) fn under_way(c: &mut Connection, forum_id: i64, now: Moment) -> Result<i64> {
    message::table
        .filter(message::forum_id.eq(forum_id))
        .filter(message::state.eq_any(WAITING))
        .filter(message::kind.eq(Kind::Changed))
        .filter(message::run_after.le(now))
        .count()
        .get_result(c)
}
