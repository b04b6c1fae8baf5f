//! The organizer's side: accounts with roles, each seeing the forums it was given.

pub mod accounts;
mod at_forum;
mod bar;
pub mod categories;
pub mod checkpoints;
mod device_secrets;
pub mod devices;
pub mod export;
mod hashing;
pub mod home;
mod letters;
pub mod import;
pub mod new_forum;
mod notices;
pub mod password;
pub mod people;
mod roles;
pub mod sessions;
pub mod settings;
pub mod sign_in;
mod signed_in;
pub mod sites;
pub mod texts;

pub use at_forum::{AtForum, ForForum};
pub use bar::{Bar, Notice, Tab};
pub use signed_in::{SignedIn, cookie, removal};
