use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::mail::{Badge, News, Post};
use crate::models::people::event::Actor;
use crate::models::people::registration::{Changed, Registration};
use crate::models::people::standing::State;

/// Somebody whom a transaction changed: how they stood before it, and how they stand now.
pub(super) struct Told {
    was: State,
    pub person: Registration,
    /// By whom it came to be as it is.
    actor: Actor,
    words: Option<String>,
    badge: Option<Badge>,
}

impl Told {
    pub(super) fn of(
        changed: &Changed,
        actor: Actor,
        words: Option<String>,
        badge: Option<Badge>,
    ) -> Told {
        Told {
            was: changed.was,
            person: changed.person.clone(),
            actor,
            words,
            badge,
        }
    }

    /// Something more became of the same person.
    pub(super) fn then(
        &mut self,
        changed: &Changed,
        actor: Actor,
        words: Option<String>,
        badge: Option<Badge>,
    ) {
        self.person = changed.person.clone();
        self.actor = actor;
        self.words = words;
        self.badge = badge;
    }

    /// One mail, of how it is now; none where it is as before.
    pub(super) fn tell(self, c: &mut Connection, post: Post, now: Moment) -> Result<()> {
        let words = self.words.as_deref();
        let news = News::of_change(Some(self.was), self.person.state, self.actor, words);
        match news {
            Some(news) => post.tell(c, &self.person, self.badge.as_ref(), news, now),
            None => Ok(()),
        }
    }
}
