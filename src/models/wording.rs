//! What a forum's mails say in words of its own, by occasion and language.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::wording;
use crate::db::{Connection, Result};
use crate::values::{Field, Language};

/// When a mail is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// Received; the desk will decide.
    Pending,
    Confirmed,
    Waitlisted,
    Declined,
    /// Days, hours or place are others than those told before.
    Changed,
    Reminder,
    LastInformation,
    Thanks,
}

/// The words of one mail, with fields such as `{name}` in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub heading: String,
    pub body: String,
}

/// All that a forum has worded itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wordings(HashMap<(Occasion, Language), Words>);

impl Occasion {
    pub const ALL: [Occasion; 8] = [
        Occasion::Pending,
        Occasion::Confirmed,
        Occasion::Waitlisted,
        Occasion::Declined,
        Occasion::Changed,
        Occasion::Reminder,
        Occasion::LastInformation,
        Occasion::Thanks,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Occasion::Pending => "pending",
            Occasion::Confirmed => "confirmed",
            Occasion::Waitlisted => "waitlisted",
            Occasion::Declined => "declined",
            Occasion::Changed => "changed",
            Occasion::Reminder => "reminder",
            Occasion::LastInformation => "last_information",
            Occasion::Thanks => "thanks",
        }
    }

    pub fn parse(text: &str) -> Option<Occasion> {
        let mut all = Occasion::ALL.into_iter();
        all.find(|occasion| occasion.as_str() == text)
    }

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
    let rows: Vec<(String, String, String, String, String)> = wording::table
        .filter(wording::forum_id.eq(forum_id))
        .select((
            wording::occasion,
            wording::language,
            wording::subject,
            wording::heading,
            wording::body,
        ))
        .load(c)?;
    let known = |(occasion, language, subject, heading, body): (String, String, _, _, _)| {
        let key = (Occasion::parse(&occasion)?, Language::parse(&language)?);
        Some((
            key,
            Words {
                subject,
                heading,
                body,
            },
        ))
    };
    Ok(Wordings(rows.into_iter().filter_map(known).collect()))
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
            wording::occasion.eq(occasion.as_str()),
            wording::language.eq(language.code()),
            wording::subject.eq(&words.subject),
            wording::heading.eq(&words.heading),
            wording::body.eq(&words.body),
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
    diesel::delete(wording::table.find((forum_id, occasion.as_str(), language.code())))
        .execute(c)?;
    Ok(())
}
