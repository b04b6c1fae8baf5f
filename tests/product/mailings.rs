//! Mail to many: counted first, sent once, stopped and gone on with, ended by its readers.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use ureq::http;

use crate::support::form::Form;
use crate::support::mail::Letter;
use crate::support::smtp::MailServer;
use crate::support::stage::{DOOR, FORUM, PASSWORD, Person, Stage, enter, fill, saved};
use crate::support::{App, Browser, Page, at_once, eventually, within};

const NEWS: &str = "News of the forum";

fn desk(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

/// A mailing written, not yet looked at.
fn written(browser: &Browser, whom: &str, about: &str, subject: &str, body: &str) -> Form {
    let form = browser.open(&desk(&format!("/mailings/new{whom}"))).form();
    form.fill("about", about)
        .fill("subject.en", subject)
        .fill("body.en", body)
}

/// A draft to everybody who is confirmed; its page.
fn draft(stage: &Stage, about: &str, subject: &str) -> Page {
    let form = written(
        &stage.desk,
        "",
        about,
        subject,
        "Dear {name},\n\nsee you at {forum}.",
    );
    stage.desk.submit(&form)
}

/// Sends a draft to as many as its page says.
fn send(stage: &Stage, draft: &Page, people: usize) -> Page {
    let form = draft.form_to("/send").fill("count", &people.to_string());
    stage.desk.submit(&form)
}

fn finished(stage: &Stage, address: &str) -> Page {
    within(Duration::from_secs(120), "the mailing to be sent", || {
        let page = stage.desk.open(address);
        let done = page.words("main .chip").first() == Some(&"Sent".to_owned());
        done.then_some(page)
    })
}

fn letters(stage: &Stage, subject: &str) -> Vec<Letter> {
    let mut all = stage.app.outbox().letters();
    all.retain(|letter| letter.subject() == subject);
    all
}

/// Withdraws on the own page.
fn leave(stage: &Stage, page: &str) {
    let browser = stage.app.browser();
    let form = browser.open(&format!("{page}/withdraw"));
    saved(browser.post(&form.form_to("/withdraw")));
}

fn header(letter: &Letter, name: &'static str) -> Option<String> {
    let message = letter.parsed();
    message
        .header_raw(name)
        .map(|value| value.trim().to_owned())
}

#[test]
fn a_mailing_is_counted_tried_out_and_sent_once_however_often_one_clicks() {
    let stage = Stage::new();
    let (aysel, murad) = (Person::number(1), Person::number(2));
    stage.register(&aysel);
    stage.register(&murad);
    let form = stage.app.browser().open(&format!("/az/{FORUM}/register"));
    let nigar = Person::new("Nigar", "nigar@people.example");
    saved(stage.app.browser().post(&fill(form.form(), &nigar)));
    let list = stage.desk.open(&desk("/registrations?state=confirmed"));
    let writing = stage.desk.open(&list.link("/mailings/new"));
    assert!(writing.sentence().contains("It goes to 3 people."));

    let page = draft(&stage, "news", NEWS);
    let said = page.sentence();
    assert!(
        said.contains("Azərbaycanca: 1. Nothing is written in their language"),
        "{said}"
    );
    assert!(said.contains("English: 2"), "{said}");
    assert!(
        said.contains("Dear Delegate Number2,"),
        "a real person: {said}"
    );

    stage.desk.submit(&page.form_to("/test"));
    let test = stage.app.outbox().letter(1, "owner@desk.example");
    assert_eq!(test.subject(), NEWS);
    assert!(!test.text().contains("/me/"), "{}", test.text());

    let wrong = stage.desk.post(&page.form_to("/send").fill("count", "4"));
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.sentence().contains("It goes to 3 now"),
        "{}",
        wrong.sentence()
    );

    let edit = stage.desk.open(&page.link("/edit")).form();
    let click = page.form_to("/send").fill("count", "3");
    for answer in at_once(&[1, 2, 3, 4], |_| stage.desk.post(&click)) {
        assert_eq!(answer.status, 303);
    }
    let over = finished(&stage, page.address.path());
    assert!(over.sentence().contains("3 of 3"), "{}", over.sentence());
    let sent = letters(&stage, NEWS);
    let to: Vec<String> = sent
        .iter()
        .map(Letter::to)
        .filter(|to| to != "owner@desk.example")
        .collect();
    let each: BTreeSet<&String> = to.iter().collect();
    assert_eq!((to.len(), each.len()), (3, 3), "{to:?}");
    for letter in sent.iter().filter(|letter| letter.to() == murad.email) {
        assert!(
            letter
                .text()
                .replace("\r\n", "\n")
                .contains("Dear Delegate Number2,\n\nsee you at A forum for tests.")
        );
        assert_eq!(stage.app.browser().get(&letter.own_page()).status, 200);
    }

    let late = edit.fill("subject.en", "Something else");
    let answer = stage.desk.submit(&late);
    assert!(answer.sentence().contains("can no longer be changed"));
    assert!(answer.sentence().contains(NEWS) && !answer.sentence().contains("Something else"));
}

