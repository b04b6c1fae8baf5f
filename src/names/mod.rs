//! Names as heard and as written: one search text for all scripts, a sound key for all spellings.
//!
//! Гаджиев, Hacıyev, Hajiyev, GADZHIEV and حاجييف are one name to the person who answers to it. [`fold`] brings
//! every script to plain Latin letters, [`skeleton`] keeps only the classes of consonants, [`keys`] says what the
//! search table stores of a person, [`Typed`] which of those keys a typed word looks for, and [`Query`] ranks what was
//! found. Nothing here reads or writes anything.

/// By which rules the keys in the table were made, and the folded names by which people are told apart: with another
/// number here they are made anew when the program starts.
pub const VERSION: i32 = 2;

mod arabic;
mod asian;
mod cyrillic;
mod fold;
mod habits;
mod keys;
mod latin;
mod likeness;
mod query;
mod ranking;
mod same;
mod skeleton;
#[cfg(test)]
mod tests;
mod typed;

pub use fold::{fold, fold_both, sort_key};
pub use keys::{Key, Kind, heard_word, keys};
pub use query::{GOOD, Query, score};
pub use ranking::{Match, answers};
pub use same::Bearer;
pub use skeleton::skeleton;
pub use typed::Typed;
