//! `hazir device`: phones, laptops and scanners at the door.

use chrono::{Days, NaiveDate};
use clap::Subcommand;

use crate::clock::{self, Moment};
use crate::commands::{Failure, link, say_how_far_it_reaches};
use crate::config::Config;
use crate::db::{self, Connection, Database};
use crate::models::devices::device::{self, Pairing};
use crate::models::forum::{self, Forum};
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::values::Secret;

#[derive(Subcommand)]
pub(super) enum Action {
    /// Add a device, and print a pairing link for a browser and a bearer token for a scanner without one
    Add {
        /// The forum's short name
        forum: String,
        /// Short name or lasting id of a checkpoint the device serves; may be repeated
        #[arg(long = "checkpoint", value_name = "CHECKPOINT", required = true)]
        checkpoints: Vec<String>,
        /// What the desk calls it
        #[arg(long, default_value = "Scanner")]
        name: String,
        /// The last day it works, as 2025-04-29, or a moment, as 2025-04-29T18:00:00Z [default: a day after the forum; at the latest two]
        #[arg(long, value_name = "WHEN")]
        until: Option<String>,
    },
}

/// What was asked for, and the secrets that are printed once.
struct Wanted {
    forum: Forum,
    checkpoints: Vec<i64>,
    name: String,
    valid_until: Moment,
    pairing: Secret,
    bearer: Secret,
}

pub(super) fn run(config: &Config, action: &Action) -> Result<(), Failure> {
    let now = clock::now();
    let db = Database::open(&config.database)?;
    let wanted = wanted(&db, action, now)?;
    let path = format!("/en/door/pair/{}", wanted.pairing.as_str());
    let bearer = wanted.bearer.clone();
    db.write_now(move |c| add(c, &wanted, now))?;
    println!("pairing link: {}", link(config, &path));
    say_how_far_it_reaches(config);
    println!("bearer token: {}", bearer.as_str());
    Ok(())
}

fn wanted(db: &Database, action: &Action, now: Moment) -> Result<Wanted, Failure> {
    let Action::Add {
        forum: slug,
        checkpoints,
        name,
        until: asked_until,
    } = action;
    let name = parse_name(name)?;
    let forum = db
        .read_now(|c| forum::by_slug(c, slug))?
        .ok_or_else(|| Failure::Failed(format!("There is no forum {slug:?}.")))?;
    let known = db.read_now(|c| checkpoint::of_forum(c, forum.id))?;
    let valid_until = match asked_until {
        Some(text) => until(text, &forum, now)?,
        None => device::usual_end(&forum, now),
    };
    Ok(Wanted {
        checkpoints: parse_checkpoints(checkpoints, &known, slug)?,
        forum,
        name,
        valid_until,
        pairing: Secret::random(),
        bearer: Secret::random(),
    })
}

fn add(c: &mut Connection, wanted: &Wanted, now: Moment) -> db::Result<i64> {
    let pairing = Pairing {
        name: &wanted.name,
        checkpoints: &wanted.checkpoints,
        pairing: &wanted.pairing,
        pairing_until: wanted.valid_until.min(now + device::LINK_LASTS),
        bearer: Some(&wanted.bearer),
        valid_until: wanted.valid_until,
        printer_id: None,
        made_by: None,
    };
    device::create(c, wanted.forum.id, &pairing, now)
}

fn parse_name(text: &str) -> Result<String, Failure> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > device::LONGEST_NAME {
        return Err(Failure::Usage(format!(
            "A device's name has 1 to {} characters.",
            device::LONGEST_NAME
        )));
    }
    Ok(name.to_string())
}

fn parse_checkpoints(
    asked: &[String],
    known: &[Checkpoint],
    forum: &str,
) -> Result<Vec<i64>, Failure> {
    let mut ids = Vec::new();
    for slug in asked {
        let Some(found) = known.iter().find(|known| known.is_meant_by(slug)) else {
            let known: Vec<&str> = known.iter().map(|known| known.slug.as_str()).collect();
            return Err(Failure::Failed(format!(
                "The forum {forum:?} has no checkpoint {slug:?}; it has: {}.",
                known.join(", ")
            )));
        };
        if !ids.contains(&found.id) {
            ids.push(found.id);
        }
    }
    Ok(ids)
}

fn until(text: &str, forum: &Forum, now: Moment) -> Result<Moment, Failure> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let end = match day {
        Some(day) => clock::local_day(forum.zone(), day + Days::new(1)),
        None => clock::parse_rfc3339(text).ok_or_else(|| {
            Failure::Usage(format!(
                "{text:?} is neither a day such as 2025-04-29 nor a moment such as 2025-04-29T18:00:00Z."
            ))
        })?,
    };
    if end <= now {
        return Err(Failure::Usage(format!("{text} is over already.")));
    }
    let latest = device::latest_end(forum, now);
    if end > latest {
        return Err(Failure::Usage(format!(
            "A device ends with its forum: {} at the latest.",
            clock::rfc3339(latest)
        )));
    }
    Ok(end)
}
