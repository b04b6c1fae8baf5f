//! E-mail: what is written, how it is handed to a mail server, and the worker that empties the outbox.

mod bounces;
mod calendar;
mod dkim;
mod folder;
pub mod letter;
mod letterhead;
pub mod mime;
pub mod occasion;
mod outbox;
pub mod parcel;
mod post;
mod report;
mod return_path;
pub mod sample;
mod smtp;
mod transport;
mod trouble;
pub mod typed;
mod words;
pub mod write;

pub use bounces::{Bounces, Mailbox};
pub use calendar::{calendar, google_calendar, outlook};
pub use dkim::Dkim;
pub use letterhead::Letterhead;
pub use mime::{Badge, Mail};
pub use occasion::{Delegate, ForumFacts, News, SiteFacts};
pub use outbox::{Outbox, OutboxHandle};
pub use post::Post;
pub use report::reports;
pub use return_path::ReturnPath;
pub use sample::{OnOccasion, Reader, Sample, example_code};
pub use transport::Transport;
pub use trouble::{MailHealth, Trouble};
pub use words::ours;
pub use write::{access_given, password_link, to_delegate, when};

#[cfg(test)]
mod tests;
