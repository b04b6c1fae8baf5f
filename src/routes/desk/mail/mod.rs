//! What is written to people, and what became of it.

pub mod messages;
pub mod unreachable;
pub mod wording;
pub mod wording_sample;
