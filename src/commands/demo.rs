//! `hazir demo`: the two forums with invented people, in a database of its own, ready to be tried.

mod fill;
mod forums;
pub(super) mod made;
mod newcomers;
mod people;
#[cfg(test)]
mod tests;

use std::time::Instant;

use chrono::TimeDelta;

use crate::app::App;
use crate::clock::{self, Moment};
use crate::commands::{Failure, key_file, serve};
use crate::config::Config;
use crate::db::{self, Connection, Contents, Database};
use crate::models::desk::account;
use crate::models::devices::device::{self, Pairing};
use crate::models::doors::presence;
use crate::models::forum::{self, Forum, schedule};
use crate::models::people::keys_anew;
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{self, Filter, Sort};
use crate::models::people::standing::State;
use crate::models::places::checkpoint;
use crate::models::setting;
use crate::values::{Email, Password, SealingKey, Secret};
use fill::{ORGANIZER, UNFINISHED};

pub(super) use fill::MARK;

/// The database the demo uses when none is named.
pub(super) const DATABASE: &str = "sqlite://demo.db";

/// People of a demo that was not told how many.
const PEOPLE: u32 = 520;

/// The phone that the printed link pairs.
const PHONE: &str = "Phone at the door";

/// Fills a database, or takes the demo that is in it, and serves. The error is a sentence.
pub(super) fn run(config: &Config, delegates: Option<u32>) -> Result<(), Failure> {
    let address = &config.database;
    let found = Contents::of(address, MARK)?;
    if found == Contents::Other {
        let sentence = format!(
            "The database {address} holds something else; a demo gets a database of its own. Name another one with --database."
        );
        return Err(Failure::Failed(sentence));
    }
    let db = Database::open(address)?;
    let key = key_file::open(config, &db)?;
    match found {
        Contents::Marked => take_up(&db, delegates)?,
        _ => fill(&db.patient(), &key, delegates.unwrap_or(PEOPLE))?,
    }
    serve::serve(config, db, key, |app| {
        announce(app).map_err(Failure::Failed)
    })
}

fn fill(db: &Database, key: &SealingKey, people: u32) -> Result<(), Failure> {
    let start = Instant::now();
    keys_anew::make_anew(db)?;
    fill::fill(db, key, people as usize, clock::now())?;
    tracing::info!(
        people,
        seconds = start.elapsed().as_secs_f32(),
        "demo filled"
    );
    Ok(())
}

/// A demo of another day becomes today's.
fn take_up(db: &Database, wanted: Option<u32>) -> Result<(), Failure> {
    let people = db.read_now(|c| setting::get(c, MARK))?.unwrap_or_default();
    if people == UNFINISHED {
        let sentence = format!(
            "The demo in {} was interrupted before everybody was in it; delete it and start again.",
            db.address()
        );
        return Err(Failure::Failed(sentence));
    }
    if wanted.is_some_and(|wanted| wanted.to_string() != people) {
        println!(
            "The demo in {} has {people} people; delete it to have another number.",
            db.address()
        );
    }
    db.write_now(|c| {
        let today = fill::today(clock::now());
        for plan in forums::PLANS {
            let Some(forum) = forum::by_slug(c, plan.slug)? else {
                continue;
            };
            let days = (today - forum.starts_on).num_days();
            if days != 0 {
                schedule::move_by(c, &forum, days)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// Prints what somebody who tries the demo needs: a way in as organizer, as delegate and at the door.
fn announce(app: &App) -> Result<(), String> {
    let password = new_password();
    let hash = password_hash(&password)?;
    let key = app.letterhead.key().clone();
    let shown = app
        .db
        .write_now(move |c| prepare(c, &key, &hash, clock::now()));
    let shown = shown.map_err(|error| format!("The demo cannot be read: {error}."))?;
    println!(
        "Demo: two forums with {} invented people. Day 1 is today.",
        shown.people
    );
    println!();
    println!("  Organizer   {}", app.link("/en/desk/sign-in"));
    println!("              E-mail:   {ORGANIZER}");
    println!("              Password: {password}");
    if let Some(link) = shown.delegate {
        println!("  A delegate  {}", app.link(&format!("/en/me/{link}")));
    }
    if let Some(pairing) = shown.pairing {
        println!(
            "  A door      {}",
            app.link(&format!("/en/door/pair/{pairing}"))
        );
        println!("              (for one phone; start the demo again for another)");
    }
    println!();
    Ok(())
}

/// What is printed.
struct Shown {
    people: String,
    delegate: Option<Secret>,
    pairing: Option<Secret>,
}

fn prepare(
    c: &mut Connection,
    key: &SealingKey,
    password_hash: &str,
    now: Moment,
) -> db::Result<Shown> {
    if let Ok(email) = Email::parse(ORGANIZER)
        && let Some(organizer) = account::by_email(c, &email)?
    {
        account::replace_hash(c, organizer.id, password_hash)?;
    }
    let mut shown = Shown {
        people: setting::get(c, MARK)?.unwrap_or_default(),
        delegate: None,
        pairing: None,
    };
    // The organizer may have changed the forum, even its address: then there is nothing to show of it.
    if let Some(forum) = forum::by_slug(c, forums::PLANS[0].slug)? {
        shown.delegate = delegate(c, &forum)?
            .map(|person| person.link.open(key))
            .transpose()?;
        shown.pairing = Some(pair(c, &forum, now)?);
    }
    Ok(shown)
}

/// Somebody confirmed who has not come yet, so that the door has somebody to let in.
fn delegate(c: &mut Connection, forum: &Forum) -> db::Result<Option<Registration>> {
    let doors = checkpoint::of_forum(c, forum.id)?;
    let filter = Filter {
        state: Some(State::Confirmed),
        ..Filter::default()
    };
    let people = registrations::page(c, forum.id, &filter, Sort::Oldest, None, 200)?;
    for person in people {
        let mut came = false;
        for door in &doors {
            came = came || presence::is_inside(c, door.id, person.id)?;
        }
        if !came {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// A link that pairs a phone with all doors of the forum: the phone's that nobody paired yet, or a new one's.
fn pair(c: &mut Connection, forum: &Forum, now: Moment) -> db::Result<Secret> {
    let secret = Secret::random();
    let ends = forums::at(forums::day(forum.ends_on, 2), (0, 0));
    let until = ends.max(now + TimeDelta::days(1));
    let phones = device::of_forum(c, forum.id)?;
    let waiting = phones
        .iter()
        .find(|phone| phone.name == PHONE && phone.paired_at.is_none() && phone.is_valid(now));
    let link = device::Link {
        pairing: &secret,
        until,
        made_by: None,
    };
    if let Some(phone) = waiting
        && device::renew_pairing(c, forum.id, phone.id, &link)?
    {
        return Ok(secret);
    }
    let doors: Vec<i64> = checkpoint::of_forum(c, forum.id)?
        .iter()
        .map(|door| door.id)
        .collect();
    let pairing = Pairing {
        name: PHONE,
        checkpoints: &doors,
        pairing: &secret,
        pairing_until: until,
        bearer: None,
        valid_until: until,
        printer_id: None,
        made_by: None,
    };
    device::create(c, forum.id, &pairing, now)?;
    Ok(secret)
}

/// New at every start, since only its hash is kept: `7qk3-m9xa-2vbt-0123`.
fn new_password() -> String {
    let secret = Secret::random();
    let letters: Vec<char> = secret.as_str().chars().take(16).collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

fn password_hash(password: &str) -> Result<String, String> {
    let password =
        Password::parse(password).map_err(|_| "The demo's password is too short.".to_owned())?;
    Ok(password.hash())
}
