//! Every address of Hazir, in one table, and what answers it.

mod addresses;
pub(crate) mod api;
pub(crate) mod carried;
mod clashes;
pub(crate) mod delegate;
pub(crate) mod desk;
pub(crate) mod door;
pub(crate) mod public;
mod service;

use actix_web::web::{self, ServiceConfig};

use crate::error::Error;
use crate::models::forum::category::Category;
use crate::models::places::session::Session;
use crate::models::places::site::Site;
use crate::models::printing::printer::Printer;
use crate::{duplicates, mailings, papers};
use addresses::{Addresses, get, lay, post};
use desk::doors::checkpoints::Door;
use desk::editor;

/// The whole table. Someone who has an address finds here the function that answers it.
///
/// Addresses that begin alike stand in one scope: a request is compared with the beginnings first,
/// and with the patterns of its own scope only.
pub(crate) fn table(c: &mut ServiceConfig) {
    lay(c, whole_table);
    c.default_service(web::to(nothing_here));
}

fn whole_table(a: &mut Addresses) {
    a.route("/", get().to(public::home::choose_language))
        .route("/door", get().to(public::home::choose_language))
        .route("/door-worker.js", get().to(public::assets::door_worker))
        .route("/check", get().to(public::home::choose_language))
        .route("/check/{code}", get().to(public::home::choose_language))
        .route("/me-worker.js", get().to(public::assets::delegate_worker))
        .route("/robots.txt", get().to(service::robots))
        .route("/favicon.ico", get().to(service::favicon))
        .route("/.well-known/security.txt", get().to(service::security))
        .route("/healthz", get().to(service::healthz))
        .route("/metrics", get().to(service::metrics))
        .scope("/assets", assets_table)
        .scope("/api/door", door_api_table)
        .route("/api/mail/reports", post().to(api::mail_reports::post))
        .scope("/{lang}", language_table);
}

/// `/assets`
fn assets_table(a: &mut Addresses) {
    a.route("/brand-{colour}.css", get().to(public::assets::brand))
        .route("/{file:.*}", get().to(public::assets::file));
}

/// `/api/door`
fn door_api_table(a: &mut Addresses) {
    a.route("/scans", post().to(api::scans::post))
        .route("/acts", post().to(api::acts::post))
        .route("/roster", get().to(api::roster::show))
        .route("/search", get().to(api::search::show))
        .route("/delegation", get().to(api::delegation::show))
        .route("/count", get().to(api::count::show))
        .route("/inside", get().to(api::inside::show))
        .route("/passages", get().to(api::passages::show))
        .route("/events", get().to(api::events::show))
        .route("/status", post().to(api::status::post));
}

/// `/{lang}`
fn language_table(a: &mut Addresses) {
    a.route("/", get().to(public::home::forums))
        .scope("/desk", desk_table)
        .scope("/door", door_table)
        .scope("/me", delegate_table)
        .route("/check", get().to(public::check::form))
        .route("/check/{code}", get().to(public::check::show))
        .route("/unsubscribe/{signed}", get().to(public::unsubscribe::ask))
        .route(
            "/unsubscribe/{signed}",
            post().to(public::unsubscribe::answer),
        )
        .scope("/{forum}", public_table);
}

/// `/{lang}/{forum}`
fn public_table(a: &mut Addresses) {
    a.route("", get().to(public::forum::show))
        .route("/register", get().to(public::register::form))
        .route("/register", post().to(public::register::register))
        .route("/registered", get().to(public::registered::show))
        .route("/find", get().to(public::find::form))
        .route("/find", post().to(public::find::find))
        .route("/poster.png", get().to(public::poster::show))
        .route("/privacy", get().to(public::privacy::show));
}

/// `/{lang}/me`
fn delegate_table(a: &mut Addresses) {
    a.route("/email/{code}", get().to(delegate::new_address::ask))
        .route("/email/{code}", post().to(delegate::new_address::confirm))
        .route("/{link}", get().to(delegate::page::show))
        .route("/{link}/correct", get().to(delegate::correct::form))
        .route("/{link}/correct", post().to(delegate::correct::correct))
        .route("/{link}/email", get().to(delegate::email::form))
        .route("/{link}/email", post().to(delegate::email::change))
        .route("/{link}/withdraw", get().to(delegate::withdraw::ask))
        .route("/{link}/withdraw", post().to(delegate::withdraw::withdraw))
        .route("/{link}/resend", post().to(delegate::resend::resend))
        .route("/{link}/letter", get().to(delegate::letter::show))
        .route("/{link}/letter", post().to(delegate::letter::ask))
        .route("/{link}/letter.pdf", get().to(delegate::letter::file))
        .route(
            "/{link}/certificate.pdf",
            get().to(delegate::certificate::file),
        )
        .route("/{link}/calendar.ics", get().to(delegate::files::calendar))
        .route("/{link}/badge", get().to(delegate::badge::show))
        .route("/{link}/badge.png", get().to(delegate::files::badge))
        .route("/{link}/badge.pkpass", get().to(delegate::wallet::apple))
        .route("/{link}/google-wallet", get().to(delegate::wallet::google));
}

