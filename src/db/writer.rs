//! The one door through which SQLite is written. What waits shares one commit: with
//! `synchronous = FULL` the disk's flush costs more than the work, and it is paid once for all of them.

mod queue;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use tokio::sync::oneshot;

use super::failure::{broken, given_up, outcome_unknown};
use super::file::Opened;
use super::lane::Lane;
use super::postgres::Patience;
use super::{Address, Connection, Result, sqlite};
pub(super) use queue::Queue;

/// Jobs that may share a commit: enough to pay for the flush, few enough that the first of them does not wait long.
const MOST_TOGETHER: usize = 64;
/// Of these the doors leave so many to everybody else.
const LEFT_TO_OTHERS: usize = 8;
/// While a door waits, others add no work to a commit that has lasted so long.
const OTHERS_WITHIN: Duration = Duration::from_millis(5);

type Manager = <Connection as diesel::Connection>::TransactionManager;

pub(super) struct Writer {
    queue: Arc<Queue>,
}

impl Writer {
    /// The error is a sentence.
    pub(super) fn start(
        address: &Address,
        connection: Connection,
        opened: Opened,
    ) -> std::result::Result<Writer, String> {
        let queue = Arc::new(Queue::default());
        let mut pen = Pen {
            address: address.clone(),
            opened,
            connection: Some(widened(connection).map_err(|error| error.to_string())?),
        };
        let jobs = queue.clone();
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || {
                let serving = Serving(jobs);
                while let Some(first) = serving.0.wait() {
                    pen.write(first, &serving.0);
                }
            })
            .map_err(|error| format!("The system gives no thread: {error}."))?;
        Ok(Writer { queue })
    }

    /// Queues a piece of work; its answer comes once it is on the disk.
    pub(super) fn submit<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Submitted<T> {
        let (job, submitted) = job(work);
        self.queue.push(lane, job);
        submitted
    }
}

/// However the thread ends, nobody waits for it afterwards.
struct Serving(Arc<Queue>);

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue.close();
    }
}

/// Work that waits for its turn, or for its commit.
pub(super) struct Submitted<T> {
    answered: oneshot::Receiver<Result<T>>,
    taken: Arc<AtomicBool>,
}

/// A piece of work that was begun ends, unless the disk does not answer any more.
const DISK_ANSWERS_WITHIN: Duration = Duration::from_secs(300);

impl<T> Submitted<T> {
    /// The answer; none where the job was dropped without one. Work that nobody has begun by then is not done at all.
    pub(super) async fn within(mut self, patience: Patience) -> Option<Result<T>> {
        let in_time = tokio::time::timeout(patience.answer(), &mut self.answered).await;
        let answer = match in_time {
            Ok(answer) => answer,
            Err(_) if !self.taken.swap(true, Ordering::AcqRel) => {
                return Some(Err(given_up("the database is busy")));
            }
            Err(_) => match tokio::time::timeout(DISK_ANSWERS_WITHIN, self.answered).await {
                Ok(answer) => answer,
                Err(_) => return Some(Err(outcome_unknown("the disk does not answer"))),
            },
        };
        answer.ok()
    }

    /// For a thread that may wait as long as it takes.
    pub(super) fn wait(self) -> Result<T> {
        self.answered.blocking_recv().unwrap_or_else(|_| gone())
    }
}

/// Nobody writes any more: whether the work was done is not known.
pub(super) fn gone<T>() -> Result<T> {
    Err(outcome_unknown("the writer is gone"))
}

pub(super) trait Job: Send {
    /// Whether it is still to be done: whoever asked may have given up.
    fn take(&self) -> bool;
    /// Does the work. Whether it went well.
    fn run(&mut self, connection: &mut Connection, within: Within) -> bool;
    /// Why it did not go well, where nobody is told so.
    fn failure(&mut self) -> super::Error;
    /// Tells the caller what `run` gave; the transaction is on the disk, or was not needed.
    fn answer(&mut self);
    /// Tells the caller that it did not come to that.
    fn fail(&mut self, cause: super::Error);
}

