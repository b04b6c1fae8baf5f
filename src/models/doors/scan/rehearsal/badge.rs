//! Test badges: invented people, each with the verdict the door is to give.

use chrono::TimeDelta;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::clock::Moment;
use crate::db::schema::rehearsal_badge;
use crate::db::{self, Connection, Result};
use crate::models::doors::scan::rehearsal::{Rehearsal, running};
use crate::models::doors::scan::{Person, Reason};
use crate::models::doors::verdict::Verdict;
use crate::models::forum::context::ForumContext;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::values::Code;

/// Names of nobody, from where a forum's people come; each with a country and the verdict it is to get.
const PEOPLE: [(&str, &str, Verdict); 12] = [
    ("Nərgiz Sınaqlı", "AZ", Verdict::Admitted),
    ("Deneme Yıldız", "TR", Verdict::Admitted),
    ("Пробный Асқар", "KZ", Verdict::Admitted),
    ("سالم التجريبي", "EG", Verdict::Admitted),
    ("Rehearsal Mbeki", "ZA", Verdict::Admitted),
    ("Próba Ágnes", "HU", Verdict::Admitted),
    ("Essaie Diop", "SN", Verdict::Admitted),
    ("Old Badge Silva", "BR", Verdict::Revoked),
    ("Waiting Nguyen", "VN", Verdict::NotConfirmed),
    ("Tomorrow Okafor", "NG", Verdict::WrongDay),
    ("Elsewhere Santos", "PH", Verdict::WrongPlace),
    ("Otherdoor Kamara", "SL", Verdict::WrongCategory),
];

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rehearsal_badge)]
pub(crate) struct TestBadge {
    pub id: i64,
    #[diesel(column_name = code)]
    code_text: String,
    pub name: String,
    pub country: String,
    /// Short name.
    pub category: String,
    pub verdict: Verdict,
    reason: Option<String>,
}

impl TestBadge {
    pub(crate) fn code(&self) -> Option<Code> {
        Code::parse(&self.code_text)
    }

    /// SHA-256 of the code, as phones know badges.
    pub(crate) fn hash(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.code_text.as_bytes()))
    }

    pub(crate) fn reason(&self) -> Option<Reason> {
        Reason::read(self.reason.as_deref()?)
    }

    pub(crate) fn person(&self) -> Person {
        Person {
            registration: String::new(),
            name: self.name.clone(),
            native_name: None,
            organisation: None,
            country: self.country.clone(),
            category: self.category.clone(),
            state: State::Confirmed,
        }
    }
}

pub(super) fn make(
    c: &mut Connection,
    rehearsal_id: i64,
    door: &Checkpoint,
    whole: &ForumContext,
    now: Moment,
) -> Result<()> {
    let columns = [
        "rehearsal_id",
        "code",
        "name",
        "country",
        "category",
        "verdict",
        "reason",
    ];
    let category = whole.categories.first().map_or("", |first| &first.slug);
    let row = |(name, country, verdict): &(&str, &str, Verdict)| {
        [
            rehearsal_id.into(),
            Code::random().as_str().into(),
            (*name).into(),
            (*country).into(),
            category.into(),
            (*verdict).into(),
            reason(*verdict, door, whole, now)
                .and_then(|reason| reason.written())
                .into(),
        ]
    };
    let rows = PEOPLE.iter().map(row).collect();
    db::insert_rows(c, "rehearsal_badge", columns, rows)
}

/// The facts of a refusal: those of this forum where it has such, so that the volunteer reads real names.
fn reason(
    verdict: Verdict,
    door: &Checkpoint,
    whole: &ForumContext,
    now: Moment,
) -> Option<Reason> {
    let mut why = Reason::default();
    match verdict {
        Verdict::Revoked => why.replaced_at = Some(now - TimeDelta::days(1)),
        Verdict::NotConfirmed => why.state = Some(State::Waitlisted),
        Verdict::WrongDay => why.opens_at = Some(now + TimeDelta::days(1)),
        Verdict::WrongPlace => {
            let elsewhere = |site_id: i64| Some(site_id) != door.site_id;
            let mut sites = whole.sites.iter();
            let site = sites.find(|site| elsewhere(site.id));
            let site = site.or(whole.sites.first());
            why.name_sites(
                site.map(|site| (site.id, site.slug.clone()))
                    .into_iter()
                    .collect(),
            );
        }
        Verdict::WrongCategory => {
            let other = whole.categories.get(1).or(whole.categories.first());
            let named = other.map(|other| (other.id, other.slug.clone()));
            why.name_categories(named.into_iter().collect());
        }
        _ => return None,
    }
    Some(why)
}

/// In the order in which they were made.
pub(crate) fn badges(c: &mut Connection, rehearsal_id: i64) -> Result<Vec<TestBadge>> {
    rehearsal_badge::table
        .filter(rehearsal_badge::rehearsal_id.eq(rehearsal_id))
        .order(rehearsal_badge::id)
        .select(TestBadge::as_select())
        .load(c)
}

pub(super) fn by_code(
    c: &mut Connection,
    rehearsal_id: i64,
    code: &Code,
) -> Result<Option<TestBadge>> {
    rehearsal_badge::table
        .filter(rehearsal_badge::rehearsal_id.eq(rehearsal_id))
        .filter(rehearsal_badge::code.eq(code.as_str()))
        .select(TestBadge::as_select())
        .first(c)
        .optional()
}

pub(super) fn by_id(c: &mut Connection, id: i64) -> Result<TestBadge> {
    rehearsal_badge::table
        .find(id)
        .select(TestBadge::as_select())
        .first(c)
}

/// A rehearsal as phones know it.
pub(crate) struct Listed {
    pub rehearsal: Rehearsal,
    pub ends_at: Moment,
    /// Short name.
    pub checkpoint: String,
    pub badges: Vec<TestBadge>,
}

/// What runs now at these checkpoints: for the phones, which may have to go on without us.
pub(crate) fn listed(c: &mut Connection, doors: &[Checkpoint], now: Moment) -> Result<Vec<Listed>> {
    let mut all = Vec::new();
    for (rehearsal, door) in running(c, doors, now)? {
        all.push(Listed {
            ends_at: rehearsal.ends_at(door),
            checkpoint: door.slug.clone(),
            badges: badges(c, rehearsal.id)?,
            rehearsal,
        });
    }
    Ok(all)
}
