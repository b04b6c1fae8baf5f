use chrono::{DateTime, FixedOffset};

use crate::values::{Code, Colour, Language};

/// What a pass says, whichever wallet it is for.
pub(crate) struct Ticket<'a> {
    pub language: Language,
    /// The registration's: a pass added again takes the place of the one before.
    pub public_id: &'a str,
    /// `None` when the badge has ended, and the pass with it.
    pub code: Option<&'a Code>,
    pub name: &'a str,
    pub organisation: Option<&'a str>,
    pub category: &'a str,
    pub forum: &'a str,
    /// The forum's short name.
    pub slug: &'a str,
    pub colour: Colour,
    /// In order of time.
    pub stays: Vec<Stay>,
}

/// A place the person comes to, and when.
pub(crate) struct Stay {
    /// As the mail says it.
    pub when: String,
    pub place: String,
    pub starts: DateTime<FixedOffset>,
    pub ends: DateTime<FixedOffset>,
}
