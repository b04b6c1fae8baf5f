//! The nouns of Hazir: their rows, their queries and their rules. Nothing here knows the web or mail.

pub mod account;
pub mod badge;
pub mod category;
pub mod checkpoint;
pub mod counters;
pub mod device;
pub mod door;
pub mod email_change;
pub mod event;
pub mod forum;
pub mod forum_text;
pub mod message;
pub mod organisation;
pub mod place;
pub mod presence;
pub mod registration;
pub mod registrations;
pub mod roster;
pub mod scan;
pub mod search_key;
pub mod session;
pub mod setting;
pub mod sign_in;
pub mod site;
pub mod whole;
