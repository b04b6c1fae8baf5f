//! The desk's accounts: how somebody gets in, and who can be shut out.

use crate::support::form::Form;
use crate::support::stage::{FORUM, PASSWORD, Stage, enter, saved, set_password, sign_in};
use crate::support::{App, Browser, Page, at_once};

const OWNER: &str = "owner@desk.example";
const FRIEND: &str = "friend@desk.example";
const ACCOUNTS: &str = "/en/desk/accounts";

/// The buttons beside an account.
fn row(owner: &Browser, email: &str) -> Form {
    let page = owner.open(ACCOUNTS);
    let place = page
        .words("tbody th")
        .iter()
        .position(|one| one == email)
        .unwrap_or_else(|| panic!("no account {email}: {}", page.sentence()));
    let mut rows = page
        .forms()
        .into_iter()
        .filter(|form| form.action.contains("/desk/accounts/"));
    rows.nth(place).unwrap()
}

fn press(owner: &Browser, email: &str, what: &str) -> Page {
    owner.submit(&row(owner, email).press("do", what))
}

/// An account made at the desk; the link in the mail it got.
fn invite(app: &App, owner: &Browser, email: &str, kind: &str) -> String {
    let form = owner.open(ACCOUNTS).form();
    let before = app.outbox().letters_to(email).len();
    saved(owner.post(&form.fill("email", email).fill("kind", kind)));
    link(app, email, before + 1)
}

fn link(app: &App, email: &str, count: usize) -> String {
    app.outbox().letter(count, email).link("/password/")
}

fn owner() -> (App, Browser) {
    let app = App::start();
    let owner = sign_in(&app, OWNER);
    (app, owner)
}

/// Whether the browser is signed in as somebody who sees all accounts.
fn owns(browser: &Browser) -> bool {
    browser.get(ACCOUNTS).status == 200
}

#[test]
fn who_is_given_access_sets_a_password_by_the_link_in_the_mail_and_signs_in() {
    let stage = Stage::new();
    let people = format!("/en/desk/{FORUM}/people");
    let give = stage.desk.open(&people).form().fill("role", "viewer");
    let answer = stage.desk.submit(&give.fill("email", FRIEND));
    assert_eq!(answer.words("tbody th"), [FRIEND]);
    assert!(
        answer.words(".notice")[0].contains("on its way by e-mail"),
        "{}",
        answer.sentence()
    );
    let link = link(&stage.app, FRIEND, 1);
    let friend = stage.app.browser();
    let page = friend.open(&link);
    assert!(page.sentence().contains(FRIEND));
    let before = enter(&friend, FRIEND, PASSWORD);
    assert_eq!(before.status, 422, "no password yet");

    for weak in ["short", "friend@desk.example", "passwordpassword"] {
        let answer = set_password(&friend, &link, weak);
        assert_eq!(answer.status, 422, "{weak}");
        assert!(answer.has("[aria-invalid=true]"), "{weak}");
        assert_eq!(
            enter(&friend, FRIEND, weak).status,
            422,
            "{weak} was not set"
        );
    }
    let set = friend.follow(set_password(&friend, &link, PASSWORD));
    assert!(
        set.words(".notice")[0].contains("password is set"),
        "{}",
        set.sentence()
    );
    let home = friend.follow(enter(&friend, FRIEND, PASSWORD));
    assert!(
        home.sentence().contains("A forum for tests"),
        "{}",
        home.sentence()
    );
    assert_eq!(
        friend
            .get(&format!("/en/desk/{FORUM}/registrations"))
            .status,
        200
    );
}

