//! Hazir takes a delegate from the invitation to the hall.

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
pub mod routes;
pub mod server;
pub mod threads;
pub mod values;
pub mod wallets;
pub mod work;
