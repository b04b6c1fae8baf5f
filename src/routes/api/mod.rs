//! The door API (for the scan page, for hardware scanners, for other people's apps), and what mail servers report.

mod act_result;
pub(crate) mod acts;
mod answer;
pub(super) mod caller;
pub(crate) mod count;
pub(crate) mod delegation;
pub(crate) mod events;
pub(crate) mod inside;
mod json;
mod keeping;
pub(crate) mod mail_reports;
pub(crate) mod passages;
pub(crate) mod roster;
pub(crate) mod scans;
pub(crate) mod search;
pub(crate) mod status;
