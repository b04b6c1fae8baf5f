//! An account of the desk, the forums it was given, and the links that set its password.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, account_access, account_link, forum, sign_in};
use crate::db::{Connection, Result};
use crate::text_column;
use crate::values::{Email, Secret};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = account)]
pub struct Account {
    pub id: i64,
    pub email: String,
    pub password_hash: Option<String>,
    /// An owner sees every forum and gives access to others.
    pub is_owner: bool,
    pub created_at: Moment,
    pub disabled_at: Option<Moment>,
}

text_column! {
    /// What an account may do at a forum. Each may what those after it may, but that a viewer runs no doors.
    pub enum Role {
        /// Pairs devices and sees the counters.
        Door = "door",
        /// Sees and exports the registrations.
        Viewer = "viewer",
        /// Corrects and decides over registrations.
        Registrar = "registrar",
        /// Changes the forum itself and gives access to it.
        Organizer = "organizer",
        Owner = "owner",
    }
}

impl Role {
    /// Whether it sees badge codes, which open doors, and what people need: who only looks on does not.
    pub fn sees_badges_and_needs(self) -> bool {
        self >= Role::Registrar
    }

    /// Whether it makes, renews and revokes devices: whoever only looks on does not.
    pub fn may_run_doors(self) -> bool {
        self != Role::Viewer
    }
}

/// How long a link that sets a password is good.
pub(crate) const LINK_LASTS: chrono::TimeDelta = chrono::TimeDelta::hours(72);

/// A new account; `None` when the address has one.
pub(crate) fn create(
    c: &mut Connection,
    email: &Email,
    is_owner: bool,
    now: Moment,
) -> Result<Option<i64>> {
    if by_email(c, email)?.is_some() {
        return Ok(None);
    }
    let id = diesel::insert_into(account::table)
        .values((
            account::email.eq(email.as_str()),
            account::email_folded.eq(email.folded()),
            account::is_owner.eq(is_owner),
            account::created_at.eq(now),
        ))
        .returning(account::id)
        .get_result(c)?;
    Ok(Some(id))
}

pub(crate) fn by_email(c: &mut Connection, email: &Email) -> Result<Option<Account>> {
    account::table
        .filter(account::email_folded.eq(email.folded()))
        .select(Account::as_select())
        .first(c)
        .optional()
}

pub(crate) fn by_id(c: &mut Connection, id: i64) -> Result<Account> {
    account::table
        .find(id)
        .select(Account::as_select())
        .first(c)
}

pub(crate) fn all(c: &mut Connection) -> Result<Vec<Account>> {
    account::table
        .order(account::email_folded)
        .select(Account::as_select())
        .load(c)
}

/// The forum an account asks for, with its role there; `None` when it was not given: then the
/// forum does not exist for it.
pub(crate) fn forum_for(
    c: &mut Connection,
    account: &Account,
    slug: &str,
) -> Result<Option<(crate::models::forum::Forum, Role)>> {
    let Some(forum) = crate::models::forum::by_slug(c, slug)? else {
        return Ok(None);
    };
    if account.is_owner {
        return Ok(Some((forum, Role::Owner)));
    }
    let role: Option<Role> = account_access::table
        .find((account.id, forum.id))
        .select(account_access::role)
        .first(c)
        .optional()?;
    Ok(role.map(|role| (forum, role)))
}

/// A role at a forum, and by whose word it is had.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grant {
    pub forum_id: i64,
    pub role: Role,
    /// The account that gives it; none: a command, or the forum's maker.
    pub given_by: Option<i64>,
    pub now: Moment,
}

