//! The letter for an embassy, the certificate after the forum, and the page that tells them from invented ones.

use std::process::Command;

use chrono::{Days, Utc};
use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::form::Form;
use crate::support::reader::assert_for_everyone;
use crate::support::stage::{DOOR, FORUM, Person, Registered, Stage, saved};
use crate::support::{Browser, Page, eventually, qr};

const PASSPORT: &str = "C01234567";

/// A forum that gives letters.
fn stage(rule: &str) -> Stage {
    let stage = Stage::new();
    set(&stage, |form| form.fill("letters", rule));
    stage
}

fn desk(path: &str) -> String {
    format!("/en/desk/{FORUM}/letters{path}")
}

fn set(stage: &Stage, change: impl Fn(Form) -> Form) {
    let form = stage.desk.open(&desk("/settings")).form();
    saved(stage.desk.post(&change(form)));
}

/// Asks for a letter, with all there is to tell.
fn ask(stage: &Stage, me: &Registered) -> Page {
    let page = stage.app.browser().open(&format!("{}/letter", me.page));
    let form = page.form();
    assert!(!form.value("name").is_empty(), "the name is filled in");
    let form = form
        .fill("name", "Aysel Rauf qizi Hasanova")
        .fill("passport", PASSPORT)
        .fill("nationality", "AZ")
        .fill("bday", "1980-03-14")
        .fill("consulate", "Embassy in Cairo");
    stage.app.browser().submit(&form)
}

fn letter(stage: &Stage, me: &Registered) -> Page {
    stage.app.browser().get(&format!("{}/letter.pdf", me.page))
}

