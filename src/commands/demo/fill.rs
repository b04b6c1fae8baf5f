//! Puts the two forums and their people into an empty database.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;
use uuid::{Builder, Uuid};

use super::forums::{self, Plan, ZONE, day};
use super::people::{Person, count, people};
use crate::clock::Moment;
use crate::db::{Connection, Database, Error, Result};
use crate::models::bulk::{self, Arrival, Newcomer};
use crate::models::device::{self, Pairing};
use crate::models::forum::{Approval, Settings};
use crate::models::forum_text::{self, Owner};
use crate::models::registration::{Details, State};
use crate::models::{account, category, checkpoint, forum, session, setting, site};
use crate::values::{Code, Email, Secret};

/// The setting that marks a database as a demo; its value is the number of people.
pub const MARK: &str = "demo";

/// The mark's value until the last person is in.
pub const UNFINISHED: &str = "unfinished";

/// People of one transaction: enough that its commit does not count, few enough that what could be undone needs little memory.
const TOGETHER: usize = 250;

/// Who signs in at the desk.
pub const ORGANIZER: &str = "organizer@demo.example";

/// How long before the forum the first person registered.
const BEFORE: TimeDelta = TimeDelta::days(40);

/// Ids by short name.
type Ids = HashMap<&'static str, i64>;

/// What a forum's rows are called in the tables.
#[derive(Default)]
struct Made {
    forum: i64,
    sites: Ids,
    sessions: Ids,
    categories: Ids,
    checkpoints: Ids,
    /// The phones that scanned the people who arrived.
    devices: Vec<i64>,
}

/// Fills an empty database; the same `n` gives the same people.
pub fn fill(db: &Database, n: usize, now: Moment) -> Result<()> {
    let (organizer, made) = db.write_now(move |c| begin(c, n, now))?;
    for (plan, made) in forums::PLANS.iter().zip(&made) {
        let mut newcomers = Newcomers::new(plan, made, count(plan.which, n), today(now), now);
        let mut people = people(plan.which, n)
            .filter_map(|person| newcomers.next(person))
            .peekable();
        let forum = made.forum;
        while people.peek().is_some() {
            let some: Vec<Newcomer> = people.by_ref().take(TOGETHER).collect();
            db.write_now(move |c| bulk::add(c, forum, organizer, &some))?;
        }
    }
    db.write_now(move |c| setting::set(c, MARK, &n.to_string()))
}

/// The organizer and the forums, without people yet.
fn begin(c: &mut Connection, n: usize, now: Moment) -> Result<(i64, Vec<Made>)> {
    setting::set(c, MARK, UNFINISHED)?;
    let email = Email::parse(ORGANIZER).map_err(|_| Error::NotFound)?;
    let organizer = account::create(c, &email, true, now)?.ok_or(Error::NotFound)?;
    let made: Result<Vec<Made>> = forums::PLANS
        .iter()
        .map(|plan| forum_of(c, plan, n, today(now), now))
        .collect();
    Ok((organizer, made?))
}

/// The day it is at the forums.
pub fn today(now: Moment) -> NaiveDate {
    now.and_utc().with_timezone(&ZONE).date_naive()
}

fn forum_of(
    c: &mut Connection,
    plan: &Plan,
    n: usize,
    first: NaiveDate,
    now: Moment,
) -> Result<Made> {
    let settings = Settings {
        slug: plan.slug.into(),
        zone: ZONE.name().into(),
        starts_on: first,
        ends_on: day(first, plan.days - 1),
        opens_at: Some(forums::at(first, (9, 0)) - BEFORE - TimeDelta::days(1)),
        closes_at: Some(forums::at(day(first, plan.days), (0, 0))),
        capacity: plan.capacity(n),
        approval: plan.approval.as_str().into(),
        languages: plan.languages.into(),
        brand: Some(plan.brand.into()),
        contact: Some(plan.contact.into()),
        offers_qn: plan.offers_qn,
        published: true,
    };
    let forum = forum::create(c, &settings, now)?.ok_or(Error::NotFound)?;
    let mut made = Made {
        forum,
        ..Made::default()
    };
    places_and_programme(c, plan, first, &mut made)?;
    categories_and_doors(c, plan, first, now, &mut made)?;
    texts(c, plan, &made)?;
    Ok(made)
}

