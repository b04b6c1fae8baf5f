//! What a forum is: its days, places, sessions, categories, texts, and whoever runs it.

pub(crate) mod categories;
pub(crate) mod moved;
pub(crate) mod new_forum;
pub(crate) mod outside;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod sites;
pub(crate) mod team;
pub(crate) mod texts;