/// `/{lang}/door`
fn door_table(a: &mut Addresses) {
    a.route("", get().to(door::scan::show))
        .route("", post().to(door::scan::judge))
        .route("/search", get().to(door::search::show))
        .route("/walk-in", post().to(door::walk_in::submit))
        .route("/label/{registration}", get().to(door::label::show))
        .route("/label/{registration}", post().to(door::label::print))
        .route("/leave", get().to(door::leave::ask))
        .route("/leave", post().to(door::leave::leave))
        .route("/pair/{code}", get().to(door::pair::ask))
        .route("/pair/{code}", post().to(door::pair::pair));
}

/// `/{lang}/desk`: the desk's own pages, then a forum's. No forum's short name is one of the desk's words.
fn desk_table(a: &mut Addresses) {
    a.route("", get().to(desk::staff::home::show))
        .route("/sign-in", get().to(desk::staff::sign_in::show))
        .route("/sign-in", post().to(desk::staff::sign_in::submit))
        .route("/sign-out", post().to(desk::staff::sign_in::out))
        .route("/password/{link}", get().to(desk::staff::password::show))
        .route("/password/{link}", post().to(desk::staff::password::submit))
        .route("/accounts", get().to(desk::staff::accounts::list))
        .route("/accounts", post().to(desk::staff::accounts::add))
        .route("/accounts/{id}", post().to(desk::staff::accounts::change))
        .route("/forums/new", get().to(desk::forum::new_forum::show))
        .route("/forums/new", post().to(desk::forum::new_forum::create))
        .scope("/{forum}", desk_forum_table);
}

