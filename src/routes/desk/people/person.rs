mod doors;
mod said;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::at_person::{AtPerson, ForPerson};
use super::history::{self, Entry};
use super::last_label::LabelView;
use crate::app::PageRequest;
use crate::badges;
use crate::clock::Moment;
use crate::desk::words::{CategoryName, Chip, When};
use crate::desk::{AtForum, Bar, Notice};
use crate::duplicates::duplicate::{self, Twin};
use crate::error::Error;
use crate::i18n::{self, Texts};
use crate::models::desk::account::Role;
use crate::models::devices::door_request;
use crate::models::doors::scan;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message::{self, Message};
use crate::models::people::registration::{self, Registration};
use crate::models::people::standing::State;
use crate::models::people::{badge, event};
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::models::printing::print_order::{self, Last};
use crate::models::printing::printer::{self, Printer};
use crate::models::returned::{complaint, unreachable, unsubscribed};
use crate::pages::{self, Frame, door};
use crate::routes::desk::mail::messages::SentMail;
use crate::routes::desk::mail::unreachable::{Phone, last_words, likely, sentence};
use crate::values::{Code, Obstacle};
use doors::{ActLine, ScanLine, acts, scans};

/// Others named on the page as perhaps the same person.
const MOST_TWINS: usize = 5;

/// `GET /{lang}/desk/{forum}/registrations/{person}`
pub(crate) async fn show(wanted: ForPerson, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (at, public_id) = wanted.seeing().await?;
    let mut page = PersonPage::of(&at, load(&at, &public_id).await?);
    let said = said::notice(&request, at.t, page.email.is_some());
    page.desk = page.desk.saying(said);
    pages::ok(&page)
}

/// `GET` of an address that only takes forms: a reload after the sign-in had run out.
pub(crate) async fn back(
    asked: PageRequest,
    path: web::Path<(String, String, String)>,
) -> HttpResponse {
    let (_, slug, public_id) = path.into_inner();
    pages::see_other(&asked.at(&format!("/desk/{slug}/registrations/{public_id}")))
}

/// A registration with all that is known of it.
pub(crate) struct Person {
    registration: Registration,
    sites: Vec<i64>,
    code: Option<Code>,
    history: Vec<event::Line>,
    messages: Vec<Message>,
    /// The one that says that there is no working address.
    lost: Option<Message>,
    /// Since when the person wants no news.
    unsubscribed: Option<Moment>,
    /// When the person's address called a mail of ours spam.
    complained: Option<Moment>,
    scans: Vec<scan::Line>,
    acts: Vec<door_request::Line>,
    checkpoints: Vec<Checkpoint>,
    twins: Vec<Twin>,
    printers: Vec<Printer>,
    label: Option<Last>,
}

impl Person {
    /// As much of it as the role may see.
    fn for_a(mut self, role: Role) -> Person {
        if !role.sees_badges_and_needs() {
            self.code = None;
            self.registration.access_needs = None;
            self.registration.food_needs = None;
        }
        self
    }
}

pub(crate) async fn load(at: &AtForum, public_id: &str) -> Result<Person, Error> {
    let (forum_id, public_id) = (at.forum_id(), public_id.to_string());
    let found = at
        .app
        .db
        .read(move |c| {
            let Some(registration) = registration::by_public_id(c, forum_id, &public_id)? else {
                return Ok(None);
            };
            let id = registration.id;
            Ok(Some(Person {
                sites: registration::sites(c, id)?,
                code: badge::current_code(c, id)?,
                history: event::of_registration(c, id)?,
                messages: message::of_registration(c, id)?,
                lost: unreachable::why(c, &registration)?,
                unsubscribed: unsubscribed::since(c, &registration)?,
                complained: complaint::since(c, &registration)?,
                scans: scan::of_registration(c, id)?,
                acts: door_request::of_registration(c, id)?,
                checkpoints: checkpoint::of_forum(c, forum_id)?,
                twins: duplicate::of_person(c, &registration, MOST_TWINS)?,
                printers: printer::of_forum(c, forum_id)?,
                label: print_order::last(c, id)?,
                registration,
            }))
        })
        .await?;
    found.ok_or(Error::NotFound)
}