/// Gives, or changes, the role at a forum.
pub(crate) fn grant(c: &mut Connection, account_id: i64, grant: &Grant) -> Result<()> {
    let given = || {
        (
            account_access::role.eq(grant.role),
            account_access::given_by.eq(grant.given_by),
            account_access::given_at.eq(grant.now),
        )
    };
    let own = account_access::table.find((account_id, grant.forum_id));
    if diesel::update(own).set(given()).execute(c)? == 0 {
        diesel::insert_into(account_access::table)
            .values((
                account_access::account_id.eq(account_id),
                account_access::forum_id.eq(grant.forum_id),
                given(),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// What somebody was given at a forum.
pub(crate) fn role_at(c: &mut Connection, account_id: i64, forum_id: i64) -> Result<Option<Role>> {
    account_access::table
        .find((account_id, forum_id))
        .select(account_access::role)
        .first(c)
        .optional()
}

/// `false` when it was taken away before.
pub(crate) fn take_away(c: &mut Connection, account_id: i64, forum_id: i64) -> Result<bool> {
    let taken = diesel::delete(account_access::table.find((account_id, forum_id))).execute(c)?;
    Ok(taken == 1)
}

/// Somebody who was given a forum.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Colleague {
    pub account_id: i64,
    /// Not as it was written when the account was made: that would tell whether there was one before.
    pub email: String,
    pub role: Role,
    pub given_by: Option<i64>,
    /// None: before this was known.
    pub given_at: Option<Moment>,
}

/// Who was given a forum.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Colleague>> {
    account_access::table
        .inner_join(account::table.on(account::id.eq(account_access::account_id)))
        .filter(account_access::forum_id.eq(forum_id))
        .order(account::email_folded)
        .select((
            account::id,
            account::email_folded,
            account_access::role,
            account_access::given_by,
            account_access::given_at,
        ))
        .load(c)
}

/// The addresses of accounts, by id.
pub(crate) fn emails(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let found: Vec<(i64, String)> = account::table
        .filter(account::id.eq_any(ids.to_vec()))
        .select((account::id, account::email))
        .load(c)?;
    Ok(found.into_iter().collect())
}

/// The forums an account was given, as (short name, role).
pub(crate) fn access_of(c: &mut Connection, account_id: i64) -> Result<Vec<(String, Role)>> {
    account_access::table
        .inner_join(forum::table)
        .filter(account_access::account_id.eq(account_id))
        .order(forum::slug)
        .select((forum::slug, account_access::role))
        .load(c)
}

/// Makes an account an owner, or no longer one; `false` when it is the last owner who can sign in.
pub(crate) fn set_owner(c: &mut Connection, id: i64, is_owner: bool) -> Result<bool> {
    if !is_owner && is_last_owner(c, id)? {
        return Ok(false);
    }
    diesel::update(account::table.find(id))
        .set(account::is_owner.eq(is_owner))
        .execute(c)?;
    Ok(true)
}

/// Shuts an account out at once; `false` when it is the last owner who can sign in.
pub(crate) fn disable(c: &mut Connection, id: i64, now: Moment) -> Result<bool> {
    if is_last_owner(c, id)? {
        return Ok(false);
    }
    set_disabled(c, id, Some(now))?;
    Ok(true)
}

/// Whether nobody could let others in without this account.
pub(crate) fn is_last_owner(c: &mut Connection, id: i64) -> Result<bool> {
    Ok(by_id(c, id)?.is_owner && !others_own(c, id)?)
}

/// Whether an owner besides this account can sign in. The update holds the owners' rows, so that
/// two owners who shut out each other at the same time do so one after the other.
fn others_own(c: &mut Connection, id: i64) -> Result<bool> {
    let owners = account::table.filter(account::is_owner.eq(true));
    diesel::update(owners)
        .set(account::is_owner.eq(true))
        .execute(c)?;
    let others = account::table
        .filter(account::password_hash.is_not_null())
        .filter(account::is_owner.eq(true))
        .filter(account::disabled_at.is_null())
        .filter(account::id.ne(id));
    diesel::select(diesel::dsl::exists(others)).get_result(c)
}

/// What an account may do at a forum: asked in the transaction that does something there by this right. `None` where it
/// was taken away meanwhile, or the account was shut out.
pub(crate) fn right_at(c: &mut Connection, account_id: i64, forum_id: i64) -> Result<Option<Role>> {
    let access = account_access::account_id
        .eq(account::id)
        .and(account_access::forum_id.eq(forum_id));
    let found: Option<(bool, Option<Role>)> = account::table
        .left_join(account_access::table.on(access))
        .filter(account::id.eq(account_id))
        .filter(account::disabled_at.is_null())
        .select((account::is_owner, account_access::role.nullable()))
        .first(c)
        .optional()?;
    Ok(found.and_then(|(is_owner, role)| match is_owner {
        true => Some(Role::Owner),
        false => role,
    }))
}

/// Whether an account may create forums: an owner, and who organizes one already.
pub(crate) fn may_create_forums(c: &mut Connection, account: &Account) -> Result<bool> {
    if account.is_owner {
        return Ok(true);
    }
    let organizes = account_access::table
        .filter(account_access::account_id.eq(account.id))
        .filter(account_access::role.eq(Role::Organizer));
    diesel::select(diesel::dsl::exists(organizes)).get_result(c)
}

/// Shuts an account out at once, or lets it in again.
pub(crate) fn set_disabled(c: &mut Connection, id: i64, disabled_at: Option<Moment>) -> Result<()> {
    diesel::update(account::table.find(id))
        .set(account::disabled_at.eq(disabled_at))
        .execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::account_id.eq(id))).execute(c)?;
    Ok(())
}

