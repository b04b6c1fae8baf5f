use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::whom::{MOST_FOUND, states};
use crate::desk::words::{CategoryName, Chip, When};
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab};
use crate::error::Error;
use crate::forms;
use crate::forms::list_query::{ListQuery, UNREACHABLE};
use crate::i18n::{self, Texts};
use crate::models::desk::account::Role;
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::{self, Registration};
use crate::models::people::standing::State;
use crate::models::people::{counters, registrations, search};
use crate::models::places::checkpoint;
use crate::pages::{self, Frame};

const ON_A_PAGE: usize = 50;
/// `GET /{lang}/desk/{forum}/registrations`
pub(crate) async fn show(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Registrations).await?;
    let query: ListQuery = forms::parse(of.query_string().as_bytes());
    let (wanted, forum, now) = (query.clone(), at.whole.clone(), at.asked.now);
    let found = at.app.db.read(move |c| find(c, &forum, &wanted, now));
    let found = found.await?;
    let notice = super::bulk::notice(&of, at.t);
    pages::ok(&List::of(&at, query, found, notice))
}

/// A page of a list, and what is around it.
struct Found {
    people: Vec<Registration>,
    /// In the whole list; of a search, those shown.
    total: i64,
    has_next: bool,
    has_before: bool,
    /// Checkpoints one may ask for, by short name.
    checkpoints: Vec<String>,
}

fn find(
    c: &mut Connection,
    whole: &ForumContext,
    query: &ListQuery,
    now: Moment,
) -> db::Result<Found> {
    let forum_id = whole.forum.id;
    let inside_at = counters::checkpoints_at(c, forum_id, &query.at, now)?;
    let filter = query.filter(whole, inside_at);
    let checkpoints = checkpoint::of_forum(c, forum_id)?
        .into_iter()
        .map(|checkpoint| checkpoint.slug)
        .collect();
    if !query.q.trim().is_empty() {
        let people = search::search(c, forum_id, &query.q, &filter, MOST_FOUND)?;
        return Ok(Found {
            total: people.len() as i64,
            people,
            has_next: false,
            has_before: false,
            checkpoints,
        });
    }
    let backwards = !query.before.is_empty();
    let (sort, at) = match backwards {
        true => (query.sort().backwards(), &query.before),
        false => (query.sort(), &query.after),
    };
    let after =
        registration::by_public_id(c, forum_id, at)?.map(|row| registrations::after(&row, sort));
    let most = ON_A_PAGE as i64 + 1;
    let mut people = registrations::page(c, forum_id, &filter, sort, after.as_ref(), most)?;
    let more = people.len() > ON_A_PAGE;
    people.truncate(ON_A_PAGE);
    if backwards {
        people.reverse();
    }
    Ok(Found {
        people,
        total: registrations::count(c, forum_id, &filter)?,
        has_next: if backwards { after.is_some() } else { more },
        has_before: if backwards { more } else { after.is_some() },
        checkpoints,
    })
}

#[derive(Template)]
#[template(path = "desk/people/registrations.html")]
struct List {
    page: Frame,
    desk: Bar,
    query: ListQuery,
    whole: Arc<ForumContext>,
    rows: Vec<Row>,
    summary: String,
    next: Option<String>,
    before: Option<String>,
    /// Any of these people waits for a decision, and this account may decide.
    can_confirm: bool,
    can_change: bool,
    checkpoints: Vec<String>,
    /// Of the list, without its query.
    address: String,
    /// Of its files, without their endings.
    export: String,
    import: String,
    /// Of registrations that seem to be one person's.
    duplicates: String,
    /// Where all of them are written to, for who may do that.
    write: Option<String>,
    total: i64,
    /// Where the badges of these people are printed, and the words of the link.
    print: Option<(String, String)>,
}

struct Row {
    public_id: String,
    address: String,
    name: String,
    native_name: Option<String>,
    organisation: Option<String>,
    country: String,
    category: CategoryName,
    chip: Chip,
    registered: When,
    waits: bool,
}

impl List {
    fn of(at: &AtForum, query: ListQuery, found: Found, notice: Option<Notice>) -> List {
        let t = at.t;
        let address = at.address("/registrations");
        let can_change = at.role >= Role::Registrar;
        let rows: Vec<Row> = found
            .people
            .iter()
            .map(|person| Row::of(person, &address, at))
            .collect();
        let (first, last) = (found.people.first(), found.people.last());
        List {
            next: last
                .filter(|_| found.has_next)
                .map(|row| format!("{address}{}", query.after(&row.public_id))),
            before: first
                .filter(|_| found.has_before)
                .map(|row| format!("{address}{}", query.before(&row.public_id))),
            summary: summary(&found, &query, t),
            can_confirm: can_change && rows.iter().any(|row| row.waits),
            can_change,
            rows,
            checkpoints: found.checkpoints,
            export: at.address("/export"),
            import: at.address("/import"),
            duplicates: at.address("/duplicates"),
            write: (at.role >= Role::Organizer && found.total > 0)
                .then(|| at.address(&format!("/mailings/new{}", query.address()))),
            total: found.total,
            print: (can_change && found.total > 0).then(|| {
                let address = at.address(&format!("/badges{}", query.address()));
                (address, t.badges_of_list(found.total))
            }),
            address,
            query,
            whole: at.whole.clone(),
            desk: at.bar().saying(notice),
            page: at.tab_frame(),
        }
    }

    /// Value and name of every choice of a state.
    fn states(&self) -> Vec<(&'static str, &'static str)> {
        let t = self.page.t;
        let mut states = states(t);
        states.push((UNREACHABLE, t.delivery_no_address()));
        states
    }

    fn countries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        i18n::countries(self.page.lang, &["QN"])
    }
}

impl Row {
    fn of(person: &Registration, list: &str, at: &AtForum) -> Row {
        let (whole, lang) = (&at.whole, at.asked.lang);
        Row {
            address: format!("{list}/{}", person.public_id),
            public_id: person.public_id.clone(),
            name: person.name.clone(),
            native_name: person.native_name.clone(),
            organisation: person.organisation.clone(),
            country: i18n::country_name(lang, &person.country).to_string(),
            category: CategoryName::of(person.category_id, whole, lang),
            chip: Chip::of(person.state, at.t),
            registered: When::of(person.registered_at, whole.forum.zone(), lang),
            waits: person.state == State::Pending,
        }
    }
}

fn summary(found: &Found, query: &ListQuery, t: Texts) -> String {
    match query.q.trim() {
        "" => t.desk_people_count(found.total),
        _ if found.people.len() == MOST_FOUND => t.desk_people_best(MOST_FOUND),
        _ => t.desk_people_found(found.total),
    }
}
