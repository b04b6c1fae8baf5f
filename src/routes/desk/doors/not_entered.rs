//! What doors took and the server could not enter: somebody of the desk enters it, mended, or puts it away.

mod entering;
mod words;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab};
use crate::error::Error;
use crate::forms::checkpoint::zone_of;
use crate::forms::{FieldErrors, Typed};
use crate::models::desk::account::Role;
use crate::models::devices::kept_request::{self, KeptRequest, Kind, State, Who};
use crate::models::doors::verdict::Verdict;
use crate::models::people::registration;
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::pages::{self, Frame};
use crate::values::Code;
use entering::{By, Outcome};
use words::{Fields, kind_word, why_sentence};

/// Rows on one page.
const MOST: i64 = 200;
/// Letters of a code that is none.
const LONGEST_CODE: usize = 40;
/// Letters of a note that was too long.
const LONGEST_WORDS: usize = 500;

/// `GET /{lang}/desk/{forum}/not-entered`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::NotEntered).await?;
    let notice = match words::registered(&at.asked) {
        Some(person) => registered(&at, person).await?,
        None => words::said(&at.asked, at.t),
    };
    list_page(&at, StatusCode::OK, notice).await
}

async fn registered(at: &AtForum, public_id: String) -> Result<Option<Notice>, Error> {
    let forum_id = at.forum_id();
    let read = at
        .app
        .db
        .read(move |c| registration::by_public_id(c, forum_id, &public_id));
    let person = read.await?;
    Ok(person.map(|person| Notice::good(at.t.desk_kept_entered_walk_in(person.name))))
}

/// `GET /{lang}/desk/{forum}/not-entered/{id}`: what is to be mended, to be entered.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::NotEntered, Role::Registrar).await?;
    let Some(waiting) = Waiting::of(&at).await? else {
        return list_page(
            &at,
            StatusCode::OK,
            Some(Notice::warn(at.t.desk_kept_gone())),
        )
        .await;
    };
    let form = waiting.filled(&at);
    pages::ok(&waiting.page(&at, form, FieldErrors::default(), None))
}

/// `POST /{lang}/desk/{forum}/not-entered/{id}/enter`: the same request once more, with what was mended.
pub(crate) async fn enter(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::NotEntered, Role::Registrar).await?;
    let form = at.read(&body)?;
    let Some(waiting) = Waiting::of(&at).await? else {
        return list_page(
            &at,
            StatusCode::OK,
            Some(Notice::warn(at.t.desk_kept_gone())),
        )
        .await;
    };
    let mut errors = FieldErrors::default();
    let zone = waiting.zone(&form, &at);
    let taken_at = form.time("at", zone, at.t, &mut errors);
    if !errors.is_empty() {
        let page = waiting.page(&at, form, errors, None);
        return pages::unprocessable(&page);
    }
    let by = By::of(&at, taken_at);
    let (app, forum_id, id, typed) = (at.app.clone(), at.forum_id(), at.id()?, form.clone());
    let outcome = at
        .write(move |c| entering::enter(c, &app, (forum_id, id), &by, &typed))
        .await?;
    ring(&at);
    match outcome {
        Outcome::Entered(what) => Ok(pages::see_other(&words::saying(
            &at.address("/not-entered"),
            &what,
        ))),
        Outcome::Gone => {
            let notice = Notice::warn(at.t.desk_kept_gone());
            list_page(&at, StatusCode::OK, Some(notice)).await
        }
        Outcome::Not(why, errors) => {
            let still = at.t.desk_kept_still(why_sentence(why, at.t));
            pages::unprocessable(&waiting.page(&at, form, errors, Some(Notice::warn(still))))
        }
    }
}

/// `POST /{lang}/desk/{forum}/not-entered/enter-all`: those that have nothing to mend, as many as stand on the page.
pub(crate) async fn enter_all(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::NotEntered, Role::Registrar).await?;
    at.read(&body)?;
    let forum_id = at.forum_id();
    let ready = at
        .app
        .db
        .read(move |c| kept_request::ready(c, forum_id, MOST));
    let mut entered = 0;
    for id in ready.await? {
        let (app, by) = (at.app.clone(), By::of(&at, None));
        let outcome = at
            .write(move |c| entering::enter(c, &app, (forum_id, id), &by, &Typed::default()))
            .await?;
        entered += usize::from(matches!(outcome, Outcome::Entered(_)));
    }
    ring(&at);
    let list = at.address("/not-entered");
    Ok(pages::see_other(&words::saying(&list, &What::All(entered))))
}

