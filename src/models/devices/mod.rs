//! What stands at a door, and what it asks for.

pub mod device;
pub(crate) mod device_status;
pub(crate) mod door_request;
pub(crate) mod kept_request;
