//! What is written to somebody, until a mail server has it.

pub mod message;
pub mod silent_destination;
pub mod state;
pub mod stranger_mail;
pub mod worker;
