use std::convert::identity;

use diesel::prelude::*;
use uuid::Uuid;

use super::line::can_be_served;
use super::person_key::{all_same, next_twin};
use super::row::{self, NewRow};
use crate::db::schema::{registration, standing};
use crate::db::{self, Connection, Prepare, Result};
use crate::models::forum::category::{self, Category};
use crate::models::forum::{self, Approval, Forum, quota};
use crate::models::people::event::{self, By, What};
use crate::models::people::registration::{
    Application, PersonKey, Registration, Source, add_sites,
};
use crate::models::people::standing::{Asks, Place, Standing, State};
use crate::models::people::{badge, organisation, search_key};
use crate::models::turn;

/// What became of an application.
#[derive(Debug, Clone)]
pub enum Applied {
    New(Registration),
    /// The same form came a second time: a double click, or the back button.
    Again(Registration),
    /// This person is registered at this forum already.
    Known(Registration),
}

/// Registers a person: the row, its history, the badge, and what `tell` adds to it, in one transaction.
///
/// The turn is given and the place taken last. Their counters are the one row that all who register at once have to
/// wait for, so it is held for the commit alone; who finds by then that a place is gone, or has become free, does it all
/// again.
pub fn apply(
    c: &mut Connection,
    (forum, category): (&Forum, &Category),
    application: &Application,
    by: By,
    tell: impl FnOnce(&mut Connection, &Registration) -> Result<()>,
) -> Result<Applied> {
    let details = &application.details;
    let key = PersonKey::of_details(details, application.email.as_ref());
    let mut twin = 0;
    let known = all_same(c, forum.id, &key)?;
    if let Some(applied) = already(known, application) {
        match applied {
            Applied::Known(_) if application.is_another => twin = next_twin(c, forum.id, &key)?,
            applied => return Ok(applied),
        }
    }
    let asks = asked_by(forum, category);
    let mut stands = match application.state {
        Some(state) => Standing::said_to_be(asks, state),
        None => Standing::asking(asks),
    };
    let is_served = stands.is_in_line() && can_be_served(c, forum.id, category.id, None)?;
    if is_served {
        stands.place = Place::Held;
    }
    stands.begin_at(BEFORE_ITS_TURN);
    let new = insert(c, (forum, category), application, (&key, twin), stands, by)?;
    enter(c, forum, application, &new, by)?;
    tell(c, &new)?;
    let turn = turn::next(c, forum.id)?;
    let is_as_before = match is_served {
        true => quota::take(c, forum.id, category.id)?,
        false => !stands.is_in_line() || !can_be_served(c, forum.id, category.id, Some(new.id))?,
    };
    if !is_as_before {
        return Err(db::again());
    }
    stands.begin_at(turn);
    diesel::update(standing::table.find(new.id))
        .set((stands, standing::turn.eq(turn)))
        .prepared()
        .execute_along(c, identity)?;
    Ok(Applied::New(new))
}

/// What stands in the row until the turn is given.
const BEFORE_ITS_TURN: i64 = 0;

/// What an application is when those of its key are registered.
fn already(mut known: Vec<Registration>, application: &Application) -> Option<Applied> {
    let is_it =
        |one: &Registration| application.form_id.is_some() && one.form_id == application.form_id;
    if let Some(again) = known.iter().position(is_it) {
        return Some(Applied::Again(known.swap_remove(again)));
    }
    known.into_iter().next().map(Applied::Known)
}

/// The forum's rule, or the category's own.
fn asked_by(forum: &Forum, category: &Category) -> Asks {
    match category.approval.unwrap_or(forum.approval) {
        Approval::AtOnce => Asks::Nobody,
        Approval::ByDesk => Asks::Desk,
    }
}

/// The same for a category alone.
pub(super) fn asks_of(c: &mut Connection, category_id: i64) -> Result<Asks> {
    let category = category::by_id(c, category_id)?;
    let forum = forum::by_id(c, category.forum_id)?;
    Ok(asked_by(&forum, &category))
}

fn insert(
    c: &mut Connection,
    (forum, category): (&Forum, &Category),
    application: &Application,
    (key, twin): (&PersonKey, i32),
    stands: Standing,
    by: By,
) -> Result<Registration> {
    let details = &application.details;
    let organisation_id = details
        .organisation
        .as_deref()
        .map(|name| organisation::find_or_create(c, name, details.country.code()))
        .transpose()?;
    let public_id = Uuid::now_v7().to_string();
    let row = NewRow {
        public_id: public_id.clone(),
        forum_id: forum.id,
        category_id: category.id,
        organisation_id,
        details,
        email: application.email.as_ref(),
        key,
        twin,
        stands: &stands,
        link: &application.link,
        form_id: application.form_id.as_deref(),
        invite_again: application.invite_again.as_deref(),
        source: application.source,
        registered_at: application.registered_at,
        updated_at: by.now,
        turn: BEFORE_ITS_TURN,
    };
    // Whoever loses the race for one key finds it known the next time.
    let race = db::again_if_taken;
    db::insert_row(c, "registration", row::COLUMNS, row.values(), race)?;
    registration::table
        .filter(registration::public_id.eq(public_id))
        .select(Registration::as_select())
        .first(c)
}

/// What belongs to a new registration: its sites, the first line of its history, its badge, its search keys.
fn enter(
    c: &mut Connection,
    forum: &Forum,
    application: &Application,
    new: &Registration,
    by: By,
) -> Result<()> {
    let details = &application.details;
    add_sites(c, new.id, &details.sites)?;
    let what = match application.source {
        Source::Import => What::Imported,
        Source::Form | Source::Desk | Source::Demo | Source::Door => What::Registered,
    };
    event::record(c, new.id, by, what, (None, Some(new.state)), None)?;
    if new.state == State::Confirmed {
        badge::issue(c, forum.id, new.id, &application.code, by.now)?;
    }
    search_key::write(
        c,
        forum.id,
        new.id,
        &details.name,
        details.native_name.as_deref(),
        details.organisation.as_deref(),
    )
}
