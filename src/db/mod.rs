//! The database: its address, its connections, its transactions. The only room that names a backend.

mod address;
mod batch;
mod check;
mod clocks;
mod connection;
mod contents;
mod failure;
mod file;
mod health;
mod lane;
mod mark;
mod migrations;
#[cfg(test)]
mod plan;
mod pool;
mod postgres;
mod prepared;
pub(crate) mod schema;
mod shape;
mod sqlite;
mod text_column;
mod together;
mod writer;

use std::sync::Arc;
use std::time::Duration;

use diesel::r2d2::ManageConnection;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use tokio::sync::Semaphore;

pub use address::Address;
pub(crate) use batch::{Value, insert_row, insert_rows};
pub(crate) use check::faults;
pub use connection::AnyConnection as Connection;
pub(crate) use connection::MultiBackend as Backend;
pub(crate) use contents::{Contents, remembered};
pub(crate) use diesel::result::Error;
use failure::broken;
pub(crate) use failure::{is_outcome_unknown, speaks_of_no_row, sqlstate};
pub(crate) use lane::{Lane, Saved, follow};
pub(crate) use mark::{Mark, next_write};
use migrations::Before;
#[cfg(test)]
pub(crate) use migrations::in_memory;
#[cfg(test)]
pub(crate) use plan::plan;
use postgres::Patience;
pub(crate) use prepared::{Prepare, StatementText};
pub(crate) use together::close;

use crate::private;
use crate::threads::{Threads, behind};

/// What every query answers: the value, or the breakage. A rule's "no" is a value, never an error.
pub type Result<T> = diesel::QueryResult<T>;

/// The database, for reading side by side and for writing in transactions. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
    lane: Lane,
    patience: Patience,
}

struct Inner {
    address: Address,
    doors: Side,
    desk: Side,
    writer: Option<writer::Writer>,
    together: Option<together::Together>,
    health: health::Health,
}

/// The connections of one lane.
struct Side {
    sessions: pool::Manager,
    pool: pool::Pool,
    /// No more than the pool has connections. Who waits for one waits here, and keeps no thread waiting.
    turns: Arc<Semaphore>,
}

/// How often work is done again that lost a race.
const MOST_TRIES: u32 = 10;
/// How often work is taken to another session, because the one it had was no good.
const MOST_SESSIONS: u32 = 3;
/// Who has no turn by then is told that nothing was done.
const TURN_WITHIN: Duration = Duration::from_secs(10);

impl Side {
    fn open(
        address: &Address,
        renewal: &pool::Renewal,
        turns: usize,
    ) -> std::result::Result<Side, String> {
        let size = address.pool_size();
        let sessions = pool::Manager::new(address, renewal);
        Ok(Side {
            pool: pool::open(sessions.clone(), size)?,
            sessions,
            turns: Arc::new(Semaphore::new(turns)),
        })
    }
}

impl Database {
    /// Opens the database and brings it up to date; the error is one sentence.
    pub fn open(address: &Address) -> std::result::Result<Database, String> {
        let mut first = address.connect().map_err(|error| error.to_string())?;
        let opened = file::Opened::of(address);
        address.files().iter().for_each(|file| private::close(file));
        if migrations::run(&mut first)? == Before::Nothing {
            tracing::warn!("made a new, empty database at {address}");
        }
        shape::refuse_another(&mut first)?;
        mark::forget_foreign_numbers(&mut first)
            .map_err(|error| format!("The database cannot be brought up to date: {error}."))?;
        let renewal = pool::Renewal::none_yet();
        let writer = match first {
            Connection::Sqlite(_) => Some(writer::Writer::start(address, first, opened.clone())?),
            Connection::Postgres(_) => None,
        };
        let doors = Side::open(address, &renewal, address.pool_size() as usize)?;
        let together = match &writer {
            Some(_) => None,
            None => Some(together::Together::start(&doors.sessions)?),
        };
        let inner = Inner {
            address: address.clone(),
            together,
            doors,
            desk: Side::open(address, &renewal, address.desk_turns())?,
            writer,
            health: health::Health::new(address, opened),
        };
        Ok(Database {
            inner: Arc::new(inner),
            lane: Lane::default(),
            patience: Patience::USUAL,
        })
    }

    pub fn address(&self) -> &Address {
        &self.inner.address
    }

    /// The same database for what doors wait for: with connections of their own, and before all others.
    pub fn doors(&self) -> Database {
        Database {
            lane: Lane::Doors,
            ..self.clone()
        }
    }

    /// The same database for work that may take long: exports, imports, commands.
    pub fn patient(&self) -> Database {
        Database {
            patience: Patience::LONG,
            ..self.clone()
        }
    }

    /// Whether something can be saved at this moment; the error is a sentence.
    pub async fn is_well(&self) -> std::result::Result<(), String> {
        self.inner.health.ask().await
    }

    /// How this machine's clock and the database's differ, where that is too much: a sentence.
    pub async fn clocks_apart(&self) -> Option<String> {
        let apart = self.read(|c| Ok(clocks::apart(c))).await;
        apart.unwrap_or_default()
    }

    /// Takes what was deleted out of the write-ahead log as well; `false` where that has to wait for who reads.
    /// PostgreSQL looks after its own.
    pub async fn empty_log(&self) -> Result<bool> {
        match self.address() {
            Address::Postgres(_) => Ok(true),
            Address::Sqlite(path) => {
                let path = path.clone();
                behind(move || sqlite::empty_log(&path))
                    .await
                    .unwrap_or_else(|panic| Err(broken(panic)))
            }
        }
    }

