use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::apply::asks_of;
use super::person_key::next_twin;
use super::record::{Changed, Line, Locked, lock, stand};
use crate::db::schema::registration;
use crate::db::{self, Connection, Result};
use crate::models::forum::quota;
use crate::models::people::event::{self, Actor, By, What};
use crate::models::people::registration::{
    Details, PageLink, PersonKey, Registration, locked, same, set_sites, sites, sort_key,
};
use crate::models::people::standing::{Place, Standing, State, Word};
use crate::models::people::{organisation, search_key};
use crate::models::turn;
use crate::values::{Code, Email};

/// What became of a correction.
#[derive(Debug, Clone)]
pub enum Corrected {
    Done(Changed),
    /// Nothing was different.
    Same,
    /// The category asked for has no place left.
    Full,
    /// Somebody else of this name is registered with this address.
    Taken,
}

/// Corrects what a person said. The badge stays valid: nothing of this is in it.
pub fn correct(c: &mut Connection, id: i64, details: &Details, by: By) -> Result<Corrected> {
    let before = lock(c, id)?;
    let person = &before.person;
    let sites_before = sites(c, id)?;
    let changes = differences(person, &sites_before, details);
    if changes.is_empty() {
        return Ok(Corrected::Same);
    }
    let key = PersonKey::of_details(details, person.email().as_ref());
    let twin = match twin(c, person, &key)? {
        Some(twin) => twin,
        None if person.email.is_some() => return Ok(Corrected::Taken),
        // Of those without an address two may well be called the same: the duplicates' page asks.
        None => next_twin(c, person.forum_id, &key)?,
    };
    let Some(stands) = moved(c, &before, details.category_id, by)? else {
        return Ok(Corrected::Full);
    };
    let line = Line {
        what: What::Corrected,
        words: Some(&Value::Object(changes).to_string()),
        by,
    };
    // First: the journal's line is of the moment that the row has by then.
    let mut changed = stand(c, &before, stands, &Code::random(), line)?;
    write(c, id, details, (&key, twin))?;
    search_key::replace(
        c,
        person.forum_id,
        id,
        &details.name,
        details.native_name.as_deref(),
        details.organisation.as_deref(),
    )?;
    changed.person = super::by_id(c, id)?;
    Ok(Corrected::Done(changed))
}

/// Which of this key the person is; `None` when somebody else who comes is that one.
fn twin(c: &mut Connection, person: &Registration, key: &PersonKey) -> Result<Option<i32>> {
    if person.person_key == key.as_str() {
        return Ok(Some(person.twin));
    }
    if person.state == State::Withdrawn {
        return next_twin(c, person.forum_id, key).map(Some);
    }
    Ok(same(c, person.forum_id, key)?.is_none().then_some(0))
}

/// Where somebody stands in another category: it asks for a yes anew, and a place there; `None` when it has none left.
fn moved(
    c: &mut Connection,
    before: &Locked,
    category_id: i64,
    by: By,
) -> Result<Option<Standing>> {
    let (person, mut stands) = (&before.person, before.standing);
    if person.category_id == category_id {
        return Ok(Some(stands));
    }
    if stands.place != Place::None
        && !quota::change_category(c, person.forum_id, person.category_id, category_id)?
    {
        return Ok(None);
    }
    let was_ready = person.state == State::Confirmed || stands.is_in_line();
    stands.asks = asks_of(c, category_id)?;
    // Who lacked no yes lacks none by the hand of the desk.
    if was_ready && stands.lacks_a_yes() && matches!(by.actor, Actor::Account(_)) {
        stands.said_desk = Word::Yes;
    }
    Ok(Some(stands))
}

/// Whether the person may be invited again, which nobody else says; `false` when it is so already.
pub fn set_invite_again(c: &mut Connection, id: i64, words: Option<&str>, by: By) -> Result<bool> {
    let before = locked(c, id)?;
    if before.invite_again.as_deref() == words {
        return Ok(false);
    }
    turn::changed(c, before.forum_id, id, by.now)?;
    diesel::update(registration::table.find(id))
        .set(registration::invite_again.eq(words))
        .execute(c)?;
    let detail = json!({ "invite_again": [before.invite_again, words] }).to_string();
    event::record(c, id, by, What::Corrected, (None, None), Some(&detail))?;
    Ok(true)
}

/// Sets a confirmed new address, and a new link to the person's own page with it: the old one is known where the old
/// address is read. `None` when somebody else of this name who comes to the forum has the address.
pub fn change_email(
    c: &mut Connection,
    id: i64,
    email: &Email,
    link: &PageLink,
    by: By,
) -> Result<Option<Registration>> {
    let before = locked(c, id)?;
    let (link_hash, link) = link.columns();
    let key = PersonKey::of(&before.name, Some(&email.folded()), None, "");
    let Some(twin) = twin(c, &before, &key)? else {
        return Ok(None);
    };
    diesel::update(registration::table.find(id))
        .set((
            registration::email.eq(email.as_str()),
            registration::email_folded.eq(email.folded()),
            registration::person_key.eq(key.as_str()),
            registration::twin.eq(twin),
            registration::link.eq(link),
            registration::link_hash.eq(link_hash),
        ))
        .execute(c)
        // Somebody came with the address at this moment: the next time they are found.
        .map_err(db::again_if_taken)?;
    turn::changed(c, before.forum_id, id, by.now)?;
    let detail = json!({ "email": [before.email, email.as_str()] }).to_string();
    event::record(c, id, by, What::EmailChanged, (None, None), Some(&detail))?;
    super::by_id(c, id).map(Some)
}

fn write(
    c: &mut Connection,
    id: i64,
    details: &Details,
    (key, twin): (&PersonKey, i32),
) -> Result<()> {
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
            registration::language.eq(details.language),
            registration::access_needs.eq(&details.access_needs),
            registration::food_needs.eq(&details.food_needs),
            registration::sort_key.eq(sort_key(&details.name)),
            registration::person_key.eq(key.as_str()),
            registration::twin.eq(twin),
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
        ("language", json!(before.language), json!(after.language)),
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
