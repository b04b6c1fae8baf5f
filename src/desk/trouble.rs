//! What does not work at the moment, as pages say it.

use std::sync::Arc;

use crate::app::App;
use crate::desk::words::When;
use crate::mail;
use crate::models::forum::context::ForumContext;
use crate::values::Language;

/// What does not work: why no mail leaves, or none that comes back is read.
pub(crate) struct Trouble {
    pub since: When,
    pub reason: String,
}

impl Trouble {
    pub(crate) fn now(app: &App, whole: &Arc<ForumContext>, lang: Language) -> Option<Trouble> {
        let trouble = app.outbox.trouble();
        trouble.map(|trouble| Trouble::of(trouble, whole, lang))
    }

    pub(crate) fn of(trouble: mail::Trouble, whole: &ForumContext, lang: Language) -> Trouble {
        Trouble {
            since: When::of(trouble.since, whole.forum.zone(), lang),
            reason: trouble.reason,
        }
    }
}
