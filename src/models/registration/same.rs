//! Who is one person: behind one address a name stands once at a forum, and another name is another person's.

use diesel::prelude::*;

use super::{Registration, State};
use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{self, Connection, Database, Result};
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

/// The live registration of this name behind this address.
pub fn same(
    c: &mut Connection,
    forum_id: i64,
    email: &Email,
    name: &str,
) -> Result<Option<Registration>> {
    let folded = folded_name(name);
    let found: Vec<(String, Registration)> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::email_folded.eq(email.folded()))
        .filter(
            registration::name_folded
                .eq(&folded)
                .or(registration::name_folded.like(format!("{WITHOUT_ITS_NAME}%"))),
        )
        .filter(registration::state.ne(State::Withdrawn.as_str()))
        .select((registration::name_folded, Registration::as_select()))
        .load(c)?;
    let is_same = |(stored, one): &(String, Registration)| {
        *stored == folded || folded_name(&one.name) == folded
    };
    Ok(found.into_iter().find(is_same).map(|(_, one)| one))
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
        .filter(registration::state.ne(State::Withdrawn.as_str()))
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
        .filter(registration::state.ne(State::Withdrawn.as_str()))
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

/// What begins where a folded name would stand, for who cannot have it: somebody of the same address has it. No folded
/// name begins so.
const WITHOUT_ITS_NAME: &str = "#";

/// Folds everybody's name by the rules of this program, before anybody is looked for by them.
pub fn fold_names_anew(db: &Database) -> Result<()> {
    // Whoever folds now as another of the address did before makes room the first time, and has the name the second time.
    for _ in 0..2 {
        let mut after = Some(0);
        while let Some(last) = after {
            after = db.write_now(move |c| fold_some(c, last))?;
        }
    }
    Ok(())
}

/// The next of them, behind the row `after`; the last that was looked at, `None` when all are done.
fn fold_some(c: &mut Connection, after: i64) -> Result<Option<i64>> {
    let rows: Vec<(i64, String, String)> = registration::table
        .filter(registration::id.gt(after))
        .order(registration::id)
        .limit(TOGETHER)
        .select((
            registration::id,
            registration::name,
            registration::name_folded,
        ))
        .load(c)?;
    for (id, name, stored) in &rows {
        let folded = folded_name(name);
        if folded == *stored {
            continue;
        }
        let set = |c: &mut Connection, folded: &str| {
            diesel::update(registration::table.find(id))
                .filter(registration::name_folded.eq(stored))
                .set(registration::name_folded.eq(folded))
                .execute(c)
        };
        match db::savepoint(c, |c| set(c, &folded)) {
            Err(error) if db::is_unique_violation(&error) => {
                set(c, &format!("{WITHOUT_ITS_NAME}{id}"))?;
            }
            done => drop(done?),
        }
    }
    Ok(rows.last().map(|(id, ..)| *id))
}

#[cfg(test)]
mod tests {
    use super::folded_name;

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