/// `/{lang}/desk/{forum}`
fn desk_forum_table(a: &mut Addresses) {
    a.route("", get().to(desk::overview::show))
        .route("/live", get().to(desk::overview::live))
        .route("/figures.json", get().to(desk::overview::figures::show))
        .route("/countries", get().to(desk::overview::countries))
        .route("/export.{ending}", get().to(desk::people::export::download))
        .route("/import", get().to(desk::people::import::show))
        .route("/import", post().to(desk::people::import::submit))
        .route("/import/{id}", get().to(desk::people::import::follow))
        .route("/import/{id}/live", get().to(desk::people::import::live))
        .route(
            "/import/{id}/cancel",
            post().to(desk::people::import::cancel),
        )
        .route("/messages", get().to(desk::mail::messages::show))
        .route("/messages/let-go", post().to(desk::mail::messages::let_go))
        .route(
            "/messages/{id}/again",
            post().to(desk::mail::messages::again),
        )
        .route("/unreachable", get().to(desk::mail::unreachable::list))
        .route("/settings", get().to(desk::forum::settings::show))
        .route("/settings", post().to(desk::forum::settings::save))
        .route("/texts", get().to(desk::forum::texts::show))
        .route("/texts", post().to(desk::forum::texts::save))
        // letters and certificates
        .route("/letters", get().to(papers::letters::list))
        .route("/letters/settings", get().to(papers::settings::show))
        .route("/letters/settings", post().to(papers::settings::save))
        .route("/letters/images/{place}", get().to(papers::images::show))
        .route("/letters/images/{place}", post().to(papers::images::put))
        .route(
            "/letters/images/{place}/delete",
            post().to(papers::images::remove),
        )
        .route("/letters/{id}.pdf", get().to(papers::letters::file))
        .route("/letters/{id}/approve", post().to(papers::letters::approve))
        .route("/letters/{id}/refuse", post().to(papers::letters::refuse))
        .route(
            "/letters/{id}/withdraw",
            post().to(papers::letters::withdraw),
        )
        .route("/letters/{id}/again", post().to(papers::letters::again))
        .with(desk_wording_table)
        .route("/moved", get().to(desk::forum::moved::show))
        .route("/moved", post().to(desk::forum::moved::tell))
        // who works here
        .route("/people", get().to(desk::forum::team::list))
        .route("/people", post().to(desk::forum::team::give))
        .route("/people/{id}", post().to(desk::forum::team::change))
        .route("/people/{id}/take", post().to(desk::forum::team::take))
        // what the forum is made of
        .route("/categories", get().to(desk::forum::categories::list))
        .with(editor::addresses::<Category>)
        .route("/sites", get().to(desk::forum::sites::list))
        .with(editor::addresses::<Site>)
        .route("/sessions", get().to(desk::forum::sessions::list))
        .with(editor::addresses::<Session>)
        // its doors
        .route("/checkpoints", get().to(desk::doors::checkpoints::list))
        .with(editor::addresses::<Door>)
        .route("/duplicates", get().to(duplicates::page::list))
        .route("/duplicates", post().to(duplicates::page::keep_apart))
        .route(
            "/checkpoints/{id}/rehearsal",
            get().to(desk::doors::rehearsal::show),
        )
        .route(
            "/checkpoints/{id}/rehearsal",
            post().to(desk::doors::rehearsal::start),
        )
        .route(
            "/checkpoints/{id}/rehearsal/end",
            post().to(desk::doors::rehearsal::end),
        )
        .route(
            "/checkpoints/{id}/rehearsal/live",
            get().to(desk::doors::rehearsal::live),
        )
        .route(
            "/checkpoints/{id}/rehearsal/badges",
            get().to(desk::doors::rehearsal::badges),
        )
        .route("/conflicts", get().to(desk::overview::conflicts::list))
        .route(
            "/conflicts/{id}",
            post().to(desk::overview::conflicts::put_away),
        )
        .route("/not-entered", get().to(desk::doors::not_entered::list))
        .route(
            "/not-entered/enter-all",
            post().to(desk::doors::not_entered::enter_all),
        )
        .route(
            "/not-entered/{id}",
            get().to(desk::doors::not_entered::show),
        )
        .route(
            "/not-entered/{id}/enter",
            post().to(desk::doors::not_entered::enter),
        )
        .route(
            "/not-entered/{id}/put-away",
            post().to(desk::doors::not_entered::put_away),
        )
        .route("/notes", get().to(desk::overview::notes::list))
        .route("/notes/{note}", post().to(desk::overview::notes::put_away))
        .route("/devices", get().to(desk::doors::devices::list))
        .route("/devices/new", get().to(desk::doors::devices::new))
        .route("/devices/new", post().to(desk::doors::devices::create))
        .route("/devices/{id}", get().to(desk::doors::device::show))
        .route("/devices/{id}/link", post().to(desk::doors::device::renew))
        .route(
            "/devices/{id}/printer",
            post().to(desk::doors::device::set_printer),
        )
        .route(
            "/devices/{id}/revoke",
            post().to(desk::doors::device::revoke),
        )
        .scope("/mailings", desk_mailings_table)
        .scope("/badges", desk_badges_table)
        .scope("/paper", desk_paper_table)
        .route("/printers", get().to(desk::printing::printers::list))
        .route(
            "/printers/orders/{id}/drop",
            post().to(desk::printing::printers::drop_order),
        )
        .route(
            "/printers/{id}/test",
            post().to(desk::printing::printers::test),
        )
        .with(editor::addresses::<Printer>)
        .scope("/registrations", desk_people_table);
}

/// `/{lang}/desk/{forum}/mailings`
fn desk_mailings_table(a: &mut Addresses) {
    a.route("", get().to(mailings::page::list))
        .route("/new", get().to(mailings::page::writing::new))
        .route("/new", post().to(mailings::page::writing::create))
        .route("/{id}", get().to(mailings::page::one::show))
        .route("/{id}/live", get().to(mailings::page::one::live))
        .route("/{id}/mail/{tongue}", get().to(mailings::page::draft::mail))
        .route("/{id}/edit", get().to(mailings::page::writing::edit))
        .route("/{id}/edit", post().to(mailings::page::writing::update))
        .route("/{id}/delete", post().to(mailings::page::writing::delete))
        .route("/{id}/test", post().to(mailings::page::draft::test))
        .route("/{id}/send", post().to(mailings::page::draft::send))
        .route("/{id}/stop", post().to(mailings::page::one::stop))
        .route("/{id}/go-on", post().to(mailings::page::one::go_on));
}

