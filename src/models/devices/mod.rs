//! What stands at a door, and what it asks for.

pub mod act;
pub mod device;
pub mod device_status;
pub mod kept_request;
