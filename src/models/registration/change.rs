use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::PageLink;
use super::{Details, Registration, State, folded_name, locked, same, set_sites, sites, sort_key};
use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{self, Connection, Result};
use crate::models::event::{self, Actor, What};
use crate::models::{organisation, place, search_key, turn};
use crate::values::Email;

/// What became of a correction.
#[derive(Debug, Clone)]
pub enum Corrected {
    Done(Registration),
    /// Nothing was different.
    Same,
    /// The category asked for has no place left.
    Full,
    /// Somebody else of this name is registered with this address.
    Taken,
}

/// Corrects what a person said. The badge stays valid: nothing of this is in it.
pub fn correct(
    c: &mut Connection,
    id: i64,
    details: &Details,
    actor: Actor,
    now: Moment,
) -> Result<Corrected> {
    let before = locked(c, id)?;
    let sites_before = sites(c, id)?;
    let changes = differences(&before, &sites_before, details);
    if changes.is_empty() {
        return Ok(Corrected::Same);
    }
    if before.name != details.name && is_anothers(c, &before, &details.name)? {
        return Ok(Corrected::Taken);
    }
    if before.category_id != details.category_id
        && before.state() == State::Confirmed
        && !place::change_category(c, before.category_id, details.category_id)?
    {
        return Ok(Corrected::Full);
    }
    // First: the journal's line is of the moment that the row has by then.
    turn::changed(c, before.forum_id, id, now)?;
    write(c, id, details)?;
    search_key::replace(
        c,
        before.forum_id,
        id,
        &details.name,
        details.native_name.as_deref(),
        details.organisation.as_deref(),
    )?;
    let detail = Value::Object(changes).to_string();
    event::record(
        c,
        id,
        now,
        actor,
        What::Corrected,
        (None, None),
        Some(&detail),
    )?;
    super::by_id(c, id).map(Corrected::Done)
}

/// Whether somebody else who comes has this name and the person's address.
fn is_anothers(c: &mut Connection, person: &Registration, name: &str) -> Result<bool> {
    let Ok(email) = Email::parse(&person.email) else {
        return Ok(false);
    };
    let found = same(c, person.forum_id, &email, name)?;
    let is_other = found.is_some_and(|found| found.id != person.id);
    Ok(is_other && person.state() != State::Withdrawn)
}

/// Whether the person may be invited again, which nobody else says; `false` when it is so already.
pub fn set_invite_again(
    c: &mut Connection,
    id: i64,
    words: Option<&str>,
    now: Moment,
) -> Result<bool> {
    let before = locked(c, id)?;
    if before.invite_again.as_deref() == words {
        return Ok(false);
    }
    turn::changed(c, before.forum_id, id, now)?;
    diesel::update(registration::table.find(id))
        .set(registration::invite_again.eq(words))
        .execute(c)?;
    let detail = json!({ "invite_again": [before.invite_again, words] }).to_string();
    event::record(
        c,
        id,
        now,
        Actor::Delegate,
        What::Corrected,
        (None, None),
        Some(&detail),
    )?;
    Ok(true)
}

/// Sets a confirmed new address, and a new link to the person's own page with it: the old one is known where the old
/// address is read. `None` when somebody else of this name who comes to the forum has the address.
pub fn change_email(
    c: &mut Connection,
    id: i64,
    email: &Email,
    link: &PageLink,
    actor: Actor,
    now: Moment,
) -> Result<Option<Registration>> {
    let before = locked(c, id)?;
    let (link_hash, link) = link.columns();
    let changed = db::savepoint(c, |c| {
        diesel::update(registration::table.find(id))
            .set((
                registration::email.eq(email.as_str()),
                registration::email_folded.eq(email.folded()),
                registration::link.eq(link),
                registration::link_hash.eq(link_hash),
            ))
            .execute(c)
    });
    match changed {
        Err(error) if db::is_unique_violation(&error) => return Ok(None),
        changed => changed?,
    };
    turn::changed(c, before.forum_id, id, now)?;
    let detail = json!({ "email": [before.email, email.as_str()] }).to_string();
    event::record(
        c,
        id,
        now,
        actor,
        What::EmailChanged,
        (None, None),
        Some(&detail),
    )?;
    super::by_id(c, id).map(Some)
}

fn write(c: &mut Connection, id: i64, details: &Details) -> Result<()> {
    let organisation_id = details
        .organisation
        .as_deref()
        .map(|name| organisation::find_or_create(c, name, details.country.code()))
        .transpose()?;
    diesel::update(registration::table.find(id))
        .set((
            registration::name.eq(&details.name),
            registration::native_name.eq(&details.native_name),
            registration::phone.eq(&details.phone),
            registration::country.eq(details.country.code()),
            registration::organisation.eq(&details.organisation),
            registration::organisation_id.eq(organisation_id),
            registration::position.eq(&details.position),
            registration::category_id.eq(details.category_id),
            registration::language.eq(details.language.code()),
            registration::access_needs.eq(&details.access_needs),
            registration::food_needs.eq(&details.food_needs),
            registration::sort_key.eq(sort_key(&details.name)),
            registration::name_folded.eq(folded_name(&details.name)),
        ))
        .execute(c)
        // Somebody took the name at this moment: the next time it is found.
        .map_err(db::again_if_taken)?;
    set_sites(c, id, &details.sites)
}

/// The fields that differ, each with what it was and what it is.
pub(super) fn differences(
    before: &Registration,
    sites_before: &[i64],
    after: &Details,
) -> Map<String, Value> {
    let fields = [
        ("name", json!(before.name), json!(after.name)),
        (
            "native_name",
            json!(before.native_name),
            json!(after.native_name),
        ),
        ("phone", json!(before.phone), json!(after.phone)),
        (
            "country",
            json!(before.country),
            json!(after.country.code()),
        ),
        (
            "organisation",
            json!(before.organisation),
            json!(after.organisation),
        ),
        ("position", json!(before.position), json!(after.position)),
        (
            "category",
            json!(before.category_id),
            json!(after.category_id),
        ),
        (
            "language",
            json!(before.language),
            json!(after.language.code()),
        ),
        (
            "access_needs",
            json!(before.access_needs),
            json!(after.access_needs),
        ),
        (
            "food_needs",
            json!(before.food_needs),
            json!(after.food_needs),
        ),
        ("sites", json!(sites_before), json!(after.sites)),
    ];
    fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| (field.to_string(), json!([before, after])))
        .collect()
}
