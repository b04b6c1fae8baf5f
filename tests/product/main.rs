//! The product, through its own doors: HTTP, mail, command line. Nothing here looks behind them.
//! Runs on SQLite, and on PostgreSQL where `HAZIR_TEST_DATABASE` names a server.
#![allow(clippy::unwrap_used)]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod acts;
mod badge_desk;
mod badges;
mod delegate;
mod demo;
mod desk_people;
mod devices;
mod door_api;
mod duplicates;
mod house;
mod journey;
mod kill;
mod labels;
mod letters;
mod live;
mod mailings;
mod merging;
mod moved;
mod names;
mod paper;
mod papers;
mod postgres;
mod program;
mod race;
mod reasons;
mod registration;
mod rehearsal;
mod returned_mail;
mod roles;
mod safety;
mod sender;
mod session_doors;
mod simulate;
mod typed_codes;
mod wallets;
mod wording;
