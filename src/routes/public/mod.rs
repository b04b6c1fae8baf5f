//! What anybody may see: the forums, a forum's page, its registration form.

pub mod assets;
pub mod check;
mod choices;
pub mod find;
pub mod forum;
pub mod home;
pub mod poster;
mod preview;
pub mod privacy;
mod programme;
pub mod register;
mod register_page;
pub mod registered;
pub mod stage;

pub use choices::Choices;
pub mod unsubscribe;
