//! Whether something can be saved at this moment: found out by saving something, on a connection of its own.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;

use super::file::Opened;
use super::postgres::{Patience, PostgresConnection};
use super::schema::health;
use super::{Address, Connection, Result, failure, pool, sqlite};
use crate::clock;

/// An answer counts for whoever asks within this time: a hundred who ask cost what one costs.
const GOOD_FOR: Duration = Duration::from_secs(1);
/// Whoever asks hears something by then.
const ANSWER_WITHIN: Duration = Duration::from_secs(4);
/// What the one row holds: more than a page, so that a disk with room for a few bytes does not seem well.
const BALLAST: usize = 16 * 1024;
/// What fits beside the database at the least, in bytes.
const ROOM: usize = 256 * 1024;

/// A sentence where nothing can be saved.
type Answer = std::result::Result<(), String>;

pub(super) struct Health {
    probe: Arc<Probe>,
    last: tokio::sync::Mutex<Option<(Instant, Answer)>>,
}

struct Probe {
    address: Address,
    opened: Opened,
    connection: Mutex<Option<Connection>>,
}

impl Health {
    pub(super) fn new(address: &Address, opened: Opened) -> Health {
        Health {
            probe: Arc::new(Probe {
                address: address.clone(),
                opened,
                connection: Mutex::new(None),
            }),
            last: tokio::sync::Mutex::new(None),
        }
    }

    pub(super) async fn ask(&self) -> Answer {
        let asking = tokio::time::timeout(ANSWER_WITHIN, self.last.lock()).await;
        let Ok(mut last) = asking else {
            return Err(silent());
        };
        if let Some((at, answer)) = &*last
            && at.elapsed() < GOOD_FOR
        {
            return answer.clone();
        }
        let answer = self.look().await;
        *last = Some((Instant::now(), answer.clone()));
        answer
    }

    async fn look(&self) -> Answer {
        let probe = self.probe.clone();
        let looking = tokio::task::spawn_blocking(move || probe.save_something());
        match tokio::time::timeout(ANSWER_WITHIN, looking).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(panic)) => Err(panic.to_string()),
            Err(_) => Err(silent()),
        }
    }
}

fn silent() -> String {
    "The database does not answer.".to_owned()
}

impl Probe {
    fn save_something(&self) -> Answer {
        // One that still waits for the last answer keeps no second thread waiting.
        let Ok(mut kept) = self.connection.try_lock() else {
            return Err(silent());
        };
        self.opened.still_there()?;
        if let Address::Sqlite(file) = &self.address {
            room_beside(file)?;
        }
        let was_kept = kept.is_some();
        match self.save_on(&mut kept) {
            // A connection that rested may be dead, and the database well.
            Err(error) if was_kept && failure::may_succeed_elsewhere(&error) => {
                self.save_on(&mut kept)
            }
            saved => saved,
        }
        .map_err(|error| cannot_save(&error))
    }

    fn save_on(&self, kept: &mut Option<Connection>) -> Result<()> {
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => self.address.connect().map_err(failure::broken)?,
        };
        be_quick(&mut connection)?;
        save(&mut connection, Ending::Commit)?;
        *kept = Some(connection);
        Ok(())
    }
}

fn be_quick(connection: &mut Connection) -> Result<()> {
    if let Connection::Sqlite(sqlite) = connection {
        sqlite::be_quick(sqlite)?;
    }
    pool::be_patient(connection, Patience::PROBE)
}

/// Whether something could be saved, without saving it: for a command that changes nothing. The error is a sentence.
pub(super) fn try_to_save(connection: &mut Connection) -> Answer {
    be_quick(connection)
        .and_then(|()| save(connection, Ending::RollBack))
        .map_err(|error| cannot_save(&error))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Commit,
    RollBack,
}

/// The tables that registrations and scans are written into: a lock on one of them stops the product.
const WRITTEN_ALWAYS: &str = "LOCK TABLE registration, badge, scan, message IN ROW EXCLUSIVE MODE";

fn save(connection: &mut Connection, ending: Ending) -> Result<()> {
    match connection {
        Connection::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")?;
        }
        Connection::Postgres(postgres) => {
            <PostgresConnection as diesel::Connection>::TransactionManager::begin_transaction(
                postgres,
            )?;
            postgres.batch_execute(WRITTEN_ALWAYS)?;
        }
    }
    let now = clock::now();
    let row = || (health::at.eq(now), health::ballast.eq(ballast(now)));
    let changed = diesel::update(health::table.find(1))
        .set(row())
        .execute(connection)?;
    if changed == 0 {
        diesel::insert_into(health::table)
            .values((health::id.eq(1), row()))
            .execute(connection)?;
    }
    match ending {
        Ending::Commit => Connection::commit_transaction(connection),
        Ending::RollBack => Connection::rollback_transaction(connection),
    }
}

/// Another one each time: the same bytes might not be written again.
fn ballast(now: clock::Moment) -> String {
    let mut text = clock::rfc3339(now);
    text.extend(std::iter::repeat_n('.', BALLAST));
    text
}

fn room_beside(file: &std::path::Path) -> Answer {
    use std::io::Write;
    let folder = file
        .parent()
        .filter(|folder| folder.as_os_str() != "")
        .unwrap_or(std::path::Path::new("."));
    let written = tempfile::tempfile_in(folder).and_then(|mut file| file.write_all(&vec![1; ROOM]));
    written.map_err(|error| format!("Cannot write to {}: {error}.", folder.display()))
}

fn cannot_save(error: &super::Error) -> String {
    match failure::sqlstate(error) {
        Some("25006") => "The database is read-only: nothing can be saved.".to_owned(),
        Some("55P03") => "Another program locks the database: nothing can be saved.".to_owned(),
        Some("53100") => "The database server's disk is full: nothing can be saved.".to_owned(),
        _ => format!("Nothing can be saved: {error}."),
    }
}
