//! The worker that empties the printers' queues.
//!
//! One thread looks which printers have something to do; each printer has a thread of its own for as long as
//! something waits, so that one that is off holds up nobody else. A printer that took nothing rests, longer each
//! time. An order is in one worker's hand, and what a killed program left behind is taken up again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

use crate::clock;
use crate::db::{self, Connection, Database};
use crate::models::printing::print_order::{self, Order};
use crate::models::printing::printer::{self, Printer, Trouble};
use crate::press::Fonts;
use crate::printing::labels::{label, line};
use crate::work::{Bell, Hand};

/// Unrung, the table is looked at this often: for printers that rested, and for orders of another program.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const LONGEST_REST: Duration = Duration::from_secs(15);
/// Printers at work at the same time.
const MOST: usize = 32;
/// How long we wait for labels under way when we are told to stop.
const FAREWELL: Duration = Duration::from_secs(20);
/// Between two tries to note that a label came out, while the database is away, and how many there are.
const NOTE_AGAIN: Duration = Duration::from_millis(200);
const NOTES: u32 = 50;

/// The running worker.
pub(crate) struct Worker {
    shared: Arc<Shared>,
}

struct Shared {
    db: Database,
    fonts: Fonts,
    /// Whether printers at this machine's own addresses may be used.
    this_machine: bool,
    bell: Bell,
    lines: Mutex<HashMap<i64, State>>,
    hand: Mutex<Hand>,
    /// One label at a time: drawing takes a core from the doors.
    drawing: Mutex<()>,
}

/// How the line to a printer is.
#[derive(Default)]
struct State {
    is_busy: bool,
    failures: u32,
    /// Of the first of these failures.
    silent_since: Option<Instant>,
    rests_until: Option<Instant>,
}

impl Worker {
    pub(crate) fn start(
        db: Database,
        fonts: Fonts,
        bell: Bell,
        this_machine: bool,
    ) -> io::Result<Worker> {
        let shared = Arc::new(Shared {
            db,
            fonts,
            this_machine,
            bell,
            lines: Mutex::default(),
            hand: Mutex::default(),
            drawing: Mutex::default(),
        });
        let looking = shared.clone();
        thread::Builder::new()
            .name("labels".to_owned())
            .spawn(move || look(&looking))?;
        Ok(Worker { shared })
    }

    /// Begins no other label and finishes those under way, then returns.
    pub(crate) fn stop(self) {
        self.shared.bell.stop();
        let end = Instant::now() + FAREWELL;
        while self.shared.busy() > 0 && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

fn look(shared: &Arc<Shared>) {
    while !shared.bell.is_stopping() {
        shared.tend();
        match shared.db.read_now(print_order::printers_with_work) {
            Ok(printers) => printers.into_iter().for_each(|id| begin(shared, id)),
            Err(error) => tracing::warn!(%error, "the printers' queues cannot be read"),
        }
        shared.bell.wait(LOOK_EVERY);
    }
}

/// Sets a printer to work, unless it is at work or rests.
fn begin(shared: &Arc<Shared>, printer_id: i64) {
    if shared.busy() >= MOST || !shared.take_up(printer_id) {
        return;
    }
    let at_work = AtWork {
        shared: shared.clone(),
        printer_id,
    };
    let started = thread::Builder::new()
        .name(format!("label-{printer_id}"))
        .spawn(move || at_work.empty());
    if let Err(error) = started {
        // What was moved into the thread is dropped with it, and the printer is free.
        tracing::error!(%error, "a printer's thread cannot be started");
    }
}

impl Shared {
    /// Says that we live while labels are under way, and takes up what others left behind.
    fn tend(&self) {
        let tended = locked(&self.hand).tend(&self.db, self.busy() > 0, Instant::now());
        if let Err(error) = tended {
            tracing::warn!(%error, "the printers' queues cannot be looked after");
        }
    }

    fn busy(&self) -> usize {
        let lines = locked(&self.lines);
        lines.values().filter(|line| line.is_busy).count()
    }

    fn take_up(&self, printer_id: i64) -> bool {
        let mut lines = locked(&self.lines);
        let line = lines.entry(printer_id).or_default();
        let rests = line.rests_until.is_some_and(|until| Instant::now() < until);
        if line.is_busy || rests {
            return false;
        }
        line.is_busy = true;
        true
    }

    fn worked(&self, printer_id: i64) {
        let mut lines = locked(&self.lines);
        let line = lines.entry(printer_id).or_default();
        (line.failures, line.silent_since, line.rests_until) = (0, None, None);
    }

    /// How long the printer has taken nothing, as far as this program knows.
    fn silence(&self, printer_id: i64) -> Duration {
        let lines = locked(&self.lines);
        let since = lines.get(&printer_id).and_then(|line| line.silent_since);
        since.map_or(Duration::ZERO, |since| since.elapsed())
    }

    /// It doubles from a second to a quarter of a minute.
    fn rest(&self, printer_id: i64) {
        let mut lines = locked(&self.lines);
        let line = lines.entry(printer_id).or_default();
        let rest = Duration::from_secs(1 << line.failures.min(6)).min(LONGEST_REST);
        line.failures += 1;
        line.silent_since.get_or_insert_with(Instant::now);
        line.rests_until = Some(Instant::now() + rest);
    }
}

/// A printer's own thread. However it ends, the printer is free again.
struct AtWork {
    shared: Arc<Shared>,
    printer_id: i64,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if thread::panicking() {
            self.shared.rest(self.printer_id);
        }
        let mut lines = locked(&self.shared.lines);
        lines.entry(self.printer_id).or_default().is_busy = false;
        drop(lines);
        self.shared.bell.ring();
    }
}

impl AtWork {
    /// Label after label, until none waits or the printer takes none.
    fn empty(self) {
        while !self.shared.bell.is_stopping() {
            match self.print_next() {
                Ok(true) => self.shared.worked(self.printer_id),
                Ok(false) => return,
                Err(error) => {
                    tracing::warn!(%error, printer = self.printer_id, "labels wait");
                    return self.shared.rest(self.printer_id);
                }
            }
        }
    }