/// A piece of work that waits for its turn, and where its answer comes.
pub(super) fn job<T: Send + 'static>(
    work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
) -> (Box<dyn Job>, Submitted<T>) {
    let (answer, answered) = oneshot::channel();
    let taken = Arc::new(AtomicBool::new(false));
    let job = Work {
        work,
        result: None,
        taken: taken.clone(),
        answer: Some(answer),
    };
    (Box::new(job), Submitted { answered, taken })
}

struct Work<T, F> {
    work: F,
    result: Option<Result<T>>,
    taken: Arc<AtomicBool>,
    answer: Option<oneshot::Sender<Result<T>>>,
}

impl<T, F> Work<T, F> {
    fn send(&mut self, result: Result<T>) {
        // Whoever asked may have hung up; the work is done all the same.
        if let Some(answer) = self.answer.take() {
            let _ = answer.send(result);
        }
    }
}

impl<T, F> Job for Work<T, F>
where
    T: Send,
    F: Fn(&mut Connection) -> Result<T> + Send,
{
    fn take(&self) -> bool {
        !self.taken.swap(true, Ordering::AcqRel)
    }

    fn run(&mut self, connection: &mut Connection, within: Within) -> bool {
        let work = AssertUnwindSafe(|| match within {
            Within::Savepoint => diesel::Connection::transaction(connection, &self.work),
            Within::Whole => (self.work)(connection),
        });
        let result = catch_unwind(work).unwrap_or_else(|_| {
            close_savepoints(connection);
            Err(broken("the work panicked"))
        });
        let went_well = result.is_ok();
        self.result = Some(result);
        went_well
    }

    fn failure(&mut self) -> super::Error {
        let failed = self.result.take().and_then(Result::err);
        failed.unwrap_or_else(|| broken("the work was not reached"))
    }

    fn answer(&mut self) {
        let result = self.result.take();
        self.send(result.unwrap_or_else(|| Err(broken("the work was not reached"))));
    }

    fn fail(&mut self, cause: super::Error) {
        self.send(Err(cause));
    }
}

/// What a job that fails undoes.
pub(super) enum Within {
    /// Nothing but its own.
    Savepoint,
    /// All that was done beside it.
    Whole,
}

type Jobs = Vec<Box<dyn Job>>;

/// What became of a transaction that several shared.
enum Shared {
    Saved,
    /// It could not begin.
    Refused(super::Error),
    /// It is gone, with the work of all of them.
    Lost,
}

/// The connection that writes.
struct Pen {
    address: Address,
    opened: Opened,
    /// `None` after one that was no good any more.
    connection: Option<Connection>,
}

impl Pen {
    /// Writes what waits, in one commit; where that fails, each in one of its own, so that each is told what is so.
    fn write(&mut self, (lane, first): (Lane, Box<dyn Job>), queue: &Queue) {
        let mut jobs: Jobs = Vec::new();
        match self.together(Turns::begin(lane), first, queue, &mut jobs) {
            Shared::Saved => jobs.iter_mut().for_each(|job| job.answer()),
            Shared::Refused(cause) => jobs.into_iter().for_each(|mut job| {
                job.fail(given_up(&cause));
            }),
            Shared::Lost => jobs.into_iter().for_each(|job| self.alone(job)),
        }
    }

    fn together(
        &mut self,
        mut turns: Turns,
        first: Box<dyn Job>,
        queue: &Queue,
        jobs: &mut Jobs,
    ) -> Shared {
        if !first.take() {
            return Shared::Saved;
        }
        jobs.push(first);
        // What cannot even begin is told to the first alone; the next one tries again.
        let connection = match self.begin() {
            Ok(connection) => connection,
            Err(cause) => return Shared::Refused(cause),
        };
        while let Some(job) = jobs.last_mut() {
            if !job.run(connection, Within::Savepoint) && !is_open(connection) {
                self.connection = None;
                return Shared::Lost;
            }
            match turns.next(queue) {
                Some(next) => jobs.push(next),
                None => break,
            }
        }
        match self.commit() {
            Ok(()) => Shared::Saved,
            Err(_) => Shared::Lost,
        }
    }

