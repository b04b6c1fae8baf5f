//! What takes longer than an answer may: it goes on whatever becomes of the program, and nothing is done twice.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::support::form::Form;
use crate::support::jobs::{followed, job_of};
use crate::support::stage::{FORUM, Stage, sign_in_as};
use crate::support::{App, Browser, Page, at_once, within};

/// People of a list that takes a while.
const MANY: usize = 3_000;

fn import() -> String {
    format!("/en/desk/{FORUM}/import")
}

fn list(people: usize) -> String {
    let mut list = String::from("name,email,country,organisation\n");
    for number in 0..people {
        let office = "Secretariat of the Conference of Non-Governmental Organisations";
        list += &format!("Guest {number},guest-{number}@people.example,AZ,{office}\n");
    }
    list
}

fn form(desk: &Browser, list: &str) -> Form {
    let form = desk.open(&import()).form_to("/import");
    form.attach("list.csv", list.as_bytes()).press("run", "yes")
}

/// Sends in a list that takes longer than an answer may; its page.
fn begun(desk: &Browser, people: usize) -> String {
    let answer = desk.post(&form(desk, &list(people)));
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    job_of(&answer).expect("the page of a job")
}

/// How far it has come, by the figures for the script.
fn done(desk: &Browser, address: &str) -> u64 {
    let figures = desk.get(&format!("{address}/live")).json();
    figures["done"].as_u64().unwrap()
}

fn goes_on(desk: &Browser, address: &str, from: u64) -> u64 {
    within(Duration::from_secs(60), "a job to go on", || {
        let done = done(desk, address);
        (done > from).then_some(done)
    })
}

fn organizer(app: &App, email: &str) -> Browser {
    sign_in_as(app, email, &["--role", "organizer", "--forum", FORUM])
}

fn says(page: &Page, words: &str) {
    assert!(page.text().contains(words), "{words}: {}", page.sentence());
}

#[test]
fn a_long_list_goes_on_after_a_stop_and_after_a_kill_and_nobody_is_in_it_twice() {
    let mut stage = Stage::new();
    let address = begun(&stage.desk, MANY);
    let page = stage.desk.open(&address);
    assert!(page.has("progress") && page.has("form[action$='/cancel']"));
    assert_eq!(page.header("refresh"), "3", "also without a script");
    says(&page, "You may close this page");
    let before = goes_on(&stage.desk, &address, 0);

    assert_eq!(stage.app.stop(), Some(0));
    let mut beside = stage.app.beside();
    beside.run();
    let desk = organizer(&beside, "second@desk.example");
    let before = goes_on(&desk, &address, before);
    assert!(before < MANY as u64, "it was cut in the middle");

    // Of two programs on one database another one takes it up; else the same, started again.
    if stage.app.database.is_postgres() {
        stage.app.run();
        beside.kill();
    } else {
        beside.kill();
        stage.app.run();
    }
    let desk = organizer(&stage.app, "third@desk.example");
    goes_on(&desk, &address, before);
    let page = followed(&desk, &address);
    says(&page, "3,000 people were added.");
    assert!(!page.has("tbody"), "everybody is new: {}", page.sentence());
    let people = stage.list(FORUM);
    let emails: BTreeSet<&str> = people.iter().map(|row| row["email"].as_str()).collect();
    assert_eq!((people.len(), emails.len()), (MANY, MANY));
}

#[test]
fn a_form_that_is_sent_twice_begins_one_job() {
    let stage = Stage::new();
    let twice = form(&stage.desk, &list(3));
    let answers = at_once(&[&twice, &twice], |form| stage.desk.post(form));
    for answer in &answers {
        let leads = answer.location().expect("both are answered").to_string();
        assert!(leads.ends_with("?added=3"), "{leads}");
    }
    let badges = stage.desk.open(&format!("/en/desk/{FORUM}/badges"));
    let print = badges.form_to("/badges").fill("which", "unprinted");
    let leads = at_once(&[&print, &print], |form| {
        job_of(&stage.desk.post(form)).expect("a job's page")
    });
    assert_eq!(leads[0], leads[1]);
}

#[test]
fn a_list_that_is_no_longer_wanted_ends_and_says_who_is_in() {
    let stage = Stage::new();
    let address = begun(&stage.desk, MANY);
    goes_on(&stage.desk, &address, 0);
    let cancel = stage.desk.open(&address).form_to("/cancel");
    let page = stage.desk.follow(stage.desk.post(&cancel));
    says(&page, "The import was cancelled.");
    let added = stage.list(FORUM).len();
    assert!(added < MANY, "{added} are in");
    says(
        &stage.desk.open(&address),
        &format!("{added} people were added."),
    );
    assert!(stage.desk.open(&import()).has("input[type='file']"));
}

#[test]
fn what_became_of_a_list_is_seen_by_who_may_bring_one_in() {
    let stage = Stage::new();
    let address = begun(&stage.desk, MANY);
    let viewer = stage.colleague("viewer", FORUM);
    stage.add_forum("second-forum", &[]);
    for part in ["", "/live"] {
        assert_eq!(viewer.get(&format!("{address}{part}")).status, 403);
        let elsewhere = address.replace(FORUM, "second-forum");
        assert_eq!(stage.desk.get(&format!("{elsewhere}{part}")).status, 404);
        let as_badges = address.replace("/import/", "/badges/jobs/");
        assert_eq!(stage.desk.get(&format!("{as_badges}{part}")).status, 404);
    }
    let mut cancel = stage.desk.open(&address).form_to("/cancel");
    assert_eq!(viewer.post(&cancel).status, 403);
    cancel.action = cancel.action.replace(FORUM, "second-forum");
    assert_eq!(stage.desk.post(&cancel).status, 404);
    assert!(stage.desk.open(&address).has("progress"), "it goes on");
}

#[test]
fn a_file_of_badges_is_there_when_the_program_was_started_again() {
    let mut stage = Stage::new();
    let answer = stage.desk.post(&form(&stage.desk, &list(3)));
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    let badges = stage.desk.open(&format!("/en/desk/{FORUM}/badges"));
    let begun = stage.desk.post(&badges.form_to("/badges"));
    let address = job_of(&begun).expect("a job's page");
    let file = followed(&stage.desk, &address).link("badges.pdf");
    let before = stage.desk.get(&file).body;
    assert!(before.starts_with(b"%PDF"));
    stage.app.stop();
    stage.app.run();
    let desk = organizer(&stage.app, "second@desk.example");
    assert!(desk.get(&file).body == before, "the same file");
}
