//! What background workers are made of.

mod bell;
mod hand;
mod jobs;

pub use bell::Bell;
pub use hand::Hand;
pub use jobs::Jobs;
