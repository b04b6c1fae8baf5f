use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

use super::act_result::ActResult;
use super::caller::{Caller, Key};
use super::json::Json;
use crate::app::App;
use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::acts::{self, Act, Fault, Sent, WalkIn, What};
use crate::i18n::Texts;
use crate::models::devices::door_request;
use crate::models::devices::kept_request::{KeptRequest, Kind, State, Why};
use crate::models::doors::{door_reach, scan};
use crate::models::forum::{self, context};
use crate::models::people::badge;
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{self, Registration, Reissued};
use crate::models::places::checkpoint::Checkpoint;
use crate::models::printing::print_order::{self, Place};
use crate::pages::json_error;
use crate::routes::api::{keeping, scans};
use crate::routes::door::walk_in::{self, Came, Walked};

/// `POST /api/door/acts`: what a door does beside scanning, each act once however often it is sent.
pub(crate) async fn post(
    app: web::Data<App>,
    key: Key,
    Json(body): Json,
) -> Result<HttpResponse, Error> {
    let now = clock::now();
    let sent = match acts::read(&body, now) {
        Ok(sent) => sent,
        Err(fault) => return Ok(refuse(fault)),
    };
    let t = Texts::html(acts::language(&body));
    let key = Arc::new(key);
    app.limits
        .acts(device_of(&app, &key, now).await?, sent.len())?;
    app.registrar.ready().await;
    let mut results = Vec::with_capacity(sent.len());
    for one in sent {
        results.push(result(&app, &key, one, t, now).await?);
    }
    app.outbox.ring();
    app.labels.ring();
    app.live.ring();
    Ok(HttpResponse::Ok().json(json!({ "results": results })))
}

async fn device_of(app: &App, key: &Arc<Key>, now: Moment) -> Result<i64, Error> {
    let key = key.clone();
    let caller = app
        .db
        .read(move |c| Caller::find_late(c, &key, now))
        .await?;
    caller
        .map(|caller| caller.device.id)
        .ok_or(Error::NotPaired)
}

/// One act in one transaction.
async fn result(
    app: &web::Data<App>,
    key: &Arc<Key>,
    sent: Sent,
    t: Texts,
    now: Moment,
) -> Result<ActResult, Error> {
    let (with, key) = (app.clone(), key.clone());
    app.db
        .write(move |c| match Caller::find_late(c, &key, now)? {
            Some(caller) => answer(c, &with, &caller, &sent, t, now).map(Some),
            None => Ok(None),
        })
        .await?
        .ok_or(Error::NotPaired)
}

/// The act is done, or it goes to the desk.
fn answer(
    c: &mut Connection,
    app: &Arc<App>,
    caller: &Caller,
    sent: &Sent,
    t: Texts,
    now: Moment,
) -> db::Result<ActResult> {
    let found = keeping::found(c, caller, Kind::Act, &sent.item)?;
    if keeping::is_settled(found.as_ref()) {
        return settled(c, caller, sent, found.as_ref(), t);
    }
    let refusal = match enter(c, app, caller, (sent.id(), &sent.act), t, now)? {
        // It is written down, and who was revoked is told no name.
        Entered::Done(_) if caller.is_revoked() => {
            return Ok(ActResult::refused(sent.id(), Why::Revoked.sentence()).kept(true));
        }
        Entered::Done(done) => {
            keeping::entered(c, found.as_ref(), now)?;
            if let Some(form) = &found {
                scans::enter_waiting(c, caller, form, now)?;
            }
            return Ok(*done);
        }
        Entered::Not(refusal) => refusal,
    };
    let (kept, error) = keeping::keep(c, caller, (Kind::Act, &sent.item), refusal.why, now)?;
    let answer = refusal.answer(sent.id(), error, t).kept(kept);
    Ok(answer)
}

/// What the desk entered is answered as what it became; what it put away stays away.
fn settled(
    c: &mut Connection,
    caller: &Caller,
    sent: &Sent,
    found: Option<&KeptRequest>,
    t: Texts,
) -> db::Result<ActResult> {
    let why = found.map_or(Why::NoId, |kept| kept.why);
    let kept = || ActResult::refused(sent.id(), why.sentence()).kept(true);
    let entered = found.filter(|kept| kept.state == State::Entered);
    let (Some(entered), false) = (entered, caller.is_revoked()) else {
        return Ok(kept());
    };
    let done = door_request::done(c, caller.device.forum_id, &entered.entering_id())?;
    match (done, &sent.act) {
        (Some(done), Ok(act)) => again(c, sent.id(), act, (caller, t), done.registration_id),
        (Some(_), Err(_)) => Ok(ActResult::done(sent.id())),
        (None, _) => Ok(kept()),
    }
}

/// What came of an act.
pub(crate) enum Entered {
    Done(Box<ActResult>),
    Not(Refusal),
}

impl Entered {
    fn not(why: Why) -> Entered {
        Entered::Not(Refusal::of(why))
    }
}

impl From<ActResult> for Entered {
    fn from(done: ActResult) -> Entered {
        Entered::Done(Box::new(done))
    }
}

