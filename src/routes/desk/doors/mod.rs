//! Checkpoints, the devices at them, and what came of both.

pub(crate) mod checkpoints;
pub(crate) mod device;
pub(crate) mod device_secrets;
pub(crate) mod device_signs;
pub(crate) mod devices;
pub(crate) mod not_entered;
pub(crate) mod rehearsal;
