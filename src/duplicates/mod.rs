//! Registrations that seem to be of one person: how they are found, and the page that shows them.

pub(crate) mod duplicate;
pub(crate) mod finder;
pub(crate) mod page;