#[test]
fn a_mailing_begins_with_the_words_of_an_occasion_in_each_language_and_takes_nothing_away() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let settings = stage.desk.open(&desk("/settings")).form();
    saved(
        stage
            .desk
            .post(&settings.fill_in_order("language", &["en", "az"])),
    );
    let own = stage
        .desk
        .open(&desk("/wording/thanks/az"))
        .form_to("/wording/thanks/az");
    let own = own
        .fill("subject", "Çox sağ olun")
        .fill("body", "Salam, {name}!\n\nGəldiyiniz üçün çox sağ olun.");
    saved(stage.desk.post(&own));
    let begin = |form: Form, occasion: &str| {
        let form = form.fill("words", occasion).press("do", "words");
        let page = stage.desk.post(&form);
        assert_eq!(page.status, 200, "{}", page.sentence());
        page.form()
    };
    let blank = stage.desk.open(&desk("/mailings/new")).form();
    let form = begin(blank, "reminder");
    assert_eq!(form.value("subject.en"), "Soon: {forum}");
    assert!(form.value("body.en").contains("begins soon"));
    let form = begin(form.clone(), "thanks");
    assert_eq!(form.value("subject.en"), "Thank you for coming: {forum}");
    assert_eq!(
        form.value("subject.az"),
        "Çox sağ olun",
        "the forum's own words"
    );

    let mine = form.fill("subject.az", "Öz mövzum");
    let form = begin(mine.clone(), "last_information");
    assert_eq!(form.value("subject.en"), "Before you set out: {forum}");
    assert_eq!(
        form.value("subject.az"),
        "Öz mövzum",
        "what was typed stays"
    );
    assert_eq!(form.value("body.az"), mine.value("body.az"));
    assert_eq!(begin(form.clone(), "").value("subject.en"), "");

    let draft = stage.desk.submit(&form.fill("about", "registration"));
    let said = draft.sentence();
    assert!(
        said.contains("Before you set out: A forum for tests"),
        "{said}"
    );
    assert!(said.contains("Please come a little earlier"), "{said}");
    assert!(
        !stage.desk.open(&draft.link("/edit")).has("[name=words]"),
        "a draft has its words"
    );
}

#[test]
fn a_form_sent_twice_makes_one_draft_and_a_draft_can_be_thrown_away() {
    let stage = Stage::new();
    let form = written(&stage.desk, "", "news", NEWS, "Hello.");
    let (first, second) = (stage.desk.submit(&form), stage.desk.submit(&form));
    assert_eq!(first.address, second.address);
    stage.desk.submit(&first.form_to("/delete"));
    assert_eq!(stage.desk.get(first.address.path()).status, 404);
    assert!(
        stage
            .desk
            .open(&desk("/mailings"))
            .sentence()
            .contains("No mailings yet")
    );
}

