//! Lists in and out: what the export writes, the import reads.

mod cells;
mod columns;
mod export;
mod fault;
mod import;
pub mod reading;
pub mod sentences;
mod table;

pub use columns::COLUMNS;
pub use export::{Format, List, write};
pub use fault::Fault;
pub use import::{
    Bringing, Brought, Line, Lines, ListResult, Plan, Report, RowFault, Stopped, Why, plan,
};
pub use table::Table;
