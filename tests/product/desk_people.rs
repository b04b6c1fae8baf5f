//! The people of a forum at the desk: added by hand, decided over, corrected, found.

use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill, rows, saved};
use crate::support::{Page, at_once};

const NEW: &str = "/en/desk/test-forum/registrations/new";
const LIST: &str = "/en/desk/test-forum/registrations";

/// The desk's own form, filled in for somebody who has phoned.
fn by_hand(stage: &Stage, person: &Person) -> Form {
    let form = stage.desk.open(NEW).form();
    form.fill("name", &person.name)
        .fill("email", &person.email)
        .fill("country", person.country)
        .fill("organisation", &person.organisation)
}

fn page(stage: &Stage, person: &Person) -> Page {
    stage.desk.open(&stage.at_desk(&person.name))
}

/// Presses a button of the person's page.
fn press(stage: &Stage, person: &Person, what: &str) -> Page {
    stage
        .desk
        .submit(&page(stage, person).form_to(&format!("/{what}")))
}

fn notice(page: &Page) -> String {
    page.words(".notice").join(" ")
}

/// The lines of a person's history and of the mails, the newest first.
fn history(page: &Page) -> Vec<String> {
    page.words("aside section:first-child .history li")
}

fn mails(page: &Page) -> Vec<String> {
    page.words("aside section:last-child .history li")
}

fn verdict(stage: &Stage, code: &str) -> String {
    stage.scanner().scan(code, DOOR)["verdict"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn who_is_added_by_hand_gets_a_badge_and_the_history_says_who_did_it() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    let person = Person::number(1);
    let added = stage.desk.submit(&by_hand(&stage, &person));
    assert_eq!(notice(&added), "Registered.");
    assert_eq!(stage.state_of(&person), "confirmed", "as the desk chose");
    assert!(
        history(&added)
            .last()
            .unwrap()
            .contains("owner@desk.example")
    );
    let badge = stage.app.outbox().letter(1, &person.email).badge();
    assert_eq!(verdict(&stage, &badge), "admitted");

    let later = Person::number(2);
    let form = by_hand(&stage, &later).fill("state", "pending");
    let added = stage.desk.submit(&form.untick("mail"));
    assert_eq!(stage.state_of(&later), "pending");
    assert!(mails(&added).is_empty(), "nobody was to be told");
}

#[test]
fn a_person_added_by_hand_when_no_place_is_left_waits_and_the_desk_says_so() {
    let stage = Stage::with(&[("capacity", "1")]);
    stage.register(&Person::number(1));
    let person = Person::number(2);
    let added = stage.desk.submit(&by_hand(&stage, &person));
    assert!(
        notice(&added).contains("no place was left"),
        "{}",
        added.sentence()
    );
    assert_eq!(stage.state_of(&person), "waitlisted");
    assert_eq!(stage.state_of(&Person::number(1)), "confirmed");
    let letter = stage.app.outbox().letter(1, &person.email);
    assert!(
        letter.text().contains("waiting list")
            && !letter.parts().iter().any(|part| part.kind == "image/png"),
        "no badge before there is a place: {}",
        letter.text()
    );
}

#[test]
fn an_address_that_is_registered_is_not_added_again_but_shown() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let again = Person {
        name: "number1, DELEGATE".into(),
        email: person.email.to_uppercase(),
        ..person.clone()
    };
    let answer = stage.desk.post(&by_hand(&stage, &again));
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.form().value("name"),
        "number1, DELEGATE",
        "nothing is lost"
    );
    assert_eq!(
        answer.attributes("main .notice a", "href"),
        [stage.at_desk(&person.name)]
    );
    assert_eq!(stage.list(FORUM).len(), 1);
    assert_eq!(stage.list(FORUM)[0]["name"], person.name);
}

