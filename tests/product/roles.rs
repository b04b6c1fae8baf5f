//! Who may see and do what at a forum's desk, and who may not.

use std::collections::BTreeSet;

use crate::support::form::Form;
use crate::support::stage::{FORUM, PASSWORD, Person, Stage, fill, saved};
use crate::support::{Browser, Page, eventually};

/// Each may what those before it may.
const ROLES: [&str; 4] = ["door", "viewer", "registrar", "organizer"];

const OTHER: &str = "other-forum";

/// A forum with something of everything, so that each page has its forms.
fn furnished() -> Stage {
    let stage = Stage::with(&[("approval", "by_desk")]);
    for number in 1..=2 {
        stage.register(&Person::number(number));
    }
    let confirm = stage
        .desk
        .open(&stage.at_desk(&Person::number(2).name))
        .form_to("/confirm");
    saved(stage.desk.post(&confirm));
    let session = stage
        .desk
        .open(&desk("/sessions/new"))
        .form()
        .fill("title.en", "Opening");
    saved(stage.desk.post(&session));
    let mailing = stage
        .desk
        .open(&desk("/mailings/new"))
        .form()
        .fill("about", "news")
        .fill("subject.en", "News")
        .fill("body.en", "Hello.");
    saved(stage.desk.post(&mailing));
    // Of a checkpoint that the device does not serve: it waits at the desk.
    stage.scanner().scan("HZ0", "a-door-of-old");
    let printer = stage
        .desk
        .open(&desk("/printers/new"))
        .form()
        .fill("name", "Desk 1")
        .fill("host", "192.0.2.40");
    saved(stage.desk.post(&printer));
    give(&stage, "somebody@desk.example", "viewer");
    all_mail_is_out(&stage);
    stage
}

fn give(stage: &Stage, email: &str, role: &str) {
    let form = stage.desk.open(&desk("/people")).form();
    saved(
        stage
            .desk
            .post(&form.fill("email", email).fill("role", role)),
    );
}

/// From now on no page changes by itself.
fn all_mail_is_out(stage: &Stage) {
    eventually("no mail that waits", || {
        let waiting = stage.desk.open(&desk("/messages?state=waiting"));
        (!waiting.has("tbody tr")).then_some(())
    });
}

