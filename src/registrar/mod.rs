//! Every change of a registration, whoever makes it: written under the forum's lock, with what follows from it. Whoever
//! waits for a place that is free by then is given it, and everybody who stands otherwise than before is told once, of how
//! it is now.

mod acts;
mod badges;
mod tell;

use std::sync::Arc;

use url::Url;

use crate::db::{self, Connection, Database};
use crate::mail::{Badge, Letterhead, OutboxHandle, Post};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::event::By;
use badges::Badges;

pub use acts::{Acts, Decision};

/// People of a line who are given a place in one transaction: the doors' scans come between.
const SERVED_AT_ONCE: usize = 50;

/// Who writes registrations. Cheap to clone.
#[derive(Clone)]
pub struct Registrar {
    inner: Arc<Inner>,
}

struct Inner {
    letterhead: Letterhead,
    public_url: Url,
    outbox: OutboxHandle,
    badges: Arc<Badges>,
}

impl Registrar {
    pub fn new(letterhead: Letterhead, public_url: Url, outbox: OutboxHandle) -> Registrar {
        Registrar {
            inner: Arc::new(Inner {
                letterhead,
                public_url,
                outbox,
                badges: Arc::default(),
            }),
        }
    }

    /// Writes what `work` does in a transaction of its own, with what follows from it.
    pub async fn act<T: Send + 'static>(
        &self,
        db: &Database,
        whole: &Arc<ForumContext>,
        by: By,
        work: impl Fn(&mut Acts) -> db::Result<T> + Send + 'static,
    ) -> db::Result<T> {
        self.ready().await;
        let (registrar, whole) = (self.clone(), whole.clone());
        let written = db.write(move |c| registrar.within(c, &whole, by, |acts| work(acts)));
        let done = written.await;
        self.inner.outbox.ring();
        done
    }

    /// Gives the places that are free to those who wait, a few people a transaction.
    pub async fn serve_line(&self, db: &Database, forum_id: i64, by: By) -> db::Result<()> {
        loop {
            self.ready().await;
            let registrar = self.clone();
            let served = db.write(move |c| {
                let forum = forum::by_id(c, forum_id)?;
                let whole = context::of(c, forum)?;
                registrar.within(c, &whole, by, |acts| acts.serve_line())
            });
            if served.await? == 0 {
                return Ok(());
            }
            self.inner.outbox.ring();
        }
    }

    /// Draws what is drawn, before the transaction.
    pub async fn ready(&self) {
        self.inner.badges.draw().await;
    }

    /// The same in the transaction that is under way. The outbox is to be rung after it.
    pub fn within<T>(
        &self,
        c: &mut Connection,
        whole: &ForumContext,
        by: By,
        work: impl FnOnce(&mut Acts) -> db::Result<T>,
    ) -> db::Result<T> {
        let with = (Some(self.post(whole)), &*self.inner.badges);
        run(c, whole, with, by, work)
    }

    /// What writing to a forum's delegates takes.
    pub fn post<'a>(&'a self, whole: &'a ForumContext) -> Post<'a> {
        Post {
            letterhead: &self.inner.letterhead,
            public_url: &self.inner.public_url,
            whole,
        }
    }

    /// A badge that is drawn, for somebody who is new.
    pub fn badge(&self) -> Badge {
        self.inner.badges.take()
    }
}

/// The same in the transaction that is under way, for whoever has no program around: with `post` people are told, and
/// badges are drawn as they are needed.
pub fn write<T>(
    c: &mut Connection,
    whole: &ForumContext,
    post: Option<Post>,
    by: By,
    work: impl FnOnce(&mut Acts) -> db::Result<T>,
) -> db::Result<T> {
    run(c, whole, (post, &Badges::default()), by, work)
}

fn run<T>(
    c: &mut Connection,
    whole: &ForumContext,
    (post, badges): (Option<Post>, &Badges),
    by: By,
    work: impl FnOnce(&mut Acts) -> db::Result<T>,
) -> db::Result<T> {
    let mut acts = Acts::begin(c, whole, post, badges, by);
    let done = work(&mut acts)?;
    acts.end()?;
    Ok(done)
}
