//! Who guesses passwords is stopped, and nobody else is.

use crate::support::stage::{PASSWORD, enter, sign_in};
use crate::support::{App, Browser};

const OWNER: &str = "owner@desk.example";

fn from(app: &App, ip: &str) -> Browser {
    app.browser().with("x-forwarded-for", ip)
}

/// Wrong passwords from that address, each a little different: the last status.
fn guess(browser: &Browser, email: &str, times: usize) -> u16 {
    let form = browser.open("/en/desk/sign-in").form();
    let mut status = 0;
    for number in 0..times {
        let form = form
            .clone()
            .fill("username", email)
            .fill("current-password", &format!("this is not number {number}"));
        status = browser.post(&form).status;
        if status == 429 {
            break;
        }
    }
    status
}

#[test]
fn a_flood_of_wrong_passwords_locks_out_whoever_guesses_and_not_the_owner() {
    let app = App::start();
    let owner = sign_in(&app, OWNER);
    for number in 0..6 {
        guess(&from(&app, &format!("198.51.100.{number}")), OWNER, 20);
    }
    let guesser = from(&app, "198.51.100.1");
    assert_eq!(guess(&guesser, OWNER, 40), 429);
    let out = owner.open("/en/desk").form_to("/sign-out");
    owner.post(&out);
    let same_hall = owner.with("x-forwarded-for", "198.51.100.1");
    assert_eq!(enter(&same_hall, OWNER, PASSWORD).status, 303, "known here");
    let new_phone = from(&app, "203.0.113.5");
    assert_eq!(enter(&new_phone, OWNER, PASSWORD).status, 303, "new here");
}

#[test]
fn no_spelling_of_an_address_is_guessed_at_more_often() {
    let app = App::start();
    sign_in(&app, OWNER);
    let spellings = [
        OWNER,
        " owner@desk.example ",
        "OWNER@desk.example",
        "Owner@Desk.Example",
        "owner@desk.example\u{200b}",
        "\u{feff}owner@desk.example",
        "owner@desk。example",
        "owner@ｄｅｓｋ.example",
    ];
    let browser = from(&app, "203.0.113.7");
    let tried =
        (0..40).position(|number| guess(&browser, spellings[number % spellings.len()], 1) == 429);
    // Counted each by itself, only the thirtieth would be too much for the address they all come from.
    assert!(tried.is_some_and(|tried| tried < 25), "{tried:?}");
}

#[test]
fn somebody_elses_cookie_knows_nobody() {
    let app = App::start();
    let other = sign_in(&app, "colleague@desk.example");
    sign_in(&app, OWNER);
    other.post(&other.open("/en/desk").form_to("/sign-out"));
    let other = other.with("x-forwarded-for", "203.0.113.7");
    assert_eq!(guess(&other, OWNER, 40), 429);
    let forged = from(&app, "203.0.113.7").with("cookie", "known=abc.def");
    assert_eq!(guess(&forged, OWNER, 40), 429);
}

#[test]
fn what_failed_and_what_was_not_tried_is_in_the_log_without_anybodys_address() {
    let app = App::start();
    sign_in(&app, OWNER);
    let browser = from(&app, "203.0.113.77");
    assert_eq!(guess(&browser, OWNER, 40), 429);
    guess(&from(&app, "203.0.113.78"), "nobody@desk.example", 1);
    let log = app.log();
    assert!(log.contains("a sign-in failed"), "{log}");
    assert!(log.contains("a sign-in was not tried"), "{log}");
    for personal in [OWNER, "nobody@", "203.0.113.7", "this is not number"] {
        assert!(!log.contains(personal), "{personal} in: {log}");
    }
}
