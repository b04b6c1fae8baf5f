//! How badges look, and what is to come out of which printer.

pub(crate) mod badge_artwork;
pub(crate) mod badge_layout;
pub(crate) mod badge_print;
pub(crate) mod order_state;
pub(crate) mod print_order;
pub(crate) mod printer;
pub(crate) mod wearer;
