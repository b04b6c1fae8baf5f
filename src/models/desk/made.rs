//! What an account made that opens something to others: devices at doors, and invitations to the desk. Whoever takes a
//! right away from it is shown these, and takes them over or ends them.

use std::collections::HashMap;

use diesel::prelude::*;

use super::account::{self, Role};
use crate::clock::Moment;
use crate::db::schema::{
    account as accounts, account_access, account_link, device as devices, forum,
};
use crate::db::{Connection, Result};
use crate::models::devices::device;

/// What is taken away from an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loss {
    /// The right at a forum, or a part of it: this one is left.
    Right {
        forum_id: i64,
        left: Option<Role>,
    },
    Ownership,
    /// It is shut out.
    Account,
}

/// What becomes of what the account made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    TakeOver,
    End,
}

impl Fate {
    pub(crate) fn parse(text: &str) -> Option<Fate> {
        match text {
            "take-over" => Some(Fate::TakeOver),
            "end" => Some(Fate::End),
            _ => None,
        }
    }
}

/// What still works of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Made {
    pub devices: Vec<MadeDevice>,
    pub invitations: Vec<Invitation>,
    /// The forum that it is all of; none: of whatever forum.
    forum_id: Option<i64>,
}

/// A device that the account made, or for which it made the last link.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(crate) struct MadeDevice {
    id: i64,
    forum_id: i64,
    pub name: String,
    /// Short name of its forum.
    pub forum: String,
    pub valid_until: Moment,
}

/// Somebody whom the account invited so lately that the link may not have been used yet. Of a forum's people it is not
/// said whether it was: that would tell who had an account before.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(crate) struct Invitation {
    account_id: i64,
    pub email: String,
}

impl Made {
    pub(crate) fn is_empty(&self) -> bool {
        self.devices.is_empty() && self.invitations.is_empty()
    }
}

/// What an account made that it could not make any more.
pub(crate) fn beyond(c: &mut Connection, account_id: i64, loss: Loss, now: Moment) -> Result<Made> {
    if account::by_id(c, account_id)?.is_owner && matches!(loss, Loss::Right { .. }) {
        return Ok(Made::default());
    }
    let left = match loss {
        Loss::Ownership => rights(c, account_id)?,
        Loss::Right { .. } | Loss::Account => HashMap::new(),
    };
    let is_lost = |device: &MadeDevice| match loss {
        Loss::Right { forum_id, left } => {
            device.forum_id == forum_id && !left.is_some_and(Role::may_run_doors)
        }
        Loss::Ownership => !left
            .get(&device.forum_id)
            .is_some_and(|role| role.may_run_doors()),
        Loss::Account => true,
    };
    let mut devices = working(c, account_id, now)?;
    devices.retain(is_lost);
    let invitations = match loss {
        Loss::Right { left, .. } if left.is_some_and(|role| role >= Role::Organizer) => Vec::new(),
        Loss::Right { forum_id, .. } => given_lately(c, account_id, forum_id, now)?,
        Loss::Ownership | Loss::Account => unused(c, account_id, now)?,
    };
    Ok(Made {
        devices,
        invitations,
        forum_id: match loss {
            Loss::Right { forum_id, .. } => Some(forum_id),
            Loss::Ownership | Loss::Account => None,
        },
    })
}

/// Nothing is left behind that nobody has decided over: `false` where there is something and no word about it.
pub(crate) fn settle(
    c: &mut Connection,
    (account_id, made): (i64, &Made),
    (fate, by): (Option<Fate>, Option<i64>),
    now: Moment,
) -> Result<bool> {
    match fate {
        None => return Ok(made.is_empty()),
        Some(Fate::TakeOver) => take_over(c, account_id, made, by)?,
        Some(Fate::End) => end(c, account_id, made, now)?,
    }
    Ok(true)
}