#[test]
fn a_form_of_the_desk_pressed_many_times_at_once_adds_one_person() {
    let stage = Stage::new();
    let person = Person::number(1);
    let form = by_hand(&stage, &person);
    let answers = at_once(&[(); 5], |_| stage.desk.post(&form).status);
    assert_eq!(answers, [303; 5]);
    assert_eq!(stage.list(FORUM).len(), 1);
    assert_eq!(mails(&page(&stage, &person)).len(), 1);
}

#[test]
fn confirming_somebody_when_the_forum_is_full_is_refused_in_a_sentence_and_changes_nothing() {
    let stage = Stage::with(&[("capacity", "1")]);
    stage.register(&Person::number(1));
    let waits = Person::number(2);
    stage.register(&waits);
    let before = page(&stage, &waits);
    let answer = press(&stage, &waits, "confirm");
    assert_eq!(answer.status, 422);
    assert!(
        notice(&answer).contains("No place is left"),
        "{}",
        answer.sentence()
    );
    let after = page(&stage, &waits);
    assert_eq!(history(&after), history(&before));
    assert_eq!(mails(&after).len(), 1, "nothing is written to anybody");
    assert!(!after.has(".badge"));
    assert_eq!(stage.state_of(&waits), "waitlisted");
    assert_eq!(stage.state_of(&Person::number(1)), "confirmed");
    assert_eq!(stage.app.outbox().letters_to(&waits.email).len(), 1);
}

#[test]
fn of_several_confirmed_at_once_as_many_as_there_are_places_get_one_and_the_desk_says_so() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    for number in 1..=3 {
        stage.register(&Person::number(number));
    }
    let settings = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&settings).form().fill("capacity", "1");
    saved(stage.desk.post(&form));
    let list = stage.desk.open(&format!("{LIST}?state=pending"));
    let all = list.form_to("/registrations/confirm").tick_all("person");
    let after = stage.desk.submit(&all);
    assert_eq!(
        notice(&after),
        "One registration was confirmed. For 2 there was no place left."
    );
    assert_eq!(
        after.words("tbody th").len(),
        2,
        "the list is still the one of who waits"
    );
    let states = |state: &str| {
        let list = stage.list(FORUM);
        list.iter().filter(|row| row["state"] == state).count()
    };
    assert_eq!((states("confirmed"), states("pending")), (1, 2));
}

#[test]
fn declining_with_words_puts_them_into_the_letter_and_into_the_history() {
    let stage = Stage::new();
    let person = Person::number(1);
    let badge = stage.badge(&person);
    let words = "The hall is small; please come <b>next</b> year & bring O'Neil.";
    let decline = page(&stage, &person).form_to("/decline");
    let after = stage.desk.submit(&decline.fill("words", words));
    assert!(notice(&after).starts_with("Declined."));
    assert_eq!(after.words("blockquote"), [words]);
    assert!(!after.text().contains("<b>next"), "as text, not as markup");
    let letter = stage.app.outbox().letter(2, &person.email);
    assert!(letter.text().contains(words), "{}", letter.text());
    assert!(!letter.html().contains("<b>next"));
    assert!(!letter.parts().iter().any(|part| part.kind == "image/png"));
    assert_eq!(stage.state_of(&person), "declined");
    assert_eq!(verdict(&stage, &badge), "not_confirmed");
}

#[test]
fn words_too_long_for_a_letter_decline_nobody_and_are_not_lost() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let words = "x".repeat(1001);
    let decline = page(&stage, &person).form_to("/decline");
    let answer = stage.desk.post(&decline.fill("words", &words));
    assert_eq!(answer.status, 422);
    assert!(notice(&answer).contains("1,000"), "{}", notice(&answer));
    assert_eq!(answer.form_to("/decline").value("words"), words);
    assert_eq!(stage.state_of(&person), "confirmed");
    assert_eq!(mails(&page(&stage, &person)).len(), 1);
}

