//! Hazir takes a delegate from the invitation to the hall.
//!
//! `routes` has a page for each address, `forms` reads what is typed there, `registrar` changes registrations and tells
//! people, `models` has the rows and the rules, and `db` alone knows which database it is. `mail`, `badges`, `documents`,
//! `press`, `labels` and `wallets` make what people take with them, `exchange` brings lists in and out, `work` and `app` do
//! what goes on beside requests, `server` and `commands` begin it all.
//!
//! A registration: `routes::public::register` reads the form and draws a badge; `registrar::Acts::register` writes it by
//! `models::registration::apply` (who is the same, where they stand, row, history, badge, place under the forum's lock), and
//! its mail by `mail::Post`, in one transaction; the outbox is rung and sends it. Whoever changes it later goes through
//! `registrar::Acts` too, and is told of the difference at its end.
//!
//! A scan: `routes::api::scans` reads JSON by `forms::scans`; `models::scan::record` finds the badge, judges it by
//! `models::scan::judge`, and writes the scan and who is inside in one transaction, which doors share; `app::live` tells the
//! desk and the other doors.

pub mod app;
pub mod badges;
pub mod clock;
pub mod commands;
pub mod config;
pub mod db;
pub mod documents;
pub mod error;
pub mod exchange;
pub mod forms;
pub mod i18n;
pub mod labels;
pub mod mail;
pub mod models;
pub mod names;
pub mod opening;
pub mod pages;
pub mod press;
pub mod private;
pub mod registrar;
pub mod routes;
pub mod server;
pub mod threads;
pub mod values;
pub mod wallets;
pub mod work;
