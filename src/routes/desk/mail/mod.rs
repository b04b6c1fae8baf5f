//! What is written to people, and what became of it.

pub(crate) mod messages;
pub(crate) mod unreachable;
pub(crate) mod wording;
pub(crate) mod wording_sample;
