//! `hazir simulate`: how many lanes a forum needs at its door. People arrive by a curve, lanes serve them at a
//! volunteer's pace, and every search and every scan is really sent to a running server.
//!
//! It lets people in, so it plays with a demo and never with a forum that somebody is going to hold.

mod arrivals;
mod door;
mod lane;
mod play;
mod queue;
mod report;

use clap::Args;
use url::Url;

use super::{Failure, demo};
use crate::config::Config;
use crate::db::{Contents, Database};
use crate::models::forum::{self, Forum};
use arrivals::{Curve, Pace};
use play::Played;
use queue::Answers;

/// More lanes than any entrance has.
const MOST_LANES: usize = 40;

/// People of a simulation that was not told how many.
const PEOPLE: usize = 500;

/// What the server is taken to need before anything was measured.
const EXPECTED: Answers = Answers {
    search: 0.1,
    scan: 0.1,
};

#[derive(Args)]
pub(super) struct Plan {
    /// Short name of a demo's forum, such as gsnp-2025
    forum: String,
    /// The running server that serves the same database [default: the listen address]
    #[arg(long, env = "HAZIR_SIMULATE_SERVER", value_name = "URL")]
    server: Option<Url>,
    /// How many come [default: everybody who is confirmed, at most 500]
    #[arg(long, env = "HAZIR_SIMULATE_PEOPLE", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    people: Option<u32>,
    /// Lanes to play, each a phone of its own [default: as many as are needed]
    #[arg(long, env = "HAZIR_SIMULATE_LANES", value_parser = clap::value_parser!(u16).range(1..=MOST_LANES as i64))]
    lanes: Option<u16>,
    /// Minutes before the opening in which two thirds of the people come
    #[arg(long, env = "HAZIR_SIMULATE_MINUTES", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=600))]
    minutes: u16,
    /// Buses among them, each of which arrives at once [default: two people of five come by bus]
    #[arg(long, env = "HAZIR_SIMULATE_BUSES")]
    buses: Option<u16>,
    /// People of a bus
    #[arg(long, env = "HAZIR_SIMULATE_BUS_SIZE", default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..=500))]
    bus_size: u16,
    /// Let the people of a bus in one by one, and not with one tap as a delegation
    #[arg(long, env = "HAZIR_SIMULATE_ONE_BY_ONE")]
    one_by_one: bool,
    /// People of a hundred who have no badge with them and are found by name
    #[arg(long, env = "HAZIR_SIMULATE_BY_NAME", default_value_t = 35, value_parser = clap::value_parser!(u8).range(0..=100))]
    by_name: u8,
    /// Seconds a volunteer needs for a person with a badge, beside the server's answer
    #[arg(long, env = "HAZIR_SIMULATE_BADGE_SECONDS", default_value_t = 4.0, value_parser = seconds)]
    badge_seconds: f64,
    /// Seconds a volunteer needs for a person without one, and to find a bus's delegation
    #[arg(long, env = "HAZIR_SIMULATE_NAME_SECONDS", default_value_t = 9.0, value_parser = seconds)]
    name_seconds: f64,
    /// Seconds a volunteer needs for each person of a delegation that is found
    #[arg(long, env = "HAZIR_SIMULATE_TICK_SECONDS", default_value_t = 1.5, value_parser = seconds)]
    tick_seconds: f64,
    /// Nine of ten people are to wait less than so many minutes
    #[arg(long, env = "HAZIR_SIMULATE_WAIT_MINUTES", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=600))]
    wait_minutes: u16,
    /// How many times faster than life the requests are sent
    #[arg(long, env = "HAZIR_SIMULATE_SPEED", default_value_t = 60.0, value_parser = speed)]
    speed: f64,
    /// Another number, another morning; the same number, the same people at the same moment
    #[arg(long, env = "HAZIR_SIMULATE_SEED", default_value_t = 1)]
    seed: u64,
}

