//! Decides which message is next and who carries it.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::courier::Crew;
use super::lanes::{Lanes, SLOW, Turn, destination};
use super::pause::Pause;
use crate::clock::{self, Moment};
use crate::db::Database;
use crate::mail::outbox::{Came, Event, Shared};
use crate::models::mail::message::{self, Waiting};
use crate::models::mail::silent_destination;
use crate::work::Hand;

/// Unrung, the table is looked at this often: for messages put off, and for those that another program queued.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Messages taken ahead, for each courier.
const AHEAD: usize = 4;
/// Couriers beside the usual ones, at most, in the place of those who wait for an answer.
const MOST_EXTRA: usize = 16;
/// A server that lets no further courier in is not asked to for so long.
const CROWDED: Duration = Duration::from_secs(60);

pub(super) struct Dispatcher {
    database: Database,
    crew: Crew,
    /// By number; those from `usual` on are there for a while.
    couriers: BTreeMap<usize, Sender<Waiting>>,
    usual: usize,
    events: Receiver<Event>,
    shared: Arc<Shared>,
    idle: Vec<usize>,
    /// Taken, not yet given to a courier.
    taken: VecDeque<Waiting>,
    /// With the couriers.
    under_way: BTreeMap<i64, Errand>,
    lanes: Lanes,
    crowded_until: Option<Instant>,
    pause: Pause,
    stopping: bool,
    look_at: Instant,
    hand: Hand,
}

/// A message with a courier.
struct Errand {
    destination: String,
    since: Instant,
    hangs: bool,
}

/// Messages that wait until their destination has rested.
struct Resting {
    since: Moment,
    until: Moment,
    ids: Vec<i64>,
}

impl Dispatcher {
    pub(super) fn new(
        database: Database,
        crew: Crew,
        events: Receiver<Event>,
        shared: Arc<Shared>,
    ) -> io::Result<Dispatcher> {
        let usual = crew.transport.couriers();
        let hired = (0..usual).map(|number| Ok((number, crew.hire(number)?)));
        Ok(Dispatcher {
            couriers: hired.collect::<io::Result<_>>()?,
            database,
            crew,
            usual,
            idle: (0..usual).collect(),
            events,
            shared,
            taken: VecDeque::new(),
            under_way: BTreeMap::new(),
            lanes: Lanes::default(),
            crowded_until: None,
            pause: Pause::default(),
            stopping: false,
            look_at: Instant::now(),
            hand: Hand::default(),
        })
    }

    pub(super) fn run(mut self) {
        // Told to stop, we wait for those who are being answered.
        while !(self.stopping && self.under_way.values().all(|errand| errand.hangs)) {
            self.tend();
            self.watch();
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
            Event::Back { courier, id, came } => self.came_back(courier, id, came),
            Event::Stop => {
                self.stopping = true;
                self.give_back(None);
            }
        }
    }

    fn came_back(&mut self, courier: usize, id: i64, came: Came) {
        if let Some(errand) = self.under_way.remove(&id) {
            self.note_lane(&errand.destination, &came);
        }
        let is_extra = courier >= self.usual;
        match came {
            Came::Unheard(_) if is_extra => {
                self.crowded_until = Some(Instant::now() + CROWDED);
                self.couriers.remove(&courier);
                return;
            }
            Came::Unheard(reason) => self.not_reached(&reason),
            Came::Answered | Came::Unanswered => self.reached(),
        }
        // Nobody's place is to be taken any more.
        match is_extra && self.couriers.len() - self.hanging() > self.usual {
            true => drop(self.couriers.remove(&courier)),
            false => self.idle.push(courier),
        }
    }

    fn note_lane(&mut self, destination: &str, came: &Came) {
        let now = Instant::now();
        match came {
            Came::Unheard(_) => self.lanes.came_back(destination),
            Came::Unanswered => {
                if self.lanes.is_silent(destination, clock::now(), now) {
                    tracing::warn!("a destination's mail server is silent; the desk sees which");
                }
            }
            Came::Answered if self.lanes.answers(destination) => {
                let domain = destination.to_owned();
                let noted = self
                    .database
                    .write_now(move |c| silent_destination::answers(c, &domain, clock::now()));
                if let Err(error) = noted {
                    tracing::warn!(%error, "what waited for an answer waits for its hour");
                }
                self.look_at = now;
            }
            Came::Answered => {}
        }
    }

    fn hanging(&self) -> usize {
        let hang = self.under_way.values().filter(|errand| errand.hangs);
        hang.count()
    }

