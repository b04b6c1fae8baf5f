use std::time::Duration;

/// How long work may take, in the database and on the way. What takes longer is ended: whoever waits is told so, and
/// what it held is there for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// One statement.
    statement: Duration,
    /// Of it behind somebody else's lock.
    lock: Duration,
    /// Between two statements of one transaction.
    idle: Duration,
}

/// The server ends its work first, in order; whoever does not hear even that waits no longer.
const ON_THE_WAY: Duration = Duration::from_secs(2);

impl Patience {
    /// A health check has to be answered while somebody waits for it.
    pub const PROBE: Patience = Patience::of(2, 1, 5);
    /// Somebody stands at the door.
    pub const DOOR: Patience = Patience::of(8, 5, 15);
    /// Several stand at doors, and whoever is behind a lock lets the others go on.
    pub const TOGETHER: Patience = Patience {
        lock: Duration::from_millis(250),
        ..Patience::DOOR
    };
    /// Somebody sits before a page.
    pub const USUAL: Patience = Patience::of(15, 10, 30);
    /// Migrations, exports, imports.
    pub const LONG: Patience = Patience::of(1_800, 60, 300);

    const fn of(statement: u64, lock: u64, idle: u64) -> Patience {
        Patience {
            statement: Duration::from_secs(statement),
            lock: Duration::from_secs(lock),
            idle: Duration::from_secs(idle),
        }
    }

    /// How long an answer is waited for.
    pub fn answer(&self) -> Duration {
        self.statement + ON_THE_WAY
    }

    /// The same for PostgreSQL, in milliseconds.
    pub fn settings(&self) -> String {
        format!(
            "SET statement_timeout = {}; SET lock_timeout = {}; SET idle_in_transaction_session_timeout = {}",
            self.statement.as_millis(),
            self.lock.as_millis(),
            self.idle.as_millis()
        )
    }
}
