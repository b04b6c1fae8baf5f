//! Enters what a device left, as if the device had sent it now.

use std::sync::Arc;

use serde_json::Value;

use crate::app::App;
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::AtForum;
use crate::forms::{self, FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::devices::device;
use crate::models::devices::kept_request::{self, KeptRequest, Kind, State, Why};
use crate::routes::api::acts::{self, Entered};
use crate::routes::api::caller::Caller;
use crate::routes::api::scans;
use crate::routes::desk::doors::not_entered::What;

/// Who of the desk enters it, when.
pub(super) struct By {
    pub account_id: i64,
    /// Where the device's own time is none.
    pub taken_at: Option<Moment>,
    pub now: Moment,
    pub t: Texts,
}

impl By {
    pub(super) fn of(at: &AtForum, taken_at: Option<Moment>) -> By {
        By {
            account_id: at.signed_in.account.id,
            taken_at,
            now: at.asked.now,
            t: at.t,
        }
    }
}

pub(super) enum Outcome {
    Entered(What),
    /// It waits no longer.
    Gone,
    Not(Why, FieldErrors),
}

/// The kept request once more, by the same way, with what was mended.
pub(super) fn enter(
    c: &mut Connection,
    app: &Arc<App>,
    (forum_id, id): (i64, i64),
    by: &By,
    form: &Typed,
) -> db::Result<Outcome> {
    let kept = kept_request::by_id(c, forum_id, id)?;
    let Some(kept) = kept.filter(|kept| kept.state == State::Open) else {
        return Ok(Outcome::Gone);
    };
    let device = device::by_id(c, forum_id, kept.device_id)?;
    let caller = Caller::of_desk(c, device, by.account_id)?;
    let taken_at = by.taken_at.filter(|_| kept.taken_at.is_none());
    let id = kept.entering_id();
    let item = forms::kept_request::mended(&kept.request, &id, form, taken_at);
    let outcome = match kept.kind {
        Kind::Scan => scan(c, &caller, item, by)?,
        Kind::Act => act(c, app, &caller, (&kept, item), by)?,
    };
    if let Outcome::Entered(_) = outcome {
        kept_request::settle(c, kept.id, State::Entered, Some(by.account_id), by.now)?;
        scans::enter_waiting(c, &caller, &kept, by.now)?;
    }
    Ok(outcome)
}

fn scan(c: &mut Connection, caller: &Caller, item: Value, by: &By) -> db::Result<Outcome> {
    let sent = forms::scans::waited(item, by.now);
    Ok(match scans::enter(c, caller, &sent.scan, by.now)? {
        Ok(answer) => Outcome::Entered(What::Scan(answer.verdict)),
        Err(why) => Outcome::Not(why, FieldErrors::default()),
    })
}

fn act(
    c: &mut Connection,
    app: &Arc<App>,
    caller: &Caller,
    (kept, item): (&KeptRequest, Value),
    by: &By,
) -> db::Result<Outcome> {
    let sent = forms::acts::sent(item, by.now);
    let entered = acts::enter(c, app, caller, (sent.id(), &sent.act), by.t, by.now)?;
    Ok(match entered {
        Entered::Not(refusal) => Outcome::Not(refusal.why, refusal.errors),
        Entered::Done(done) => Outcome::Entered(match (kept.is_walk_in(), done.registration()) {
            (true, Some(person)) => What::WalkIn(person.to_string()),
            _ => What::Act,
        }),
    })
}
