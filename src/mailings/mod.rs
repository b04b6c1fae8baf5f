//! One mail to many people of a forum: its rows, its form and pages, the letter, and the worker that writes it.

pub(crate) mod form;
pub(crate) mod letter;
pub mod mailing;
pub(crate) mod moved;
pub(crate) mod page;
pub(crate) mod worker;
