//! One mail to many people of a forum: a draft that can be changed, then a list and a wording that cannot.

mod progress;
mod sending;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, mailing, mailing_text};
use crate::db::{Connection, Result};
use crate::values::Language;

pub use progress::{Progress, progress};
pub use sending::{
    Begun, Letter, finish, go_on, send, sending, stop, under_way, waiting_people, write,
};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = mailing)]
pub struct Mailing {
    pub id: i64,
    pub forum_id: i64,
    pub about: String,
    /// Whether each mail has a button to its reader's own page.
    pub shows_page: bool,
    /// Whom it is for, as the address of the list says it.
    pub whom: String,
    pub state: String,
    /// How many it was for when it was sent.
    pub people: i64,
    pub created_at: Moment,
    pub started_at: Option<Moment>,
    pub finished_at: Option<Moment>,
}

impl Mailing {
    pub fn about(&self) -> About {
        About::parse(&self.about).unwrap_or(About::News)
    }

    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Stopped)
    }

    pub fn is_draft(&self) -> bool {
        self.state() == State::Draft
    }
}

/// Why people are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What they may like to know, and may not want to be told.
    News,
    /// What they have to know in order to come.
    Registration,
}

impl About {
    pub fn as_str(self) -> &'static str {
        match self {
            About::News => "news",
            About::Registration => "registration",
        }
    }

    pub fn parse(text: &str) -> Option<About> {
        [About::News, About::Registration]
            .into_iter()
            .find(|about| about.as_str() == text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Draft,
    Sending,
    Stopped,
    /// Every mail has got its last answer.
    Done,
}

impl State {
    pub fn as_str(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Sending => "sending",
            State::Stopped => "stopped",
            State::Done => "done",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        [State::Draft, State::Sending, State::Stopped, State::Done]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

/// What organizers decide of a mailing before it is sent.
#[derive(Debug, Clone)]
pub struct Draft {
    pub about: About,
    pub shows_page: bool,
    pub whom: String,
    /// The first is for those in whose language nothing was written.
    pub texts: Vec<Text>,
}

/// What it says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub language: Language,
    pub subject: String,
    pub body: String,
}

/// A new draft; the same form sent twice makes one.
pub fn create(
    c: &mut Connection,
    forum_id: i64,
    account_id: i64,
    form_id: &str,
    draft: &Draft,
    now: Moment,
) -> Result<i64> {
    let known: Option<i64> = mailing::table
        .filter(mailing::form_id.eq(form_id))
        .select(mailing::id)
        .first(c)
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let id = diesel::insert_into(mailing::table)
        .values((
            mailing::forum_id.eq(forum_id),
            mailing::account_id.eq(account_id),
            mailing::form_id.eq(form_id),
            mailing::about.eq(draft.about.as_str()),
            mailing::shows_page.eq(draft.shows_page),
            mailing::whom.eq(&draft.whom),
            mailing::state.eq(State::Draft.as_str()),
            mailing::created_at.eq(now),
        ))
        .returning(mailing::id)
        .get_result(c)
        .map_err(crate::db::again_if_taken)?;
    add_texts(c, id, &draft.texts)?;
    Ok(id)
}

/// Changes a draft; `false` when it is none any more: what was sent stays as it was sent.
pub fn change(c: &mut Connection, forum_id: i64, id: i64, draft: &Draft) -> Result<bool> {
    let unsent = mailing::table
        .filter(mailing::id.eq(id))
        .filter(mailing::forum_id.eq(forum_id))
        .filter(mailing::state.eq(State::Draft.as_str()));
    let changed = diesel::update(unsent)
        .set((
            mailing::about.eq(draft.about.as_str()),
            mailing::shows_page.eq(draft.shows_page),
            mailing::whom.eq(&draft.whom),
        ))
        .execute(c)?;
    if changed == 1 {
        diesel::delete(mailing_text::table.filter(mailing_text::mailing_id.eq(id))).execute(c)?;
        add_texts(c, id, &draft.texts)?;
    }
    Ok(changed == 1)
}

/// Throws a draft away.
pub fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    let draft = mailing::table
        .filter(mailing::id.eq(id))
        .filter(mailing::forum_id.eq(forum_id))
        .filter(mailing::state.eq(State::Draft.as_str()));
    Ok(diesel::delete(draft).execute(c)? == 1)
}

pub fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<Mailing>> {
    mailing::table
        .find(id)
        .filter(mailing::forum_id.eq(forum_id))
        .select(Mailing::as_select())
        .first(c)
        .optional()
}

/// A forum's mailings with the address of the account that wrote each, the newest first.
pub fn of_forum(
    c: &mut Connection,
    forum_id: i64,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<(Mailing, String)>> {
    mailing::table
        .inner_join(account::table)
        .filter(mailing::forum_id.eq(forum_id))
        .filter(mailing::id.lt(before.unwrap_or(i64::MAX)))
        .order(mailing::id.desc())
        .limit(most)
        .select((Mailing::as_select(), account::email))
        .load(c)
}

/// What these mailings say, the texts of each together and its first one first.
pub fn texts(c: &mut Connection, ids: &[i64]) -> Result<Vec<(i64, Text)>> {
    let rows: Vec<(i64, String, String, String)> = mailing_text::table
        .filter(mailing_text::mailing_id.eq_any(ids.to_vec()))
        .order((mailing_text::mailing_id, mailing_text::place))
        .select((
            mailing_text::mailing_id,
            mailing_text::language,
            mailing_text::subject,
            mailing_text::body,
        ))
        .load(c)?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, language, subject, body)| {
            let text = Text {
                language: Language::parse(&language)?,
                subject,
                body,
            };
            Some((id, text))
        })
        .collect())
}

fn add_texts(c: &mut Connection, id: i64, texts: &[Text]) -> Result<()> {
    for (place, text) in (0_i32..).zip(texts) {
        diesel::insert_into(mailing_text::table)
            .values((
                mailing_text::mailing_id.eq(id),
                mailing_text::language.eq(text.language.code()),
                mailing_text::place.eq(place),
                mailing_text::subject.eq(&text.subject),
                mailing_text::body.eq(&text.body),
            ))
            .execute(c)?;
    }
    Ok(())
}
