//! Many registrations at once, for the demo: the rows that one application after the other would have left, a few
//! hundred to a statement. No rule decides here; the states come as they are given.

use std::collections::HashMap;

use diesel::prelude::*;
use uuid::Uuid;

use super::event::What;
use super::registration::{
    self, Asks, Details, NewRow, PageLink, PersonKey, Place, Source, Standing, State,
};
use super::scan::Verdict;
use super::{organisation, quota, search_key, turn};
use crate::clock::Moment;
use crate::db::schema;
use crate::db::{self, Connection, Result, Value};
use crate::values::{Code, Email};

/// A person with the history that is to stand in the tables.
#[derive(Debug, Clone)]
pub struct Newcomer {
    pub public_id: Uuid,
    pub details: Details,
    pub email: Email,
    pub link: PageLink,
    /// Of the badge, for who is confirmed.
    pub code: Code,
    pub registered_at: Moment,
    pub first_state: State,
    pub state: State,
    /// When the state became what it is.
    pub decided_at: Moment,
    pub arrival: Option<Arrival>,
}

/// The first scan of a person.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub scan_id: Uuid,
    pub checkpoint_id: i64,
    pub device_id: i64,
    pub at: Moment,
}

/// Writes all of them, and what places they take. `account_id` is who decided.
pub fn add(c: &mut Connection, forum_id: i64, account_id: i64, people: &[Newcomer]) -> Result<()> {
    let people = registrations(c, forum_id, people)?;
    sites(c, &people)?;
    events(c, account_id, &people)?;
    badges(c, forum_id, &people)?;
    keys(c, forum_id, &people)?;
    arrivals(c, forum_id, &people)?;
    take(c, forum_id, &people)
}

/// A person with the id of the registration.
type Registered<'a> = (i64, &'a Newcomer);

fn registrations<'a>(
    c: &mut Connection,
    forum_id: i64,
    people: &'a [Newcomer],
) -> Result<Vec<Registered<'a>>> {
    let turn = turn::next(c, forum_id)?;
    let mut organisations = Organisations::default();
    let mut rows = Vec::with_capacity(people.len());
    for person in people {
        let organisation_id = organisations.id(c, &person.details)?;
        rows.push(row((forum_id, turn), organisation_id, person));
    }
    db::insert_rows(c, "registration", registration::COLUMNS, rows)?;
    let mut ids: HashMap<String, i64> = HashMap::with_capacity(people.len());
    // A query holds only so many values.
    for some in people.chunks(1_000) {
        let public_ids = some.iter().map(|person| person.public_id.to_string());
        let found: Vec<(String, i64)> = schema::registration::table
            .filter(schema::registration::public_id.eq_any(public_ids))
            .select((schema::registration::public_id, schema::registration::id))
            .load(c)?;
        ids.extend(found);
    }
    let with_id = |person: &'a Newcomer| {
        let id = ids.get(&person.public_id.to_string())?;
        Some((*id, person))
    };
    Ok(people.iter().filter_map(with_id).collect())
}

fn row(
    (forum_id, turn): (i64, i64),
    organisation_id: Option<i64>,
    person: &Newcomer,
) -> [Value; registration::COLUMNS.len()] {
    let details = &person.details;
    let row = NewRow {
        public_id: person.public_id.to_string(),
        forum_id,
        category_id: details.category_id,
        organisation_id,
        details,
        email: Some(&person.email),
        key: &PersonKey::of_details(details, Some(&person.email)),
        twin: 0,
        stands: &standing(person, turn),
        link: &person.link,
        form_id: None,
        invite_again: None,
        source: Source::Demo,
        registered_at: person.registered_at,
        updated_at: person.decided_at,
        turn,
    };
    row.values()
}

/// As the history of somebody of that state would have left it.
fn standing(person: &Newcomer, turn: i64) -> Standing {
    let asks = match person.first_state {
        State::Pending => Asks::Desk,
        _ => Asks::Nobody,
    };
    let mut stands = Standing::said_to_be(asks, person.state);
    if person.state == State::Confirmed {
        stands.place = Place::Held;
    }
    stands.begin_at(turn);
    stands
}

fn sites(c: &mut Connection, people: &[Registered]) -> Result<()> {
    let of_one = |(id, person): &Registered| {
        let id = *id;
        let sites = person.details.sites.clone();
        sites
            .into_iter()
            .map(move |site| [Value::from(id), site.into()])
    };
    let rows = people.iter().flat_map(of_one).collect();
    db::insert_rows(c, "registration_site", ["registration_id", "site_id"], rows)
}

