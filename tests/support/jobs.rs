//! Jobs of the desk, as whoever waits for them sees them.

use std::time::Duration;

use super::{Browser, Page, within};

/// How long a job may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// The page of a job that the answer leads to, if it leads to one.
pub fn job_of(answer: &Page) -> Option<String> {
    let address = answer.location()?.path().to_owned();
    let last = address.rsplit('/').next()?;
    last.parse::<i64>().is_ok().then_some(address)
}

/// Follows a job to its end; its page.
pub fn followed(desk: &Browser, address: &str) -> Page {
    within(PATIENCE, "the end of a job", || {
        let page = desk.open(address);
        (!page.has("progress")).then_some(page)
    })
}

/// The answer to what was sent in, or what became of it where that took longer than an answer may.
pub fn settled(desk: &Browser, answer: Page) -> Page {
    match job_of(&answer) {
        Some(address) => followed(desk, &address),
        None => answer,
    }
}
