//! Decides which message is next and who carries it.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::pause::Pause;
use super::{Event, Shared};
use crate::clock;
use crate::db::Database;
use crate::models::message::{self, Waiting};
use crate::work::Hand;

/// Unrung, the table is looked at this often: for messages put off, and for those that another program queued.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Messages taken ahead, for each courier.
const AHEAD: usize = 4;

pub(super) struct Dispatcher {
    database: Database,
    couriers: Vec<Sender<Waiting>>,
    events: Receiver<Event>,
    shared: Arc<Shared>,
    idle: Vec<usize>,
    /// Taken, not yet given to a courier.
    taken: VecDeque<Waiting>,
    /// With the couriers.
    under_way: BTreeSet<i64>,
    pause: Pause,
    stopping: bool,
    look_at: Instant,
    hand: Hand,
}

impl Dispatcher {
    pub fn new(
        database: Database,
        couriers: Vec<Sender<Waiting>>,
        events: Receiver<Event>,
        shared: Arc<Shared>,
    ) -> Dispatcher {
        let now = Instant::now();
        Dispatcher {
            database,
            idle: (0..couriers.len()).collect(),
            couriers,
            events,
            shared,
            taken: VecDeque::new(),
            under_way: BTreeSet::new(),
            pause: Pause::default(),
            stopping: false,
            look_at: now,
            hand: Hand::default(),
        }
    }

    pub fn run(mut self) {
        while !(self.stopping && self.under_way.is_empty()) {
            self.tend();
            if !self.stopping && self.pause.left(Instant::now()).is_none() {
                self.take();
                self.hand_out();
            }
            match self.events.recv_timeout(self.wait()) {
                Ok(event) => self.happened(event),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.stopping = true,
            }
            while let Ok(event) = self.events.try_recv() {
                self.happened(event);
            }
        }
        if let Err(error) = self.hand.put_down(&self.database) {
            tracing::warn!(%error, "what we held is taken up once we are found to have ended");
        }
    }

    fn happened(&mut self, event: Event) {
        match event {
            Event::Rung => {
                self.shared.rung.store(false, Ordering::SeqCst);
                self.look_at = Instant::now();
            }
            Event::Back {
                courier,
                id,
                unreachable,
            } => {
                self.under_way.remove(&id);
                self.idle.push(courier);
                match unreachable {
                    None => self.reached(),
                    Some(reason) => self.not_reached(&reason),
                }
            }
            Event::Stop => {
                self.stopping = true;
                self.give_back(None);
            }
        }
    }

    fn reached(&mut self) {
        if self.pause.is_probing() {
            tracing::info!("the mail server answers again");
            self.shared.standing.works();
            self.look_at = Instant::now();
        }
        self.pause.reached();
    }

    fn not_reached(&mut self, reason: &str) {
        if !self.pause.is_probing() {
            tracing::warn!(reason, "mail waits: the mail server cannot be used");
        }
        self.shared.standing.fails(reason);
        self.pause.not_reached(Instant::now());
        self.give_back(Some(reason));
    }

    /// Takes messages that are due, if it is time to look and there is room.
    fn take(&mut self) {
        let now = Instant::now();
        let room = match self.pause.is_probing() {
            // One is enough to see whether somebody is there.
            true => 1_usize.saturating_sub(self.under_way.len()),
            false => self.couriers.len() * AHEAD - self.under_way.len(),
        };
        if now < self.look_at || self.taken.len() >= room.div_ceil(2) {
            return;
        }
        let most = i64::try_from(room - self.taken.len()).unwrap_or(1);
        self.look_at = now + LOOK_EVERY;
        match self.due() {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => return tracing::warn!(%error, "the outbox cannot be read"),
        }
        let hand = self.hand.take_up();
        let claimed = self
            .database
            .write_now(move |c| message::claim(c, most, &hand, clock::now()));
        match claimed {
            Ok(messages) => {
                if !messages.is_empty() {
                    // There may be more.
                    self.look_at = now;
                }
                self.taken.extend(messages);
            }
            Err(error) => tracing::warn!(%error, "the outbox cannot be read"),
        }
    }

    /// Whether anything may be due: a look costs less than taking, which writes.
    fn due(&self) -> crate::db::Result<bool> {
        let next = self.database.read_now(message::next_due)?;
        Ok(next.is_some_and(|due| due <= clock::now()))
    }

    fn hand_out(&mut self) {
        while !self.idle.is_empty()
            && let Some(waiting) = self.taken.pop_front()
            && let Some(courier) = self.idle.pop()
        {
            let id = waiting.id;
            // A courier never ends before we do.
            if self.couriers[courier].send(waiting).is_ok() {
                self.under_way.insert(id);
            }
        }
    }

    /// Lets go of what no courier has begun.
    fn give_back(&mut self, reason: Option<&str>) {
        let ids: Vec<i64> = self.taken.drain(..).map(|waiting| waiting.id).collect();
        if ids.is_empty() {
            return;
        }
        let reason = reason.map(str::to_owned);
        let given = self.database.write_now(move |c| {
            ids.iter()
                .try_for_each(|id| message::put_back(c, *id, reason.as_deref(), clock::now()))
        });
        if let Err(error) = given {
            tracing::warn!(%error, "messages stay in our hand until we have ended");
        }
    }

    /// Says that we live while we hold messages, and takes up what others left behind, and what a clock that was
    /// ahead put off until the day after.
    fn tend(&mut self) {
        let now = Instant::now();
        if now < self.hand.tend_at(now) {
            return;
        }
        let holds = !(self.under_way.is_empty() && self.taken.is_empty());
        let tended = self.hand.tend(&self.database, holds, now);
        let put_right = || {
            self.database
                .write_now(|c| message::put_right(c, clock::now()))
        };
        match tended.and_then(|found| Ok(put_right()? || found)) {
            Ok(true) => self.look_at = now,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "the outbox cannot be looked after"),
        }
    }

    /// How long nothing needs to be done unless something happens.
    fn wait(&self) -> Duration {
        let now = Instant::now();
        let until_look = self.look_at.saturating_duration_since(now);
        let until_tended = self.hand.tend_at(now).saturating_duration_since(now);
        let is_busy =
            self.idle.is_empty() || (self.pause.is_probing() && !self.under_way.is_empty());
        match self.pause.left(now) {
            _ if is_busy || self.stopping => until_tended,
            Some(left) => left.min(until_tended),
            None => until_look.min(until_tended),
        }
    }
}
