//! What came back of what was written: returned mail, complaints, no more news.

pub(crate) mod complaint;
pub(crate) mod delivery_report;
pub(crate) mod unreachable;
pub(crate) mod unsubscribed;