/// `/{lang}/desk/{forum}/wording`
fn desk_wording_table(a: &mut Addresses) {
    const ONE: &str = "/wording/{occasion}/{language}";
    let of_one = |part: &str| format!("{ONE}{part}");
    a.route("/wording", get().to(desk::mail::wording::list))
        .route(ONE, get().to(desk::mail::wording::edit))
        .route(ONE, post().to(desk::mail::wording::save))
        .route(&of_one("/ours"), post().to(desk::mail::wording::ours))
        .route(
            &of_one("/preview"),
            get().to(desk::mail::wording_sample::show),
        )
        .route(
            &of_one("/preview"),
            post().to(desk::mail::wording_sample::typed),
        )
        .route(
            &of_one("/test"),
            post().to(desk::mail::wording_sample::send),
        );
}

/// `/{lang}/desk/{forum}/badges`
fn desk_badges_table(a: &mut Addresses) {
    use desk::printing::badges::layouts::{self, previews};
    use desk::printing::badges::{artwork, jobs, queues};
    a.route("", get().to(desk::printing::badges::show))
        .route("", post().to(desk::printing::badges::print))
        .route("/jobs/{id}", get().to(jobs::show))
        .route("/jobs/{id}/live", get().to(jobs::live))
        .route("/jobs/{id}/badges.pdf", get().to(jobs::download))
        .route("/jobs/{id}/cancel", post().to(jobs::cancel))
        .route("/jobs/{id}/not-printed", post().to(jobs::take_back))
        .route("/jobs/{id}/again", post().to(jobs::again))
        .route("/queues", get().to(queues::show))
        .route("/queues.pdf", get().to(queues::download))
        .route("/artwork", post().to(artwork::add))
        .route("/artwork/{id}/picture.png", get().to(artwork::picture))
        .route("/artwork/{id}/delete", post().to(artwork::delete))
        .route("/layouts/new", get().to(layouts::new))
        .route("/layouts/new", post().to(layouts::create))
        .route("/layouts/{id}", get().to(layouts::edit))
        .route("/layouts/{id}", post().to(layouts::update))
        .route("/layouts/{id}/delete", post().to(layouts::delete))
        .route("/layouts/{id}/preview.png", get().to(previews::preview));
}

/// `/{lang}/desk/{forum}/paper`
fn desk_paper_table(a: &mut Addresses) {
    use desk::printing::paper::{door, lists};
    a.route("", get().to(desk::printing::paper::show))
        .route("/lists.pdf", get().to(lists::all))
        .route("/{id}", get().to(door::show))
        .route("/{id}", post().to(door::enter))
        .route("/{id}/list.pdf", get().to(lists::one))
        .route("/{id}/take-back", post().to(door::take_back));
}

/// `/{lang}/desk/{forum}/registrations`
fn desk_people_table(a: &mut Addresses) {
    a.route("", get().to(desk::people::registrations::show))
        .route("/new", get().to(desk::people::new_registration::show))
        .route("/new", post().to(desk::people::new_registration::submit))
        .route("/confirm", post().to(desk::people::bulk::confirm))
        .route("/{person}", get().to(desk::people::person::show))
        .route("/{person}/correct", get().to(desk::people::correct::show))
        .route(
            "/{person}/correct",
            post().to(desk::people::correct::submit),
        )
        .route("/{person}/email", get().to(desk::people::email::show))
        .route("/{person}/email", post().to(desk::people::email::submit))
        .route(
            "/{person}/confirm",
            post().to(desk::people::decisions::confirm),
        )
        .route(
            "/{person}/decline",
            post().to(desk::people::decisions::decline),
        )
        .route(
            "/{person}/waitlist",
            post().to(desk::people::decisions::waitlist),
        )
        .route(
            "/{person}/withdraw",
            post().to(desk::people::decisions::withdraw),
        )
        .route("/{person}/badge", post().to(desk::people::badge::reissue))
        .route("/{person}/resend", post().to(desk::people::badge::resend))
        .route("/{person}/label", post().to(desk::people::label::print))
        .route("/{person}/label.pdf", get().to(desk::people::label::file))
        .with(back_to_person_table);
}

/// Where a person's page posts to: an address that is opened by itself, after a sign-in say, leads back to the page.
fn back_to_person_table(a: &mut Addresses) {
    let actions = [
        "confirm", "decline", "waitlist", "withdraw", "badge", "resend", "label",
    ];
    for action in actions {
        a.route(
            &format!("/{{person}}/{action}"),
            get().to(desk::people::person::back),
        );
    }
}

async fn nothing_here() -> Result<actix_web::HttpResponse, Error> {
    Err(Error::NotFound)
}