#[test]
fn withdrawing_at_the_desk_gives_the_place_to_who_waits_longest_where_nobody_decides() {
    let stage = Stage::with(&[("capacity", "1")]);
    let badge = stage.badge(&Person::number(1));
    // Neither by name nor by address.
    for number in [3, 4, 2] {
        stage.register(&Person::number(number));
    }
    let after = press(&stage, &Person::number(1), "withdraw");
    assert!(
        notice(&after).contains("One person from the waiting list got the place"),
        "{}",
        notice(&after)
    );
    let states = [1, 3, 4, 2].map(|number| stage.state_of(&Person::number(number)));
    assert_eq!(
        states,
        ["withdrawn", "confirmed", "waitlisted", "waitlisted"]
    );
    let new = stage
        .app
        .outbox()
        .letter(2, &Person::number(3).email)
        .badge();
    assert_eq!(verdict(&stage, &new), "admitted");
    assert_eq!(verdict(&stage, &badge), "not_confirmed");
    let told = stage.app.outbox().letter(2, &Person::number(1).email);
    assert!(told.subject().contains("withdrawn"), "{}", told.subject());
    assert!(
        !page(&stage, &Person::number(1)).has("form[action$='/confirm']"),
        "to come back, one registers anew"
    );
}

#[test]
fn withdrawing_moves_nobody_up_where_the_desk_decides() {
    let stage = Stage::with(&[("capacity", "1"), ("approval", "by_desk")]);
    let first = Person::number(1);
    saved(stage.desk.post(&by_hand(&stage, &first)));
    let line = [4, 3, 2].map(Person::number);
    for person in &line {
        stage.register(person);
    }
    let states = || line.each_ref().map(|person| stage.state_of(person));
    assert_eq!(states(), ["pending"; 3]);
    let after = press(&stage, &first, "withdraw");
    assert!(!notice(&after).contains("waiting list"));
    assert_eq!(states(), ["pending"; 3]);
    // The desk may choose whom it likes.
    let waits = line[1].clone();
    let confirmed = press(&stage, &waits, "confirm");
    assert!(notice(&confirmed).starts_with("Confirmed."));
    assert!(
        !stage
            .app
            .outbox()
            .letter(2, &waits.email)
            .badge()
            .is_empty()
    );
    assert_eq!(states(), ["pending", "confirmed", "pending"]);
}

#[test]
fn who_the_desk_puts_on_the_waiting_list_loses_the_place_and_does_not_get_it_back_at_once() {
    let stage = Stage::with(&[("capacity", "1")]);
    let person = Person::number(1);
    let badge = stage.badge(&person);
    let after = press(&stage, &person, "waitlist");
    assert!(notice(&after).starts_with("On the waiting list now."));
    assert_eq!(stage.state_of(&person), "waitlisted");
    assert_eq!(verdict(&stage, &badge), "not_confirmed");
    let next = Person::number(2);
    stage.register(&next);
    assert_eq!(stage.state_of(&next), "confirmed", "the place was free");
}

#[test]
fn whoever_the_desk_set_aside_waits_for_its_word_and_gets_a_new_badge_with_it() {
    let stage = Stage::with(&[("capacity", "2")]);
    let person = Person::number(1);
    let old = stage.badge(&person);
    let other = stage.register(&Person::number(2));
    press(&stage, &person, "waitlist");
    // The place that was given up has been taken.
    for number in [5, 4, 3] {
        stage.register(&Person::number(number));
    }
    let browser = stage.app.browser();
    let withdraw = browser
        .open(&format!("{}/withdraw", other.page))
        .form_to("/withdraw");
    saved(browser.post(&withdraw));
    assert_eq!(stage.state_of(&person), "waitlisted");
    let states = [5, 4, 3].map(|number| stage.state_of(&Person::number(number)));
    assert_eq!(states, ["confirmed", "confirmed", "waitlisted"]);
    let settings = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&settings).form().fill("capacity", "4");
    saved(stage.desk.post(&form));
    assert_eq!(stage.state_of(&Person::number(3)), "confirmed");
    assert_eq!(
        stage.state_of(&person),
        "waitlisted",
        "more places change nothing"
    );
    press(&stage, &person, "confirm");
    let new = stage.app.outbox().letter(3, &person.email).badge();
    assert_ne!(new, old);
    assert_eq!(verdict(&stage, &old), "revoked");
    assert_eq!(verdict(&stage, &new), "admitted");
}

