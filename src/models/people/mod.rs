//! Registrations, and what belongs to each: history, badge, papers, places in searches.

pub mod badge;
pub mod counters;
pub mod document;
pub mod email_change;
pub mod event;
pub mod form_use;
pub mod keys_anew;
pub mod organisation;
pub mod paper;
pub mod registration;
pub mod registrations;
pub mod search;
pub mod search_key;
pub mod standing;
pub mod timetable;
