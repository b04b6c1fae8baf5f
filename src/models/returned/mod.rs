//! What came back of what was written: returned mail, complaints, no more news.

pub mod complaint;
pub mod delivery_report;
pub mod unreachable;
pub mod unsubscribed;
