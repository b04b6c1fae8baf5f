//! The door: a device is paired by a link, scans in the browser, and leaves.

mod device;
mod ended;
pub mod label;
pub mod leave;
pub mod pair;
pub mod scan;
pub mod search;
pub mod walk_in;

pub use device::{Paired, device_secret};
pub use scan::token_scope;
