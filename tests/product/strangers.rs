//! Nobody makes a forum write to strangers: not with one form, not with a thousand, not with other addresses in front
//! of the own one.

use crate::support::stage::{FORUM, Person, Stage, fill, saved};
use crate::support::{App, Browser, Page, at_once, eventually};

/// A stage whose operator lets so many mails an hour go to strangers: from one network, and in all.
fn limited(network: &str, all: &str) -> Stage {
    let mut app = App::prepare();
    app.set("HAZIR_STRANGER_MAILS_NETWORK", network);
    app.set("HAZIR_STRANGER_MAILS", all);
    app.run();
    Stage::on(app, &[])
}

/// They fill in their forms, and send them at the same time.
fn register(stage: &Stage, from: &Browser, numbers: std::ops::Range<usize>) -> Vec<Page> {
    let people: Vec<Person> = numbers.map(Person::number).collect();
    at_once(&people, |person| saved(from.post(&stage.filled(person))))
}

fn told_to_wait(answers: &[Page]) -> usize {
    let waits = |page: &&Page| page.location().unwrap().query() == Some("later");
    answers.iter().filter(waits).count()
}

fn letters(stage: &Stage) -> usize {
    let letters = stage.app.outbox().letters();
    let to_people =
        |letter: &&crate::support::mail::Letter| letter.to().ends_with("@people.example");
    letters.iter().filter(to_people).count()
}

fn waiting(stage: &Stage) -> Page {
    stage.desk.open(&format!("/en/desk/{FORUM}/messages"))
}

#[test]
fn a_form_is_good_for_one_registration() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    let (first, second) = (Person::number(1), Person::number(2));
    let form = stage.filled(&first);
    saved(browser.post(&form));
    saved(browser.post(&form));
    let again = browser.post(&fill(form.clone(), &second));
    assert_eq!(again.status, 422, "{}", again.sentence());
    assert!(again.sentence().contains("sent once already"));
    assert_eq!(
        again.form().value("email"),
        second.email,
        "nothing typed is lost"
    );
    assert_eq!(stage.list(FORUM).len(), 1);
    saved(browser.post(&again.form()));
    stage.app.outbox().letter(1, &second.email);
    assert_eq!(stage.app.outbox().letters_to(&first.email).len(), 1);
}

#[test]
fn of_three_hundred_people_in_one_form_at_the_same_time_one_is_registered() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    let form = stage.filled(&Person::number(0));
    let people: Vec<Person> = (0..300).map(Person::number).collect();
    let answers = at_once(&people, |person| {
        browser.post(&fill(form.clone(), person)).status
    });
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1);
    assert_eq!(answers.iter().filter(|status| **status == 422).count(), 299);
    assert_eq!(stage.list(FORUM).len(), 1);
}

#[test]
fn beyond_the_limit_of_a_network_registrations_are_kept_and_their_mails_wait_for_one_press() {
    let stage = limited("3", "100");
    let hall = stage.app.browser().with("x-forwarded-for", "203.0.113.7");
    assert_eq!(told_to_wait(&register(&stage, &hall, 0..5)), 2);
    // What anybody writes in front of the own address is no other network.
    for number in 5..8 {
        let forged = format!("198.51.100.{number}, 203.0.113.7");
        let hall = stage.app.browser().with("x-forwarded-for", &forged);
        let answers = register(&stage, &hall, number..number + 1);
        assert_eq!(told_to_wait(&answers), 1);
        let told = stage
            .app
            .browser()
            .follow(answers.into_iter().next().unwrap());
        assert!(
            told.sentence().contains("will take longer"),
            "{}",
            told.sentence()
        );
    }
    let elsewhere = stage.app.browser().with("x-forwarded-for", "203.0.113.8");
    assert_eq!(told_to_wait(&register(&stage, &elsewhere, 8..9)), 0);
    stage.app.outbox().letter(1, &Person::number(8).email);
    assert_eq!(stage.list(FORUM).len(), 9, "everybody is registered");
    assert_eq!(letters(&stage), 4);
    let list = waiting(&stage);
    let said = list.words("#held").join(" ");
    assert!(
        said.starts_with("5 e-mails wait for you: more than 3"),
        "{said}"
    );
    let overview = stage.desk.open(&format!("/en/desk/{FORUM}"));
    assert!(
        overview
            .sentence()
            .contains("5 e-mails wait for you to let them go")
    );
    let viewer = stage.colleague("viewer", FORUM);
    let looking = viewer.open(&format!("/en/desk/{FORUM}/messages"));
    assert!(looking.has("#held") && !looking.has("#held form"));
    let press = list.form_to("/messages/let-go");
    assert_eq!(viewer.post(&press).status, 403);
    let after = stage.desk.submit(&press);
    assert_eq!(after.words(".notice"), ["5 e-mails are on their way."]);
    for number in 0..9 {
        stage.app.outbox().letter(1, &Person::number(number).email);
    }
    let twice = stage.desk.submit(&press);
    assert!(twice.words(".notice")[0].contains("done already"));
}

