use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::desk::notices::NoticeWord;
use crate::desk::words::{When, verdict_word};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::checkpoint::zone_of;
use crate::forms::paper_list::{Fault, Sheet, Why};
use crate::forms::{self, FieldErrors, Typed, paper_list as form};
use crate::i18n::Texts;
use crate::models::doors::paper_list::{self, Outcome, Tick, Ticked};
use crate::models::doors::verdict::Verdict;
use crate::models::places::checkpoint::Checkpoint;
use crate::pages::{self, Frame};
use crate::routes::desk::printing::paper::{MAY_ENTER, door};
use crate::values::Language;

/// Ticks that are read back on the page.
const LATEST: i64 = 200;
/// Ticks in one transaction: a list that is entered does not make the doors wait.
const TOGETHER: usize = 10;
/// How a code and its time look; nobody's.
const EXAMPLE: &str = "K7QM3 9:42";

/// `GET /{lang}/desk/{forum}/paper/{id}`: where the ticks of a door's list are entered.
pub(crate) async fn show(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let (at, door) = open(request).await?;
    let form = form::blank(&door, &at.whole, at.asked.now);
    let done: Done = forms::parse(of.query_string().as_bytes());
    let entering = Entering {
        done,
        ..Entering::of(form)
    };
    page(&at, &door, entering, StatusCode::OK).await
}

