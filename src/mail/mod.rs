//! E-mail: what is written, how it is handed to a mail server, and the worker that empties the outbox.

mod calendar;
mod folder;
mod letter;
mod letterhead;
mod mime;
mod occasion;
mod outbox;
mod smtp;
mod transport;

pub use calendar::calendar;
pub use letterhead::Letterhead;
pub use mime::{Badge, Mail};
pub use occasion::{Delegate, ForumFacts, News, SiteFacts, password_link, to_delegate};
pub use outbox::{Outbox, OutboxHandle, Trouble};
pub use transport::{Outcome, Parcel, Transport};

#[cfg(test)]
mod tests;