#[test]
fn what_opens_one_person_s_page_and_what_cannot_be_filled_in_are_refused_and_what_was_typed_stays()
{
    let stage = Stage::new();
    let one = stage.register(&Person::number(1));
    let code = one.letter.badge();
    let page = one.page.as_str();
    for (body, sentence) in [
        (format!("Look at {page} please"), "personal link"),
        (
            format!("Look at {} please", page.replace('/', "%2F")),
            "personal link",
        ),
        (format!("Show the code {code}"), "personal link"),
        (
            "Your page: {link}".to_owned(),
            "cannot be used in an e-mail to many",
        ),
        (
            "Dear {nmae},".to_owned(),
            "“nmae” is nothing that can be filled in",
        ),
        ("Dear {name,".to_owned(), "A brace is opened and not closed"),
    ] {
        let answer = stage
            .desk
            .post(&written(&stage.desk, "", "news", NEWS, &body));
        assert_eq!(answer.status, 422, "{body}");
        assert!(
            answer.sentence().contains(sentence),
            "{body}: {}",
            answer.sentence()
        );
        assert_eq!(answer.form().value("body.en").trim(), body);
    }
    let nothing = stage.desk.post(&written(&stage.desk, "", "news", "", ""));
    assert!(
        nothing
            .sentence()
            .contains("Write subject and text in English first")
    );
    assert!(
        stage
            .desk
            .open(&desk("/mailings"))
            .sentence()
            .contains("No mailings yet")
    );
}

#[test]
fn who_ends_the_news_by_one_click_gets_none_and_still_hears_of_the_own_registration() {
    let stage = Stage::new();
    let (one, other) = (Person::number(1), Person::number(2));
    stage.register(&one);
    stage.register(&other);
    let page = draft(&stage, "news", NEWS);
    send(&stage, &page, 2);
    let letter = stage.app.outbox().letter(2, &one.email);
    assert_eq!(
        header(&letter, "List-Unsubscribe-Post").as_deref(),
        Some("List-Unsubscribe=One-Click")
    );
    assert_eq!(header(&letter, "Precedence").as_deref(), Some("bulk"));
    let address = header(&letter, "List-Unsubscribe").unwrap();
    let address = address.trim_matches(['<', '>']).to_owned();

    let looked = stage.app.browser().open(&address);
    assert!(
        looked
            .sentence()
            .contains("You will no longer receive news"),
        "looking changes nothing"
    );
    // As a mail program sends it: from elsewhere, with nothing of ours.
    let click = http::Request::post(&address)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "https://webmail.example")
        .header("sec-fetch-site", "cross-site");
    let answer = stage
        .app
        .browser()
        .send(click, b"List-Unsubscribe=One-Click".to_vec());
    assert_eq!(answer.status, 200, "a mail program follows no redirect");

    let page = draft(&stage, "news", "More news");
    assert!(
        page.sentence().contains("It goes to one person."),
        "{}",
        page.sentence()
    );
    assert!(
        page.sentence()
            .contains("One more wants no news of this forum")
    );
    send(&stage, &page, 1);
    finished(&stage, page.address.path());
    let page = draft(&stage, "registration", "A new place");
    send(&stage, &page, 2);
    finished(&stage, page.address.path());
    let told = stage.app.outbox().letter(3, &one.email);
    assert_eq!(told.subject(), "A new place");
    assert_eq!(header(&told, "List-Unsubscribe"), None);
    assert_eq!(header(&told, "Precedence"), None);

    let at_desk = stage.at_desk(&one.name);
    let said = stage.desk.open(&at_desk).words("#unsubscribed");
    assert!(said[0].starts_with("Has not wanted news since"), "{said:?}");
    let browser = stage.app.browser();
    let own = browser.open(&letter.own_page());
    assert_eq!(own.words("#no-news").len(), 1);
    let again = browser.submit(&browser.open(&own.link("/unsubscribe/")).form());
    assert!(again.sentence().contains("You will no longer receive news"));
    assert!(!browser.open(&letter.own_page()).has("#no-news"));
    assert!(!stage.desk.open(&at_desk).has("#unsubscribed"));
    assert!(
        draft(&stage, "news", "And more")
            .sentence()
            .contains("It goes to 2 people.")
    );
    for wrong in [
        format!("{address}x"),
        address.replace("unsubscribe/", "unsubscribe/x"),
    ] {
        assert_eq!(stage.app.browser().get(&wrong).status, 404);
    }
}

