//! Registrations that seem to be of one person: how they are found, and the page that shows them.

pub mod duplicate;
pub mod finder;
pub mod page;