/// Why an act cannot be entered, and of a walk-in's form what to mend.
pub(crate) struct Refusal {
    pub why: Why,
    pub errors: FieldErrors,
}

impl Refusal {
    fn of(why: Why) -> Refusal {
        Refusal {
            why,
            errors: FieldErrors::default(),
        }
    }

    fn answer(&self, id: Value, error: &str, t: Texts) -> ActResult {
        match self.why {
            Why::NothingToPrint => ActResult::refused(id, t.printers_door_no_badge()),
            _ => ActResult::refused(id, error).mistyped(&self.errors),
        }
    }
}

/// Does an act, once, or says why it cannot be entered. `id` is for the answer.
pub(crate) fn enter(
    c: &mut Connection,
    app: &Arc<App>,
    caller: &Caller,
    (id, act): (Value, &Result<Act, Why>),
    t: Texts,
    now: Moment,
) -> db::Result<Entered> {
    let act = match act {
        Ok(act) => act,
        Err(why) => return Ok(Entered::not(*why)),
    };
    if let Some(done) = door_request::done(c, caller.device.forum_id, &act.id)? {
        return match done.is(act.what.kind(), caller.device.id) {
            true => again(c, id, act, (caller, t), done.registration_id).map(Entered::from),
            false => Ok(Entered::not(Why::IdTaken)),
        };
    }
    if caller.is_revoked() {
        return Ok(Entered::not(Why::Revoked));
    }
    let place = act.checkpoint.as_deref();
    let checkpoint = place.and_then(|text| caller.checkpoint(text));
    if let Some(why) = beyond(c, caller, act)? {
        return Ok(Entered::not(why));
    }
    let doing = Doing {
        app,
        checkpoint,
        caller,
        act,
        t,
        now,
    };
    doing.it(c, id)
}

/// Why an act is none of the device's, by when it was done. For what the desk enters the desk answers.
fn beyond(c: &mut Connection, caller: &Caller, act: &Act) -> db::Result<Option<Why>> {
    if caller.entered_by.is_some() {
        return Ok(None);
    }
    if let Some(why) = caller.untimely(act.done_at) {
        return Ok(Some(why));
    }
    let is_timely = door_reach::is_of_hours(c, &caller.checkpoints, act.done_at)?;
    Ok((!is_timely).then_some(Why::Closed))
}

/// The answer that was given when the act came for the first time.
fn again(
    c: &mut Connection,
    id: Value,
    act: &Act,
    (caller, t): (&Caller, Texts),
    registration_id: Option<i64>,
) -> db::Result<ActResult> {
    let mut answer = ActResult::done(id);
    let Some(person) = registration_id else {
        return Ok(answer);
    };
    let person = registration::by_id(c, person)?;
    if let What::BadgeLost { .. } = act.what
        && let Some(code) = badge::current_code(c, person.id)?
    {
        answer = answer.with_badge(&code);
    }
    let printer = print_order::name_of_printer(c, &caller.device)?;
    answer = match (&act.what, printer) {
        (What::Print { .. }, None) => answer.with_label(label_address(&person, t)),
        (What::Print { .. } | What::BadgeLost { .. }, printer) => answer.printed_at(printer),
        _ => answer,
    };
    Ok(answer.of(&person))
}

/// Where a browser without a printer of its own finds the label.
fn label_address(person: &Registration, t: Texts) -> String {
    format!("/{}/door/label/{}", t.language().code(), person.public_id)
}

/// One act, and what it takes to do it.
struct Doing<'a> {
    app: &'a Arc<App>,
    caller: &'a Caller,
    checkpoint: Option<&'a Checkpoint>,
    act: &'a Act,
    t: Texts,
    now: Moment,
}