fn events(c: &mut Connection, account_id: i64, people: &[Registered]) -> Result<()> {
    let columns = [
        "registration_id",
        "at",
        "actor",
        "account_id",
        "what",
        "from_state",
        "to_state",
    ];
    let mut rows: Vec<[Value; 7]> = Vec::with_capacity(people.len() * 2);
    for (id, person) in people {
        let first = Some(person.first_state.as_str().to_owned());
        rows.push([
            (*id).into(),
            person.registered_at.into(),
            "delegate".into(),
            None::<i64>.into(),
            What::Registered.as_str().into(),
            None::<String>.into(),
            first.clone().into(),
        ]);
        let Some((what, actor)) = decision(person) else {
            continue;
        };
        rows.push([
            (*id).into(),
            person.decided_at.into(),
            actor.into(),
            (actor == "account").then_some(account_id).into(),
            what.as_str().into(),
            first.into(),
            Some(person.state.as_str().to_owned()).into(),
        ]);
    }
    db::insert_rows(c, "registration_event", columns, rows)
}

/// What was decided after the first state, and by whom.
fn decision(person: &Newcomer) -> Option<(What, &'static str)> {
    if person.state == person.first_state {
        return None;
    }
    match person.state {
        State::Confirmed => Some((What::Confirmed, "account")),
        State::Declined => Some((What::Declined, "account")),
        State::Withdrawn => Some((What::Withdrawn, "delegate")),
        State::Waitlisted => Some((What::Waitlisted, "system")),
        State::Pending => None,
    }
}

fn badges(c: &mut Connection, forum_id: i64, people: &[Registered]) -> Result<()> {
    let confirmed = people
        .iter()
        .filter(|(_, person)| person.state == State::Confirmed);
    let rows = confirmed
        .map(|(id, person)| {
            [
                forum_id.into(),
                (*id).into(),
                person.code.as_str().into(),
                person.decided_at.into(),
            ]
        })
        .collect();
    db::insert_rows(
        c,
        "badge",
        ["forum_id", "registration_id", "code", "issued_at"],
        rows,
    )
}

fn keys(c: &mut Connection, forum_id: i64, people: &[Registered]) -> Result<()> {
    let mut rows = Vec::with_capacity(people.len() * 14);
    for (id, Newcomer { details, .. }) in people {
        let texts = (
            details.name.as_str(),
            details.native_name.as_deref(),
            details.organisation.as_deref(),
        );
        search_key::collect(&mut rows, forum_id, *id, texts);
    }
    search_key::insert(c, rows)
}

fn arrivals(c: &mut Connection, forum_id: i64, people: &[Registered]) -> Result<()> {
    let mut scans = Vec::new();
    let mut presences = Vec::new();
    for (id, person) in people {
        let Some(arrival) = &person.arrival else {
            continue;
        };
        let scan_id = arrival.scan_id.to_string();
        scans.push([
            forum_id.into(),
            scan_id.as_str().into(),
            arrival.checkpoint_id.into(),
            arrival.device_id.into(),
            (*id).into(),
            "in".into(),
            arrival.at.into(),
            arrival.at.into(),
            arrival.at.into(),
            Verdict::Admitted.as_str().into(),
            true.into(),
        ]);
        presences.push([
            arrival.checkpoint_id.into(),
            (*id).into(),
            forum_id.into(),
            scan_id.as_str().into(),
            arrival.at.into(),
            scan_id.as_str().into(),
            arrival.at.into(),
            scan_id.into(),
            arrival.at.into(),
            true.into(),
        ]);
    }
    let columns = [
        "forum_id",
        "id",
        "checkpoint_id",
        "device_id",
        "registration_id",
        "direction",
        "scanned_at",
        "received_at",
        "happened_at",
        "verdict",
        "counts",
    ];
    db::insert_rows(c, "scan", columns, scans)?;
    let columns = [
        "checkpoint_id",
        "registration_id",
        "forum_id",
        "first_scan_id",
        "first_at",
        "since_scan_id",
        "since_at",
        "last_scan_id",
        "last_at",
        "inside",
    ];
    db::insert_rows(c, "presence", columns, presences)
}

fn take(c: &mut Connection, forum_id: i64, people: &[Registered]) -> Result<()> {
    let mut taken: HashMap<i64, i32> = HashMap::new();
    let confirmed = people
        .iter()
        .filter(|(_, person)| person.state == State::Confirmed);
    for (_, person) in confirmed {
        *taken.entry(person.details.category_id).or_default() += 1;
    }
    for (category_id, people) in taken {
        quota::add(c, forum_id, category_id, people)?;
    }
    Ok(())
}

/// The ids of organisations met before: most people share one.
#[derive(Default)]
struct Organisations(HashMap<(String, &'static str), i64>);

impl Organisations {
    fn id(&mut self, c: &mut Connection, details: &Details) -> Result<Option<i64>> {
        let Some(name) = &details.organisation else {
            return Ok(None);
        };
        let key = (name.clone(), details.country.code());
        if let Some(id) = self.0.get(&key) {
            return Ok(Some(*id));
        }
        let id = organisation::find_or_create(c, name, details.country.code())?;
        self.0.insert(key, id);
        Ok(Some(id))
    }
}
