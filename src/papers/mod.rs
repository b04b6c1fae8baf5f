//! Letters for embassies and certificates of attendance: how they look, what the desk decides, who may have them.

pub mod file;
pub mod images;
pub mod letter_form;
pub mod letters;
pub mod pdf;
pub mod settings;
pub mod settings_form;