#[test]
fn who_is_at_the_forum_can_be_written_to_apart_from_who_is_not() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    stage.register(&Person::number(2));
    stage.scanner().scan(&code, DOOR);
    for (came, name) in [("yes", "Number1"), ("no", "Number2")] {
        let list = stage
            .desk
            .open(&desk(&format!("/registrations?came={came}")));
        let found = list.words("tbody th a");
        assert!(
            found.len() == 1 && found[0].contains(name),
            "{came}: {found:?}"
        );
        let writing = stage.desk.open(&list.link("/mailings/new"));
        assert!(writing.sentence().contains("It goes to one person."));
    }
}

/// A forum whose letters go to a mail server of its own, with so many guests.
fn stage_with_guests(count: usize) -> (Stage, MailServer) {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.run();
    let stage = Stage::on(app, &[]);
    let mut list = String::from("name,email,country\n");
    for number in 0..count {
        list.push_str(&format!("Guest {number},{},AZ\n", guest(number)));
    }
    let file = stage.app.folder.path().join("guests.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    (stage, server)
}

fn guest(number: usize) -> String {
    format!("guest-{number}@people.example")
}

/// Which mails each guest has been brought, by Message-ID.
fn brought(server: &MailServer) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for event in server.events() {
        let to = event["to"][0].as_str().unwrap();
        if event["what"] == "accepted" && to.starts_with("guest-") {
            let id = event["id"].as_str().unwrap().to_owned();
            all.entry(to.to_owned()).or_default().insert(id);
        }
    }
    all
}

fn arrives(server: &MailServer, address: &str) {
    within(Duration::from_secs(60), address, || {
        let events = server.events();
        let taken =
            |event: &serde_json::Value| event["what"] == "accepted" && event["to"][0] == address;
        events.iter().any(taken).then_some(())
    });
}

#[test]
fn stopped_it_stops_while_other_mail_goes_before_it_and_it_goes_on_to_each_once() {
    const GUESTS: usize = 300;
    let (stage, server) = stage_with_guests(GUESTS);
    let page = draft(&stage, "registration", NEWS);
    server.behave("slow");
    let page = send(&stage, &page, GUESTS);
    eventually("the first of them", || {
        (!brought(&server).is_empty()).then_some(())
    });
    let person = Person::number(1);
    saved(stage.app.browser().post(&stage.filled(&person)));
    arrives(&server, &person.email);
    assert!(
        brought(&server).len() < GUESTS / 2,
        "a confirmation does not wait for the others"
    );

    stage
        .desk
        .submit(&stage.desk.open(page.address.path()).form_to("/stop"));
    // What the mail server had is through when a letter that was written after it is.
    let reached_when = |number| {
        let person = Person::number(number);
        saved(stage.app.browser().post(&stage.filled(&person)));
        arrives(&server, &person.email);
        brought(&server).len()
    };
    let mut before = reached_when(2);
    let mut number = 3;
    let stopped_at = eventually("it to stop", || {
        let now = reached_when(number);
        number += 1;
        let same = now == before;
        before = now;
        same.then_some(now)
    });
    assert!(
        stopped_at < GUESTS,
        "{stopped_at} were reached before it stopped"
    );
    // What has just arrived may not be written down as sent yet.
    eventually("only what is stopped to wait", || {
        let held = stage.desk.open(&desk("/messages?state=waiting"));
        let chips = held.words("tbody .chip");
        chips.iter().all(|chip| chip == "Stopped").then_some(())
    });

    let missing = (0..GUESTS)
        .rev()
        .find(|number| !brought(&server).contains_key(&guest(*number)));
    let missing = missing.expect("somebody who waits");
    let desk_page = stage
        .desk
        .open(&desk(&format!("/registrations?q={}", guest(missing))));
    let person = stage
        .desk
        .open(&desk_page.attributes("tbody th a", "href")[0]);
    saved(stage.desk.post(&person.form_to("/withdraw")));
    server.behave("accept");
    stage
        .desk
        .submit(&stage.desk.open(page.address.path()).form_to("/go-on"));
    finished(&stage, page.address.path());
    let reached = brought(&server);
    assert_eq!(
        reached.len() + usize::from(!reached.contains_key(&guest(missing))),
        GUESTS
    );
    let twice: Vec<_> = reached.iter().filter(|(_, ids)| ids.len() > 1).collect();
    // Who withdraws is told so by a mail of its own.
    assert!(
        twice.iter().all(|(to, _)| **to == guest(missing)),
        "{twice:?}"
    );
}

