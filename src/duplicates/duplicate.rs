//! Registrations that seem to be of one person, for somebody to look at. Nothing is merged by itself.

mod candidates;

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use crate::clock::Moment;
use crate::db::schema::{forum, not_duplicate, registration};
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::Filter;
use crate::models::people::search;
use crate::models::people::standing::State;
use crate::names::{self, Bearer};

/// Names less alike than this are two people's.
const ALIKE: f64 = 0.88;

/// Where nothing but the country speaks for it, only one name in two spellings.
const ALMOST_EQUAL: f64 = 0.97;

/// Digits at the end of a telephone number that tell it from others, however its beginning is written.
const TELLING_DIGITS: usize = 8;

/// Parts of addresses before the @ that are an office's and not a person's, or short enough to be anybody's.
const SHORTEST_MAILBOX: usize = 5;

/// Why two registrations may be one person's, beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    Phone,
    Organisation,
    Mailbox,
    Country,
}

impl Reason {
    /// How much it tells beside the others.
    fn weight(self) -> u32 {
        match self {
            Reason::Phone => 8,
            Reason::Organisation => 4,
            Reason::Mailbox => 3,
            Reason::Country => 2,
        }
    }
}

/// What is compared of a registration, and shown of it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = registration)]
pub(crate) struct Twin {
    pub id: i64,
    pub public_id: String,
    pub name: String,
    pub native_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub country: String,
    organisation_id: Option<i64>,
    pub organisation: Option<String>,
    pub state: State,
    pub registered_at: Moment,
}

/// Two registrations that seem to be one person's, as they are kept until somebody looks at them.
#[derive(Debug, Clone)]
pub(crate) struct Likely {
    /// The one that was there first.
    one: i64,
    other: i64,
    reasons: Vec<Reason>,
    likeness: f64,
}

/// The same, as somebody looks at them.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub one: Twin,
    pub other: Twin,
    pub reasons: Vec<Reason>,
}

/// How a forum's people stand: while it is the same, the same are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Revision {
    turn: i64,
    /// Pairs that were told apart.
    apart: i64,
}

impl Revision {
    /// Whether it is this one, or later.
    pub(crate) fn reaches(self, other: Revision) -> bool {
        self.turn > other.turn || self == other
    }
}

/// How the forum's people stand now.
pub(crate) fn standing(c: &mut Connection, forum_id: i64) -> Result<Revision> {
    let turn = forum::table.find(forum_id).select(forum::turn).first(c)?;
    let apart = not_duplicate::table
        .inner_join(registration::table)
        .filter(registration::forum_id.eq(forum_id))
        .count()
        .get_result(c)?;
    Ok(Revision { turn, apart })
}

/// Other live registrations of the forum that seem to be this person's.
pub(crate) fn of_person(
    c: &mut Connection,
    person: &Registration,
    most: usize,
) -> Result<Vec<Twin>> {
    if person.state == State::Withdrawn {
        return Ok(Vec::new());
    }
    let live = Filter {
        live: true,
        ..Filter::default()
    };
    let hits = search::by_name(c, person.forum_id, &person.name, &live)?;
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).chain([person.id]).collect();
    let mut twins = by_ids(c, &ids)?;
    let apart = apart_from(c, person.id)?;
    let Some(own) = twins.remove(&person.id) else {
        return Ok(Vec::new());
    };
    let bearer = own.bearer();
    let mut likely: Vec<Likely> = twins
        .values()
        .filter(|other| !apart.contains(&other.id))
        .filter_map(|other| Likely::of(&own, other, bearer.likeness(&other.bearer())))
        .collect();
    likely.sort_by(Likely::compare);
    let others = likely.iter().map(|likely| likely.beside(own.id));
    let others = others.filter_map(|id| twins.remove(&id));
    Ok(others.take(most).collect())
}

/// Pairs of live registrations of the forum that seem to be one person's, the surest first. Reads the forum's people
/// and their sound keys once; only who shares a key that few share is compared. It takes seconds where there are tens
/// of thousands.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64, most: usize) -> Result<Vec<Likely>> {
    /// Names that are prepared at the same time: each takes a kilobyte.
    const PREPARED: usize = 4_000;
    let people: Vec<Twin> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::state.ne(State::Withdrawn))
        .select(Twin::as_select())
        .load(c)?;
    let people: HashMap<i64, Twin> = people.into_iter().map(|twin| (twin.id, twin)).collect();
    let apart = all_apart(c, forum_id)?;
    let mut bearers: HashMap<i64, Bearer> = HashMap::new();
    let mut found = Vec::new();
    for (one, other) in candidates::of_forum(c, forum_id, &people)? {
        let (Some(first), Some(second)) = (people.get(&one), people.get(&other)) else {
            continue;
        };
        if apart.contains(&(one, other)) {
            continue;
        }
        if bearers.len() >= PREPARED {
            bearers.clear();
        }
        for twin in [first, second] {
            bearers.entry(twin.id).or_insert_with(|| twin.bearer());
        }
        let likeness = bearers[&one].likeness(&bearers[&other]);
        found.extend(Likely::of(first, second, likeness));
    }
    found.sort_by(Likely::compare);
    found.truncate(most);
    Ok(found)
}

