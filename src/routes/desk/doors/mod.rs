//! Checkpoints, the devices at them, and what came of both.

pub mod checkpoints;
pub mod device;
pub mod device_secrets;
pub mod device_signs;
pub mod devices;
pub mod not_entered;
pub mod rehearsal;
