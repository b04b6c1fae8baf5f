//! What a forum is: its days, places, sessions, categories, texts, and whoever runs it.

pub mod categories;
pub mod moved;
pub mod new_forum;
pub mod outside;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod team;
pub mod texts;
