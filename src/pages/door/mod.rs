//! What the door's pages show.

mod looks;
mod person;
mod place;
mod reasons;
mod texts;
mod version;

pub(crate) use looks::{Look, look, was_not_inside};
pub(crate) use person::{PersonView, latin, person};
pub(crate) use place::Stand;
pub(crate) use reasons::advice;
pub(crate) use texts::texts;
pub(crate) use version::version;
