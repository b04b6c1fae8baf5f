//! What the door's pages show.

mod looks;
mod person;
mod place;
mod reasons;
mod texts;
mod version;

pub use looks::{Look, look};
pub use person::{PersonView, person, time};
pub use place::Stand;
pub use reasons::advice;
pub use texts::texts;
pub use version::version;
