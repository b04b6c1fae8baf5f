//! What comes due by itself: whoever waits beside a free place is given it; those who were never seen are asked whether they
//! come, where a forum wants it, and the places of the silent are given on.

use std::time::Duration;

use actix_web::{rt, web};

use crate::app::App;
use crate::clock;
use crate::db::{self, Connection};
use crate::error::Error;
use crate::models::forum::{self, context};
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{self, Decided, unseen};
use crate::models::turn;
use crate::registrar::Decision;

/// What is counted in days need not be seen sooner.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Works until the program ends. Runs once in it.
pub(crate) async fn ask_who_comes(app: web::Data<App>) {
    loop {
        if let Err(error) = look(&app).await {
            tracing::error!(cause = %error, "nobody could be asked who comes");
        }
        rt::time::sleep(LOOK_EVERY).await;
    }
}

async fn look(app: &web::Data<App>) -> Result<(), Error> {
    let now = clock::now();
    let by = By {
        actor: Actor::System,
        now,
    };
    for forum_id in app.db.read(registration::forums_to_serve).await? {
        app.registrar.serve_line(&app.db, forum_id, by).await?;
    }
    for forum in app.db.read(forum::asking).await? {
        if clock::in_zone(forum.zone(), now).date() >= forum.starts_on {
            continue;
        }
        loop {
            let (with, id) = (app.clone(), forum.id);
            app.registrar.ready().await;
            if !app.db.write(move |c| step(c, &with, id, by)).await? {
                break;
            }
            app.outbox.ring();
        }
    }
    Ok(())
}

/// One person, with the mails about it; `false` when nobody is left to be asked or to lose the place.
fn step(c: &mut Connection, app: &App, forum_id: i64, by: By) -> db::Result<bool> {
    // Another program looks as well.
    turn::hold(c, forum_id)?;
    let forum = forum::by_id(c, forum_id)?;
    let whole = context::of(c, forum.clone())?;
    app.registrar.within(c, &whole, by, |acts| {
        if acts.ask_whether_coming(&forum)? {
            return Ok(true);
        }
        let Some(id) = unseen::silent(acts.c, &forum, by.now)? else {
            return Ok(false);
        };
        let decided = acts.decide(id, Decision::Withdraw, None)?;
        Ok(matches!(decided, Decided::Done(_)))
    })
}
