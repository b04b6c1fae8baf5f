//! Mails in the forum's own words.

use crate::support::Page;
use crate::support::form::Form;
use crate::support::reader;
use crate::support::stage::{FORUM, Person, Stage, saved};

fn at(occasion: &str, language: &str) -> String {
    format!("/en/desk/{FORUM}/wording/{occasion}/{language}")
}

fn form(stage: &Stage, occasion: &str, language: &str) -> Form {
    stage.desk.open(&at(occasion, language)).form()
}

fn word(stage: &Stage, occasion: &str, language: &str, subject: &str, body: &str) -> Page {
    let form = form(stage, occasion, language);
    stage
        .desk
        .post(&form.fill("subject", subject).fill("body", body))
}

fn register_in(stage: &Stage, language: &str, person: &Person) -> crate::support::mail::Letter {
    let browser = stage.app.browser();
    let form = browser
        .open(&format!("/{language}/{FORUM}/register"))
        .form();
    saved(browser.post(&crate::support::stage::fill(form, person)));
    stage.app.outbox().letter(1, &person.email)
}

#[test]
fn own_words_are_said_in_their_language_and_ours_in_the_others() {
    let stage = Stage::new();
    let body = "Dear {name} of {organisation} ({country}),\n\nwelcome to {forum}.\nSee https://example.org/hall.\n\nYours: {link}";
    saved(word(&stage, "confirmed", "en", "{name}, welcome!", body));
    let letter = register_in(
        &stage,
        "en",
        &Person::new("Aysel Quliyeva", "aysel@people.example"),
    );
    assert_eq!(letter.subject(), "Aysel Quliyeva, welcome!");
    let text = letter.text().replace("\r\n", "\n");
    let said = format!(
        "Dear Aysel Quliyeva of Xəzər (Azerbaijan),\n\nwelcome to A forum for tests.\nSee https://example.org/hall.\n\nYours: {}\n",
        letter.own_page()
    );
    assert!(text.contains(&said), "{text}");
    let html = letter.html();
    assert!(html.contains("href=\"https://example.org/hall\""), "{html}");
    assert!(
        !text.contains("Bring this e-mail"),
        "ours is not said beside it"
    );
    letter.badge();

    let other = register_in(&stage, "az", &Person::new("Orxan", "orxan@people.example"));
    assert_eq!(other.subject(), "Yeriniz təsdiqləndi: A forum for tests");

    let list = stage.desk.open(&format!("/en/desk/{FORUM}/wording"));
    assert_eq!(list.words(".chip"), ["own"]);
    let page = stage.desk.open(&at("confirmed", "en"));
    saved(stage.desk.post(&page.form_to("/ours")));
    let again = register_in(&stage, "en", &Person::new("Ilqar", "ilqar@people.example"));
    assert!(again.subject().starts_with("Your place is confirmed"));
}

#[test]
fn a_field_that_does_not_exist_is_refused_by_its_name_and_nothing_typed_is_lost() {
    let stage = Stage::new();
    for (body, sentence) in [
        ("Dear {nmae}, hello", "no field {nmae}"),
        ("Dear {name, hello", "{name, hello is not closed"),
        ("Dear name}, hello", "closes nothing"),
        ("", "Write something"),
    ] {
        let page = word(&stage, "confirmed", "en", "My own subject", body);
        assert_eq!(page.status, 422);
        assert!(page.sentence().contains(sentence), "{}", page.sentence());
        assert_eq!(page.form().value("subject"), "My own subject");
        assert_eq!(page.form().value("body"), body);
    }
    let page = word(&stage, "thanks", "en", "Thanks", "Your page: {link}");
    assert!(
        page.status == 422
            && page
                .sentence()
                .contains("{link} cannot be used in this e-mail"),
        "a personal link in a mail to many"
    );
    assert_eq!(stage.desk.get(&at("confirmed", "de")).status, 404);
    assert_eq!(stage.desk.get(&at("birthday", "en")).status, 404);
}

