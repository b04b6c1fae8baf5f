//! Who is at the desk: the browser, and its signing in.

pub mod known_browser;
pub mod sign_in_browser;
pub mod signed_in;
