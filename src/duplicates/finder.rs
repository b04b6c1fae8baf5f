//! Registrations that seem to be of one person. To find them takes seconds and a core where there are tens of thousands
//! of people, so that one forum is gone through at a time, whoever asks, and what was found is kept until its people
//! change.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, watch};

use crate::clock::{self, Moment};
use crate::db::{self, Database};
use crate::duplicates::duplicate::{self, Likely, Revision};
use crate::error::Error;

/// Pairs that are kept: who has looked at these sees the next.
const MOST: usize = 10_000;
/// So long a page waits for what is being found.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was found in a forum.
pub(crate) struct Found {
    standing: Revision,
    pub at: Moment,
    pub pairs: Vec<Likely>,
}

/// What a page can show.
pub(crate) enum Doubles {
    /// As it is now.
    Now(Arc<Found>),
    /// As it was, while somebody goes through the forum again.
    Before(Arc<Found>),
    /// Nothing yet.
    Looking,
}

/// What is known of all forums. Cheap to clone.
#[derive(Clone)]
pub(crate) struct DoubleFinder {
    db: Database,
    turn: Arc<Semaphore>,
    known: Arc<Mutex<Known>>,
    /// Told each time that a forum was gone through.
    told: watch::Sender<()>,
}

#[derive(Default)]
struct Known {
    found: HashMap<i64, Arc<Found>>,
    /// Forums that are being gone through, or wait for it.
    looking: HashSet<i64>,
}

impl DoubleFinder {
    pub(crate) fn new(db: Database) -> DoubleFinder {
        DoubleFinder {
            db,
            turn: Arc::new(Semaphore::new(1)),
            known: Arc::default(),
            told: watch::Sender::new(()),
        }
    }

    /// What is known of a forum's doubles, after a moment's waiting at most.
    pub(crate) async fn of(&self, forum_id: i64) -> db::Result<Doubles> {
        let now = self
            .db
            .read(move |c| duplicate::standing(c, forum_id))
            .await?;
        let mut told = self.told.subscribe();
        if self.reaches(forum_id, now).is_none() && self.known().looking.insert(forum_id) {
            tokio::spawn(self.clone().look(forum_id));
        }
        let found = async {
            loop {
                match self.reaches(forum_id, now) {
                    Some(found) => return found,
                    // Who tells is `self`, and is still there.
                    None => {
                        let _ = told.changed().await;
                    }
                }
            }
        };
        let found = tokio::time::timeout(PATIENCE, found).await;
        Ok(match found {
            Ok(found) => Doubles::Now(found),
            Err(_) => match self.known().found.get(&forum_id) {
                Some(before) => Doubles::Before(before.clone()),
                None => Doubles::Looking,
            },
        })
    }

    /// What was found, where that is how the forum stands.
    fn reaches(&self, forum_id: i64, now: Revision) -> Option<Arc<Found>> {
        let known = self.known();
        let found = known.found.get(&forum_id)?;
        found.standing.reaches(now).then(|| found.clone())
    }

    async fn look(self, forum_id: i64) {
        let turn = self.turn.acquire().await;
        let found = self.db.read(move |c| {
            let standing = duplicate::standing(c, forum_id)?;
            Ok(Found {
                standing,
                pairs: duplicate::of_forum(c, forum_id, MOST)?,
                at: clock::now(),
            })
        });
        let found = found.await;
        drop(turn);
        let mut known = self.known();
        known.looking.remove(&forum_id);
        match found {
            Ok(found) => drop(known.found.insert(forum_id, Arc::new(found))),
            Err(error) => {
                let cause = Error::from(error);
                tracing::error!(%cause, "doubles could not be looked for");
            }
        }
        drop(known);
        self.told.send_replace(());
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
