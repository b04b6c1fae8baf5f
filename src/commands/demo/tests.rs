use crate::commands::demo::*;
use crate::db::Address;
use crate::models::forum::category;
use crate::models::people::{registrations, search};

fn database(folder: &tempfile::TempDir) -> Address {
    Address::parse(&format!("sqlite://{}/demo.db", folder.path().display())).unwrap()
}

fn key() -> SealingKey {
    SealingKey::parse(&format!("hazir-key-1 {}", "5".repeat(64))).unwrap()
}

/// Every person of a forum as (name, e-mail, state, link).
fn everybody(db: &Database, slug: &str) -> Vec<[String; 4]> {
    let slug = slug.to_owned();
    let people = db.read_now(|c| {
        let forum = forum::by_slug(c, &slug)?.unwrap();
        registrations::page(c, forum.id, &Filter::default(), Sort::Oldest, None, 10_000)
    });
    people
        .unwrap()
        .into_iter()
        .map(|person| {
            let link = person.link.open(&key()).unwrap().to_string();
            [
                person.name,
                person.email.unwrap(),
                person.state.as_str().to_owned(),
                link,
            ]
        })
        .collect()
}

#[test]
fn filled_twice_it_is_the_same_demo() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let [one, other] = folders.each_ref().map(|folder| {
        let db = Database::open(&database(folder)).unwrap();
        fill::fill(&db, &key(), 100, clock::now()).unwrap();
        db
    });
    for plan in forums::PLANS {
        assert_eq!(everybody(&one, plan.slug), everybody(&other, plan.slug));
    }
    assert_eq!(everybody(&one, "gsnp-2025").len(), 60);
    assert_eq!(everybody(&one, "ots-2025").len(), 40);
}

#[test]
fn places_taken_are_those_of_the_confirmed_and_the_doors_are_open() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::open(&database(&folder)).unwrap();
    fill::fill(&db, &key(), 520, clock::now()).unwrap();
    let confirmed = everybody(&db, "ots-2025")
        .iter()
        .filter(|person| person[2] == "confirmed")
        .count();
    db.read_now(|c| {
        let forum = forum::by_slug(c, "ots-2025")?.unwrap();
        assert_eq!(forum.taken as usize, confirmed);
        let of_categories: i32 = category::of_forum(c, forum.id)?
            .iter()
            .map(|category| category.taken)
            .sum();
        assert_eq!(forum.taken, of_categories);
        let doors = checkpoint::of_forum(c, forum.id)?;
        assert_eq!(
            doors
                .iter()
                .map(|door| door.slug.as_str())
                .collect::<Vec<_>>(),
            ["baku-day-1", "nakhchivan-day-2"]
        );
        assert!(doors[0].is_open(clock::now()) && !doors[1].is_open(clock::now()));
        assert!(presence::count_inside(c, doors[0].id)? > 50);
        let found = search::search(c, forum.id, "Гаджиев", &Filter::default(), 3)?;
        assert!(
            found.iter().any(|person| person.name.contains("Hacıyev")),
            "{found:?}"
        );
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_demo_of_another_day_becomes_todays() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::open(&database(&folder)).unwrap();
    fill::fill(&db, &key(), 30, clock::now() - TimeDelta::days(9)).unwrap();
    assert!(take_up(&db, None).is_ok());
    db.read_now(|c| {
        let forum = forum::by_slug(c, "gsnp-2025")?.unwrap();
        assert_eq!(forum.starts_on, fill::today(clock::now()));
        let doors = checkpoint::of_forum(c, forum.id)?;
        assert!(doors[0].is_open(clock::now()));
        assert!(
            device::of_forum(c, forum.id)?
                .iter()
                .all(|device| device.is_valid(clock::now()))
        );
        Ok(())
    })
    .unwrap();
}

#[test]
fn only_an_empty_database_or_a_demo_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let address = database(&folder);
    assert_eq!(Contents::of(&address, MARK).unwrap(), Contents::Nothing);
    assert!(!address.exists());
    let db = Database::open(&address).unwrap();
    assert_eq!(Contents::of(&address, MARK).unwrap(), Contents::Nothing);
    let email = Email::parse("somebody@example.org").unwrap();
    db.write_now(move |c| account::create(c, &email, true, clock::now()))
        .unwrap();
    assert_eq!(Contents::of(&address, MARK).unwrap(), Contents::Other);
    db.write_now(|c| setting::set(c, MARK, "0")).unwrap();
    assert_eq!(Contents::of(&address, MARK).unwrap(), Contents::Marked);
}

#[test]
fn the_ways_in_are_there_at_every_start() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::open(&database(&folder)).unwrap();
    fill::fill(&db, &key(), 60, clock::now()).unwrap();
    let mut pairings = Vec::new();
    for _ in 0..2 {
        let password = new_password();
        let hash = password_hash(&password).unwrap();
        let shown = db
            .write_now(move |c| prepare(c, &key(), &hash, clock::now()))
            .unwrap();
        assert_eq!(shown.people, "60");
        assert!(shown.delegate.is_some());
        let pairing = shown.pairing.unwrap();
        let cookie = Secret::random();
        let secret = pairing.clone();
        let paired = db
            .write_now(move |c| device::pair(c, &secret, &cookie, clock::now()))
            .unwrap();
        assert_eq!(paired.unwrap().name, PHONE);
        pairings.push(pairing);
        let organizer = db
            .read_now(|c| account::by_email(c, &Email::parse(ORGANIZER).unwrap()))
            .unwrap()
            .unwrap();
        let matched = Password::typed(&password).matches(organizer.password_hash.as_deref());
        assert_eq!(matched, crate::values::PasswordMatch::Right);
    }
    assert_ne!(pairings[0], pairings[1]);
}

#[test]
fn a_demo_that_was_interrupted_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::open(&database(&folder)).unwrap();
    fill::fill(&db, &key(), 3, clock::now()).unwrap();
    db.write_now(|c| setting::set(c, MARK, UNFINISHED)).unwrap();
    assert!(
        matches!(take_up(&db, None), Err(Failure::Failed(sentence)) if sentence.contains("interrupted"))
    );
}