/// What is on the paper, as another program reads it.
fn text(paper: &Page) -> String {
    assert_eq!(paper.header("content-type"), "application/pdf");
    let file = tempfile::Builder::new().suffix(".pdf").tempfile().unwrap();
    std::fs::write(file.path(), &paper.body).unwrap();
    let check = Command::new("qpdf")
        .arg("--check")
        .arg(file.path())
        .output();
    assert!(check.unwrap().status.success(), "qpdf finds no fault");
    assert_for_everyone(&paper.body);
    let output = Command::new("pdftotext")
        .arg("-layout")
        .args([file.path().as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext is installed");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address in the symbol on the paper, read from its picture.
fn address(paper: &Page) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &paper.body).unwrap();
    let made = Command::new("pdftoppm")
        .args(["-png", "-r", "150", "-singlefile"])
        .arg(&file)
        .arg(folder.path().join("paper"))
        .status();
    assert!(made.expect("pdftoppm is installed").success());
    let address = qr::decode(&std::fs::read(folder.path().join("paper.png")).unwrap());
    url::Url::parse(&address).unwrap().path().to_owned()
}

fn register(stage: &Stage) -> Registered {
    stage.register(&Person::new("Aysel Həsənova", "aysel@people.example"))
}

fn check(stage: &Stage, address: &str) -> Page {
    let browser = stage.app.browser().with("accept-language", "en");
    browser.follow(browser.get(address))
}

/// Sends the only form of the list that leads there.
fn decide(desk_browser: &Browser, end: &str, words: &str) -> Page {
    let form = desk_browser.open(&desk("")).form_to(end);
    let form = match form.has("words") {
        true => form.fill("words", words),
        false => form,
    };
    saved(desk_browser.post(&form))
}

#[test]
fn a_letter_goes_from_request_by_approval_to_a_paper_that_is_genuine() {
    let stage = stage("by_desk");
    let me = register(&stage);
    let asked = ask(&stage, &me);
    assert!(asked.has(".chip.warn"), "{}", asked.sentence());
    assert!(!asked.has("form"), "it is asked for once");
    assert_eq!(
        letter(&stage, &me).status,
        404,
        "not before the desk said yes"
    );

    let list = stage.desk.open(&desk("")).sentence();
    assert!(
        list.contains("Embassy in Cairo 1 0"),
        "a count per consulate: {list}"
    );
    decide(&stage.desk, "/approve", "");
    let mail = stage.app.outbox().letter(2, "aysel@people.example");
    assert!(mail.link("/letter").starts_with(&me.page));

    let paper = letter(&stage, &me);
    let said = text(&paper);
    let number = format!("{}/L-0001", FORUM.to_uppercase());
    let year = Utc::now().format("%Y").to_string();
    for part in [
        "Aysel Rauf qizi Hasanova",
        PASSPORT,
        "14 March 1980",
        &number,
        &year,
        "A forum for tests",
    ] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let address = address(&paper);
    let genuine = check(&stage, &address);
    assert_eq!(genuine.status, 200);
    assert!(genuine.has(".chip.good"), "{}", genuine.sentence());
    let said = genuine.text();
    assert!(said.contains("A. H.") && !said.contains("Hasanova") && !said.contains(PASSPORT));

    let code = address.rsplit('/').next().unwrap();
    let typed = code.to_lowercase().replace('0', "o");
    let form = stage.app.browser().open("/en/check").form();
    let found = stage.app.browser().submit(&form.fill("code", &typed));
    assert!(
        found.has(".chip.good"),
        "typed by hand: {}",
        found.sentence()
    );
}

#[test]
fn withdrawn_invented_and_miswritten_papers_are_told_apart_and_numbers_open_nothing() {
    let stage = stage("at_once");
    let me = register(&stage);
    ask(&stage, &me);
    let address = address(&letter(&stage, &me));
    let code = address.rsplit('/').next().unwrap();
    let unknown = |typed: &str| {
        let page = check(&stage, &format!("/en/check/{typed}"));
        assert_eq!(page.status, 404, "{typed}: {}", page.sentence());
        page.words(".notice").join(" ")
    };
    let invented = unknown("00000000000000000000000000");
    for place in [0, 12, 24] {
        let mut other = code.to_owned();
        let sign = if &code[place..=place] == "7" {
            "8"
        } else {
            "7"
        };
        other.replace_range(place..=place, sign);
        assert_eq!(unknown(&other), invented);
    }
    for number in ["1", "L-0001", "0001", "TEST-FORUM-L-0001"] {
        assert_eq!(unknown(number), invented, "a number opens nothing");
    }
    decide(&stage.desk, "/withdraw", "Issued by mistake");
    let void = check(&stage, &address);
    assert_eq!(void.status, 200);
    assert!(void.has(".chip.bad") && !void.text().contains("A. H."));
    assert_eq!(letter(&stage, &me).status, 404);
    let mail = stage.app.outbox().letter(3, "aysel@people.example");
    assert!(mail.text().contains("Issued by mistake"));
}

#[test]
fn who_guesses_codes_is_asked_to_wait_and_who_holds_a_paper_is_not() {
    let stage = stage("at_once");
    let me = register(&stage);
    ask(&stage, &me);
    let address = address(&letter(&stage, &me));
    let elsewhere = stage.app.browser().with("x-forwarded-for", "203.0.113.7");
    let mut status = 404;
    for number in 0..150 {
        status = elsewhere.get(&format!("/en/check/{number:026}")).status;
        if status == 429 {
            break;
        }
    }
    assert_eq!(status, 429);
    let genuine = elsewhere.get(&format!("/en{address}"));
    assert_eq!(genuine.status, 200, "a real paper is checked all the same");
}

#[test]
fn a_letter_issued_anew_voids_the_one_before() {
    let stage = stage("at_once");
    let me = register(&stage);
    ask(&stage, &me);
    let first = address(&letter(&stage, &me));
    decide(&stage.desk, "/again", "");
    let paper = letter(&stage, &me);
    assert!(text(&paper).contains("L-0002"));
    assert!(check(&stage, &first).has(".chip.bad"));
    assert!(check(&stage, &address(&paper)).has(".chip.good"));
}

#[test]
fn who_withdraws_from_the_forum_has_no_letter_any_more() {
    let stage = stage("at_once");
    let me = register(&stage);
    ask(&stage, &me);
    let address = address(&letter(&stage, &me));
    let form = stage
        .app
        .browser()
        .open(&format!("{}/withdraw", me.page))
        .form();
    saved(stage.app.browser().post(&form));
    assert!(check(&stage, &address).has(".chip.bad"));
    assert_eq!(letter(&stage, &me).status, 404);
}

#[test]
fn a_refusal_carries_the_desks_words_and_can_be_asked_again() {
    let stage = stage("by_desk");
    let me = register(&stage);
    ask(&stage, &me);
    decide(&stage.desk, "/refuse", "Please give the embassy");
    let mail = stage.app.outbox().letter(2, "aysel@people.example");
    assert!(mail.text().contains("Please give the embassy"));
    let page = stage.app.browser().open(&format!("{}/letter", me.page));
    assert!(page.sentence().contains("Please give the embassy"));
    assert_eq!(
        page.form().value("passport"),
        PASSPORT,
        "what was typed is there"
    );
    assert!(stage.app.browser().submit(&page.form()).has(".chip.warn"));
}

#[test]
fn only_the_owner_of_the_link_and_the_desk_open_a_letter_and_a_viewer_decides_nothing() {
    let stage = stage("by_desk");
    let me = register(&stage);
    let other = stage.register(&Person::number(2));
    ask(&stage, &me);
    let waiting = stage.desk.open(&desk(""));
    let viewer = stage.colleague("viewer", FORUM);
    let seen = viewer.open(&desk(""));
    assert!(seen.sentence().contains("Aysel") && !seen.text().contains(PASSPORT));
    let token = viewer.open("/en/desk").form_to("/sign-out").value("token");
    for end in ["/approve", "/refuse"] {
        let form = waiting.form_to(end).fill("token", &token);
        assert_eq!(viewer.post(&form).status, 403, "{end}");
    }
    decide(&stage.desk, "/approve", "");
    let file = stage.desk.open(&desk("")).link(".pdf");
    assert_eq!(viewer.get(&file).status, 403);
    let offered = viewer.open(&desk("")).attributes("a", "href");
    assert!(!offered.iter().any(|link| link.ends_with(".pdf")));
    assert!(text(&stage.desk.open(&file)).contains(PASSPORT));
    assert_eq!(letter(&stage, &other).status, 404, "another person's link");
    assert_eq!(stage.app.browser().get(&file).status, 303, "to the sign-in");
    let strange = stage
        .app
        .browser()
        .get("/en/me/0123456789abcdefghjkmnpqrs/letter.pdf");
    assert_eq!(strange.status, 404);
}

#[test]
fn a_letter_needs_a_place_a_name_and_a_forum_that_gives_letters() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    let me = register(&stage);
    let browser = stage.app.browser();
    let page = browser.get(&format!("{}/letter", me.page));
    assert_eq!(page.status, 303, "off unless the desk wants it");
    set(&stage, |form| form.fill("letters", "at_once"));
    assert_eq!(
        browser.get(&format!("{}/letter", me.page)).status,
        303,
        "not confirmed"
    );
    let person = stage.at_desk("Aysel Həsənova");
    saved(
        stage
            .desk
            .post(&stage.desk.open(&person).form_to("/confirm")),
    );
    let form = browser.open(&format!("{}/letter", me.page)).form();
    let answer = browser.post(&form.clone().fill("name", " ").fill("passport", PASSPORT));
    assert_eq!(answer.status, 422);
    assert_eq!(answer.form().value("passport"), PASSPORT);
    assert_eq!(browser.post(&form.fill("bday", "2999-01-01")).status, 422);
}