#[test]
fn a_password_link_works_once_and_takes_the_earlier_ones_with_it() {
    let (app, owner) = owner();
    let first = invite(&app, &owner, FRIEND, "none");
    press(&owner, FRIEND, "link");
    let second = link(&app, FRIEND, 2);
    assert_ne!(first, second);
    let friend = app.browser();
    let held_open = friend.open(&second).form();
    saved(set_password(&friend, &second, PASSWORD));
    for gone in [&first, &second] {
        let page = friend.get(gone);
        assert_eq!(page.status, 404, "{gone}");
        assert!(page.sentence().contains("no longer works"));
        assert!(!page.has("input[type=password]"));
    }
    let late = friend.post(&held_open.fill("new-password", "another quiet sentence"));
    assert_eq!(late.status, 404, "a page that was open meanwhile");
    assert_eq!(
        enter(&friend, FRIEND, "another quiet sentence").status,
        422,
        "and sets nothing"
    );
    saved(enter(&friend, FRIEND, PASSWORD));
}

#[test]
fn a_guessed_password_link_is_answered_like_one_that_was_used() {
    let (app, owner) = owner();
    let used = invite(&app, &owner, FRIEND, "none");
    let browser = app.browser();
    saved(set_password(&browser, &used, PASSWORD));
    let guess: String = used.chars().rev().take(20).map(|_| 'a').collect();
    let guessed = format!("{}{guess}", &used[..used.len() - 20]);
    let (guessed, used) = (browser.get(&guessed), browser.get(&used));
    assert_eq!((guessed.status, used.status), (404, 404));
    assert_eq!(guessed.sentence(), used.sentence());
}

#[test]
fn a_new_password_ends_every_sign_in_and_the_old_one_is_worth_nothing() {
    let (app, owner) = owner();
    let first = invite(&app, &owner, FRIEND, "owner");
    let (phone, laptop) = (app.browser(), app.browser());
    saved(set_password(&phone, &first, PASSWORD));
    for browser in [&phone, &laptop] {
        saved(enter(browser, FRIEND, PASSWORD));
        assert!(owns(browser));
    }
    press(&owner, FRIEND, "link");
    let new = "a longer and quieter sentence";
    saved(set_password(&laptop, &link(&app, FRIEND, 2), new));
    for browser in [&phone, &laptop] {
        assert_eq!(browser.get("/en/desk").status, 303);
        assert_eq!(enter(browser, FRIEND, PASSWORD).status, 422);
    }
    saved(enter(&phone, FRIEND, new));
    assert!(owns(&phone) && owns(&owner), "nobody else was signed out");
}

#[test]
fn the_last_owner_can_neither_be_shut_out_nor_lose_ownership() {
    let (app, owner) = owner();
    // Somebody who has not set a password yet could not let anybody in again.
    invite(&app, &owner, FRIEND, "owner");
    for what in ["disable", "no-owner"] {
        let page = press(&owner, OWNER, what);
        assert_eq!(page.status, 200, "{what}");
        assert!(
            page.words(".notice")[0].contains("last owner"),
            "{what}: {}",
            page.sentence()
        );
        assert!(owns(&owner), "{what} changed nothing");
        assert_eq!(
            page.words("tbody tr")[1].matches("Every forum").count(),
            1,
            "{}",
            page.sentence()
        );
    }
    for rights in [["--role", "viewer"], ["--role", "organizer"]] {
        let said = app.hazir(&[&["account", "add", OWNER], &rights[..]].concat());
        assert_eq!(said.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&said.stderr).contains("last owner"));
    }
    assert!(owns(&owner));
    saved(enter(&app.browser(), OWNER, PASSWORD));
}

#[test]
fn an_owner_may_go_when_another_can_sign_in() {
    let (app, owner) = owner();
    let friend = app.browser();
    saved(set_password(
        &friend,
        &invite(&app, &owner, FRIEND, "none"),
        PASSWORD,
    ));
    saved(enter(&friend, FRIEND, PASSWORD));
    assert!(!owns(&friend));
    press(&owner, FRIEND, "owner");
    assert!(owns(&friend), "at once");
    let answer = owner.post(&row(&owner, OWNER).press("do", "no-owner"));
    assert_eq!(saved(answer).location().unwrap().path(), ACCOUNTS);
    assert_eq!(owner.get(ACCOUNTS).status, 403);
    assert_eq!(owner.get("/en/desk").status, 200, "signed in all the same");
    let page = press(&friend, FRIEND, "disable");
    assert!(
        page.words(".notice")[0].contains("last owner"),
        "now that one is the last: {}",
        page.sentence()
    );
}

