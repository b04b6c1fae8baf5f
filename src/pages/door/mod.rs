//! What the door's pages show.

mod looks;
mod person;
mod place;
mod reasons;
mod texts;
mod version;

pub use looks::{Look, look, was_not_inside};
pub use person::{PersonView, latin, person, time};
pub use place::Stand;
pub use reasons::advice;
pub use texts::texts;
pub use version::version;
