//! A mail on its way to a server, and what became of it.

use lettre::Address;

/// What became of handing a mail over, in the receiver's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is theirs now.
    Accepted(String),
    /// Not now; the same mail may do later.
    Deferred(String),
    /// Not now: there was no answer in time, as where the recipient's own server is asked and says nothing.
    Silent(String),
    /// Never.
    Refused(String),
    /// Nobody there who could have said either. Says nothing about the mail.
    Unreachable(String),
}

/// One mail on its way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parcel<'a> {
    /// Its Message-ID, without angle brackets.
    pub id: &'a str,
    pub from: &'a Address,
    pub to: &'a Address,
    pub raw: &'a [u8],
}

/// How a reply begins where the whole mail was handed over and the connection broke before the answer: perhaps it
/// was taken.
pub(crate) const NO_LAST_ANSWER: &str = "no answer to the whole mail";
