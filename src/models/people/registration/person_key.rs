//! Who is one person: a name stands once behind an address, and another name is another person's. Of those without an
//! address, a name of one organisation and country is one person, unless somebody says that it is another.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{self, Connection, Database, Result};
use crate::models::people::registration::{Details, Registration};
use crate::models::people::standing::State;
use crate::models::turn;
use crate::names;
use crate::values::Email;

/// The name as it is compared: folded, its words in order, so that Aliyeva Leyla is Leyla Əliyeva.
pub fn folded_name(name: &str) -> String {
    // Folding makes one letter of two, which numbers do not bear: the guest 11 is not the guest 1.
    let (numbers, letters): (Vec<&str>, Vec<&str>) = name
        .split_whitespace()
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .partition(|word| word.contains(char::is_numeric));
    let folded = names::fold(&letters.join(" "));
    let numbers = numbers.join(" ").to_lowercase();
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.extend(numbers.split_whitespace());
    words.sort_unstable();
    match words.is_empty() {
        false => words.join(" "),
        // Letters that nobody has brought to Latin ones yet tell people apart as they are.
        true => name.to_lowercase(),
    }
}

/// Who somebody is at a forum: the name, and the address, or without one the organisation and the country.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonKey(String);

impl PersonKey {
    pub fn of(
        name: &str,
        email: Option<&str>,
        organisation: Option<&str>,
        country: &str,
    ) -> PersonKey {
        let name = folded_name(name);
        PersonKey(match email {
            Some(folded) => format!("{name}\n{folded}"),
            None => {
                let organisation = organisation.map(names::fold).unwrap_or_default();
                format!("{name}\n\n{organisation}/{country}")
            }
        })
    }

    pub fn of_details(details: &Details, email: Option<&Email>) -> PersonKey {
        PersonKey::of(
            &details.name,
            email.map(Email::folded).as_deref(),
            details.organisation.as_deref(),
            details.country.code(),
        )
    }

    /// As it stands in a row.
    pub fn stored(key: String) -> PersonKey {
        PersonKey(key)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The registration of whoever has this key and is not gone; of several, the first.
pub fn same(c: &mut Connection, forum_id: i64, key: &PersonKey) -> Result<Option<Registration>> {
    Ok(all_same(c, forum_id, key)?.into_iter().next())
}

/// All of them: those who were said to be others come behind.
pub(super) fn all_same(
    c: &mut Connection,
    forum_id: i64,
    key: &PersonKey,
) -> Result<Vec<Registration>> {
    with_key(forum_id, key)
        .order((registration::twin, registration::id))
        .select(Registration::as_select())
        .load(c)
}

/// Those of a key who are not gone, by the index that says so in these very words.
#[diesel::dsl::auto_type]
fn with_key<'a>(forum_id: i64, key: &'a PersonKey) -> _ {
    let key: &'a str = key.as_str();
    let not_gone: SqlLiteral<Bool> = not_gone();
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::person_key.eq(key))
        .filter(not_gone)
}

/// As the index of keys has it.
pub(crate) fn not_gone() -> SqlLiteral<Bool> {
    sql("NOT registration.gone")
}

/// What tells somebody who is said to be another from all of the same key.
pub(super) fn next_twin(c: &mut Connection, forum_id: i64, key: &PersonKey) -> Result<i32> {
    let last: Option<i32> = with_key(forum_id, key)
        .select(diesel::dsl::max(registration::twin))
        .first(c)?;
    Ok(last.map_or(0, |last| last + 1))
}

/// Those registered at a forum with this address, the last first.
pub fn at_address(
    c: &mut Connection,
    forum_id: i64,
    email: &Email,
    most: i64,
) -> Result<Vec<Registration>> {
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::email_folded.eq(email.folded()))
        .filter(registration::state.ne(State::Withdrawn))
        .order(registration::id.desc())
        .limit(most)
        .select(Registration::as_select())
        .load(c)
}

/// How many people are registered at a forum with this address.
pub fn sharing(c: &mut Connection, forum_id: i64, email: &Email) -> Result<i64> {
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::email_folded.eq(email.folded()))
        .filter(registration::state.ne(State::Withdrawn))
        .count()
        .get_result(c)
}

/// How many people registered at a forum with this address since a moment.
pub fn newcomers(c: &mut Connection, forum_id: i64, email: &Email, since: Moment) -> Result<i64> {
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::email_folded.eq(email.folded()))
        .filter(registration::registered_at.ge(since))
        .count()
        .get_result(c)
}

/// Rows of one transaction: whoever registers meanwhile does not wait for all.
const TOGETHER: i64 = 500;

/// Writes everybody's key by the rules of this program, before anybody is looked for by them.
pub fn write_keys_anew(db: &Database) -> Result<()> {
    let mut after = Some(0);
    while let Some(last) = after {
        after = db.write_now(move |c| write_some(c, last))?;
    }
    Ok(())
}

/// What a key is made of, and the key that stands.
#[derive(Queryable)]
struct Keyed {
    id: i64,
    forum_id: i64,
    name: String,
    email_folded: Option<String>,
    organisation: Option<String>,
    country: String,
    stored: String,
}

/// The next of them, behind the row `after`; the last that was looked at, `None` when all are done.
fn write_some(c: &mut Connection, after: i64) -> Result<Option<i64>> {
    let rows: Vec<Keyed> = registration::table
        .filter(registration::id.gt(after))
        .order(registration::id)
        .limit(TOGETHER)
        .select((
            registration::id,
            registration::forum_id,
            registration::name,
            registration::email_folded,
            registration::organisation,
            registration::country,
            registration::person_key,
        ))
        .load(c)?;
    for row in &rows {
        let (email, organisation) = (row.email_folded.as_deref(), row.organisation.as_deref());
        let key = PersonKey::of(&row.name, email, organisation, &row.country);
        if key.as_str() == row.stored {
            continue;
        }
        turn::hold(c, row.forum_id)?;
        // Whoever has a key by now that somebody had before stays somebody else.
        let twin = next_twin(c, row.forum_id, &key)?;
        diesel::update(registration::table.find(row.id))
            .set((
                registration::person_key.eq(key.as_str()),
                registration::twin.eq(twin),
            ))
            .execute(c)
            .map_err(db::again_if_taken)?;
    }
    Ok(rows.last().map(|row| row.id))
}

#[cfg(test)]
mod tests {
    use crate::models::people::registration::person_key::*;

    #[test]
    fn whoever_registers_is_looked_for_by_key_and_not_among_all_of_the_forum() {
        let mut c = db::in_memory().unwrap();
        let key = PersonKey::of("Leyla Əliyeva", Some("leyla@people.example"), None, "AZ");
        let asked = with_key(1, &key).select(registration::id);
        let way = &db::plan(&mut c, &asked)[0];
        assert!(
            way.contains("registration_once (forum_id=? AND person_key=?"),
            "{way}"
        );
    }

    #[test]
    fn a_name_is_the_same_in_any_order_spelling_and_script() {
        for other in ["Əliyeva  Leyla", "LEYLA ALIYEVA", "Лейла Алиева"] {
            assert_eq!(folded_name(other), folded_name("Leyla Əliyeva"), "{other}");
        }
        assert_ne!(folded_name("Leyla Əliyev"), folded_name("Leyla Əliyeva"));
        assert_ne!(folded_name("Leyla"), folded_name("Leyla Əliyeva"));
        assert_ne!(folded_name("王伟"), folded_name("李伟"));
        assert_ne!(folded_name("Guest 11"), folded_name("guest 1"));
        assert_ne!(folded_name("𐓏𐓘𐓻"), "");
    }
}
