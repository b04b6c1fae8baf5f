//! One courier's thread: carries a message, notes the answer, says it is back.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

use super::pause::next_try;
use crate::clock;
use crate::db::{Connection, Database};
use crate::mail::Letterhead;
use crate::mail::mime::address;
use crate::mail::outbox::{Came, Event, Shared};
use crate::mail::parcel::{Outcome, Parcel};
use crate::mail::transport::{Courier, Transport};
use crate::models::mail::message::{self, KEY_LOST, Waiting};
use crate::values::Email;

/// A connection without work is kept this long.
const REST_AFTER: Duration = Duration::from_secs(10);
/// Between two tries to note an answer while the database is away.
const NOTE_AGAIN: Duration = Duration::from_millis(200);
/// How often that is tried when the program is to stop.
const LAST_NOTES: u32 = 25;

/// What every courier is given.
pub(super) struct Crew {
    pub transport: Transport,
    /// Whom mail comes from, who signs each as it leaves, and the key that opens it: it is kept sealed.
    pub letterhead: Letterhead,
    pub database: Database,
    pub events: Sender<Event>,
    pub shared: Arc<Shared>,
}

impl Crew {
    /// Starts a courier's thread; messages go in by what is returned, and it ends when that is dropped.
    pub(super) fn hire(&self, number: usize) -> io::Result<Sender<Waiting>> {
        let mut carrier = Carrier {
            number,
            courier: self.transport.courier(),
            letterhead: self.letterhead.clone(),
            database: self.database.clone(),
            events: self.events.clone(),
            shared: self.shared.clone(),
        };
        let (jobs, received) = mpsc::channel();
        thread::Builder::new()
            .name(format!("mail-{number}"))
            .spawn(move || carrier.run(&received))?;
        Ok(jobs)
    }
}

struct Carrier {
    number: usize,
    courier: Courier,
    letterhead: Letterhead,
    database: Database,
    events: Sender<Event>,
    shared: Arc<Shared>,
}

impl Carrier {
    fn run(&mut self, jobs: &Receiver<Waiting>) {
        loop {
            match jobs.recv_timeout(REST_AFTER) {
                Ok(waiting) => self.carry(&waiting),
                Err(RecvTimeoutError::Timeout) => self.courier.rest(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn carry(&mut self, waiting: &Waiting) {
        // Whatever goes wrong in here, the courier comes back: else its message would be under way for ever.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.send(waiting))).unwrap_or_else(|_| {
            Outcome::Deferred("an error of our own; the log says more".to_owned())
        });
        let came = match &outcome {
            Outcome::Unreachable(reason) => Came::Unheard(reason.clone()),
            Outcome::Silent(_) => Came::Unanswered,
            _ => Came::Answered,
        };
        self.note(waiting, outcome);
        // A dispatcher that is gone has given up waiting for us.
        let _ = self.events.send(Event::Back {
            courier: self.number,
            id: waiting.id,
            came,
        });
    }

    fn send(&mut self, waiting: &Waiting) -> Outcome {
        let Ok(to) = Email::parse(&waiting.recipient) else {
            return Outcome::Refused("not an e-mail address".to_owned());
        };
        let Some(mail) = waiting.mail(self.letterhead.key()) else {
            return Outcome::Refused(KEY_LOST.to_owned());
        };
        let raw = match self.letterhead.dkim() {
            Some(dkim) => dkim.sign(&mail),
            None => Cow::Borrowed(mail.as_slice()),
        };
        self.courier.send(Parcel {
            id: &waiting.message_id,
            from: &self.letterhead.return_path(waiting.id, &waiting.message_id),
            to: &address(&to),
            raw: &raw,
        })
    }

    /// Writes down what became of the message. What the server has taken must never be sent again, so this is
    /// tried until the database is back.
    fn note(&self, waiting: &Waiting, outcome: Outcome) {
        let (id, attempts) = (waiting.id, waiting.attempts);
        let mut tries = 0;
        loop {
            let answer = outcome.clone();
            let noted = self
                .database
                .write_now(move |c| write_down(c, id, attempts, &answer));
            let Err(error) = noted else { return };
            tries += 1;
            if tries == 1 {
                tracing::error!(message = id, %error, "the mail server's answer could not be noted yet");
            }
            if tries >= LAST_NOTES && self.shared.is_stopping() {
                tracing::error!(message = id, ?outcome, "the mail server's answer is lost");
                return;
            }
            thread::sleep(NOTE_AGAIN);
        }
    }
}

fn write_down(
    c: &mut Connection,
    id: i64,
    attempts: i32,
    outcome: &Outcome,
) -> crate::db::Result<()> {
    let now = clock::now();
    match outcome {
        Outcome::Accepted(reply) => message::accepted(c, id, reply, now),
        Outcome::Refused(reply) => message::refused(c, id, reply, now),
        Outcome::Unreachable(reason) => message::put_back(c, id, Some(reason), now),
        Outcome::Deferred(reply) => match next_try(attempts, now) {
            Some(run_after) => message::deferred(c, id, reply, run_after, now),
            None => message::failed(c, id, reply, now),
        },
        Outcome::Silent(reply) => match next_try(attempts, now) {
            Some(run_after) => message::unanswered(c, id, reply, run_after, now),
            None => message::failed(c, id, reply, now),
        },
    }
}
