//! A registration's row as it is first written, one at a time or hundreds.

use crate::clock::Moment;
use crate::db::Value;
use crate::models::people::registration::{Details, PageLink, PersonKey, Source, sort_key};
use crate::models::people::standing::Standing;
use crate::values::Email;

pub(super) const COLUMNS: [&str; 34] = [
    "public_id",
    "forum_id",
    "category_id",
    "organisation_id",
    "name",
    "native_name",
    "email",
    "email_folded",
    "phone",
    "country",
    "organisation",
    "position",
    "language",
    "access_needs",
    "food_needs",
    "person_key",
    "twin",
    "state",
    "asks",
    "said_delegation",
    "said_desk",
    "gone",
    "place",
    "placed_turn",
    "waits_turn",
    "link",
    "link_hash",
    "form_id",
    "sort_key",
    "source",
    "invite_again",
    "registered_at",
    "updated_at",
    "turn",
];

/// Everything that stands in a new row.
pub(super) struct NewRow<'a> {
    pub public_id: String,
    pub forum_id: i64,
    pub category_id: i64,
    pub organisation_id: Option<i64>,
    pub details: &'a Details,
    pub email: Option<&'a Email>,
    pub key: &'a PersonKey,
    pub twin: i32,
    pub stands: &'a Standing,
    pub link: &'a PageLink,
    pub form_id: Option<&'a str>,
    pub invite_again: Option<&'a str>,
    pub source: Source,
    pub registered_at: Moment,
    pub updated_at: Moment,
    pub turn: i64,
}

impl NewRow<'_> {
    /// A value for each of the columns.
    pub(super) fn values(self) -> [Value; COLUMNS.len()] {
        let (details, stands) = (self.details, self.stands);
        let (link_hash, link) = self.link.columns();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        [
            self.public_id.into(),
            self.forum_id.into(),
            self.category_id.into(),
            self.organisation_id.into(),
            details.name.as_str().into(),
            details.native_name.clone().into(),
            owned(self.email.map(Email::as_str)).into(),
            self.email.map(Email::folded).into(),
            details.phone.clone().into(),
            details.country.code().into(),
            details.organisation.clone().into(),
            details.position.clone().into(),
            details.language.into(),
            details.access_needs.clone().into(),
            details.food_needs.clone().into(),
            self.key.as_str().into(),
            i64::from(self.twin).into(),
            stands.state().into(),
            stands.asks.into(),
            stands.said_delegation.into(),
            stands.said_desk.into(),
            stands.gone.into(),
            stands.place.into(),
            stands.placed_turn.into(),
            stands.waits_turn.into(),
            link.into(),
            owned(link_hash).into(),
            owned(self.form_id).into(),
            sort_key(&details.name).into(),
            self.source.into(),
            owned(self.invite_again).into(),
            self.registered_at.into(),
            self.updated_at.into(),
            self.turn.into(),
        ]
    }
}
