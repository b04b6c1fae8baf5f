//! What anybody may see: the forums, a forum's page, its registration form.

pub(crate) mod assets;
pub(crate) mod check;
mod choices;
pub(crate) mod find;
pub(crate) mod forum;
pub(crate) mod home;
pub(crate) mod poster;
mod preview;
pub(crate) mod privacy;
mod programme;
pub(crate) mod register;
mod register_page;
pub(crate) mod registered;
pub(crate) mod stage;

pub(crate) use choices::Choices;
pub(crate) mod unsubscribe;