fn rights(c: &mut Connection, account_id: i64) -> Result<HashMap<i64, Role>> {
    let given: Vec<(i64, Role)> = account_access::table
        .filter(account_access::account_id.eq(account_id))
        .select((account_access::forum_id, account_access::role))
        .load(c)?;
    Ok(given.into_iter().collect())
}

fn working(c: &mut Connection, account_id: i64, now: Moment) -> Result<Vec<MadeDevice>> {
    let is_theirs = devices::made_by
        .eq(account_id)
        .or(devices::paired_by.eq(account_id));
    devices::table
        .inner_join(forum::table)
        .filter(is_theirs)
        .filter(devices::revoked_at.is_null())
        .filter(devices::valid_until.gt(now))
        .filter(devices::is_paper.eq(false))
        .order((forum::slug, devices::id))
        .select((
            devices::id,
            devices::forum_id,
            devices::name,
            forum::slug,
            devices::valid_until,
        ))
        .load(c)
}

fn given_lately(
    c: &mut Connection,
    account_id: i64,
    forum_id: i64,
    now: Moment,
) -> Result<Vec<Invitation>> {
    account_access::table
        .inner_join(accounts::table)
        .filter(account_access::given_by.eq(account_id))
        .filter(account_access::forum_id.eq(forum_id))
        .filter(account_access::account_id.ne(account_id))
        .filter(account_access::given_at.gt(now - account::LINK_LASTS))
        .order(accounts::email_folded)
        .select((accounts::id, accounts::email_folded))
        .load(c)
}

fn unused(c: &mut Connection, account_id: i64, now: Moment) -> Result<Vec<Invitation>> {
    account_link::table
        .inner_join(accounts::table)
        .filter(account_link::made_by.eq(account_id))
        .filter(account_link::account_id.ne(account_id))
        .filter(account_link::used_at.is_null())
        .filter(account_link::valid_until.gt(now))
        .order(accounts::email_folded)
        .select((accounts::id, accounts::email_folded))
        .distinct()
        .load(c)
}

/// It all works on, in the name of another account, or of nobody where a command does it.
fn take_over(c: &mut Connection, account_id: i64, made: &Made, by: Option<i64>) -> Result<()> {
    for device in &made.devices {
        let own = || devices::table.find(device.id);
        diesel::update(own().filter(devices::made_by.eq(account_id)))
            .set(devices::made_by.eq(by))
            .execute(c)?;
        diesel::update(own().filter(devices::paired_by.eq(account_id)))
            .set(devices::paired_by.eq(by))
            .execute(c)?;
    }
    for invited in &made.invitations {
        let given: Vec<i64> = account_access::table
            .filter(account_access::account_id.eq(invited.account_id))
            .filter(account_access::given_by.eq(account_id))
            .select(account_access::forum_id)
            .load(c)?;
        let is_of_it = |forum_id: &i64| made.forum_id.is_none_or(|only| only == *forum_id);
        for forum_id in given.into_iter().filter(is_of_it) {
            diesel::update(account_access::table.find((invited.account_id, forum_id)))
                .set(account_access::given_by.eq(by))
                .execute(c)?;
        }
        let links = account_link::table.filter(account_link::account_id.eq(invited.account_id));
        diesel::update(links.filter(account_link::made_by.eq(account_id)))
            .set(account_link::made_by.eq(by))
            .execute(c)?;
    }
    Ok(())
}

fn end(c: &mut Connection, account_id: i64, made: &Made, now: Moment) -> Result<()> {
    for device in &made.devices {
        device::revoke(c, device.forum_id, device.id, now)?;
    }
    for invited in &made.invitations {
        let links = account_link::table
            .filter(account_link::account_id.eq(invited.account_id))
            .filter(account_link::made_by.eq(account_id))
            .filter(account_link::used_at.is_null());
        diesel::update(links)
            .set(account_link::used_at.eq(now))
            .execute(c)?;
    }
    Ok(())
}