fn places_and_programme(
    c: &mut Connection,
    plan: &Plan,
    first: NaiveDate,
    made: &mut Made,
) -> Result<()> {
    for planned in plan.sites {
        let settings = site::Settings {
            slug: planned.slug.into(),
            zone: ZONE.name().into(),
            starts_on: day(first, planned.first_day),
            ends_on: day(first, planned.last_day),
        };
        let id = site::create(c, made.forum, &settings)?.ok_or(Error::NotFound)?;
        made.sites.insert(planned.slug, id);
    }
    for planned in plan.sessions {
        let on = day(first, planned.day);
        let settings = session::Settings {
            site_id: id(&made.sites, planned.site)?,
            starts_at: forums::at(on, planned.from),
            ends_at: forums::at(on, planned.to),
        };
        made.sessions
            .insert(planned.key, session::create(c, made.forum, &settings)?);
    }
    Ok(())
}

fn categories_and_doors(
    c: &mut Connection,
    plan: &Plan,
    first: NaiveDate,
    now: Moment,
    made: &mut Made,
) -> Result<()> {
    for (position, planned) in (0..).zip(plan.categories) {
        let settings = category::Settings {
            slug: planned.slug.into(),
            colour: planned.colour.into(),
            approval: None,
            quota: None,
            on_form: planned.on_form,
            position,
        };
        let id = category::create(c, made.forum, &settings)?.ok_or(Error::NotFound)?;
        made.categories.insert(planned.slug, id);
    }
    for (position, planned) in (0..).zip(plan.checkpoints) {
        let on = day(first, planned.day);
        let settings = checkpoint::Settings {
            site_id: Some(id(&made.sites, planned.site)?),
            slug: planned.slug.into(),
            // The whole day, so that the demo's doors work whenever somebody tries them.
            opens_at: Some(forums::at(on, (0, 0))),
            closes_at: Some(forums::at(day(on, 1), (0, 0))),
            direction: "both".into(),
            capacity: None,
            position,
        };
        let admitted: Result<Vec<i64>> = planned
            .categories
            .iter()
            .map(|slug| id(&made.categories, slug))
            .collect();
        let id =
            checkpoint::create(c, made.forum, &settings, &admitted?)?.ok_or(Error::NotFound)?;
        made.checkpoints.insert(planned.slug, id);
    }
    let all: Vec<i64> = plan
        .checkpoints
        .iter()
        .filter_map(|door| made.checkpoints.get(door.slug).copied())
        .collect();
    for name in ["Gate A", "Gate B"] {
        let pairing = Pairing {
            name,
            checkpoints: &all,
            pairing: &Secret::random(),
            pairing_until: now,
            bearer: None,
            valid_until: forums::at(day(first, plan.days + 1), (0, 0)),
        };
        made.devices
            .push(device::create(c, made.forum, &pairing, now)?);
    }
    Ok(())
}

fn texts(c: &mut Connection, plan: &Plan, made: &Made) -> Result<()> {
    for text in plan.texts() {
        let owner = match text.owner {
            "site" => made.sites.get(text.key).map(|id| Owner::Site(*id)),
            "session" => made.sessions.get(text.key).map(|id| Owner::Session(*id)),
            "category" => made.categories.get(text.key).map(|id| Owner::Category(*id)),
            "checkpoint" => made
                .checkpoints
                .get(text.key)
                .map(|id| Owner::Checkpoint(*id)),
            _ => Some(Owner::Forum),
        };
        // What both forums' file says of a category that this one does not have is left out.
        if let Some(owner) = owner {
            forum_text::set(c, made.forum, owner, text.field, text.language, text.value)?;
        }
    }
    Ok(())
}

fn id(ids: &Ids, slug: &str) -> Result<i64> {
    ids.get(slug).copied().ok_or(Error::NotFound)
}

