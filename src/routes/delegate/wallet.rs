//! The badge for a phone's wallet.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::{NaiveTime, TimeZone};

use super::Mine;
use super::files::as_file;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::mail::{ForumFacts, SiteFacts, when};
use crate::pages;
use crate::values::Colour;
use crate::wallets::{Stay, Ticket};

/// Of forums that chose none.
const USUAL_COLOUR: &str = "#0e5a5f";

/// `GET /{lang}/me/{link}/badge.pkpass`; a void one once the badge has ended.
pub(crate) async fn apple(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if mine.code.is_none() && !mine.had_badge {
        return Err(Error::NotFound);
    }
    let offered = app.wallets.offered(asked.now).apple;
    let apple = app.wallets.apple.as_ref().filter(|_| offered);
    let facts = app
        .registrar
        .post(&mine.whole)
        .facts(&mine.sites, asked.lang);
    let pass = apple
        .ok_or(Error::NotFound)?
        .pass(&ticket(&asked, &mine, &facts), asked.now)
        .map_err(Error::broken)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/vnd.apple.pkpass"))
        .insert_header(as_file(&mine, "pkpass"))
        .body(pass))
}

/// `GET /{lang}/me/{link}/google-wallet`: leads to Google, so that nothing of the person stands in a link before it is
/// wanted.
pub(crate) async fn google(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    let google = app.wallets.google.as_ref();
    let google = google.filter(|_| mine.code.is_some());
    let facts = app
        .registrar
        .post(&mine.whole)
        .facts(&mine.sites, asked.lang);
    let link = google
        .ok_or(Error::NotFound)?
        .link(&ticket(&asked, &mine, &facts), asked.now)
        .map_err(Error::broken)?;
    Ok(pages::see_other(&link))
}

fn ticket<'a>(asked: &PageRequest, mine: &'a Mine, facts: &'a ForumFacts) -> Ticket<'a> {
    let person = &mine.registration;
    let colour = mine.whole.forum.brand.as_deref().and_then(Colour::parse);
    Ticket {
        language: asked.lang,
        public_id: &person.public_id,
        code: mine.code.as_ref(),
        name: &person.name,
        organisation: person.organisation.as_deref(),
        category: mine.whole.category_name(person.category_id, asked.lang),
        forum: &facts.title,
        slug: &facts.slug,
        colour: colour.unwrap_or_else(usual_colour),
        stays: facts
            .sites
            .iter()
            .filter_map(|site| stay(Texts::of(asked.lang), site))
            .collect(),
    }
}

fn usual_colour() -> Colour {
    Colour::parse(USUAL_COLOUR).expect("a colour")
}

/// From the first to the last hour of the programme, or whole days while there is none.
fn stay(t: Texts, site: &SiteFacts) -> Option<Stay> {
    let (first, last) = (site.hours.first(), site.hours.last());
    let midnight = |day: chrono::NaiveDate| {
        let there = site.zone.from_local_datetime(&day.and_time(NaiveTime::MIN));
        there.earliest().map(|moment| moment.fixed_offset())
    };
    let there = |moment: &chrono::NaiveDateTime| {
        let moment = moment.and_utc().with_timezone(&site.zone);
        moment.fixed_offset()
    };
    Some(Stay {
        when: when(t, site),
        place: site.place.clone(),
        starts: match first {
            Some((starts, _)) => there(starts),
            None => midnight(site.first_day)?,
        },
        ends: match last {
            Some((_, ends)) => there(ends),
            None => midnight(site.last_day.succ_opt()?)?,
        },
    })
}
