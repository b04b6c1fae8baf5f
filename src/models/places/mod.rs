//! Where and when: sites, sessions, doors.

pub mod checkpoint;
pub mod session;
pub mod site;
pub mod way;
pub mod zone_change;