/// Gives people the rest of what a registration has: when they came, their secrets, their first scan.
struct Newcomers<'a> {
    plan: &'a Plan,
    made: &'a Made,
    rng: Rng,
    /// When the last one registered, and the pause until the next.
    registered_at: Moment,
    pause: TimeDelta,
    /// When the doors of day 1 opened, and when the last who arrived came through.
    doors: (Moment, Moment),
}

impl<'a> Newcomers<'a> {
    fn new(
        plan: &'a Plan,
        made: &'a Made,
        count: usize,
        first: NaiveDate,
        now: Moment,
    ) -> Newcomers<'a> {
        let morning = forums::at(first, (8, 15));
        // Somebody tries the demo before breakfast: then people came in the night.
        let doors = if now > morning + TimeDelta::minutes(10) {
            (morning, now.min(forums::at(first, (10, 30))))
        } else {
            (forums::at(first, (0, 0)), now)
        };
        let start = forums::at(first, (9, 0)) - BEFORE;
        let span = (doors.0 - TimeDelta::hours(1)) - start;
        Newcomers {
            plan,
            made,
            rng: Rng::with_seed(count as u64),
            registered_at: start,
            pause: span / i32::try_from(count.max(1)).unwrap_or(i32::MAX),
            doors,
        }
    }

    fn next(&mut self, person: Person) -> Option<Newcomer> {
        let share = self.rng.f64();
        self.registered_at += part(self.pause, 2.0 * share);
        self.registered_at = self.registered_at.min(self.doors.0);
        let first_state = self.first_state(person.state);
        let waited = TimeDelta::minutes(self.rng.i64(20..2_880));
        let decided_at = match person.state == first_state {
            true => self.registered_at,
            false => (self.registered_at + waited).min(self.doors.0),
        };
        Some(Newcomer {
            public_id: self.uuid(self.registered_at),
            email: Email::parse(&person.email).ok()?,
            link: Secret::from_bytes(self.bytes()),
            code: Code::from_bytes(self.bytes()),
            registered_at: self.registered_at,
            first_state,
            state: person.state,
            decided_at,
            arrival: self.arrival(&person),
            details: self.details(person)?,
        })
    }

    /// The state before the one that stands now.
    fn first_state(&self, state: State) -> State {
        match (state, self.plan.approval) {
            (State::Waitlisted | State::Pending, _) => state,
            (State::Declined, _) | (_, Approval::ByDesk) => State::Pending,
            _ => State::Confirmed,
        }
    }

    fn details(&mut self, person: Person) -> Option<Details> {
        let everywhere = self.plan.sites.len() < 2;
        let sites = self
            .plan
            .sites
            .iter()
            .filter(|site| site.first_day == 0 || person.second_day);
        let mut sites: Vec<i64> = sites
            .filter_map(|site| self.made.sites.get(site.slug).copied())
            .collect();
        sites.sort_unstable();
        Some(Details {
            category_id: *self.made.categories.get(person.category)?,
            name: person.name,
            native_name: person.native_name,
            phone: person.phone,
            country: person.country,
            organisation: Some(person.organisation),
            position: person.position,
            language: person.language,
            access_needs: person.access_needs,
            food_needs: person.food_needs,
            sites: if everywhere { Vec::new() } else { sites },
        })
    }

    fn arrival(&mut self, person: &Person) -> Option<Arrival> {
        let (open, last) = self.doors;
        let at = open + part(last - open, self.rng.f64());
        let scan_id = self.uuid(at);
        let device_id = *self.rng.choice(&self.made.devices)?;
        let door = self.plan.checkpoints.first()?;
        person.arrived.then_some(Arrival {
            scan_id,
            checkpoint_id: *self.made.checkpoints.get(door.slug)?,
            device_id,
            at,
        })
    }

    fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.rng.fill(&mut bytes);
        bytes
    }

    fn uuid(&mut self, at: Moment) -> Uuid {
        let mut random = [0; 10];
        self.rng.fill(&mut random);
        let millis = u64::try_from(at.and_utc().timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// A share of a span. One draw whatever the span, so that the same people come out on every day.
fn part(span: TimeDelta, share: f64) -> TimeDelta {
    TimeDelta::milliseconds((span.num_milliseconds() as f64 * share) as i64)
}
