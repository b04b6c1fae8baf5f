//! A checkpoint, as the desk's pages speak of it.

use crate::clock::{self, Moment};
use crate::desk::AtForum;
use crate::forms::checkpoint::zone_of;
use crate::i18n::dates;
use crate::models::forum_text::Owner;
use crate::models::places::checkpoint::Checkpoint;

/// What a checkpoint is called, else its short name.
pub(crate) fn name<'a>(checkpoint: &'a Checkpoint, at: &'a AtForum) -> &'a str {
    let owner = Owner::Checkpoint(checkpoint.id);
    match at.whole.text(owner, "name", at.asked.lang) {
        "" => &checkpoint.slug,
        name => name,
    }
}

/// Its hours.
pub(crate) fn open(checkpoint: &Checkpoint, at: &AtForum) -> String {
    let zone = zone_of(checkpoint.site_id, &at.whole);
    let shown = |moment: Moment| dates::day_time(at.asked.lang, clock::in_zone(zone, moment));
    match (checkpoint.opens_at, checkpoint.closes_at) {
        (None, None) => at.t.desk_checkpoints_always().to_string(),
        (from, to) => format!(
            "{} – {}",
            from.map(shown).unwrap_or_default(),
            to.map(shown).unwrap_or_default()
        ),
    }
}