impl Doing<'_> {
    fn it(&self, c: &mut Connection, id: Value) -> db::Result<Entered> {
        match &self.act.what {
            What::WalkIn(form) => self.register(c, id, form),
            What::Undo { scan, reason } => self.undo(c, id, scan, reason),
            What::BadgeLost { registration } => self.replace_badge(c, id, registration),
            What::Print { registration } => self.print(c, id, registration),
            What::Note {
                registration,
                words,
            } => self.note(c, id, registration.as_deref(), words),
        }
    }

    fn register(&self, c: &mut Connection, id: Value, form: &WalkIn) -> db::Result<Entered> {
        let walked = Walked {
            id: self.act.id.clone(),
            device: self.caller.device.clone(),
            doors: self.caller.checkpoints.clone(),
            checkpoint: self.checkpoint.cloned(),
            done_at: self.act.done_at,
            now: self.now,
        };
        Ok(
            match walk_in::register(c, self.app, &walked, form, self.t)? {
                Came::NotHere => Entered::not(Why::NoWalkIns),
                Came::Beyond(why) => Entered::not(why),
                Came::Mistyped(errors) => Entered::Not(Refusal {
                    why: Why::Mistyped,
                    errors,
                }),
                Came::In {
                    person,
                    is_known,
                    printer,
                } => ActResult::done(id)
                    .of(&person)
                    .known(is_known)
                    .printed_at(printer)
                    .into(),
            },
        )
    }

    fn undo(
        &self,
        c: &mut Connection,
        id: Value,
        scan_id: &str,
        reason: &str,
    ) -> db::Result<Entered> {
        let Some(undone) = scan::undo(c, &self.caller.device, scan_id, self.now)? else {
            return Ok(Entered::not(Why::NoSuchScan));
        };
        let person = undone.registration_id;
        self.record(
            c,
            door_request::Kind::Undo,
            person,
            Some(scan_id),
            Some(reason),
        )?;
        Ok(ActResult::done(id).into())
    }

    fn replace_badge(&self, c: &mut Connection, id: Value, public_id: &str) -> db::Result<Entered> {
        let person = match self.person(c, public_id)? {
            Ok(person) => person,
            Err(why) => return Ok(Entered::not(why)),
        };
        let old = badge::current_code(c, person.id)?;
        let forum = forum::by_id(c, person.forum_id)?;
        let whole = context::of(c, forum)?;
        let by = By {
            actor: Actor::Door,
            now: self.now,
        };
        let replaced = self.app.registrar.within(c, &whole, by, |acts| {
            acts.reissue_badge(person.id, old.as_ref())
        });
        let Reissued::Done(person) = replaced? else {
            return Ok(Entered::not(Why::NotConfirmed));
        };
        let new = badge::current_code(c, person.id)?.ok_or(db::Error::NotFound)?;
        self.record(
            c,
            door_request::Kind::BadgeLost,
            Some(person.id),
            None,
            None,
        )?;
        let printer = print_order::at_doors_printer(c, &self.caller.device, &person, self.now)?;
        Ok(ActResult::done(id)
            .of(&person)
            .with_badge(&new)
            .printed_at(printer)
            .into())
    }

    fn print(&self, c: &mut Connection, id: Value, public_id: &str) -> db::Result<Entered> {
        let person = match self.person(c, public_id)? {
            Ok(person) => person,
            Err(why) => return Ok(Entered::not(why)),
        };
        let done = ActResult::done(id).of(&person);
        let answer = match print_order::at_door(c, &self.caller.device, &person, self.now)? {
            Place::At(printer) => done.printed_at(Some(printer)),
            Place::InBrowser => done.with_label(label_address(&person, self.t)),
            Place::Nowhere => return Ok(Entered::not(Why::NothingToPrint)),
        };
        self.record(c, door_request::Kind::Print, Some(person.id), None, None)?;
        Ok(answer.into())
    }

    fn note(
        &self,
        c: &mut Connection,
        id: Value,
        public_id: Option<&str>,
        words: &str,
    ) -> db::Result<Entered> {
        let person = match public_id {
            None => None,
            Some(public_id) => match self.person(c, public_id)? {
                Ok(person) => Some(person.id),
                // The words are worth keeping, whomever they are about.
                Err(Why::Nobody) => None,
                Err(why) => return Ok(Entered::not(why)),
            },
        };
        self.record(c, door_request::Kind::Note, person, None, Some(words))?;
        Ok(ActResult::done(id).into())
    }

    /// Somebody of the device's own checkpoints, by the public id or by the form a walk-in filled in.
    fn person(&self, c: &mut Connection, public_id: &str) -> db::Result<Result<Registration, Why>> {
        let forum_id = self.caller.device.forum_id;
        let found = match registration::by_public_id(c, forum_id, public_id)? {
            Some(person) => Some(person),
            None => door_request::walked_in(c, forum_id, public_id)?
                .map(|id| registration::by_id(c, id))
                .transpose()?,
        };
        let Some(person) = found else {
            return Ok(Err(Why::Nobody));
        };
        let is_ours = self.caller.entered_by.is_some()
            || door_reach::is_of_people(c, &self.caller.checkpoints, person.id)?;
        Ok(if is_ours {
            Ok(person)
        } else {
            Err(Why::OtherPeople)
        })
    }

    fn record(
        &self,
        c: &mut Connection,
        kind: door_request::Kind,
        registration_id: Option<i64>,
        scan_id: Option<&str>,
        words: Option<&str>,
    ) -> db::Result<()> {
        let new = door_request::DoorRequest {
            forum_id: self.caller.device.forum_id,
            id: &self.act.id,
            kind,
            device_id: self.caller.device.id,
            checkpoint_id: self.checkpoint.map(|checkpoint| checkpoint.id),
            registration_id,
            scan_id,
            words,
            done_at: self.act.done_at,
            received_at: self.now,
        };
        door_request::record(c, &new)
    }
}

fn refuse(fault: Fault) -> HttpResponse {
    let (status, sentence) = match fault {
        Fault::NotJson => (StatusCode::BAD_REQUEST, "The body is not JSON."),
        Fault::NoActs => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Send {\"acts\": [...]} with at least one act.",
        ),
        Fault::TooMany => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Send at most 100 acts at once.",
        ),
    };
    json_error(status, sentence)
}
