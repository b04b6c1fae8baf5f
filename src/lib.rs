//! Hazir takes a delegate from the invitation to the hall.
//!
//! `routes` has a page for each address, `forms` reads what is typed there, `registrar` changes registrations and tells
//! people, `models` has the rows and the rules, and `db` alone knows which database it is. `mail`, `badges`, `press` and
//! `wallets` make what people take with them, `work` and `app` do what goes on beside requests, `server` and `commands` begin
//! it all.
//!
//! What others hardly look into is a feature, whole in one folder, and none knows another: `mailings`, `duplicates` and
//! `papers` with their pages, which stand in what `desk` draws around every page; beneath the application `printing` and
//! `lists`. `routes::desk` and `models` have rooms, as the desk's menu has.
//!
//! A registration: `routes::public::register` reads the form and draws a badge; `registrar::Acts::register` writes it by
//! `models::people::registration::apply` (who is the same, where they stand, row, history, badge, place under the forum's lock), and
//! its mail by `mail::Post`, in one transaction; the outbox is rung and sends it. Whoever changes it later goes through
//! `registrar::Acts` too, and is told of the difference at its end.
//!
//! A scan: `routes::api::scans` reads JSON by `forms::scans`; `models::doors::scan::record` finds the badge, judges it by
//! `models::doors::scan::judge`, and writes the scan and who is inside in one transaction, which doors share; `app::live` tells the
//! desk and the other doors.

#![deny(unreachable_pub)]

mod app;
pub mod badges;
pub mod clock;
pub mod commands;
mod config;
mod db;
mod desk;
mod duplicates;
mod error;
mod forms;
mod i18n;
pub mod inside;
mod lists;
mod mail;
mod mailings;
mod models;
pub mod names;
mod opening;
mod pages;
mod papers;
mod press;
mod printing;
mod private;
pub mod registrar;
mod routes;
mod server;
mod threads;
mod values;
mod wallets;
mod work;
