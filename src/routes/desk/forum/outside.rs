//! What stands outside the days it belongs to, in sentences: shown where it was saved, until it is mended.

use crate::desk::AtForum;
use crate::error::Error;
use crate::i18n::dates;
use crate::models::forum::outside::{self, Days, Outside};
use crate::models::forum_text::Owner;
use crate::models::places::checkpoint::{self, Checkpoint};

pub(crate) async fn sentences(at: &AtForum) -> Result<Vec<String>, Error> {
    let forum_id = at.forum_id();
    let read = at.app.db.read(move |c| checkpoint::of_forum(c, forum_id));
    let doors = read.await?;
    let all = outside::of_forum(&at.whole, &doors);
    Ok(all.iter().map(|one| sentence(one, &doors, at)).collect())
}

fn sentence(one: &Outside, doors: &[Checkpoint], at: &AtForum) -> String {
    let (t, lang) = (at.t, at.asked.lang);
    let (days, bounds) = (shown(one.days, at), shown(one.bounds, at));
    let site_name = |id: i64| {
        let site = at.whole.sites.iter().find(|site| site.id == id);
        site.map_or("", |site| at.whole.site_name(site, lang))
    };
    match one.what {
        Owner::Site(id) => t.desk_outside_site(site_name(id), days, bounds),
        Owner::Session(id) => {
            let title = at.whole.text(Owner::Session(id), "title", lang);
            let site = one.site_id.map_or("", site_name);
            t.desk_outside_session(title, days, site, bounds)
        }
        Owner::Checkpoint(id) => {
            let door = doors.iter().find(|door| door.id == id);
            let name = door.map_or("", |door| at.whole.checkpoint_name(door, lang));
            t.desk_outside_door(name, days, bounds)
        }
        Owner::Forum | Owner::Category(_) => String::new(),
    }
}

fn shown(days: Days, at: &AtForum) -> String {
    dates::date_range(at.asked.lang, days.first, days.last)
}
