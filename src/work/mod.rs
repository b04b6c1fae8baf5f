//! What background workers are made of.

mod bell;
mod hand;
mod jobs;

pub(crate) use bell::Bell;
pub(crate) use hand::Hand;
pub(crate) use jobs::Jobs;
