//! People found by any part of their address, for the desk alone: as it was typed, or as it is shown.

use diesel::prelude::*;

use crate::db::schema::registration;
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{Filter, filtered};
use crate::values::{coded_text, shown_address};

/// Fewest characters of an address that tell it from others.
const SHORTEST: usize = 3;

/// With what a label of a domain in another script begins in ASCII.
const OTHER_SCRIPT: &str = "%xn--%";

/// Those whose address holds what was typed, in the order of their addresses.
pub(super) fn holders(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
    most: usize,
) -> Result<Vec<Registration>> {
    let part = coded_text(typed).to_lowercase();
    if part.contains(' ') || part.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let pattern = format!("%{}%", literally(&part));
    let mut found: Vec<Registration> = filtered(forum_id, filter)
        .filter(registration::email_folded.like(pattern).escape('\\'))
        .order(registration::email_folded)
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(Registration::as_select())
        .load(c)?;
    found.extend(in_other_scripts(c, forum_id, &part, filter)?);
    found.sort_by_key(|person| person.id);
    found.dedup_by_key(|person| person.id);
    found.sort_by(|one, other| one.email.cmp(&other.email));
    found.truncate(most);
    Ok(found)
}

/// Those with a domain in another script, which the table keeps in ASCII, whose address reads so.
fn in_other_scripts(
    c: &mut Connection,
    forum_id: i64,
    part: &str,
    filter: &Filter,
) -> Result<Vec<Registration>> {
    if part.is_ascii() && !part.contains('@') {
        return Ok(Vec::new());
    }
    let people: Vec<Registration> = filtered(forum_id, filter)
        .filter(registration::email_folded.like(OTHER_SCRIPT))
        .select(Registration::as_select())
        .load(c)?;
    Ok(people
        .into_iter()
        .filter(|person| {
            let email = person.email.as_deref();
            email.is_some_and(|email| shown_address(email).contains(part))
        })
        .collect())
}

/// The text without a meaning of its own for LIKE.
fn literally(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '%' | '_' | '\\') {
            literal.push('\\');
        }
        literal.push(sign);
    }
    literal
}
