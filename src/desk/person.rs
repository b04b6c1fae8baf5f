//! One person of a forum, as the desk's pages speak of them.

use crate::desk::AtForum;
use crate::error::Error;
use crate::models::people::registration::{self, Registration};

/// A registration of this forum.
pub(crate) async fn find(at: &AtForum, public_id: &str) -> Result<Registration, Error> {
    let (forum_id, public_id) = (at.forum_id(), public_id.to_string());
    at.app
        .db
        .read(move |c| registration::by_public_id(c, forum_id, &public_id))
        .await?
        .ok_or(Error::NotFound)
}

/// A person's page, saying what was done.
pub(crate) fn address(at: &AtForum, public_id: &str, said: &str) -> String {
    let more = if said.is_empty() { "" } else { "?" };
    at.address(&format!("/registrations/{public_id}{more}{said}"))
}