#[test]
fn beyond_the_limit_of_all_they_wait_whatever_network_they_come_from() {
    let stage = limited("100", "4");
    let networks: Vec<usize> = (0..8).collect();
    let answers = at_once(&networks, |number| {
        let address = format!("2001:db8:{number}::1");
        let browser = stage.app.browser().with("x-forwarded-for", &address);
        saved(browser.post(&stage.filled(&Person::number(*number))))
    });
    assert_eq!(told_to_wait(&answers), 4);
    assert_eq!(stage.list(FORUM).len(), 8);
    let said = waiting(&stage).words("#held").join(" ");
    assert!(
        said.starts_with("4 e-mails wait for you: more than 4"),
        "{said}"
    );
}

#[test]
fn neighbours_of_one_network_of_the_new_internet_are_one() {
    let stage = limited("2", "100");
    let answers: Vec<Page> = (0..4)
        .flat_map(|number| {
            let address = format!("2001:db8:7:7::{number}");
            let browser = stage.app.browser().with("x-forwarded-for", &address);
            register(&stage, &browser, number..number + 1)
        })
        .collect();
    assert_eq!(told_to_wait(&answers), 2);
}

#[test]
fn another_program_and_a_new_start_count_on() {
    let mut stage = limited("3", "100");
    assert_eq!(
        told_to_wait(&register(&stage, &stage.app.browser(), 0..2)),
        0
    );
    let mut beside = stage.app.beside();
    beside.run();
    let there = |number| {
        let form = beside
            .browser()
            .open(&format!("/en/{FORUM}/register"))
            .form();
        saved(beside.browser().post(&fill(form, &Person::number(number))))
    };
    assert_eq!(told_to_wait(&[there(2), there(3)]), 1);
    beside.stop();
    stage.app.stop();
    stage.app.run();
    assert_eq!(
        told_to_wait(&register(&stage, &stage.app.browser(), 4..5)),
        1
    );
}

#[test]
fn a_mail_that_is_no_longer_true_is_not_let_go() {
    let stage = limited("1", "100");
    register(&stage, &stage.app.browser(), 0..1);
    register(&stage, &stage.app.browser(), 1..4);
    let press = |number: usize, act: &str| {
        let person = stage
            .desk
            .open(&stage.at_desk(&Person::number(number).name));
        saved(stage.desk.post(&person.form_to(act)));
    };
    press(1, "/withdraw");
    press(2, "/waitlist");
    stage.app.outbox().letter(1, &Person::number(2).email);
    let said = waiting(&stage).words("#held").join(" ");
    assert!(said.starts_with("One e-mail waits for you"), "{said}");
    let let_go = waiting(&stage).form_to("/messages/let-go");
    saved(stage.desk.post(&let_go));
    stage.app.outbox().letter(1, &Person::number(3).email);
    stage.app.outbox().letter(1, &Person::number(1).email);
    let to = |number: usize| {
        let letters = stage.app.outbox().letters_to(&Person::number(number).email);
        letters
            .iter()
            .map(|letter| letter.subject())
            .collect::<Vec<_>>()
    };
    assert!(
        to(1)[0].contains("withdrawn") && to(1).len() == 1,
        "{:?}",
        to(1)
    );
    assert_eq!(to(2).len(), 1);
    assert!(!waiting(&stage).has("#held"));
}

