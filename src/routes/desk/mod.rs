//! The organizer's side: accounts with roles, each seeing the forums it was given.

pub mod doors;
pub mod editor;
pub mod forum;
pub mod mail;
pub mod overview;
pub mod people;
pub mod printing;
pub mod staff;
