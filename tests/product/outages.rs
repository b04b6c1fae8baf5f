//! A database that is slow, silent, read-only or full: nobody waits for ever, doors come first, and it is well again
//! soon after.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection as _, RunQueryDsl};

use crate::support::door::scan;
use crate::support::form::Form;
use crate::support::jobs::settled;
use crate::support::proxy::Proxy;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill};
use crate::support::{App, Browser, Page, at_once, eventually, within};

/// A stage whose program reaches PostgreSQL by way of a proxy; none on SQLite.
fn behind_a_proxy() -> Option<(Stage, Proxy)> {
    let mut app = App::prepare();
    app.database.ask_server("SELECT 1")?;
    let proxy = Proxy::before(&app.database.address());
    let address = proxy.address(&app.database.address());
    app.set("HAZIR_DATABASE", &address);
    app.run();
    Some((Stage::on(app, &[]), proxy))
}

fn register(stage: &Stage, person: &Person) -> Option<Page> {
    let browser = stage.app.browser();
    let page = browser.try_get(&format!("/en/{FORUM}/register"))?;
    if page.status != 200 {
        return Some(page);
    }
    browser.try_post(&fill(page.form(), person))
}

fn emails(stage: &Stage) -> Vec<String> {
    let list = stage.list(FORUM);
    list.into_iter().map(|row| row["email"].clone()).collect()
}

#[test]
fn a_line_that_was_silent_for_36_seconds_is_forgotten_soon_after() {
    let Some((stage, proxy)) = behind_a_proxy() else {
        return;
    };
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    scanner.scan(&code, DOOR);
    proxy.fall_silent();
    let silence = Duration::from_secs(36);
    let began = Instant::now();
    std::thread::scope(|scope| {
        // People go on as if nothing were wrong, so that every connection has an answer outstanding.
        for number in 10..40 {
            let stage = &stage;
            scope.spawn(move || {
                while began.elapsed() < silence {
                    register(stage, &Person::number(number));
                }
            });
            let (scanner, code) = (&scanner, &code);
            scope.spawn(move || {
                while began.elapsed() < silence {
                    let scans = serde_json::json!({ "scans": [scan(code, DOOR)] });
                    scanner.try_post(&scans);
                }
            });
        }
        let asked = Instant::now();
        assert_eq!(stage.app.browser().get("/healthz").status, 503);
        assert!(asked.elapsed() < Duration::from_secs(10), "asked in vain");
        std::thread::sleep(silence.saturating_sub(began.elapsed()));
        proxy.go_on();
        let over = Instant::now();
        within(Duration::from_secs(10), "a scan after the silence", || {
            let scans = serde_json::json!({ "scans": [scan(&code, DOOR)] });
            let answer = scanner.try_post(&scans)?;
            (answer.status == 200).then_some(())
        });
        within(Duration::from_secs(10), "a registration", || {
            let answer = register(&stage, &Person::number(2))?;
            (answer.status == 303).then_some(())
        });
        println!("well again after {:?}", over.elapsed());
    });
    assert_eq!(stage.app.browser().get("/healthz").status, 200);
}

#[test]
fn thirty_registrations_behind_somebody_elses_lock_stop_no_scan() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    // As somebody holds it who gives away a place.
    let somebody = "SELECT * FROM forum FOR NO KEY UPDATE";
    let Some(lock) = stage.app.database.hold(somebody) else {
        return;
    };
    let people: Vec<Person> = (10..40).map(Person::number).collect();
    let forms: Vec<_> = people.iter().map(|person| stage.filled(person)).collect();
    std::thread::scope(|scope| {
        let waiting: Vec<_> = forms
            .iter()
            .map(|form| scope.spawn(|| stage.app.browser().post(form)))
            .collect();
        eventually("all connections of the desk wait for the lock", || {
            let waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = '$1' AND wait_event_type = 'Lock'";
            let count: u32 = stage.app.database.ask_server(waiting)?.parse().unwrap();
            (count >= 12).then_some(())
        });
        for _ in 0..20 {
            let asked = Instant::now();
            scanner.scan(&code, DOOR);
            assert!(
                asked.elapsed() < Duration::from_secs(4),
                "a scan waited {:?}",
                asked.elapsed()
            );
        }
        let door = stage.app.browser().get("/en/door");
        assert_ne!(door.status, 500);
        for answer in waiting {
            let answer = answer.join().unwrap();
            assert_eq!(answer.status, 500, "nobody waits for ever");
            assert!(answer.text().contains("was not saved"), "{}", answer.text());
        }
    });
    drop(lock);
    assert_eq!(emails(&stage).len(), 1);
    assert_eq!(register(&stage, &people[0]).unwrap().status, 303);
}

