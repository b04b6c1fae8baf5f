//! The door: a device is paired by a link, scans in the browser, and leaves.

mod device;
mod ended;
pub(crate) mod label;
pub(crate) mod leave;
pub(crate) mod pair;
pub(crate) mod scan;
pub(crate) mod search;
pub(crate) mod walk_in;

pub(crate) use device::{Paired, device_secret};
pub(crate) use scan::token_scope;
