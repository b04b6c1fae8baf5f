//! Writes the mailings that are being sent into the outbox, a few people at a time.
//!
//! The outbox is kept short, so that stopping stops and what one person waits for is not behind thousands. Where
//! it was is in the tables: a program that was killed, or another one beside it, goes on there.

use std::collections::HashMap;
use std::time::Duration;

use actix_web::{rt, web};
use futures_util::future::select;

use crate::app::App;
use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::mailings::form::whom_of;
use crate::mailings::letter::{MailingText, ToMany};
use crate::mailings::mailing::{self, Mailing, MailingMail};
use crate::mailings::moved::{self, Next};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::registration::Registration;
use crate::models::people::registrations;
use crate::threads::behind;

/// People in one transaction.
const TOGETHER: i64 = 100;
/// Mails of one mailing that wait in the outbox.
const AHEAD: i64 = 200;
/// While the outbox has enough of them.
const SOON: Duration = Duration::from_millis(100);
/// Another program's mailings are found by looking; nobody rings for them here.
const LOOKS_AROUND: Duration = Duration::from_secs(2);

/// Works until the program ends. Runs once in it.
pub(crate) async fn write_mailings(app: web::Data<App>) {
    loop {
        let patience = match write_some(&app).await {
            Ok(Next::Now) => continue,
            Ok(Next::Soon) => SOON,
            Ok(Next::Later) => LOOKS_AROUND,
            Err(error) => {
                tracing::warn!(%error, "mailings wait: they cannot be written");
                LOOKS_AROUND
            }
        };
        let rung = Box::pin(app.mailings.rung.notified());
        select(rung, Box::pin(rt::time::sleep(patience))).await;
    }
}

/// A batch of every mailing that is being sent, and of whom is told of moved times.
async fn write_some(app: &web::Data<App>) -> Result<Next, Error> {
    let mut next = moved::tell_some(app).await?;
    for one in app.db.read(mailing::sending).await? {
        next = next.min(write_batch(app, one).await?);
    }
    Ok(next)
}

async fn write_batch(app: &web::Data<App>, one: Mailing) -> Result<Next, Error> {
    let (id, now) = (one.id, clock::now());
    let batch = app.db.read(move |c| Batch::load(c, one, now)).await?;
    let Some(batch) = batch else {
        return Ok(Next::Soon);
    };
    if batch.people.is_empty() {
        app.db.write(move |c| mailing::finish(c, id, now)).await?;
        return Ok(Next::Soon);
    }
    let shared = app.clone();
    let (batch, letters) = behind(move || {
        let letters = batch.letters(&shared);
        (batch, letters)
    })
    .await
    .map_err(Error::broken)?;
    app.db
        .write(move |c| batch.write(c, &letters, clock::now()))
        .await?;
    app.outbox.ring();
    Ok(Next::Now)
}

/// The people of a mailing whose turn it is, and what writing to them takes.
struct Batch {
    one: Mailing,
    whole: ForumContext,
    said: Vec<MailingText>,
    people: Vec<Registration>,
    sites: HashMap<i64, Vec<i64>>,
}

impl Batch {
    /// `None` while the outbox has enough.
    fn load(c: &mut Connection, one: Mailing, now: Moment) -> db::Result<Option<Batch>> {
        if mailing::under_way(c, one.id, now)? >= AHEAD {
            return Ok(None);
        }
        let people = mailing::waiting_people(c, one.id, TOGETHER)?;
        let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
        let forum = forum::by_id(c, one.forum_id)?;
        let texts = mailing::texts(c, &[one.id])?;
        Ok(Some(Batch {
            whole: context::of(c, forum)?,
            said: texts
                .iter()
                .filter_map(|(_, text)| MailingText::of(text))
                .collect(),
            sites: registrations::site_ids(c, &ids)?,
            people,
            one,
        }))
    }

    fn letters(&self, app: &App) -> Vec<MailingMail> {
        let many = ToMany {
            post: app.registrar.post(&self.whole),
            about: self.one.about,
            shows_page: self.one.shows_page,
            said: &self.said,
        };
        self.people
            .iter()
            .filter_map(|person| {
                let sites = self.sites.get(&person.id).map_or(&[][..], Vec::as_slice);
                let leave = app.unsubscribe_link(person);
                let mail = many.letter(person, sites, &leave)?;
                Some(MailingMail {
                    registration_id: person.id,
                    outgoing: mail.outgoing(Some(self.one.forum_id), Some(person.id)),
                })
            })
            .collect()
    }

    fn write(&self, c: &mut Connection, letters: &[MailingMail], now: Moment) -> db::Result<()> {
        let turns: Vec<i64> = self.people.iter().map(|person| person.id).collect();
        let states = whom_of(&self.one.whom).filter(&self.whole, None).states();
        mailing::write(c, &self.one, &turns, letters, &states, now)
    }
}
