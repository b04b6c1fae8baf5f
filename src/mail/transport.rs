//! Where mail goes: a folder, or a mail server.

use lettre::Address;

use super::folder::Folder;
use super::smtp::{Server, SmtpCourier};
use crate::mail::parcel::{Outcome, Parcel};

/// The way out, as `--mail` names it.
#[derive(Debug, Clone)]
pub(crate) enum Transport {
    Folder(Folder),
    Smtp(Box<Server>),
}

impl Transport {
    /// From `file://FOLDER`, `smtp://…` or `smtps://…`. `host` is the public address's, by which we greet a
    /// server. The error is a sentence.
    pub(crate) fn parse(address: &str, host: &str) -> Result<Transport, String> {
        if let Some(folder) = address.strip_prefix("file://") {
            return Folder::new(folder).map(Transport::Folder);
        }
        if address.starts_with("smtp://") || address.starts_with("smtps://") {
            return Server::parse(address, host).map(|server| Transport::Smtp(Box::new(server)));
        }
        Err("The mail address must begin with file://, smtp:// or smtps://, such as file://outbox or smtp://localhost:25.".to_owned())
    }

    /// Whether mail could be handed over now; the error is a sentence.
    pub(crate) fn check(&self) -> Result<(), String> {
        match self {
            Transport::Folder(folder) => folder.check(),
            Transport::Smtp(server) => server.check(),
        }
    }

    /// What keeps mail of this sender from leaving well, in sentences. Nothing is sent.
    pub(crate) fn faults(&self, sender: &Address) -> Vec<String> {
        match self {
            Transport::Folder(folder) => folder.check().err().into_iter().collect(),
            Transport::Smtp(server) => server.faults(sender),
        }
    }

    /// How many couriers it is worth sending out at once.
    pub(super) fn couriers(&self) -> usize {
        match self {
            Transport::Folder(_) => 2,
            Transport::Smtp(_) => 4,
        }
    }

    /// Somebody who carries one mail after the other.
    pub(super) fn courier(&self) -> Courier {
        match self {
            Transport::Folder(folder) => Courier::Folder(folder.clone()),
            Transport::Smtp(server) => {
                Courier::Smtp(Box::new(SmtpCourier::new((**server).clone())))
            }
        }
    }
}

/// Carries mails, one at a time, keeping the connection between two.
pub(super) enum Courier {
    Folder(Folder),
    Smtp(Box<SmtpCourier>),
}

impl Courier {
    pub(super) fn send(&mut self, parcel: Parcel) -> Outcome {
        match self {
            Courier::Folder(folder) => folder.put(parcel),
            Courier::Smtp(courier) => courier.send(parcel),
        }
    }

    /// Lets go of the connection while there is nothing to carry.
    pub(super) fn rest(&mut self) {
        if let Courier::Smtp(courier) = self {
            courier.rest();
        }
    }
}
