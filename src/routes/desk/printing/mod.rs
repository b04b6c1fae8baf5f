//! Badges, lists on paper, and printers.

pub mod badges;
pub mod paper;
pub mod printers;
