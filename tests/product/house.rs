//! The house keeps its own rules: which way rooms look, and one schema for two databases.

use std::path::{Path, PathBuf};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn both_databases_have_migrations_of_the_same_names() {
    assert_eq!(names("migrations/sqlite"), names("migrations/postgres"));
}

fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(!names.is_empty(), "{folder} holds migrations");
    names
}

#[test]
fn whoever_changes_a_person_gives_the_change_its_turn() {
    // The one that gives it, and the row of somebody new, which is given one last.
    let may = [
        "src/models/turn.rs",
        "src/models/people/registration/apply.rs",
    ];
    for file in sources() {
        let text = std::fs::read_to_string(&file).unwrap();
        let sets = text.contains("registration::updated_at.eq(");
        let is_one = may.iter().any(|path| file.ends_with(path));
        assert!(
            !sets || is_one,
            "{} changes a person without models::turn",
            file.display()
        );
    }
}

#[test]
fn the_registrar_alone_changes_where_somebody_stands() {
    // Of a registration: what is written of it, and whoever calls that. The demo writes hundreds at once.
    let writes = [
        "update(standing::table",
        "insert_rows(c, \"registration\"",
        "UPDATE quota SET taken",
    ];
    let acts = [
        "apply",
        "confirm",
        "decline",
        "withdraw",
        "waitlist",
        "correct",
        "change_email",
        "reissue_badge",
        "serve_next",
    ];
    for file in sources() {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file
            .strip_prefix(root().join("src"))
            .unwrap()
            .to_str()
            .unwrap();
        let is_of_the_rows =
            name.starts_with("models/people/registration/") || name == "models/forum/quota.rs";
        for what in writes {
            assert!(is_of_the_rows || !text.contains(what), "{name}: {what}");
        }
        for act in acts {
            let call = format!("registration::{act}(");
            assert!(
                name.starts_with("registrar/") || !text.contains(&call),
                "{name}: {call}"
            );
        }
    }
}

#[test]
fn what_the_desk_writes_at_a_forum_asks_for_the_right_in_the_same_transaction() {
    // Those of no forum, and the one that asks.
    let may = [
        "routes/desk/staff/accounts.rs",
        "routes/desk/forum/new_forum.rs",
        "routes/desk/staff/password.rs",
        "routes/desk/staff/sign_in.rs",
        "desk/entry/signed_in.rs",
    ];
    let src = root().join("src");
    for file in sources() {
        let text = std::fs::read_to_string(&file).unwrap();
        let is_of_the_desk = ["routes/desk", "desk"]
            .iter()
            .any(|room| file.starts_with(src.join(room)));
        if !is_of_the_desk && !text.contains("ForForum") {
            continue;
        }
        let joined: String = text.split_whitespace().collect();
        let is_one = may.iter().any(|path| file == src.join(path));
        assert!(
            is_one || !joined.contains("db.write("),
            "{} writes without asking for the right",
            file.display()
        );
    }
}

/// What the rooms of the web may look at.
const BELOW: &[&str] = &[
    "app",
    "forms",
    "pages",
    "mail",
    "wallets",
    "badges",
    "press",
    "lists",
    "printing",
    "opening",
    "registrar",
    "work",
    "models",
    "values",
    "names",
    "i18n",
    "db",
    "config",
    "error",
    "private",
    "threads",
];

/// Features with pages of their own.
const FEATURES: &[&str] = &["duplicates", "mailings", "papers"];

