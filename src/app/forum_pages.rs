//! Forums as the public sees them, kept for a second: a page that ten thousand people open at once
//! is read from the database once a second and compressed once. Whoever finds it old reads it anew, and
//! the others are answered from what there is meanwhile. A desk's change forgets it at once; another
//! process's change is seen a second later.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use actix_web::web::Bytes;

use crate::clock::Moment;
use crate::db::Database;
use crate::error::Error;
use crate::models::forum::Stage;
use crate::models::forum::context::{self, ForumContext};
use crate::pages::Accepted;
use crate::values::Language;

const FRESH: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(crate) struct ForumPages {
    forums: RwLock<HashMap<String, Entry>>,
}

struct Entry {
    loaded: Instant,
    whole: Arc<ForumContext>,
    stage: Stage,
    rendered: Rendered,
}

/// What was made of a forum: good as long as nothing that it shows has changed.
#[derive(Default)]
struct Rendered {
    pages: HashMap<(Language, Accepted), Bytes>,
    posters: HashMap<Language, Bytes>,
}

impl Entry {
    fn is_fresh(&self) -> bool {
        self.loaded.elapsed() < FRESH
    }
}

impl ForumPages {
    /// The forum at an address, if there is one and it is published.
    pub(crate) async fn forum(
        &self,
        db: &Database,
        slug: &str,
        now: Moment,
    ) -> Result<Arc<ForumContext>, Error> {
        if let Some(whole) = self.fresh(slug).or_else(|| self.leave_to_another(slug)) {
            return Ok(whole);
        }
        let wanted = slug.to_string();
        let loaded = db
            .read(move |c| context::by_slug(c, &wanted))
            .await?
            .filter(|whole| whole.forum.published)
            .ok_or(Error::NotFound)
            .inspect_err(|_| self.forget(slug))?;
        Ok(self.keep(slug, loaded, now))
    }

    /// A page rendered before from what the forum still is.
    pub(crate) fn rendered(&self, slug: &str, lang: Language, accepted: Accepted) -> Option<Bytes> {
        let forums = self.forums.read().ok()?;
        let entry = forums.get(slug).filter(|entry| entry.is_fresh())?;
        entry.rendered.pages.get(&(lang, accepted)).cloned()
    }

    /// Keeps a rendered page beside the forum it was made from.
    pub(crate) fn keep_rendered(
        &self,
        whole: &Arc<ForumContext>,
        lang: Language,
        accepted: Accepted,
        page: &Bytes,
    ) {
        self.keep_of(whole, |rendered| {
            rendered.pages.insert((lang, accepted), page.clone());
        });
    }

    /// The picture drawn before of what the forum still is.
    pub(crate) fn poster(&self, slug: &str, lang: Language) -> Option<Bytes> {
        let forums = self.forums.read().ok()?;
        let entry = forums.get(slug).filter(|entry| entry.is_fresh())?;
        entry.rendered.posters.get(&lang).cloned()
    }

    /// Keeps a picture beside the forum it was drawn from.
    pub(crate) fn keep_poster(&self, whole: &Arc<ForumContext>, lang: Language, picture: Bytes) {
        self.keep_of(whole, |rendered| {
            rendered.posters.insert(lang, picture);
        });
    }

    fn keep_of(&self, whole: &Arc<ForumContext>, keep: impl FnOnce(&mut Rendered)) {
        if let Ok(mut forums) = self.forums.write()
            && let Some(entry) = forums.get_mut(&whole.forum.slug)
            && Arc::ptr_eq(&entry.whole, whole)
        {
            keep(&mut entry.rendered);
        }
    }

    /// After a change at the desk.
    pub(crate) fn forget(&self, slug: &str) {
        if let Ok(mut forums) = self.forums.write() {
            forums.remove(slug);
        }
    }

    fn fresh(&self, slug: &str) -> Option<Arc<ForumContext>> {
        let forums = self.forums.read().ok()?;
        let entry = forums.get(slug)?;
        entry.is_fresh().then(|| entry.whole.clone())
    }

    /// The first who finds a forum old is told nothing and has to read it; for the rest it is good once more.
    fn leave_to_another(&self, slug: &str) -> Option<Arc<ForumContext>> {
        let mut forums = self.forums.write().ok()?;
        let entry = forums.get_mut(slug)?;
        if entry.is_fresh() {
            return Some(entry.whole.clone());
        }
        entry.loaded = Instant::now();
        None
    }

    /// Pages stay as long as nothing that they show has changed.
    fn keep(&self, slug: &str, loaded: ForumContext, now: Moment) -> Arc<ForumContext> {
        let stage = loaded.forum.stage(now);
        let Ok(mut forums) = self.forums.write() else {
            return Arc::new(loaded);
        };
        let before = forums.remove(slug);
        let (whole, rendered) = match before {
            Some(entry) if *entry.whole == loaded && entry.stage == stage => {
                (entry.whole, entry.rendered)
            }
            Some(entry) if shows_the_same(&entry.whole, &loaded) && entry.stage == stage => {
                (Arc::new(loaded), entry.rendered)
            }
            _ => (Arc::new(loaded), Rendered::default()),
        };
        let entry = Entry {
            loaded: Instant::now(),
            whole: whole.clone(),
            stage,
            rendered,
        };
        forums.insert(slug.to_string(), entry);
        whole
    }
}

/// A page tells whether places are left, not how many are taken.
fn shows_the_same(before: &ForumContext, after: &ForumContext) -> bool {
    before.forum.is_full() == after.forum.is_full()
        && without_counts(before) == without_counts(after)
}

fn without_counts(whole: &ForumContext) -> ForumContext {
    let mut whole = whole.clone();
    whole.forum.taken = 0;
    for category in &mut whole.categories {
        category.taken = 0;
    }
    whole
}
