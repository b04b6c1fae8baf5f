//! Lists in and out: what the export writes, the import reads.

pub mod badges;
mod cells;
mod columns;
mod export;
mod import;
pub mod odd;
pub mod paper_list;
pub mod pile;
pub mod print;
pub mod sentences;
mod table;

pub use columns::COLUMNS;
pub use export::{Format, write};
pub use import::{Line, Outcome, Plan, Report, RowFault, Stopped, Writing, plan, run};
pub use table::{Fault, Table};
