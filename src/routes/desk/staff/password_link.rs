//! The mail with which an account sets its password, or hears that it was given a forum.

use crate::app::{App, PageRequest};
use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::mail::{Letterhead, access_given, password_link};
use crate::models::desk::account;
use crate::models::mail::message;
use crate::models::mail::stranger_mail::{self, Asker};
use crate::values::{Email, Language, Secret};

/// A link to be made, and everything its mail needs.
pub(crate) struct PasswordLink {
    letterhead: Letterhead,
    to: Email,
    language: Language,
    token: Secret,
    address: String,
    asker: Asker,
    /// The account that makes it.
    maker: i64,
}

impl PasswordLink {
    pub(crate) fn new(app: &App, asked: &PageRequest, to: &Email, maker: i64) -> PasswordLink {
        let language = asked.lang;
        let token = Secret::random();
        let path = format!("/{}/desk/password/{}", language.code(), token.as_str());
        PasswordLink {
            letterhead: app.letterhead.clone(),
            to: to.clone(),
            language,
            address: app.link(&path),
            asker: app.asker(asked.ip),
            token,
            maker,
        }
    }

    /// Whether one more such mail may go; ask before anything is written.
    pub(crate) fn may_go(&self, c: &mut Connection, now: Moment) -> Result<bool> {
        Ok(stranger_mail::admit(c, &self.asker, now)?.is_none())
    }

    /// Writes the link and the mail down; ring the outbox after the commit.
    pub(crate) fn queue(&self, c: &mut Connection, account_id: i64, now: Moment) -> Result<()> {
        account::make_link(c, account_id, &self.token, Some(self.maker), now)?;
        let hours = account::LINK_LASTS.num_hours();
        let mail = password_link(
            &self.letterhead,
            &self.to,
            self.language,
            &self.address,
            hours,
        );
        message::queue(c, &mail.outgoing(None, None), now)
    }

    /// Who can sign in already hears of the forum that was given, and where its desk is.
    pub(crate) fn queue_news(
        &self,
        c: &mut Connection,
        (forum, desk): (&str, &str),
        now: Moment,
    ) -> Result<()> {
        let mail = access_given(&self.letterhead, &self.to, self.language, (forum, desk));
        message::queue(c, &mail.outgoing(None, None), now)
    }
}
