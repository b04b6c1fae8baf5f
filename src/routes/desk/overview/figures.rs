use actix_web::HttpResponse;
use actix_web::http::header::ContentType;
use serde_json::{Value, json};

use crate::clock::{self, Moment};
use crate::db::{Connection, Result};
use crate::desk::{ForForum, Tab};
use crate::error::Error;
use crate::models::desk::account::Role;
use crate::models::doors::conflict;
use crate::models::forum::category;
use crate::models::forum::context::ForumContext;
use crate::models::people::counters::{self, CountryCount};
use crate::models::people::standing::State;

/// `GET /{lang}/desk/{forum}/figures.json`: the overview's figures as numbers, in canonical JSON: what is counted again
/// from the forum's journal comes to the same bytes.
pub(crate) async fn show(request: ForForum) -> std::result::Result<HttpResponse, Error> {
    let at = request.at_least(Tab::Overview, Role::Viewer).await?;
    let (whole, now) = (at.whole.clone(), at.asked.now);
    let figures = at.app.db.read(move |c| figures(c, &whole, now)).await?;
    Ok(HttpResponse::Ok()
        .insert_header(ContentType::json())
        .body(figures.to_string()))
}

fn figures(c: &mut Connection, whole: &ForumContext, now: Moment) -> Result<Value> {
    let forum = &whole.forum;
    let counters = counters::of_forum(c, forum.id, now)?;
    let mut countries = counters::by_country(c, forum.id, now)?;
    countries.sort_by(|one, other| one.country.cmp(&other.country));
    let mut categories = category::of_forum(c, forum.id)?;
    categories.sort_by_key(|category| category.id);
    let categories: Vec<Value> = categories
        .into_iter()
        .map(|one| json!({ "category": one.id, "quota": one.quota, "taken": one.taken }))
        .collect();
    Ok(json!({
        "at": clock::rfc3339_in_milliseconds(now),
        "came": counters.came,
        "categories": categories,
        "confirmed": counters.of(State::Confirmed),
        "conflicts": conflict::count_open(c, forum.id)?,
        "countries": countries.iter().map(country).collect::<Vec<Value>>(),
        "countries_present": counters.countries_present,
        "declined": counters.of(State::Declined),
        "hall": counters.in_the_hall,
        "pending": counters.of(State::Pending),
        "places": forum.capacity,
        "registered": counters.registered,
        "waitlisted": counters.of(State::Waitlisted),
        "withdrawn": counters.of(State::Withdrawn),
    }))
}

fn country(count: &CountryCount) -> Value {
    json!({
        "confirmed": count.confirmed,
        "country": count.country,
        "inside": count.inside,
        "registered": count.registered,
    })
}
