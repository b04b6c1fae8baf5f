//! The nouns of Hazir: their rows, their queries and their rules. Nothing here knows the web or mail.

pub(crate) mod desk;
pub(crate) mod devices;
pub(crate) mod doors;
pub mod forum;
pub(crate) mod forum_text;
pub(crate) mod mail;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod printing;
pub(crate) mod returned;

pub(crate) mod setting;
pub(crate) mod turn;
