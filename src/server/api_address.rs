//! Which addresses programs ask for.

/// `/api`, and everything beneath it.
pub(crate) fn is_of_api(path: &str) -> bool {
    path.split('/').nth(1) == Some("api")
}
