//! What is written to somebody, until a mail server has it.

pub(crate) mod message;
pub(crate) mod silent_destination;
pub(crate) mod state;
pub(crate) mod stranger_mail;
pub(crate) mod worker;
