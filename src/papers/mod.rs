//! Letters for embassies and certificates of attendance: how they look, what the desk decides, who may have them.

pub(crate) mod file;
pub(crate) mod images;
pub(crate) mod letter_form;
pub(crate) mod letters;
pub(crate) mod pdf;
pub(crate) mod settings;
pub(crate) mod settings_form;
