//! E-mail: what is written, how it is handed to a mail server, and the worker that empties the outbox.

mod bounces;
mod calendar;
mod dkim;
mod folder;
pub(crate) mod letter;
mod letterhead;
pub(crate) mod mime;
pub(crate) mod occasion;
mod outbox;
pub(crate) mod parcel;
mod post;
mod report;
mod return_path;
pub(crate) mod sample;
mod smtp;
mod transport;
mod trouble;
pub(crate) mod typed;
mod words;
pub(crate) mod write;

pub(crate) use bounces::{Bounces, Mailbox};
pub(crate) use calendar::{calendar, google_calendar, outlook};
pub(crate) use dkim::Dkim;
pub use letterhead::Letterhead;
pub use mime::Badge;
pub(crate) use mime::Mail;
pub(crate) use occasion::{Delegate, ForumFacts, News, SiteFacts};
pub(crate) use outbox::{Outbox, OutboxHandle};
pub use post::Post;
pub use report::reports;
pub(crate) use return_path::ReturnPath;
pub(crate) use sample::{OnOccasion, Reader, Sample, example_code};
pub(crate) use transport::Transport;
pub(crate) use trouble::{MailHealth, Trouble};
pub(crate) use words::ours;
pub(crate) use write::{access_given, password_link, to_delegate, when};

#[cfg(test)]
mod tests;