#[test]
fn more_places_go_to_those_who_have_waited_longest() {
    let stage = Stage::with(&[("capacity", "1")]);
    let line = [2, 6, 5, 4, 3].map(Person::number);
    for other in &line {
        stage.register(other);
    }
    let settings = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&settings).form().fill("capacity", "3");
    saved(stage.desk.post(&form));
    assert_eq!(
        line.each_ref().map(|other| stage.state_of(other)),
        [
            "confirmed",
            "confirmed",
            "confirmed",
            "waitlisted",
            "waitlisted"
        ]
    );
    let letter = stage.app.outbox().letter(2, &line[1].email);
    assert_eq!(verdict(&stage, &letter.badge()), "admitted");
}

#[test]
fn a_button_pressed_again_on_an_old_page_changes_nothing_and_tells_nobody_twice() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let withdraw = page(&stage, &person).form_to("/withdraw");
    let decline = page(&stage, &person).form_to("/decline");
    saved(stage.desk.post(&withdraw));
    let again = stage.desk.submit(&withdraw);
    assert!(
        notice(&again).contains("done already"),
        "{}",
        notice(&again)
    );
    let refused = stage.desk.post(&decline);
    assert_eq!(refused.status, 422);
    assert!(notice(&refused).contains("withdrawn in the meantime"));
    let after = page(&stage, &person);
    assert_eq!(mails(&after).len(), 2, "registered, and withdrawn once");
    assert_eq!(stage.state_of(&person), "withdrawn");
}

#[test]
fn a_correction_at_the_desk_stands_in_the_history_and_the_badge_stays() {
    let stage = Stage::new();
    let person = Person::number(1);
    let badge = stage.badge(&person);
    let address = stage.at_desk(&person.name);
    let form = stage.desk.open(&format!("{address}/correct")).form();
    let form = form
        .fill("name", "Şəhla Qədirli")
        .fill("country", "TR")
        .fill("organisation", "");
    let after = stage.desk.submit(&form);
    assert!(notice(&after).starts_with("Saved."));
    assert_eq!(
        after.words("del"),
        ["Azerbaijan", "Delegate Number1", "Xəzər"]
    );
    assert_eq!(after.words("ins"), ["Türkiye", "Şəhla Qədirli", "—"]);
    assert!(history(&after)[0].contains("owner@desk.example"));
    let scanned = stage.scanner().scan(&badge, DOOR);
    assert_eq!(scanned["verdict"], "admitted");
    assert_eq!(scanned["delegate"]["name"], "Şəhla Qədirli");
    assert_eq!(scanned["delegate"]["country"], "TR");

    let same = stage.desk.open(&format!("{address}/correct")).form();
    let after = stage.desk.submit(&same);
    assert!(notice(&after).contains("Nothing was different"));
    assert_eq!(after.words("del").len(), 3);
    let wrong = same.fill("name", " ").fill("phone", "none");
    let answer = stage.desk.post(&wrong);
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.attributes("[aria-invalid=true]", "name"),
        ["name", "phone"]
    );
    assert_eq!(stage.list(FORUM)[0]["name"], "Şəhla Qədirli");
}

