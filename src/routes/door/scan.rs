use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::{HttpResponse, web};
use askama::Template;

use super::device::{Ended, Paired};
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::acts::WalkIn;
use crate::forms::door::Typed;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::doors::door::{self, Door};
use crate::models::doors::presence;
use crate::models::doors::scan::{self, Answer};
use crate::models::doors::verdict::Verdict;
use crate::models::forum::WalkIns;
use crate::pages::door::{Look, PersonView, Stand, advice, look, person, texts, was_not_inside};
use crate::pages::{self, DOOR_POLICY, Frame};
use crate::routes::door::ended;
use crate::values::Language;

/// `GET /{lang}/door`: the scan page.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    (paired, ended): (Result<Paired, Error>, Option<Ended>),
    typed: web::Query<Typed>,
) -> Result<HttpResponse, Error> {
    if let Some(ended) = &ended {
        return ended::page(&asked, ended);
    }
    let paired = paired?;
    let stood = stand(&app, &asked, paired, &typed).await?;
    scan_page(&asked, stood, Shown::with(StatusCode::OK))
}

/// `POST /{lang}/door`: a typed code or a found person, from a browser without scripts. The verdict is the page.
pub(crate) async fn judge(
    app: web::Data<App>,
    asked: PageRequest,
    paired: Paired,
    body: web::Bytes,
) -> Result<HttpResponse, Error> {
    let typed: Typed = forms::parse(&body);
    let scope = token_scope(&paired);
    let opened = app.forms.open(&scope, &typed.page, asked.now);
    let opened = opened.ok_or(Error::NotOurForm)?;
    let stood = stand(&app, &asked, paired, &typed).await?;
    if stood.has_gone(&typed) {
        return scan_page(&asked, stood, Shown::place_gone(asked.lang));
    }
    let Some(subject) = typed.subject() else {
        let shown = Shown {
            error: Some(Texts::html(asked.lang).door_code_missing()),
            ..Shown::with(StatusCode::UNPROCESSABLE_ENTITY)
        };
        return scan_page(&asked, stood, shown);
    };
    let direction = stood.stand.direction();
    let reading = typed.reading(&opened.form_id, subject, direction, asked.now);
    let chosen = stood.door.checkpoint(stood.stand.slug());
    let checkpoint = chosen.cloned().ok_or(Error::NotFound)?;
    let (device, now) = (stood.door.device.clone(), asked.now);
    let (judged, inside) = app
        .db
        .write(move |c| {
            let judged = Judged {
                answer: scan::record(c, (&device, None), &checkpoint, &reading, now)?,
                was_inside: scan::was_inside(c, device.forum_id, &reading.id)?,
            };
            Ok((judged, presence::count_inside(c, checkpoint.id)?))
        })
        .await?;
    app.metrics.scanned(1);
    app.live.ring();
    verdict_page(&asked, Stood { inside, ..stood }, judged)
}

/// What became of a reading.
struct Judged {
    answer: Answer,
    /// Before it; none where that is not known.
    was_inside: Option<bool>,
}

impl Judged {
    fn look(&self, t: Texts) -> Look {
        match (self.answer.verdict, self.was_inside) {
            (Verdict::Left, Some(false)) => was_not_inside(t),
            (verdict, _) => look(t, verdict),
        }
    }
}

/// Where the device stands, and how many are inside there.
pub(crate) struct Stood {
    pub door: Door,
    pub stand: Stand,
    pub inside: i64,
    /// Token of the page's forms.
    pub token: String,
}

impl Stood {
    /// Whether the form means a checkpoint that the device does not serve, by that name at least.
    pub(crate) fn has_gone(&self, typed: &Typed) -> bool {
        let wanted = forms::given(&typed.checkpoint);
        wanted.is_some_and(|wanted| self.door.checkpoint(&wanted).is_none())
    }
}

