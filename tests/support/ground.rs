//! Lays a forum straight into the database, for as long as the desk cannot.
use chrono::{Days, TimeDelta, Utc};
use hazir::db::{Address, Database};
use hazir::models::{category, checkpoint, device, forum, forum_text, site};
use hazir::values::{Language, Secret};

use super::App;

fn open(app: &App) -> Database {
    Database::open(&Address::parse(&app.database.address()).unwrap()).unwrap()
}

pub fn forum(app: &App, slug: &str, settings: &[(&str, &str)]) {
    let today = Utc::now().date_naive();
    let capacity = settings
        .iter()
        .find(|(field, _)| *field == "capacity")
        .map(|(_, value)| value.parse().unwrap());
    let by_desk = settings.contains(&("approval", "by_desk"));
    let slug = slug.to_owned();
    open(app)
        .write_now(move |c| {
            let (starts_on, ends_on) = (today - Days::new(1), today + Days::new(1));
            let settings = forum::Settings {
                slug: slug.clone(),
                zone: "Asia/Baku".into(),
                starts_on,
                ends_on,
                opens_at: None,
                closes_at: None,
                capacity,
                approval: if by_desk { "by_desk" } else { "at_once" }.into(),
                languages: "en,az,ru,tr,ar,fr".into(),
                brand: None,
                contact: None,
                offers_qn: false,
                published: true,
            };
            let id = forum::create(c, &settings, hazir::clock::now())?.unwrap();
            forum_text::set(
                c,
                id,
                forum_text::Owner::Forum,
                "title",
                Language::En,
                "A forum for tests",
            )?;
            site::create(
                c,
                id,
                &site::Settings {
                    slug: "hall".into(),
                    zone: "Asia/Baku".into(),
                    starts_on,
                    ends_on,
                },
            )?;
            category::create(
                c,
                id,
                &category::Settings {
                    slug: "delegate".into(),
                    colour: "#0e5a5f".into(),
                    approval: None,
                    quota: None,
                    on_form: true,
                    position: 1,
                },
            )?;
            Ok(())
        })
        .unwrap();
}

pub fn door(app: &App, slug: &str, door: &str) {
    let (slug, door) = (slug.to_owned(), door.to_owned());
    open(app)
        .write_now(move |c| {
            let forum = forum::by_slug(c, &slug)?.unwrap();
            let settings = checkpoint::Settings {
                site_id: None,
                slug: door.clone(),
                opens_at: None,
                closes_at: None,
                direction: "both".into(),
                capacity: None,
                position: 1,
            };
            checkpoint::create(c, forum.id, &settings, &[])?;
            Ok(())
        })
        .unwrap();
}

pub fn token(app: &App, slug: &str, door: &str) -> String {
    let (slug, door) = (slug.to_owned(), door.to_owned());
    let bearer = Secret::random();
    let token = bearer.as_str().to_owned();
    open(app)
        .write_now(move |c| {
            let forum = forum::by_slug(c, &slug)?.unwrap();
            let checkpoint = checkpoint::of_forum(c, forum.id)?
                .into_iter()
                .find(|one| one.slug == door)
                .unwrap();
            let now = hazir::clock::now();
            let later = now + TimeDelta::days(1);
            let pairing = device::Pairing {
                name: "scanner",
                checkpoints: &[checkpoint.id],
                pairing: &Secret::random(),
                pairing_until: later,
                bearer: Some(&bearer),
                valid_until: later,
            };
            device::create(c, forum.id, &pairing, now)?;
            Ok(())
        })
        .unwrap();
    token
}

pub fn badge(app: &App, person: &super::stage::Person) -> String {
    use hazir::models::registration::{self, Application, Applied, Details, Source};
    let person = person.clone();
    let code = hazir::values::Code::random();
    let text = code.qr_text();
    open(app)
        .write_now(move |c| {
            let forum = forum::by_slug(c, super::stage::FORUM)?.unwrap();
            let category = category::of_forum(c, forum.id)?.remove(0);
            let details = Details {
                name: person.name.clone(),
                native_name: None,
                phone: None,
                country: hazir::values::Country::parse(person.country).unwrap(),
                organisation: Some(person.organisation.clone()),
                position: None,
                category_id: category.id,
                language: Language::En,
                access_needs: None,
                food_needs: None,
                sites: vec![],
            };
            let now = hazir::clock::now();
            let application = Application {
                details,
                email: hazir::values::Email::parse(&person.email).unwrap(),
                source: Source::Desk,
                form_id: None,
                link: Secret::random(),
                code: code.clone(),
                state: None,
                registered_at: now,
            };
            match registration::apply(
                c,
                &forum,
                &category,
                &application,
                hazir::models::event::Actor::System,
                now,
            )? {
                Applied::New(_) => Ok(()),
                other => panic!("{other:?}"),
            }
        })
        .unwrap();
    text
}
