//! What programs and people find of a forum from outside: the small files of a site, what a chat shows of a pasted link,
//! maps and calendars, and the way back to a lost page.

use crate::support::app::App;
use crate::support::stage::{FORUM, Person, Stage, fill, saved};

#[test]
fn search_engines_find_the_forums_and_nobodys_page() {
    let app = App::start();
    let robots = app.browser().open("/robots.txt");
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    for closed in ["/*/me", "/*/desk", "/*/door", "/api/"] {
        let line = format!("Disallow: {closed}\n");
        assert!(robots.text().contains(&line), "{}", robots.text());
    }
    assert!(!robots.text().contains("Disallow: /\n"));
}

#[test]
fn who_asks_for_an_icon_without_looking_at_a_page_gets_one() {
    let icon = App::start().browser().open("/favicon.ico");
    assert_eq!(icon.header("content-type"), "image/x-icon");
    let at = u32::from_le_bytes(icon.body[18..22].try_into().unwrap()) as usize;
    let length = u32::from_le_bytes(icon.body[14..18].try_into().unwrap()) as usize;
    assert_eq!(icon.body.len(), at + length);
    assert_eq!(&icon.body[at + 1..at + 4], b"PNG");
}

#[test]
fn whom_to_tell_of_a_weakness_stands_where_the_operator_named_somebody() {
    let mut app = App::prepare();
    app.run();
    assert_eq!(app.browser().get("/.well-known/security.txt").status, 404);
    app.stop();
    app.set("HAZIR_SECURITY_CONTACT", "security@forum.example");
    app.run();
    let file = app.browser().open("/.well-known/security.txt");
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    let text = file.text();
    assert!(
        text.starts_with("Contact: mailto:security@forum.example\n"),
        "{text}"
    );
    assert!(
        text.contains("\nExpires: 2") && text.contains("\nCanonical: http"),
        "{text}"
    );
    app.stop();
    app.set("HAZIR_SECURITY_CONTACT", "somebody");
    let refused = app.hazir(&["check"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_pasted_link_shows_the_forums_name_its_dates_and_a_picture_drawn_by_the_house() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    for language in ["en", "ar"] {
        let page = browser.open(&format!("/{language}/{FORUM}"));
        let said = |name: &str| {
            page.attributes(&format!("meta[property='{name}']"), "content")
                .concat()
        };
        assert_eq!(said("og:title"), page.words("h1").concat());
        let dates = page.words(".masthead .lead").concat();
        let dates = dates.split(" · ").next().unwrap();
        assert!(
            said("og:description").starts_with(dates),
            "{}",
            said("og:description")
        );
        assert_eq!(said("og:url"), page.address.as_str());
        assert_eq!(
            page.attributes("link[rel=canonical]", "href"),
            [said("og:url")]
        );
        let picture = browser.open(&said("og:image"));
        assert_eq!(picture.header("content-type"), "image/png");
        let side = |at: usize| u32::from_be_bytes(picture.body[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (1200, 630));
        let again = browser.open(&said("og:image"));
        assert!(again.body == picture.body, "drawn once");
    }
}

#[test]
fn what_a_search_engine_reads_of_a_forum_is_an_event_that_nothing_typed_can_end() {
    let stage = Stage::new();
    let form = stage.desk.open(&format!("/en/desk/{FORUM}/texts")).form();
    let title = "Peace </script><script>alert(1)</script>";
    saved(stage.desk.post(&form.fill("title.en", title)));
    let page = stage.app.browser().open(&format!("/en/{FORUM}"));
    assert!(!page.text().contains("<script>alert"));
    let html = page.text();
    let json = html
        .split_once("<script type=\"application/ld+json\">")
        .and_then(|(_, rest)| rest.split_once("</script>"))
        .unwrap()
        .0;
    let event: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["name"], title);
    assert_eq!(event["location"][0]["@type"], "Place");
    assert!(event["startDate"].as_str() < event["endDate"].as_str());
    assert_eq!(event["url"], page.address.as_str());
}

#[test]
fn the_picture_changes_with_the_forum() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    let picture = || browser.open(&format!("/en/{FORUM}/poster.png")).body;
    let before = picture();
    let form = stage.desk.open(&format!("/en/desk/{FORUM}/texts")).form();
    saved(stage.desk.post(&form.fill("title.en", "Another name")));
    assert!(picture() != before);
    assert_eq!(browser.get("/en/no-such-forum/poster.png").status, 404);
}

#[test]
fn a_place_is_on_a_map_and_its_days_in_the_calendars_most_people_have() {
    let stage = Stage::new();
    let person = Person::number(1);
    let registered = stage.register(&person);
    let browser = stage.app.browser();
    let page = browser.open(&registered.page);
    for (part, holds) in [
        ("google.com/maps", "query="),
        ("calendar.google.com", "A+forum+for+tests"),
        ("outlook.live.com", "A+forum+for+tests"),
    ] {
        let link = page.link(part);
        assert!(link.contains(holds), "{link}");
        let own = registered.page.rsplit('/').next().unwrap();
        assert!(!link.contains(own) && !link.contains("Delegate"), "{link}");
    }
    let google = page.link("calendar.google.com");
    let dates = google.split("dates=").nth(1).unwrap();
    assert_eq!(
        dates.split(['%', '/']).next().unwrap().len(),
        "20250428".len()
    );
    let forum = browser.open(&format!("/en/{FORUM}"));
    assert!(forum.link("google.com/maps").contains("query="));
}

#[test]
fn who_lost_the_mail_has_it_sent_again_and_nobody_learns_who_is_registered() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let withdrawn = Person::number(2);
    let page = stage.register(&withdrawn).page;
    let browser = stage.app.browser();
    let form = browser
        .open(&format!("{page}/withdraw"))
        .form_to("/withdraw");
    saved(browser.post(&form));
    stage.app.outbox().letter(2, &withdrawn.email);

    let ask = |typed: &str| {
        let browser = stage.app.browser();
        let page = browser.open(&format!("/en/{FORUM}"));
        let page = browser.open(&page.link("/find"));
        let answer = browser.post(&page.form().fill("email", typed));
        (answer.location(), browser.follow(answer).sentence())
    };
    let unknown = ask("nobody@people.example");
    let gone = ask(&withdrawn.email);
    let known = ask(&format!(" \u{200f}{} ", person.email.to_uppercase()));
    assert!(unknown.0.is_some());
    assert!(unknown == gone && gone == known);
    let again = stage.app.outbox().letter(2, &person.email);
    assert!(
        again.subject().starts_with("Your badge"),
        "{}",
        again.subject()
    );
    for nobody in ["nobody@people.example", &withdrawn.email] {
        let letters = stage.app.outbox().letters_to(nobody).len();
        assert_eq!(letters, if nobody == withdrawn.email { 2 } else { 0 });
    }
}

