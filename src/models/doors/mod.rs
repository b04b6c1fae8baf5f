//! Who passes where: scans, who is inside, what doors know of people.

pub(crate) mod bounds;
pub(crate) mod conflict;
pub(crate) mod door;
pub(crate) mod door_reach;
pub(crate) mod expected;
pub mod found;
pub(crate) mod inside;
pub(crate) mod paper_list;
pub(crate) mod passage;
pub(crate) mod presence;
pub mod roster;
pub(crate) mod scan;
pub(crate) mod timeline;
pub(crate) mod verdict;