#[test]
fn of_two_who_correct_the_same_person_the_second_is_told_and_loses_nothing() {
    let stage = Stage::new();
    let person = Person::number(1);
    let registered = stage.register(&person);
    let address = format!("{}/correct", stage.at_desk(&person.name));
    let mine = stage.desk.open(&address).form();
    let browser = stage.app.browser();
    let theirs = browser.open(&format!("{}/correct", registered.page)).form();
    saved(browser.post(&theirs.fill("name", "Corrected Oneself")));
    let answer = stage.desk.post(&mine.fill("name", "Corrected At The Desk"));
    assert_eq!(answer.status, 422);
    assert!(answer.sentence().contains("while you were writing"));
    assert_eq!(stage.list(FORUM)[0]["name"], "Corrected Oneself");
    let kept = answer.form();
    assert_eq!(kept.value("name"), "Corrected At The Desk");
    saved(stage.desk.post(&kept));
    assert_eq!(stage.list(FORUM)[0]["name"], "Corrected At The Desk");
}

#[test]
fn an_address_changed_at_the_desk_moves_the_persons_page_and_both_addresses_are_told() {
    let stage = Stage::new();
    let person = Person::number(1);
    let taken = Person::new("Number1, Delegate", "delegate-2@people.example");
    let registered = stage.register(&person);
    stage.register(&taken);
    let address = format!("{}/email", stage.at_desk(&person.name));
    let form = stage.desk.open(&address).form();
    let answer = stage
        .desk
        .post(&form.clone().fill("email", &taken.email.to_uppercase()));
    assert_eq!(answer.status, 422);
    assert!(answer.sentence().contains("with that e-mail address"));
    let after = stage.desk.submit(&form.fill("email", "new@people.example"));
    assert_eq!(after.words("del"), [person.email.as_str()]);
    let browser = stage.app.browser();
    assert_eq!(browser.get(&registered.page).status, 404, "the old link");
    let letter = stage.app.outbox().letter(1, "new@people.example");
    assert_eq!(letter.badge(), registered.letter.badge());
    assert!(
        browser
            .open(&letter.own_page())
            .sentence()
            .contains(&person.name)
    );
    let old = stage.app.outbox().letter(2, &person.email);
    assert!(
        !old.text().contains("/me/") && !old.text().contains("new@people.example"),
        "{}",
        old.text()
    );
}

#[test]
fn a_new_badge_closes_the_door_to_the_old_one() {
    let stage = Stage::new();
    let person = Person::number(1);
    let old = stage.badge(&person);
    let form = page(&stage, &person).form_to("/badge");
    let after = stage.desk.submit(&form);
    assert!(notice(&after).starts_with("The new badge is valid"));
    let new = stage.app.outbox().letter(2, &person.email).badge();
    assert_ne!(new, old);
    assert_eq!(verdict(&stage, &old), "revoked");
    assert_eq!(verdict(&stage, &new), "admitted");
    let lines = history(&after).join("\n");
    assert!(
        lines.contains("Badge revoked") && lines.contains("New badge issued"),
        "{lines}"
    );
    let again = stage.desk.submit(&form);
    assert!(notice(&again).contains("done already"), "an old page");
    assert_eq!(verdict(&stage, &new), "already_in", "it is still the one");
    assert_eq!(mails(&again).len(), 2);
}

#[test]
fn only_who_is_confirmed_has_a_badge_to_replace() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let form = page(&stage, &person).form_to("/badge");
    press(&stage, &person, "waitlist");
    let answer = stage.desk.post(&form);
    assert_eq!(answer.status, 422);
    assert!(notice(&answer).contains("Confirm it first"));
    assert!(!page(&stage, &person).has("form[action$='/badge']"));
    assert_eq!(mails(&page(&stage, &person)).len(), 2);
}