/// A one-time link that sets the password, made by an account or, where there is none, by a command.
pub(crate) fn make_link(
    c: &mut Connection,
    account_id: i64,
    token: &Secret,
    made_by: Option<i64>,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(account_link::table)
        .values((
            account_link::account_id.eq(account_id),
            account_link::token_hash.eq(token.hash()),
            account_link::created_at.eq(now),
            account_link::valid_until.eq(now + LINK_LASTS),
            account_link::made_by.eq(made_by),
        ))
        .execute(c)?;
    Ok(())
}

/// A link that sets an account's password and has not been used.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Invitation {
    pub made_by: Option<i64>,
    pub valid_until: Moment,
}

/// The newest link by which somebody may still set the password.
pub(crate) fn invitation(
    c: &mut Connection,
    account_id: i64,
    now: Moment,
) -> Result<Option<Invitation>> {
    account_link::table
        .filter(account_link::account_id.eq(account_id))
        .filter(account_link::used_at.is_null())
        .filter(account_link::valid_until.gt(now))
        .order(account_link::id.desc())
        .select((account_link::made_by, account_link::valid_until))
        .first(c)
        .optional()
}

/// Whose password a link sets, while it may be used.
pub(crate) fn by_link(c: &mut Connection, token: &Secret, now: Moment) -> Result<Option<Account>> {
    account_link::table
        .inner_join(account::table)
        .filter(account_link::token_hash.eq(token.hash()))
        .filter(account_link::used_at.is_null())
        .filter(account_link::valid_until.gt(now))
        .filter(account::disabled_at.is_null())
        .select(Account::as_select())
        .first(c)
        .optional()
}

/// Sets the password, uses the link up and ends every sign-in; `false` when the link is no longer good.
pub(crate) fn set_password(
    c: &mut Connection,
    token: &Secret,
    password_hash: &str,
    now: Moment,
) -> Result<bool> {
    let Some(account) = by_link(c, token, now)? else {
        return Ok(false);
    };
    diesel::update(
        account_link::table
            .filter(account_link::account_id.eq(account.id))
            .filter(account_link::used_at.is_null()),
    )
    .set(account_link::used_at.eq(now))
    .execute(c)?;
    diesel::update(account::table.find(account.id))
        .set(account::password_hash.eq(password_hash))
        .execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::account_id.eq(account.id))).execute(c)?;
    Ok(true)
}

/// A stronger hash of the same password, made at sign-in when our parameters have grown.
pub(crate) fn replace_hash(c: &mut Connection, id: i64, password_hash: &str) -> Result<()> {
    diesel::update(account::table.find(id))
        .set(account::password_hash.eq(password_hash))
        .execute(c)?;
    Ok(())
}
