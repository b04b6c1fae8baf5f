//! The delegate's own page: everything a person can do without an account.

use crate::support::qr;
use crate::support::stage::{FORUM, Person, Stage, saved};

#[test]
fn a_page_that_was_guessed_is_not_there() {
    let stage = Stage::new();
    let page = stage.register(&Person::number(1)).page;
    let browser = stage.app.browser();
    let guess: String = page.chars().rev().take(26).map(|_| 'a').collect();
    let guessed = format!("{}{guess}", &page[..page.len() - 26]);
    assert_eq!(browser.get(&guessed).status, 404);
    assert_eq!(browser.get(&format!("{guessed}/badge.png")).status, 404);
}

#[test]
fn a_corrected_name_is_what_the_door_and_the_list_say() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/correct", registered.page)).form();
    assert_eq!(
        form.value("name"),
        Person::number(1).name,
        "what is there stands in the form"
    );
    let page = browser.post(&form.clone().fill("name", "  "));
    assert_eq!(page.status, 422);
    saved(
        browser.post(
            &form
                .fill("name", "O'ktam <b>Karimov</b>")
                .fill("organization", "Yangi \"Nafas\""),
        ),
    );
    let row = &stage.list(FORUM)[0];
    assert_eq!(
        (row["name"].as_str(), row["organisation"].as_str()),
        ("O'ktam <b>Karimov</b>", "Yangi \"Nafas\"")
    );
    let page = browser.open(&registered.page);
    assert!(
        page.sentence().contains("O'ktam <b>Karimov</b>") && !page.text().contains("<b>Karimov")
    );
}

#[test]
fn a_new_address_counts_only_when_it_was_confirmed_from_there() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/email", registered.page)).form();
    saved(browser.post(&form.fill("email", "new@people.example")));
    assert_eq!(stage.list(FORUM)[0]["email"], Person::number(1).email);
    let letter = stage.app.outbox().letter(1, "new@people.example");
    let confirm = browser.open(&letter.link("/email/"));
    assert_eq!(
        stage.list(FORUM)[0]["email"],
        Person::number(1).email,
        "looking at the link changes nothing"
    );
    let confirmed = saved(browser.post(&confirm.form()));
    assert_eq!(stage.list(FORUM)[0]["email"], "new@people.example");
    stage.app.outbox().letter(2, &Person::number(1).email);
    let told = stage.app.outbox().letter(2, "new@people.example");
    let page = told.own_page();
    assert!(
        confirmed
            .location()
            .unwrap()
            .path()
            .ends_with(&page[page.len() - 26..])
    );
    assert!(browser.follow(confirmed).sentence().contains("new link"));
    assert_eq!(told.badge(), registered.letter.badge());
    for end in ["", "/correct", "/badge.png", "/calendar.ics", "/withdraw"] {
        let old = browser.get(&format!("{}{end}", registered.page));
        assert_eq!(old.status, 404, "who reads the old address is out: {end}");
    }
    browser.open(&page);
}

#[test]
fn withdrawing_frees_the_place_for_who_waits_longest() {
    let stage = Stage::with(&[("capacity", "1")]);
    let first = stage.register(&Person::number(1));
    // Neither by name nor by address.
    for number in [3, 4, 2] {
        stage.register(&Person::number(number));
    }
    let browser = stage.app.browser();
    saved(
        browser.post(
            &browser
                .open(&format!("{}/withdraw", first.page))
                .form_to("/withdraw"),
        ),
    );
    let letter = stage.app.outbox().letter(2, &Person::number(3).email);
    assert!(letter.badge().starts_with("HZ"));
    let list = stage.list(FORUM);
    let state = |number| {
        list.iter()
            .find(|row| row["email"] == Person::number(number).email)
            .unwrap()["state"]
            .clone()
    };
    assert_eq!(
        [1, 3, 4, 2].map(state),
        ["withdrawn", "confirmed", "waitlisted", "waitlisted"]
    );
}

#[test]
fn the_letter_can_be_had_again_and_the_calendar_file_is_one() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let page = browser.open(&registered.page);
    saved(browser.post(&page.form_to("/resend")));
    let again = stage.app.outbox().letter(2, &Person::number(1).email);
    assert_eq!(again.badge(), registered.letter.badge());
    assert_ne!(again.message_id(), registered.letter.message_id());
    let calendar = browser.open(&page.link("calendar.ics"));
    assert!(calendar.header("content-type").starts_with("text/calendar"));
    let text = calendar.text();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\n")
            && text.trim_end().ends_with("END:VCALENDAR")
            && text.contains("BEGIN:VEVENT")
    );
    assert!(
        text.lines().all(|line| line.len() <= 75),
        "lines are folded"
    );
}

