//! What a device's own list holds of people, whole or what changed since. No address, no phone.

use std::collections::HashMap;

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::scan::Person;
use crate::clock::Moment;
use crate::db::schema::{
    badge, category, checkpoint, checkpoint_category, registration, registration_site, site,
};
use crate::db::{Connection, Result};
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::turn;
use crate::values::Code;

/// People a device is given at once.
const MOST: i64 = 2000;

/// How far a device's list has come: the last change it was told of. Several people may share a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub turn: i64,
    pub id: i64,
    /// The turn's own, by which it is known whether this database ever gave it.
    pub mark: i64,
}

/// One person on a device's list.
pub struct Entry {
    pub person: Person,
    pub category_id: i64,
    /// The sites the person comes to; none: to all.
    pub sites: Vec<Named>,
    /// Every badge the person was given.
    pub badges: Vec<ListedBadge>,
}

/// A part of the forum: what it is called for ever, and its short name now.
#[derive(Debug, Clone, Queryable)]
pub struct Named {
    pub id: i64,
    pub slug: String,
}

pub struct ListedBadge {
    pub code: Code,
    pub revoked_at: Option<Moment>,
}

pub struct Roster {
    pub people: Vec<Entry>,
    /// It begins anew: what the device had of people before is no longer so.
    pub whole: bool,
    pub cursor: Option<Cursor>,
    /// There are more: ask again with the cursor.
    pub more: bool,
}

type Row = (i64, i64, i64, Person);

/// Who was added or changed after `since`, in the order of the changes; everybody where `since` is of another history
/// than this database's: of a time that a restored backup has undone.
pub fn roster(c: &mut Connection, forum_id: i64, since: Option<Cursor>) -> Result<Roster> {
    let since = match since {
        Some(since) if turn::mark(c, forum_id, since.turn)? == Some(since.mark) => Some(since),
        _ => None,
    };
    let rows = changed(c, forum_id, since)?;
    let cursor = match rows.last() {
        Some((id, turn, _, _)) => Some(Cursor {
            turn: *turn,
            id: *id,
            // A turn that nobody gave has no mark: what comes with it is told again.
            mark: turn::mark(c, forum_id, *turn)?.unwrap_or_default(),
        }),
        None => since,
    };
    Ok(Roster {
        whole: since.is_none(),
        more: rows.len() as i64 == MOST,
        cursor,
        people: entries(c, rows)?,
    })
}

fn changed(c: &mut Connection, forum_id: i64, since: Option<Cursor>) -> Result<Vec<Row>> {
    let mut query = registration::table
        .inner_join(category::table)
        .filter(registration::forum_id.eq(forum_id))
        .order((registration::turn, registration::id))
        .limit(MOST)
        .select((
            registration::id,
            registration::turn,
            registration::category_id,
            (
                registration::public_id,
                registration::name,
                registration::native_name,
                registration::organisation,
                registration::country,
                category::slug,
                registration::state,
            ),
        ))
        .into_boxed::<crate::db::Backend>();
    if let Some(since) = since {
        query = query.filter(registration::turn.ge(since.turn)).filter(
            registration::turn
                .gt(since.turn)
                .or(registration::id.gt(since.id)),
        );
    }
    query.load(c)
}

fn entries(c: &mut Connection, rows: Vec<Row>) -> Result<Vec<Entry>> {
    let ids: Vec<i64> = rows.iter().map(|(id, _, _, _)| *id).collect();
    let mut sites = sites(c, &ids)?;
    let mut badges = badges(c, &ids)?;
    Ok(rows
        .into_iter()
        .map(|(id, _, category_id, person)| Entry {
            person,
            category_id,
            sites: sites.remove(&id).unwrap_or_default(),
            badges: badges.remove(&id).unwrap_or_default(),
        })
        .collect())
}

fn sites(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<Named>>> {
    let rows: Vec<(i64, Named)> = registration_site::table
        .inner_join(site::table)
        .filter(registration_site::registration_id.eq_any(ids.to_vec()))
        .order(site::id)
        .select((registration_site::registration_id, (site::id, site::slug)))
        .load(c)?;
    Ok(grouped(rows))
}

fn badges(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<ListedBadge>>> {
    let rows: Vec<(i64, String, Option<Moment>)> = badge::table
        .filter(badge::registration_id.eq_any(ids.to_vec()))
        .order(badge::id)
        .select((badge::registration_id, badge::code, badge::revoked_at))
        .load(c)?;
    Ok(grouped(rows.into_iter().filter_map(
        |(id, code, revoked_at)| {
            let code = Code::parse(&code)?;
            Some((id, ListedBadge { code, revoked_at }))
        },
    )))
}

/// What a checkpoint asks of who wants to pass, in words a device knows.
pub struct Rule {
    pub checkpoint: Checkpoint,
    pub site: Option<String>,
    /// The categories that pass; none named: all.
    pub categories: Vec<Named>,
}

/// What people and rules refer to, with the short names of now.
pub struct Names {
    pub categories: Vec<Named>,
    pub sites: Vec<Named>,
}

pub fn names(c: &mut Connection, forum_id: i64) -> Result<Names> {
    Ok(Names {
        categories: category::table
            .filter(category::forum_id.eq(forum_id))
            .order((category::position, category::id))
            .select((category::id, category::slug))
            .load(c)?,
        sites: site::table
            .filter(site::forum_id.eq(forum_id))
            .order(site::id)
            .select((site::id, site::slug))
            .load(c)?,
    })
}

pub fn rules(c: &mut Connection, checkpoints: Vec<Checkpoint>) -> Result<Vec<Rule>> {
    let ids: Vec<i64> = checkpoints.iter().map(|checkpoint| checkpoint.id).collect();
    let categories: Vec<(i64, Named)> = checkpoint_category::table
        .inner_join(category::table)
        .filter(checkpoint_category::checkpoint_id.eq_any(ids.clone()))
        .order(category::id)
        .select((
            checkpoint_category::checkpoint_id,
            (category::id, category::slug),
        ))
        .load(c)?;
    let sites: Vec<(i64, String)> = checkpoint::table
        .inner_join(site::table)
        .filter(checkpoint::id.eq_any(ids))
        .select((checkpoint::id, site::slug))
        .load(c)?;
    let mut categories = grouped(categories);
    let mut sites: HashMap<i64, String> = sites.into_iter().collect();
    Ok(checkpoints
        .into_iter()
        .map(|checkpoint| Rule {
            site: sites.remove(&checkpoint.id),
            categories: categories.remove(&checkpoint.id).unwrap_or_default(),
            checkpoint,
        })
        .collect())
}

fn grouped<T>(rows: impl IntoIterator<Item = (i64, T)>) -> HashMap<i64, Vec<T>> {
    let mut groups: HashMap<i64, Vec<T>> = HashMap::new();
    for (id, item) in rows {
        groups.entry(id).or_default().push(item);
    }
    groups
}

impl ListedBadge {
    /// SHA-256 of the code, in hexadecimal: so a lost device holds no code.
    pub fn hash(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.code.as_str().as_bytes()))
    }
}

impl Entry {
    /// Who will not come is a registration to be refused, and no name a door needs.
    pub fn is_expected(&self) -> bool {
        !matches!(self.person.state, State::Declined | State::Withdrawn)
    }
}
