//! The delegate's own page, by the unguessable link of the mail, and what can be done there. No account, no JavaScript.

pub(crate) mod badge;
pub(crate) mod certificate;
mod confirm_page;
pub(crate) mod correct;
mod correct_page;
pub(crate) mod email;
pub(crate) mod files;
pub(crate) mod letter;
mod mine;
pub(crate) mod new_address;
pub(crate) mod page;
pub(crate) mod resend;
pub(crate) mod wallet;
pub(crate) mod withdraw;

pub(crate) use mine::Mine;

use serde::Deserialize;

/// What every form of these pages carries, those that are nothing but a button too.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Button {
    token: String,
    /// The last change of the registration that the form knows of.
    version: String,
}
