//! A database for one test: a file, or a copy of a migrated PostgreSQL database where
//! `HAZIR_TEST_DATABASE` names a server.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::UNIX_EPOCH;

use diesel::Connection as _;
use diesel::connection::SimpleConnection;

use super::app;

pub enum Database {
    File(String),
    Server {
        server: url::Url,
        name: String,
    },
    /// Somebody else's, and theirs to take down.
    Shared(String),
}

/// Of a SQLite database: the file, and what has not been put into it yet.
const PARTS: [&str; 3] = ["", "-wal", "-shm"];

impl Database {
    pub fn create(folder: &Path) -> Database {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("HAZIR_TEST_DATABASE") else {
            return Database::File(format!("sqlite://{}", folder.join("hazir.db").display()));
        };
        let server: url::Url = server.parse().expect("HAZIR_TEST_DATABASE is an address");
        let name = format!(
            "hazir_test_{}_{}",
            std::process::id(),
            MADE.fetch_add(1, Ordering::Relaxed)
        );
        run_on(&server, async |admin| {
            let template = template(&server, admin, folder).await;
            admin
                .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
                .await
                .unwrap();
        });
        Database::Server { server, name }
    }

    /// A database that no program of ours has seen.
    pub fn create_empty(folder: &Path) -> Database {
        let made = Database::create(folder);
        made.ask_server("DROP DATABASE $1 WITH (FORCE)");
        made.ask_server("CREATE DATABASE $1");
        made
    }

    /// Does these statements, on either database.
    pub fn execute(&self, sql: &str) {
        if let Database::File(address) = self {
            let file = address.strip_prefix("sqlite://").unwrap();
            let mut file = diesel::SqliteConnection::establish(file).unwrap();
            file.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
            file.batch_execute(sql).unwrap();
        }
        self.tell(sql);
    }

    pub fn is_server(&self) -> bool {
        matches!(self, Database::Server { .. })
    }

    pub fn address(&self) -> String {
        match self {
            Database::File(address) | Database::Shared(address) => address.clone(),
            Database::Server { server, name } => named(server, name).to_string(),
        }
    }

    /// The same one, for another program.
    pub fn shared(&self) -> Database {
        Database::Shared(self.address())
    }

    pub fn is_postgres(&self) -> bool {
        self.address().starts_with("postgres")
    }

    /// Keeps a copy, as whoever looks after it does at night. No program may run.
    pub fn back_up(&self) {
        match self {
            Database::File(_) | Database::Shared(_) => {
                for part in PARTS {
                    let _ = std::fs::remove_file(self.file() + ".backup" + part);
                    let _ = std::fs::copy(self.file() + part, self.file() + ".backup" + part);
                }
            }
            Database::Server { server, name } => run_on(server, async |admin| {
                copy(admin, name, &format!("{name}_backup")).await;
            }),
        }
    }

    /// Puts the copy in its place. No program may run.
    pub fn restore(&self) {
        match self {
            Database::File(_) | Database::Shared(_) => {
                for part in PARTS {
                    let _ = std::fs::remove_file(self.file() + part);
                    let _ = std::fs::copy(self.file() + ".backup" + part, self.file() + part);
                }
            }
            Database::Server { server, name } => run_on(server, async |admin| {
                copy(admin, &format!("{name}_backup"), name).await;
            }),
        }
    }

    fn file(&self) -> String {
        self.address().trim_start_matches("sqlite://").to_owned()
    }

    /// Asks or tells the PostgreSQL server something about this database, whose name is `$1`: the first cell of
    /// the answer. `None` on SQLite.
    pub fn ask_server(&self, sql: &str) -> Option<String> {
        let Database::Server { server, name } = self else {
            return None;
        };
        Some(first_cell(server, &sql.replace("$1", name)))
    }

    /// The same, of the database itself.
    pub fn ask(&self, sql: &str) -> Option<String> {
        let Database::Server { server, name } = self else {
            return None;
        };
        Some(first_cell(&named(server, name), sql))
    }

    /// Says this to the database itself; `None` on SQLite.
    pub fn tell(&self, sql: &str) -> Option<()> {
        let Database::Server { server, name } = self else {
            return None;
        };
        run_on(&named(server, name), async |client| {
            client.batch_execute(sql).await.unwrap();
        });
        Some(())
    }

