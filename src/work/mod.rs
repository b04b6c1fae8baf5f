//! What background workers are made of.

mod hand;

pub use hand::Hand;
