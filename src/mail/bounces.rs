//! The mailbox that mail comes back to, read every few minutes.
//!
//! Only reports about our own messages are marked as read; everything else in the mailbox is left as it lies, for
//! people may read it too.

mod imap;
mod mailbox;

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::{io, thread};

use super::report::reports;
use super::trouble::MailHealth;
use crate::clock;
use crate::db::Database;
use crate::models::returned::delivery_report::{self, Source};
use imap::Conversation;

pub(crate) use mailbox::Mailbox;

/// The running reader; it ends when this is dropped.
pub(crate) struct Bounces {
    _stop: Sender<()>,
}

impl Bounces {
    /// `standing` says from then on whether the mailbox can be read.
    pub(crate) fn start(
        mailbox: Mailbox,
        database: Database,
        standing: MailHealth,
    ) -> io::Result<Bounces> {
        let (stop, stopped) = mpsc::channel();
        let reader = Reader {
            mailbox,
            database,
            looked_at: None,
            standing,
        };
        thread::Builder::new()
            .name("bounces".to_owned())
            .spawn(move || reader.run(&stopped))?;
        Ok(Bounces { _stop: stop })
    }
}

struct Reader {
    mailbox: Mailbox,
    database: Database,
    /// Which numbering of the mailbox, and the last letter in it that was looked at.
    looked_at: Option<(u32, u32)>,
    standing: MailHealth,
}

impl Reader {
    fn run(mut self, stopped: &Receiver<()>) {
        loop {
            let read = self.read();
            self.tell(read);
            let waited = stopped.recv_timeout(self.mailbox.every);
            if waited != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    }

    /// Said once when it begins and once when it is over, not every few minutes.
    fn tell(&self, read: Result<usize, String>) {
        let was_broken = self.standing.trouble().is_some();
        match read {
            Ok(known) => {
                if was_broken {
                    tracing::info!("the mailbox for returned mail can be read again");
                }
                if known > 0 {
                    tracing::info!(known, "reports on mail were read");
                }
                self.standing.works();
            }
            Err(reason) => {
                if !was_broken {
                    tracing::warn!(reason, "the mailbox for returned mail cannot be read");
                }
                self.standing.fails(&reason);
            }
        }
    }

    /// How many reports about our messages there were.
    fn read(&mut self) -> Result<usize, String> {
        let mut conversation = self.mailbox.open()?;
        let numbering = conversation.select(&self.mailbox.folder)?;
        let after = match self.looked_at {
            Some((known, last)) if known == numbering => last,
            _ => 0,
        };
        let mut known = 0;
        for uid in conversation.unseen(after)? {
            known += self.take(&mut conversation, uid)?;
            self.looked_at = Some((numbering, uid));
        }
        conversation.end();
        Ok(known)
    }

    /// Notes first and marks afterwards: killed between the two, we note the same once more, which changes nothing.
    fn take(&self, conversation: &mut Conversation, uid: u32) -> Result<usize, String> {
        let reports = reports(&conversation.letter(uid)?);
        let noted = self.database.write_now(move |c| {
            let mut known = 0;
            for report in &reports {
                let is_ours = delivery_report::note(c, report, Source::Anybody, clock::now())?;
                known += usize::from(is_ours);
            }
            Ok(known)
        });
        let known = noted.map_err(|error| format!("the database said: {error}"))?;
        if known > 0 {
            conversation.mark_seen(uid)?;
        }
        Ok(known)
    }
}