    /// A job of a commit that did not succeed, or of a transaction that could not begin, once more by itself.
    fn alone(&mut self, mut job: Box<dyn Job>) {
        match self.try_alone(&mut job) {
            Ok(()) => job.answer(),
            Err(cause) => job.fail(cause),
        }
    }

    fn try_alone(&mut self, job: &mut Box<dyn Job>) -> Result<()> {
        let connection = self.begin()?;
        if job.run(connection, Within::Savepoint) {
            return self.commit();
        }
        // It says itself why it failed, and nothing of it may stay.
        self.roll_back();
        Ok(())
    }

    /// BEGIN IMMEDIATE: a deferred transaction that becomes a writer fails at once when another one writes.
    fn begin(&mut self) -> Result<&mut Connection> {
        self.opened.still_there().map_err(broken)?;
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => widened(self.address.connect().map_err(broken)?)?,
        };
        let begun = match &mut connection {
            Connection::Sqlite(sqlite) => {
                AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
            }
            Connection::Postgres(_) => Connection::begin_transaction(&mut connection),
        };
        // One that cannot begin is dropped: what is wrong with it may be its own.
        begun.map(|()| self.connection.insert(connection))
    }

    fn commit(&mut self) -> Result<()> {
        let Some(connection) = &mut self.connection else {
            return Err(broken("the transaction is gone"));
        };
        let committed = Connection::commit_transaction(connection);
        if committed.is_err() {
            self.roll_back();
        }
        committed
    }

    /// A full disk leaves the transaction open, or closes it: in either case a new connection begins anew.
    fn roll_back(&mut self) {
        let rolled_back = self.connection.as_mut().is_some_and(|connection| {
            close_savepoints(connection);
            Connection::rollback_transaction(connection).is_ok()
        });
        if !rolled_back {
            self.connection = None;
        }
    }
}

/// Who is next in a commit that several share.
pub(super) struct Turns {
    began: Instant,
    done: usize,
    others: usize,
    /// Whether a door's work is in it, and waits for it to end.
    serves_a_door: bool,
}

impl Turns {
    pub(super) fn begin(first: Lane) -> Turns {
        Turns {
            began: Instant::now(),
            done: 1,
            others: usize::from(first == Lane::Desk),
            serves_a_door: first == Lane::Doors,
        }
    }

    /// Doors first; one of the others in each commit, and more as long as no door has to wait for them.
    pub(super) fn next(&mut self, queue: &Queue) -> Option<Box<dyn Job>> {
        if self.done >= MOST_TOGETHER {
            return None;
        }
        self.done += 1;
        let next = match self.done <= MOST_TOGETHER - LEFT_TO_OTHERS {
            true => queue.next_of_a_door(),
            false => None,
        };
        self.serves_a_door |= next.is_some();
        next.or_else(|| self.next_of_others(queue))
    }

    fn next_of_others(&mut self, queue: &Queue) -> Option<Box<dyn Job>> {
        let is_late = self.began.elapsed() > OTHERS_WITHIN;
        if self.others > 0 && is_late && (self.serves_a_door || queue.has_a_door()) {
            return None;
        }
        self.others += 1;
        queue.next_of_others()
    }
}

/// Whether the transaction is there after a piece of work failed: a full disk may have rolled back all of it, and what
/// follows would be saved one statement at a time. SQLite begins one only where there is none.
fn is_open(connection: &mut Connection) -> bool {
    connection.batch_execute("BEGIN").is_err()
}

fn widened(mut connection: Connection) -> Result<Connection> {
    if let Connection::Sqlite(sqlite) = &mut connection {
        sqlite::widen_cache(sqlite)?;
    }
    Ok(connection)
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

#[cfg(test)]
mod tests;
