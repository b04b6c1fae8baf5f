//! Who passes where: scans, who is inside, what doors know of people.

pub mod bounds;
pub mod conflict;
pub mod door;
pub mod door_reach;
pub mod expected;
pub mod found;
pub mod inside;
pub mod paper_list;
pub mod passage;
pub mod presence;
pub mod roster;
pub mod scan;
pub mod timeline;
pub mod verdict;
