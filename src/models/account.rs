//! An account of the desk, the forums it was given, and the links that set its password.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, account_access, account_link, forum, sign_in};
use crate::db::{Connection, Result};
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

/// What an account may do at a forum. Each may what those after it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Pairs devices and sees the counters.
    Door,
    /// Sees and exports the registrations.
    Viewer,
    /// Corrects and decides over registrations.
    Registrar,
    /// Changes the forum itself and gives access to it.
    Organizer,
    Owner,
}

impl Role {
    pub const ALL: [Role; 5] = [
        Role::Owner,
        Role::Organizer,
        Role::Registrar,
        Role::Viewer,
        Role::Door,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Organizer => "organizer",
            Role::Registrar => "registrar",
            Role::Viewer => "viewer",
            Role::Door => "door",
        }
    }

    pub fn parse(text: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// How long a link that sets a password is good.
pub const LINK_LASTS: chrono::TimeDelta = chrono::TimeDelta::hours(72);

/// A new account; `None` when the address has one.
pub fn create(
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

pub fn by_email(c: &mut Connection, email: &Email) -> Result<Option<Account>> {
    account::table
        .filter(account::email_folded.eq(email.folded()))
        .select(Account::as_select())
        .first(c)
        .optional()
}

pub fn by_id(c: &mut Connection, id: i64) -> Result<Account> {
    account::table
        .find(id)
        .select(Account::as_select())
        .first(c)
}

pub fn all(c: &mut Connection) -> Result<Vec<Account>> {
    account::table
        .order(account::email_folded)
        .select(Account::as_select())
        .load(c)
}

/// The forum an account asks for, with its role there; `None` when it was not given: then the
/// forum does not exist for it.
pub fn forum_for(
    c: &mut Connection,
    account: &Account,
    slug: &str,
) -> Result<Option<(super::forum::Forum, Role)>> {
    let Some(forum) = super::forum::by_slug(c, slug)? else {
        return Ok(None);
    };
    if account.is_owner {
        return Ok(Some((forum, Role::Owner)));
    }
    let role: Option<String> = account_access::table
        .find((account.id, forum.id))
        .select(account_access::role)
        .first(c)
        .optional()?;
    Ok(role
        .as_deref()
        .and_then(Role::parse)
        .map(|role| (forum, role)))
}

/// Gives, or changes, the role at a forum.
pub fn grant(c: &mut Connection, account_id: i64, forum_id: i64, role: Role) -> Result<()> {
    if !change_role(c, account_id, forum_id, role)? {
        diesel::insert_into(account_access::table)
            .values((
                account_access::account_id.eq(account_id),
                account_access::forum_id.eq(forum_id),
                account_access::role.eq(role.as_str()),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// What somebody was given at a forum.
pub fn role_at(c: &mut Connection, account_id: i64, forum_id: i64) -> Result<Option<String>> {
    account_access::table
        .find((account_id, forum_id))
        .select(account_access::role)
        .first(c)
        .optional()
}

/// Another role for somebody who was given the forum; `false` when it was taken away meanwhile.
pub fn change_role(c: &mut Connection, account_id: i64, forum_id: i64, role: Role) -> Result<bool> {
    let changed = diesel::update(account_access::table.find((account_id, forum_id)))
        .set(account_access::role.eq(role.as_str()))
        .execute(c)?;
    Ok(changed == 1)
}

/// `false` when it was taken away before.
pub fn take_away(c: &mut Connection, account_id: i64, forum_id: i64) -> Result<bool> {
    let taken = diesel::delete(account_access::table.find((account_id, forum_id))).execute(c)?;
    Ok(taken == 1)
}

/// Who was given a forum, as (account id, e-mail, role).
pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<(i64, String, String)>> {
    account_access::table
        .inner_join(account::table)
        .filter(account_access::forum_id.eq(forum_id))
        .order(account::email_folded)
        .select((account::id, account::email, account_access::role))
        .load(c)
}

/// The forums an account was given, as (short name, role).
pub fn access_of(c: &mut Connection, account_id: i64) -> Result<Vec<(String, String)>> {
    account_access::table
        .inner_join(forum::table)
        .filter(account_access::account_id.eq(account_id))
        .order(forum::slug)
        .select((forum::slug, account_access::role))
        .load(c)
}

/// Makes an account an owner, or no longer one; `false` when it is the last owner who can sign in.
pub fn set_owner(c: &mut Connection, id: i64, is_owner: bool) -> Result<bool> {
    if !is_owner && by_id(c, id)?.is_owner && !others_own(c, id)? {
        return Ok(false);
    }
    diesel::update(account::table.find(id))
        .set(account::is_owner.eq(is_owner))
        .execute(c)?;
    Ok(true)
}

/// Shuts an account out at once; `false` when it is the last owner who can sign in.
pub fn disable(c: &mut Connection, id: i64, now: Moment) -> Result<bool> {
    if by_id(c, id)?.is_owner && !others_own(c, id)? {
        return Ok(false);
    }
    set_disabled(c, id, Some(now))?;
    Ok(true)
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

/// Whether an account may create forums: an owner, and who organizes one already.
pub fn may_create_forums(c: &mut Connection, account: &Account) -> Result<bool> {
    if account.is_owner {
        return Ok(true);
    }
    let organizes = account_access::table
        .filter(account_access::account_id.eq(account.id))
        .filter(account_access::role.eq(Role::Organizer.as_str()));
    diesel::select(diesel::dsl::exists(organizes)).get_result(c)
}

/// Shuts an account out at once, or lets it in again.
pub fn set_disabled(c: &mut Connection, id: i64, disabled_at: Option<Moment>) -> Result<()> {
    diesel::update(account::table.find(id))
        .set(account::disabled_at.eq(disabled_at))
        .execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::account_id.eq(id))).execute(c)?;
    Ok(())
}

/// A one-time link that sets the password.
pub fn make_link(
    c: &mut Connection,
    account_id: i64,
    token: &Secret,
    valid_until: Moment,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(account_link::table)
        .values((
            account_link::account_id.eq(account_id),
            account_link::token_hash.eq(token.hash()),
            account_link::created_at.eq(now),
            account_link::valid_until.eq(valid_until),
        ))
        .execute(c)?;
    Ok(())
}

/// Whose password a link sets, while it may be used.
pub fn by_link(c: &mut Connection, token: &Secret, now: Moment) -> Result<Option<Account>> {
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
pub fn set_password(
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
pub fn replace_hash(c: &mut Connection, id: i64, password_hash: &str) -> Result<()> {
    diesel::update(account::table.find(id))
        .set(account::password_hash.eq(password_hash))
        .execute(c)?;
    Ok(())
}
