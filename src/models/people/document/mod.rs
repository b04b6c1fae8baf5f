//! A paper that a person takes elsewhere: a letter of confirmation for an embassy, a certificate of attendance.
//!
//! Its number is counted and opens nothing; what the public page knows it by are 128 random bits.

mod attendance;
mod decide;
mod frozen;
mod list;
pub(crate) mod rule;

use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{document, forum};
use crate::db::{Connection, Result};
use crate::models::people::paper::State;
use crate::text_column;
use crate::values::{Code, Language};

pub(crate) use attendance::attended;
pub(crate) use decide::{
    Request, Requested, approve, certify, refuse, reissue, request, review, review_all, withdraw,
};
pub(crate) use frozen::{Frozen, Passport, Side};
pub(crate) use list::{Consulate, Listed, Wanted, consulates, listed};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = document)]
pub struct Document {
    pub id: i64,
    pub forum_id: i64,
    pub registration_id: i64,
    pub kind: Kind,
    pub number: Option<i32>,
    #[diesel(column_name = code)]
    code_text: String,
    pub state: State,
    pub language: Language,
    #[diesel(column_name = passport)]
    passport_text: Option<String>,
    pub consulate: Option<String>,
    #[diesel(column_name = frozen)]
    frozen_text: Option<String>,
    pub requested_at: Moment,
    pub issued_at: Option<Moment>,
    pub decided_at: Option<Moment>,
    /// The desk's, with a refusal or a withdrawal.
    pub words: Option<String>,
    /// Who of the desk decided over it last; none: nobody but the program.
    account_id: Option<i64>,
}

text_column! {
    pub enum Kind {
        Letter = "letter",
        Certificate = "certificate",
    }
}

impl Kind {
    /// What stands before its number.
    fn letter(self) -> char {
        match self {
            Kind::Letter => 'L',
            Kind::Certificate => 'C',
        }
    }
}

impl Document {
    pub fn code(&self) -> Option<Code> {
        Code::parse(&self.code_text)
    }

    /// What the person told for it; nothing once the forum is over.
    pub fn passport(&self) -> Option<Passport> {
        serde_json::from_str(self.passport_text.as_deref()?).ok()
    }

    pub fn frozen(&self) -> Option<Frozen> {
        serde_json::from_str(self.frozen_text.as_deref()?).ok()
    }

    /// The days that stand on a certificate.
    fn attended(&self) -> Vec<chrono::NaiveDate> {
        self.frozen()
            .map(|frozen| frozen.attended)
            .unwrap_or_default()
    }

    /// What somebody of the desk took back stays so; what the program did is made good by the program.
    fn was_withdrawn_by_the_desk(&self) -> bool {
        self.state == State::Withdrawn && self.account_id.is_some()
    }

    /// As it stands on the paper: `GSNP-2025/L-0042`.
    pub fn numbered(&self, slug: &str) -> Option<String> {
        let number = self.number?;
        let letter = self.kind.letter();
        Some(format!("{}/{letter}-{number:04}", slug.to_uppercase()))
    }
}

/// The paper that the public page is asked about, issued once, and the forum it is for.
pub(crate) fn by_code(c: &mut Connection, code: &Code) -> Result<Option<Document>> {
    document::table
        .filter(document::code.eq(code.as_str()))
        .filter(document::number.is_not_null())
        .select(Document::as_select())
        .first(c)
        .optional()
}

pub(crate) fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<Document>> {
    document::table
        .find(id)
        .filter(document::forum_id.eq(forum_id))
        .select(Document::as_select())
        .first(c)
        .optional()
}

/// The last paper of a kind that the person asked for or was given.
pub(crate) fn latest(
    c: &mut Connection,
    registration_id: i64,
    kind: Kind,
) -> Result<Option<Document>> {
    document::table
        .filter(document::registration_id.eq(registration_id))
        .filter(document::kind.eq(kind))
        .order(document::id.desc())
        .select(Document::as_select())
        .first(c)
        .optional()
}

/// What people told for their letters goes when the forum is over; how many papers it went from.
pub(crate) fn forget_passports(c: &mut Connection, now: Moment) -> Result<usize> {
    let forums: Vec<(i64, String, chrono::NaiveDate)> = forum::table
        .inner_join(document::table)
        .filter(
            document::passport
                .is_not_null()
                .or(document::consulate.is_not_null()),
        )
        .filter(forum::ends_on.lt(now.date() + chrono::Days::new(1)))
        .select((forum::id, forum::zone, forum::ends_on))
        .distinct()
        .load(c)?;
    let mut forgotten = 0;
    for (forum_id, zone, ends_on) in forums {
        if !is_over(&zone, ends_on, now) {
            continue;
        }
        let of_forum = document::table
            .filter(document::forum_id.eq(forum_id))
            .filter(
                document::passport
                    .is_not_null()
                    .or(document::consulate.is_not_null()),
            );
        forgotten += diesel::update(of_forum)
            .set((
                document::passport.eq(None::<String>),
                document::consulate.eq(None::<String>),
                document::consulate_folded.eq(None::<String>),
            ))
            .execute(c)?;
    }
    Ok(forgotten)
}

/// Whether a forum's last day has ended where it is held.
pub(crate) fn is_over(zone: &str, ends_on: chrono::NaiveDate, now: Moment) -> bool {
    let zone = zone.parse().unwrap_or(chrono_tz::UTC);
    let next = ends_on.succ_opt().unwrap_or(ends_on);
    now >= clock::local_day(zone, next)
}
