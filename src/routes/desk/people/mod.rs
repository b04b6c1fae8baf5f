//! The people of a forum: their list, each one, and what is done with them.

pub mod at_person;
pub mod badge;
pub mod bulk;
pub mod correct;
pub mod decisions;
pub mod email;
pub mod export;
pub mod history;
pub mod import;
pub mod label;
pub mod last_label;
pub mod new_registration;
pub mod person;
pub mod registrations;