    /// Says this in a transaction that stays open until what is given back is dropped; `None` on SQLite.
    pub fn hold(&self, sql: &str) -> Option<Held> {
        let Database::Server { server, name } = self else {
            return None;
        };
        let (address, sql) = (named(server, name), sql.to_owned());
        let (held, is_held) = std::sync::mpsc::channel();
        let (release, released) = tokio::sync::oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            run_on(&address, async |client| {
                client.batch_execute("BEGIN").await.unwrap();
                client.batch_execute(&sql).await.unwrap();
                held.send(()).unwrap();
                let _ = released.await;
                let _ = client.batch_execute("ROLLBACK").await;
            });
        });
        is_held.recv().unwrap();
        Some(Held {
            release: Some(release),
            thread: Some(thread),
        })
    }
}

/// A transaction of somebody else's.
pub struct Held {
    release: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.release.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Database::Server { server, name } = self {
            run_on(server, async |admin| {
                for name in [name.clone(), format!("{name}_backup")] {
                    let _ = admin
                        .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
                        .await;
                }
            });
        }
    }
}

fn first_cell(address: &url::Url, sql: &str) -> String {
    let mut answer = String::new();
    run_on(address, async |client| {
        for row in client.simple_query(sql).await.unwrap() {
            if let tokio_postgres::SimpleQueryMessage::Row(row) = row {
                answer = row.get(0).unwrap_or_default().to_owned();
            }
        }
    });
    answer
}

async fn copy(admin: &tokio_postgres::Client, from: &str, to: &str) {
    for statement in [
        format!("DROP DATABASE IF EXISTS {to} WITH (FORCE)"),
        format!("CREATE DATABASE {to} TEMPLATE {from}"),
    ] {
        admin.batch_execute(&statement).await.unwrap();
    }
}

fn named(server: &url::Url, name: &str) -> url::Url {
    let mut address = server.clone();
    address.set_path(name);
    address
}

/// The migrated, empty database all others are copied from: made once for each build of the program.
async fn template(server: &url::Url, admin: &tokio_postgres::Client, folder: &Path) -> String {
    let name = template_name();
    admin
        .batch_execute("SELECT pg_advisory_lock(4811)")
        .await
        .unwrap();
    let found = admin
        .query("SELECT 1 FROM pg_database WHERE datname = $1", &[&name])
        .await
        .unwrap();
    if found.is_empty() {
        let draft = format!("{name}_draft");
        admin
            .batch_execute(&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)"))
            .await
            .unwrap();
        admin
            .batch_execute(&format!("CREATE DATABASE {draft}"))
            .await
            .unwrap();
        migrate(named(server, &draft).as_str(), folder);
        let gone = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
        admin.query(gone, &[&draft]).await.unwrap();
        admin
            .batch_execute(&format!("ALTER DATABASE {draft} RENAME TO {name}"))
            .await
            .unwrap();
    }
    admin
        .batch_execute("SELECT pg_advisory_unlock(4811)")
        .await
        .unwrap();
    name
}

fn template_name() -> String {
    let file = std::fs::metadata(app::BINARY).unwrap();
    let built = file.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    format!("hazir_template_{}_{}", built.as_nanos(), file.len())
}

/// The program migrates when it starts to serve.
fn migrate(address: &str, folder: &Path) {
    let mut command = Command::new(app::BINARY);
    app::without_settings(&mut command, folder);
    let mut process = command
        .args(["serve", "--listen", "127.0.0.1:0", "--database", address])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    assert!(
        app::address(&mut process).is_some(),
        "could not migrate {address}"
    );
    process.kill().unwrap();
    process.wait().unwrap();
}

fn run_on(server: &url::Url, work: impl AsyncFnOnce(&tokio_postgres::Client)) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(server.as_str(), tokio_postgres::NoTls)
            .await
            .unwrap();
        let driver = async {
            connection
                .await
                .unwrap_or_else(|error| eprintln!("{error}"))
        };
        let job = async move { work(&client).await };
        futures_util::future::join(driver, job).await;
    });
}
