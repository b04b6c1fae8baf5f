use super::badges::Badges;
use super::tell::Told;
use crate::clock::Moment;
use crate::db::{Connection, Error, Result};
use crate::mail::{Badge, News, Post};
use crate::models::forum::Forum;
use crate::models::forum::context::ForumContext;
use crate::models::people::event::{self, Actor, By, What};
use crate::models::people::registration::{
    self, Application, Applied, Changed, Corrected, Decided, Details, PageLink, Registration,
    Reissued, unseen,
};
use crate::models::returned::unreachable;
use crate::registrar::SERVED_AT_ONCE;
use crate::values::{Code, Email};

/// What the desk says of somebody, or they themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Confirm,
    Decline,
    Waitlist,
    Withdraw,
}

/// What is written in one transaction, and whom it concerns. Who is told of it is known at its end.
pub struct Acts<'a> {
    pub c: &'a mut Connection,
    whole: &'a ForumContext,
    /// None where nobody is told.
    post: Option<Post<'a>>,
    badges: &'a Badges,
    by: By,
    told: Vec<Told>,
    served: usize,
}

impl<'a> Acts<'a> {
    pub(super) fn begin(
        c: &'a mut Connection,
        whole: &'a ForumContext,
        post: Option<Post<'a>>,
        badges: &'a Badges,
        by: By,
    ) -> Acts<'a> {
        Acts {
            c,
            whole,
            post,
            badges,
            by,
            told: Vec::new(),
            served: 0,
        }
    }

    /// Tells everybody who stands otherwise than before.
    pub(super) fn end(self) -> Result<()> {
        let Some(post) = self.post else {
            return Ok(());
        };
        for told in self.told {
            told.tell(self.c, post, self.by.now)?;
        }
        Ok(())
    }

    pub fn forum_id(&self) -> i64 {
        self.whole.forum.id
    }

    /// Who was given a place that had become free.
    pub fn moved_up(&self) -> usize {
        self.served
    }

    /// Somebody is new. They are told from the moment on that `due` says; where it says none, they are not.
    pub fn register(
        &mut self,
        application: &Application,
        badge: &Badge,
        due: impl FnOnce(&mut Connection) -> Result<Option<Moment>>,
    ) -> Result<Applied> {
        let category = self.whole.category(application.details.category_id);
        let category = category.ok_or(Error::NotFound)?;
        let post = self.post;
        let tell = |c: &mut Connection, new: &Registration| {
            let news = News::of_change(None, new.state, Actor::Delegate, None);
            match (post, due(c)?, news) {
                (Some(post), Some(due), Some(news)) => post.tell(c, new, Some(badge), news, due),
                _ => Ok(()),
            }
        };
        registration::apply(
            self.c,
            (&self.whole.forum, category),
            application,
            self.by,
            tell,
        )
    }

    /// The words go with a "no", and with a reason to withdraw.
    pub fn decide(&mut self, id: i64, decision: Decision, words: Option<&str>) -> Result<Decided> {
        let (c, by) = (&mut *self.c, self.by);
        let badge = self.badges.take();
        let decided = match decision {
            Decision::Confirm => registration::confirm(c, id, badge.code(), by)?,
            Decision::Decline => registration::decline(c, id, words, by)?,
            Decision::Waitlist => registration::waitlist(c, id, by)?,
            Decision::Withdraw => registration::withdraw(c, id, words, by)?,
        };
        match &decided {
            Decided::Done(changed) if decision == Decision::Confirm => {
                self.note(changed, by.actor, words, Some(badge));
                self.serve_line()?;
            }
            Decided::Done(changed) => {
                self.badges.put_back(badge);
                self.note(changed, by.actor, words, None);
                self.serve_line()?;
            }
            _ => self.badges.put_back(badge),
        }
        Ok(decided)
    }

    pub fn correct(&mut self, id: i64, details: &Details) -> Result<Corrected> {
        let corrected = registration::correct(self.c, id, details, self.by)?;
        if let Corrected::Done(changed) = &corrected {
            self.note(changed, self.by.actor, None, None);
            self.serve_line()?;
        }
        Ok(corrected)
    }

    /// Whether the person may be invited again; `false` when it was said before.
    pub fn set_invite_again(&mut self, id: i64, words: Option<&str>) -> Result<bool> {
        registration::set_invite_again(self.c, id, words, self.by)
    }

    /// The person's page moves to a new link, since the old address may be somebody else's; it goes to the new one with how
    /// things stand. `None` when somebody else of this name is registered with the address.
    pub fn change_email(
        &mut self,
        id: i64,
        email: &Email,
        link: &PageLink,
    ) -> Result<Option<Registration>> {
        let before = registration::by_id(self.c, id)?;
        // To an address that reaches nobody another mail would only come back as well.
        let is_told = unreachable::why(self.c, &before)?.is_none();
        let changed = registration::change_email(self.c, id, email, link, self.by)?;
        if let (Some(after), Some(post)) = (&changed, self.post) {
            if let Some(old) = before.email.filter(|_| is_told) {
                let news = News::AddressChanged;
                post.tell_at(self.c, &old, after, None, news, self.by.now)?;
            }
            self.say_again(after)?;
        }
        Ok(changed)
    }

    /// A new badge in place of the one that was seen.
    pub fn reissue_badge(&mut self, id: i64, replaces: Option<&Code>) -> Result<Reissued> {
        let badge = self.badges.take();
        let reissued = registration::reissue_badge(self.c, id, replaces, badge.code(), self.by)?;
        if let (Reissued::Done(person), Some(post)) = (&reissued, self.post) {
            let news = News::BadgeReissued;
            post.tell(self.c, person, Some(&badge), news, self.by.now)?;
        }
        Ok(reissued)
    }

    /// Tells somebody who is known already how things stand.
    pub fn say_again(&mut self, person: &Registration) -> Result<()> {
        match self.post {
            Some(post) => post.tell_again(self.c, person, self.by.now),
            None => Ok(()),
        }
    }

    /// Tells somebody once more how things stand, because it was asked for.
    pub fn tell_again(&mut self, id: i64) -> Result<()> {
        let person = registration::by_id(self.c, id)?;
        self.say_again(&person)?;
        event::record(
            self.c,
            id,
            self.by,
            What::MessageSentAgain,
            (None, None),
            None,
        )
    }

    /// Asks the next who was never seen whether they come; `false` when nobody is left to be asked.
    pub fn ask_whether_coming(&mut self, forum: &Forum) -> Result<bool> {
        let Some(person) = unseen::ask(self.c, forum, self.by)? else {
            return Ok(false);
        };
        if let Some(post) = self.post {
            post.tell(self.c, &person, None, News::StillComing, self.by.now)?;
        }
        Ok(true)
    }

    /// Gives the places that are free to those who have waited longest. A few at a time: how many, at most as many as
    /// one transaction may hold the doors up for.
    pub fn serve_line(&mut self) -> Result<usize> {
        let by = By {
            actor: Actor::System,
            now: self.by.now,
        };
        let mut served = 0;
        while self.served < SERVED_AT_ONCE {
            let badge = self.badges.take();
            let forum_id = self.whole.forum.id;
            let Some(changed) = registration::serve_next(self.c, forum_id, badge.code(), by)?
            else {
                self.badges.put_back(badge);
                break;
            };
            self.note(&changed, by.actor, None, Some(badge));
            served += 1;
            self.served += 1;
        }
        Ok(served)
    }

    fn note(&mut self, changed: &Changed, actor: Actor, words: Option<&str>, badge: Option<Badge>) {
        let words = words.map(str::to_owned);
        let known = self
            .told
            .iter_mut()
            .find(|told| told.person.id == changed.person.id);
        match known {
            Some(told) => told.then(changed, actor, words, badge),
            None => self.told.push(Told::of(changed, actor, words, badge)),
        }
    }
}
