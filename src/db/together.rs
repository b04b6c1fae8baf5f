//! PostgreSQL: what doors bring at one moment is written in one transaction, by a few sessions that do nothing else. So one
//! COMMIT does for all of it, and the rows that all of it names are held once. Where a part of it fails, or finds somebody's
//! lock in its way, none of it has happened, and each is done by itself.

use std::sync::Arc;

use diesel::r2d2::ManageConnection;

use super::lane::Lane;
use super::postgres::Patience;
use super::writer::{Job, Queue, Turns, Within, job};
use super::{Connection, Result, failure, pool};

/// Few, so that much is done together; more than one, so that a lock in the way of one does not stop the others.
const SESSIONS: usize = 3;

pub(super) struct Together {
    queue: Arc<Queue>,
}

impl Together {
    /// The error is a sentence.
    pub(super) fn start(sessions: &pool::Manager) -> std::result::Result<Together, String> {
        let queue = Arc::new(Queue::default());
        for _ in 0..SESSIONS {
            let pen = Pen {
                sessions: sessions.clone(),
                session: None,
                queue: queue.clone(),
            };
            std::thread::Builder::new()
                .name("together".into())
                .spawn(move || pen.serve())
                .map_err(|error| format!("The system gives no thread: {error}."))?;
        }
        Ok(Together { queue })
    }

    /// What became of it; none where it has not happened.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Option<Result<T>> {
        let (job, submitted) = job(work);
        self.queue.push(Lane::Doors, job);
        submitted.within(Patience::DOOR).await
    }
}

impl Drop for Together {
    fn drop(&mut self) {
        self.queue.close();
    }
}

fn is_closed(c: &Connection) -> bool {
    matches!(c, Connection::Postgres(postgres) if postgres.is_closed())
}

type Jobs = Vec<Box<dyn Job>>;

/// A session that writes.
struct Pen {
    sessions: pool::Manager,
    /// `None` before the first, and after one that was no good any more.
    session: Option<pool::Pooled>,
    queue: Arc<Queue>,
}

impl Pen {
    fn serve(mut self) {
        let queue = self.queue.clone();
        while let Some((lane, first)) = queue.wait() {
            if first.take() {
                let mut jobs = vec![first];
                let written = self.write(Turns::begin(lane), &mut jobs);
                tell(jobs, written);
            }
        }
    }

    /// Writes the first job and what waits beside it.
    fn write(&mut self, mut turns: Turns, jobs: &mut Jobs) -> Result<()> {
        let mut session = self.lend()?;
        let written = session.run(Patience::TOGETHER, |c| {
            diesel::Connection::transaction(c, |c| {
                while let Some(job) = jobs.last_mut() {
                    if !job.run(c, Within::Whole) {
                        return Err(job.failure());
                    }
                    match next(c, &mut turns, &self.queue) {
                        Some(next) => jobs.push(next),
                        None => break,
                    }
                }
                Ok(())
            })
        });
        if !self.sessions.has_broken(&mut session) {
            self.session = Some(session);
        }
        written
    }

    fn lend(&mut self) -> Result<pool::Pooled> {
        if let Some(mut rested) = self.session.take()
            && self.sessions.is_valid(&mut rested).is_ok()
        {
            return Ok(rested);
        }
        self.sessions.connect().map_err(failure::broken)
    }
}

/// From now on the transaction holds a row for which others wait who come by: nothing is added to it.
pub(crate) fn close(c: &mut Connection) {
    if let Connection::Postgres(postgres) = c {
        postgres.close();
    }
}

fn next(c: &mut Connection, turns: &mut Turns, queue: &Queue) -> Option<Box<dyn Job>> {
    match is_closed(c) {
        true => None,
        false => turns.next(queue),
    }
}

/// Whoever is told nothing does it by itself.
fn tell(jobs: Jobs, written: Result<()>) {
    match written {
        Ok(()) => jobs.into_iter().for_each(|mut job| job.answer()),
        Err(error) if failure::is_outcome_unknown(&error) => jobs
            .into_iter()
            .for_each(|mut job| job.fail(failure::outcome_unknown(&error))),
        Err(error) if failure::is_overdue(&error) => jobs
            .into_iter()
            .for_each(|mut job| job.fail(failure::given_up(&error))),
        Err(_) => {}
    }
}