/// Plays a morning at the door and says how many lanes it takes.
pub(super) fn run(config: &Config, plan: &Plan) -> Result<(), Failure> {
    let db = open_demo(config)?;
    let forum = find_forum(&db, &plan.forum)?;
    let comers = door::comers(
        &db,
        &forum,
        plan.people.map_or(PEOPLE, |people| people as usize),
    )?;
    let curve = plan.curve(comers.len())?;
    let visits = arrivals::visits(&curve, &plan.pace(), plan.seed);
    report::arrivals(&plan.forum, &curve, plan.by_name, &visits);

    let lanes = match plan.lanes {
        Some(lanes) => usize::from(lanes),
        None => queue::needed(&visits, EXPECTED, plan.target()).unwrap_or(MOST_LANES),
    };
    let door = door::Door::open(&db, &forum, lanes)?;
    let server = plan.server(config);
    let played = play::play(&server, &door, &visits, &comers, lanes, plan.speed);
    door.close(&db)?;
    let played = played?;

    report::lanes(&visits, played.answers());
    report::answer(&plan.needed(&visits, &played), plan.wait_minutes);
    if !plan.one_by_one && curve.buses > 0 {
        let curve = Curve {
            one_by_one: true,
            ..curve
        };
        let visits = arrivals::visits(&curve, &plan.pace(), plan.seed);
        report::one_by_one(plan.needed(&visits, &played));
    }
    report::server(&server, lanes, plan.speed, &played);
    report::everybody(&played, comers.len()).map_err(Failure::Failed)
}

impl Plan {
    fn curve(&self, people: usize) -> Result<Curve, Failure> {
        if let Some(wanted) = self.people.filter(|wanted| *wanted as usize > people) {
            return Err(Failure::Failed(format!(
                "The forum {:?} has {people} confirmed people with a badge, and {wanted} were to come; a demo with more is made by hazir demo --delegates.",
                self.forum
            )));
        }
        let size = usize::from(self.bus_size);
        let usual = people * 2 / 5 / size;
        let curve = Curve {
            people,
            minutes: f64::from(self.minutes),
            buses: self.buses.map_or(usual, usize::from),
            bus_size: size,
            one_by_one: self.one_by_one,
        };
        if curve.by_bus() > curve.in_the_peak() {
            return Err(Failure::Usage(format!(
                "{} buses of {size} bring {} people, and of {people} only {} come in that time.",
                curve.buses,
                curve.by_bus(),
                curve.in_the_peak()
            )));
        }
        Ok(curve)
    }

    fn pace(&self) -> Pace {
        Pace {
            by_name: f64::from(self.by_name) / 100.0,
            badge: self.badge_seconds,
            name: self.name_seconds,
            tick: self.tick_seconds,
        }
    }

    /// Seconds that nine of ten may wait.
    fn target(&self) -> f64 {
        f64::from(self.wait_minutes) * 60.0
    }

    fn needed(&self, visits: &[arrivals::Visit], played: &Played) -> Option<usize> {
        queue::needed(visits, played.answers(), self.target())
    }

    fn server(&self, config: &Config) -> String {
        match &self.server {
            Some(url) => url.as_str().trim_end_matches('/').to_owned(),
            None => format!("http://{}", config.listen),
        }
    }
}

fn open_demo(config: &Config) -> Result<Database, Failure> {
    let address = &config.database;
    if !address.exists() {
        return Err(Failure::Failed(format!(
            "There is no database at {address}."
        )));
    }
    match Contents::of(address, demo::MARK)? {
        Contents::Marked => Ok(Database::open(address)?),
        _ => Err(Failure::Failed(format!(
            "A simulation lets people in, and the database {address} is no demo's: its forums stay as they are. Start hazir demo on this machine with a database of its own and simulate there."
        ))),
    }
}

fn find_forum(db: &Database, slug: &str) -> Result<Forum, Failure> {
    db.read_now(|c| forum::by_slug(c, slug))?
        .ok_or_else(|| Failure::Failed(format!("There is no forum called {slug:?}.")))
}

fn seconds(text: &str) -> Result<f64, String> {
    between(text, 0.0, 3_600.0)
}

fn speed(text: &str) -> Result<f64, String> {
    between(text, 0.1, 1_000_000.0)
}

fn between(text: &str, least: f64, most: f64) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok();
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| format!("a number from {least} to {most} is expected"))
}