#[test]
fn two_owners_who_shut_out_each_other_at_the_same_time_leave_one() {
    let (app, owner) = owner();
    let friend = app.browser();
    saved(set_password(
        &friend,
        &invite(&app, &owner, FRIEND, "owner"),
        PASSWORD,
    ));
    saved(enter(&friend, FRIEND, PASSWORD));
    let blows = [
        (&owner, row(&owner, FRIEND).press("do", "disable")),
        (&friend, row(&friend, OWNER).press("do", "disable")),
    ];
    at_once(&blows, |(browser, form)| browser.post(form).status);
    assert_ne!(owns(&owner), owns(&friend), "one of them is left");
}

#[test]
fn who_is_shut_out_is_out_at_once_and_comes_back_when_let_in_again() {
    let (app, owner) = owner();
    let friend = app.browser();
    saved(set_password(
        &friend,
        &invite(&app, &owner, FRIEND, "owner"),
        PASSWORD,
    ));
    saved(enter(&friend, FRIEND, PASSWORD));
    press(&owner, FRIEND, "link");
    let link = link(&app, FRIEND, 2);
    press(&owner, FRIEND, "disable");
    assert_eq!(friend.get("/en/desk").status, 303);
    let known = enter(&friend, FRIEND, PASSWORD);
    assert_eq!(known.status, 422);
    let unknown = enter(&friend, "nobody@desk.example", PASSWORD);
    assert_eq!(
        known.words(".error-summary"),
        unknown.words(".error-summary")
    );
    assert_eq!(friend.get(&link).status, 404, "the link was shut with it");
    let said = app.hazir(&["account", "add", FRIEND, "--role", "owner"]);
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&said.stderr).contains("shut out"));
    press(&owner, FRIEND, "enable");
    saved(enter(&friend, FRIEND, PASSWORD));
    assert!(owns(&friend));
}

#[test]
fn an_address_has_one_account_however_it_is_written() {
    let (app, owner) = owner();
    invite(&app, &owner, FRIEND, "none");
    let form = owner.open(ACCOUNTS).form();
    let again = owner.post(
        &form
            .fill("email", &FRIEND.to_uppercase())
            .fill("kind", "owner"),
    );
    assert_eq!(again.status, 422);
    assert!(again.sentence().contains("has an account already"));
    assert_eq!(owner.open(ACCOUNTS).words("tbody th"), [FRIEND, OWNER]);
    assert!(
        owner.open(ACCOUNTS).words("tbody td")[0].contains("None yet"),
        "still no owner"
    );
}

#[test]
fn a_sign_in_form_is_good_in_the_browser_it_was_made_for_and_loses_nothing_in_another() {
    let (app, owner) = owner();
    let friend = app.browser();
    saved(set_password(
        &friend,
        &invite(&app, &owner, FRIEND, "none"),
        PASSWORD,
    ));
    // Somebody else's form, which would sign this browser in to somebody else's account.
    let made_elsewhere = app.browser().open("/en/desk/sign-in").form();
    let filled = |form: Form| {
        form.fill("username", FRIEND)
            .fill("current-password", PASSWORD)
    };
    let browser = app.browser();
    let answer = browser.post(&filled(made_elsewhere));
    assert_eq!(answer.status, 422);
    assert!(
        answer.sentence().contains("Enter your password once more"),
        "{}",
        answer.sentence()
    );
    assert_eq!(browser.get("/en/desk").status, 303, "not signed in");
    assert_eq!(answer.form().value("username"), FRIEND);
    saved(browser.post(&filled(answer.form())));
    // Another tab of one browser is the same browser.
    let (first, _) = (
        friend.open("/en/desk/sign-in").form(),
        friend.open("/en/desk/sign-in"),
    );
    saved(friend.post(&filled(first)));
}
