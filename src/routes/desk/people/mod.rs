//! The people of a forum: their list, each one, and what is done with them.

pub(crate) mod at_person;
pub(crate) mod badge;
pub(crate) mod bulk;
pub(crate) mod correct;
pub(crate) mod decisions;
pub(crate) mod email;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod label;
pub(crate) mod last_label;
pub(crate) mod new_registration;
pub(crate) mod person;
pub(crate) mod registrations;
