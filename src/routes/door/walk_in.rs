use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::device::Paired;
use super::scan::{Shown, scan_page, stand, token_scope};
use crate::app::{App, PageRequest};
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms::acts::WalkIn;
use crate::forms::door::Typed;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::devices::device::Device;
use crate::models::devices::door_request::{self, Done, DoorRequest, Kind};
use crate::models::devices::kept_request::Why;
use crate::models::doors::door_reach;
use crate::models::forum::context::{self, ForumContext};
use crate::models::forum::{self, WalkIns};
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{
    self, Application, Applied, Details, PageLink, Registration, Source,
};
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::printing::print_order;
use crate::pages;
use crate::values::Email;

#[derive(Default, Deserialize)]
#[serde(default)]
struct WalkInForm {
    name: String,
    email: String,
    organisation: String,
    country: String,
    another: String,
}

/// `POST /{lang}/door/walk-in`: from a browser without scripts. The person is then found by name, to be let in.
pub(crate) async fn submit(
    app: web::Data<App>,
    asked: PageRequest,
    paired: Paired,
    body: web::Bytes,
) -> Result<HttpResponse, Error> {
    let typed: Typed = forms::parse(&body);
    let form: WalkInForm = forms::parse(&body);
    let form = WalkIn {
        name: form.name,
        email: form.email,
        organisation: form.organisation,
        country: form.country,
        is_another: !form.another.is_empty(),
    };
    let opened = app
        .forms
        .open(&token_scope(&paired), &typed.page, asked.now);
    let opened = opened.ok_or(Error::NotOurForm)?;
    let stood = stand(&app, &asked, paired, &typed).await?;
    if stood.has_gone(&typed) {
        let shown = Shown {
            walk_in: form,
            ..Shown::place_gone(asked.lang)
        };
        return scan_page(&asked, stood, shown);
    }
    let walked = Walked {
        id: forms::door::id_of(&[&opened.form_id, "walk-in"]),
        device: stood.door.device.clone(),
        doors: stood.door.checkpoints.clone(),
        checkpoint: stood.door.checkpoint(stood.stand.slug()).cloned(),
        done_at: asked.now,
        now: asked.now,
    };
    app.registrar.ready().await;
    let (with, t, sent) = (app.clone(), Texts::html(asked.lang), form.clone());
    let came = app
        .db
        .write(
            move |c| match door_request::done(c, walked.device.forum_id, &walked.id)? {
                // The same form once more: a double click, or the back button.
                Some(Done {
                    registration_id: Some(person),
                    ..
                }) => Ok(Came::In {
                    person: Box::new(registration::by_id(c, person)?),
                    is_known: false,
                    printer: None,
                }),
                _ if !door_reach::is_of_hours(c, &walked.doors, walked.done_at)? => {
                    Ok(Came::Beyond(Why::Closed))
                }
                _ => register(c, &with, &walked, &sent, t),
            },
        )
        .await?;
    app.outbox.ring();
    app.labels.ring();
    match came {
        Came::NotHere => Err(Error::NotFound),
        Came::Beyond(why) => {
            let shown = Shown {
                walk_in: form,
                error: Some(match why {
                    Why::OtherPeople => t.desk_kept_why_other_people(),
                    _ => t.desk_kept_why_closed(),
                }),
                ..Shown::with(StatusCode::UNPROCESSABLE_ENTITY)
            };
            scan_page(&asked, stood, shown)
        }
        Came::Mistyped(errors) => {
            let shown = Shown {
                walk_in: form,
                errors,
                ..Shown::with(StatusCode::UNPROCESSABLE_ENTITY)
            };
            scan_page(&asked, stood, shown)
        }
        Came::In { is_known: true, .. } if !form.is_another => {
            let mut errors = FieldErrors::default();
            errors.add("name", t.door_walk_in_known());
            let shown = Shown {
                walk_in: form,
                is_known: true,
                errors,
                ..Shown::with(StatusCode::UNPROCESSABLE_ENTITY)
            };
            scan_page(&asked, stood, shown)
        }
        Came::In { person, .. } => {
            let query = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("q", &person.name)
                .append_pair("checkpoint", stood.stand.slug())
                .finish();
            Ok(pages::see_other(
                &asked.at(&format!("/door/search?{query}")),
            ))
        }
    }
}

