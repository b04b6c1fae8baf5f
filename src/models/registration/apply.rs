use diesel::prelude::*;
use uuid::Uuid;

use super::{Application, Registration, Source, State, live_by_email, set_sites, sort_key};
use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{self, Connection, Result};
use crate::models::category::Category;
use crate::models::event::{self, Actor, What};
use crate::models::forum::{Approval, Forum};
use crate::models::{badge, organisation, place, search_key};

/// What became of an application.
#[derive(Debug, Clone)]
pub enum Applied {
    New(Registration),
    /// The same form came a second time: a double click, or the back button.
    Again(Registration),
    /// The address is registered at this forum already.
    Known(Registration),
}

/// Registers a person; the place is taken, the badge issued and the history begun in one transaction.
pub fn apply(
    c: &mut Connection,
    forum: &Forum,
    category: &Category,
    application: &Application,
    actor: Actor,
    now: Moment,
) -> Result<Applied> {
    if let Some(known) = live_by_email(c, forum.id, &application.email)? {
        return Ok(already(known, application));
    }
    let organisation_id = application
        .details
        .organisation
        .as_deref()
        .map(|name| organisation::find_or_create(c, name, application.details.country.code()))
        .transpose()?;
    // A savepoint: whoever loses the race for one address gives the place back.
    let inserted = db::savepoint(c, |c| {
        insert(c, forum, category, application, organisation_id, actor, now)
    });
    match inserted {
        Err(error) if db::is_unique_violation(&error) => {
            match live_by_email(c, forum.id, &application.email)? {
                Some(known) => Ok(already(known, application)),
                None => Err(error),
            }
        }
        inserted => inserted.map(Applied::New),
    }
}

fn already(known: Registration, application: &Application) -> Applied {
    if application.form_id.is_some() && known.form_id == application.form_id {
        Applied::Again(known)
    } else {
        Applied::Known(known)
    }
}

fn insert(
    c: &mut Connection,
    forum: &Forum,
    category: &Category,
    application: &Application,
    organisation_id: Option<i64>,
    actor: Actor,
    now: Moment,
) -> Result<Registration> {
    let state = first_state(c, forum, category, application.state)?;
    let details = &application.details;
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
                registration::link.eq(application.link.as_str()),
                registration::form_id.eq(&application.form_id),
                registration::sort_key.eq(sort_key(&details.name)),
                registration::source.eq(application.source.as_str()),
                registration::registered_at.eq(application.registered_at),
                registration::updated_at.eq(now),
            ),
        ))
        .returning(registration::id)
        .get_result(c)?;
    set_sites(c, id, &details.sites)?;
    let what = match application.source {
        Source::Import => What::Imported,
        Source::Form | Source::Desk | Source::Demo => What::Registered,
    };
    event::record(c, id, now, actor, what, (None, Some(state.as_str())), None)?;
    if state == State::Confirmed {
        badge::issue(c, forum.id, id, &application.code, now)?;
    }
    search_key::write(
        c,
        forum.id,
        id,
        &details.name,
        details.native_name.as_deref(),
        details.organisation.as_deref(),
    )?;
    super::by_id(c, id)
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
    match wanted.unwrap_or(by_rule) {
        State::Confirmed if place::take(c, forum.id, category.id)? => Ok(State::Confirmed),
        State::Confirmed => Ok(State::Waitlisted),
        State::Pending if wanted.is_none() && place::is_full(c, forum.id, category.id)? => {
            Ok(State::Waitlisted)
        }
        state => Ok(state),
    }
}