/// Five people in five states, whose names nobody would take for one another's.
fn five_states() -> (Stage, Vec<(Person, &'static str)>) {
    let stage = Stage::new();
    let make = |name: &str, email: &str, country, organisation: &str| Person {
        country,
        organisation: organisation.into(),
        ..Person::new(name, email)
    };
    let people = vec![
        (
            make(
                "Şəhla Ağayeva",
                "sehla@xezer.example",
                "AZ",
                "Xəzər İctimai Birliyi",
            ),
            "confirmed",
        ),
        (
            make(
                "Mustafa Yılmaz",
                "mustafa@people.example",
                "TR",
                "Yeşil Ufuk",
            ),
            "pending",
        ),
        (
            make("Болот Токтогулов", "bolot@people.example", "KG", "Ала-Тоо"),
            "declined",
        ),
        (
            make("O'Dowd Brigid", "brigid@people.example", "TR", "Harbour"),
            "withdrawn",
        ),
        (
            make("Nagy Éva", "eva@people.example", "HU", "Duna Kör"),
            "waitlisted",
        ),
    ];
    for (person, state) in &people {
        let pending = if *state == "pending" {
            "pending"
        } else {
            "confirmed"
        };
        let form = by_hand(&stage, person).fill("state", pending);
        saved(stage.desk.post(&form));
        let button = match *state {
            "waitlisted" => "waitlist",
            "declined" => "decline",
            "withdrawn" => "withdraw",
            _ => continue,
        };
        assert_eq!(press(&stage, person, button).status, 200);
    }
    (stage, people)
}

/// Who the list shows and who the export of the same list holds.
fn found(stage: &Stage, query: &[(&str, &str)]) -> Vec<String> {
    let asked = |path: &str| {
        let mut address = stage.desk.absolute(path);
        address.query_pairs_mut().extend_pairs(query);
        stage.desk.open(address.as_str())
    };
    let mut listed = asked(LIST).words("tbody th a");
    let csv = asked(&format!("/en/desk/{FORUM}/export.csv")).body;
    let mut exported: Vec<String> = rows(&csv).iter().map(|row| row["name"].clone()).collect();
    listed.sort();
    exported.sort();
    assert_eq!(listed, exported, "the list and its export: {query:?}");
    listed
}

#[test]
fn the_list_by_state_shows_who_is_in_it_and_nobody_else() {
    let (stage, people) = five_states();
    for (person, state) in &people {
        assert_eq!(found(&stage, &[("state", state)]), [&*person.name]);
    }
    assert_eq!(found(&stage, &[]).len(), 5);
    let live = found(&stage, &[("state", "registered")]);
    assert!(live.len() == 4 && !live.contains(&"O'Dowd Brigid".to_owned()));
    assert_eq!(
        found(&stage, &[("country", "TR"), ("state", "registered")]),
        ["Mustafa Yılmaz"]
    );
    assert!(found(&stage, &[("category", "media")]).is_empty());
    assert!(found(&stage, &[("category", "no-such-category")]).is_empty());
}

#[test]
fn the_search_finds_a_person_by_name_as_heard_organisation_address_and_badge_and_nobody_unlike() {
    let (stage, people) = five_states();
    stage.add_forum("other-forum", &[]);
    let namesake = fill(
        stage.app.browser().open("/en/other-forum/register").form(),
        &Person::new("Şəhla Ağayeva", "namesake@people.example"),
    );
    saved(stage.app.browser().post(&namesake));
    let badge = stage.app.outbox().letter(1, &people[0].0.email).badge();
    let looked_for = [
        ("sehla agayeva", 0),
        ("ŞƏHLA", 0),
        ("ictimai", 0),
        ("sehla@xezer.example", 0),
        (&*badge, 0),
        ("yilmaz", 1),
        ("eva nagy", 4),
        ("toktogulov", 2),
        ("токтогулов", 2),
        ("o'dowd", 3),
        ("brigid", 3),
    ];
    for (typed, number) in looked_for {
        assert_eq!(
            found(&stage, &[("q", typed)]),
            [&*people[number].0.name],
            "{typed}"
        );
    }
    for nobody in [
        "namesake@people.example",
        "wwwwwwww",
        "%",
        "_____",
        "' OR 1=1 --",
    ] {
        assert!(found(&stage, &[("q", nobody)]).is_empty(), "{nobody}");
    }
    assert!(
        found(&stage, &[("q", "yilmaz"), ("state", "confirmed")]).is_empty(),
        "a search keeps to the state"
    );
}

#[test]
fn who_is_in_the_hall_is_who_was_let_in_and_has_not_left() {
    let stage = Stage::new();
    let badges: Vec<String> = (1..=2)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    assert!(found(&stage, &[("at", DOOR)]).is_empty());
    assert_eq!(verdict(&stage, &badges[0]), "admitted");
    assert_eq!(found(&stage, &[("at", DOOR)]), [Person::number(1).name]);
}

#[test]
fn a_list_of_more_than_a_page_holds_everybody_once_forwards_and_backwards() {
    let stage = Stage::new();
    let lines: Vec<String> = (0..120)
        .map(|number| format!("Delegate Number{number},delegate-{number}@people.example,AZ"))
        .collect();
    let file = stage.app.folder.path().join("list.csv");
    std::fs::write(&file, format!("name,email,country\n{}\n", lines.join("\n"))).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    for sort in ["", "?sort=oldest", "?sort=name"] {
        let mut page = stage.desk.open(&format!("{LIST}{sort}"));
        let mut pages = vec![page.words("tbody th")];
        while page.has("a[rel=next]") {
            page = stage.desk.open(&page.attributes("a[rel=next]", "href")[0]);
            pages.push(page.words("tbody th"));
        }
        let sizes: Vec<usize> = pages.iter().map(Vec::len).collect();
        assert_eq!(sizes, [50, 50, 20], "{sort}");
        let mut all = pages.concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 120, "{sort}: each once");
        for expected in pages.iter().rev().skip(1) {
            page = stage.desk.open(&page.attributes("a[rel=prev]", "href")[0]);
            assert_eq!(&page.words("tbody th"), expected, "{sort}: and back");
        }
    }
}

