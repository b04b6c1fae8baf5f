//! Badges, lists on paper, and printers.

pub(crate) mod badges;
pub(crate) mod paper;
pub(crate) mod printers;