#[test]
fn a_scan_behind_somebody_elses_lock_keeps_none_of_those_beside_it_waiting() {
    let stage = Stage::new();
    let codes: Vec<String> = (0..40)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    let scanner = stage.scanner();
    scanner.scan(&codes[0], DOOR);
    let Some(lock) = stage
        .app
        .database
        .hold("SELECT * FROM presence FOR NO KEY UPDATE")
    else {
        return;
    };
    let held_up: Vec<_> = (0..4).map(|_| scan(&codes[0], DOOR)).collect();
    std::thread::scope(|scope| {
        let waiting: Vec<_> = held_up
            .iter()
            .map(|one| scope.spawn(|| scanner.send(std::slice::from_ref(one)).remove(0)))
            .collect();
        let waited = at_once(&codes[1..], |code| {
            let asked = Instant::now();
            assert_eq!(scanner.scan(code, DOOR)["verdict"], "admitted");
            asked.elapsed()
        });
        let longest = waited.into_iter().max().unwrap();
        assert!(longest < Duration::from_secs(4), "waited {longest:?}");
        drop(lock);
        for answer in waiting {
            assert_eq!(answer.join().unwrap()["verdict"], "already_in");
        }
    });
    assert_eq!(scanner.inside(DOOR), 40);
}

/// Lists that are brought in at the same time, and the people of each.
const LISTS: usize = 16;
const PEOPLE: usize = 200;
/// People of a list that share a transaction.
const SHARE: usize = 50;
/// So many such transactions a scan may have to wait for at most: one that is under way when it comes and one that goes along
/// with it, each of which may be slow.
const WAITED_FOR: u32 = 8;

#[test]
fn while_long_lists_are_brought_in_a_scan_waits_for_what_is_under_way_and_not_for_the_queue() {
    let stage = Stage::new();
    if stage.app.database.is_postgres() {
        return;
    }
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    scanner.scan(&code, DOOR);
    let forms: Vec<_> = (0..LISTS).map(|number| list(&stage, number)).collect();
    let (before, after) = (LISTS * SHARE, LISTS * (PEOPLE - SHARE));
    let (waits, one) = std::thread::scope(|scope| {
        for form in &forms {
            scope.spawn(|| assert_eq!(stage.desk.post(form).status, 303));
        }
        eventually("the lists to be under way", || {
            (people(&stage) >= before).then_some(())
        });
        let (began, there) = (Instant::now(), people(&stage));
        let mut waits = Vec::new();
        while people(&stage) <= after {
            let asked = Instant::now();
            scanner.scan(&code, DOOR);
            waits.push(asked.elapsed());
        }
        let transactions = (people(&stage) - there) / SHARE;
        (waits, began.elapsed() / transactions as u32)
    });
    eventually("the end of all lists", || {
        (people(&stage) > LISTS * PEOPLE).then_some(())
    });
    println!("a transaction: {one:?}; scans: {waits:?}");
    assert!(waits.len() > 4, "scans among the lists: {waits:?}");
    let longest = waits.iter().max().unwrap();
    assert!(*longest < one * WAITED_FOR, "{longest:?} of {one:?}");
    assert_eq!(people(&stage), LISTS * PEOPLE + 1);
}

/// A list of its own people, to be brought in at the desk.
fn list(stage: &Stage, number: usize) -> Form {
    let mut list = String::from("name,email,country\n");
    for person in 0..PEOPLE {
        list += &format!("Guest {number} {person},guest-{number}-{person}@people.example,AZ\n");
    }
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/import"));
    let form = page.form_to("/import");
    form.attach("list.csv", list.as_bytes()).press("run", "yes")
}

/// How many are registered, by the database itself.
fn people(stage: &Stage) -> usize {
    #[derive(diesel::QueryableByName)]
    struct Counted {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        people: i64,
    }

    let address = stage.app.database.address();
    let mut file =
        diesel::SqliteConnection::establish(address.trim_start_matches("sqlite://")).unwrap();
    let counted: Counted = diesel::sql_query("SELECT count(*) AS people FROM registration")
        .get_result(&mut file)
        .unwrap();
    counted.people as usize
}

