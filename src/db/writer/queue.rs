use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};

use super::{Job, Lane};

/// What waits to be written, the doors' apart from everybody else's.
#[derive(Default)]
pub(crate) struct Queue {
    waiting: Mutex<Waiting>,
    rung: Condvar,
}

#[derive(Default)]
struct Waiting {
    doors: VecDeque<Box<dyn Job>>,
    others: VecDeque<Box<dyn Job>>,
    closed: bool,
}

impl Queue {
    /// Where nobody writes any more the job is dropped, and whoever asked is told that.
    pub(crate) fn push(&self, lane: Lane, job: Box<dyn Job>) {
        let mut waiting = self.waiting();
        match lane {
            _ if waiting.closed => return,
            Lane::Doors => waiting.doors.push_back(job),
            Lane::Desk => waiting.others.push_back(job),
        }
        drop(waiting);
        self.rung.notify_one();
    }

    /// The next job and whose it is, once there is one; none when nobody can bring one any more.
    pub(crate) fn wait(&self) -> Option<(Lane, Box<dyn Job>)> {
        let mut waiting = self.waiting();
        loop {
            if let Some(job) = waiting.doors.pop_front() {
                return Some((Lane::Doors, job));
            }
            if let Some(job) = waiting.others.pop_front() {
                return Some((Lane::Desk, job));
            }
            if waiting.closed {
                return None;
            }
            waiting = self
                .rung
                .wait(waiting)
                .unwrap_or_else(|broken| broken.into_inner());
        }
    }

    pub(crate) fn next_of_a_door(&self) -> Option<Box<dyn Job>> {
        taken(&mut self.waiting().doors)
    }

    pub(crate) fn next_of_others(&self) -> Option<Box<dyn Job>> {
        taken(&mut self.waiting().others)
    }

    pub(crate) fn has_a_door(&self) -> bool {
        !self.waiting().doors.is_empty()
    }

    /// What waits is still written.
    pub(crate) fn close(&self) {
        self.waiting().closed = true;
        self.rung.notify_all();
    }

    /// Nobody takes jobs any more.
    pub(crate) fn abandon(&self) {
        let mut waiting = self.waiting();
        waiting.closed = true;
        waiting.doors.clear();
        waiting.others.clear();
    }

    /// A thread that panicked while it held the queue has left it whole: a push and a pop are one step each.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// The first that is still wanted.
fn taken(jobs: &mut VecDeque<Box<dyn Job>>) -> Option<Box<dyn Job>> {
    while let Some(job) = jobs.pop_front() {
        if job.take() {
            return Some(job);
        }
    }
    None
}