#[test]
fn killed_half_way_again_and_again_it_brings_each_person_exactly_one_mail() {
    const GUESTS: usize = 5_000;
    const KILLS: usize = 3;
    let (mut stage, server) = stage_with_guests(GUESTS);
    let page = draft(&stage, "news", NEWS);
    let page = send(&stage, &page, GUESTS);
    for kill in 1..=KILLS {
        within(Duration::from_secs(300), "a part of them", || {
            (server.count() >= kill * GUESTS / (KILLS + 1)).then_some(())
        });
        stage.app.kill();
        stage.app.run();
        stage.desk = stage.app.browser();
        saved(enter(&stage.desk, "owner@desk.example", PASSWORD));
    }
    within(Duration::from_secs(300), "everybody to be reached", || {
        (server.count() >= GUESTS && brought(&server).len() == GUESTS).then_some(())
    });
    finished(&stage, page.address.path());
    let more: Vec<_> = brought(&server)
        .into_iter()
        .filter(|(_, ids)| ids.len() != 1)
        .collect();
    assert!(more.is_empty(), "more than one mail: {more:?}");
    // A server may have taken what it was being handed when we died; it knows the copy by its Message-ID.
    let copies = server.copies();
    println!("{GUESTS} mails, killed {KILLS} times: {copies} copies of a mail that was under way");
}
#[test]
fn who_share_an_address_get_a_letter_each_and_it_leaves_the_list_for_all() {
    let stage = Stage::new();
    let office = "office@people.example";
    for name in ["Aysel Quliyeva", "Murad Həsənov"] {
        let form = stage.filled(&Person::new(name, office));
        saved(stage.app.browser().post(&form));
    }
    let page = draft(&stage, "news", NEWS);
    let sent = send(&stage, &page, 2);
    finished(&stage, sent.address.path());
    let news = letters(&stage, NEWS);
    assert_eq!(news.len(), 2);
    let links: BTreeSet<_> = news.iter().map(Letter::own_page).collect();
    assert_eq!(links.len(), 2, "each to a page of their own");
    let browser = stage.app.browser();
    let leave = browser.open(&news[0].link("/unsubscribe/")).form();
    browser.post(&leave);
    stage.register(&Person::number(3));
    let page = draft(&stage, "news", "More news");
    let sent = send(&stage, &page, 1);
    finished(&stage, sent.address.path());
    assert_eq!(letters(&stage, "More news").len(), 1);
}

#[test]
fn who_left_twice_is_written_to_once_and_who_came_again_has_not_left() {
    let stage = Stage::new();
    let (twice, again) = (Person::number(1), Person::number(2));
    for person in [&twice, &again] {
        leave(&stage, &stage.register(person).page);
        saved(stage.app.browser().post(&stage.filled(person)));
    }
    let second = stage.app.outbox().letter(3, &twice.email);
    leave(&stage, &second.own_page());
    let form = written(
        &stage.desk,
        "?state=withdrawn",
        "registration",
        "We are sorry",
        "Until the next time.",
    );
    let page = stage.desk.submit(&form);
    let sent = send(&stage, &page, 1);
    finished(&stage, sent.address.path());
    let letters = letters(&stage, "We are sorry");
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to(), twice.email);
}
