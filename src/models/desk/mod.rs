//! Who works at the desk, what they left to be done, and the keys of the program.

pub mod account;
pub mod desk_edit;
pub mod forum_start;
pub mod job;
pub mod journal;
pub mod made;
pub mod sealing;
pub mod sign_in;
pub mod signing_key;
