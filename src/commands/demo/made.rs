//! What the demo has made so far.

use std::collections::HashMap;

/// Ids by short name.
pub(crate) type Ids = HashMap<&'static str, i64>;

/// What a forum's rows are called in the tables.
#[derive(Default)]
pub(crate) struct Made {
    pub forum: i64,
    /// The account that decides.
    pub organizer: i64,
    pub sites: Ids,
    pub sessions: Ids,
    pub categories: Ids,
    pub checkpoints: Ids,
    /// The phones that scanned the people who arrived.
    pub devices: Vec<i64>,
}
