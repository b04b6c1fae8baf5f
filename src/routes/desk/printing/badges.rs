pub(crate) mod artwork;
pub(crate) mod jobs;
pub(crate) mod layouts;
pub(crate) mod queues;

use std::io::Cursor;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::app;
use crate::badges::{Imposition, Layout, Paper, Sheet};
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::whom::shown;
use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab};
use crate::error::Error;
use crate::forms::Typed;
use crate::forms::badge_print::Wish;
use crate::forms::list_query::ListQuery;
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::desk::job::{self, Job, Kind, NewJob, Stage};
use crate::models::forum::context::ForumContext;
use crate::models::people::registration;
use crate::models::printing::badge_artwork::{self, BadgeArtwork};
use crate::models::printing::badge_layout::{self, BadgeLayout};
use crate::models::printing::wearer::{self, Choice, Queued};
use crate::pages::{self, Frame};
use crate::printing::pile::{self, Order};

pub(crate) use crate::printing::print::{self, Wanted};

/// Jobs that the page still names.
const LATEST: i64 = 8;

/// `GET /{lang}/desk/{forum}/badges`: how many there are to print, how they are to lie, and how they look.
pub(crate) async fn show(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let form = Typed::default().with("sheet", "a4");
    page(&at, of.query_string(), form, StatusCode::OK, None).await
}

/// `POST /{lang}/desk/{forum}/badges`: begins a file and leads to the page that tells how it goes.
pub(crate) async fn print(
    request: ForForum,
    of: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let form = at.read(&body)?;
    let kept = Wish::kept(of.query_string(), &form);
    let pressed = at.signed_in.form_id(&at.app, form.get("token"));
    match begin(&at, kept, pressed).await? {
        Some(job) => Ok(pages::see_other(
            &at.address(&format!("/badges/jobs/{job}")),
        )),
        None => {
            let nobody = Notice::warn(at.t.badges_nobody());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&at, of.query_string(), form, status, Some(nobody)).await
        }
    }
}

/// Puts the people in order, sends in the job, and waits a moment for its end; `None` when the wish finds nobody.
/// `pressed` is the form that wishes it: sent twice, it is one job.
async fn begin(at: &AtForum, kept: String, pressed: Option<String>) -> Result<Option<i64>, Error> {
    let wish = Wish::read(&kept);
    let language = print::language(&at.whole);
    let order = Order::parse(&wish.order).unwrap_or_default();
    let (whole, now, asked) = (at.whole.clone(), at.asked.now, wish.clone());
    let found = at
        .app
        .db
        .read(move |c| find(c, &whole, &asked, now))
        .await?;
    let (mut people, layout) = found;
    if people.is_empty() {
        return Ok(None);
    }
    pile::sort(&mut people, order, &at.whole, language);
    let new = NewJob {
        forum_id: at.forum_id(),
        account_id: at.signed_in.account.id,
        kind: Kind::Badges,
        wish: kept,
        total: i32::try_from(people.len()).unwrap_or(i32::MAX),
        fingerprint: pressed,
    };
    let wanted = Wanted {
        layout,
        people,
        order,
        dividers: wish.dividers,
        imposition: Imposition {
            sheet: Sheet::parse(&wish.sheet),
            cut_marks: true,
        },
    };
    let input = serde_json::to_vec(&wanted).map_err(Error::broken)?;
    let id = app::send_job(&at.app, new, Cursor::new(input)).await?;
    app::job_over_soon(&at.app, at.forum_id(), Kind::Badges, id).await?;
    Ok(Some(id))
}

fn find(
    c: &mut Connection,
    whole: &ForumContext,
    wish: &Wish,
    now: Moment,
) -> db::Result<(Vec<Queued>, Layout)> {
    let layout = match wish.layout {
        Some(id) => badge_layout::find(c, whole.forum.id, id)?,
        None => None,
    };
    let choice = choice(c, whole, wish, now)?;
    let people = wearer::queue(c, whole.forum.id, &choice)?;
    Ok((people, read(layout.as_ref())))
}

/// Who is meant, by the list's own filters, or the one person.
fn choice(
    c: &mut Connection,
    whole: &ForumContext,
    wish: &Wish,
    now: Moment,
) -> db::Result<Choice> {
    let mut filter = shown(c, whole, &wish.list, now)?;
    if let Some(person) = &wish.person {
        let one = registration::by_public_id(c, whole.forum.id, person)?;
        filter.among = Some(one.iter().map(|person| person.id).collect());
    }
    Ok(Choice {
        filter,
        unprinted: wish.unprinted,
    })
}

/// A layout as it was saved; the program's own where there is none.
fn read(layout: Option<&BadgeLayout>) -> Layout {
    let saved = layout.and_then(|layout| serde_json::from_str(&layout.layout).ok());
    saved.unwrap_or_else(|| Layout::standard(Paper::A6))
}

