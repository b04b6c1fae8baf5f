//! The organizer's side: accounts with roles, each seeing the forums it was given.

pub(crate) mod doors;
pub(crate) mod editor;
pub(crate) mod forum;
pub(crate) mod mail;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod printing;
pub(crate) mod staff;
