use crate::db::{Address, Connection, Database, Result};
use diesel::{Connection as _, RunQueryDsl};

fn note(c: &mut Connection, key: &str) -> Result<usize> {
    diesel::sql_query(format!(
        "INSERT INTO setting (key, value) VALUES ('{key}', 'x')"
    ))
    .execute(c)
}

#[test]
fn work_that_panics_fails_alone_and_what_follows_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite://{}", folder.path().join("x.db").display());
    let database = Database::open(&Address::parse(&address).unwrap()).unwrap();
    let panicked = database.write_now(|c| {
        c.transaction(|c| -> Result<()> {
            note(c, "lost")?;
            panic!("on purpose")
        })
    });
    assert!(panicked.is_err());
    database.write_now(|c| note(c, "kept")).unwrap();
    let delete = |key: &str| format!("DELETE FROM setting WHERE key = '{key}'");
    let (lost, kept) = (delete("lost"), delete("kept"));
    let there = |sql: String| {
        database
            .write_now(move |c| diesel::sql_query(&sql).execute(c))
            .unwrap()
    };
    assert_eq!((there(lost), there(kept)), (0, 1));
}

/// A new, empty one.
fn database(folder: &std::path::Path) -> Database {
    let address = format!("sqlite://{}", folder.join("x.db").display());
    Database::open(&Address::parse(&address).unwrap()).unwrap()
}

/// A piece of work that fills some pages, so that SQLite meets the end of the disk in the middle of it.
fn fill(c: &mut Connection, key: &str, pages: usize) -> Result<usize> {
    let value = "x".repeat(pages * 4096);
    diesel::sql_query(format!(
        "INSERT INTO setting (key, value) VALUES ('{key}', '{value}')"
    ))
    .execute(c)
}

fn keys(database: &Database) -> Vec<String> {
    use crate::db::schema::setting;
    use diesel::prelude::*;
    database
        .read_now(|c| {
            setting::table
                .filter(setting::key.like("job%"))
                .select(setting::key)
                .order(setting::key)
                .load(c)
        })
        .unwrap()
}

#[test]
fn a_full_disk_in_the_middle_of_a_shared_commit_is_told_to_each_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(folder.path());
    // The writer is kept busy, so that all that follows waits and shares one commit.
    let (go, gone) = std::sync::mpsc::channel::<()>();
    let gone = std::sync::Mutex::new(gone);
    let busy = database.clone();
    let busy = std::thread::spawn(move || {
        busy.write_now(move |c| {
            gone.lock().unwrap().recv().ok();
            diesel::sql_query("PRAGMA max_page_count = 1").execute(c)?;
            // It cannot be less than there is: this is where the disk ends from now on.
            Ok(())
        })
    });
    let jobs: Vec<_> = (0..12)
        .map(|number| {
            let database = database.clone();
            std::thread::spawn(move || {
                let pages = if number == 5 { 400 } else { 0 };
                let key = format!("job{number:02}");
                let saved = database.write_now({
                    let key = key.clone();
                    move |c| fill(c, &key, pages)
                });
                (key, saved.is_ok())
            })
        })
        .collect();
    std::thread::sleep(std::time::Duration::from_millis(300));
    // Also for whoever does it once more.
    drop(go);
    busy.join().unwrap().unwrap();
    let mut told: Vec<_> = jobs.into_iter().map(|job| job.join().unwrap()).collect();
    told.sort();
    let saved: Vec<String> = told
        .iter()
        .filter(|(_, saved)| *saved)
        .map(|(key, _)| key.clone())
        .collect();
    assert_eq!(keys(&database), saved, "{told:?}");
    database.write_now(|c| note(c, "job99")).unwrap();
    assert!(keys(&database).contains(&"job99".to_owned()));
}

#[test]
fn what_doors_wait_for_is_written_before_what_waited_longer() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(folder.path());
    let order = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let (go, gone) = std::sync::mpsc::channel::<()>();
    let gone = std::sync::Mutex::new(gone);
    let busy = database.clone();
    let busy = std::thread::spawn(move || {
        busy.write_now(move |_| {
            gone.lock().unwrap().recv().ok();
            Ok(())
        })
    });
    std::thread::sleep(std::time::Duration::from_millis(100));
    let mut waiting = Vec::new();
    for (lane, who) in [(database.clone(), "desk"), (database.doors(), "door")] {
        for _ in 0..20 {
            let (lane, order) = (lane.clone(), order.clone());
            waiting.push(std::thread::spawn(move || {
                lane.write_now(move |_| {
                    order.lock().unwrap().push(who);
                    Ok(())
                })
            }));
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    // Also for whoever does it once more.
    drop(go);
    busy.join().unwrap().unwrap();
    for one in waiting {
        one.join().unwrap().unwrap();
    }
    let order = order.lock().unwrap();
    assert!(order[..20].iter().all(|who| *who == "door"), "{order:?}");
    assert_eq!(order.len(), 40);
}
