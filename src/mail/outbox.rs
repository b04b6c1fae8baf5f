//! The worker that empties the outbox.
//!
//! One thread decides which message is next; a few couriers carry them and note each answer at once. A message is
//! in one worker's hand while it is under way, and what a killed program left behind is taken up again. A server that
//! cannot be reached pauses the queue; a server's "later" puts off the one message; a destination that is silent
//! keeps to its own lane, and another courier takes the place of the one who waits there.

mod courier;
mod dispatcher;
mod lanes;
mod pause;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, thread};

use super::letterhead::Letterhead;
use super::transport::Transport;
use super::trouble::{MailHealth, Trouble};
use crate::db::Database;
use dispatcher::Dispatcher;

/// How long we wait for mails under way when we are told to stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// The running worker.
pub(crate) struct Outbox {
    handle: OutboxHandle,
    finished: Receiver<()>,
}

/// Reaches the worker from anywhere. Cheap to clone.
#[derive(Clone)]
pub struct OutboxHandle {
    events: Sender<Event>,
    shared: Arc<Shared>,
}

/// What the worker's threads tell each other.
enum Event {
    /// Something was put into the outbox.
    Rung,
    /// A courier is free again: which one, the message it carried, and how it came back.
    Back {
        courier: usize,
        id: i64,
        came: Came,
    },
    Stop,
}

/// How a courier comes back.
enum Came {
    /// With a word about the message.
    Answered,
    /// Whoever was to say something about the message was silent.
    Unanswered,
    /// The server was not reached, for this reason.
    Unheard(String),
}

#[derive(Default)]
struct Shared {
    /// Whether a ring is on its way already.
    rung: AtomicBool,
    stopping: AtomicBool,
    /// Whether mail leaves.
    standing: MailHealth,
}

impl Outbox {
    /// Starts the worker's threads.
    pub(crate) fn start(
        database: Database,
        transport: &Transport,
        letterhead: &Letterhead,
    ) -> io::Result<Outbox> {
        let (events, received) = mpsc::channel();
        let (finish, finished) = mpsc::channel();
        let shared = Arc::new(Shared::default());
        let crew = courier::Crew {
            transport: transport.clone(),
            letterhead: letterhead.clone(),
            database: database.clone(),
            events: events.clone(),
            shared: shared.clone(),
        };
        let dispatcher = Dispatcher::new(database, crew, received, shared.clone())?;
        thread::Builder::new()
            .name("mail".to_owned())
            .spawn(move || {
                dispatcher.run();
                // Nobody listens any more when the wait for us was given up.
                let _ = finish.send(());
            })?;
        Ok(Outbox {
            handle: OutboxHandle { events, shared },
            finished,
        })
    }

    pub(crate) fn handle(&self) -> OutboxHandle {
        self.handle.clone()
    }

    /// Begins no other mail, finishes those under way, then returns.
    pub(crate) fn stop(self) {
        self.handle.shared.stopping.store(true, Ordering::SeqCst);
        if self.handle.events.send(Event::Stop).is_ok()
            && self.finished.recv_timeout(FAREWELL).is_err()
        {
            tracing::warn!(
                "a mail was still under way after {} seconds",
                FAREWELL.as_secs()
            );
        }
    }
}

impl OutboxHandle {
    /// Wakes the worker: call it after the commit that queued a message.
    pub fn ring(&self) {
        if !self.shared.rung.swap(true, Ordering::SeqCst) {
            // A worker that has stopped needs no waking.
            let _ = self.events.send(Event::Rung);
        }
    }

    /// Why no mail leaves at the moment, if none does.
    pub fn trouble(&self) -> Option<Trouble> {
        self.shared.standing.trouble()
    }
}

impl Shared {
    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests;