/// These pairs as they are now; one of which somebody withdrew meanwhile is left out.
pub(crate) fn shown(c: &mut Connection, likely: &[Likely]) -> Result<Vec<Pair>> {
    let ids = likely.iter().flat_map(|likely| [likely.one, likely.other]);
    let twins = by_ids(c, &ids.collect::<Vec<i64>>())?;
    let pair = |likely: &Likely| {
        Some(Pair {
            one: twins.get(&likely.one)?.clone(),
            other: twins.get(&likely.other)?.clone(),
            reasons: likely.reasons.clone(),
        })
    };
    Ok(likely.iter().filter_map(pair).collect())
}

/// Those of them who have not withdrawn.
fn by_ids(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Twin>> {
    let twins: Vec<Twin> = registration::table
        .filter(registration::id.eq_any(ids.to_vec()))
        .filter(registration::state.ne(State::Withdrawn))
        .select(Twin::as_select())
        .load(c)?;
    Ok(twins.into_iter().map(|twin| (twin.id, twin)).collect())
}

impl Twin {
    fn bearer(&self) -> Bearer {
        Bearer::new(&self.name, self.native_name.as_deref())
    }

    /// The end of the telephone number.
    fn line(&self) -> Option<String> {
        let digits = self.phone.as_deref()?.chars().rev();
        let end: String = digits
            .filter(char::is_ascii_digit)
            .take(TELLING_DIGITS)
            .collect();
        (end.len() == TELLING_DIGITS).then_some(end)
    }

    /// What stands before the @, without dots and what follows a plus.
    fn mailbox(&self) -> Option<String> {
        let (before, _) = self.email.as_deref()?.split_once('@')?;
        let (before, _) = before.split_once('+').unwrap_or((before, ""));
        let mailbox = before.replace(['.', '_', '-'], "").to_lowercase();
        let office = ["office", "contact", "secretary", "secretariat", "reception"];
        let own =
            mailbox.chars().count() >= SHORTEST_MAILBOX && !office.contains(&mailbox.as_str());
        own.then_some(mailbox)
    }
}

impl Likely {
    fn of(one: &Twin, other: &Twin, likeness: f64) -> Option<Likely> {
        if likeness < ALIKE {
            return None;
        }
        let reasons = reasons(one, other);
        let least = match reasons.first()? {
            Reason::Country => ALMOST_EQUAL,
            _ => ALIKE,
        };
        (likeness >= least).then(|| Likely {
            one: one.id.min(other.id),
            other: one.id.max(other.id),
            reasons,
            likeness,
        })
    }

    /// The surest first, then the newest.
    fn compare(&self, other: &Likely) -> std::cmp::Ordering {
        let by_reasons = other.weight().cmp(&self.weight());
        let by_likeness = other.likeness.total_cmp(&self.likeness);
        by_reasons
            .then(by_likeness)
            .then(other.other.cmp(&self.other))
    }

    fn weight(&self) -> u32 {
        self.reasons.iter().map(|reason| reason.weight()).sum()
    }

    /// The other one.
    fn beside(&self, id: i64) -> i64 {
        match self.one == id {
            true => self.other,
            false => self.one,
        }
    }
}

fn reasons(one: &Twin, other: &Twin) -> Vec<Reason> {
    let both = |one: Option<String>, other: Option<String>| one.is_some() && one == other;
    let organisation = match (&one.organisation, &other.organisation) {
        (Some(first), Some(second)) => {
            one.organisation_id == other.organisation_id
                || names::score(first, &names::fold(second)) >= ALIKE
        }
        _ => false,
    };
    let all = [
        (Reason::Phone, both(one.line(), other.line())),
        (Reason::Organisation, organisation),
        (Reason::Mailbox, both(one.mailbox(), other.mailbox())),
        (Reason::Country, one.country == other.country),
    ];
    all.into_iter()
        .filter(|(_, holds)| *holds)
        .map(|(reason, _)| reason)
        .collect()
}

/// Somebody looked: these two registrations of the forum are two people's.
pub(crate) fn keep_apart(
    c: &mut Connection,
    forum_id: i64,
    pair: [&str; 2],
    account_id: i64,
    now: Moment,
) -> Result<bool> {
    let ids: Vec<i64> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::public_id.eq_any(pair))
        .order(registration::id)
        .select(registration::id)
        .load(c)?;
    let [one, other] = ids[..] else {
        return Ok(false);
    };
    diesel::sql_query(
        "INSERT INTO not_duplicate (one_id, other_id, account_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    )
    .bind::<BigInt, _>(one)
    .bind::<BigInt, _>(other)
    .bind::<BigInt, _>(account_id)
    .bind::<Timestamp, _>(now)
    .execute(c)?;
    Ok(true)
}

fn apart_from(c: &mut Connection, id: i64) -> Result<HashSet<i64>> {
    let pairs: Vec<(i64, i64)> = not_duplicate::table
        .filter(
            not_duplicate::one_id
                .eq(id)
                .or(not_duplicate::other_id.eq(id)),
        )
        .select((not_duplicate::one_id, not_duplicate::other_id))
        .load(c)?;
    let other = |(one, other)| if one == id { other } else { one };
    Ok(pairs.into_iter().map(other).collect())
}

fn all_apart(c: &mut Connection, forum_id: i64) -> Result<HashSet<(i64, i64)>> {
    let pairs: Vec<(i64, i64)> = not_duplicate::table
        .inner_join(registration::table)
        .filter(registration::forum_id.eq(forum_id))
        .select((not_duplicate::one_id, not_duplicate::other_id))
        .load(c)?;
    Ok(pairs.into_iter().collect())
}
