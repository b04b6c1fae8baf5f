//! One mail to many people of a forum: its rows, its form and pages, the letter, and the worker that writes it.

pub mod form;
pub mod letter;
pub mod mailing;
pub mod moved;
pub mod page;
pub mod worker;
