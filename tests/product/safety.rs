//! What keeps people's data where it belongs.

use ureq::http;

use crate::support::stage::{FORUM, Person, Stage, saved, sign_in};
use crate::support::{App, Browser, Page};

fn is_safe(page: &Page) {
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'")
            && !policy.contains("unsafe-inline")
            && !policy.contains("'unsafe-eval'"),
        "{}: {policy}",
        page.address
    );
    assert_eq!(
        page.header("x-content-type-options"),
        "nosniff",
        "{}",
        page.address
    );
    assert!(
        !page.has(
            "script:not([src]):not([type='application/json']):not([type='application/ld+json'])"
        ) && !page.has("style")
            && !page.has("[style]"),
        "{}",
        page.address
    );
}

#[test]
fn every_page_has_a_strict_policy_and_nothing_inline() {
    let stage = Stage::new();
    let own_page = stage.register(&Person::number(1)).page;
    let browser = stage.app.browser();
    for address in [
        "/en/",
        &format!("/ar/{FORUM}"),
        &format!("/en/{FORUM}/register"),
        &own_page,
        "/en/door",
        "/en/desk/sign-in",
        "/en/none",
    ] {
        is_safe(&browser.follow(browser.get(address)));
    }
    for address in [
        "/en/desk".to_owned(),
        format!("/en/desk/{FORUM}"),
        format!("/en/desk/{FORUM}/registrations"),
    ] {
        is_safe(&stage.desk.open(&address));
    }
}

#[test]
fn personal_pages_are_kept_by_nobody_and_their_links_are_told_to_nobody() {
    let stage = Stage::new();
    let own_page = stage.register(&Person::number(1)).page;
    let page = stage.app.browser().open(&own_page);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    for page in [
        page,
        stage.desk.open(&format!("/en/desk/{FORUM}/registrations")),
    ] {
        assert!(
            page.header("cache-control").contains("no-store"),
            "{}",
            page.address
        );
    }
    let token = own_page.rsplit('/').next().unwrap();
    assert!(!stage.app.log().contains(token), "a secret link in the log");
}

#[test]
fn the_log_holds_nothing_personal() {
    let stage = Stage::new();
    let person = Person::new("Unmistakable Person", "unmistakable@people.example");
    let code = stage.register(&person).letter.badge();
    stage.scanner().scan(&code, crate::support::stage::DOOR);
    stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations?q=unmistakable"));
    let log = stage.app.log().to_lowercase();
    for secret in ["unmistakable", code.trim_start_matches("HZ")] {
        assert!(!log.contains(&secret.to_lowercase()), "{secret} in: {log}");
    }
}

#[test]
fn a_form_sent_from_another_site_is_refused() {
    let stage = Stage::new();
    let own_page = stage.register(&Person::number(1)).page;
    let withdraw = format!("{own_page}/withdraw");
    let new_forum = "/en/desk/forums/new".to_owned();
    for (browser, address) in [(&stage.app.browser(), withdraw), (&stage.desk, new_forum)] {
        let form = browser.open(&address).form();
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://elsewhere.example"),
        ] {
            let (kind, body) = form.encode();
            let request = http::Request::post(browser.absolute(&form.action).as_str())
                .header("content-type", kind)
                .header(name, value);
            assert_eq!(
                browser.send(request, body).status,
                403,
                "{address} with {name}: {value}"
            );
        }
    }
    assert_eq!(stage.list(FORUM)[0]["state"], "confirmed");
}

#[test]
fn the_desk_is_for_who_signed_in_and_is_closed_by_signing_out() {
    let stage = Stage::new();
    let stranger = stage.app.browser();
    for address in [
        format!("/en/desk/{FORUM}"),
        format!("/en/desk/{FORUM}/registrations"),
        format!("/en/desk/{FORUM}/export.csv"),
        "/en/desk/accounts".into(),
    ] {
        let answer = stranger.get(&address);
        assert_eq!(answer.status, 303, "{address}");
        assert!(
            answer.location().unwrap().path().ends_with("/desk/sign-in"),
            "{address}"
        );
    }
    let thief = stage.app.browser().with("cookie", &stage.desk.cookies());
    assert_eq!(thief.get(&format!("/en/desk/{FORUM}")).status, 200);
    saved(
        stage
            .desk
            .post(&stage.desk.open("/en/desk").form_to("/sign-out")),
    );
    assert_eq!(thief.get(&format!("/en/desk/{FORUM}")).status, 303);
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let app = App::start();
    sign_in(&app, "owner@desk.example");
    let browser = app.browser();
    let form = browser
        .open("/en/desk/sign-in")
        .form()
        .fill("current-password", "not this one at all");
    let known = browser.post(&form.clone().fill("username", "owner@desk.example"));
    let unknown = browser.post(&form.fill("username", "nobody@desk.example"));
    assert_eq!((known.status, unknown.status), (422, 422));
    assert_eq!(
        known.words(".error-summary, .error"),
        unknown.words(".error-summary, .error")
    );
}

#[test]
fn cookies_are_closed_to_scripts_and_named_for_the_host_where_it_is_https() {
    let mut app = App::prepare();
    app.set("HAZIR_PUBLIC_URL", "https://forum.example");
    app.run();
    let said = app.hazir_says(&["account", "add", "owner@desk.example", "--role", "owner"]);
    let link = said
        .split_whitespace()
        .find(|word| word.contains("/password/"))
        .unwrap();
    assert!(link.starts_with("https://forum.example/"), "{link}");
    let path = link.strip_prefix("https://forum.example").unwrap();
    let browser = Browser::new(app.address()).with("host", "forum.example");
    let form = browser.open(path).form();
    let (kind, body) = form
        .fill("new-password", "a long and quiet sentence")
        .encode();
    let request = http::Request::post(browser.absolute(path).as_str());
    let request = request
        .header("content-type", kind)
        .header("origin", "https://forum.example");
    let answer = browser.send(request, body);
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    for cookie in answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
    {
        assert!(
            cookie.starts_with("__Host-")
                && cookie.contains("Secure")
                && cookie.contains("HttpOnly")
                && cookie.contains("Path=/"),
            "{cookie}"
        );
        assert!(cookie.contains("SameSite="), "{cookie}");
    }
}

#[test]
fn a_body_without_end_is_refused() {
    let stage = Stage::new();
    let form = stage.filled(&Person {
        name: "x".repeat(3 << 20),
        ..Person::number(1)
    });
    let answer = stage.app.browser().post(&form);
    assert!([413, 422].contains(&answer.status), "{}", answer.status);
}

#[test]
fn browsers_are_told_of_https_alone_and_of_sub_domains_where_the_operator_says_so() {
    let mut app = App::prepare();
    app.set("HAZIR_PUBLIC_URL", "https://forum.example");
    let told = |app: &App| {
        let browser = Browser::new(app.address()).with("host", "forum.example");
        browser
            .open("/en/")
            .header("strict-transport-security")
            .to_owned()
    };
    app.run();
    assert_eq!(told(&app), "max-age=31536000");
    app.stop();
    app.set("HAZIR_HSTS_SUBDOMAINS", "true");
    app.run();
    assert_eq!(told(&app), "max-age=31536000; includeSubDomains");
}
