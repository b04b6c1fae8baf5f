//! A forum with its desk and its door, ready for people: what most tests begin with.

use chrono::{Days, Utc};

use super::door::Scanner;
use super::form::Form;
use super::mail::Letter;
use super::{App, Browser, Page};

pub const FORUM: &str = "test-forum";
pub const DOOR: &str = "main-day-1";

pub struct Stage {
    pub app: App,
    pub desk: Browser,
}

/// What a person types into the form.
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub country: &'static str,
    pub organisation: String,
}

/// Somebody who has registered, and the letter that came of it.
pub struct Registered {
    pub letter: Letter,
    pub page: String,
}

impl Stage {
    /// One open forum without a limit, confirming at once, yesterday to tomorrow, with one door for everybody.
    pub fn new() -> Stage {
        Stage::on(App::start(), &[])
    }

    /// The same, with these of the forum's settings.
    pub fn with(settings: &[(&str, &str)]) -> Stage {
        Stage::on(App::start(), settings)
    }

    pub fn on(app: App, settings: &[(&str, &str)]) -> Stage {
        let desk = sign_in(&app, "owner@desk.example");
        let stage = Stage { app, desk };
        stage.add_forum(FORUM, settings);
        stage.add_door(FORUM, DOOR);
        stage
    }

    /// Made by hand at the desk, as an organizer does.
    pub fn add_forum(&self, slug: &str, settings: &[(&str, &str)]) {
        let today = Utc::now().date_naive();
        let form = self.desk.open("/en/desk/forums/new").form();
        let form = form
            .fill("title", "A forum for tests")
            .fill("slug", slug)
            .fill("starts_on", &(today - Days::new(1)).to_string())
            .fill("ends_on", &(today + Days::new(1)).to_string())
            .fill("zone", "Asia/Baku")
            .fill("approval", "at_once")
            .tick("published");
        let set = |form: Form, (field, value): &(&str, &str)| form.fill(field, value);
        saved(self.desk.post(&settings.iter().fold(form, set)));
    }

    /// A door for everybody, at any time, both ways.
    pub fn add_door(&self, forum: &str, slug: &str) {
        let form = self
            .desk
            .open(&format!("/en/desk/{forum}/checkpoints/new"))
            .form();
        let form = form
            .fill("name.en", "Main entrance")
            .fill("slug", slug)
            .fill("direction", "both");
        saved(self.desk.post(&form));
    }

    /// The form, filled in as this person would.
    pub fn filled(&self, person: &Person) -> Form {
        fill(
            self.app
                .browser()
                .open(&format!("/en/{FORUM}/register"))
                .form(),
            person,
        )
    }

    /// Registers, and reads the first letter.
    pub fn register(&self, person: &Person) -> Registered {
        let answer = self.app.browser().post(&self.filled(person));
        assert_eq!(answer.status, 303, "{}", answer.sentence());
        let letter = self.app.outbox().letter(1, &person.email);
        let page = letter.own_page();
        Registered { letter, page }
    }

    /// Registers; the badge's code.
    pub fn badge(&self, person: &Person) -> String {
        self.register(person).letter.badge()
    }

    /// Somebody who works at the forum's desk, with this role there.
    pub fn colleague(&self, role: &str, forum: &str) -> Browser {
        let email = format!("{role}-of-{forum}@desk.example");
        sign_in_as(&self.app, &email, &["--role", role, "--forum", forum])
    }

    /// The address of a person's page at the desk.
    pub fn at_desk(&self, name: &str) -> String {
        let list = self.desk.open(&format!("/en/desk/{FORUM}/registrations"));
        let mut people = list
            .words("tbody th a")
            .into_iter()
            .zip(list.attributes("tbody th a", "href"));
        let found = people.find(|(found, _)| found == name);
        found
            .unwrap_or_else(|| panic!("nobody called {name}: {}", list.sentence()))
            .1
    }