/// `POST /{lang}/desk/{forum}/paper/{id}`: whoever can be entered is entered at once; what cannot is told, and all
/// that was typed stays to be mended and sent again.
pub(crate) async fn enter(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let (at, door) = open(request).await?;
    let mut entering = Entering::of(at.read(&body)?);
    let read = form::parse(
        &entering.form,
        (&door, &at.whole),
        at.asked.now,
        at.t,
        &mut entering.errors,
    );
    if let Some(sheet) = read {
        let (ticks, faults) = named(&at, sheet).await?;
        entering.done = write(&at, &door, ticks).await?;
        entering.faults = faults;
    }
    if entering.errors.is_empty() && entering.faults.is_empty() {
        let address = at.address(&format!("/paper/{}", door.id));
        let done = entering.done.query();
        return Ok(pages::see_other(&format!("{address}?{done}")));
    }
    page(&at, &door, entering, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /{lang}/desk/{forum}/paper/{id}/take-back`: a tick that was typed for somebody else.
pub(crate) async fn take_back(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let (at, door) = open(request).await?;
    let scan_id = at.read(&body)?.get("tick").to_owned();
    let (forum_id, now, name) = (at.forum_id(), at.asked.now, device_name(&at));
    let by = at.signed_in.account.email.clone();
    let undone = at.write(move |c| {
        let paper = paper_list::device(c, forum_id, name, now)?;
        paper_list::take_back(c, &paper, &scan_id, &by, now)
    });
    // Taken back by somebody else meanwhile: it is back, which is what was asked for.
    undone.await?;
    at.app.live.ring();
    Ok(at.done(&format!("/paper/{}", door.id), NoticeWord::TickTakenBack))
}

async fn open(request: ForForum) -> Result<(AtForum, Checkpoint), Error> {
    let at = request.at_least(Tab::Paper, MAY_ENTER).await?;
    let door = door(&at).await?;
    Ok((at, door))
}

/// The codes as people of this forum, and those that are nobody's beside the other faults.
async fn named(at: &AtForum, sheet: Sheet) -> Result<(Vec<Tick>, Vec<Fault>), Error> {
    let forum_id = at.forum_id();
    let codes: Vec<_> = sheet.ticks.iter().map(|typing| typing.code).collect();
    let read = at
        .app
        .db
        .read(move |c| paper_list::named(c, forum_id, &codes));
    let people = read.await?;
    let (mut ticks, mut faults) = (Vec::new(), sheet.faults);
    for typing in sheet.ticks {
        match people.get(&typing.code) {
            Some(person) => ticks.push(Tick {
                code: typing.code,
                registration: person.clone(),
                at: typing.at,
                day: sheet.day,
            }),
            None => faults.push(Fault {
                line: typing.line,
                typed: typing.code.to_string(),
                why: Why::Nobody,
            }),
        }
    }
    faults.sort_by_key(|fault| fault.line);
    Ok((ticks, faults))
}

/// Some at a time, in their turn with phones that come back; should something fail on the way, the first of them are
/// entered, and are known as such when the list is sent again.
async fn write(at: &AtForum, door: &Checkpoint, mut ticks: Vec<Tick>) -> Result<Done, Error> {
    // By whomever they are entered at the same time, they come in the same order and do not lock each other out.
    ticks.sort_by_key(|tick| tick.code.registration_id());
    let mut done = Done::default();
    for some in ticks.chunks(TOGETHER) {
        let turn = at.app.returning.acquire().await.ok();
        let (door, some, now) = (door.clone(), some.to_vec(), clock::now());
        let (account_id, name) = (at.signed_in.account.id, device_name(at));
        let entered = at
            .write(move |c| enter_all(c, (account_id, name), &door, &some, now))
            .await?;
        drop(turn);
        let scanned = entered.iter().filter(|one| **one != Outcome::Before);
        at.app.metrics.scanned(scanned.count());
        at.app.live.ring();
        entered.into_iter().for_each(|outcome| done.count(outcome));
    }
    Ok(done)
}

fn enter_all(
    c: &mut Connection,
    (account_id, name): (i64, &str),
    door: &Checkpoint,
    ticks: &[Tick],
    now: Moment,
) -> db::Result<Vec<Outcome>> {
    let paper = paper_list::device(c, door.forum_id, name, now)?;
    let enter = |tick| paper_list::enter(c, (&paper, account_id), door, tick, now);
    ticks.iter().map(enter).collect()
}

/// What doors and pages call the paper lists: in the forum's language, for everybody reads it.
fn device_name(at: &AtForum) -> &'static str {
    let first = at.whole.forum.languages().first().copied();
    Texts::of(first.unwrap_or(Language::En)).paper_device()
}

/// How many were entered; the page after it says so.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct Done {
    now: usize,
    before: usize,
    /// Entered, but the desk or another door says otherwise.
    doubtful: usize,
}

impl Done {
    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Before => self.before += 1,
            Outcome::Now(Verdict::Admitted) => self.now += 1,
            Outcome::Now(_) => self.doubtful += 1,
        }
    }

    fn query(self) -> String {
        format!(
            "now={}&before={}&doubtful={}",
            self.now, self.before, self.doubtful
        )
    }
}

/// What the form came with, and what became of it.
struct Entering {
    form: Typed,
    errors: FieldErrors,
    faults: Vec<Fault>,
    done: Done,
}

impl Entering {
    fn of(form: Typed) -> Entering {
        Entering {
            form,
            errors: FieldErrors::default(),
            faults: Vec::new(),
            done: Done::default(),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/printing/paper_door.html")]
struct DoorPage {
    page: Frame,
    desk: Bar,
    door: String,
    form: Typed,
    errors: FieldErrors,
    faults: Vec<String>,
    done: Done,
    zone: &'static str,
    example: &'static str,
    rows: Vec<Row>,
    /// Of the registrations, of what doors disagree on, and of the lists.
    people: String,
    conflicts: String,
    back: String,
}

/// A tick as it was entered.
struct Row {
    scan_id: String,
    person: String,
    name: String,
    code: String,
    when: When,
    /// Why it does not count as it stands.
    doubt: Option<&'static str>,
    who: String,
    is_undone: bool,
}

impl Row {
    fn of(tick: Ticked, zone: chrono_tz::Tz, at: &AtForum) -> Row {
        let admitted = tick.verdict == Verdict::Admitted;
        Row {
            code: tick.code().to_string(),
            when: When::of(tick.at, zone, at.asked.lang),
            doubt: (!admitted).then(|| verdict_word(tick.verdict, at.t)),
            scan_id: tick.scan_id,
            person: tick.registration,
            name: tick.name,
            who: tick.email,
            is_undone: tick.undone_at.is_some(),
        }
    }
}

async fn page(
    at: &AtForum,
    door: &Checkpoint,
    entering: Entering,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let of = door.clone();
    let read = at.app.db.read(move |c| paper_list::latest(c, &of, LATEST));
    let latest = read.await?;
    let zone = zone_of(door.site_id, &at.whole);
    let page = DoorPage {
        page: at.frame(at.t.paper_enter_title()),
        desk: at.bar(),
        door: crate::desk::door::name(door, at).to_owned(),
        faults: entering
            .faults
            .iter()
            .map(|fault| sentence(fault, at.t))
            .collect(),
        form: entering.form,
        errors: entering.errors,
        done: entering.done,
        zone: zone.name(),
        example: EXAMPLE,
        rows: latest
            .into_iter()
            .map(|tick| Row::of(tick, zone, at))
            .collect(),
        people: at.address("/registrations"),
        conflicts: at.address("/conflicts"),
        back: at.address("/paper"),
    };
    pages::page(status, &page)
}

fn sentence(fault: &Fault, t: Texts) -> String {
    let (line, typed) = (fault.line, &fault.typed);
    match fault.why {
        Why::NoCode => t.paper_fault_no_code(line, typed),
        Why::Nobody => t.paper_fault_nobody(line, typed),
        Why::NoTime => t.paper_fault_no_time(line, typed, EXAMPLE),
        Why::Closed => t.paper_fault_closed(line, typed),
        Why::ToCome => t.paper_fault_to_come(line, typed),
    }
}
