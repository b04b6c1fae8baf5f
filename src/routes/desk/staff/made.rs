//! What an account made, shown to whoever takes a right away from it: they choose what becomes of it.

use actix_web::HttpResponse;
use askama::Template;

use crate::desk::Bar;
use crate::error::Error;
use crate::models::desk::made::Made;
use crate::pages::{self, Frame};

/// A wish that waits for a word about what the account made.
#[derive(Template)]
#[template(path = "desk/staff/made.html")]
pub(crate) struct Question {
    pub page: Frame,
    pub desk: Bar,
    /// The account's address.
    pub who: String,
    pub made: Made,
    /// Where the wish was sent to, and goes again with the answer.
    pub address: String,
    /// What the wish said, as field and value.
    pub wish: Option<(&'static str, String)>,
    pub back: String,
}

impl Question {
    /// The page that asks; nothing has been changed.
    pub(crate) fn ask(&self) -> Result<HttpResponse, Error> {
        pages::unprocessable(self)
    }
}
