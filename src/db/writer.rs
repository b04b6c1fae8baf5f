//! The one door through which SQLite is written. What waits shares one commit: with
//! `synchronous = FULL` the disk's flush costs more than the work, and it is paid once for all of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use tokio::sync::oneshot;

use super::{Connection, Result, broken};

/// Jobs that may share a commit: enough to pay for the flush, few enough that the first of them does not wait long.
const MOST_TOGETHER: usize = 64;
/// Jobs that may wait before those who ask are made to wait themselves.
const QUEUE: usize = 4096;

type Manager = <Connection as diesel::Connection>::TransactionManager;

pub struct Writer {
    jobs: SyncSender<Box<dyn Job>>,
}

impl Writer {
    pub fn start(connection: Connection) -> Writer {
        let (jobs, waiting) = sync_channel(QUEUE);
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || run(connection, &waiting))
            .expect("the system gives a thread at start");
        Writer { jobs }
    }

    /// Queues a piece of work; its answer comes once it is on the disk.
    pub fn submit<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> oneshot::Receiver<Result<T>> {
        let (answer, answered) = oneshot::channel();
        let job = Box::new(Work {
            work,
            result: None,
            answer,
        });
        // A writer that is gone drops the job, and with it the answer: the caller sees that.
        let _ = self.jobs.send(job);
        answered
    }
}

trait Job: Send {
    /// Does the work inside a savepoint of its own, so that its failure undoes nobody else's.
    fn run(&mut self, connection: &mut Connection);
    /// Tells the caller, when the commit has succeeded or failed.
    fn settle(self: Box<Self>, committed: std::result::Result<(), String>);
}

struct Work<T, F> {
    work: F,
    result: Option<Result<T>>,
    answer: oneshot::Sender<Result<T>>,
}

impl<T, F> Job for Work<T, F>
where
    T: Send,
    F: Fn(&mut Connection) -> Result<T> + Send,
{
    fn run(&mut self, connection: &mut Connection) {
        let work = AssertUnwindSafe(|| self.in_savepoint(connection));
        self.result = Some(catch_unwind(work).unwrap_or_else(|_| {
            close_savepoints(connection);
            Err(broken("the work panicked"))
        }));
    }

    fn settle(self: Box<Self>, committed: std::result::Result<(), String>) {
        let result = match (self.result, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(result), Ok(())) => result,
            (None, Ok(())) => Err(broken("the work was not reached")),
            (_, Err(cause)) => Err(broken(cause)),
        };
        // Whoever asked may have hung up; the work is done all the same.
        let _ = self.answer.send(result);
    }
}

impl<T, F: Fn(&mut Connection) -> Result<T>> Work<T, F> {
    fn in_savepoint(&self, connection: &mut Connection) -> Result<T> {
        diesel::Connection::transaction(connection, &self.work)
    }
}

fn run(mut connection: Connection, waiting: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(MOST_TOGETHER - 1));
        let committed = together(&mut connection, &mut jobs);
        for job in jobs {
            job.settle(committed.clone());
        }
    }
}

/// A panic leaves the savepoints it was in open; left so, the commit would close one of them and
/// nothing would reach the disk ever after.
fn close_savepoints(connection: &mut Connection) {
    while depth(connection) > 1 && Connection::rollback_transaction(connection).is_ok() {}
}

fn depth(connection: &mut Connection) -> u32 {
    let status = Manager::transaction_manager_status_mut(connection);
    let depth = status.transaction_depth().ok().flatten();
    depth.map_or(0, |depth| depth.get())
}

fn together(
    connection: &mut Connection,
    jobs: &mut [Box<dyn Job>],
) -> std::result::Result<(), String> {
    begin(connection).map_err(|error| error.to_string())?;
    for job in jobs.iter_mut() {
        job.run(connection);
    }
    let committed = Connection::commit_transaction(connection);
    if committed.is_err() {
        // A full disk leaves the transaction open; without this nothing could be written ever after.
        let _ = Connection::rollback_transaction(connection);
    }
    committed.map_err(|error| error.to_string())
}

/// BEGIN IMMEDIATE: a deferred transaction that becomes a writer fails at once when another one writes.
fn begin(connection: &mut Connection) -> Result<()> {
    match connection {
        Connection::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
        }
        Connection::Postgres(_) => Connection::begin_transaction(connection),
    }
}

#[cfg(test)]
mod tests {
    use crate::db::{Address, Connection, Database, Result, savepoint};
    use diesel::RunQueryDsl;

    fn note(c: &mut Connection, key: &str) -> Result<usize> {
        diesel::sql_query(format!(
            "INSERT INTO setting (key, value) VALUES ('{key}', 'x')"
        ))
        .execute(c)
    }

    #[test]
    fn work_that_panics_fails_alone_and_what_follows_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}", folder.path().join("x.db").display());
        let database = Database::open(&Address::parse(&address).unwrap()).unwrap();
        let panicked = database.write_now(|c| {
            savepoint(c, |c| -> Result<()> {
                note(c, "lost")?;
                panic!("on purpose")
            })
        });
        assert!(panicked.is_err());
        database.write_now(|c| note(c, "kept")).unwrap();
        let delete = |key: &str| format!("DELETE FROM setting WHERE key = '{key}'");
        let (lost, kept) = (delete("lost"), delete("kept"));
        let there = |sql: String| {
            database
                .write_now(move |c| diesel::sql_query(&sql).execute(c))
                .unwrap()
        };
        assert_eq!((there(lost), there(kept)), (0, 1));
    }
}
