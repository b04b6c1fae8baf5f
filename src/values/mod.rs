//! What a value may be, decided once: parsed at the edge, valid for ever after.

mod code;
mod colour;
mod country;
mod delivery_status;
mod digits;
mod email;
mod language;
mod lasting_id;
mod latin;
mod password;
mod personal;
mod printer_host;
mod seal;
mod short_code;
mod slug;
mod trusted_proxies;
mod typed_code;
mod wording;

pub use code::{Code, Secret};
pub use colour::Colour;
pub use country::{Country, Group, Region};
pub use delivery_status::{DeliveryStatus, Obstacle};
pub use digits::western_digit;
pub use email::{Email, EmailFault};
pub use language::Language;
pub use lasting_id::LastingId;
pub use latin::{LatinName, given_in_latin, is_latin};
pub use password::{Password, PasswordFault, PasswordMatch};
pub use personal::holds_personal_link;
pub use printer_host::{PrinterHost, may_print_at};
pub use seal::seal;
pub use short_code::ShortCode;
pub use slug::Slug;
pub use trusted_proxies::TrustedProxies;
pub use typed_code::{CodeStart, TypedCode};
pub use wording::{Field, Prose, Span, Wording, WordingError};