/// Mails, labels and other doors hear of it.
fn ring(at: &AtForum) {
    at.app.outbox.ring();
    at.app.labels.ring();
    at.app.live.ring();
}

/// `POST /{lang}/desk/{forum}/not-entered/{id}/put-away`
pub(crate) async fn put_away(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::NotEntered, Role::Registrar).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    let account = Some(at.signed_in.account.id);
    // Settled by somebody else meanwhile: it waits no longer, which is what was asked for.
    at.write(move |c| match kept_request::by_id(c, forum_id, id)? {
        Some(kept) => kept_request::settle(c, kept.id, State::PutAway, account, now).map(Some),
        None => Ok(None),
    })
    .await?
    .ok_or(Error::NotFound)?;
    Ok(pages::see_other(&at.address("/not-entered?away")))
}

async fn list_page(
    at: &AtForum,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let (rows, who, doors, full, (count, ready)) = at
        .app
        .db
        .read(move |c| {
            let rows = kept_request::open(c, forum_id, MOST)?;
            let kept: Vec<KeptRequest> = rows.iter().map(|(kept, _)| kept.clone()).collect();
            Ok((
                rows,
                kept_request::who(c, forum_id, &kept)?,
                checkpoint::of_forum(c, forum_id)?,
                kept_request::full_devices(c, forum_id)?,
                (
                    kept_request::count_open(c, forum_id)?,
                    kept_request::ready(c, forum_id, MOST)?.len(),
                ),
            ))
        })
        .await?;
    let row = |(kept, device): &(KeptRequest, String)| {
        Row::of(kept, device, who.get(&kept.id), &doors, at)
    };
    let language = at.t.language();
    let page = List {
        page: at.frame(at.t.desk_kept_title()),
        desk: at.bar().saying(notice),
        rows: rows.iter().map(row).collect(),
        can_change: at.role >= Role::Registrar,
        full: (!full.is_empty()).then(|| {
            let devices = crate::i18n::listed(language, &full);
            at.t.desk_kept_full(kept_request::MOST, devices)
        }),
        more: (count > MOST).then(|| at.t.desk_kept_more(MOST)),
        enter_all: (ready > 1).then(|| at.t.desk_kept_enter_all(ready)),
        address: at.address("/not-entered"),
        list: at.address("/registrations"),
    };
    pages::page(status, &page)
}

#[derive(Template)]
#[template(path = "desk/doors/not_entered.html")]
struct List {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
    can_change: bool,
    /// Devices that hold on to what they take now.
    full: Option<String>,
    /// There are more than these.
    more: Option<String>,
    /// The button for those that have nothing to mend.
    enter_all: Option<String>,
    /// Of this page and of the registrations.
    address: String,
    list: String,
}

struct Row {
    address: String,
    what: &'static str,
    person: Option<Who>,
    /// What was read, where nobody is known by it.
    code: Option<String>,
    /// Of a scan by which nobody is known.
    is_nobodys: bool,
    /// A note, or the reason for undoing.
    words: Option<String>,
    place: Option<String>,
    when: Option<When>,
    device: String,
    why: &'static str,
}

impl Row {
    fn of(
        kept: &KeptRequest,
        device: &str,
        person: Option<&Who>,
        doors: &[Checkpoint],
        at: &AtForum,
    ) -> Row {
        let door = door(kept, doors);
        let zone = zone_of(door.and_then(|door| door.site_id), &at.whole);
        let when = |moment| When::of(moment, zone, at.asked.lang);
        Row {
            address: at.address(&format!("/not-entered/{}", kept.id)),
            what: kind_word(kept, at.t),
            person: person.cloned(),
            code: kept
                .said("code")
                .filter(|_| at.role.sees_badges_and_needs())
                .map(readable),
            is_nobodys: kept.kind == Kind::Scan && person.is_none(),
            words: kept.said("words").or(kept.said("reason")).map(short),
            place: match door {
                Some(door) => Some(at.whole.checkpoint_name(door, at.asked.lang).to_string()),
                None => kept.checkpoint.clone(),
            },
            when: kept.taken_at.map(when),
            device: device.to_string(),
            why: why_sentence(kept.why, at.t),
        }
    }
}