#[derive(Template)]
#[template(path = "desk/printing/badges.html")]
struct BadgesPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    /// How many there are, and how many of them no file holds.
    summary: String,
    all: String,
    unprinted_words: String,
    /// Name of the one person, or empty.
    person: Option<String>,
    is_filtered: bool,
    /// Of the page itself, with and without what narrows it.
    here: String,
    address: String,
    layouts: Vec<(i64, String)>,
    artwork: Vec<BadgeArtwork>,
    jobs: Vec<JobRow>,
    may_design: bool,
}

struct JobRow {
    address: String,
    when: When,
    who: String,
    count: String,
    word: &'static str,
    tone: &'static str,
}

impl JobRow {
    fn of((job, who): (Job, String), at: &AtForum) -> JobRow {
        let (tone, word) = stage_word(&job, at.t);
        JobRow {
            address: at.address(&format!("/badges/jobs/{}", job.id)),
            when: When::of(job.started_at, at.whole.forum.zone(), at.asked.lang),
            who,
            count: at.t.badges_count(job.total),
            word,
            tone,
        }
    }
}

impl BadgesPage {
    fn orders(&self) -> [(&'static str, &'static str); 4] {
        let t = self.page.t;
        Order::ALL.map(|order| {
            let word = match order {
                Order::Name => t.badges_order_name(),
                Order::Organisation => t.badges_order_organisation(),
                Order::Country => t.badges_order_country(),
                Order::Category => t.badges_order_category(),
            };
            (order.as_str(), word)
        })
    }
}

fn stage_word(job: &Job, t: Texts) -> (&'static str, &'static str) {
    match job.stage() {
        Stage::Waiting => ("", t.job_waiting()),
        Stage::Running => ("", t.badges_job_running()),
        Stage::Cancelled => ("warn", t.job_cancelled()),
        Stage::Failed => ("bad", t.badges_job_failed()),
        Stage::Done if job.taken_back_at.is_some() => ("warn", t.badges_job_not_printed()),
        Stage::Done => ("good", t.badges_job_done()),
    }
}

struct Around {
    all: i64,
    unprinted: i64,
    person: Option<String>,
    layouts: Vec<BadgeLayout>,
    artwork: Vec<BadgeArtwork>,
    jobs: Vec<(Job, String)>,
}

fn around(
    c: &mut Connection,
    whole: &ForumContext,
    wish: &Wish,
    now: Moment,
) -> db::Result<Around> {
    let forum_id = whole.forum.id;
    let every = choice(c, whole, wish, now)?;
    let fresh = Choice {
        unprinted: true,
        ..every.clone()
    };
    let person = match &wish.person {
        Some(id) => registration::by_public_id(c, forum_id, id)?,
        None => None,
    };
    Ok(Around {
        all: wearer::count(c, forum_id, &every)?,
        unprinted: wearer::count(c, forum_id, &fresh)?,
        person: person.map(|person| person.name),
        layouts: badge_layout::of_forum(c, forum_id)?,
        artwork: badge_artwork::of_forum(c, forum_id)?,
        jobs: job::latest(c, forum_id, &[Kind::Badges], LATEST)?,
    })
}

async fn page(
    at: &AtForum,
    query: &str,
    form: Typed,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<HttpResponse, Error> {
    let wish = Wish::of(query, &Typed::default());
    let (whole, now, asked): (Arc<ForumContext>, _, _) =
        (at.whole.clone(), at.asked.now, wish.clone());
    let around = at
        .app
        .db
        .read(move |c| around(c, &whole, &asked, now))
        .await?;
    let t = at.t;
    let address = at.address("/badges");
    let narrowed = narrowed(&wish.list, wish.person.as_deref());
    let desk = match notice {
        None => at.bar(),
        notice => at.bar().saying(notice),
    };
    let page = BadgesPage {
        page: at.tab_frame(),
        desk,
        form,
        summary: t.badges_summary(around.all, around.unprinted),
        all: t.badges_all(around.all),
        unprinted_words: t.badges_unprinted(around.unprinted),
        is_filtered: !narrowed.is_empty(),
        person: around.person,
        here: format!("{address}{narrowed}"),
        address,
        layouts: around
            .layouts
            .into_iter()
            .map(|one| (one.id, one.name))
            .collect(),
        artwork: around.artwork,
        jobs: around
            .jobs
            .into_iter()
            .map(|job| JobRow::of(job, at))
            .collect(),
        may_design: at.role >= Role::Organizer,
    };
    pages::page(status, &page)
}

/// The part of the address that narrows the page, as `?category=...`.
fn narrowed(list: &ListQuery, person: Option<&str>) -> String {
    match person {
        Some(person) => format!("?person={person}"),
        None => list.address(),
    }
}