#[test]
fn markup_in_words_and_names_is_shown_as_it_was_typed() {
    let stage = Stage::new();
    let body = "Hello {name} <b>bold</b>\n\n<script>alert(1)</script> {{braces}}";
    saved(word(&stage, "confirmed", "en", "A <b> & {name}", body));
    let person = Person::new("Ali <i onclick=evil>Vəli</i>", "ali@people.example");
    let letter = register_in(&stage, "en", &person);
    assert_eq!(letter.subject(), format!("A <b> & {}", person.name));
    assert!(letter.text().contains("<script>alert(1)</script> {braces}"));
    let html = letter.html();
    for markup in ["<b>", "<i ", "<script"] {
        assert!(!html.contains(markup), "{markup} in {html}");
    }
}

#[test]
fn a_preview_shows_the_words_typed_for_a_person_of_the_forum_without_that_persons_secrets() {
    let stage = Stage::new();
    let registered = stage.register(&Person::new("Şəhla Ağayeva", "sehla@people.example"));
    let preview = format!("{}/preview", at("confirmed", "en"));
    let page = stage.desk.open(&at("confirmed", "en"));
    assert!(page.has("iframe[sandbox]"));
    let typed = page
        .form()
        .fill("body", "Only typed, {name}: {link}")
        .sent_to(&preview);
    let html = stage.desk.post(&typed.clone().press("as", "html"));
    assert_eq!(html.status, 200);
    assert!(html.text().contains("Only typed, <bdi>Şəhla Ağayeva</bdi>"));
    assert!(html.header("content-security-policy").contains("sandbox"));
    let text = stage.desk.post(&typed.press("as", "text")).text();
    assert!(text.contains("Only typed, Şəhla Ağayeva: http"), "{text}");
    let code = registered.letter.badge();
    let link = registered.page.rsplit('/').next().unwrap().to_owned();
    for shown in [html.text(), text, stage.desk.open(&preview).text()] {
        let shown = shown.replace([' ', '\u{a0}'], "");
        assert!(!shown.contains(&code) && !shown.contains(&link));
    }
    let saved_words = stage.desk.open(&at("confirmed", "en")).form().value("body");
    assert!(
        !saved_words.contains("Only typed"),
        "a preview saves nothing"
    );
    let wrong = page.form().fill("body", "{nmae}").sent_to(&preview);
    assert_eq!(stage.desk.post(&wrong).status, 422);
}

#[test]
fn a_test_of_every_mail_arrives_in_every_language_and_two_parsers_read_it_alike() {
    let stage = Stage::new();
    stage.register(&Person::new("محمد حاجييف", "mohamed@people.example"));
    let me = "owner@desk.example";
    let mut count = 0;
    for language in ["en", "az", "ru", "tr", "ar", "fr"] {
        for occasion in [
            "pending",
            "confirmed",
            "waitlisted",
            "declined",
            "changed",
            "reminder",
            "last_information",
            "thanks",
        ] {
            let page = stage.desk.open(&at(occasion, language));
            let told = stage.desk.submit(&page.form_to("/test"));
            assert!(told.words(".notice")[0].contains("on its way"));
            count += 1;
            let letter = stage.app.outbox().letter(count, me);
            let python = reader::letter(letter.raw());
            let same = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
            assert_eq!(
                python["faults"],
                serde_json::json!([]),
                "{occasion} {language}"
            );
            assert_eq!(python["subject"], letter.subject());
            assert_eq!(same(python["text"].as_str().unwrap()), same(&letter.text()));
            assert_eq!(same(python["html"].as_str().unwrap()), same(&letter.html()));
            assert_eq!(python["auto_submitted"], "auto-generated");
            assert!(
                python["unsubscribe"].is_null(),
                "about one's own registration"
            );
            assert!(letter.text().contains("محمد حاجييف"));
        }
    }
}
