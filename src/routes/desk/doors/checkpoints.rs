use actix_web::HttpResponse;
use askama::Template;

use crate::db::{self, Connection};
use crate::desk::door::{name, open};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, checkpoint as form};
use crate::i18n::{self, Texts};
use crate::models::doors::scan::rehearsal;
use crate::models::forum::renamed;
use crate::models::forum_text::{self, Owner};
use crate::models::people::document;
use crate::models::places::checkpoint::{self, Checkpoint, Kind, Ways};
use crate::pages::{self, Frame};
use crate::routes::desk::editor::{Part, Place};
use crate::routes::desk::forum::{outside, sessions, sites};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/checkpoints`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let doors = Doors::of(&at).await?;
    pages::ok(&ListPage {
        outside: outside::sentences(&at).await?,
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/checkpoints/new"),
        rows: doors
            .all
            .iter()
            .map(|one| Row::of(one, &doors, &at))
            .collect(),
    })
}

/// A checkpoint, and whom it admits.
#[derive(Clone)]
pub(in crate::routes) struct Door {
    checkpoint: Checkpoint,
    admits: Vec<i64>,
}

impl Part for Door {
    const PATH: &'static str = "/checkpoints";
    const TAB: Tab = Tab::Checkpoints;

    type Settings = form::CheckpointDetails;

    async fn find(at: &AtForum, id: i64) -> Result<Option<Door>, Error> {
        let doors = Doors::of(at).await?;
        let found = doors.all.iter().find(|one| one.id == id);
        Ok(found.map(|checkpoint| Door {
            checkpoint: checkpoint.clone(),
            admits: doors.admits(id),
        }))
    }

    async fn blank(at: &AtForum) -> Result<Typed, Error> {
        let doors = Doors::of(at).await?;
        Ok(form::blank(&doors.all, &at.whole))
    }

    fn form(&self, at: &AtForum) -> Typed {
        form::of(&self.checkpoint, &self.admits, &at.whole)
    }

    fn parse(
        at: &AtForum,
        form: &Typed,
        errors: &mut FieldErrors,
    ) -> Option<form::CheckpointDetails> {
        form::parse(form, &at.whole, at.t, errors)
    }

    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Door>,
        said: &form::CheckpointDetails,
    ) -> db::Result<bool> {
        let Place { forum_id, now } = *place;
        let (settings, admits) = (&said.settings, &said.categories);
        let was = was.map(|door| &door.checkpoint);
        rehearsal::heed_hours(c, forum_id, now)?;
        let saved = match was {
            None => checkpoint::create(c, forum_id, settings, admits)?,
            Some(was) => {
                checkpoint::update(c, forum_id, was.id, settings, admits)?.then_some(was.id)
            }
        };
        // What a door means may have changed, and with it what certificates stand on.
        document::review_all(c, forum_id, now)?;
        let Some(id) = saved else {
            return Ok(false);
        };
        forum_text::set_all(c, forum_id, Owner::Checkpoint(id), &said.texts)?;
        rehearsal::heed_hours(c, forum_id, now)?;
        if let Some(was) = was {
            renamed::carry(
                c,
                forum_id,
                renamed::Part::Checkpoint,
                &was.slug,
                &settings.slug,
            )?;
        }
        Ok(true)
    }

    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool> {
        checkpoint::delete(c, place.forum_id, self.checkpoint.id)
    }

    fn title(at: &AtForum, door: Option<&Door>) -> String {
        match door {
            None => at.t.desk_checkpoints_add().to_owned(),
            Some(door) => name(&door.checkpoint, at).to_owned(),
        }
    }

    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a {
        Fields {
            t: at.t,
            form,
            errors,
            languages: at.whole.forum.languages(),
            sites: sites::choices(at),
            sessions: at
                .whole
                .sessions
                .iter()
                .map(|one| (one.id.to_string(), sessions::dated_title(one, at)))
                .collect(),
            directions: Ways::ALL.map(|one| (one.as_str(), ways(one, at.t))),
            kinds: Kind::ALL.map(|one| (one.as_str(), kind(one, at.t))),
            categories: at
                .whole
                .categories
                .iter()
                .map(|one| {
                    let name = at.whole.category_name(one.id, at.asked.lang);
                    (one.id.to_string(), name.to_string())
                })
                .collect(),
        }
    }

    fn link(&self, at: &AtForum) -> Option<(String, &'static str)> {
        let page = format!("/checkpoints/{}/rehearsal", self.checkpoint.id);
        Some((at.address(&page), at.t.desk_rehearsal_link()))
    }
}

/// The forum's checkpoints, and whom each admits.
struct Doors {
    all: Vec<Checkpoint>,
    /// Checkpoint and category.
    admitted: Vec<(i64, i64)>,
}

impl Doors {
    async fn of(at: &AtForum) -> Result<Doors, Error> {
        let forum_id = at.forum_id();
        let read = at.app.db.read(move |c| {
            Ok(Doors {
                all: checkpoint::of_forum(c, forum_id)?,
                admitted: checkpoint::admitted_categories(c, forum_id)?,
            })
        });
        Ok(read.await?)
    }

    fn admits(&self, id: i64) -> Vec<i64> {
        let of_this = self.admitted.iter().filter(|(one, _)| *one == id);
        of_this.map(|(_, category)| *category).collect()
    }
}

#[derive(Template)]
#[template(path = "desk/doors/checkpoints.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    outside: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    name: String,
    slug: String,
    site: String,
    open: String,
    direction: &'static str,
    kind: &'static str,
    who: Vec<String>,
    capacity: String,
}

impl Row {
    fn of(checkpoint: &Checkpoint, doors: &Doors, at: &AtForum) -> Row {
        let lang = at.asked.lang;
        let sites = &at.whole.sites;
        let site = sites
            .iter()
            .find(|site| Some(site.id) == checkpoint.site_id);
        let admits = doors.admits(checkpoint.id);
        let category = |id: &i64| at.whole.category_name(*id, lang).to_string();
        Row {
            address: at.address(&format!("/checkpoints/{}", checkpoint.id)),
            name: name(checkpoint, at).to_string(),
            slug: checkpoint.slug.clone(),
            site: match site {
                Some(site) => at.whole.site_name(site, lang).to_string(),
                None => at.t.desk_checkpoints_site_any().to_string(),
            },
            open: open(checkpoint, at),
            direction: ways(checkpoint.direction, at.t),
            kind: kind(checkpoint.kind, at.t),
            who: match admits.is_empty() {
                true => vec![at.t.desk_checkpoints_everyone().to_string()],
                false => admits.iter().map(category).collect(),
            },
            capacity: checkpoint
                .capacity
                .map(|number| i18n::number(lang, number))
                .unwrap_or_default(),
        }
    }
}

fn ways(ways: Ways, t: Texts) -> &'static str {
    match ways {
        Ways::In => t.desk_checkpoints_direction_in(),
        Ways::Out => t.desk_checkpoints_direction_out(),
        Ways::Both => t.desk_checkpoints_direction_both(),
    }
}

fn kind(kind: Kind, t: Texts) -> &'static str {
    match kind {
        Kind::Attendance => t.desk_checkpoints_kind_attendance(),
        Kind::Entry => t.desk_checkpoints_kind_entry(),
        Kind::Neither => t.desk_checkpoints_kind_neither(),
    }
}

#[derive(Template)]
#[template(path = "desk/doors/checkpoint.html")]
struct Fields<'a> {
    t: Texts,
    form: &'a Typed,
    errors: &'a FieldErrors,
    languages: Vec<Language>,
    /// Id, name and zone.
    sites: Vec<(String, String, String)>,
    /// Id, and title with its day.
    sessions: Vec<(String, String)>,
    directions: [(&'static str, &'static str); 3],
    /// Word and what it says.
    kinds: [(&'static str, &'static str); 3],
    /// Id and name.
    categories: Vec<(String, String)>,
}
