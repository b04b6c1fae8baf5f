//! One mail to many people of a forum: a draft that can be changed, then a list and a wording that cannot.

mod progress;
mod sending;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, mailing, mailing_text};
use crate::db::{Connection, Result};
use crate::text_column;
use crate::values::Language;

pub use progress::{Progress, progress};
pub use sending::{
    Begun, MailingMail, finish, go_on, send, sending, stop, under_way, waiting_people, write,
};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = mailing)]
pub struct Mailing {
    pub id: i64,
    pub forum_id: i64,
    pub about: About,
    /// Whether each mail has a button to its reader's own page.
    pub shows_page: bool,
    /// Whom it is for, as the address of the list says it.
    pub whom: String,
    pub state: State,
    /// How many it was for when it was sent.
    pub people: i64,
    pub created_at: Moment,
    pub started_at: Option<Moment>,
    pub finished_at: Option<Moment>,
}

impl Mailing {
    pub fn is_draft(&self) -> bool {
        self.state == State::Draft
    }
}

text_column! {
    /// Why people are written to.
    pub enum About {
        /// What they may like to know, and may not want to be told.
        News = "news",
        /// What they have to know in order to come.
        Registration = "registration",
    }
}

text_column! {
    pub enum State {
        Draft = "draft",
        Sending = "sending",
        Stopped = "stopped",
        /// Every mail has got its last answer.
        Done = "done",
    }
}

text_column! {
    /// Whether somebody of the list was written to.
    enum Turn {
        Waiting = "waiting",
        Written = "written",
        LeftOut = "left_out",
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
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = mailing_text)]
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
            mailing::about.eq(draft.about),
            mailing::shows_page.eq(draft.shows_page),
            mailing::whom.eq(&draft.whom),
            mailing::state.eq(State::Draft),
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
        .filter(mailing::state.eq(State::Draft));
    let changed = diesel::update(unsent)
        .set((
            mailing::about.eq(draft.about),
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
        .filter(mailing::state.eq(State::Draft));
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
    mailing_text::table
        .filter(mailing_text::mailing_id.eq_any(ids.to_vec()))
        .order((mailing_text::mailing_id, mailing_text::place))
        .select((mailing_text::mailing_id, Text::as_select()))
        .load(c)
}

fn add_texts(c: &mut Connection, id: i64, texts: &[Text]) -> Result<()> {
    for (place, text) in (0_i32..).zip(texts) {
        diesel::insert_into(mailing_text::table)
            .values((
                mailing_text::mailing_id.eq(id),
                mailing_text::place.eq(place),
                text,
            ))
            .execute(c)?;
    }
    Ok(())
}
