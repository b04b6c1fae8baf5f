//! What stands around every page of the desk: who is signed in, at which forum and with what right, the bar with its
//! rooms, what is said of the form before, and the words of states and moments.

pub(crate) mod at_forum;
pub(crate) mod bar;
pub(crate) mod door;
pub(crate) mod entry;
pub(crate) mod files;
pub(crate) mod notices;
pub(crate) mod occasion;
pub(crate) mod person;
pub(crate) mod samples;
pub(crate) mod tab;
pub(crate) mod trouble;
pub(crate) mod whom;
pub(crate) mod words;

pub(crate) use at_forum::{AtForum, Edit, ForForum};
pub(crate) use bar::{Bar, Meanwhile, Notice};
pub(crate) use entry::known_browser::KnownBrowser;
pub(crate) use entry::sign_in_browser::SignInBrowser;
pub(crate) use entry::signed_in::{Entered, SignedIn, cookie, removal};
pub(crate) use tab::Tab;