#[test]
fn asking_for_a_lost_page_again_and_again_floods_nobody() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let browser = stage.app.browser();
    let ask = |email: &str| {
        let form = browser.open(&format!("/en/{FORUM}/find")).form();
        browser.post(&form.fill("email", email))
    };
    let answers: Vec<_> = (0..12).map(|_| ask(&person.email).location()).collect();
    assert!(
        answers
            .iter()
            .all(|answer| *answer == answers[0] && answer.is_some())
    );
    // One that is mailed after all of them: whatever was to be sent has been.
    let last = Person::number(2);
    stage.register(&last);
    let letters = stage.app.outbox().letters_to(&person.email).len();
    assert!((2..=6).contains(&letters), "{letters}");
    let wrong = ask("nobody");
    assert_eq!(wrong.status, 422);
    assert!(wrong.has("#email-error"));
    assert_eq!(wrong.form().value("email"), "nobody");
}

#[test]
fn several_people_behind_an_address_each_have_their_page_sent_again() {
    let stage = Stage::new();
    for name in ["Aysel Mammadova", "Murad Aliyev"] {
        let form = stage
            .app
            .browser()
            .open(&format!("/en/{FORUM}/register"))
            .form();
        let person = Person::new(name, "office@people.example");
        saved(stage.app.browser().post(&fill(form, &person)));
    }
    stage.app.outbox().letter(2, "office@people.example");
    let browser = stage.app.browser();
    let form = browser.open(&format!("/en/{FORUM}/find")).form();
    saved(browser.post(&form.fill("email", "office@people.example")));
    stage.app.outbox().letter(4, "office@people.example");
}
