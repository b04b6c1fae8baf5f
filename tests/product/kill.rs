//! The program is killed in the middle of its work, again and again: what it answered stays.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::smtp::MailServer;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill};
use crate::support::{App, Browser, within};

const KILLS: usize = 20;

/// What was answered before the program died.
#[derive(Default)]
struct Promised {
    people: Mutex<Vec<String>>,
    scans: Mutex<Vec<(Value, Value)>>,
    next: AtomicUsize,
    badge: AtomicUsize,
}

#[test]
fn killed_at_twenty_random_moments_it_keeps_every_registration_scan_and_letter_it_answered_for() {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    // More people than one network may have written to.
    for limit in ["HAZIR_STRANGER_MAILS_NETWORK", "HAZIR_STRANGER_MAILS"] {
        app.set(limit, "100000");
    }
    app.run();
    let mut stage = Stage::on(app, &[]);
    let badges = invite(&stage, 3_000);
    let scanner = stage.scanner();
    let promised = Promised::default();
    for round in 0..KILLS {
        load_and_kill(
            &mut stage,
            &scanner,
            &badges,
            &promised,
            Duration::from_millis(30 + fastrand::u64(0..700)),
        );
        stage.app.run();
        let (people, scans) = (
            promised.people.lock().unwrap().len(),
            promised.scans.lock().unwrap().len(),
        );
        println!(
            "killed {} times: {people} registrations and {scans} scans answered",
            round + 1
        );
    }
    every_registration_is_there(&stage, &promised);
    every_scan_is_there(&stage, &promised);
    every_letter_arrives(&server, &promised);
}

/// So many delegates by import; their badges.
fn invite(stage: &Stage, count: usize) -> Vec<String> {
    let mut list = String::from("name,email,country\n");
    for number in 0..count {
        list.push_str(&format!(
            "Guest {number},guest-{number}@people.example,AZ\n"
        ));
    }
    let file = stage.app.folder.path().join("guests.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    stage
        .list(FORUM)
        .into_iter()
        .map(|row| row["badge"].clone())
        .collect()
}

fn load_and_kill(
    stage: &mut Stage,
    scanner: &Scanner,
    badges: &[String],
    promised: &Promised,
    after: Duration,
) {
    let over = AtomicBool::new(false);
    let scanner = scanner.on(stage.app.browser());
    let address = stage.app.address().to_owned();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    register_one(&address, promised)
                }
            });
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    scan_one(&scanner, badges, promised)
                }
            });
        }
        std::thread::sleep(after);
        stage.app.kill();
        over.store(true, Ordering::Relaxed);
    });
}

fn register_one(address: &str, promised: &Promised) {
    let person = Person::number(promised.next.fetch_add(1, Ordering::Relaxed));
    let browser = Browser::new(address);
    let Some(page) = browser.try_get(&format!("/en/{FORUM}/register")) else {
        return;
    };
    let Some(answer) = browser.try_post(&fill(page.form(), &person)) else {
        return;
    };
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    promised.people.lock().unwrap().push(person.email);
}

/// Each badge once, so that every scan answered for is the first of its badge.
fn scan_one(scanner: &Scanner, badges: &[String], promised: &Promised) {
    let Some(code) = badges.get(promised.badge.fetch_add(1, Ordering::Relaxed)) else {
        return std::thread::sleep(Duration::from_millis(10));
    };
    let one = scan(code, DOOR);
    let Some(answer) = scanner.try_post(&json!({ "scans": [one] })) else {
        return;
    };
    assert_eq!(answer.status, 200, "{}", answer.text());
    promised
        .scans
        .lock()
        .unwrap()
        .push((one, answer.json()["results"][0].clone()));
}

fn every_registration_is_there(stage: &Stage, promised: &Promised) {
    let people = promised.people.lock().unwrap();
    assert!(
        people.len() > KILLS,
        "the load was real: {} registrations",
        people.len()
    );
    let listed: BTreeSet<String> = stage
        .list(FORUM)
        .into_iter()
        .map(|row| row["email"].clone())
        .collect();
    let lost: Vec<&String> = people
        .iter()
        .filter(|email| !listed.contains(*email))
        .collect();
    assert!(
        lost.is_empty(),
        "{} of {} registrations lost: {lost:?}",
        lost.len(),
        people.len()
    );
}

/// The same scan sent again gives the answer it gave, and another of that badge knows it.
fn every_scan_is_there(stage: &Stage, promised: &Promised) {
    let scans = promised.scans.lock().unwrap();
    assert!(
        scans.len() > KILLS,
        "the load was real: {} scans",
        scans.len()
    );
    let scanner = stage.scanner();
    for batch in scans.chunks(500) {
        let others: Vec<Value> = batch
            .iter()
            .map(|(one, _)| scan(one["code"].as_str().unwrap(), DOOR))
            .collect();
        for ((one, answer), seen) in batch.iter().zip(scanner.send(&others)) {
            assert_eq!(answer["verdict"], "admitted", "{answer}");
            assert_eq!(seen["verdict"], "already_in", "{one} was lost");
            assert_eq!(seen["first"]["at"], one["scanned_at"], "{one} was lost");
        }
        let again: Vec<Value> = batch.iter().map(|(one, _)| one.clone()).collect();
        let before: Vec<Value> = batch.iter().map(|(_, answer)| answer.clone()).collect();
        assert_eq!(scanner.send(&again), before);
    }
}

/// At a kill one letter on each connection may have been taken unseen; every other arrives once.
fn every_letter_arrives(server: &MailServer, promised: &Promised) {
    let people = promised.people.lock().unwrap();
    let missing = || {
        let events = server.events();
        let taken = events.iter().filter(|event| event["what"] == "accepted");
        let reached: BTreeSet<&str> = taken
            .map(|event| event["to"][0].as_str().unwrap())
            .collect();
        people
            .iter()
            .filter(|email| !reached.contains(email.as_str()))
            .count()
    };
    within(Duration::from_secs(300), "every letter", || {
        (missing() == 0).then_some(())
    });
    println!("{} letters taken unseen", server.copies());
}
