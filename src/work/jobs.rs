//! The worker that does jobs: of each kind one at a time, on a thread of its own.
//!
//! A job is in one worker's hand. Whoever is told to stop puts it down at the next point from which it goes on; what a
//! killed program left behind is taken up by whoever sees that it has died.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

use crate::clock;
use crate::db::{self, Database};
use crate::models::desk::job::{self, Held, Job, Kind};
use crate::threads::stand_back;
use crate::work::{Bell, Hand};

/// Unrung, the table is looked at this often: for jobs that rested, and for those of another program.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const LONGEST_REST: Duration = Duration::from_secs(15);
/// So many times in a row a job may fail where it is; then it has failed.
const MOST_FAILURES: u32 = 5;
/// Between two tries to put a job down, and how many there are.
const PUT_DOWN_AGAIN: Duration = Duration::from_millis(200);
const PUT_DOWN_TRIES: u32 = 5;
/// How long we wait for the next point of what is under way when we are told to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// Does the work of one job, until it is over, cancelled, or the program is to stop. The error is for the log: the job is
/// tried again.
type Work = dyn Fn(Kind, &Job, &Held) -> Result<(), String> + Send + Sync;

/// The running worker.
pub(crate) struct Jobs {
    shared: Arc<Shared>,
}

struct Shared {
    db: Database,
    bell: Bell,
    work: Box<Work>,
    hand: Mutex<Hand>,
    lanes: Mutex<HashMap<Kind, Lane>>,
}

/// What is known of the jobs of a kind.
#[derive(Default)]
struct Lane {
    is_busy: bool,
    /// The job that failed last, and how often it has where it is now.
    failed: Option<Failed>,
    rests_until: Option<Instant>,
}

#[derive(Clone, Copy)]
struct Failed {
    id: i64,
    done: i32,
    times: u32,
}

impl Jobs {
    pub(crate) fn start(
        db: Database,
        bell: Bell,
        work: impl Fn(Kind, &Job, &Held) -> Result<(), String> + Send + Sync + 'static,
    ) -> io::Result<Jobs> {
        let shared = Arc::new(Shared {
            db,
            bell,
            work: Box::new(work),
            hand: Mutex::default(),
            lanes: Mutex::default(),
        });
        let looking = shared.clone();
        thread::Builder::new()
            .name("jobs".to_owned())
            .spawn(move || look(&looking))?;
        Ok(Jobs { shared })
    }

    /// Takes up no other job, waits for those under way to come to a point from which they go on, and puts them down.
    pub(crate) fn stop(self) {
        self.shared.bell.stop();
        let end = Instant::now() + FAREWELL;
        while self.shared.is_busy() && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
        if let Err(error) = locked(&self.shared.hand).put_down(&self.shared.db) {
            tracing::warn!(%error, "jobs stay in our hand until we have ended");
        }
    }
}

fn look(shared: &Arc<Shared>) {
    while !shared.bell.is_stopping() {
        shared.tend();
        let begun = shared
            .db
            .read_now(job::waiting)
            .and_then(|kinds| kinds.into_iter().try_for_each(|kind| begin(shared, kind)));
        if let Err(error) = begun {
            tracing::warn!(%error, "jobs wait: they cannot be taken up");
        }
        shared.bell.wait(LOOK_EVERY);
    }
}

/// Sets to work what waits of a kind, unless something is at work there or rests.
fn begin(shared: &Arc<Shared>, kind: Kind) -> db::Result<()> {
    if !shared.is_free(kind) {
        return Ok(());
    }
    let worker_id = locked(&shared.hand).take_up();
    let taker = worker_id.clone();
    let taken = shared
        .db
        .write_now(move |c| job::take_up(c, kind, &taker))?;
    let Some(job) = taken else {
        return Ok(());
    };
    shared.lane(kind, |lane| lane.is_busy = true);
    let at_work = AtWork {
        shared: shared.clone(),
        kind,
        held: Held {
            id: job.id,
            worker_id,
        },
    };
    let started = thread::Builder::new()
        .name(format!("job-{}", job.id))
        .spawn(move || at_work.run(&job));
    if let Err(error) = started {
        // What was moved into the thread is dropped with it, and the job put down.
        tracing::error!(%error, "a job's thread cannot be started");
    }
    Ok(())
}

impl Shared {
    /// Says that we live while jobs are under way, and takes up what others left behind.
    fn tend(&self) {
        let tended = locked(&self.hand).tend(&self.db, self.is_busy(), Instant::now());
        if let Err(error) = tended {
            tracing::warn!(%error, "jobs cannot be looked after");
        }
    }

    fn is_busy(&self) -> bool {
        locked(&self.lanes).values().any(|lane| lane.is_busy)
    }

    fn is_free(&self, kind: Kind) -> bool {
        self.lane(kind, |lane| {
            let rests = lane.rests_until.is_some_and(|until| Instant::now() < until);
            !lane.is_busy && !rests
        })
    }

    fn lane<T>(&self, kind: Kind, look: impl FnOnce(&mut Lane) -> T) -> T {
        look(locked(&self.lanes).entry(kind).or_default())
    }

    /// How often a job has failed where it is, this time included. Its lane rests, longer each time.
    fn rest(&self, kind: Kind, id: i64, done: i32) -> u32 {
        self.lane(kind, |lane| {
            let times = match lane.failed {
                Some(before) if (before.id, before.done) == (id, done) => before.times + 1,
                _ => 1,
            };
            lane.failed = Some(Failed { id, done, times });
            let rest = Duration::from_millis(100 << (2 * times).min(10)).min(LONGEST_REST);
            lane.rests_until = Some(Instant::now() + rest);
            times
        })
    }
}

/// A job's own thread. However it ends, the job is put down and its lane is free again.
struct AtWork {
    shared: Arc<Shared>,
    kind: Kind,
    held: Held,
}

impl AtWork {
    fn run(self, job: &Job) {
        stand_back();
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            (self.shared.work)(self.kind, job, &self.held)
        }));
        let error = match ended {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error,
            // The hook has said it.
            Err(_) => "an error of our own".to_owned(),
        };
        let times = self.shared.rest(self.kind, job.id, job.done);
        tracing::error!(job = job.id, times, error, "a job stopped where it was");
        if times >= MOST_FAILURES {
            let held = self.held.clone();
            let failed = self
                .shared
                .db
                .write_now(move |c| job::fail(c, &held, clock::now()));
            if let Err(error) = failed {
                tracing::error!(%error, "a job that failed is not noted yet");
            }
        }
    }

    /// It is tried a few times: where it stays, it is let go of when the hand is next empty.
    fn put_down(&self) {
        for _ in 0..PUT_DOWN_TRIES {
            let held = self.held.clone();
            match self.shared.db.write_now(move |c| job::put_down(c, &held)) {
                Ok(()) => return,
                Err(error) => tracing::warn!(%error, "a job stays in our hand"),
            }
            thread::sleep(PUT_DOWN_AGAIN);
        }
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.put_down();
        self.shared.lane(self.kind, |lane| lane.is_busy = false);
        self.shared.bell.ring();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
