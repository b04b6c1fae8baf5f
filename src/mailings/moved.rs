//! Tells people whose calendar holds old times the new ones, a few people at a time, as a mailing is written.

use actix_web::web;

use crate::app::App;
use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::mail::{Badge, News};
use crate::models::forum::{self, context};
use crate::models::people::badge;
use crate::models::people::timetable::{self, Wish};
use crate::threads::behind;
use crate::values::Code;

/// People in one transaction, so that doors and forms get their turn between two.
const TOGETHER: i64 = 50;
/// Mails of one forum that wait in the outbox.
const AHEAD: i64 = 200;

/// A batch for every forum that wishes it.
pub(crate) async fn tell_some(app: &web::Data<App>) -> Result<Next, Error> {
    let mut next = Next::Later;
    for wish in app.db.read(timetable::wishes).await? {
        next = next.min(tell_batch(app, wish).await?);
    }
    Ok(next)
}

async fn tell_batch(app: &web::Data<App>, wish: Wish) -> Result<Next, Error> {
    let now = clock::now();
    let batch = app.db.read(move |c| Batch::load(c, wish, now)).await?;
    let Some(batch) = batch else {
        return Ok(Next::Soon);
    };
    if batch.people.is_empty() {
        app.db
            .write(move |c| timetable::take(c, &batch.wish, None))
            .await?;
        return Ok(Next::Now);
    }
    let batch = behind(move || batch.drawn()).await.map_err(Error::broken)?;
    let shared = app.clone();
    app.db
        .write(move |c| batch.tell(c, &shared, clock::now()))
        .await?;
    app.outbox.ring();
    Ok(Next::Now)
}

/// People whose turn it is, each with the badge that goes with the mail.
struct Batch {
    wish: Wish,
    people: Vec<(i64, Option<Code>)>,
    badges: Vec<Badge>,
}

impl Batch {
    /// `None` while the outbox has enough.
    fn load(c: &mut Connection, wish: Wish, now: Moment) -> db::Result<Option<Batch>> {
        if timetable::under_way(c, wish.forum_id, now)? >= AHEAD {
            return Ok(None);
        }
        let forum = forum::by_id(c, wish.forum_id)?;
        let whole = context::of(c, forum)?;
        let people = match wish.holds(&whole) {
            true => timetable::next_people(c, &whole, &wish, TOGETHER)?,
            false => Vec::new(),
        };
        let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
        let mut codes = badge::codes_of(c, &ids)?;
        Ok(Some(Batch {
            wish,
            people: ids.into_iter().map(|id| (id, codes.remove(&id))).collect(),
            badges: Vec::new(),
        }))
    }

    /// With the pictures drawn, which nobody is to wait for at the database.
    fn drawn(mut self) -> Batch {
        let codes = self.people.iter().filter_map(|(_, code)| code.as_ref());
        self.badges = codes.map(Badge::of).collect();
        self
    }

    /// The times as they are when the mail is written, whatever the page showed.
    fn tell(&self, c: &mut Connection, app: &App, now: Moment) -> db::Result<()> {
        let ids: Vec<i64> = self.people.iter().map(|(id, _)| *id).collect();
        if !timetable::take(c, &self.wish, Some(&self.wish.gone_on(&ids)))? {
            return Ok(());
        }
        let forum = forum::by_id(c, self.wish.forum_id)?;
        let whole = context::of(c, forum)?;
        if !self.wish.holds(&whole) {
            return Ok(());
        }
        let post = app.registrar.post(&whole);
        let people = timetable::still_outdated(c, &whole, &ids)?;
        let codes = badge::codes_of(c, &ids)?;
        for person in &people {
            let badge = codes.get(&person.id).map(|code| self.badge(code));
            post.tell(c, person, badge.as_ref(), News::Changed, now)?;
        }
        Ok(())
    }

    /// Drawn before, unless the person got another since.
    fn badge(&self, code: &Code) -> Badge {
        let drawn = self.badges.iter().find(|badge| badge.code() == code);
        drawn.cloned().unwrap_or_else(|| Badge::of(code))
    }
}

/// When there is something to do again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Next {
    Now,
    Soon,
    Later,
}
