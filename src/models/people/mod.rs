//! Registrations, and what belongs to each: history, badge, papers, places in searches.

pub(crate) mod badge;
pub(crate) mod counters;
pub(crate) mod document;
pub(crate) mod email_change;
pub(crate) mod event;
pub(crate) mod form_use;
pub(crate) mod keys_anew;
pub(crate) mod organisation;
pub(crate) mod paper;
pub mod registration;
pub(crate) mod registrations;
pub(crate) mod search;
pub(crate) mod search_key;
pub(crate) mod standing;
pub(crate) mod timetable;
