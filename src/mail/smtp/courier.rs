use std::io::ErrorKind;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::response::Response;

use super::server::{Server, words};
use crate::mail::parcel::{NO_LAST_ANSWER, Outcome, Parcel};

/// For the connection and its greeting.
const PATIENCE_OF_A_GREETING: Duration = Duration::from_secs(15);
/// For each answer but the last: long enough for a server that asks the recipient's first.
const PATIENCE: Duration = Duration::from_secs(30);
/// A server may take its time over a whole mail, and giving up on one that was taken means a second copy.
const LAST_PATIENCE: Duration = Duration::from_secs(120);
/// For the answer to a good-bye, which nothing depends on.
const PATIENCE_OF_A_FAREWELL: Duration = Duration::from_secs(1);

/// Hands mails to a server, one after the other over the same connection.
pub(in crate::mail) struct SmtpCourier {
    server: Server,
    connection: Option<SmtpConnection>,
}

/// Why a conversation ended before its end.
enum Broken {
    /// The connection is of no more use, or the server wants no mail of ours.
    Closed(String),
    /// The answer concerns this mail; the connection may go on.
    Answered(Outcome),
    /// It concerns this mail and the connection too.
    Ended(Outcome),
}

impl SmtpCourier {
    pub(crate) fn new(server: Server) -> SmtpCourier {
        SmtpCourier {
            server,
            connection: None,
        }
    }

    pub(crate) fn send(&mut self, parcel: Parcel) -> Outcome {
        let kept = self.connection.take();
        let was_kept = kept.is_some();
        match self.over(kept, parcel) {
            // Servers hang up on who was silent for a while. No mail was begun, so a new connection is safe.
            Err(_) if was_kept => self.over(None, parcel).unwrap_or_else(Outcome::Unreachable),
            outcome => outcome.unwrap_or_else(Outcome::Unreachable),
        }
    }

    pub(crate) fn rest(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            // Good-bye is a courtesy; nothing depends on the answer.
            let _ = connection.set_timeout(Some(PATIENCE_OF_A_FAREWELL));
            let _ = connection.quit();
        }
    }

    fn over(
        &mut self,
        connection: Option<SmtpConnection>,
        parcel: Parcel,
    ) -> Result<Outcome, String> {
        let mut connection = match connection {
            Some(connection) => connection,
            None => self.connect()?,
        };
        match converse(&mut connection, parcel) {
            Ok(response) => {
                self.connection = Some(connection);
                Ok(Outcome::Accepted(reply(&response)))
            }
            Err(Broken::Answered(outcome)) => {
                if connection.command(Rset).is_ok() {
                    self.connection = Some(connection);
                }
                Ok(outcome)
            }
            Err(Broken::Ended(outcome)) => {
                abandon(connection);
                Ok(outcome)
            }
            Err(Broken::Closed(reason)) => {
                abandon(connection);
                Err(reason)
            }
        }
    }

    fn connect(&self) -> Result<SmtpConnection, String> {
        let mut connection = self.server.connect(PATIENCE_OF_A_GREETING)?;
        let patient = connection.set_timeout(Some(PATIENCE));
        patient.map_err(|error| error.to_string())?;
        Ok(connection)
    }
}

impl Drop for SmtpCourier {
    fn drop(&mut self) {
        self.rest();
    }
}

/// Who was silent is not waited for once more.
fn abandon(mut connection: SmtpConnection) {
    let _ = connection.set_timeout(Some(PATIENCE_OF_A_FAREWELL));
    connection.abort();
}

fn converse(connection: &mut SmtpConnection, parcel: Parcel) -> Result<Response, Broken> {
    // So far all mails are alike: whatever goes wrong here concerns the queue, never the one that came first.
    connection
        .command(Mail::new(Some(parcel.from.clone()), Vec::new()))
        .map_err(|error| Broken::Closed(words(error)))?;
    connection
        .command(Rcpt::new(parcel.to.clone(), Vec::new()))
        .map_err(about_the_mail)?;
    connection.command(Data).map_err(about_the_mail)?;
    // Body and end in one write: two would wait for each other's acknowledgement.
    let _ = connection.set_timeout(Some(LAST_PATIENCE));
    let response = connection.command(stuffed(parcel.raw));
    let _ = connection.set_timeout(Some(PATIENCE));
    response.map_err(|error| match error.status() {
        Some(_) => about_the_mail(error),
        // Perhaps it was taken. It is sent again under the same Message-ID, by which mail servers and mail readers
        // know a second copy: better than a badge that never came.
        None => Broken::Ended(unanswered(NO_LAST_ANSWER, error)),
    })
}

/// What goes wrong once the recipient was named may be this mail's own fault, so it must never stop the others.
fn about_the_mail(error: Error) -> Broken {
    let code = error.status().map(u16::from);
    let Some(code) = code else {
        return Broken::Ended(unanswered("no answer", error));
    };
    let permanent = error.is_permanent();
    let words = words(error);
    match code {
        421 => Broken::Ended(Outcome::Deferred(words)),
        _ if permanent => Broken::Answered(Outcome::Refused(words)),
        _ => Broken::Answered(Outcome::Deferred(words)),
    }
}

/// Whoever hangs up may take the next mail; whoever is silent is not asked again so soon.
fn unanswered(what: &str, error: Error) -> Outcome {
    let is_silence = was_waited_for(&error);
    let words = format!("{what}: {}", words(error));
    match is_silence {
        true => Outcome::Silent(words),
        false => Outcome::Deferred(words),
    }
}

/// A socket says in two ways that its patience is over.
fn was_waited_for(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(error) = cause.downcast_ref::<std::io::Error>() {
            return matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock);
        }
        source = cause.source();
    }
    false
}

/// The mail as it goes over the wire: lines ended by CR LF, a dot before those that begin with one, and the end.
fn stuffed(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw);
    let mut wire = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        if line.starts_with('.') {
            wire.push('.');
        }
        wire.push_str(line.trim_end_matches(['\r', '\n']));
        wire.push_str("\r\n");
    }
    wire.push_str(".\r\n");
    wire
}

fn reply(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
        .trim_end()
        .to_owned()
}
