//! A forum: an event with its own registration, places, days, languages and categories.

pub mod category;
pub mod context;
pub mod forum_image;
pub mod outside;
pub mod quota;
pub mod renamed;
pub mod schedule;
pub mod wording;

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};

use super::places::zone_change::ZoneChange;
use crate::clock::Moment;
use crate::db::schema::{account_access, forum};
use crate::db::{Connection, Result};
use crate::models::turn;
use crate::text_column;
use crate::values::Language;

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = forum)]
pub struct Forum {
    pub id: i64,
    pub slug: String,
    /// IANA zone in which opening and closing are written and read.
    pub zone: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub opens_at: Option<Moment>,
    pub closes_at: Option<Moment>,
    /// Places in all; none: as many as come.
    #[diesel(select_expression = sql(quota::PLACES_OF_FORUM), select_expression_type = SqlLiteral<Nullable<Integer>>)]
    pub capacity: Option<i32>,
    /// Places that confirmed registrations hold.
    #[diesel(select_expression = sql(quota::TAKEN_OF_FORUM), select_expression_type = SqlLiteral<Integer>)]
    pub taken: i32,
    pub approval: Approval,
    /// Codes in the order in which a missing text falls back, such as `az,en,ru`.
    pub languages: String,
    /// Colour of its own, `#0e5a5f`.
    pub brand: Option<String>,
    /// Address that delegates may write to.
    pub contact: Option<String>,
    /// Whether Northern Cyprus (QN) stands among the countries.
    pub offers_qn: bool,
    pub published: bool,
    pub walk_ins: WalkIns,
    /// Whether phones at the doors hold entries that open with a badge's code alone.
    pub strict_doors: bool,
    /// Days after which who has not opened the own page is asked whether they come.
    pub asks_after: Option<i32>,
    pub created_at: Moment,
    pub updated_at: Moment,
}

text_column! {
    /// Who decides over a registration.
    pub enum Approval {
        AtOnce = "at_once",
        ByDesk = "by_desk",
    }
}

text_column! {
    /// Whether a door registers those who come without being registered, and how they then stand.
    pub enum WalkIns {
        No = "no",
        Pending = "pending",
        Confirmed = "confirmed",
    }
}

/// Where registration stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Opens at the moment given.
    NotYet(Moment),
    Open,
    Closed,
}

impl Forum {
    pub fn stage(&self, now: Moment) -> Stage {
        match (self.opens_at, self.closes_at) {
            (Some(opens), _) if now < opens => Stage::NotYet(opens),
            (_, Some(closes)) if now >= closes => Stage::Closed,
            _ => Stage::Open,
        }
    }

    /// Every place is taken, so that who comes now is waitlisted.
    pub fn is_full(&self) -> bool {
        self.capacity.is_some_and(|capacity| self.taken >= capacity)
    }

    pub fn languages(&self) -> Vec<Language> {
        self.languages
            .split(',')
            .filter_map(Language::parse)
            .collect()
    }

    /// The forum's zone; UTC if the tables no longer know it.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.zone.parse().unwrap_or(chrono_tz::UTC)
    }
}

/// What the desk may set.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = forum)]
#[diesel(treat_none_as_null = true)]
pub struct Settings {
    pub slug: String,
    pub zone: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub opens_at: Option<Moment>,
    pub closes_at: Option<Moment>,
    #[diesel(skip_insertion, skip_update)]
    pub capacity: Option<i32>,
    pub approval: Approval,
    pub languages: String,
    pub brand: Option<String>,
    pub contact: Option<String>,
    pub offers_qn: bool,
    pub published: bool,
    pub walk_ins: WalkIns,
    pub strict_doors: bool,
    pub asks_after: Option<i32>,
}

pub fn by_slug(c: &mut Connection, slug: &str) -> Result<Option<Forum>> {
    forum::table
        .filter(forum::slug.eq(slug))
        .select(Forum::as_select())
        .first(c)
        .optional()
}

pub fn by_id(c: &mut Connection, id: i64) -> Result<Forum> {
    forum::table.find(id).select(Forum::as_select()).first(c)
}

/// Published forums, the next ones first.
pub fn published(c: &mut Connection) -> Result<Vec<Forum>> {
    forum::table
        .filter(forum::published.eq(true))
        .order((forum::starts_on, forum::slug))
        .select(Forum::as_select())
        .load(c)
}

/// Forums that ask who comes.
pub fn asking(c: &mut Connection) -> Result<Vec<Forum>> {
    forum::table
        .filter(forum::asks_after.is_not_null())
        .order(forum::id)
        .select(Forum::as_select())
        .load(c)
}

/// Every forum there is: for the owner and for commands.
pub fn all(c: &mut Connection) -> Result<Vec<Forum>> {
    forum::table
        .order((forum::starts_on.desc(), forum::slug))
        .select(Forum::as_select())
        .load(c)
}

/// The forums an account was given.
pub fn of_account(c: &mut Connection, account_id: i64) -> Result<Vec<Forum>> {
    forum::table
        .inner_join(account_access::table)
        .filter(account_access::account_id.eq(account_id))
        .order((forum::starts_on.desc(), forum::slug))
        .select(Forum::as_select())
        .load(c)
}

/// A new forum, or `None` when the address is taken.
pub fn create(c: &mut Connection, settings: &Settings, now: Moment) -> Result<Option<i64>> {
    if by_slug(c, &settings.slug)?.is_some() {
        return Ok(None);
    }
    let id = diesel::insert_into(forum::table)
        .values((
            settings,
            forum::created_at.eq(now),
            forum::updated_at.eq(now),
        ))
        .returning(forum::id)
        .get_result(c)?;
    quota::begin(c, id, None, settings.capacity)?;
    Ok(Some(id))
}

/// `false` when another forum has the address. With another zone, what goes by the forum's clocks keeps the times that
/// people wrote.
pub fn update(c: &mut Connection, forum_id: i64, settings: &Settings, now: Moment) -> Result<bool> {
    if by_slug(c, &settings.slug)?.is_some_and(|other| other.id != forum_id) {
        return Ok(false);
    }
    turn::hold(c, forum_id)?;
    let before = by_id(c, forum_id)?;
    quota::set(c, forum_id, None, settings.capacity)?;
    diesel::update(forum::table.find(forum_id))
        .set((settings, forum::updated_at.eq(now)))
        .execute(c)?;
    if let Some(change) = ZoneChange::of(&before.zone, &settings.zone) {
        change.at_forum(c, forum_id, now)?;
    }
    Ok(true)
}
