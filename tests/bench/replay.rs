//! Phones that come back with what they scanned alone, beside doors that go on: how long the doors wait, and whether
//! every scan is written once and nobody is let in twice, by the tables themselves.

use std::collections::HashSet;
use std::sync::Mutex;
use std::time::Duration;

use diesel::QueryableByName;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde_json::Value;

use super::load::{self, Figures};
use super::program::Program;
use super::{A_WHILE, Door};

const DOORS: usize = 10;
const SCANS_EACH: usize = 500;
const LIVE_SCANNERS: usize = 20;

/// At least until the phones are done.
const PATIENCE: Duration = Duration::from_secs(60);

/// A person in three seconds, at each scanner.
const PAUSE: Duration = Duration::from_millis(333);

pub struct Replay {
    pub live: Figures,
    /// What became of the scans, in a sentence.
    pub account: String,
}

/// Twenty live scanners at three scans a second each, while ten phones send the 500 scans each that they took alone.
pub fn while_doors_come_back(program: &Program) -> Replay {
    let door = Door::of(program);
    let judged = Judged::default();
    warm_up(program, &door);
    let (live, took) = std::thread::scope(|scope| {
        let phones = scope.spawn(|| {
            let all = |number: usize| {
                (number < DOORS).then(|| door.sends(number * SCANS_EACH, SCANS_EACH))
            };
            let heard = |_, body: &[u8]| judged.hear(body);
            load::work_at(DOORS, program.address, PATIENCE, 200, all, heard)
        });
        // Who stands at a live door is seldom somebody whom a phone had let in before it came back.
        let one = |number: usize| door.sends(DOORS * SCANS_EACH + number, 1);
        let heard = |_, body: &[u8]| judged.hear(body);
        let live = load::paced(LIVE_SCANNERS, PAUSE, program.address, A_WHILE, one, heard);
        (live, phones.join().unwrap())
    });
    let ids = judged.0.into_inner().unwrap();
    Replay {
        live,
        account: format!(
            "{}; the phones were done after {:.1} s",
            Tables::read(program).account(&ids),
            took.as_secs_f64()
        ),
    }
}

/// A morning's first scans: each connection to the database has seen one.
fn warm_up(program: &Program, door: &Door) {
    let last = |number: usize| Some(door.sends(2 * DOORS * SCANS_EACH + number, 1));
    load::run(program.address, Duration::from_secs(1), 200, last);
}

/// The ids of the scans that were answered with a verdict.
#[derive(Default)]
struct Judged(Mutex<Vec<String>>);

impl Judged {
    fn hear(&self, body: &[u8]) {
        let answer: Value = serde_json::from_slice(body).unwrap();
        let mut ids = self.0.lock().unwrap();
        for result in answer["results"].as_array().unwrap() {
            assert!(result["verdict"].is_string(), "{result}");
            ids.push(result["id"].as_str().unwrap().to_owned());
        }
    }
}

/// What is written, past the program.
struct Tables {
    scans: Vec<String>,
    /// People at a checkpoint who were let in again without having left.
    twice: i64,
    /// People whose row says otherwise than their scans whether they are inside.
    wrong: i64,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = Text)]
    id: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

const TWICE: &str = "SELECT COUNT(*) AS rows FROM (
    SELECT 1 AS one FROM scan GROUP BY checkpoint_id, registration_id
    HAVING SUM(CASE verdict WHEN 'admitted' THEN 1 ELSE 0 END)
         > SUM(CASE verdict WHEN 'left' THEN 1 ELSE 0 END) + 1) AS twice";

const WRONG: &str = "SELECT COUNT(*) AS rows FROM presence JOIN (
    SELECT checkpoint_id, registration_id,
        SUM(CASE verdict WHEN 'admitted' THEN 1 WHEN 'left' THEN -1 ELSE 0 END) > 0 AS inside
    FROM scan GROUP BY checkpoint_id, registration_id) AS seen
    ON seen.checkpoint_id = presence.checkpoint_id AND seen.registration_id = presence.registration_id
    WHERE seen.inside <> presence.inside";

impl Tables {
    fn read(program: &Program) -> Tables {
        let read = program.tables().read_now(|c| {
            let scans: Vec<Id> = diesel::sql_query("SELECT id FROM scan").load(c)?;
            let twice: Count = diesel::sql_query(TWICE).get_result(c)?;
            let wrong: Count = diesel::sql_query(WRONG).get_result(c)?;
            Ok(Tables {
                scans: scans.into_iter().map(|scan| scan.id).collect(),
                twice: twice.rows,
                wrong: wrong.rows,
            })
        });
        read.unwrap()
    }

    fn account(&self, answered: &[String]) -> String {
        assert!(
            answered.len() > DOORS * SCANS_EACH,
            "scans were not answered"
        );
        let written: HashSet<&String> = self.scans.iter().collect();
        let lost = answered.iter().filter(|id| !written.contains(id)).count();
        assert_eq!(lost, 0, "scans were answered and are not there");
        assert_eq!(written.len(), self.scans.len(), "scans are there twice");
        assert_eq!(self.twice, 0, "people were let in twice");
        assert_eq!(self.wrong, 0, "people are not where their scans say");
        format!(
            "{} scans answered: none lost, none twice, nobody let in twice",
            answered.len()
        )
    }
}
