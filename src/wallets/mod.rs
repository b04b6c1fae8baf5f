//! Passes for the wallets of phones, where the operator has put in the keys.

mod apple;
mod google;
mod key;
mod ticket;

use std::path::Path;

use crate::clock::Moment;

pub(crate) use apple::Apple;
pub(crate) use google::Google;
pub(crate) use ticket::{Stay, Ticket};

/// The wallets this installation has keys for.
#[derive(Default)]
pub(crate) struct Wallets {
    pub apple: Option<Apple>,
    pub google: Option<Google>,
}

/// Which wallets a page may offer now.
#[derive(Clone, Copy)]
pub(crate) struct Offered {
    pub apple: bool,
    pub google: bool,
}

impl Wallets {
    /// Reads the keys; the error is a sentence for the operator.
    pub(crate) fn open(apple: Option<&Path>, google: Option<&Path>) -> Result<Wallets, String> {
        Ok(Wallets {
            apple: apple.map(Apple::open).transpose()?,
            google: google.map(Google::open).transpose()?,
        })
    }

    /// No phone takes a pass that was signed with a certificate past its day.
    pub(crate) fn offered(&self, now: Moment) -> Offered {
        Offered {
            apple: self
                .apple
                .as_ref()
                .is_some_and(|apple| now < apple.valid_until()),
            google: self.google.is_some(),
        }
    }
}
