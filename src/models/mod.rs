//! The nouns of Hazir: their rows, their queries and their rules. Nothing here knows the web or mail.

pub mod desk;
pub mod devices;
pub mod doors;
pub mod forum;
pub mod forum_text;
pub mod mail;
pub mod people;
pub mod places;
pub mod printing;
pub mod returned;

pub mod setting;
pub mod turn;