fn door<'a>(kept: &KeptRequest, doors: &'a [Checkpoint]) -> Option<&'a Checkpoint> {
    let named = kept.checkpoint.as_deref()?;
    doors.iter().find(|door| door.is_meant_by(named))
}

fn short(words: String) -> String {
    words.chars().take(LONGEST_WORDS).collect()
}

fn readable(code: String) -> String {
    match Code::parse(&code) {
        Some(code) => code.grouped(),
        None => code.chars().take(LONGEST_CODE).collect(),
    }
}

/// One that waits, and what its page needs.
struct Waiting {
    kept: KeptRequest,
    device: String,
    who: Option<Who>,
    doors: Vec<Checkpoint>,
}

impl Waiting {
    /// `None` where it waits no longer.
    async fn of(at: &AtForum) -> Result<Option<Waiting>, Error> {
        let (forum_id, id) = (at.forum_id(), at.id()?);
        let read = at.app.db.read(move |c| {
            let Some(kept) = kept_request::by_id(c, forum_id, id)? else {
                return Ok(None);
            };
            let mut who = kept_request::who(c, forum_id, std::slice::from_ref(&kept))?;
            let device = crate::models::devices::device::by_id(c, forum_id, kept.device_id)?;
            Ok(Some(Waiting {
                who: who.remove(&kept.id),
                device: device.name,
                doors: checkpoint::of_forum(c, forum_id)?,
                kept,
            }))
        });
        let found = read.await?.ok_or(Error::NotFound)?;
        Ok(Some(found).filter(|waiting| waiting.kept.state == State::Open))
    }

    /// The form as the device's own words fill it in.
    fn filled(&self, at: &AtForum) -> Typed {
        let door = door(&self.kept, &self.doors);
        let said = |field: &str| self.kept.said(field).unwrap_or_default();
        let form = Typed::default()
            .with(
                "checkpoint",
                door.map_or_else(String::new, |door| door.lasting_id().to_string()),
            )
            .with("direction", said("direction"))
            .with("reason", said("reason"))
            .with("words", said("words"))
            .with("name", said("name"))
            .with("email", said("email"))
            .with("country", said("country"));
        let zone = zone_of(door.and_then(|door| door.site_id), &at.whole);
        form.with_time("at", self.kept.taken_at, zone)
    }

    fn zone(&self, form: &Typed, at: &AtForum) -> chrono_tz::Tz {
        let chosen = form.get("checkpoint");
        let door = self.doors.iter().find(|door| door.is_meant_by(chosen));
        zone_of(door.and_then(|door| door.site_id), &at.whole)
    }

    fn page(
        &self,
        at: &AtForum,
        form: Typed,
        errors: FieldErrors,
        notice: Option<Notice>,
    ) -> EnterPage {
        let row = Row::of(&self.kept, &self.device, self.who.as_ref(), &self.doors, at);
        let name = |door: &Checkpoint| {
            let name = at.whole.checkpoint_name(door, at.asked.lang).to_string();
            (door.lasting_id().to_string(), name)
        };
        let fields = Fields::of(&self.kept);
        EnterPage {
            page: at.frame(at.t.desk_kept_enter_title()),
            desk: at.bar().saying(notice),
            countries: match fields.walk_in {
                true => pages::countries(&at.whole, at.asked.lang),
                false => Vec::new(),
            },
            doors: self.doors.iter().map(name).collect(),
            address: row.address.clone(),
            back: at.address("/not-entered"),
            list: at.address("/registrations"),
            fields,
            row,
            form,
            errors,
        }
    }
}

#[derive(Template)]
#[template(path = "desk/doors/not_entered_one.html")]
struct EnterPage {
    page: Frame,
    desk: Bar,
    row: Row,
    fields: Fields,
    /// Lasting ids and names.
    doors: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
    form: Typed,
    errors: FieldErrors,
    /// Of this page, of the list it came from, and of the registrations.
    address: String,
    back: String,
    list: String,
}

/// What was entered, for the sentence on the next page.
pub(crate) enum What {
    Scan(Verdict),
    /// By public id.
    WalkIn(String),
    Act,
    /// So many at once.
    All(usize),
}
