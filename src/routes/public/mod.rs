//! What anybody may see: the forums, a forum's page, its registration form.

pub mod assets;
pub mod forum;
pub mod home;
