//! One person's application to one forum, and its state.

mod apply;
mod change;
mod decide;
mod merge;
mod page_link;
mod same;
pub mod unseen;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{registration, registration_site};
use crate::db::{Connection, Prepare, Result};
use crate::names;
use crate::values::{Code, Country, Email, Language, Secret, given_in_latin};

pub use apply::{Applied, apply};
pub use change::{Corrected, change_email, correct, set_invite_again};
pub use decide::{
    Decided, Promotion, Reissued, confirm, decline, fill_places, locked, reissue_badge, waitlist,
    withdraw,
};
pub use merge::{Clash, Merge, onto_present, version};
pub use page_link::PageLink;
pub use same::{at_address, fold_names_anew, folded_name, newcomers, same, sharing};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = registration)]
pub struct Registration {
    pub id: i64,
    /// UUID, known to devices and the desk; no secret.
    pub public_id: String,
    pub forum_id: i64,
    pub category_id: i64,
    pub name: String,
    pub native_name: Option<String>,
    pub email: String,
    pub phone: Option<String>,
    pub country: String,
    /// As the person spelt it.
    pub organisation: Option<String>,
    pub position: Option<String>,
    pub language: String,
    pub access_needs: Option<String>,
    pub food_needs: Option<String>,
    pub state: String,
    /// To the delegate's own page.
    #[diesel(embed)]
    pub link: PageLink,
    pub form_id: Option<String>,
    pub registered_at: Moment,
    pub updated_at: Moment,
    /// The question whether to invite again, in the words that were answered with yes.
    pub invite_again: Option<String>,
    /// When the own page was first opened.
    pub opened_at: Option<Moment>,
}

impl Registration {
    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Withdrawn)
    }

    /// Whether the name is in another script and nobody told it in Latin letters.
    pub fn needs_latin_name(&self) -> bool {
        given_in_latin(&self.name, self.native_name.as_deref()).is_none()
    }

    pub fn language(&self) -> Language {
        Language::parse(&self.language).unwrap_or(Language::En)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    Pending,
    Confirmed,
    Waitlisted,
    Declined,
    Withdrawn,
}

impl State {
    pub const ALL: [State; 5] = [
        State::Pending,
        State::Confirmed,
        State::Waitlisted,
        State::Declined,
        State::Withdrawn,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Confirmed => "confirmed",
            State::Waitlisted => "waitlisted",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// What a person says of himself or herself, every value parsed.
#[derive(Debug, Clone)]
pub struct Details {
    /// As it should stand on the badge; never re-cased.
    pub name: String,
    pub native_name: Option<String>,
    pub phone: Option<String>,
    pub country: Country,
    pub organisation: Option<String>,
    pub position: Option<String>,
    pub category_id: i64,
    /// Of the mails.
    pub language: Language,
    pub access_needs: Option<String>,
    pub food_needs: Option<String>,
    /// Where the person wants to come; empty where the forum has one site.
    pub sites: Vec<i64>,
}

/// Where a registration came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Form,
    Desk,
    Import,
    Demo,
}

impl Source {
    pub fn as_str(self) -> &'static str {
        match self {
            Source::Form => "form",
            Source::Desk => "desk",
            Source::Import => "import",
            Source::Demo => "demo",
        }
    }
}

/// An application, with the secrets it is to be given. They are drawn beforehand, so that the
/// mail that carries them can be put together before the transaction begins.
#[derive(Debug, Clone)]
pub struct Application {
    pub details: Details,
    pub email: Email,
    pub source: Source,
    /// The form it was sent from: sent twice, it counts once.
    pub form_id: Option<String>,
    /// The question whether to invite again, in the words that were answered with yes.
    pub invite_again: Option<String>,
    pub link: PageLink,
    pub code: Code,
    /// The state it shall have whatever the rules say: an import's. Places are counted all the same.
    pub state: Option<State>,
    pub registered_at: Moment,
}

pub fn by_link(c: &mut Connection, link: &Secret) -> Result<Option<Registration>> {
    registration::table
        .filter(registration::link_hash.eq(link.hash()))
        .select(Registration::as_select())
        .first(c)
        .optional()
}

pub fn by_public_id(
    c: &mut Connection,
    forum_id: i64,
    public_id: &str,
) -> Result<Option<Registration>> {
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::public_id.eq(public_id))
        .select(Registration::as_select())
        .first(c)
        .optional()
}

/// A public id is one person's of all forums.
pub fn by_unique_id(c: &mut Connection, public_id: &str) -> Result<Option<Registration>> {
    registration::table
        .filter(registration::public_id.eq(public_id))
        .select(Registration::as_select())
        .first(c)
        .optional()
}

pub fn by_id(c: &mut Connection, id: i64) -> Result<Registration> {
    registration::table
        .find(id)
        .select(Registration::as_select())
        .first(c)
}

/// The sites a person comes to; empty: wherever the forum is.
pub fn sites(c: &mut Connection, registration_id: i64) -> Result<Vec<i64>> {
    registration_site::table
        .filter(registration_site::registration_id.eq(registration_id))
        .order(registration_site::site_id)
        .select(registration_site::site_id)
        .load(c)
}

fn set_sites(c: &mut Connection, registration_id: i64, sites: &[i64]) -> Result<()> {
    diesel::delete(
        registration_site::table.filter(registration_site::registration_id.eq(registration_id)),
    )
    .execute(c)?;
    add_sites(c, registration_id, sites)
}

fn add_sites(c: &mut Connection, registration_id: i64, sites: &[i64]) -> Result<()> {
    for site_id in sites {
        diesel::insert_into(registration_site::table)
            .values((
                registration_site::registration_id.eq(registration_id),
                registration_site::site_id.eq(site_id),
            ))
            .prepared()
            .execute(c)?;
    }
    Ok(())
}

/// The key by which lists of names are sorted.
fn sort_key(name: &str) -> String {
    names::sort_key(name)
}
