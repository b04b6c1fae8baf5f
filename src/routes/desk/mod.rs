//! The organizer's side: accounts with roles, each seeing the forums it was given.

mod signed_in;

pub use signed_in::{SignedIn, cookie, removal};
