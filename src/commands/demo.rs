//! `hazir demo`.

pub mod people;