#[test]
fn only_pictures_are_taken_as_logo_signature_and_stamp_and_they_stand_on_the_paper() {
    let stage = stage("at_once");
    let me = register(&stage);
    let put = |place: &str, file: &str, bytes: &[u8]| {
        let page = stage.desk.open(&desk("/settings"));
        let form = page.form_to(&format!("/images/{place}"));
        stage.desk.post(&form.attach(file, bytes))
    };
    let picture = me.letter.parts();
    let picture = picture
        .iter()
        .find(|part| part.kind == "image/png")
        .unwrap();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    for (file, bytes) in [
        ("stamp.png", &b"no picture at all"[..]),
        ("stamp.png", &svg[..]),
        ("stamp.png", &picture.bytes[..60]),
        ("stamp.png", &[0x89; 2 << 20][..]),
    ] {
        let answer = put("stamp", file, bytes);
        assert_eq!(answer.status, 422, "{file}: {}", answer.sentence());
        assert!(answer.has("#stamp-error"));
    }
    for place in ["logo", "signature", "stamp"] {
        saved(put(place, "picture.png", &picture.bytes));
        let seen = stage.desk.open(&desk(&format!("/images/{place}")));
        assert_eq!(
            (seen.header("content-type"), &seen.body),
            ("image/png", &picture.bytes)
        );
    }
    ask(&stage, &me);
    let with = letter(&stage, &me).body.len();
    let form = stage
        .desk
        .open(&desk("/settings"))
        .form_to("/images/stamp/delete");
    saved(stage.desk.post(&form));
    assert_eq!(letter(&stage, &me).body.len(), with, "as it was issued");
}

/// The forum was last week.
fn end_the_forum(stage: &Stage) {
    let today = Utc::now().date_naive();
    let address = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&address).form();
    let form = form
        .fill("starts_on", &(today - Days::new(9)).to_string())
        .fill("ends_on", &(today - Days::new(7)).to_string());
    saved(stage.desk.post(&form));
}

