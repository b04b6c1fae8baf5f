//! What anybody may see: the forums, a forum's page, its registration form.

pub mod assets;
pub mod forum;
mod forum_pages;
pub mod home;

pub use forum_pages::ForumPages;
