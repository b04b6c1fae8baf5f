//! What comes out on paper: files of badges, labels, lists for doors.

pub mod badges;
pub mod labels;
pub mod odd;
pub mod paper_list;
pub mod pile;
pub mod print;
