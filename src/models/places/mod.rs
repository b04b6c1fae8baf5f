//! Where and when: sites, sessions, doors.

pub(crate) mod checkpoint;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod way;
pub(crate) mod zone_change;
