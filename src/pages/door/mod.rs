//! What the door's pages show.

mod looks;
mod person;
mod place;
mod texts;
mod version;

pub use looks::{Look, advice, look};
pub use person::{PersonView, person, time};
pub use place::Stand;
pub use texts::texts;
pub use version::version;