#[test]
fn sessions_that_became_read_only_are_replaced_and_the_next_request_is_well() {
    let stage = Stage::new();
    let database = &stage.app.database;
    let shut = "ALTER DATABASE $1 SET default_transaction_read_only = on";
    let Some(_) = database.ask_server(shut) else {
        return;
    };
    database.ask_server(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '$1'",
    );
    let health = eventually("503", || {
        let health = stage.app.browser().get("/healthz");
        (health.status == 503).then_some(health)
    });
    assert!(health.text().contains("read-only"), "{}", health.text());
    let people: Vec<Person> = (10..40).map(Person::number).collect();
    for answer in at_once(&people, |person| register(&stage, person).unwrap()) {
        assert_eq!(answer.status, 500);
        assert!(answer.text().contains("was not saved"), "{}", answer.text());
    }
    let checked = stage.app.hazir(&["check"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(said.contains("read-only"), "{said}");
    database.ask_server("ALTER DATABASE $1 RESET default_transaction_read_only");
    for person in &people {
        let answer = register(&stage, person).unwrap();
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    eventually("200", || {
        (stage.app.browser().get("/healthz").status == 200).then_some(())
    });
}

#[test]
fn a_deadlock_is_known_by_its_number_in_whatever_language_it_is_told() {
    use hazir::inside::db::{Address, Connection, Database, Result};
    let app = App::prepare();
    if app.database.ask_server("SELECT 1").is_none() {
        return;
    }
    let proxy = Proxy::before(&app.database.address());
    proxy.translate("deadlock detected", "Verklemmung fatal");
    let address = proxy.address(&app.database.address());
    let database = Database::open(&Address::parse(&address).unwrap()).unwrap();
    database
        .write_now(|c| {
            c.batch_execute("INSERT INTO setting (key, value) VALUES ('one', '0'), ('two', '0')")
        })
        .unwrap();
    let met = std::sync::Arc::new(std::sync::Barrier::new(2));
    let took = |first: &'static str, second: &'static str| {
        let (database, met) = (database.clone(), met.clone());
        let tries = std::sync::atomic::AtomicU32::new(0);
        std::thread::spawn(move || {
            database.write_now(move |c: &mut Connection| -> Result<()> {
                let add = |key| {
                    format!("UPDATE setting SET value = (value::int + 1)::text WHERE key = '{key}'")
                };
                c.batch_execute(&add(first))?;
                if tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0 {
                    met.wait();
                }
                c.batch_execute(&add(second))
            })
        })
    };
    let both = [took("one", "two"), took("two", "one")];
    for one in both {
        one.join().unwrap().expect("the loser tried again");
    }
}

#[test]
fn a_commit_without_an_answer_is_told_as_what_it_is_and_sending_again_does_no_harm() {
    let Some((stage, proxy)) = behind_a_proxy() else {
        return;
    };
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let one = scan(&code, DOOR);
    let scans = serde_json::json!({ "scans": [one] });
    proxy.cut_at_commit(one["id"].as_str().unwrap(), 0);
    let answer = scanner.post(&scans);
    assert_eq!(answer.status, 500);
    assert!(
        answer.text().contains("could not find out whether"),
        "{}",
        answer.text()
    );
    assert_eq!(scanner.send(&[one])[0]["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1);

    let languages = [
        ("en", "could not find out whether"),
        ("az", "öyrənə bilmədik"),
        ("ru", "Не удалось выяснить"),
        ("tr", "öğrenemedik"),
        ("ar", "تعذّرت معرفة"),
        ("fr", "pas pu savoir"),
    ];
    for (number, (language, words)) in languages.into_iter().enumerate() {
        let person = Person::number(10 + number);
        let mut form = stage.filled(&person);
        form.action = form.action.replace("/en/", &format!("/{language}/"));
        proxy.cut_at_commit(&person.email, 0);
        let page = stage.app.browser().post(&form);
        assert_eq!(page.status, 500, "{}", page.sentence());
        assert!(page.text().contains(words), "{}", page.text());
        assert!(!page.text().contains("was not saved"), "{}", page.text());
        let again = stage.app.browser().post(&form);
        assert_eq!(again.status, 303, "{}", again.sentence());
        assert_eq!(emails(&stage).len(), 2 + number);
    }
}

#[test]
fn an_import_whose_commit_got_no_answer_goes_on_and_knows_who_is_in() {
    let Some((stage, proxy)) = behind_a_proxy() else {
        return;
    };
    let mut list = String::from("name,email,country\n");
    for number in 0..230 {
        list.push_str(&format!(
            "Guest {number},guest-{number}@people.example,AZ\n"
        ));
    }
    // The list itself and a batch of fifty; the second is saved and nobody hears of it.
    proxy.cut_at_commit("guest-", 2);
    let form = stage.desk.open(&format!("/en/desk/{FORUM}/import")).form();
    let form = form.attach("guests.csv", list.as_bytes());
    let answer = stage.desk.post(&form.press("run", "yes"));
    let page = stage.desk.follow(settled(&stage.desk, answer));
    assert!(
        page.text().contains("230 people were added."),
        "{}",
        page.sentence()
    );
    assert!(!page.has("tbody"), "nobody was known: {}", page.sentence());
    assert_eq!(emails(&stage).len(), 230);
}

/// The file behind a SQLite database; none on PostgreSQL.
fn file(app: &App) -> Option<std::path::PathBuf> {
    let address = app.database.address();
    address.strip_prefix("sqlite://").map(Into::into)
}

#[test]
fn a_database_file_that_was_deleted_is_said_and_nothing_is_answered_as_saved() {
    let stage = Stage::new();
    let Some(file) = file(&stage.app) else {
        return;
    };
    let form = stage.filled(&Person::number(1));
    let aside = file.with_extension("aside");
    std::fs::rename(&file, &aside).unwrap();
    let health = eventually("503", || {
        let health = stage.app.browser().get("/healthz");
        (health.status == 503).then_some(health)
    });
    assert!(health.text().contains("deleted"), "{}", health.text());
    let answer = stage.app.browser().post(&form);
    assert_eq!(answer.status, 500, "it would be gone with the program");
    assert!(answer.text().contains("was not saved"), "{}", answer.text());
    std::fs::rename(&aside, &file).unwrap();
    eventually("200", || {
        (stage.app.browser().get("/healthz").status == 200).then_some(())
    });
    assert_eq!(stage.app.browser().post(&form).status, 303);
}

#[test]
fn a_database_that_somebody_else_locks_is_said_in_time() {
    let stage = Stage::new();
    let mut held = None;
    let mut other = None;
    match file(&stage.app) {
        None => {
            held = stage
                .app
                .database
                .hold("LOCK TABLE registration IN SHARE MODE")
        }
        Some(file) => {
            let mut locker = diesel::SqliteConnection::establish(file.to_str().unwrap()).unwrap();
            locker.batch_execute("BEGIN IMMEDIATE").unwrap();
            other = Some(locker);
        }
    }
    let asked = Instant::now();
    let health = stage.app.browser().get("/healthz");
    assert_eq!(health.status, 503, "{}", health.text());
    assert!(asked.elapsed() < Duration::from_secs(6));
    let checked = stage.app.hazir(&["check"]);
    assert_eq!(checked.status.code(), Some(1));
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(said.contains("database: "), "{said}");
    assert!(!said.contains("database: good"), "{said}");
    drop((held, other));
    eventually("200", || {
        (stage.app.browser().get("/healthz").status == 200).then_some(())
    });
}

/// Files of the program end at so many blocks of 1 KB: a full disk that needs no rights to make.
#[test]
fn where_no_more_can_be_written_what_was_answered_is_there_and_nothing_else() {
    let mut stage = Stage::new();
    if file(&stage.app).is_none() {
        return;
    }
    stage.app.kill();
    stage.app.limit_files_to(Some(3_000));
    stage.app.run();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let address = stage.app.address().to_owned();
    let answered: Vec<(String, u16)> = at_once(&[(); 8], |()| {
        let mut answered = Vec::new();
        let mut failures = 0;
        while failures < 5 {
            let number = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let person = Person::number(number);
            let browser = Browser::new(&address);
            let page = browser.get(&format!("/en/{FORUM}/register"));
            if page.status != 200 {
                break;
            }
            let answer = browser.post(&fill(page.form(), &person));
            failures += usize::from(answer.status != 303);
            if answer.status != 303 {
                assert_eq!(answer.status, 500);
                assert!(answer.text().contains("was not saved"), "{}", answer.text());
            }
            answered.push((person.email, answer.status));
        }
        answered
    })
    .into_iter()
    .flatten()
    .collect();
    eventually("503", || {
        (stage.app.browser().get("/healthz").status == 503).then_some(())
    });
    stage.app.kill();
    stage.app.limit_files_to(None);
    stage.app.run();
    let mut saved: Vec<String> = answered
        .iter()
        .filter(|(_, status)| *status == 303)
        .map(|(email, _)| email.clone())
        .collect();
    let mut there = emails(&stage);
    saved.sort();
    there.sort();
    assert!(saved.len() > 8, "the load was real: {}", saved.len());
    assert_eq!(there, saved);
}

#[test]
fn a_clock_that_differs_from_the_databases_is_said() {
    let mut app = App::prepare();
    let ahead = "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS \
        $$ SELECT pg_catalog.clock_timestamp() + interval '5 seconds' $$";
    if app.database.tell(ahead).is_none() {
        return;
    }
    app.database
        .ask_server("ALTER DATABASE $1 SET search_path = public, pg_catalog");
    app.run();
    eventually("a word about the clock", || {
        app.log()
            .contains("This machine's clock says")
            .then_some(())
    });
    let checked = app.hazir(&["check"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(said.contains("the PostgreSQL server's says"), "{said}");
}