    /// Messages under way whose answer is not overdue.
    fn being_asked(&self) -> usize {
        self.under_way.len() - self.hanging()
    }

    /// Finds who has waited too long for an answer, and puts another courier in their place.
    fn watch(&mut self) {
        let (now, at) = (Instant::now(), clock::now());
        let slow: Vec<i64> = self
            .under_way
            .iter()
            .filter(|(_, errand)| !errand.hangs && now - errand.since >= SLOW)
            .map(|(id, _)| *id)
            .collect();
        for id in slow {
            let Some(errand) = self.under_way.get_mut(&id) else {
                continue;
            };
            errand.hangs = true;
            let domain = errand.destination.clone();
            let since = self.lanes.hangs(&domain, at, now);
            let noted = self
                .database
                .write_now(move |c| silent_destination::hang(c, &[id], &domain, since));
            if let Err(error) = noted {
                tracing::warn!(%error, "it could not be noted which destination is silent");
            }
            self.take_the_place();
        }
    }

    fn take_the_place(&mut self) {
        let is_crowded = self
            .crowded_until
            .is_some_and(|until| Instant::now() < until);
        let is_enough = self.couriers.len() - self.hanging() >= self.usual
            || self.couriers.len() >= self.usual + MOST_EXTRA;
        if is_crowded || is_enough || self.stopping {
            return;
        }
        let highest = self
            .couriers
            .last_key_value()
            .map_or(0, |(number, _)| *number);
        let number = self.usual.max(highest + 1);
        match self.crew.hire(number) {
            Ok(courier) => {
                self.couriers.insert(number, courier);
                self.idle.push(number);
            }
            Err(error) => tracing::warn!(%error, "no further courier can be started"),
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
            true => 1_usize.saturating_sub(self.being_asked()),
            false => {
                let free = self.couriers.len() - self.hanging();
                (free * AHEAD).saturating_sub(self.being_asked())
            }
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

    /// Gives out what may go; what would only wait behind a silent destination is let go of.
    fn hand_out(&mut self) {
        let now = Instant::now();
        let mut resting: BTreeMap<String, Resting> = BTreeMap::new();
        for waiting in std::mem::take(&mut self.taken) {
            let destination = destination(&waiting.recipient);
            match self.lanes.turn(&destination, now) {
                Turn::Rests { since, left } => {
                    let until = clock::now() + left;
                    let ids = Vec::new();
                    let resting =
                        resting
                            .entry(destination)
                            .or_insert(Resting { since, until, ids });
                    resting.ids.push(waiting.id);
                }
                Turn::Now if !self.idle.is_empty() => self.send_out(waiting, destination),
                Turn::Now | Turn::Soon => self.taken.push_back(waiting),
            }
        }
        if !resting.is_empty() {
            self.put_off(resting);
        }
    }

    fn send_out(&mut self, waiting: Waiting, destination: String) {
        let id = waiting.id;
        let Some(courier) = self.idle.pop() else {
            return;
        };
        // A courier never ends before we do.
        let jobs = self.couriers.get(&courier);
        if jobs.is_some_and(|jobs| jobs.send(waiting).is_ok()) {
            self.lanes.sets_out(&destination);
            let errand = Errand {
                destination,
                since: Instant::now(),
                hangs: false,
            };
            self.under_way.insert(id, errand);
        }
    }

    fn put_off(&self, resting: BTreeMap<String, Resting>) {
        let noted = self.database.write_now(move |c| {
            resting.iter().try_for_each(|(destination, waits)| {
                silent_destination::wait(c, &waits.ids, destination, waits.since, waits.until)
            })
        });
        if let Err(error) = noted {
            tracing::warn!(%error, "messages stay in our hand until we have ended");
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
        let is_busy = self.idle.is_empty() || (self.pause.is_probing() && self.being_asked() > 0);
        let until_tended = until_tended.min(self.until_slow(now));
        match self.pause.left(now) {
            _ if is_busy || self.stopping => until_tended,
            Some(left) => left.min(until_tended),
            None => until_look.min(until_tended),
        }
    }

    /// How long until somebody has waited too long for an answer.
    fn until_slow(&self, now: Instant) -> Duration {
        let waiting = self.under_way.values().filter(|errand| !errand.hangs);
        waiting
            .map(|errand| (errand.since + SLOW).saturating_duration_since(now))
            .min()
            .unwrap_or(Duration::MAX)
    }
}