#[test]
fn a_name_with_markup_in_it_is_shown_as_it_was_typed() {
    let stage = Stage::new();
    let name = "O'Neil & <b>Sons</b>";
    let person = Person {
        organisation: "<script>alert(1)</script> \"& co\"".into(),
        ..Person::new(name, "oneil@people.example")
    };
    let added = stage.desk.submit(&by_hand(&stage, &person));
    let address = added.address.path().to_owned();
    let correct = format!("{address}/correct");
    assert_eq!(stage.desk.open(&correct).form().value("name"), name);
    let change = stage
        .desk
        .open(&correct)
        .form()
        .fill("position", "<i>chair</i>");
    saved(stage.desk.post(&change));
    let search = format!("{LIST}?q=%3Cb%3ESons%22%3E");
    let list = stage.desk.open(&search);
    assert_eq!(list.words("tbody th"), [name], "found by it too");
    assert_eq!(list.form_to("/registrations").value("q"), "<b>Sons\">");
    let pages = [
        address.clone(),
        correct,
        format!("{address}/email"),
        LIST.into(),
        search,
        format!("/en/desk/{FORUM}/messages"),
        format!("/en/desk/{FORUM}"),
    ];
    for address in pages {
        let text = stage.desk.open(&address).text();
        for markup in ["<b>Sons", "<script>alert", "<i>chair"] {
            assert!(!text.contains(markup), "{address} holds {markup}");
        }
    }
    let shown = stage.desk.open(&address);
    assert_eq!(shown.words("h1"), [name]);
    assert!(shown.sentence().contains(&person.organisation));
    assert!(shown.words("ins").contains(&"<i>chair</i>".to_owned()));
    let letter = stage.app.outbox().letter(1, &person.email);
    assert!(letter.text().contains(name));
    assert!(!letter.html().contains("<b>Sons"));
    let own = stage.app.browser().open(&letter.own_page());
    assert!(own.sentence().contains(name) && !own.text().contains("<b>Sons"));
    assert_eq!(stage.list(FORUM)[0]["name"], name);
}
