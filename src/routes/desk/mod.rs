//! The organizer's side: accounts with roles, each seeing the forums it was given.

mod bar;
pub mod export;
mod hashing;
pub mod home;
pub mod password;
pub mod sign_in;
mod signed_in;

pub use bar::{Bar, Notice, Tab};
pub use signed_in::{SignedIn, cookie, removal};