#[test]
fn sent_twice_a_form_says_both_times_that_its_mail_waits() {
    let stage = limited("0", "100");
    let form = stage.filled(&Person::number(1));
    let answers = [(); 2].map(|()| saved(stage.app.browser().post(&form)));
    assert_eq!(told_to_wait(&answers), 2);
    assert_eq!(stage.list(FORUM).len(), 1);
}

#[test]
fn what_is_typed_into_a_name_reaches_no_stranger_as_an_address_or_a_speech() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    let speech = "You have won a prize and only have to call us today ".repeat(2);
    let odd = [
        "Win at https://evil.example/now",
        "Visit evil.com today",
        "bit.ly/3xyz",
        "write to boss@evil.example",
        speech.trim(),
    ];
    for (number, name) in odd.into_iter().enumerate() {
        let person = Person::new(name, &format!("odd-{number}@people.example"));
        let letter = stage.register(&person).letter;
        for text in [letter.text(), letter.html(), letter.subject()] {
            assert!(!text.contains(name), "{text}");
        }
        assert!(
            letter.text().contains("Hello participant,"),
            "{}",
            letter.text()
        );
        let to = letter
            .parsed()
            .to()
            .unwrap()
            .first()
            .unwrap()
            .name()
            .map(str::to_owned);
        assert_eq!(to, None);
        assert!(
            stage.list(FORUM).iter().any(|row| row["name"] == name),
            "the desk sees it"
        );
    }
    for (number, name) in ["Dr.Ali Vəliyev", "J.R.R. Tolkien", "Prof.Li"]
        .into_iter()
        .enumerate()
    {
        let person = Person::new(name, &format!("good-{number}@people.example"));
        let letter = stage.register(&person).letter;
        assert!(
            letter.text().contains(&format!("Hello {name},")),
            "{}",
            letter.text()
        );
    }
}

#[test]
fn wishes_for_another_address_count_as_well() {
    let stage = limited("2", "100");
    let page = stage.register(&Person::number(1)).page;
    let browser = stage.app.browser();
    let ask = |address: &str| {
        let form = browser.open(&format!("{page}/email")).form();
        browser.post(&form.fill("email", address))
    };
    saved(ask("one@people.example"));
    let refused = ask("two@people.example");
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("in an hour"),
        "{}",
        refused.sentence()
    );
    assert_eq!(refused.form().value("email"), "two@people.example");
}

#[test]
fn a_desk_invites_no_more_strangers_than_a_form_does() {
    let stage = limited("2", "100");
    let people = format!("/en/desk/{FORUM}/people");
    let give = |address: &str| {
        let form = stage.desk.open(&people).form_to("/people");
        stage
            .desk
            .post(&form.fill("email", address).fill("role", "viewer"))
    };
    saved(give("one@desk.example"));
    let add = |address: &str| {
        let form = stage.desk.open("/en/desk/accounts").form_to("/accounts");
        stage.desk.post(&form.fill("email", address))
    };
    saved(add("two@desk.example"));
    for refused in [give("three@desk.example"), add("four@desk.example")] {
        assert_eq!(refused.status, 422);
        assert!(
            refused.sentence().contains("was not sent"),
            "{}",
            refused.sentence()
        );
    }
    let accounts = stage.desk.open("/en/desk/accounts").sentence();
    assert!(accounts.contains("two@desk.example"));
    assert!(!accounts.contains("three@desk.example") && !accounts.contains("four@desk.example"));
    eventually("two letters", || {
        (stage.app.outbox().letters().len() == 2).then_some(())
    });
}
