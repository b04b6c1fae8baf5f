//! Badges as labels: one drawn in black alone, in the language of its printer, sent over the network by a worker
//! beside the requests; or as a file for whoever prints from a browser.

mod bitmap;
mod brother;
mod label;
mod line;
mod worker;
mod zpl;

pub(crate) use label::{Label, file, of_person};
pub(crate) use worker::Worker;
