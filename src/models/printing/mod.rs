//! How badges look, and what is to come out of which printer.

pub mod badge_artwork;
pub mod badge_layout;
pub mod badge_print;
pub mod order_state;
pub mod print_order;
pub mod printer;
pub mod wearer;