#[derive(Template)]
#[template(path = "desk/people/person.html")]
pub(crate) struct PersonPage {
    pub page: Frame,
    pub desk: Bar,
    /// Typed for a "no" that was not sent.
    pub words: String,
    address: String,
    /// Of the forum's messages.
    messages_at: String,
    public_id: String,
    can_change: bool,
    state: State,
    chip: Chip,
    category: CategoryName,
    facts: Vec<(&'static str, String)>,
    email: Option<String>,
    /// The address that was perhaps meant.
    likely: Option<String>,
    badge: Option<BadgeView>,
    history: Vec<Entry>,
    messages: Vec<SentMail>,
    unreachable: Option<Unreachable>,
    unsubscribed: Option<When>,
    complained: Option<When>,
    scans: Vec<ScanLine>,
    acts: Vec<ActLine>,
    /// Public id and name of who may be the same person.
    twins: Vec<(String, String)>,
    /// Where this person's badge is printed.
    print: String,
    /// Id and name of each label printer.
    printers: Vec<(i64, String)>,
    label: Option<LabelView>,
    /// Of the registrations, and of those that seem to be one person's.
    list: String,
    duplicates: String,
}

/// Why nothing reaches the person.
struct Unreachable {
    why: &'static str,
    phone: Option<Phone>,
}

struct BadgeView {
    code: String,
    grouped: String,
    svg: String,
}

impl PersonPage {
    pub(crate) fn of(at: &AtForum, person: Person) -> PersonPage {
        let (whole, asked, t) = (&at.whole, &at.asked, at.t);
        let person = person.for_a(at.role);
        let registration = &person.registration;
        let when = |moment| When::of(moment, whole.forum.zone(), asked.lang);
        let here = format!(
            "/desk/{}/registrations/{}",
            whole.forum.slug, registration.public_id
        );
        PersonPage {
            desk: at.bar(),
            page: Frame::new(asked.lang, &here, registration.name.as_str()),
            words: String::new(),
            address: asked.at(&here),
            messages_at: at.address("/messages"),
            public_id: registration.public_id.clone(),
            can_change: at.role >= Role::Registrar,
            state: registration.state,
            chip: Chip::of(registration.state, t),
            category: CategoryName::of(registration.category_id, whole, asked.lang),
            facts: facts(registration, &person.sites, whole, asked, t),
            email: registration.email.clone(),
            likely: registration.email.as_deref().and_then(likely),
            badge: person.code.as_ref().map(|code| BadgeView::of(code, t)),
            history: history::entries(&person.history, whole, (asked.lang, at.role)),
            messages: SentMail::all(&person.messages, whole, asked.lang),
            unreachable: person
                .lost
                .as_ref()
                .map(|message| Unreachable::of(message, registration, t)),
            unsubscribed: person.unsubscribed.map(when),
            complained: person.complained.map(when),
            scans: scans(&person, whole, asked, t),
            acts: acts(&person, whole, asked, t),
            print: at.address(&format!("/badges?person={}", registration.public_id)),
            printers: person
                .printers
                .iter()
                .map(|one| (one.id, one.name.clone()))
                .collect(),
            label: person
                .label
                .as_ref()
                .map(|last| LabelView::of(last, whole, asked, t)),
            list: at.address("/registrations"),
            duplicates: at.address("/duplicates"),
            twins: person
                .twins
                .into_iter()
                .map(|twin| (twin.public_id, twin.name))
                .collect(),
        }
    }

    fn is(&self, state: &str) -> bool {
        self.state.as_str() == state
    }
}

impl Unreachable {
    fn of(message: &Message, registration: &Registration, t: Texts) -> Unreachable {
        Unreachable {
            why: sentence(Obstacle::in_words(last_words(message)), t),
            phone: registration.phone.as_deref().map(Phone::of),
        }
    }
}

impl BadgeView {
    fn of(code: &Code, t: Texts) -> BadgeView {
        BadgeView {
            code: code.as_str().to_string(),
            grouped: code.grouped(),
            svg: badges::svg(code, t.desk_person_badge()),
        }
    }
}

/// What the person said, each with its label; what was left open is not shown.
fn facts(
    registration: &Registration,
    sites: &[i64],
    whole: &ForumContext,
    asked: &PageRequest,
    t: Texts,
) -> Vec<(&'static str, String)> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let sites: Vec<&str> = whole
        .sites
        .iter()
        .filter(|site| sites.contains(&site.id))
        .map(|site| whole.site_name(site, asked.lang))
        .collect();
    let native_name = registration.native_name.as_deref();
    let latin = door::latin(t, &registration.name, native_name);
    let native_name = native_name.filter(|native| latin.as_deref() != Some(*native));
    let native_name = native_name.unwrap_or_default().to_owned();
    let registered = When::of(registration.registered_at, whole.forum.zone(), asked.lang);
    let facts = [
        (t.desk_person_native_name(), native_name),
        (t.form_latin_label(), latin.unwrap_or_default()),
        (t.desk_person_phone(), text(&registration.phone)),
        (
            t.desk_person_organisation(),
            text(&registration.organisation),
        ),
        (t.desk_person_position(), text(&registration.position)),
        (
            t.desk_people_country(),
            i18n::country_name(asked.lang, &registration.country).to_string(),
        ),
        (t.desk_people_site(), sites.join(" · ")),
        (
            t.desk_person_language(),
            registration.language.autonym().to_string(),
        ),
        (t.desk_person_access(), text(&registration.access_needs)),
        (t.desk_person_food(), text(&registration.food_needs)),
        (
            t.desk_person_invite_again(),
            text(&registration.invite_again),
        ),
        (t.desk_person_registered(), registered.text),
    ];
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

impl AtPerson {
    /// The person's page, which says why not and keeps the words that were typed.
    pub(crate) async fn refused(
        &self,
        why: impl Into<String>,
        words: String,
    ) -> Result<HttpResponse, Error> {
        let loaded = load(&self.at, &self.person.public_id).await?;
        let mut page = PersonPage::of(&self.at, loaded);
        page.words = words;
        page.desk = page.desk.saying(Some(Notice::warn(why)));
        pages::unprocessable(&page)
    }
}
