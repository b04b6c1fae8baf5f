//! What stands around every page of the desk: who is signed in, at which forum and with what right, the bar with its
//! rooms, what is said of the form before, and the words of states and moments.

pub mod at_forum;
pub mod bar;
pub mod door;
pub mod entry;
pub mod files;
pub mod notices;
pub mod occasion;
pub mod person;
pub mod samples;
pub mod tab;
pub mod trouble;
pub mod whom;
pub mod words;

pub use at_forum::{AtForum, Edit, ForForum};
pub use bar::{Bar, Meanwhile, Notice};
pub use entry::known_browser::KnownBrowser;
pub use entry::sign_in_browser::SignInBrowser;
pub use entry::signed_in::{Entered, SignedIn, cookie, removal};
pub use tab::Tab;