    /// How the registration of an address stands, as the list says it.
    pub fn state_of(&self, person: &Person) -> String {
        let list = self.list(FORUM);
        let mut rows = list.iter().filter(|row| row["email"] == person.email);
        let row = rows.next().expect("somebody with that address");
        assert!(
            rows.next().is_none(),
            "two with the address {}",
            person.email
        );
        row["state"].clone()
    }

    /// A hardware scanner at the door.
    pub fn scanner(&self) -> Scanner {
        self.scanner_at(FORUM, DOOR)
    }

    pub fn scanner_at(&self, forum: &str, checkpoint: &str) -> Scanner {
        self.add_scanner(&[forum, "--checkpoint", checkpoint])
    }

    /// One whose time is over then.
    pub fn scanner_until(&self, until: hazir::clock::Moment) -> Scanner {
        let until = hazir::clock::rfc3339(until);
        self.add_scanner(&[FORUM, "--checkpoint", DOOR, "--until", &until])
    }

    fn add_scanner(&self, arguments: &[&str]) -> Scanner {
        let said = self
            .app
            .hazir_says(&[&["device", "add"], arguments].concat());
        let token = said
            .lines()
            .find_map(|line| line.strip_prefix("bearer token: "));
        Scanner::new(self.app.browser(), token.expect("a bearer token"))
    }

    /// The list the organizer hands over, as rows of named cells.
    pub fn list(&self, forum: &str) -> Vec<std::collections::BTreeMap<String, String>> {
        let csv = self.app.hazir_says(&["export", forum, "--format", "csv"]);
        rows(csv.as_bytes())
    }
}

impl Person {
    pub fn new(name: &str, email: &str) -> Person {
        Person {
            name: name.into(),
            email: email.into(),
            country: "AZ",
            organisation: "Xəzər".into(),
        }
    }

    pub fn number(number: usize) -> Person {
        Person::new(
            &format!("Delegate Number{number}"),
            &format!("delegate-{number}@people.example"),
        )
    }
}

pub fn fill(form: Form, person: &Person) -> Form {
    let form = match form.has("category") {
        true => form.fill("category", "delegate"),
        false => form,
    };
    form.fill("name", &person.name)
        .fill("email", &person.email)
        .fill("country", person.country)
        .fill("organization", &person.organisation)
        .tick("consent")
}

/// What every account of the desk chooses.
pub const PASSWORD: &str = "a long and quiet sentence";

/// The first account, made by command, sets its password by the link and signs in.
pub fn sign_in(app: &App, email: &str) -> Browser {
    sign_in_as(app, email, &["--role", "owner"])
}

/// The same with other rights: the command's own arguments.
pub fn sign_in_as(app: &App, email: &str, rights: &[&str]) -> Browser {
    let said = app.hazir_says(&[&["account", "add", email], rights].concat());
    let link = said
        .split_whitespace()
        .find(|word| word.contains("/password/"))
        .expect("a link to set the password");
    let path = link.parse::<url::Url>().unwrap().path().to_owned();
    let browser = app.browser();
    saved(set_password(&browser, &path, PASSWORD));
    saved(enter(&browser, email, PASSWORD));
    browser
}

/// Opens the link that sets a password, and sets this one.
pub fn set_password(browser: &Browser, link: &str, password: &str) -> Page {
    let form = browser.open(link).form();
    browser.post(&form.fill("new-password", password))
}

/// Signs in, or tries to.
pub fn enter(browser: &Browser, email: &str, password: &str) -> Page {
    let form = browser.open("/en/desk/sign-in").form();
    browser.post(
        &form
            .fill("username", email)
            .fill("current-password", password),
    )
}

/// A form that was taken: the answer leads on.
pub fn saved(answer: Page) -> Page {
    assert_eq!(
        answer.status,
        303,
        "{}: {}",
        answer.address,
        answer.sentence()
    );
    answer
}

pub fn rows(csv: &[u8]) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader =
        csv::Reader::from_reader(csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv));
    let heads = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        heads
            .iter()
            .map(str::to_owned)
            .zip(record.iter().map(str::to_owned))
            .collect()
    };
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}
