//! The product, through its own doors: HTTP, mail, command line. Nothing here looks behind them.
//! Runs on SQLite, and on PostgreSQL where `HAZIR_TEST_DATABASE` names a server.
#![allow(clippy::unwrap_used)]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod acts;
mod badge_desk;
mod badges;
mod bounds;
mod connections;
mod delegate;
mod demo;
mod desk_people;
mod devices;
mod door_api;
mod duplicates;
mod findable;
mod guessing;
mod hostile_files;
mod house;
mod invite_again;
mod jobs;
mod journal;
mod journey;
mod kept;
mod kill;
mod labels;
mod latin_names;
mod letters;
mod live;
mod mailings;
mod merging;
mod moved;
mod names;
mod order;
mod outages;
mod outside_bytes;
mod paper;
mod papers;
mod postgres;
mod program;
mod proxies;
mod race;
mod reasons;
mod registration;
mod rehearsal;
mod renamed;
mod returned_mail;
mod roles;
mod safety;
mod said;
mod schemas;
mod sender;
mod session_doors;
mod shared_address;
mod simulate;
mod still_coming;
mod strangers;
mod truth;
mod typed_codes;
mod typed_texts;
mod wallets;
mod web_rules;
mod wording;
