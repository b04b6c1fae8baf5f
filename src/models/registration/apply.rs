use diesel::prelude::*;
use uuid::Uuid;

use super::{Application, Registration, Source, State, add_sites, folded_name, same, sort_key};
use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{self, Connection, Prepare, Result};
use crate::models::category::Category;
use crate::models::event::{self, Actor, What};
use crate::models::forum::{Approval, Forum};
use crate::models::{badge, organisation, place, search_key, turn};

/// What became of an application.
#[derive(Debug, Clone)]
pub enum Applied {
    New(Registration),
    /// The same form came a second time: a double click, or the back button.
    Again(Registration),
    /// Somebody of this name is registered at this forum with this address already.
    Known(Registration),
}

/// Registers a person: the row, its history, the badge, and what `tell` adds to it, in one transaction.
///
/// The turn is given and the place taken last. Their counters are the one row that all who register at once have to
/// wait for, so it is held for the commit alone; who finds the last place gone then does it all again, as one
/// waitlisted.
pub fn apply(
    c: &mut Connection,
    forum: &Forum,
    category: &Category,
    application: &Application,
    actor: Actor,
    now: Moment,
    tell: impl FnOnce(&mut Connection, &Registration) -> Result<()>,
) -> Result<Applied> {
    let details = &application.details;
    if let Some(known) = same(c, forum.id, &application.email, &details.name)? {
        return Ok(already(known, application));
    }
    let organisation_id = details
        .organisation
        .as_deref()
        .map(|name| organisation::find_or_create(c, name, details.country.code()))
        .transpose()?;
    let state = first_state(c, forum, category, application.state)?;
    let new = insert(c, forum, category, application, organisation_id, state, now)
        // Whoever loses the race for one name at one address finds it known the next time.
        .map_err(db::again_if_taken)?;
    enter(c, forum, application, &new, actor, now)?;
    tell(c, &new)?;
    turn::added(c, forum.id, new.id)?;
    if state == State::Confirmed && !place::take(c, forum.id, category.id)? {
        return Err(db::again());
    }
    Ok(Applied::New(new))
}

fn already(known: Registration, application: &Application) -> Applied {
    if application.form_id.is_some() && known.form_id == application.form_id {
        Applied::Again(known)
    } else {
        Applied::Known(known)
    }
}

/// The forum's rule, or the category's own; who comes after the last place is waitlisted.
fn first_state(
    c: &mut Connection,
    forum: &Forum,
    category: &Category,
    wanted: Option<State>,
) -> Result<State> {
    let by_rule = match category.approval().unwrap_or(forum.approval()) {
        Approval::AtOnce => State::Confirmed,
        Approval::ByDesk => State::Pending,
    };
    let needs_place = match wanted {
        None => true,
        Some(state) => state == State::Confirmed,
    };
    if needs_place && place::is_full(c, forum.id, category.id)? {
        return Ok(State::Waitlisted);
    }
    Ok(wanted.unwrap_or(by_rule))
}

fn insert(
    c: &mut Connection,
    forum: &Forum,
    category: &Category,
    application: &Application,
    organisation_id: Option<i64>,
    state: State,
    now: Moment,
) -> Result<Registration> {
    let details = &application.details;
    let (link_hash, link) = application.link.columns();
    let id: i64 = diesel::insert_into(registration::table)
        .values((
            (
                registration::public_id.eq(Uuid::now_v7().to_string()),
                registration::forum_id.eq(forum.id),
                registration::category_id.eq(category.id),
                registration::organisation_id.eq(organisation_id),
                registration::name.eq(&details.name),
                registration::native_name.eq(&details.native_name),
                registration::email.eq(application.email.as_str()),
                registration::email_folded.eq(application.email.folded()),
                registration::phone.eq(&details.phone),
                registration::country.eq(details.country.code()),
            ),
            (
                registration::organisation.eq(&details.organisation),
                registration::position.eq(&details.position),
                registration::language.eq(details.language.code()),
                registration::access_needs.eq(&details.access_needs),
                registration::food_needs.eq(&details.food_needs),
                registration::state.eq(state.as_str()),
                registration::link.eq(link),
                registration::form_id.eq(&application.form_id),
                registration::sort_key.eq(sort_key(&details.name)),
                registration::source.eq(application.source.as_str()),
                registration::registered_at.eq(application.registered_at),
                registration::updated_at.eq(now),
                registration::name_folded.eq(folded_name(&details.name)),
                registration::invite_again.eq(&application.invite_again),
                registration::link_hash.eq(link_hash),
            ),
        ))
        .returning(registration::id)
        .prepared()
        .get_result(c)?;
    super::by_id(c, id)
}

/// What belongs to a new registration: its sites, the first line of its history, its badge, its search keys.
fn enter(
    c: &mut Connection,
    forum: &Forum,
    application: &Application,
    new: &Registration,
    actor: Actor,
    now: Moment,
) -> Result<()> {
    let details = &application.details;
    add_sites(c, new.id, &details.sites)?;
    let what = match application.source {
        Source::Import => What::Imported,
        Source::Form | Source::Desk | Source::Demo => What::Registered,
    };
    event::record(c, new.id, now, actor, what, (None, Some(&new.state)), None)?;
    if new.state() == State::Confirmed {
        badge::issue(c, forum.id, new.id, &application.code, now)?;
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
