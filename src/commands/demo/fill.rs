//! Puts the two forums and their people into an empty database.

use chrono::{NaiveDate, TimeDelta};

use super::forums::{self, Plan, ZONE, day};
use super::newcomers::{self, Newcomer, Newcomers};
use super::people::{count, people};
use crate::clock::Moment;
use crate::commands::demo::made::{Ids, Made};
use crate::db::{Connection, Database, Error, Result};
use crate::mail::Badge;
use crate::models::desk::account;
use crate::models::devices::device::{self, Pairing};
use crate::models::doors::scan;
use crate::models::forum::{self, Settings, category, context};
use crate::models::forum_text::{self, Owner};
use crate::models::people::document::rule::{self, Letters, Rule};
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::Applied;
use crate::models::places::{checkpoint, session, site};
use crate::models::setting;
use crate::registrar;
use crate::values::{Email, SealingKey, Secret};

/// The setting that marks a database as a demo; its value is the number of people.
pub(crate) const MARK: &str = "demo";

/// The mark's value until the last person is in.
pub(super) const UNFINISHED: &str = "unfinished";

/// People of one transaction: enough that its commit does not count, few enough that what could be undone
/// needs little memory.
const TOGETHER: usize = 250;

/// Who signs in at the desk.
pub(super) const ORGANIZER: &str = "organizer@demo.example";

/// Fills an empty database; the same `n` gives the same people.
pub(super) fn fill(db: &Database, key: &SealingKey, n: usize, now: Moment) -> Result<()> {
    let made = db.write_now(move |c| begin(c, n, now))?;
    for (plan, made) in forums::PLANS.iter().zip(&made) {
        let mut newcomers = Newcomers::new(plan, made, count(plan.which, n), today(now), now);
        let mut people = people(plan.which, n)
            .filter_map(|person| newcomers.next(person, key))
            .peekable();
        let forum = made.forum;
        while people.peek().is_some() {
            let some: Vec<Newcomer> = people.by_ref().take(TOGETHER).collect();
            db.write_now(move |c| enter(c, forum, &some))?;
        }
    }
    db.write_now(move |c| setting::set(c, MARK, &n.to_string()))
}

/// As they would have come one after the other, each decided on and let in by whoever does so.
fn enter(c: &mut Connection, forum_id: i64, people: &[Newcomer]) -> Result<()> {
    let forum = forum::by_id(c, forum_id)?;
    let whole = context::of(c, forum)?;
    let doors = checkpoint::of_forum(c, forum_id)?;
    let devices = device::of_forum(c, forum_id)?;
    for person in people {
        let application = &person.application;
        let by = By {
            actor: Actor::Delegate,
            now: application.registered_at,
        };
        let badge = Badge::of(&application.code);
        let applied = registrar::write(c, &whole, None, by, |acts| {
            acts.register(application, &badge, |_| Ok(None))
        });
        let Applied::New(new) = applied? else {
            continue;
        };
        if let Some(said) = &person.said {
            registrar::write(c, &whole, None, said.by, |acts| {
                acts.decide(new.id, said.decision, None)
            })?;
        }
        let Some(arrival) = &person.arrival else {
            continue;
        };
        let door = doors.iter().find(|door| door.id == arrival.checkpoint_id);
        let device = devices.iter().find(|device| device.id == arrival.device_id);
        if let (Some(door), Some(device)) = (door, device) {
            let reading = arrival.reading(&new.public_id);
            scan::record(c, (device, None), door, &reading, arrival.at)?;
        }
    }
    Ok(())
}

/// The organizer and the forums, without people yet.
fn begin(c: &mut Connection, n: usize, now: Moment) -> Result<Vec<Made>> {
    setting::set(c, MARK, UNFINISHED)?;
    let email = Email::parse(ORGANIZER).map_err(|_| Error::NotFound)?;
    let organizer = account::create(c, &email, true, now)?.ok_or(Error::NotFound)?;
    forums::PLANS
        .iter()
        .map(|plan| forum_of(c, plan, organizer, n, now))
        .collect()
}

/// The day it is at the forums.
pub(super) fn today(now: Moment) -> NaiveDate {
    now.and_utc().with_timezone(&ZONE).date_naive()
}

/// Letters at once, so that a demo shows them; certificates wait for the forum's end by themselves.
const PAPERS: Rule = Rule {
    letters: Letters::AtOnce,
    certificates: true,
};

fn forum_of(
    c: &mut Connection,
    plan: &Plan,
    organizer: i64,
    n: usize,
    now: Moment,
) -> Result<Made> {
    let first = today(now);
    let settings = Settings {
        slug: plan.slug.into(),
        zone: ZONE.name().into(),
        starts_on: first,
        ends_on: day(first, plan.days - 1),
        opens_at: Some(forums::at(first, (9, 0)) - newcomers::BEFORE - TimeDelta::days(1)),
        closes_at: Some(forums::at(day(first, plan.days - 1), (23, 59))),
        capacity: plan.capacity(n),
        approval: plan.approval,
        languages: plan.languages.into(),
        brand: Some(plan.brand.into()),
        contact: Some(plan.contact.into()),
        offers_qn: plan.offers_qn,
        published: true,
        walk_ins: plan.walk_ins,
        strict_doors: false,
        asks_after: None,
    };
    let forum = forum::create(c, &settings, now)?.ok_or(Error::NotFound)?;
    let mut made = Made {
        forum,
        organizer,
        ..Made::default()
    };
    places_and_programme(c, plan, first, &mut made)?;
    categories_and_doors(c, plan, first, now, &mut made)?;
    rule::set(c, made.forum, PAPERS)?;
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
            direction: checkpoint::Ways::Both,
            capacity: None,
            position,
            session_id: None,
            kind: checkpoint::Kind::Attendance,
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
            printer_id: None,
            made_by: None,
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
