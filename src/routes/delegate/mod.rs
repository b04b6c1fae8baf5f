//! The delegate's own page, by the unguessable link of the mail, and what can be done there. No account, no JavaScript.

pub mod badge;
pub mod certificate;
mod confirm_page;
pub mod correct;
mod correct_page;
pub mod email;
pub mod files;
pub mod letter;
mod mine;
pub mod new_address;
pub mod page;
pub mod resend;
pub mod wallet;
pub mod withdraw;

pub use mine::Mine;

use serde::Deserialize;

/// What every form of these pages carries, those that are nothing but a button too.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Button {
    token: String,
    /// The last change of the registration that the form knows of.
    version: String,
}
