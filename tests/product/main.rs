//! The product, through its own doors: HTTP, mail, command line. Nothing here looks behind them.
//! Runs on SQLite, and on PostgreSQL where `HAZIR_TEST_DATABASE` names a server.
#![allow(clippy::unwrap_used)]

#[path = "../support/mod.rs"]
mod support;

mod house;