pub(crate) async fn stand(
    app: &App,
    asked: &PageRequest,
    paired: Paired,
    typed: &Typed,
) -> Result<Stood, Error> {
    let token = app.forms.issue(&token_scope(&paired), asked.now);
    let Paired(device) = paired;
    let (lang, now, outwards) = (asked.lang, asked.now, typed.is_outwards());
    let wanted = forms::given(&typed.checkpoint);
    app.db
        .read(move |c| {
            let door = door::of_device(c, device)?;
            let stand = Stand::new(&door, lang, wanted.as_deref(), outwards, now);
            let inside = match door.checkpoint(stand.slug()) {
                Some(checkpoint) => presence::count_inside(c, checkpoint.id)?,
                None => 0,
            };
            Ok(Stood {
                door,
                stand,
                inside,
                token,
            })
        })
        .await
        .map_err(Error::from)
}

/// What ties a form of this page to this device.
pub(crate) fn token_scope(paired: &Paired) -> String {
    format!("door {}", paired.0.id)
}

/// What the scan page says beside itself: which form was not understood.
pub(crate) struct Shown {
    pub status: StatusCode,
    /// Why the code was not judged.
    pub error: Option<&'static str>,
    pub walk_in: WalkIn,
    /// Somebody of that name is registered.
    pub is_known: bool,
    pub errors: FieldErrors,
}

impl Shown {
    pub(crate) fn with(status: StatusCode) -> Shown {
        Shown {
            status,
            error: None,
            walk_in: WalkIn::default(),
            is_known: false,
            errors: FieldErrors::default(),
        }
    }

    /// The checkpoint that was chosen is called otherwise by now: no other one is meant.
    pub(crate) fn place_gone(lang: Language) -> Shown {
        Shown {
            error: Some(Texts::html(lang).door_place_gone()),
            ..Shown::with(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

pub(crate) fn scan_page(
    asked: &PageRequest,
    stood: Stood,
    shown: Shown,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let whole = &stood.door.whole;
    let mut response = pages::page(
        shown.status,
        &ScanPage {
            page: Frame::new(asked.lang, "/door", t.door_title()),
            texts: texts(&stood.door, t),
            error: shown.error,
            countries: match whole.forum.walk_ins {
                WalkIns::No => None,
                _ => Some(pages::countries(whole, asked.lang)),
            },
            walk_in: shown.walk_in,
            is_known: shown.is_known,
            errors: shown.errors,
            stand: stood.stand,
            inside: stood.inside,
            token: stood.token,
        },
    )?;
    response.headers_mut().insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(DOOR_POLICY),
    );
    Ok(response)
}

#[derive(Template)]
#[template(path = "door/scan.html")]
struct ScanPage {
    page: Frame,
    stand: Stand,
    inside: i64,
    token: String,
    error: Option<&'static str>,
    /// Where the forum registers walk-ins: what they may choose.
    countries: Option<Vec<(&'static str, &'static str)>>,
    walk_in: WalkIn,
    is_known: bool,
    errors: FieldErrors,
    /// JSON for the scripts.
    texts: String,
}

fn verdict_page(asked: &PageRequest, stood: Stood, judged: Judged) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let look = judged.look(t);
    let answer = judged.answer;
    let chosen = stood.door.checkpoint(stood.stand.slug());
    let checkpoint = chosen.ok_or(Error::NotFound)?;
    pages::ok(&VerdictPage {
        page: Frame::new(asked.lang, "/door", look.word),
        advice: advice((&stood.door, checkpoint), t, &look, &answer, asked.now),
        person: answer
            .delegate
            .map(|delegate| person(&stood.door, t, delegate)),
        look,
        rehearsal: answer.rehearsal,
        stand: stood.stand,
        inside: stood.inside,
        token: stood.token,
        error: None,
    })
}

#[derive(Template)]
#[template(path = "door/verdict.html")]
struct VerdictPage {
    page: Frame,
    stand: Stand,
    inside: i64,
    token: String,
    look: Look,
    advice: String,
    person: Option<PersonView>,
    /// It counts nowhere.
    rehearsal: bool,
    error: Option<&'static str>,
}
