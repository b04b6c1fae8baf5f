//! Lists in and out: what the export writes, the import reads.

mod cells;
mod columns;
mod export;
mod fault;
mod import;
pub(crate) mod reading;
pub(crate) mod sentences;
mod table;

pub(crate) use export::{Format, List, write};
pub(crate) use fault::Fault;
pub(crate) use import::{Bringing, Brought, Line, Lines, ListResult, Plan, Report, Stopped, plan};
pub(crate) use table::Table;