/// Somebody stands at a device's checkpoint who is not registered.
pub(crate) struct Walked {
    /// Of the form: sent twice, it counts once.
    pub id: String,
    pub device: Device,
    /// Those that may let the person in.
    pub doors: Vec<Checkpoint>,
    pub checkpoint: Option<Checkpoint>,
    pub done_at: Moment,
    pub now: Moment,
}

/// What became of a walk-in.
pub(crate) enum Came {
    /// The forum registers nobody at the door.
    NotHere,
    /// The device's checkpoints are closed, or for others.
    Beyond(Why),
    Mistyped(FieldErrors),
    In {
        person: Box<Registration>,
        /// This person was registered with the address already.
        is_known: bool,
        /// Where the badge comes out.
        printer: Option<String>,
    },
}

/// Registers a walk-in as the forum says: the row, its mail and the act, in the transaction that is under way.
pub(crate) fn register(
    c: &mut Connection,
    app: &Arc<App>,
    walked: &Walked,
    form: &WalkIn,
    t: Texts,
) -> db::Result<Came> {
    let forum = forum::by_id(c, walked.device.forum_id)?;
    let state = match forum.walk_ins {
        WalkIns::No => return Ok(Came::NotHere),
        WalkIns::Pending => State::Pending,
        WalkIns::Confirmed => State::Confirmed,
    };
    let whole = context::of(c, forum)?;
    let mut errors = FieldErrors::default();
    let Some((mut details, email)) = form.parse(&whole, t, &mut errors) else {
        return Ok(Came::Mistyped(errors));
    };
    let site = walked
        .checkpoint
        .as_ref()
        .and_then(|checkpoint| checkpoint.site_id);
    if let Some(site) = site.filter(|_| whole.sites.len() > 1) {
        details.sites = vec![site];
    }
    if !door_reach::is_of_category(c, &walked.doors, details.category_id)? {
        return Ok(Came::Beyond(Why::OtherPeople));
    }
    let (person, is_known) = match apply(
        c,
        app,
        walked,
        &whole,
        details,
        email,
        (state, form.is_another),
    )? {
        Applied::New(person) | Applied::Again(person) => (person, false),
        Applied::Known(person) => (person, true),
    };
    record(c, walked, person.id)?;
    let printer = match is_known {
        true => None,
        false => print_order::at_doors_printer(c, &walked.device, &person, walked.now)?,
    };
    Ok(Came::In {
        person: Box::new(person),
        is_known,
        printer,
    })
}

fn apply(
    c: &mut Connection,
    app: &App,
    walked: &Walked,
    whole: &ForumContext,
    details: Details,
    email: Option<Email>,
    (state, is_another): (State, bool),
) -> db::Result<Applied> {
    let badge = app.registrar.badge();
    let application = Application {
        details,
        email,
        source: Source::Door,
        form_id: Some(walked.id.clone()),
        invite_again: None,
        link: PageLink::random(app.letterhead.key()),
        code: badge.code().clone(),
        state: Some(state),
        is_another,
        registered_at: walked.now,
    };
    let by = By {
        actor: Actor::Door,
        now: walked.now,
    };
    app.registrar.within(c, whole, by, |acts| {
        acts.register(&application, &badge, |_| Ok(Some(walked.now)))
    })
}

fn record(c: &mut Connection, walked: &Walked, registration_id: i64) -> db::Result<()> {
    let new = DoorRequest {
        forum_id: walked.device.forum_id,
        id: &walked.id,
        kind: Kind::WalkIn,
        device_id: walked.device.id,
        checkpoint_id: walked.checkpoint.as_ref().map(|checkpoint| checkpoint.id),
        registration_id: Some(registration_id),
        scan_id: None,
        words: None,
        done_at: walked.done_at,
        received_at: walked.now,
    };
    door_request::record(c, &new)
}
