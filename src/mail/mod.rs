//! E-mail: what is written, how it is handed to a mail server, and the worker that empties the outbox.

mod calendar;
mod folder;
mod letter;
mod letterhead;
mod mailing;
mod mime;
mod occasion;
mod outbox;
mod post;
mod sample;
mod smtp;
mod transport;
mod words;
mod write;

pub use calendar::calendar;
pub use letterhead::Letterhead;
pub use mailing::{Said, ToMany};
pub use mime::{Badge, Mail};
pub use occasion::{Delegate, ForumFacts, News, SiteFacts};
pub use outbox::{Outbox, OutboxHandle, Trouble};
pub use post::Post;
pub use sample::Reader;
pub use transport::{Outcome, Parcel, Transport};
pub use words::ours;
pub use write::{password_link, to_delegate, when};

#[cfg(test)]
mod tests;
