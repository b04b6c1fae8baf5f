//! What happens at the doors, told to all who watch, whichever door and whichever program it was.
//!
//! One task looks for all: so a hundred phones that watch cost the database what one costs.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actix_web::rt;
use actix_web::web::Bytes;
use futures_util::future::{Either, select};
use tokio::sync::{broadcast, watch};

use crate::db::{self, Connection, Database, Mark};
use crate::models::doors::passage::{self, Passage};
use crate::models::doors::presence;

/// What comes in within this time is told together.
const TOGETHER: Duration = Duration::from_millis(200);
/// Another program on the same database is seen by looking; nobody rings for it here.
const LOOKS_AROUND: Duration = Duration::from_millis(800);
/// News a phone may be behind before it is told to begin anew.
const BEHIND: usize = 64;

pub(crate) struct Live {
    rung: watch::Sender<Ring>,
    news: broadcast::Sender<Arc<News>>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Ring {
    times: u64,
    closing: bool,
}

/// What happened since the last news.
#[derive(Debug)]
pub(crate) struct News {
    pub passages: Vec<Passage>,
    /// People inside now, by the checkpoint's id; of checkpoints somebody passed.
    pub inside: HashMap<i64, i64>,
    said: Mutex<HashMap<Vec<i64>, Option<Bytes>>>,
}

impl Default for Live {
    fn default() -> Live {
        Live {
            rung: watch::Sender::new(Ring::default()),
            news: broadcast::Sender::new(BEHIND),
        }
    }
}

impl Live {
    /// All news from now on.
    pub(crate) fn watch(&self) -> broadcast::Receiver<Arc<News>> {
        self.news.subscribe()
    }

    /// After the commit of what is to be seen.
    pub(crate) fn ring(&self) {
        self.rung.send_modify(|ring| ring.times += 1);
    }

    /// Ends the telling, and with it every line that is open: else the program would wait for them.
    pub(crate) fn close(&self) {
        self.rung.send_modify(|ring| ring.closing = true);
    }

    /// Resolves when the program is about to stop.
    pub(crate) async fn closed(&self) {
        let mut rung = self.rung.subscribe();
        // The sender lives as long as we do.
        let _ = rung.wait_for(|ring| ring.closing).await;
    }

    /// Looks and tells until it is closed. Runs once in the program.
    pub(crate) async fn tell(&self, db: Database) {
        let mut rung = self.rung.subscribe();
        let mut teller = Teller::new(db);
        loop {
            // A database that is away has no news; what is missed now is seen at the next look.
            if let Ok(Some(news)) = teller.look(|| self.news.receiver_count() > 0).await {
                let _ = self.news.send(Arc::new(news));
            }
            let ring = Box::pin(rung.changed());
            match select(ring, Box::pin(rt::time::sleep(teller.patience()))).await {
                Either::Left((Err(_), _)) => return,
                Either::Left((Ok(()), _)) => rt::time::sleep(TOGETHER).await,
                Either::Right(_) => {}
            }
            if rung.borrow().closing {
                return;
            }
        }
    }
}

struct Teller {
    db: Database,
    /// What has been told is what could be seen then; none before the first look.
    told: Option<Mark>,
}

impl Teller {
    fn new(db: Database) -> Teller {
        Teller { db, told: None }
    }

    fn patience(&self) -> Duration {
        match self.db.address().is_postgres() {
            true => LOOKS_AROUND,
            false => Duration::from_secs(60),
        }
    }

    /// What could be seen by nobody at the last look. Whoever begins to watch after this one is not told of what was
    /// over before it.
    async fn look(&mut self, is_watched: impl FnOnce() -> bool) -> db::Result<Option<News>> {
        let now = self.db.read(Mark::now).await?;
        let before = match self.told.clone() {
            // After a backup was restored nothing is known of before.
            Some(before) if is_watched() && before.is_before(&now) => before,
            _ => {
                self.told = Some(now);
                return Ok(None);
            }
        };
        let after = now.clone();
        let news = self.db.read(move |c| News::of(c, &before, &after)).await?;
        self.told = Some(now);
        Ok((!news.passages.is_empty()).then_some(news))
    }
}

impl News {
    /// What is said of it to whoever watches these checkpoints: put into words once, for however many watch them.
    pub(crate) fn said_to(
        &self,
        checkpoints: &[i64],
        say: impl FnOnce() -> Option<Bytes>,
    ) -> Option<Bytes> {
        let mut said = self
            .said
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        match said.get(checkpoints) {
            Some(said) => said.clone(),
            None => said.entry(checkpoints.to_vec()).or_insert(say()).clone(),
        }
    }

    fn of(c: &mut Connection, before: &Mark, after: &Mark) -> db::Result<News> {
        let passages = passage::between(c, before, after)?;
        let mut inside = HashMap::new();
        for passage in &passages {
            if let Entry::Vacant(count) = inside.entry(passage.checkpoint_id) {
                count.insert(presence::count_inside(c, passage.checkpoint_id)?);
            }
        }
        Ok(News {
            passages,
            inside,
            said: Mutex::default(),
        })
    }
}
