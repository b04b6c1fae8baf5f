//! The door API (for the scan page, for hardware scanners, for other people's apps), and what mail servers report.

mod act_result;
pub mod acts;
mod answer;
pub(super) mod caller;
pub mod count;
pub mod delegation;
pub mod events;
pub mod inside;
mod json;
mod keeping;
pub mod mail_reports;
pub mod passages;
pub mod roster;
pub mod scans;
pub mod search;
pub mod status;