    /// Takes out of the file what was deleted before that was overwritten. For a start, before anybody is served: it
    /// takes a while. PostgreSQL looks after its own.
    pub fn write_anew(&self) -> Result<()> {
        match self.address() {
            Address::Postgres(_) => Ok(()),
            Address::Sqlite(path) => sqlite::write_anew(path),
        }
    }

    /// The lane of the request under way, unless this handle is for the doors by itself.
    fn lane(&self) -> Lane {
        match self.lane {
            Lane::Doors => Lane::Doors,
            Lane::Desk => lane::current().unwrap_or_default(),
        }
    }

    fn side(&self) -> &Side {
        match self.lane {
            Lane::Doors => &self.inner.doors,
            Lane::Desk => &self.inner.desk,
        }
    }

    fn patience(&self) -> Patience {
        match self.lane {
            Lane::Doors => Patience::DOOR,
            Lane::Desk => self.patience,
        }
    }

    /// This handle in the lane of the request under way: where threads take over they no longer know it.
    fn here(&self) -> Database {
        Database {
            lane: self.lane(),
            ..self.clone()
        }
    }

    /// Runs queries that change nothing.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let here = self.here();
        let threads = match here.lane {
            Lane::Doors => Threads::Ready,
            Lane::Desk => Threads::Behind,
        };
        here.in_turn(threads, |db| db.read_now(work)).await
    }

    /// Runs a transaction and answers when it is on the disk. `work` may run again: after a deadlock,
    /// in another session, and when it says so itself (`again`).
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let here = self.here();
        let written = match &self.inner.writer {
            Some(writer) => {
                let submitted = writer.submit(here.lane, work);
                let answered = submitted.within(here.patience()).await;
                answered.unwrap_or_else(writer::gone)
            }
            // What holds rows that others wait for does not stand back.
            None => {
                here.in_turn(Threads::Ready, move |db| db.transaction(&work))
                    .await
            }
        };
        noted(written)
    }

    /// `write`, for what a door does to one person or few: on PostgreSQL too it shares a commit with what others bring.
    pub async fn write_together<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + Sync + 'static,
    ) -> Result<T> {
        let work = Arc::new(work);
        let here = work.clone();
        let shared = match &self.inner.together {
            Some(together) => together.write(move |c| here(c)).await,
            None => None,
        };
        match shared {
            Some(written) => noted(written),
            None => self.write(move |c| work(c)).await,
        }
    }

    /// Runs on a thread of those, once a connection is there for it.
    async fn in_turn<T: Send + 'static>(
        self,
        threads: Threads,
        work: impl FnOnce(&Database) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let turns = self.side().turns.clone();
        let turn = tokio::time::timeout(TURN_WITHIN, turns.acquire_owned())
            .await
            .map_err(|_| broken("every connection to the database is taken"))?
            .map_err(broken)?;
        // The turn ends with the work, also where nobody waits for it any more.
        let in_turn = move || {
            let done = work(&self);
            drop(turn);
            done
        };
        threads
            .run(in_turn)
            .await
            .unwrap_or_else(|panic| Err(broken(panic)))
    }

    /// `read`, for commands and for threads of their own.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut connection = self.side().pool.get().map_err(broken)?;
        connection.run(self.patience(), work)
    }

    /// `write`, for commands and for threads of their own.
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.inner.writer {
            Some(writer) => writer.submit(self.lane, work).wait(),
            None => self.transaction(&work),
        }
    }

    fn transaction<T>(&self, work: &impl Fn(&mut Connection) -> Result<T>) -> Result<T> {
        for _ in 1..MOST_SESSIONS {
            let mut lent = self.side().pool.get().map_err(no_connection)?;
            match self.in_one_session(&mut lent, work) {
                Err(error) if failure::may_succeed_elsewhere(&error) => {}
                result => return result,
            }
        }
        // All that rest may be of a time when none was good: the last one is begun for this.
        let mut own = self.side().sessions.connect().map_err(no_connection)?;
        self.in_one_session(&mut own, work)
    }

    fn in_one_session<T>(
        &self,
        session: &mut pool::Pooled,
        work: &impl Fn(&mut Connection) -> Result<T>,
    ) -> Result<T> {
        let mut tries = 0;
        loop {
            tries += 1;
            let whole = |c: &mut Connection| diesel::Connection::transaction(c, work);
            match session.run(self.patience(), whole) {
                Err(error) if tries < MOST_TRIES && failure::is_passing(&error) => continue,
                result => return result,
            }
        }
    }
}

/// What came of a write, which the request under way remembers.
fn noted<T>(written: Result<T>) -> Result<T> {
    if written.is_ok() || written.as_ref().is_err_and(failure::is_outcome_unknown) {
        lane::note_saved();
    }
    written
}

/// Waited for long enough already.
fn no_connection(cause: impl std::fmt::Display) -> Error {
    failure::given_up(cause)
}

/// What ends a SELECT so that nobody else changes its row until the transaction ends. SQLite lets one write at a time.
pub(crate) fn holding_the_row(connection: &Connection) -> &'static str {
    match connection {
        Connection::Sqlite(_) => "",
        Connection::Postgres(_) => "FOR NO KEY UPDATE",
    }
}

/// Whether a unique rule of the schema refused the row.
pub(crate) fn is_unique_violation(error: &Error) -> bool {
    matches!(
        error,
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)
    )
}

/// What a transaction answers that lost a race against another one: done again, it sees the other's rows.
pub(crate) fn again() -> Error {
    DieselError::DatabaseError(
        DatabaseErrorKind::SerializationFailure,
        Box::new("a race was lost".to_string()),
    )
}

/// Turns a unique rule's refusal into `again`: the row that was in the way is there to be read then.
pub(crate) fn again_if_taken(error: Error) -> Error {
    match is_unique_violation(&error) {
        true => again(),
        false => error,
    }
}