    /// `false` when there is nothing to do, or the printer does not work now.
    fn print_next(&self) -> db::Result<bool> {
        let (db, id) = (&self.shared.db, self.printer_id);
        let hand = locked(&self.shared.hand).take_up();
        let claimed = db.write_now(move |c| print_order::claim(c, id, &hand))?;
        let Some(order) = claimed else {
            return Ok(false);
        };
        let printer = db.read_now(|c| printer::by_id(c, id))?;
        let label = match self.label(&order, &printer)? {
            Ok(label) => label,
            Err(trouble) => {
                db.write_now(move |c| print_order::fail(c, &order, trouble, clock::now()))?;
                return Ok(true);
            }
        };
        // Drawing takes a while, in which the desk drops the label or a door replaces the badge.
        if !db.read_now(|c| print_order::stands(c, &order, label.badge_id))? {
            db.write_now(move |c| print_order::release(c, &order, id, None))?;
            return Ok(true);
        }
        match line::send(&printer, &label.said, self.shared.this_machine) {
            Ok(()) => {
                let badge = label.badge_id;
                self.note(move |c| print_order::sent(c, &order, id, badge, clock::now()));
                Ok(true)
            }
            Err(trouble) => {
                tracing::warn!(
                    printer = id,
                    trouble = trouble.as_str(),
                    "a label did not come out"
                );
                let silent = self.shared.silence(id);
                db.write_now(move |c| {
                    print_order::not_sent(c, &order, id, (trouble, silent), clock::now())
                })?;
                self.shared.rest(id);
                Ok(false)
            }
        }
    }

    /// The label of an order, drawn; or why there will never be one.
    fn label(&self, order: &Order, printer: &Printer) -> db::Result<Result<Drawn, Trouble>> {
        let (db, of) = (&self.shared.db, order.forum_id);
        let label = db.read_now(|c| match order.registration_id {
            None => label::test(c, of, printer).map(Some),
            Some(person) => label::of_person(c, (of, person), Some(printer)),
        })?;
        let Some(label) = label else {
            return Ok(Err(Trouble::NoBadge));
        };
        let _turn = locked(&self.shared.drawing);
        Ok(match label.told(db, &self.shared.fonts, printer) {
            Ok(said) => Ok(Drawn {
                said,
                badge_id: label.badge_id,
            }),
            Err(error) => {
                tracing::error!(error, order = order.id, "a label could not be drawn");
                Err(Trouble::NotDrawn)
            }
        })
    }

    /// Writes down that a label came out: it must not come out again, so this is tried until the database is back.
    fn note(&self, work: impl Fn(&mut Connection) -> db::Result<()> + Clone + Send + 'static) {
        for _ in 0..NOTES {
            match self.shared.db.write_now(work.clone()) {
                Ok(()) => return,
                Err(error) => tracing::error!(%error, "a label that came out is not noted yet"),
            }
            thread::sleep(NOTE_AGAIN);
        }
    }
}

/// A label in its printer's language.
struct Drawn {
    said: Vec<u8>,
    badge_id: Option<i64>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