/// Let in so many days ago, as a phone that was alone tells of it; the scan.
fn came(scanner: &Scanner, me: &Registered, days_ago: i64) -> Value {
    let at = hazir::clock::now() - chrono::TimeDelta::days(days_ago);
    let mut scan = scan(&me.letter.badge(), DOOR);
    scan["scanned_at"] = hazir::clock::rfc3339(at).into();
    scan["told"] = "admitted".into();
    let answer = scanner.send(std::slice::from_ref(&scan)).remove(0);
    assert!(answer["verdict"].is_string(), "{answer}");
    scan
}

fn certificate(stage: &Stage, me: &Registered) -> Page {
    let browser = stage.app.browser();
    browser.get(&format!("{}/certificate.pdf", me.page))
}

/// A forum of last week that gives certificates, with one who is registered.
fn over() -> (Stage, Registered) {
    let stage = stage("off");
    set(&stage, |form| form.tick("certificates"));
    let me = register(&stage);
    end_the_forum(&stage);
    (stage, me)
}

/// The address of the check of a certificate that is to bear this number.
fn checked(stage: &Stage, me: &Registered, number: &str) -> String {
    let paper = certificate(stage, me);
    assert_eq!(paper.status, 200, "{}", paper.sentence());
    assert!(text(&paper).contains(number), "{}", text(&paper));
    let address = address(&paper);
    assert!(check(stage, &address).has(".chip.good"));
    address
}

#[test]
fn a_certificate_is_for_who_was_scanned_and_only_after_the_forum() {
    let stage = stage("off");
    set(&stage, |form| form.tick("certificates"));
    let me = register(&stage);
    let stayed = stage.register(&Person::number(2));
    let scanner = stage.scanner();
    came(&scanner, &me, 0);
    assert_eq!(certificate(&stage, &me).status, 404, "not before its end");
    end_the_forum(&stage);
    let outside = certificate(&stage, &me).status;
    assert_eq!(outside, 404, "today is no day of the forum");
    came(&scanner, &me, 8);
    let stayed = certificate(&stage, &stayed).status;
    assert_eq!(stayed, 404, "for who was there alone");
    let page = stage.app.browser().open(&me.page);
    assert!(page.link("/certificate.pdf").contains("/me/"));
    let said = text(&certificate(&stage, &me));
    assert!(said.contains("Aysel Həsənova"), "{said}");
    let address = checked(&stage, &me, "C-0001");
    assert_eq!(
        checked(&stage, &me, "C-0001"),
        address,
        "the same ever after"
    );
    let list = stage.desk.open(&desk("?kind=certificate"));
    saved(stage.desk.post(&list.form_to("/withdraw")));
    assert!(check(&stage, &address).has(".chip.bad"));
    assert_eq!(certificate(&stage, &me).status, 404);
    came(&scanner, &me, 9);
    assert_eq!(certificate(&stage, &me).status, 404, "the desk said so");
}

#[test]
fn a_certificate_is_withdrawn_when_what_stands_behind_it_is_undone_and_given_again_when_it_is_made_good()
 {
    let (stage, me) = over();
    let scanner = stage.scanner();
    let entry = came(&scanner, &me, 8);
    let first = checked(&stage, &me, "C-0001");
    let undone = scanner.act(json!({ "do": "undo", "scan": entry["id"], "reason": "Wrong" }));
    assert_eq!(undone["done"], true);
    assert!(check(&stage, &first).has(".chip.bad"), "its check says so");
    assert_eq!(certificate(&stage, &me).status, 404);
    came(&scanner, &me, 8);
    checked(&stage, &me, "C-0002");
    assert!(check(&stage, &first).has(".chip.bad"));
}

#[test]
fn whoever_was_turned_away_has_no_certificate_also_when_the_door_says_so_afterwards() {
    let (stage, me) = over();
    let scanner = stage.scanner();
    let at = hazir::clock::now() - chrono::TimeDelta::days(8);
    let mut entry = scan(&me.letter.badge(), DOOR);
    entry["scanned_at"] = hazir::clock::rfc3339(at).into();
    scanner.send(std::slice::from_ref(&entry));
    let first = checked(&stage, &me, "C-0001");
    entry["told"] = "wrong_day".into();
    scanner.send(&[entry]);
    assert!(check(&stage, &first).has(".chip.bad"));
    assert_eq!(certificate(&stage, &me).status, 404);
}

