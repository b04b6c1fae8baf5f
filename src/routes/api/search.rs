use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::{First, Latin};
use super::caller::Caller;
use crate::app::App;
use crate::error::Error;
use crate::models::doors::found::{self, Found};
use crate::models::doors::verdict::Verdict;
use crate::models::people::standing::State;
use crate::pages::json_error;
use crate::routes::door::search::MOST;

/// Letters of a question.
const LONGEST: usize = 200;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    checkpoint: String,
}

/// `GET /api/door/search?q=&checkpoint=`: people by name as heard, best first.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let Asked { q, checkpoint } = asked.into_inner();
    if q.trim().is_empty() {
        return Ok(refuse("Say in q which name to look for."));
    }
    if q.chars().count() > LONGEST {
        return Ok(refuse("The name in q is too long."));
    }
    let checkpoint = match (checkpoint.as_str(), caller.checkpoint(&checkpoint)) {
        ("", _) => None,
        (_, None) => return Ok(refuse("This device does not scan at that checkpoint.")),
        (_, found) => found.cloned(),
    };
    app.limits.search(caller.device.id)?;
    let forum_id = caller.device.forum_id;
    let found = app
        .db
        .read(move |c| found::find(c, forum_id, checkpoint.as_ref(), &q, MOST))
        .await?;
    let people: Vec<Row> = found.into_iter().map(Row::from).collect();
    Ok(HttpResponse::Ok().json(json!({ "people": people })))
}

fn refuse(sentence: &'static str) -> HttpResponse {
    json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence)
}

/// Somebody found, as the door is told of them.
#[derive(Serialize)]
pub(crate) struct Row {
    registration: String,
    name: String,
    native_name: Option<String>,
    #[serde(flatten)]
    latin: Latin,
    organisation: Option<String>,
    country: String,
    category: String,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<First>,
    /// The verdict that awaits who is confirmed, by the checkpoint's categories and site.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Verdict>,
}

impl From<Found> for Row {
    fn from(found: Found) -> Row {
        let person = found.person;
        Row {
            latin: Latin::of(&person),
            registration: person.registration,
            name: person.name,
            native_name: person.native_name,
            organisation: person.organisation,
            country: person.country,
            category: person.category,
            state: person.state,
            first: found.first.map(First::from),
            refusal: found.refusal,
        }
    }
}
