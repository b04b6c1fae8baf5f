//! What stands at a door, and what it asks for.

pub mod device;
pub mod device_status;
pub mod door_request;
pub mod kept_request;
