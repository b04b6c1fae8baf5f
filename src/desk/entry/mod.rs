//! Who is at the desk: the browser, and its signing in.

pub(crate) mod known_browser;
pub(crate) mod sign_in_browser;
pub(crate) mod signed_in;
