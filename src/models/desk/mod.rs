//! Who works at the desk, what they left to be done, and the keys of the program.

pub(crate) mod account;
pub(crate) mod desk_edit;
pub(crate) mod forum_start;
pub(crate) mod job;
pub(crate) mod journal;
pub(crate) mod made;
pub(crate) mod sealing;
pub mod sign_in;
pub(crate) mod signing_key;