fn desk(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

/// The forum's pages, each with the least role that may open it.
fn pages(stage: &Stage) -> Vec<(&'static str, String)> {
    let device = numbered(stage, "/devices");
    let mut pages: Vec<(&str, String)> = ["", "/live", "/devices", "/devices/new", &device]
        .iter()
        .map(|path| ("door", desk(path)))
        .collect();
    let seen = [
        "/countries",
        "/registrations",
        "/duplicates",
        "/not-entered",
        "/messages",
        "/letters",
        "/export.csv",
        "/export.xlsx",
        "/export.json",
    ];
    pages.extend(seen.iter().map(|path| ("viewer", desk(path))));
    pages.extend(["/registrations/new", "/import"].map(|path| ("registrar", desk(path))));
    let kept = numbered(stage, "/not-entered");
    pages.push(("registrar", desk(&kept)));
    for number in 1..=2 {
        let person = stage.at_desk(&Person::number(number).name);
        pages.push(("registrar", format!("{person}/correct")));
        pages.push(("registrar", format!("{person}/email")));
        pages.push(("viewer", person));
    }
    let own = [
        "/settings",
        "/texts",
        "/people",
        "/letters/settings",
        "/moved",
        "/wording",
        "/wording/confirmed/en",
        "/wording/confirmed/en/preview",
    ];
    pages.extend(own.map(|path| ("organizer", desk(path))));
    for part in [
        "/sites",
        "/sessions",
        "/categories",
        "/checkpoints",
        "/mailings",
        "/printers",
    ] {
        pages.push(("organizer", desk(part)));
        pages.push(("organizer", desk(&format!("{part}/new"))));
        pages.push(("organizer", desk(&numbered(stage, part))));
    }
    pages
}

/// The last of the things that a page lists, as a path behind the forum's.
fn numbered(stage: &Stage, list: &str) -> String {
    let links = stage
        .desk
        .open(&desk(list))
        .attributes("main a[href]", "href");
    let last = links
        .iter()
        .rfind(|link| link.ends_with(|end: char| end.is_ascii_digit()))
        .unwrap_or_else(|| panic!("{list} lists nothing: {links:?}"));
    last.strip_prefix(&desk("")).unwrap().to_owned()
}

/// Every form of these pages that changes something, with the least role that may send it.
fn forms(stage: &Stage) -> Vec<(&'static str, Form)> {
    let mut all = Vec::new();
    for (least, address) in pages(stage) {
        let page = stage.desk.open(&address);
        let changing = page
            .forms()
            .into_iter()
            .filter(|form| form.method == "post" && !form.action.ends_with("/sign-out"));
        let least = match address.contains("/registrations")
            || address.ends_with("/duplicates")
            || address.contains("/not-entered")
        {
            true => "registrar",
            false => least,
        };
        all.extend(changing.map(|form| (least, form)));
    }
    assert!(all.len() > 25, "only {} forms", all.len());
    all
}

/// An address, the words of its page, and what each of its forms says.
type Seen = (String, String, Vec<Vec<(String, String)>>);

/// What an owner sees of the forum: the words of each page, and what stands in its forms.
fn everything(stage: &Stage) -> Vec<Seen> {
    let kept = pages(stage)
        .into_iter()
        .map(|(_, address)| address)
        .filter(|address| !address.ends_with("/new") && !address.ends_with(".xlsx"));
    kept.map(|address| {
        let page = stage.desk.open(&address);
        let held = page.forms().iter().map(held).collect();
        (address, page.sentence(), held)
    })
    .collect()
}

/// What a form says, but for the token, which differs each time.
fn held(form: &Form) -> Vec<(String, String)> {
    let mut pairs = form.pairs();
    pairs.retain(|(name, _)| name != "token");
    pairs
}

fn rank(role: &str) -> usize {
    ROLES.iter().position(|one| *one == role).unwrap()
}

/// What stands in the forms of this sign-in.
fn token(browser: &Browser) -> String {
    browser.open("/en/desk").form_to("/sign-out").value("token")
}

#[test]
fn each_role_opens_its_own_pages_and_is_refused_at_the_others() {
    let stage = furnished();
    let pages = pages(&stage);
    for role in ROLES {
        let colleague = stage.colleague(role, FORUM);
        for (least, address) in &pages {
            // Whoever only looks on sees the devices and makes none.
            let only_looks_on = role == "viewer" && address.ends_with("/devices/new");
            let may = rank(role) >= rank(least) && !only_looks_on;
            let expected = if may { 200 } else { 403 };
            let answer = colleague.get(address);
            assert_eq!(answer.status, expected, "{role}: {address}");
            let said = answer.text();
            assert!(
                expected == 200 || !said.contains("Number1"),
                "{role}: {address} names a person: {said}"
            );
        }
        let accounts = colleague.get("/en/desk/accounts");
        assert_eq!(accounts.status, 403, "{role}: accounts");
        assert!(!accounts.text().contains("owner@desk.example"));
        let new_forum = colleague.get("/en/desk/forums/new").status;
        let expected = if role == "organizer" { 200 } else { 403 };
        assert_eq!(new_forum, expected, "{role}: a new forum");
    }
}

#[test]
fn the_door_sees_numbers_and_no_names() {
    let stage = furnished();
    let door = stage.colleague("door", FORUM);
    for path in ["", "/live", "/devices"] {
        let said = door.open(&desk(path)).text();
        assert!(!said.contains("Number1") && !said.contains("@people.example"));
    }
    let counters = door.open(&desk("")).words(".counter b");
    assert_eq!(
        counters[..2],
        ["2", "1"],
        "two registered, one of them confirmed"
    );
}

#[test]
fn every_link_a_role_is_shown_leads_to_a_page_it_may_open() {
    let stage = furnished();
    for role in ROLES {
        let colleague = stage.colleague(role, FORUM);
        let mut to_see = vec!["/en/desk".to_owned()];
        let mut seen = BTreeSet::new();
        while let Some(address) = to_see.pop() {
            if !seen.insert(address.clone()) {
                continue;
            }
            let page = colleague.get(&address);
            assert_eq!(page.status, 200, "{role} is led to {address}");
            let links = page.attributes("a[href]", "href").into_iter();
            to_see.extend(links.filter(|link| link.starts_with("/en/desk")));
        }
        assert!(seen.contains(&desk("/devices")), "{role}: {seen:?}");
        assert_eq!(
            seen.contains(&desk("/settings")),
            role == "organizer",
            "{role}: {seen:?}"
        );
    }
}

#[test]
fn a_form_from_a_role_that_may_not_send_it_is_refused_and_changes_nothing() {
    let stage = furnished();
    let colleagues = ROLES.map(|role| (role, stage.colleague(role, FORUM)));
    let tokens = colleagues.each_ref().map(|(_, colleague)| token(colleague));
    let before = everything(&stage);
    for (least, form) in forms(&stage) {
        for ((role, colleague), token) in colleagues.iter().zip(&tokens) {
            if rank(role) < rank(least) {
                let answer = colleague.post(&form.clone().fill("token", token));
                assert_eq!(answer.status, 403, "{role}: {}", form.action);
            }
        }
    }
    let organizer = &colleagues[3].1;
    for form in stage.desk.open("/en/desk/accounts").forms() {
        if form.action.contains("/accounts/") {
            for what in ["owner", "no-owner", "disable", "link"] {
                let form = form.clone().fill("token", &tokens[3]).forge("do", what);
                assert_eq!(organizer.post(&form).status, 403, "{what}");
            }
        }
    }
    let new_account = stage
        .desk
        .open("/en/desk/accounts")
        .form()
        .fill("email", "friend@desk.example")
        .fill("kind", "owner")
        .fill("token", &tokens[3]);
    assert_eq!(organizer.post(&new_account).status, 403);
    assert_eq!(everything(&stage), before);
    assert!(
        stage
            .app
            .outbox()
            .letters_to("friend@desk.example")
            .is_empty()
    );
}

#[test]
fn what_a_role_may_do_it_can_do() {
    let stage = furnished();
    let door = stage.colleague("door", FORUM);
    let device = door
        .open(&desk("/devices/new"))
        .form()
        .fill("name", "A phone")
        .tick("checkpoint");
    let made = door.submit(&device);
    assert!(
        made.sentence().contains("/en/door/pair/"),
        "{}",
        made.sentence()
    );
    saved(door.post(&made.form_to("/revoke")));

    let viewer = stage.colleague("viewer", FORUM);
    let list = viewer.open(&desk("/export.csv")).text();
    assert!(list.contains(&Person::number(1).email));

    let registrar = stage.colleague("registrar", FORUM);
    let person = stage.at_desk(&Person::number(1).name);
    saved(registrar.post(&registrar.open(&person).form_to("/confirm")));
    assert_eq!(stage.state_of(&Person::number(1)), "confirmed");

    let organizer = stage.colleague("organizer", FORUM);
    let settings = organizer.open(&desk("/settings")).form();
    saved(organizer.post(&settings.fill("capacity", "77")));
    let settings = stage.desk.open(&desk("/settings")).form();
    assert_eq!(settings.value("capacity"), "77");
}

#[test]
fn nobody_becomes_more_than_was_given() {
    let stage = furnished();
    let organizer = stage.colleague("organizer", FORUM);
    let people = organizer.open(&desk("/people"));
    let own = people
        .words("tbody tr")
        .into_iter()
        .find(|row| row.starts_with("organizer-of-"));
    assert_eq!(
        own.unwrap(),
        format!("organizer-of-{FORUM}@desk.example Organizer"),
        "nothing to press in one's own row"
    );
    let give = people.form().fill("email", "friend@desk.example");
    for role in ["owner", "emperor", ""] {
        let answer = organizer.post(&give.clone().forge("role", role));
        assert_eq!(answer.status, 422, "{role}");
    }
    let own = give
        .fill("email", &format!("organizer-of-{FORUM}@desk.example"))
        .fill("role", "door");
    let answer = organizer.post(&own);
    assert_eq!(answer.status, 422);
    assert!(answer.has(".error-summary"));
    let other = people
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/take"))
        .unwrap();
    let change = other.action.trim_end_matches("/take").to_owned();
    let promoted = other.sent_to(&change);
    assert_eq!(organizer.post(&promoted.forge("role", "owner")).status, 404);
    let after = stage.desk.open(&desk("/people")).words("tbody th");
    assert_eq!(
        after,
        [
            format!("organizer-of-{FORUM}@desk.example"),
            "somebody@desk.example".into()
        ]
    );
    assert!(
        stage
            .app
            .outbox()
            .letters_to("friend@desk.example")
            .is_empty()
    );
}

#[test]
fn another_role_counts_at_once_and_access_taken_away_closes_the_forum() {
    let stage = furnished();
    let colleague = stage.colleague("viewer", FORUM);
    let access = || {
        let page = stage.desk.open(&desk("/people"));
        let emails = page.words("tbody th");
        let place = emails.iter().position(|one| one.starts_with("viewer-of-"));
        let forms = page.forms().into_iter();
        let mut of_rows = forms.filter(|form| form.action.contains("/people/"));
        let change = of_rows.nth(2 * place.unwrap()).unwrap();
        (change, of_rows.next().unwrap())
    };
    assert_eq!(colleague.get(&desk("/registrations/new")).status, 403);
    saved(stage.desk.post(&access().0.fill("role", "registrar")));
    assert_eq!(colleague.get(&desk("/registrations/new")).status, 200);
    saved(stage.desk.post(&access().0.fill("role", "door")));
    assert_eq!(colleague.get(&desk("/registrations")).status, 403);
    saved(stage.desk.post(&access().1));
    assert_eq!(colleague.get(&desk("")).status, 404);
    assert!(
        !colleague
            .open("/en/desk")
            .sentence()
            .contains("A forum for tests")
    );
}

#[test]
fn an_account_of_one_forum_finds_nothing_of_another() {
    let stage = furnished();
    stage.add_forum(OTHER, &[("title", "The other forum")]);
    let rival = stage.colleague("organizer", OTHER);
    let home = rival.open("/en/desk").sentence();
    assert!(
        home.contains("The other forum") && !home.contains("A forum for tests"),
        "{home}"
    );
    let nothing = rival.get("/en/desk/no-such-forum");
    assert_eq!(nothing.status, 404);
    for (_, address) in pages(&stage) {
        let answer = rival.get(&address);
        assert_eq!(answer.status, 404, "{address}");
        assert_eq!(answer.sentence(), nothing.sentence(), "{address}");
    }
    for query in [
        "?q=Delegate",
        "?state=registered",
        "?q=delegate-1@people.example",
    ] {
        let address = format!("/en/desk/{OTHER}/registrations{query}");
        assert!(!rival.open(&address).has("tbody tr"), "{query}");
    }
    let before = everything(&stage);
    let token = token(&rival);
    for (_, form) in forms(&stage) {
        let answer = rival.post(&form.clone().fill("token", &token));
        assert_eq!(answer.status, 404, "{}", form.action);
    }
    assert_eq!(everything(&stage), before);
}

/// The number of somebody else's thing, behind one's own forum's name.
#[test]
fn what_belongs_to_one_forum_is_not_reached_through_another() {
    let stage = furnished();
    stage.add_forum(OTHER, &[]);
    let rival = stage.colleague("organizer", OTHER);
    let before = everything(&stage);
    let through_mine =
        |address: &str| address.replace(&format!("/desk/{FORUM}/"), &format!("/desk/{OTHER}/"));
    let (things, lists): (Vec<_>, Vec<_>) = pages(&stage)
        .into_iter()
        .map(|(_, address)| address)
        .partition(|address| address.contains(|letter: char| letter.is_ascii_digit()));
    assert!(things.len() > 8 && !lists.is_empty());
    for address in things {
        let answer = rival.get(&through_mine(&address));
        assert_eq!(answer.status, 404, "{address}");
    }
    let token = token(&rival);
    for (_, form) in forms(&stage) {
        if form
            .action
            .rsplit_once(FORUM)
            .unwrap()
            .1
            .contains(|letter: char| letter.is_ascii_digit())
        {
            let elsewhere = through_mine(&form.action);
            let form = form.sent_to(&elsewhere);
            let answer = rival.post(&form.clone().fill("token", &token));
            assert!(
                [303, 404].contains(&answer.status),
                "{}: {}",
                form.action,
                answer.status
            );
        }
    }
    let site = numbered(&stage, "/sites");
    let site = site.rsplit('/').next().unwrap();
    let session = rival
        .open(&format!("/en/desk/{OTHER}/sessions/new"))
        .form()
        .fill("title.en", "At the neighbours'")
        .forge("site", site);
    assert_eq!(
        rival.post(&session).status,
        422,
        "a site of another forum is no choice"
    );
    assert_eq!(everything(&stage), before);
}

#[test]
fn a_signed_out_browser_is_led_to_sign_in_and_back_to_where_it_wanted_to_go() {
    let stage = furnished();
    let browser = stage.app.browser();
    let wanted = format!("/az/desk/{FORUM}/registrations?q=%C5%9F%26a+b&state=confirmed");
    let page = browser.follow(browser.get(&wanted));
    assert_eq!(page.address.path(), "/az/desk/sign-in");
    let answer = sign_in_on(&browser, &page, PASSWORD);
    assert_eq!(
        answer.location().unwrap(),
        browser.absolute(&wanted),
        "where it wanted to go"
    );
    assert_eq!(browser.follow(answer).status, 200);
}

#[test]
fn a_wrong_password_does_not_lose_the_way_and_no_way_leads_off_the_desk() {
    let stage = furnished();
    let browser = stage.app.browser();
    let page = browser.follow(browser.get(&desk("/messages")));
    let again = sign_in_on(&browser, &page, "not this one at all");
    assert_eq!(again.status, 422);
    let answer = sign_in_on(&browser, &again, PASSWORD);
    assert!(answer.location().unwrap().path().ends_with("/messages"));

    let browser = stage.app.browser();
    for elsewhere in [
        "https://elsewhere.example/en/desk",
        "//elsewhere.example/desk",
    ] {
        let page = browser.open(&format!("/en/desk/sign-in?to={elsewhere}"));
        let answer = sign_in_on(&browser, &page, PASSWORD);
        assert_eq!(answer.location().unwrap(), browser.absolute("/en/desk"));
        saved(browser.post(&browser.open("/en/desk").form_to("/sign-out")));
    }
}

#[test]
fn a_form_sent_after_the_sign_in_ended_changes_nothing_until_somebody_signs_in() {
    let stage = furnished();
    let registrar = stage.colleague("registrar", FORUM);
    let person = stage.at_desk(&Person::number(1).name);
    let confirm = registrar.open(&person).form_to("/confirm");
    saved(registrar.post(&registrar.open("/en/desk").form_to("/sign-out")));
    for browser in [&registrar, &stage.app.browser()] {
        let answer = browser.post(&confirm);
        assert_eq!(answer.status, 422);
        assert!(answer.form().has("current-password"));
    }
    let stranger = stage.colleague("organizer", FORUM);
    let answer = stranger.post(&confirm);
    assert_eq!(answer.status, 422, "the form of another sign-in");
    assert!(answer.sentence().contains("under another sign-in"));
    assert_eq!(stage.state_of(&Person::number(1)), "pending");
}

fn sign_in_on(browser: &Browser, page: &Page, password: &str) -> Page {
    let form = page.form_to("/sign-in");
    browser.post(
        &form
            .fill("username", "owner@desk.example")
            .fill("current-password", password),
    )
}

#[test]
fn a_role_at_one_of_a_persons_two_forums_shows_that_one_registration() {
    let stage = furnished();
    stage.add_forum(OTHER, &[]);
    let person = Person::number(1);
    let form = stage
        .app
        .browser()
        .open(&format!("/en/{OTHER}/register"))
        .form();
    saved(stage.app.browser().post(&fill(form, &person)));
    let viewer = stage.colleague("viewer", OTHER);
    let list = viewer.open(&format!("/en/desk/{OTHER}/registrations"));
    assert_eq!(list.words("tbody th"), [&*person.name]);
    let csv = viewer.open(&format!("/en/desk/{OTHER}/export.csv")).text();
    assert_eq!(csv.matches("@people.example").count(), 1, "{csv}");
}