#[test]
fn the_letter_has_text_html_the_badge_twice_and_a_calendar_file() {
    let stage = Stage::new();
    let letter = stage
        .register(&Person::new("Məhəmməd Əliyev", "m@people.example"))
        .letter;
    assert!(!letter.subject().is_empty());
    assert!(letter.html().contains("Məhəmməd Əliyev") && letter.text().contains("Məhəmməd Əliyev"));
    let parts = letter.parts();
    let pictures: Vec<_> = parts
        .iter()
        .filter(|part| part.kind == "image/png")
        .collect();
    assert_eq!(pictures.len(), 2, "inline and attached");
    let inline = pictures
        .iter()
        .find(|part| !part.content_id.is_empty())
        .expect("a picture by Content-ID");
    assert!(
        letter
            .html()
            .contains(&format!("cid:{}", inline.content_id))
    );
    assert!(pictures.iter().any(|part| part.name.ends_with(".png")));
    assert!(
        parts
            .iter()
            .any(|part| part.kind == "text/calendar" && part.name.ends_with(".ics"))
    );
}

#[test]
fn a_name_cannot_add_a_header_to_a_letter() {
    let stage = Stage::new();
    let person = Person::new("Eve\r\nBcc: everyone@people.example", "eve@people.example");
    let form = stage.filled(&person);
    let answer = stage.app.browser().post(&form);
    assert!([303, 422].contains(&answer.status));
    if answer.status == 303 {
        let letter = stage.app.outbox().letter(1, &person.email);
        assert!(letter.parsed().bcc().is_none());
    }
}

#[test]
fn the_badge_alone_shows_no_more_than_paper_and_a_copy_says_that_it_is_one() {
    let stage = Stage::new();
    let person = Person::number(1);
    let registered = stage.register(&person);
    let browser = stage.app.browser();
    let shown = browser.open(&browser.open(&registered.page).link("/badge"));
    let copy = browser.open(&format!("{}?copy", shown.address));
    for page in [&shown, &copy] {
        assert!(page.sentence().contains(&person.name) && page.has("svg.qr"));
        assert!(!page.text().contains(&person.email));
    }
    assert!(!shown.has(".notice"));
    assert!(copy.words(".notice")[0].contains("UTC+4)"));
    let form = browser
        .open(&format!("{}/withdraw", registered.page))
        .form_to("/withdraw");
    saved(browser.post(&form));
    assert_eq!(browser.get(shown.address.path()).status, 404);
}

#[test]
fn the_picture_is_a_phones_screen_high_in_any_script_and_its_code_can_be_read() {
    let stage = Stage::new();
    let longest = "Sri Lakshminarayanan Venkatasubramaniam Chandrasekharan Padmanabhan Iyer";
    for (number, name) in ["Ô", "فاطمة الزهراء بنت عبد الرحمن", longest]
        .iter()
        .enumerate()
    {
        let person = Person::new(name, &format!("p{number}@people.example"));
        let registered = stage.register(&person);
        let page = registered.page.replace("/en/", "/ar/");
        let picture = stage.app.browser().open(&format!("{page}/badge.png"));
        let side = |at: usize| u32::from_be_bytes(picture.body[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (1080, 1920));
        assert!(picture.body.len() < 150_000, "{}", picture.body.len());
        assert_eq!(qr::decode(&picture.body), registered.letter.badge());
    }
}

#[test]
fn the_page_of_a_registration_that_was_withdrawn_leads_to_the_one_that_followed() {
    let stage = Stage::new();
    let person = Person::number(1);
    let old = stage.register(&person);
    let browser = stage.app.browser();
    let form = browser
        .open(&format!("{}/withdraw", old.page))
        .form_to("/withdraw");
    saved(browser.post(&form));
    let alone = browser.open(&old.page);
    assert!(alone.link("/register").contains(FORUM));
    saved(browser.post(&stage.filled(&person)));
    let new = stage.app.outbox().letter(3, &person.email).own_page();
    let old = browser.open(&old.page);
    assert!(
        old.sentence().contains("registered again"),
        "{}",
        old.sentence()
    );
    let way = old.attributes("main .actions a.button", "href");
    assert_eq!(
        browser.absolute(&way[0]).path(),
        browser.absolute(&new).path()
    );
    assert!(!old.has("a[href$='/register']"));
}

#[test]
fn a_namesake_or_a_housemate_is_not_who_registered_again() {
    let stage = Stage::new();
    let person = Person::number(1);
    let old = stage.register(&person);
    let browser = stage.app.browser();
    let form = browser
        .open(&format!("{}/withdraw", old.page))
        .form_to("/withdraw");
    saved(browser.post(&form));
    let namesake = Person::new(&person.name, "namesake@people.example");
    let housemate = Person::new("Somebody Else", &person.email);
    for other in [&namesake, &housemate] {
        saved(browser.post(&stage.filled(other)));
    }
    assert!(browser.open(&old.page).has("a[href$='/register']"));
}
