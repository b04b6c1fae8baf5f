//! What a value may be, decided once: parsed at the edge, valid for ever after.

mod code;
mod country;
mod email;
mod language;

pub use code::{Code, Secret};
pub use country::{Country, Group, Region};
pub use email::{Email, EmailFault};
pub use language::Language;
