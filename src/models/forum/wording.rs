//! What a forum's mails say in words of its own, by occasion and language.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::wording;
use crate::db::{Connection, Result};
use crate::text_column;
use crate::values::{Field, Language};

text_column! {
    /// When a mail is written.
    pub enum Occasion {
        /// Received; the desk will decide.
        Pending = "pending",
        Confirmed = "confirmed",
        Waitlisted = "waitlisted",
        Declined = "declined",
        /// Days, hours or place are others than those told before.
        Changed = "changed",
        Reminder = "reminder",
        LastInformation = "last_information",
        Thanks = "thanks",
    }
}

/// The words of one mail, with fields such as `{name}` in them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = wording)]
pub struct Words {
    pub subject: String,
    pub heading: String,
    pub body: String,
}

/// All that a forum has worded itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wordings(HashMap<(Occasion, Language), Words>);

impl Occasion {
    /// Sent to many at once by the desk, not to one when something happens.
    pub fn is_for_many(self) -> bool {
        use Occasion::*;
        matches!(self, Reminder | LastInformation | Thanks)
    }

    /// Those that mail to many can begin with.
    pub fn for_many() -> impl Iterator<Item = Occasion> {
        let all = Occasion::ALL.into_iter();
        all.filter(|occasion| occasion.is_for_many())
    }

    /// What its words may have filled in. Who was declined gets no link: there is nothing to come to.
    pub fn fields(self) -> &'static [Field] {
        match self.is_for_many() || self == Occasion::Declined {
            true => &Field::FOR_MANY,
            false => &Field::ALL,
        }
    }
}

impl Wordings {
    /// The forum's own words, in exactly this language: what it says in one is not said in another.
    pub fn get(&self, occasion: Occasion, language: Language) -> Option<&Words> {
        self.0.get(&(occasion, language))
    }
}

pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Wordings> {
    let rows: Vec<((Occasion, Language), Words)> = wording::table
        .filter(wording::forum_id.eq(forum_id))
        .select(((wording::occasion, wording::language), Words::as_select()))
        .load(c)?;
    Ok(Wordings(rows.into_iter().collect()))
}

/// Takes the place of what was said before.
pub fn set(
    c: &mut Connection,
    forum_id: i64,
    occasion: Occasion,
    language: Language,
    words: &Words,
) -> Result<()> {
    clear(c, forum_id, occasion, language)?;
    diesel::insert_into(wording::table)
        .values((
            wording::forum_id.eq(forum_id),
            wording::occasion.eq(occasion),
            wording::language.eq(language),
            words,
        ))
        .execute(c)?;
    Ok(())
}

/// Back to what we say.
pub fn clear(
    c: &mut Connection,
    forum_id: i64,
    occasion: Occasion,
    language: Language,
) -> Result<()> {
    diesel::delete(wording::table.find((forum_id, occasion, language))).execute(c)?;
    Ok(())
}
