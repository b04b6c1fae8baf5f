//! What comes out on paper: files of badges, labels, lists for doors.

pub(crate) mod badges;
pub(crate) mod labels;
pub(crate) mod odd;
pub(crate) mod paper_list;
pub(crate) mod pile;
pub(crate) mod print;
