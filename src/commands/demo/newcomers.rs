//! What a registration has besides the person: when it came, its secrets, what was said of it, the first scan.

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;
use uuid::{Builder, Uuid};

use super::forums::{self, Plan};
use super::made::Made;
use super::people::Person;
use crate::clock::Moment;
use crate::models::doors::scan::{Reading, Subject};
use crate::models::forum::Approval;
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{Application, Details, PageLink, Source};
use crate::models::people::standing::State;
use crate::models::places::way::Direction;
use crate::registrar::Decision;
use crate::values::{Code, Email, SealingKey, Secret};

/// How long before the forum the first person registered.
pub(super) const BEFORE: TimeDelta = TimeDelta::days(40);

/// Somebody with all that became of them.
pub(super) struct Newcomer {
    pub application: Application,
    pub said: Option<NewcomerWord>,
    pub arrival: Option<Arrival>,
}

/// What was said of somebody after they came.
pub(super) struct NewcomerWord {
    pub decision: Decision,
    pub by: By,
}

/// The first scan of a person.
pub(super) struct Arrival {
    scan_id: Uuid,
    pub checkpoint_id: i64,
    pub device_id: i64,
    pub at: Moment,
}

impl Arrival {
    /// As the phone at that door took it.
    pub(super) fn reading(&self, public_id: &str) -> Reading {
        Reading {
            id: self.scan_id.to_string(),
            subject: Subject::Registration(public_id.to_owned()),
            direction: Direction::In,
            scanned_at: self.at,
            told: None,
            is_awaited: true,
        }
    }
}

/// Makes registrations of people, one after the other.
pub(super) struct Newcomers<'a> {
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
    pub(super) fn new(
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

    pub(super) fn next(&mut self, person: Person, key: &SealingKey) -> Option<Newcomer> {
        let share = self.rng.f64();
        self.registered_at += part(self.pause, 2.0 * share);
        self.registered_at = self.registered_at.min(self.doors.0);
        let first_state = self.first_state(person.state);
        let waited = TimeDelta::minutes(self.rng.i64(20..2_880));
        let decided_at = (self.registered_at + waited).min(self.doors.0);
        let said = self.decision(person.state, first_state);
        Some(Newcomer {
            arrival: self.arrival(&person),
            said: said.map(|(decision, actor)| NewcomerWord {
                decision,
                by: By {
                    actor,
                    now: decided_at,
                },
            }),
            application: Application {
                email: Email::parse(&person.email).ok(),
                link: PageLink::of(&Secret::from_bytes(self.bytes()), key),
                code: Code::from_bytes(self.bytes()),
                source: Source::Demo,
                form_id: None,
                invite_again: None,
                state: Some(first_state),
                is_another: false,
                registered_at: self.registered_at,
                details: self.details(person)?,
            },
        })
    }

    /// The state before the one that stands now.
    fn first_state(&self, state: State) -> State {
        match (state, self.plan.approval) {
            (State::Pending | State::Declined | State::Waitlisted, _) => State::Pending,
            (State::Confirmed | State::Withdrawn, Approval::ByDesk) => State::Pending,
            (State::Confirmed | State::Withdrawn, Approval::AtOnce) => State::Confirmed,
        }
    }

    /// By what, and by whom, one state became the other.
    fn decision(&self, state: State, first: State) -> Option<(Decision, Actor)> {
        let desk = Actor::Account(self.made.organizer);
        match state {
            state if state == first => None,
            State::Pending => None,
            State::Confirmed => Some((Decision::Confirm, desk)),
            State::Declined => Some((Decision::Decline, desk)),
            State::Waitlisted => Some((Decision::Waitlist, desk)),
            State::Withdrawn => Some((Decision::Withdraw, Actor::Delegate)),
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