/// What each room may look at beside itself; everything may look at `clock`.
fn may_look_at(room: &str) -> Option<Vec<&'static str>> {
    let rooms = match room {
        "main" => vec!["commands"],
        "inside" => vec!["mail", "mailings", "models", "press", "values", "db"],
        "commands" => [&["server", "routes"], FEATURES, BELOW].concat(),
        "server" => [&["routes"], FEATURES, BELOW].concat(),
        "routes" => [&["desk"], FEATURES, BELOW].concat(),
        "duplicates" | "mailings" | "papers" => {
            let of_others = ["lists", "printing"];
            let below = BELOW.iter().filter(|room| !of_others.contains(room));
            below.copied().chain(["desk"]).collect()
        }
        "desk" => BELOW.to_vec(),
        "app" => BELOW[1..].to_vec(),
        "forms" | "pages" => vec!["badges", "models", "values", "names", "i18n", "error"],
        "mail" => vec!["work", "badges", "models", "values", "i18n", "db"],
        "registrar" => vec!["mail", "models", "values", "db", "threads"],
        "lists" => vec![
            "registrar",
            "forms",
            "mail",
            "opening",
            "models",
            "values",
            "names",
            "i18n",
            "db",
        ],
        "badges" => vec!["press", "values"],
        "wallets" => vec!["values", "i18n"],
        "printing" => vec![
            "work", "badges", "press", "models", "values", "names", "i18n", "db",
        ],
        "work" => vec!["models", "db", "threads"],
        "press" => vec!["values"],
        "models" => vec!["values", "names", "i18n", "db"],
        "error" => vec!["db"],
        "config" => vec!["db", "values"],
        "i18n" => vec!["values"],
        "db" => vec!["private", "threads"],
        "opening" => vec!["threads"],
        "values" | "names" | "private" | "clock" | "threads" => vec![],
        _ => return None,
    };
    Some(rooms)
}

#[test]
fn imports_point_one_way() {
    let wrong: Vec<String> = sources()
        .iter()
        .flat_map(|file| wrong_imports(file))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `crate::room` in code; what stands in a comment does not count.
fn wrong_imports(file: &Path) -> Vec<String> {
    let room = room(file);
    let Some(allowed) = may_look_at(&room) else {
        return vec![format!("{} is in no known room", file.display())];
    };
    let text = std::fs::read_to_string(file).unwrap();
    let code = text.lines().map(|line| line.split("//").next().unwrap());
    let mut wrong = Vec::new();
    for (number, line) in code.enumerate() {
        for other in line.split("crate::").skip(1).flat_map(first_names) {
            let known = may_look_at(other).is_some() && other != "clock" && other != room;
            if known && !allowed.contains(&other) {
                wrong.push(format!(
                    "{}:{}: {room} looks at {other}",
                    file.display(),
                    number + 1
                ));
            }
        }
    }
    wrong
}

/// `models::doors::scan` is models; `{db, models::doors::scan}` is both.
fn first_names(path: &str) -> Vec<&str> {
    let first = |text: &'_ str| {
        text.find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(text.len())
    };
    match path.strip_prefix('{') {
        Some(list) => list
            .split(',')
            .map(str::trim)
            .map(|name| &name[..first(name)])
            .collect(),
        None => vec![&path[..first(path)]],
    }
}

#[test]
fn each_room_keeps_to_its_own_libraries() {
    let foreign = [
        ("models", "actix_web"),
        ("models", "askama"),
        ("models", "lettre"),
        ("routes", "diesel"),
    ];
    for (name, library) in foreign {
        for file in sources().iter().filter(|file| room(file) == name) {
            let text = std::fs::read_to_string(file).unwrap();
            let mut code = text.lines().map(|line| line.split("//").next().unwrap());
            let used = code.find(|line| line.contains(&format!("{library}::")));
            assert!(
                used.is_none(),
                "{} uses {library}: {}",
                file.display(),
                used.unwrap()
            );
        }
    }
    for file in sources().iter().filter(|file| room(file) != "db") {
        let text = std::fs::read_to_string(file).unwrap();
        for backend in [
            "SqliteConnection",
            "PgConnection",
            "diesel::sqlite",
            "diesel::pg",
            "tokio_postgres",
        ] {
            assert!(
                !text.contains(backend),
                "{} names the backend {backend}",
                file.display()
            );
        }
    }
}

/// The first part below `src`: `routes` for src/routes/door/pair.rs.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(root().join("src")).unwrap();
    below
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_str()
        .unwrap()
        .trim_end_matches(".rs")
        .to_owned()
}

/// Every source file but lib.rs, which only lists the rooms, and generated or build code.
pub fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs")
                && !path.ends_with("lib.rs")
                && !path.ends_with("i18n/build.rs")
            {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
