//! Asks those who were never seen whether they come, where a forum wants it, and gives the places of the silent on.

use std::time::Duration;

use actix_web::{rt, web};

use super::App;
use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::mail::{Badge, News, Post};
use crate::models::event::Actor;
use crate::models::forum::Forum;
use crate::models::registration::{self, Decided, unseen};
use crate::models::{forum, turn, whole};

/// What is counted in days need not be seen sooner.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Works until the program ends. Runs once in it.
pub async fn ask_who_comes(app: web::Data<App>) {
    loop {
        if let Err(error) = look(&app).await {
            tracing::error!(cause = %error, "nobody could be asked who comes");
        }
        rt::time::sleep(LOOK_EVERY).await;
    }
}

async fn look(app: &web::Data<App>) -> Result<(), Error> {
    let now = clock::now();
    for forum in app.db.read(forum::asking).await? {
        if clock::in_zone(forum.zone(), now).date() >= forum.starts_on {
            continue;
        }
        loop {
            let (with, id) = (app.clone(), forum.id);
            if !app.db.write(move |c| step(c, &with, id, now)).await? {
                break;
            }
            app.outbox.ring();
        }
    }
    Ok(())
}

/// One person, with the mails about it; `false` when nobody is left to be asked or to lose the place.
fn step(c: &mut Connection, app: &App, forum_id: i64, now: Moment) -> db::Result<bool> {
    // Another program looks as well.
    turn::hold(c, forum_id)?;
    let forum = forum::by_id(c, forum_id)?;
    let whole = whole::of(c, forum.clone())?;
    let post = Post {
        letterhead: &app.letterhead,
        public_url: &app.public_url,
        whole: &whole,
    };
    if let Some(person) = unseen::ask(c, &forum, now)? {
        post.tell(c, &person, None, News::StillComing, now)?;
        return Ok(true);
    }
    give_on(c, &forum, post, now)
}

fn give_on(c: &mut Connection, forum: &Forum, post: Post, now: Moment) -> db::Result<bool> {
    let Some(id) = unseen::silent(c, forum, now)? else {
        return Ok(false);
    };
    let decided = registration::withdraw(c, id, None, Actor::System, now)?;
    let Decided::Done(left, promoted) = decided else {
        return Ok(false);
    };
    post.tell(c, &left, None, News::Withdrawn, now)?;
    for up in promoted {
        let badge = Badge::of(&up.code);
        post.tell(c, &up.registration, Some(&badge), News::PlaceFreed, now)?;
    }
    Ok(true)
}
