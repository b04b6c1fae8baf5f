//! One person's application to one forum, and its state.

mod apply;
mod change;
mod decide;
mod line;
mod merge;
mod page_link;
mod person_key;
mod record;
mod row;
pub mod unseen;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{registration, registration_site};
use crate::db::{self, Connection, Result};
use crate::models::people::standing::State;
use crate::models::turn;
use crate::values::{Code, Country, Email, Language, Secret, given_in_latin};
use crate::{names, text_column};

pub use apply::{Applied, apply};
pub use change::{Corrected, change_email, correct, set_invite_again};
pub use decide::{Decided, Reissued, confirm, decline, reissue_badge, waitlist, withdraw};
pub use line::{forums_to_serve, serve_next};
pub use merge::{Clash, Merge, onto_present, version};
pub use page_link::PageLink;
pub(crate) use person_key::not_gone;
pub use person_key::{
    PersonKey, at_address, folded_name, newcomers, same, sharing, write_keys_anew,
};
pub use record::Changed;

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
    /// Some have none, and are told by whoever brought them.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub country: String,
    /// As the person spelt it.
    pub organisation: Option<String>,
    pub position: Option<String>,
    pub language: Language,
    pub access_needs: Option<String>,
    pub food_needs: Option<String>,
    pub state: State,
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
    pub person_key: String,
    /// Which of those with the same key.
    pub twin: i32,
}

impl Registration {
    /// Whether the name is in another script and nobody told it in Latin letters.
    pub fn needs_latin_name(&self) -> bool {
        given_in_latin(&self.name, self.native_name.as_deref()).is_none()
    }

    /// As it was typed; none where it is missing, or no longer one by today's rules.
    pub fn email(&self) -> Option<Email> {
        Email::parse(self.email.as_deref()?).ok()
    }

    pub fn key(&self) -> PersonKey {
        PersonKey::stored(self.person_key.clone())
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

text_column! {
    /// Where a registration came from.
    pub enum Source {
        Form = "form",
        Desk = "desk",
        Import = "import",
        Demo = "demo",
        Door = "door",
    }
}

/// An application, with the secrets it is to be given. They are drawn beforehand, so that the
/// mail that carries them can be put together before the transaction begins.
#[derive(Debug, Clone)]
pub struct Application {
    pub details: Details,
    pub email: Option<Email>,
    pub source: Source,
    /// The form it was sent from: sent twice, it counts once.
    pub form_id: Option<String>,
    /// The question whether to invite again, in the words that were answered with yes.
    pub invite_again: Option<String>,
    pub link: PageLink,
    pub code: Code,
    /// What it shall come to whatever the rules say: an import's, the desk's. Places are counted all the same.
    pub state: Option<State>,
    /// Said to be somebody else than whoever is there under the same key.
    pub is_another: bool,
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

/// The registration, with its forum's places held until the transaction ends:
/// two desks that decide at once decide one after the other.
pub fn locked(c: &mut Connection, id: i64) -> Result<Registration> {
    let forum_id: i64 = registration::table
        .find(id)
        .select(registration::forum_id)
        .first(c)?;
    turn::hold(c, forum_id)?;
    by_id(c, id)
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
    let columns = ["registration_id", "site_id"];
    let rows = sites
        .iter()
        .map(|&site| [registration_id.into(), site.into()]);
    db::insert_rows(c, "registration_site", columns, rows.collect())
}

/// The key by which lists of names are sorted.
fn sort_key(name: &str) -> String {
    names::sort_key(name)
}
