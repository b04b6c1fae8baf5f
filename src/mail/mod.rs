//! E-mail: what is written, how it is handed to a mail server, and the worker that empties the outbox.

mod calendar;
mod letter;
mod letterhead;
mod mime;
mod occasion;

pub use calendar::calendar;
pub use letterhead::Letterhead;
pub use mime::{Badge, Mail};
pub use occasion::{Delegate, ForumFacts, News, SiteFacts, password_link, to_delegate};

#[cfg(test)]
mod tests;
