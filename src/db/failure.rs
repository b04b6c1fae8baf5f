//! What a failed piece of work means: try again, another session, or nobody knows whether it was saved.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};

use super::Error;

/// A failure as the database told it, with its SQLSTATE.
struct Told {
    state: String,
    message: String,
    table: Option<String>,
    constraint: Option<String>,
}

impl DatabaseErrorInformation for Told {
    fn message(&self) -> &str {
        &self.message
    }

    fn details(&self) -> Option<&str> {
        None
    }

    /// The SQLSTATE: of diesel's fields the one that nobody reads else.
    fn hint(&self) -> Option<&str> {
        Some(&self.state)
    }

    fn table_name(&self) -> Option<&str> {
        self.table.as_deref()
    }

    fn column_name(&self) -> Option<&str> {
        None
    }

    fn constraint_name(&self) -> Option<&str> {
        self.constraint.as_deref()
    }

    fn statement_position(&self) -> Option<i32> {
        None
    }
}

/// The failure with the SQLSTATE that was heard beside it, and its kind after that.
pub(super) fn with_state(error: Error, state: &str) -> Error {
    let DieselError::DatabaseError(kind, information) = error else {
        return error;
    };
    let kind = match state {
        "40001" | "40P01" => DatabaseErrorKind::SerializationFailure,
        "25006" => DatabaseErrorKind::ReadOnlyTransaction,
        state if is_of_the_line(state) => DatabaseErrorKind::UnableToSendCommand,
        _ => kind,
    };
    let told = Told {
        state: state.to_owned(),
        message: information.message().to_owned(),
        table: information.table_name().map(str::to_owned),
        constraint: information.constraint_name().map(str::to_owned),
    };
    DieselError::DatabaseError(kind, Box::new(told))
}

/// The SQLSTATE of a failure; SQLite has none.
pub(crate) fn sqlstate(error: &Error) -> Option<&str> {
    match error {
        DieselError::DatabaseError(_, information) => information.hint(),
        _ => None,
    }
}

/// Whether the words of a failure are of the machine and not of somebody's row, so that the log may have them.
pub(crate) fn speaks_of_no_row(error: &Error) -> bool {
    use DatabaseErrorKind as Kind;
    let DieselError::DatabaseError(kind, information) = error else {
        return false;
    };
    match (kind, information.hint()) {
        (Kind::UnableToSendCommand | Kind::ClosedConnection | Kind::ReadOnlyTransaction, _) => true,
        (Kind::Unknown, Some(state)) => ["53", "54", "55", "57", "58"].contains(&&state[..2]),
        // SQLite's own words for what is no rule of ours: the disk, the file, a lock.
        (Kind::Unknown, None) => true,
        _ => false,
    }
}

/// The connection ends, or has ended: 08 by itself, 57P by the server's hand.
pub(super) fn is_of_the_line(state: &str) -> bool {
    state.starts_with("08") || state.starts_with("57P")
}

/// A deadlock or a lost race: the same work may succeed at once.
pub(super) fn is_passing(error: &Error) -> bool {
    matches!(
        error,
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _)
    )
}

/// The session itself is in a state in which the next piece of work would fail too.
pub(super) fn spoils_session(error: &Error) -> bool {
    use DatabaseErrorKind as Kind;
    let DieselError::DatabaseError(kind, _) = error else {
        return matches!(
            error,
            DieselError::BrokenTransactionManager | DieselError::RollbackErrorOnCommit { .. }
        );
    };
    match kind {
        Kind::UnableToSendCommand | Kind::ClosedConnection | Kind::ReadOnlyTransaction => true,
        Kind::Unknown => sqlstate(error).is_some_and(|state| !is_of_the_work(state)),
        _ => false,
    }
}

/// What the work met and not the session: its values, a rule, a race, a full disk, a limit of time.
fn is_of_the_work(state: &str) -> bool {
    ["22", "23", "40", "53", "54", "P0"].contains(&&state[..2])
        || matches!(state, "55P03" | "57014")
}

/// Work that has not come to its end in a session that is no good may be done in another one.
pub(super) fn may_succeed_elsewhere(error: &Error) -> bool {
    spoils_session(error) && !is_outcome_unknown(error) && !is_overdue(error)
}

/// After a COMMIT without an answer nobody knows whether it was saved.
pub(crate) fn is_outcome_unknown(error: &Error) -> bool {
    matches!(
        error,
        DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _)
    )
}

/// A failure of which it is not known whether the work was saved.
pub(super) fn outcome_unknown(cause: impl std::fmt::Display) -> Error {
    DieselError::DatabaseError(
        DatabaseErrorKind::ClosedConnection,
        Box::new(format!("whether it was saved is not known: {cause}")),
    )
}

/// What a failed COMMIT of the whole says: a rule that refused it is known, silence is not.
pub(super) fn of_commit(error: Error) -> Error {
    let DieselError::DatabaseError(kind, information) = &error else {
        return error;
    };
    let is_known = match (kind, information.hint()) {
        // The server ended a session that had done nothing for too long, before it heard of the COMMIT.
        (DatabaseErrorKind::UnableToSendCommand, Some("25P03")) => true,
        (DatabaseErrorKind::UnableToSendCommand, _) => false,
        // The server itself does not know: 40003 and 08007 say so, XX is its own fault.
        (_, Some(state)) => !matches!(state, "40003") && !state.starts_with("XX"),
        (_, None) => true,
    };
    match is_known {
        true => error,
        false => outcome_unknown(information.message()),
    }
}

/// Stands where a SQLSTATE would: what was waited for did not come.
const OVERDUE: &str = "OVERDUE";

/// An answer that did not come in its time.
pub(super) fn overdue(waited: std::time::Duration) -> Error {
    given_up(format!("no answer within {} s", waited.as_secs()))
}

/// Nothing more is tried: it was waited for long enough.
pub(super) fn given_up(cause: impl std::fmt::Display) -> Error {
    let told = Told {
        state: OVERDUE.to_owned(),
        message: cause.to_string(),
        table: None,
        constraint: None,
    };
    DieselError::DatabaseError(DatabaseErrorKind::UnableToSendCommand, Box::new(told))
}

/// Whether an answer did not come in its time.
pub(super) fn is_overdue(error: &Error) -> bool {
    sqlstate(error) == Some(OVERDUE)
}

/// A failure of ours before anything was saved.
pub(super) fn broken(cause: impl std::fmt::Display) -> Error {
    DieselError::DatabaseError(
        DatabaseErrorKind::UnableToSendCommand,
        Box::new(cause.to_string()),
    )
}
