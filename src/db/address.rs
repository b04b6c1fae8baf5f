use std::fmt;
use std::path::PathBuf;
use std::thread;

use diesel::ConnectionResult;
use url::Url;

use super::{Connection, postgres, sqlite};

/// Where the database is: `sqlite://file` or `postgres://...`.
#[derive(Clone)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(Box<postgres::Settings>),
}

/// What the names of a SQLite database's files end with.
const SQLITE_FILES: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Why an address is none, in a sentence.
#[derive(Debug)]
pub struct AddressError(String);

impl Address {
    pub fn parse(text: &str) -> Result<Address, AddressError> {
        if let Some(file) = text.strip_prefix("sqlite://") {
            if file.is_empty() {
                return Err(AddressError(
                    "The database address sqlite:// names no file. Write for example sqlite://hazir.db.".into(),
                ));
            }
            return Ok(Address::Sqlite(PathBuf::from(file)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let url = Url::parse(text).map_err(|error| {
                AddressError(format!("The PostgreSQL address cannot be read: {error}."))
            })?;
            let settings = postgres::Settings::parse(url).map_err(AddressError)?;
            return Ok(Address::Postgres(Box::new(settings)));
        }
        let scheme = text.split("://").next().unwrap_or(text);
        Err(AddressError(format!(
            "The database address must begin with sqlite:// or postgres://, not with {scheme:?}."
        )))
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Address::Postgres(_))
    }

    /// Whether a SQLite file is there already; PostgreSQL is asked by connecting.
    pub fn exists(&self) -> bool {
        match self {
            Address::Sqlite(path) => path.exists(),
            Address::Postgres(_) => true,
        }
    }

    /// The files of a SQLite database: the one that is named, and those that SQLite keeps beside it.
    pub fn files(&self) -> Vec<PathBuf> {
        let Address::Sqlite(path) = self else {
            return Vec::new();
        };
        let beside = |end: &&str| {
            let mut name = path.clone().into_os_string();
            name.push(end);
            PathBuf::from(name)
        };
        SQLITE_FILES.iter().map(beside).collect()
    }

    /// That others may listen on the way to the database, or answer in its place; a sentence.
    pub fn fault(&self) -> Option<String> {
        match self {
            Address::Sqlite(_) => None,
            Address::Postgres(settings) => settings.fault(),
        }
    }

    pub(super) fn connect(&self) -> ConnectionResult<Connection> {
        match self {
            Address::Sqlite(path) => sqlite::connect(path).map(Connection::Sqlite),
            Address::Postgres(settings) => settings.connect().map(Connection::Postgres),
        }
    }

    /// Of one lane. SQLite: readers beside the one writer. PostgreSQL: readers and writers alike.
    pub(super) fn pool_size(&self) -> u32 {
        match self {
            Address::Sqlite(_) => 5,
            Address::Postgres(_) => 12,
        }
    }

    /// How many pages of the desk read at once. SQLite reads with this machine's own cores: more than those only make the
    /// doors wait for one.
    pub(super) fn desk_turns(&self) -> usize {
        let size = self.pool_size() as usize;
        match self {
            Address::Sqlite(_) => {
                thread::available_parallelism().map_or(size, |cores| size.min(cores.get()))
            }
            Address::Postgres(_) => size,
        }
    }
}

/// Without user and password: fit for a log line.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Address::Postgres(settings) => write!(f, "{settings}"),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