#[test]
fn more_days_and_a_yes_after_a_no_give_a_certificate_again() {
    let (stage, me) = over();
    let scanner = stage.scanner();
    came(&scanner, &me, 9);
    let one_day = checked(&stage, &me, "C-0001");
    came(&scanner, &me, 8);
    let two_days = checked(&stage, &me, "C-0002");
    assert!(check(&stage, &one_day).has(".chip.bad"));
    let person = stage.at_desk("Aysel Həsənova");
    let page = stage.desk.open(&person);
    saved(stage.desk.post(&page.form_to("/decline")));
    assert!(check(&stage, &two_days).has(".chip.bad"));
    assert_eq!(certificate(&stage, &me).status, 404);
    let page = stage.desk.open(&person);
    saved(stage.desk.post(&page.form_to("/confirm")));
    checked(&stage, &me, "C-0003");
}

#[test]
fn a_bus_is_no_day_at_the_forum_and_a_door_that_becomes_one_takes_its_certificates_back() {
    let (stage, me) = over();
    came(&stage.scanner(), &me, 8);
    let address = checked(&stage, &me, "C-0001");
    let means = |kind: &str| {
        let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
        let door = list.attributes("td.does a", "href").pop().unwrap();
        let form = stage.desk.open(&door).form().fill("kind", kind);
        saved(stage.desk.post(&form));
    };
    for kind in ["entry", "neither"] {
        means(kind);
        assert!(check(&stage, &address).has(".chip.bad"), "{kind}");
        assert_eq!(certificate(&stage, &me).status, 404, "{kind}");
    }
    means("attendance");
    checked(&stage, &me, "C-0002");
}

#[test]
fn what_was_told_for_a_letter_is_deleted_when_the_forum_is_over() {
    let mut stage = stage("at_once");
    let me = register(&stage);
    ask(&stage, &me);
    let address = address(&letter(&stage, &me));
    assert!(
        !stage
            .app
            .hazir_says(&["export", FORUM, "--format", "csv"])
            .contains(PASSPORT)
    );
    end_the_forum(&stage);
    stage.app.stop();
    stage.app.run();
    eventually("the passport to be deleted", || {
        let path = format!("{}/letter.pdf", url::Url::parse(&me.page).unwrap().path());
        let gone = stage.app.browser().get(&path).status == 404;
        gone.then_some(())
    });
    assert!(
        check(&stage, &address).has(".chip.good"),
        "the paper still is genuine"
    );
    eventually("no file to hold what was forgotten", || {
        stage.app.files_with(PASSPORT).is_empty().then_some(())
    });
}

#[test]
fn a_letter_bears_the_name_in_latin_letters_and_none_of_our_reading() {
    let stage = stage("at_once");
    let me = stage.register(&Person::new("Лейла Алиева", "leyla@people.example"));
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/letter", me.page)).form();
    assert_eq!(form.value("name"), "", "it is asked for");
    for name in ["Лейла Алиева", "ليلى"] {
        let answer = browser.post(&form.clone().fill("name", name));
        assert_eq!(answer.status, 422);
        assert_eq!(answer.attributes("[aria-invalid=true]", "name"), ["name"]);
    }
    let correct = browser.open(&format!("{}/correct", me.page)).form();
    saved(browser.post(&correct.fill("latin_name", "Leyla Aliyeva")));
    let form = browser.open(&format!("{}/letter", me.page)).form();
    assert_eq!(form.value("name"), "Leyla Aliyeva");
    saved(browser.post(&form));
    let said = text(&letter(&stage, &me));
    assert!(said.contains("Leyla Aliyeva"), "{said}");
    assert!(!said.contains("Leila"), "{said}");
}

#[test]
fn a_certificate_has_the_latin_form_that_was_told_beneath_the_name_and_else_none() {
    let stage = stage("off");
    set(&stage, |form| form.tick("certificates"));
    let scanner = stage.scanner();
    let come = |name: &str, latin: &str| {
        let email = format!("c{}@people.example", latin.len());
        let browser = stage.app.browser();
        let form = stage.filled(&Person::new(name, &email));
        saved(browser.post(&form.fill("latin_name", latin)));
        let letter = stage.app.outbox().letter(1, &email);
        let page = letter.own_page();
        let me = Registered { letter, page };
        came(&scanner, &me, 8);
        me
    };
    let people = [come("Лейла Алиева", "Leyla Aliyeva"), come("Гульнара", "")];
    end_the_forum(&stage);
    let [told, untold] = people.map(|me| text(&certificate(&stage, &me)));
    assert!(told.contains("Лейла Алиева") && told.contains("Leyla Aliyeva"));
    assert!(untold.contains("Гульнара") && !untold.contains("Gulnara"));
}
